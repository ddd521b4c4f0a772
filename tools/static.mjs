// A plain static server over dist/, brotli where the browser takes it. For `make serve` and for the tests.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm",
  ".css": "text/css; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml", ".png": "image/png",
};
const HASHED = /-[0-9a-f]{16}(_bg)?\./;

/** Serves `folder` under `base` (such as "/" or "/yoke/"); resolves to the listening server. */
export function serveStatic(folder, { port = 0, host = "127.0.0.1", base = "/" } = {}) {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : null;
    let file = inside === null ? null : normalize(join(folder, inside));
    if (file !== null && (file === normalize(folder) || file.endsWith(sep))) file = join(folder, "index.html");
    if (file === null || !file.startsWith(normalize(folder)) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
      return;
    }
    const headers = {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "cache-control": HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
    };
    const packs = /\.(html|js|wasm|css|json|webmanifest|svg)$/.test(file) && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    if (!packs) {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
      return;
    }
    const key = `${file}:${statSync(file).mtimeMs}`;
    if (!packed.has(key)) packed.set(key, brotliCompressSync(readFileSync(file)));
    response.writeHead(200, { ...headers, "content-encoding": "br" }).end(packed.get(key));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
