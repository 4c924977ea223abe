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
    await at.said(/nothing to read yet: paste an article/);
    await at.page.locator("#paste").fill(" \n\t\u200b ");
    await at.read(() => at.page.locator("#read").click());
    await at.said(/Nothing was found here that can be checked/);
    await lives(at);
  }));

test("ten megabytes", () =>
  withPage({}, async (at) => {
    await at.paste(long(10_000_000));
    assert.match(await at.status.innerText(), /very long: 10,000,000 characters/);
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
    await at.read(() => at.page.locator("#strip").click());
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

const file = (name, contents) => ({ name, mimeType: "text/plain", buffer: Buffer.from(contents) });

test("a file without text, and one that is no text", () =>
  withPage({}, async (at) => {
    await at.page.locator("#open").setInputFiles(file("empty.txt", ""));
    await at.said(/^empty\.txt can't be read\. \S/);
    await at.page.locator("#open").setInputFiles(file("noise.txt", [0, 255, 254, 1, 128, 10]));
    await at.said(/^noise\.txt can't be read\. It is no text/);
    await lives(at);
  }));

test("a file that is read slowly undoes nothing that the reader has done since", () =>
  withPage({}, async (at) => {
    const { page, said, mark } = at;
    // A disk that takes its time: what it reads is handed over when the test says so.
    await page.evaluate(() => {
      const text = Blob.prototype.text;
      Blob.prototype.text = function slow() {
        return new Promise((done) => { window.handOver = () => done(text.call(this)); });
      };
    });
    const status = () => page.locator("#status").innerText();
    for (const contents of ["The storm killed 15 people in Port Alma.", [0, 1, 2]]) {
      await page.locator("#open").setInputFiles(file("slow.txt", contents));
      await page.locator("#status.busy").filter({ hasText: "Reading slow.txt" }).waitFor();
      await at.paste(STORM);
      await said(/figures and \d+ claims found/);
      const before = await status();
      await page.evaluate(async () => {
        window.handOver();
        // Whatever comes of it has come after two frames.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      });
      assert.equal(await status(), before);
      assert.equal(await mark("figure", "About 2,300").isVisible(), true);
      await page.locator("#new").click();
    }
    await lives(at);
  }));

test("should the program break on a text, that is said, and the next one is read", () =>
  withPage({
    // A worker that answers the first comparison as one does whose program has stopped.
    prepare: () => {
      const Real = window.Worker;
      let broken = false;
      window.Worker = class extends Real {
        postMessage(message) {
          if (!broken && message instanceof Uint8Array && message[0] === 0) {
            broken = true;
            setTimeout(() => this.onmessage({ data: null }));
          } else {
            super.postMessage(message);
          }
        }
      };
    },
  }, async (at) => {
    await at.page.locator("#paste").fill(STORM);
    await at.page.locator("#read").click();
    await at.said(/could not be read: crossread broke on it/);
    await lives(at);
  }));
