// Runs inside Trunk's build, on the staged files: makes the module small, minifies what Trunk cannot, sets the content
// security policy, and writes the service worker with the revision of the final bytes.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { mark } from "./mark.mjs";
import { unpacking } from "./pack.mjs";
import { letters, slim } from "./slim.mjs";
import { split } from "./split.mjs";

const stage = process.env.TRUNK_STAGING_DIR;
if (!stage) throw new Error("post_build.mjs runs from Trunk: TRUNK_STAGING_DIR is not set");
const release = process.env.TRUNK_PROFILE !== "debug";

const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const options = { minify: release, target: ["chrome109", "firefox115", "safari16"], legalComments: "none" };
const minify = (code, loader, format) =>
  transformSync(code, { ...options, loader, format, treeShaking: format === "esm" }).code.trim();

/** The style sheets with a letter or two for each custom property that the app does not ask for by name. */
function shorten(sheets, app) {
  const property = /(?<![\w-])--[a-z][\w-]*/g;
  const counts = new Map();
  for (const [name] of sheets.join().matchAll(property)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const short = new Map();
  let nth = 0;
  for (const [name] of [...counts].sort(([, one], [, other]) => other - one)) {
    if (app.includes(name)) continue;
    while (counts.has(`--${letters(nth)}`) || app.includes(`--${letters(nth)}`)) nth += 1;
    short.set(name, `--${letters(nth)}`);
    nth += 1;
  }
  return sheets.map((css) => css.replace(property, (name) => short.get(name) ?? name));
}

/** What tells one form of a file from all others. */
const revision = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

const page = join(stage, "index.html");
let html = readFileSync(page, "utf8");

// The style sheets of the first screen become one, in the page itself: the first paint waits for nothing else. Those after the
// mark become one that comes with the rest of the module.
const sheets = [[]];
html = html.replace(/\s*(?:<!-- later -->|<style[^>]*>([\s\S]*?)<\/style>)/g, (_, css) => {
  if (css === undefined) sheets.push([]);
  else sheets.at(-1).push(css);
  return css === sheets[0][0] ? "\n{{STYLE}}" : "";
});

// The glue takes our own JavaScript (`snippets/`) in, so that one file is asked for and not two; its name goes by all of it.
const module = files(stage).find((path) => path.endsWith("_bg.wasm"));
const glue = module.replace("_bg.wasm", ".js");
let [style, later] = sheets.map((sheet) => minify(sheet.join("\n"), "css"));
if (release) {
  const text = slim(module, readFileSync(glue, "utf8"));
  const bytes = readFileSync(module);
  [style, later] = shorten([style, later], bytes.toString("latin1"));
  if (process.env.YOKE_MARK) {
    // For tools/start.mjs.
    writeFileSync(glue, text);
    writeFileSync(module, mark(bytes));
  } else {
    rmSync(module);
    const { start, rest, ...more } = split(bytes, readFileSync(join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown/release/yoke-app.wasm")), later);
    // The start goes by the rest too, of which it has only the lengths.
    const names = [start, rest].map((file, nth) => {
      const name = `yoke-app-${revision(nth ? file : Buffer.concat([start, rest]))}.wasm`;
      writeFileSync(join(stage, name), file);
      return name;
    });
    html = html.replaceAll(basename(module), names[0]);
    writeFileSync(glue, unpacking(text, names, more));
    later = "";
  }
}
style += later;
const bundle = buildSync({ ...options, entryPoints: [glue], bundle: true, format: "esm", write: false }).outputFiles[0].contents;
const name = `yoke-app-${revision(bundle)}.js`;
rmSync(glue);
rmSync(join(stage, "snippets"), { recursive: true, force: true });
writeFileSync(join(stage, name), bundle);
html = html.replaceAll(basename(glue), name).replace(/\s*<link[^>]*snippets[^>]*>/g, "");
html = html.replace(/<script([^>]*)>([\s\S]*?)<\/script>/g, (_, attributes, code) =>
  `<script${attributes}>${minify(code, "js", attributes.includes("module") ? "esm" : undefined)}</script>`);
html = html.replace(/^\s*<!--[\s\S]*?-->\n?/gm, "").replace(/\n\s+/g, "\n");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => hash(code));
const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${scripts.join(" ")}`,
  `style-src ${hash(style)}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
html = html
  .replace("{{STYLE}}", () => `<style id="style">${style}</style>`)
  .replace('<meta charset="utf-8">', (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
writeFileSync(page, html);

// Neither the worker itself, nor what is for the host, nor pictures that the app does not show.
const kept = files(stage).map((path) => relative(stage, path).replaceAll("\\", "/")).filter((name) => !/^(sw\.js|_headers|screens\/.*)$/.test(name)).sort();
const digest = createHash("sha256");
for (const name of kept) digest.update(name).update(readFileSync(join(stage, name)));
// Each file with its checksum: a host that hands out an old copy of one is not taken for the new version.
const list = kept.map((name) => [name === "index.html" ? "./" : name,
  `sha256-${createHash("sha256").update(readFileSync(join(stage, name))).digest("base64")}`]);
const worker = readFileSync("public/sw.js", "utf8")
  .replace("{{VERSION}}", digest.digest("hex").slice(0, 16))
  .replace("{{FILES}}", JSON.stringify(list));
writeFileSync(join(stage, "sw.js"), minify(worker, "js"));
