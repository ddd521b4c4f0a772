// Packs what comes after the start of a module: the functions after the first so many, the data that they reach, and the style
// sheet. What can be foretold is left out. What is packed is a module itself, so that any host serves it as it should: its code is
// the forecast (tools/forecast.wat), its one section `packed` is what the forecast left open. public/forecast.js fills it in
// again; here is what it reads: dictionaries, trees, and one symbol after another.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fill, GAPS } from "../public/forecast.js";
import { Coder, lengthsOf } from "./coder.mjs";
import { CUSTOM, functions, instruction, leb, Reader } from "./wasm.mjs";

// The kinds of values and the trees; public/unpack.js knows these numbers.
const [WORD, LOCAL, OFFSET, I32, I64, CALL, BRANCH, DECLARED, OTHER] = Array(9).keys();
const [CLOSES, OPENS] = [14, 15];
const [KINDS, GROUPS] = [9, 4];
// Trees of bytes outside the dictionaries, and of the texts.
const BYTES = 4;
// A dictionary holds a value that occurs so often, and no more than so many.
const OFTEN = 60;
const MOST = 240;

// What follows an opcode, and how many of it (0: as many as the first says).
const OPERANDS = {
  ...Object.fromEntries(Array.from({ length: 0x3e - 0x28 + 1 }, (_, nth) => [0x28 + nth, [OFFSET, 1]])),
  0x20: [LOCAL, 1], 0x21: [LOCAL, 1], 0x22: [LOCAL, 1], 0x41: [I32, 1], 0x42: [I64, 1], 0x43: [OTHER, 1], 0x44: [OTHER, 1],
  0x10: [CALL, 1], 0x0c: [BRANCH, 1], 0x0d: [BRANCH, 1], 0x0e: [BRANCH, 0], 0x11: [OTHER, 2], 0xd2: [OTHER, 1],
  0x0b: [CLOSES, 0], 0x02: [OPENS, 0], 0x03: [OPENS, 0], 0x04: [OPENS, 0],
};

/** The code as values, in the order in which they are read. */
function* read(bytes, all) {
  for (const { start, content, end } of all) {
    if (content - start !== leb(end - content).length) throw new Error("the size of a function is written longer than it needs to be");
    const reader = new Reader(bytes, content);
    for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.number(); }
    yield { kind: DECLARED, value: bytes.subarray(content, reader.at) };
    while (reader.at < end) {
      const { opcode, start: from, ends } = instruction(reader);
      const [stream, count] = OPERANDS[opcode] ?? [WORD, 0];
      // What rarely varies stays with the opcode: the alignment of an access to memory, and all that has no kind of its own.
      const kept = stream === OFFSET ? 1 : stream === WORD || stream >= CLOSES ? ends.length : 0;
      const places = [kept > 0 ? ends[kept - 1] : from + 1, ...ends.slice(kept)];
      yield { kind: WORD, value: bytes.subarray(from, places[0]), stream, count };
      for (let nth = 1; nth < places.length; nth += 1) yield { kind: stream, value: bytes.subarray(places[nth - 1], places[nth]) };
    }
  }
}

// Values in an order that says much about the next one.
const inOrder = ({ value: one }, { value: other }) => one.length - other.length || Buffer.compare(Buffer.from(one), Buffer.from(other));

/** The dictionary of each kind: the frequent values, and the lengths of the others. */
function dictionaries(text) {
  const all = Array.from({ length: KINDS }, () => new Map());
  for (const { kind, value, ...more } of text) {
    const name = value.join();
    const entry = all[kind].get(name);
    if (entry) entry.times += 1;
    else all[kind].set(name, { name, value, times: 1, ...more });
  }
  return all.map((found, kind) => {
    const sorted = [...found.values()].sort((one, other) => other.times - one.times);
    if (kind === WORD) {
      if (sorted.length > 256) throw new Error(`${sorted.length} kinds of instructions are more than a byte can name`);
      return sorted.sort(inOrder);
    }
    // Functions that are called stand side by side: their numbers say more than a dictionary would.
    const fits = ({ value, times }) => kind !== CALL && value.length < 16 && times >= Math.max(OFTEN, OFTEN - 2 + value.length);
    const entries = sorted.filter(fits).slice(0, MOST).sort(inOrder);
    const named = new Set(entries);
    const raws = new Set(sorted.filter((entry) => !named.has(entry)).map(({ value }) => value.length));
    if (Math.max(0, ...raws) > 239) throw new Error("a value is longer than a dictionary can say");
    const others = [...raws].sort((one, other) => one - other).map((raw) => ({ name: `raw ${raw}`, raw, value: [] }));
    return entries.length + others.length > 0 ? [...entries, ...others] : [{ name: "none", value: [] }];
  });
}

