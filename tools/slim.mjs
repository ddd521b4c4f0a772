// Takes out of the module and its glue what only JavaScript could ask for (some crates export whole classes), and gives
// the names between the two a letter or two in place of forty.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What the compiler uses; the module no longer says so itself.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"].map((name) => `--enable-${name}`);
const EXPORT = /\bwasm\.([A-Za-z_$][\w$]*)/g;
const IMPORT = /^( {8})(\w+)(: function[\s\S]*?)(?=^ {8}\w+: function|^ {4}\};)/gm;
const MODULE = "./yoke-app_bg.js";

const run = (tool, ...more) => execFileSync(tool, [...more.slice(0, 1), ...FEATURES, ...more.slice(1)], { encoding: "utf8" });
const imports = (bytes) => WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);
const letters = (nth) => (nth < 26 ? "" : letters(Math.floor(nth / 26) - 1)) + String.fromCharCode(97 + (nth % 26));

/** The module with each import under its short name, and the one module name as a letter. */
function rename(bytes, short) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const leb = (value) => {
    const out = [];
    do { out.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value > 0);
    return out;
  };
  const text = () => { const length = number(); at += length; return bytes.subarray(at - length, at).toString("utf8"); };
  const put = (words) => [...leb(words.length), ...Buffer.from(words)];
  for (;;) {
    const start = at;
    const id = bytes[at++];
    const end = number() + at;
    if (id !== 2) { at = end; continue; }
    const count = number();
    const body = [...leb(count)];
    for (let nth = 0; nth < count; nth += 1) {
      text();
      const name = text();
      if (bytes[at] !== 0) throw new Error(`${name}: only functions are imported from the glue`);
      const kind = at;
      at += 1;
      number();
      body.push(...put("a"), ...put(short.get(name)), ...bytes.subarray(kind, at));
    }
    return Buffer.concat([bytes.subarray(0, start), Buffer.from([2, ...leb(body.length), ...body]), bytes.subarray(end)]);
  }
}

/** Slims the module at `path` in place; gives back the glue that goes with it. */
export function slim(path, glue) {
  const folder = mkdtempSync(join(tmpdir(), "yoke-slim-"));
  try {
    const file = (name) => join(folder, name);
    // Our own crate exports no class, and nobody starts the app synchronously.
    let text = glue
      .replace(/^export class [\s\S]*?^\}\n/gm, "")
      .replace(/^if \(Symbol\.dispose\) .*\n/gm, "")
      .replace(/^const \w+Finalization = [\s\S]*?;\n/gm, "")
      .replace(/^function initSync[\s\S]*?^\}\n/gm, "")
      .replace("export { initSync, ", "export { ");
    const used = [...new Set([...text.matchAll(EXPORT)].map(([, name]) => name))];
    const graph = [{ name: "glue", root: true, reaches: used }, ...used.map((name) => ({ name, export: name }))];
    writeFileSync(file("graph.json"), JSON.stringify(graph));
    run("wasm-metadce", path, "--graph-file", file("graph.json"), "-o", file("less.wasm"));
    run("wasm-opt", file("less.wasm"), "-Oz", "-o", file("least.wasm"));
    const exports = new Map(JSON.parse(run("wasm-opt", file("least.wasm"), "--minify-imports-and-exports", "-o", path)).exports);
    const bytes = readFileSync(path);
    const short = new Map(imports(bytes).map((name, nth) => [name, letters(nth)]));
    writeFileSync(path, rename(bytes, short));
    text = text
      .replace(EXPORT, (_, name) => `wasm.${exports.get(name)}`)
      .replace(IMPORT, (_, gap, name, rest) => (short.has(name) ? gap + short.get(name) + rest : ""))
      .replace(`"${MODULE}": import0`, "a: import0");
    // Whatever does not fit together any more is to break the build, not the app.
    const given = new Set([...text.matchAll(IMPORT)].map(([, , name]) => name));
    const missing = imports(readFileSync(path)).filter((name) => !given.has(name));
    if (missing.length > 0 || text.includes("wasm.undefined")) throw new Error(`the glue no longer fits the module: ${missing.join(", ")}`);
    return text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
