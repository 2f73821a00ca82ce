// One server for all of them: Brotli at its best, long caching for everything but pages.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".frag": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const PACKED = [".png", ".woff2"];

const file = (root, path) => {
  const wanted = join(root, normalize(decodeURIComponent(path)));
  const candidates = [wanted, join(wanted, "index.html"), wanted + ".html"];
  return candidates.find((it) => it.startsWith(root) && existsSync(it) && statSync(it).isFile());
};

// Serves `root` on a free port of this machine; gives the origin and how to stop.
export const serve = async (root) => {
  const bodies = new Map();
  const server = createServer((request, response) => {
    const found = file(root, request.url.split("?")[0]);
    if (!found) return response.writeHead(404).end();
    const ending = extname(found);
    if (!bodies.has(found)) {
      const bytes = readFileSync(found);
      bodies.set(found, PACKED.includes(ending) ? bytes : brotliCompressSync(bytes));
    }
    const body = bodies.get(found);
    const headers = {
      "Content-Type": TYPES[ending] ?? "application/octet-stream",
      "Cache-Control": ending === ".html" ? "no-cache" : "public, max-age=31536000, immutable",
      "Content-Length": body.length,
    };
    if (!PACKED.includes(ending)) headers["Content-Encoding"] = "br";
    response.writeHead(200, headers).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: "http://127.0.0.1:" + server.address().port, stop: () => server.close() };
};