/** Each word's group: words after which the same ones follow share a tree. Found by moving each to where its followers
 * have the shortest ways. */
function group(text, places, size) {
  const nexts = Array.from({ length: size }, () => new Uint32Array(size));
  let last;
  for (const { kind, value } of text) {
    if (kind === DECLARED) last = undefined;
    if (kind !== WORD) continue;
    const place = places.get(value.join());
    if (last !== undefined) nexts[last][place] += 1;
    last = place;
  }
  const groups = nexts.map((_, nth) => Math.min(nth, GROUPS - 1));
  for (let round = 0; round < 8; round += 1) {
    const trees = Array.from({ length: GROUPS }, (_, one) => {
      const counts = new Float64Array(size).fill(0.01);
      nexts.forEach((row, nth) => { if (groups[nth] === one) row.forEach((times, next) => { counts[next] += times; }); });
      return lengthsOf(counts);
    });
    nexts.forEach((row, nth) => {
      const costs = trees.map((lengths) => row.reduce((sum, times, next) => sum + times * lengths[next], 0));
      groups[nth] = costs.indexOf(Math.min(...costs));
    });
  }
  return groups;
}

/** The module that stands before what is packed. */
function forecast() {
  const folder = mkdtempSync(join(tmpdir(), "yoke-forecast-"));
  const tool = (name, ...more) => execFileSync(fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url)), more);
  try {
    const path = join(folder, "forecast.wasm");
    tool("wasm-as", fileURLToPath(new URL("forecast.wat", import.meta.url)), "-o", path);
    tool("wasm-opt", "-Oz", path, "-o", path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What comes after the first `early` functions of a module, packed; `emptied` is the module without the data that comes later. */
export function packRest(module, early, emptied) {
  const all = functions(module).slice(early);
  const text = [...read(module, all)];
  const kinds = dictionaries(text);
  const places = kinds.map((entries) => new Map(entries.map(({ name }, nth) => [name, nth])));
  const groups = group(text, places[WORD], kinds[WORD].length);

  const sum = module.reduce((before, byte) => (Math.imul(before, 31) + byte) & 0xffffff, 0);
  const start = [sum & 255, sum >> 8 & 255, sum >> 16];
  kinds.forEach((entries, kind) => {
    start.push(entries.length - 1);
    entries.forEach(({ value, raw, stream, count }, nth) => {
      start.push(raw ? 16 + raw : value.length, ...(kind === WORD ? [stream, count, groups[nth]] : []), ...value);
    });
  });
  const body = [];
  for (const { kind, value } of text) {
    const place = places[kind].get(value.join());
    if (place === undefined) body.push(places[kind].get(`raw ${value.length}`), ...value.toReversed());
    else body.push(place);
  }
  // What is to be filled, as the reader will have it.
  const [from, to] = [all[0].start, all.at(-1).end];
  const room = () => {
    const whole = Uint8Array.from(emptied);
    whole.fill(0, from, to);
    return { whole, from, to };
  };
  for (const { 0: { length }, index } of Buffer.from(room().whole.subarray(to)).toString("latin1").matchAll(GAPS)) {
    for (const letter of module.subarray(to + index, to + index + length)) body.push(letter);
  }

  // Once with trees that know nothing, to see what occurs in which, and then in earnest.
  const sizes = [...Array(GROUPS).fill(kinds[WORD].length), ...kinds.slice(1).map(({ length }) => length), ...Array(BYTES).fill(256)];
  const head = forecast();
  let counts = sizes.map((size) => new Float64Array(size).fill(1));
  let coded;
  for (let round = 0; round < 2; round += 1) {
    const coder = new Coder([...start, ...counts.flatMap(lengthsOf), ...body], sizes);
    for (const _ of fill(new Uint8Array([...head, CUSTOM]), room(), coder.steer));
    counts = coder.counts;
    coded = coder.finish();
  }
  const name = Buffer.from("packed");
  const length = leb(1 + name.length + coded.length);
  // The size takes three bytes, whatever it is, so that the reader knows where the rest begins.
  while (length.length < 3) length.push(length.pop() | 128, 0);
  return Buffer.concat([head, Buffer.from([CUSTOM, ...length, name.length]), name, coded]);
}
