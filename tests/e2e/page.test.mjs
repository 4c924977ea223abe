// Reading and comparing: what a reader sees and does.
import { test } from "node:test";
import { strict as assert } from "node:assert";
import { useBrowser, withPage } from "./harness.mjs";
import { KURSK, STORM } from "./stories.mjs";

useBrowser();
const storm = { corpus: "storm.json" };

test("what is pasted is shown whole, with its figures and claims highlighted", () =>
  withPage(storm, async ({ page, paste, status }) => {
    await paste(STORM);
    const words = (text) => text.replaceAll(/\s+/g, " ").trim();
    assert.equal(words(await page.locator("#article").innerText()), words(STORM));
    const figures = await page.locator("#article .mark.figure[role=button]").allInnerTexts();
    assert.deepEqual(figures, ["14", "14", "About 2,300", "40", "$12 million"]);
    assert.ok(await page.locator("#article .mark.claim").count() >= 4);
    assert.match(await status.innerText(), /^5 figures and \d+ claims found, laid beside 2 other reports\.$/);
    assert.equal(await page.locator("#paste").isVisible(), false);
  }));

test("a highlight that is clicked shows its value and what the others say", () =>
  withPage(storm, async ({ page, paste, mark }) => {
    await paste(STORM);
    await mark("figure", "About 2,300").click();
    const chosen = page.locator("#chosen");
    assert.match(await chosen.locator(".value").innerText(), /^about 2,300\b.*home/);
    const passage = chosen.locator(".passage").first();
    assert.equal(await passage.locator(".outlet").innerText(), "Coast Radio");
    assert.equal(await passage.locator("time").getAttribute("datetime"), "2031-05-07");
    assert.match(await passage.locator("blockquote").innerText(), /More than 2,000 homes in Port Alma are without power/);
    assert.equal(await passage.locator("blockquote mark").innerText(), "More than 2,000");
    assert.equal(await passage.locator(".relation").innerText(), "can both hold: About 2,300 here, More than 2,000 there");
    await page.locator("#back").click();
    await page.locator("#overview").waitFor();
    assert.equal(await chosen.count(), 0);
  }));

test("figures that conflict and that agree are told apart", () =>
  withPage(storm, async ({ page, paste, mark }) => {
    await paste(STORM);
    const relation = page.locator("#chosen .passage .relation").first();
    await page.locator("#article p.body .mark.figure").filter({ hasText: /^14$/ }).first().click();
    assert.equal(await relation.innerText(), "conflicts: 14 here, nine there");
    assert.match(await page.locator("#chosen .speaker").first().innerText(), /Marta Ilves/);
    await mark("figure", /^40$/).click();
    assert.equal(await relation.innerText(), "agrees: 40 in both");
    await mark("figure", "$12 million").click();
    assert.equal(await page.locator("#chosen .nobody").isVisible(), true);
  }));

test("the overview says what agrees, what conflicts, what is only here and what is missing", () =>
  withPage(storm, async ({ page, paste }) => {
    await paste(STORM);
    const section = (kind) => page.locator(`#overview section.${kind}`);
    assert.match(await section("is-conflicts").innerText(), /14/);
    assert.match(await section("is-agrees").innerText(), /40/);
    assert.match(await section("is-alone").innerText(), /sea wall|\$12 million/);
    assert.match(await section("is-missing").innerText(), /Schools in Port Alma will stay closed/);
    await section("is-conflicts").locator("button.item").first().click();
    assert.match(await page.locator("#chosen .relation").first().innerText(), /^conflicts: /);
  }));

test("the keyboard is enough", () =>
  withPage(storm, async ({ page, paste }) => {
    await paste(STORM);
    const focused = () => page.evaluate(() => document.querySelector("cross-read").shadowRoot.activeElement);
    const text = () =>
      page.evaluate(() => document.querySelector("cross-read").shadowRoot.activeElement?.textContent ?? "");
    // The paste itself leads the focus to the first highlight.
    await page.waitForFunction(
      () => document.querySelector("cross-read").shadowRoot.activeElement?.closest("#article [tabindex='0']"));
    const first = await text();
    await page.keyboard.press("ArrowRight");
    assert.notEqual(await text(), first);
    await page.keyboard.press("Home");
    assert.equal(await text(), first);
    for (let step = 0; step < 30 && !(await text()).startsWith("About 2,300"); step += 1) {
      await page.keyboard.press("ArrowRight");
    }
    assert.equal(await text(), "About 2,300");
    await page.keyboard.press("Enter");
    await page.locator("#chosen .relation").first().waitFor();
    assert.ok(await focused());
    await page.keyboard.press("Escape");
    await page.locator("#chosen").waitFor({ state: "detached" });
    // The focus is back where it was: nobody has to start anew.
    await page.waitForFunction(
      () => document.querySelector("cross-read").shadowRoot.activeElement?.textContent === "About 2,300");
  }));

