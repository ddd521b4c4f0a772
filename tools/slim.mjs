// Makes the module and its glue small: takes out what only JavaScript could ask for (some crates export whole classes),
// optimises, and gives the names between the two a letter or two in place of forty.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { change, CODE, CUSTOM, functionNames, IMPORTS, leb, Reader, sections } from "./wasm.mjs";

// What the compiler uses; the module no longer says so itself.
const FEATURES = ["bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"].map((name) => `--enable-${name}`);
const EXPORT = /\bwasm\.([A-Za-z_$][\w$]*)/g;
const IMPORT = /^( {8})(\w+)(: function[\s\S]*?)(?=^ {8}\w+: function|^ {4}\};)/gm;
const MODULE = "./yoke-app_bg.js";

const run = (tool, ...more) => execFileSync(tool, [...more.slice(0, 1), ...FEATURES, ...more.slice(1)], { encoding: "utf8" });
const imported = (bytes) => WebAssembly.Module.imports(new WebAssembly.Module(bytes));
const imports = (bytes) => imported(bytes).map(({ name }) => name);
/** The nth name: `a` to `z`, then `aa` and so on. */
export const letters = (nth) => (nth < 26 ? "" : letters(Math.floor(nth / 26) - 1)) + String.fromCharCode(97 + (nth % 26));

// Streams between Rust and JavaScript, which a dependency of Leptos brings along for servers. Only the classes that are
// taken out of the glue reach them, but through the table of functions, where no optimiser can see that.
const DEAD = /wasm_streams|future_to_promise/;

/** The module without what the linker wrote for tools/data.mjs: it is no longer true once anything is changed. */
const unlinked = (bytes) => Buffer.concat([bytes.subarray(0, 8), ...[...sections(bytes)].filter(({ id, content }) => id !== CUSTOM || !/^(linking|reloc\..*)$/.test(new Reader(bytes, content).text())).map(({ start, end }) => bytes.subarray(start, end))]);

/** The module with dead functions emptied: whoever came there would stop. */
function bury(bytes) {
  const dead = new Set();
  for (const [index, name] of functionNames(bytes)) if (DEAD.test(name)) dead.add(index);
  if (dead.size === 0) throw new Error("the functions to take out have other names now");
  let index = imports(bytes).length;
  return change(bytes, CODE, (reader) => {
    const count = reader.number();
    const parts = [leb(count)];
    for (let nth = 0; nth < count; nth += 1, index += 1) {
      const start = reader.at;
      const length = reader.number();
      reader.at += length;
      parts.push(dead.has(index) ? [3, 0, 0x00, 0x0b] : bytes.subarray(start, reader.at));
    }
    return parts;
  });
}

/** The module with each import under its short name, and the one module name as a letter. */
const rename = (bytes, short) => change(bytes, IMPORTS, (reader) => {
  const put = (words) => [...leb(words.length), ...Buffer.from(words)];
  const count = reader.number();
  const parts = [leb(count)];
  for (let nth = 0; nth < count; nth += 1) {
    reader.text();
    const name = reader.text();
    const kind = reader.at;
    if (bytes[kind] !== 0) throw new Error(`${name}: only functions are imported from the glue`);
    reader.at += 1;
    reader.number();
    parts.push(put("a"), put(short.get(name)), bytes.subarray(kind, reader.at));
  }
  return parts;
});

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
    writeFileSync(path, bury(unlinked(readFileSync(path))));
    run("wasm-metadce", path, "-g", "--graph-file", file("graph.json"), "-o", file("less.wasm"));
    // The stack comes first in memory, so nothing lives in its last kilobyte.
    run("wasm-opt", file("less.wasm"), "-g", "--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz",
      "--optimize-added-constants-propagate", "-Oz", "-o", file("least.wasm"));
    const exports = new Map(JSON.parse(run("wasm-opt", file("least.wasm"), "-g", "--low-memory-unused", "-Oz", "-Oz", "-Oz", "--minify-imports-and-exports", "-o", path)).exports);
    const bytes = readFileSync(path);
    const short = new Map(imports(bytes).map((name, nth) => [name, letters(nth)]));
    writeFileSync(path, rename(bytes, short));
    // Functions of our own JavaScript that need no glue stand beside the others.
    const direct = imported(bytes).filter(({ module }) => module.startsWith("./snippets/"));
    text = text
      .replace(/^import \* as import\d+ from .*\n/gm, "")
      .replace(/^ *"\.\/snippets\/.*\n/gm, "")
      .replace(/^ +const import0 = \{\n/m, (start) => start + direct.map(({ name }) => `        ${short.get(name)}: ${name},\n`).join(""))
      .replace(EXPORT, (_, name) => `wasm.${exports.get(name)}`)
      .replace(IMPORT, (_, gap, name, rest) => (short.has(name) ? gap + short.get(name) + rest : ""))
      .replace(`"${MODULE}": import0`, "a: import0");
    // Whatever does not fit together any more is to break the build, not the app.
    text = direct.map(({ module, name }) => `import { ${name} } from "${module}";\n`).join("") + text;
    const given = new Set([...[...text.matchAll(IMPORT)].map(([, , name]) => name), ...direct.map(({ name }) => short.get(name))]);
    const missing = imports(readFileSync(path)).filter((name) => !given.has(name));
    if (missing.length > 0 || text.includes("wasm.undefined")) throw new Error(`the glue no longer fits the module: ${missing.join(", ")}`);
    return text;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
