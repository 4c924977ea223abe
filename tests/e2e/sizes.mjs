// The sizes of a folder's files in bytes: as they are, with gzip and with brotli, each at its best.
// As a program: node sizes.mjs FOLDER prints them as a table.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * A row `{name, raw, gzip, brotli}` for every file, by name, and a last one for all that the page loads: the types are
 * for whoever embeds it.
 */
export function sizes(folder) {
  const rows = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => {
      const bytes = readFileSync(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
      return {
        name: relative(folder, path),
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes, { params }).length,
      };
    });
  const loaded = rows.filter((row) => !row.name.endsWith(".d.ts"));
  const total = (column) => loaded.reduce((sum, row) => sum + row[column], 0);
  return [...rows, { name: "all that is loaded", raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") }];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const rows = [{ name: "bytes", raw: "raw", gzip: "gzip", brotli: "brotli" }, ...sizes(process.argv[2])];
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const { name, raw, gzip, brotli } of rows) {
    console.log([name.padEnd(width), ...[raw, gzip, brotli].map((size) => String(size).padStart(9))].join(" "));
  }
}
