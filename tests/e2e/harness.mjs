// What the end-to-end tests share: the built page on a server of its own, in a real Chromium.
import { after, before } from "node:test";
import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const DIST = process.env.DIST ?? here("../../dist");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Long enough for the longest text on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", headless: true, args: FLAGS });

let browser;

/** To be called once at the top of a test file: one browser for all its tests. */
export function useBrowser() {
  before(async () => { browser = await launch(); });
  after(() => browser?.close());
}

/**
 * Opens a page and runs `test` with `{page, server, problems}` and the steps below, then checks what holds for every page:
 * no error or breach of the policy was reported, and nothing was asked of anybody but the server's own plain files.
 * `folders` are laid over the bundle, `prepare` runs in the page before anything else; the other options are those of the server and of Playwright's contexts.
 */
export async function withPage({ path = "", folders = [], corpus = null, prepare = null, ...context }, test) {
  const server = await serve([...folders.map(here), DIST], { corpus: corpus && here(corpus) });
  const opened = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...context });
  const problems = [];
  try {
    const page = await opened.newPage();
    await page.addInitScript(countAnswers);
    if (prepare) await page.addInitScript(prepare);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
    page.on("crash", () => problems.push("the page crashed"));
    opened.on("request", (request) => {
      const plain = request.url().startsWith(server.url) && !request.url().includes("?") && !request.postData();
      // A file saved by the reader's wish is handed over as a blob, which leaves nothing.
      if (!plain && !request.url().startsWith("blob:")) problems.push(`request: ${request.method()} ${request.url()}`);
    });
    await page.goto(server.url + path);
    await page.locator("cross-read #read").first().waitFor();
    await test({ page, server, problems, ...steps(page) });
    assert.deepEqual(problems, []);
  } finally {
    await opened.close();
    await server.close();
  }
}

/** In the page: how many articles have been read and compared. */
function countAnswers() {
  window.answers = 0;
  addEventListener("cross-read:comparison", () => { window.answers += 1; });
}

/**
 * What a reader does and waits for. Every wait is for something that was not there before: a sentence that still stands
 * from an earlier step is no answer to a later one.
 */
function steps(page) {
  const status = page.locator("#status");
  /** Waits until the page says this and waits for nothing. */
  const said = (pattern) =>
    page.waitForFunction(({ source, flags }) => {
      const status = document.querySelector("cross-read").shadowRoot.querySelector("#status");
      return status && !status.classList.contains("busy") && new RegExp(source, flags).test(status.textContent);
    }, { source: pattern.source, flags: pattern.flags }, { timeout: PATIENCE });
  /** Does what has an article read, and waits for the answer; without `action`, for the first since the page was opened. */
  const read = async (action) => {
    const before = action ? await page.evaluate(() => window.answers) : 0;
    await action?.();
    await page.waitForFunction((before) => window.answers > before, before, { timeout: PATIENCE });
    await said(/\S/);
  };
  return {
    status,
    said,
    read,
    /** Pastes as a reader does, from the clipboard, and waits for the answer. */
    paste: (text) =>
      read(async () => {
        await page.evaluate((text) => navigator.clipboard.writeText(text), text);
        await page.locator("#paste").focus();
        await page.keyboard.press("ControlOrMeta+V");
      }),
    /** The highlight of a kind (`figure`, `claim`) with these very words. */
    mark: (kind, words) => page.locator(`#article .mark.${kind}[role=button]`).filter({ hasText: words }).first(),
  };
}