test("outlet and date are guessed, visibly, and can be changed", () =>
  withPage(storm, async ({ page, paste, read }) => {
    await paste(STORM);
    assert.equal(await page.locator("#published").inputValue(), "2031-05-07");
    assert.equal(await page.locator("#published-guess").isVisible(), true);
    // A date is taken as soon as it is whole, a name when it is left.
    await read(() => page.locator("#published").fill("2031-05-09"));
    assert.equal(await page.locator("#published-guess").isVisible(), false);
    await page.locator("#outlet").focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Island Gazette");
    await read(() => page.keyboard.press("Tab"));
    assert.equal(await page.locator("#outlet-guess").isVisible(), false);
    assert.equal(await page.locator("#outlet").inputValue(), "Island Gazette");
  }));

test("the text can be typed and edited", () =>
  withPage(storm, async ({ page, read, mark }) => {
    await page.locator("#paste").fill("The storm killed 14 people in Port Alma.");
    await read(() => page.locator("#read").click());
    await mark("figure", "14").waitFor();
    await page.locator("#edit").click();
    assert.equal(await page.locator("#paste").inputValue(), "The storm killed 14 people in Port Alma.");
    await page.locator("#paste").fill("The storm killed 15 people in Port Alma.");
    await read(() => page.locator("#read").click());
    await mark("figure", "15").waitFor();
  }));

test("a file can be opened", () =>
  withPage(storm, async ({ page, read, mark }) => {
    const file = { name: "storm.txt", mimeType: "text/plain", buffer: Buffer.from(STORM) };
    await read(() => page.locator("#open").setInputFiles(file));
    await mark("figure", "About 2,300").waitFor();
  }));

test("the page of a web site is read without its tags", () =>
  withPage(storm, async ({ page, read }) => {
    const html = "<nav>7 of 9</nav><article><p>The storm killed 14&nbsp;people in Port&#32;Alma.</p></article>";
    const file = { name: "storm.html", mimeType: "text/html", buffer: Buffer.from(html) };
    await read(() => page.locator("#open").setInputFiles(file));
    assert.equal((await page.locator("#article").innerText()).trim(), "The storm killed 14 people in Port Alma.");
  }));

test("a file can be dropped", () =>
  withPage(storm, async ({ page, read, mark }) => {
    const transfer = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "storm.txt", { type: "text/plain" }));
      return transfer;
    }, STORM);
    await read(() => page.locator(".widget").dispatchEvent("drop", { dataTransfer: transfer }));
    await mark("figure", "About 2,300").waitFor();
  }));

test("without a corpus of its own the page lays the digests beside", () =>
  withPage({}, async ({ page, paste, status, mark }) => {
    await paste(KURSK);
    assert.match(await status.innerText(), /laid beside 5 other reports\.$/);
    await mark("figure", "11,000").click();
    await page.locator("#chosen .passage.is-agrees").first().waitFor();
    const passages = await page.locator("#chosen .passage").allInnerTexts();
    assert.ok(passages.some((text) => /11,000/.test(text) && /agrees/.test(text)), passages.join("\n\n"));
  }));

test("the example works at one click", () =>
  withPage({}, async ({ page, read }) => {
    await read(() => page.locator("#example").click());
    assert.ok(await page.locator("#article .mark.figure[role=button]").count() >= 5);
    assert.ok(await page.locator("#overview section").count() >= 3);
  }));

test("the reader's own reports are laid beside as well, and kept until they are forgotten", () =>
  withPage({}, async ({ page, paste, read, status }) => {
    await read(() => page.locator("#example").click());
    await page.locator("#new").click();
    await paste(STORM);
    assert.match(await status.innerText(), /beside 5 other reports/);
    await page.locator("#keep").click();
    await page.locator("#forget").waitFor();
    await page.reload();
    await page.locator("#read").waitFor();
    await paste("The storm killed 14 people in Port Alma, Governor Marta Ilves said.");
    assert.match(await status.innerText(), /beside 6 other reports/);
    await page.locator("#forget").click();
    await page.locator("#forget").waitFor({ state: "hidden" });
  }));
