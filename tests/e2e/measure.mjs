// How fast the page is, on the machine it runs on; nothing is asserted, as no two machines are alike.
// As a program: node measure.mjs [FILE] prints the milliseconds from paste to paint and the words that are read in a second.
import { readFileSync } from "node:fs";
import { DIST, launch } from "./harness.mjs";
import { serve } from "./server.mjs";
import { article } from "./stories.mjs";

const text = process.argv[2] ? readFileSync(process.argv[2], "utf8") : article(800);
const words = text.split(/\s+/).filter(Boolean).length;
const ROUNDS = 15;
const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const server = await serve([DIST]);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.locator("cross-read #read").waitFor();
  const painted = await page.evaluate(async ({ text, rounds }) => {
    const element = document.querySelector("cross-read");
    const frame = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    const times = [];
    // The first round reads the digests, too.
    for (let round = 0; round <= rounds; round += 1) {
      const answered = new Promise((done) => element.addEventListener("cross-read:comparison", done, { once: true }));
      const before = performance.now();
      element.read(`${text}\n\nRound ${round}.`);
      await answered;
      await frame();
      times.push(performance.now() - before);
    }
    return times;
  }, { text, rounds: ROUNDS });
  const read = await page.evaluate(async ({ text, rounds }) => {
    const { read } = await import("./cross-read.js");
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = performance.now();
      read(text);
      times.push(performance.now() - before);
    }
    return times;
  }, { text, rounds: ROUNDS });
  const [first, ...rest] = painted;
  console.log(`article of ${words} words, ${server.requests.length} files loaded`);
  console.log(`from paste to paint: ${first.toFixed(0)} ms the first time, then ${median(rest).toFixed(0)} ms`);
  const took = median(read);
  console.log(`read, with the objects of its answer: ${took.toFixed(1)} ms, ${Math.round(words / took * 1000)} words a second`);
} finally {
  await browser.close();
  await server.close();
}
