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

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", headless: true, args: FLAGS });

let browser;

/** To be called once at the top of a test file: one browser for all its tests. */
export function useBrowser() {
  before(async () => { browser = await launch(); });
  after(() => browser?.close());
}

/**
 * Opens a page and runs `test` with `{page, paste, status, server, problems}`, then checks what holds for every page: no
 * error or breach of the policy was reported, and nothing was asked of anybody but the server's own plain files.
 * `folders` are laid over the bundle; the other options are those of the server and of Playwright's contexts.
 */
export async function withPage({ path = "", folders = [], corpus = null, ...context }, test) {
  const server = await serve([...folders.map(here), DIST], { corpus: corpus && here(corpus) });
  const opened = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...context });
  const problems = [];
  try {
    const page = await opened.newPage();
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

function steps(page) {
  const status = page.locator("#status");
  return {
    status,
    /** Pastes as a reader does, from the clipboard, and waits for the sentence that says what was done. */
    async paste(text) {
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await page.locator("#paste").focus();
      await page.keyboard.press("ControlOrMeta+V");
      await settled(page);
    },
    /** The highlight of a kind (`figure`, `claim`) with these very words. */
    mark: (kind, words) => page.locator(`#article .mark.${kind}[role=button]`).filter({ hasText: words }).first(),
    settled: () => settled(page),
  };
}

/** Waits until the page has said how it went. */
async function settled(page) {
  await page.waitForFunction(() => {
    const status = document.querySelector("cross-read").shadowRoot.querySelector("#status");
    return status && !status.classList.contains("busy") && status.textContent.trim() !== "";
  }, null, { timeout: 30_000 });
}
