// Serves a folder on this machine only, under the content security policy that the page promises to keep.
// As a program: node server.mjs FOLDER PORT [CORPUS], where CORPUS is a corpus file that the page shall use.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Starts the server on the loopback address.
 * `folders` are laid over each other: the first that has a file gives it. `corpus` is a file, served as corpus.json and
 * named to the element of every page. Port 0 is any free one.
 * Resolves to `{url, requests, close}`; `requests` collects the paths asked for.
 */
export async function serve(folders, { port = 0, corpus = null } = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    requests.push(path);
    const file = await find(folders, corpus, path);
    if (!file || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("There is nothing here.\n");
      return;
    }
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, {
      "Content-Type": type,
      "Content-Security-Policy": POLICY,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    if (corpus && extname(file) === ".html") {
      response.end((await readFile(file, "utf8")).replaceAll("<cross-read", '<cross-read corpus="corpus.json"'));
    } else {
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  return {
    url: `http://localhost:${server.address().port}/`,
    requests,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

async function find(folders, corpus, path) {
  if (corpus && path === "/corpus.json") return corpus;
  const inside = normalize(path.endsWith("/") ? `${path}index.html` : path);
  for (const folder of folders) {
    const file = join(folder, inside);
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return file;
  }
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, port = "8080", corpus] = process.argv.slice(2);
  try {
    const { url } = await serve([resolve(folder)], { port: Number(port), corpus: corpus ? resolve(corpus) : null });
    console.log(`The page is at ${url} (Ctrl-C ends it).`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken: choose another with PORT=8081.` : error.message);
    process.exit(1);
  }
}
