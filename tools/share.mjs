// Makes a module that can take the place of a part of itself while the app runs: its memory, its tables and its globals are
// given to it and are not its own, and the functions that come later stand at the end of the table of functions, where those
// that came first find them; see public/load.js.
import { FROM, LATE } from "./order.mjs";
import { CODE, CUSTOM, DATA_COUNT, ELEMENTS, functions, GLOBALS, importedFunctions, IMPORTS, leb, MEMORIES, Reader, sections, TABLES } from "./wasm.mjs";

const [TABLE, MEMORY, GLOBAL] = [1, 2, 3];
const TYPES = { 0x70: "anyfunc", 0x6f: "externref" };
const [I32, I32_CONST, END] = [0x7f, 0x41, 0x0b];

/** How the code section begins: its size in five bytes, whatever it is, and the number of functions in two. */
export const CODE_START = 8;
/** A number in five bytes. */
const five = (value) => [0, 7, 14, 21, 28].map((shift) => ((value >>> shift) & 127) | (shift < 28 ? 128 : 0));

/** A place in the table as an `i32.const` has it; the reader knows that it takes two bytes. */
function slot(place) {
  if (place < 64 || place > 8191) throw new Error(`a table with ${place} places: their numbers take more or less than two bytes`);
  return [place & 127 | 128, place >> 7];
}

/** The limits of a memory or a table. */
function limits(reader) {
  const flags = reader.byte();
  if (flags > 1) throw new Error("a kind of memory or table that the tools do not know");
  const initial = reader.number();
  if (flags) reader.number();
  return initial;
}

/** The module as said above; where in its table the functions after the first `early` stand; and what it is to be given, as
 * JavaScript. */
export function share(module, early) {
  const all = functions(module);
  const first = importedFunctions(module) + early;
  const later = all.length - early;
  const asked = [];
  const given = [];
  const ask = (kind, type, made) => {
    const name = String.fromCharCode(LATE.charCodeAt(0) + 1 + asked.length);
    asked.push([1, ...Buffer.from(FROM), 1, ...Buffer.from(name), kind, ...type]);
    given.push(`${name}: ${made}`);
    return name;
  };
  // The table of functions is the first one, and keeps its number.
  let places, memory;
  for (const { id, content } of sections(module)) {
    const reader = new Reader(module, content);
    if (![TABLES, MEMORIES, GLOBALS].includes(id)) continue;
    for (let left = reader.number(); left > 0; left -= 1) {
      const type = id === MEMORIES ? 0 : reader.byte();
      if (id === GLOBALS) {
        if (type !== I32 || reader.byte() !== 1 || reader.byte() !== I32_CONST) throw new Error("a kind of global that the tools do not know");
        const end = new Reader(module, reader.at);
        end.number();
        const value = reader.skip(end.at - reader.at).reduceRight((high, byte) => high * 128 + (byte & 127), 0);
        if (reader.byte() !== END) throw new Error("a kind of global that the tools do not know");
        ask(GLOBAL, [I32, 1], `new WebAssembly.Global({ value: "i32", mutable: true }, ${value})`);
      } else {
        let initial = limits(reader);
        if (id === TABLES && places === undefined) [places, initial] = [initial, initial + later];
        if (id === MEMORIES) memory = ask(MEMORY, [0, ...leb(initial)], `new WebAssembly.Memory({ initial: ${initial} })`);
        else ask(TABLE, [type, 0, ...leb(initial)], `new WebAssembly.Table({ element: "${TYPES[type]}", initial: ${initial} })`);
      }
    }
  }
  const parts = [module.subarray(0, 8)];
  const put = (id, ...inner) => {
    const body = Buffer.concat(inner.map((part) => Buffer.from(part)));
    parts.push([id, ...(id === CODE ? five(body.length) : leb(body.length))], body);
  };
  for (const { id, start, content, end } of sections(module)) {
    const reader = new Reader(module, content);
    if (id === IMPORTS) {
      const count = reader.number();
      put(id, leb(count + asked.length), module.subarray(reader.at, end), ...asked);
    } else if (id === ELEMENTS) {
      const count = reader.number();
      const numbers = Array.from({ length: later }, (_, nth) => leb(first + nth)).flat();
      put(id, leb(count + 1), module.subarray(reader.at, end), [0, I32_CONST, ...slot(places), END], leb(later), numbers);
    } else if (id === CODE) put(id, module.subarray(content, end));
    else if (![TABLES, MEMORIES, GLOBALS, DATA_COUNT, CUSTOM].includes(id)) parts.push(module.subarray(start, end));
  }
  slot(places + later);
  return { module: Buffer.concat(parts.map((part) => Buffer.from(part))), places, given: `{ ${given.join(", ")} }`, memory };
}
