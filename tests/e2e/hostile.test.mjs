// Whatever is pasted: a clear sentence, and a page that goes on.
import { test } from "node:test";
import { strict as assert } from "node:assert";
import { useBrowser, withPage } from "./harness.mjs";
import { CHINESE, SOUP, STORM, long } from "./stories.mjs";

useBrowser();

/** The page still reads an article. */
async function lives({ page, paste, mark }) {
  if (await page.locator("#new").isVisible()) await page.locator("#new").click();
  await page.locator("#paste").fill("");
  await paste(STORM);
  assert.equal(await mark("figure", "About 2,300").isVisible(), true);
}

test("nothing", () =>
  withPage({}, async (at) => {
    await at.page.locator("#read").click();
    await at.settled();
    assert.match(await at.status.innerText(), /nothing to read yet: paste an article/);
    await at.page.locator("#paste").fill(" \n\t\u200b ");
    await at.page.locator("#read").click();
    await at.settled();
    assert.notEqual((await at.status.innerText()).trim(), "");
    await lives(at);
  }));

test("ten megabytes", () =>
  withPage({}, async (at) => {
    const started = Date.now();
    await at.paste(long(10_000_000));
    assert.match(await at.status.innerText(), /very long: 10,000,000 characters/);
    assert.ok(Date.now() - started < 20_000, `${Date.now() - started} ms`);
    await lives(at);
  }));

test("one sentence of half a megabyte, and half a megabyte of quotation marks", () =>
  withPage({}, async (at) => {
    await at.paste("and the ferry ".repeat(35_000));
    await at.page.locator("#new").click();
    await at.paste("“\"'".repeat(100_000));
    assert.notEqual((await at.status.innerText()).trim(), "");
    await lives(at);
  }));

test("the soup of a web page runs nothing and loads nothing", () =>
  withPage({}, async (at) => {
    await at.paste(SOUP);
    assert.match(await at.status.innerText(), /looks like the source of a web page/);
    assert.match(await at.page.locator("#article").innerText(), /<script>/);
    await at.page.locator("#strip").click();
    await at.settled();
    const text = await at.page.locator("#article").innerText();
    assert.match(text, /The storm killed 14 people in Port Alma, the governor said\./);
    assert.doesNotMatch(text, /[<>]|window\.ran|display/);
    assert.equal(await at.page.evaluate(() => window.ran), undefined);
    // The browser tells of what it would not run as it parsed the tags away: of that, and of nothing else.
    const blocked = /^error: (Executing inline event handler|Applying inline style) violates/;
    assert.deepEqual(at.problems.splice(0).filter((problem) => !blocked.test(problem)), []);
    await lives(at);
  }));

test("another language", () =>
  withPage({}, async (at) => {
    await at.paste(CHINESE);
    assert.match(await at.status.innerText(), /\bEnglish\b/);
    await lives(at);
  }));

test("control characters, lone surrogates, right-to-left marks and emoji", () =>
  withPage({}, async (at) => {
    await at.paste("\u0000\u0007 The storm 🌊 killed 14 people\u202e in Port\u2028Alma 👩‍👩‍👧‍👦, “officials” said. \ud800 40 ships sank.");
    assert.equal(await at.mark("figure", "14").isVisible(), true);
    assert.equal(await at.mark("figure", "40").isVisible(), true);
    await lives(at);
  }));

test("a file without text, and one that is no text", () =>
  withPage({}, async (at) => {
    for (const [name, buffer] of [["empty.txt", Buffer.alloc(0)], ["noise.txt", Buffer.from([0, 255, 254, 1, 128, 10])]]) {
      await at.page.locator("#open").setInputFiles({ name, mimeType: "text/plain", buffer });
      await at.settled();
      assert.notEqual((await at.status.innerText()).trim(), "");
    }
    await lives(at);
  }));
