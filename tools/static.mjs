// A plain static server over dist/, brotli where the browser takes it. For `make serve` and for the tests.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".wasm": "application/wasm",
  ".css": "text/css; charset=utf-8", ".json": "application/json", ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp",
};

/** What the file `_headers` of a folder says, as Netlify and Cloudflare read it: pairs of a path and its headers. */
function rulesOf(folder) {
  const rules = [];
  const file = join(folder, "_headers");
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers[name.toLowerCase()] = value;
    else if (line.startsWith("/")) rules.push({ path: line.trim(), headers: {} });
  }
  return rules;
}
const fits = (path, name) => (path.endsWith("*") ? name.startsWith(path.slice(0, -1)) : name === path);

/** Serves `folder` under `base` (such as "/" or "/yoke/"); resolves to the listening server. */
export function serveStatic(folder, { port = 0, host = "127.0.0.1", base = "/" } = {}) {
  const packed = new Map();
  const rules = rulesOf(folder);
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
      ...Object.assign({}, ...rules.filter((rule) => fits(rule.path, `/${inside}`)).map((rule) => rule.headers)),
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
