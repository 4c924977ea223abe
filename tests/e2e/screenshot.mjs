// The picture of the README: the example with one of its figures chosen.
// As a program: node screenshot.mjs FILE [WIDTH HEIGHT light|dark]
import { DIST, launch } from "./harness.mjs";
import { serve } from "./server.mjs";

const [path, width = "1280", height = "800", colorScheme = "light"] = process.argv.slice(2);
const server = await serve([DIST]);
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) }, colorScheme });
  await page.goto(server.url);
  await page.locator("#example").click();
  const conflict = page.locator("#article .mark.figure.is-conflicts[role=button]");
  await conflict.or(page.locator("#article .mark.figure[role=button]")).first().click();
  await page.locator("#chosen").waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path });
} finally {
  await browser.close();
  await server.close();
}
