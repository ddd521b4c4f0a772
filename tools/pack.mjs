// Packs what the start needs of a module for the way to the phone: its code is taken apart into streams (symbols, locals,
// constants, calls and so on), which compress far better one after another than mixed. What is packed is a module itself, with
// one section named `packed`, so that any host serves and compresses it as it should. public/unpack.js puts it together again;
// what comes later is packed by tools/forecast.mjs.
import { readFileSync } from "node:fs";
import { FROM, LATE } from "./order.mjs";
import { CODE_START } from "./share.mjs";
import { CUSTOM, DATA, functions, importedFunctions, instruction, leb, Reader, sections } from "./wasm.mjs";

// The streams, in the order in which they are written; public/unpack.js knows these numbers.
const [DICTIONARY, SYMBOLS, HEAD, TAIL, DECLARED, LOCAL, , CONSTANT, , , OFFSET, CALL, BRANCH, LIST, LONG, OTHER, ADDRESS, FLOAT, DOUBLE, FAR] = Array(20).keys();
const STREAMS = 20;
const [PLAIN, OPENS, CLOSES] = [0, 1, 2];
// An entry of the dictionary that is two symbols; and how many such there are.
const PAIR = 18;
const PAIRS = 28;
// Brotli's classes of bytes: where each starts and how many bytes are in it. And which fill up first, to begin with.
const CLASSES = [[0, 1], [1, 15], [16, 48], [64, 64], [128, 64], [192, 48], [240, 15], [255, 1]];
const FILLING = [0, 7, 1, 6, 2, 5, 3, 4];

// In which stream what follows an opcode goes, how many numbers or bytes (0: as many as the first number says), and how many of
// its operands stay with the opcode because they rarely vary.
const loads = Object.fromEntries(Array.from({ length: 0x3e - 0x28 + 1 }, (_, nth) => [0x28 + nth, [OFFSET, 1, 1]]));
const OPERANDS = {
  ...loads,
  0x02: [OPENS, 0, 1], 0x03: [OPENS, 0, 1], 0x04: [OPENS, 0, 1], 0x0b: [CLOSES, 0, 0],
  0x0c: [BRANCH, 1, 0], 0x0d: [BRANCH, 1, 0], 0x0e: [LIST, 0, 0], 0x10: [CALL, 1, 0], 0x11: [OTHER, 2, 0], 0xd2: [OTHER, 1, 0],
  0x20: [LOCAL, 1, 0], 0x21: [LOCAL, 1, 0], 0x22: [LOCAL, 1, 0],
  0x41: [CONSTANT, 1, 0], 0x42: [LONG, 1, 0], 0x43: [FLOAT, 4, 0], 0x44: [DOUBLE, 8, 0],
};

// A constant as long as this is an address in the data: it goes in a stream of its own, and is a word of its own.
const LONG_AS_ADDRESS = 4;

// What an instruction says about the local that its neighbour names: the first of a statement that is loaded from is mostly
// one of few, the pointers that a function was given. And what it does to a constant before it: reckon, compare, or something else.
const ranges = (text) => new Set(text.split(" ").flatMap((range) => {
  const [from, to = from] = range.split("-").map((code) => parseInt(code, 16));
  return Array.from({ length: to - from + 1 }, (_, nth) => from + nth);
}));
const BEFORE = [ranges("10 21 2 3"), ranges("36-3e b 4 d 24 5 fc 1a 25 26 11")];
const AFTER = [ranges("41 10 36 b 1b 3a 6b 46 d 49 f"), ranges("28-35 24 25 11")];
const CONSTANTS = [ranges("6a-6c fc"), ranges("45-4f 71-78 4")];
const level = (opcode, [one, two]) => (two.has(opcode) ? 2 : one.has(opcode) ? 1 : 0);


/** The code as words (opcodes with what stays with them) and what follows each; and what stands before each function. */
function read(bytes, all) {
  const words = new Map();
  const text = [];
  const declared = [];
  for (const { start, content, end } of all) {
    if (content - start !== leb(end - content).length) throw new Error("the size of a function is written longer than it needs to be");
    const reader = new Reader(bytes, content);
    for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.number(); }
    declared.push(bytes.subarray(content, reader.at));
    while (reader.at < end) {
      const { opcode, start: from, ends } = instruction(reader);
      const [usual, count, kept] = OPERANDS[opcode] ?? [PLAIN, 0, ends.length];
      const stream = usual === CONSTANT && reader.at - from > LONG_AS_ADDRESS ? ADDRESS : usual;
      const first = bytes.subarray(from, kept > 0 ? ends[kept - 1] : from + 1);
      const key = [stream, ...first].join();
      if (!words.has(key)) words.set(key, { id: words.size, first, stream, count, before: level(opcode, BEFORE), after: level(opcode, AFTER), constant: level(opcode, CONSTANTS) });
      text.push({ word: words.get(key), rest: bytes.subarray(from + first.length, reader.at) });
    }
  }
  return { words: [...words.values()], text, declared };
}

/** Gives the most frequent pairs of symbols symbols of their own: the text as symbols, and each pair's two. */
function pair(text, known) {
  const pairs = [];
  let symbols = Uint8Array.from(text);
  while (pairs.length < PAIRS && known + pairs.length < 256) {
    const counts = new Uint32Array(65536);
    for (let nth = 1; nth < symbols.length; nth += 1) counts[symbols[nth - 1] << 8 | symbols[nth]] += 1;
    const most = counts.indexOf(counts.reduce((one, other) => Math.max(one, other), 0));
    if (counts[most] < 2) break;
    const [one, other] = [most >> 8, most & 255];
    let kept = 0;
    for (let nth = 0; nth < symbols.length; nth += 1, kept += 1) {
      const both = symbols[nth] === one && symbols[nth + 1] === other;
      symbols[kept] = both ? known + pairs.length : symbols[nth];
      if (both) nth += 1;
    }
    symbols = symbols.subarray(0, kept);
    pairs.push([one, other]);
  }
  return { symbols, pairs };
}

/** Which byte each symbol is written as. Brotli looks at the classes of the two bytes before: those that say the most about
 * what comes next are to be in different ones. Found by trying each symbol in each class. */
function bytesFor(symbols, known) {
  const counts = new Uint32Array(known);
  const contexts = new Map();
  symbols.forEach((symbol, nth) => {
    counts[symbol] += 1;
    const key = (symbols[nth - 2] ?? 0) << 16 | (symbols[nth - 1] ?? 0) << 8 | symbol;
    contexts.set(key, (contexts.get(key) ?? 0) + 1);
  });
  const triples = [...contexts].map(([key, count]) => [key >> 16, key >> 8 & 255, key & 255, count]);
  const bits = Float64Array.from({ length: symbols.length + 1 }, (_, count) => (count > 1 ? count * Math.log2(count) : 0));
  const order = [...counts.keys()].sort((one, other) => counts[other] - counts[one]);
  const free = CLASSES.map(([, size]) => size);
  const classes = new Uint8Array(known);
  for (const symbol of order) {
    classes[symbol] = FILLING.find((one) => free[one] > 0);
    free[classes[symbol]] -= 1;
  }
  const cells = new Uint32Array(64 * known);
  const sums = new Uint32Array(64);
  const cost = () => {
    cells.fill(0);
    sums.fill(0);
    for (const [second, first, symbol, count] of triples) {
      const context = classes[first] << 3 | classes[second];
      cells[context * known + symbol] += count;
      sums[context] += count;
    }
    let all = 0;
    for (const sum of sums) all += bits[sum];
    // A symbol that occurs in a context has to be described there.
    for (const cell of cells) if (cell > 0) all += 3 - bits[cell];
    return all;
  };
  let best = cost();
  for (let round = 0; round < 3; round += 1) {
    for (const symbol of order.slice(0, 90)) {
      const home = classes[symbol];
      let least = home;
      for (let one = 0; one < 8; one += 1) {
        if (one === home || free[one] === 0) continue;
        classes[symbol] = one;
        const now = cost();
        if (now < best) [best, least] = [now, one];
      }
      classes[symbol] = least;
      free[home] += 1;
      free[least] -= 1;
    }
  }
  const next = CLASSES.map(([start]) => start);
  const places = new Uint8Array(known);
  for (const symbol of order) places[symbol] = next[classes[symbol]]++;
  return places;
}

/** What stands after the code, with the addresses of texts in the data made relative; see public/unpack.js. */
function relate(module, from) {
  const out = Buffer.from(module);
  const data = [...sections(module)].find(({ id, start }) => id === DATA && start === from);
  const reader = new Reader(module, data?.content);
  for (let left = data ? reader.number() : 0; left > 0; left -= 1) {
    if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error("a kind of data that the tools do not know");
    const phase = module[reader.at] & 3;
    reader.number();
    if (reader.byte() !== 0x0b) throw new Error("a kind of data that the tools do not know");
    const length = reader.number();
    for (let at = reader.at + (-phase & 3), end = 0; at + 4 <= reader.at + length; at += 4) {
      if (module[at + 3] !== 0 || module[at + 2] >> 2 !== 4) continue;
      const address = module.readUIntLE(at, 3) & 0x3ffff;
      out.writeUIntLE(0x100000 | ((address - end) & 0x3ffff), at, 3);
      end = address + (module[at + 6] ? 0 : module[at + 4] | module[at + 5] << 8);
    }
    reader.skip(length);
  }
  return out.subarray(from);
}

/** The packed form of what the start needs of a module: its first functions, `places` being where in the table the others
 * stand, and the data of `emptied`, the module without what comes later. */
export function pack(module, early, places, emptied) {
  const all = functions(module);
  const { words, text, declared } = read(module, all.slice(0, early));
  if (words.length > 256) throw new Error(`${words.length} kinds of instructions are more than a byte can name`);
  const { symbols, pairs } = pair(text.map(({ word }) => word.id), words.length);
  const bytes = bytesFor(symbols, words.length + pairs.length);

  const streams = Array.from({ length: STREAMS }, () => []);
  const first = importedFunctions(module) + early;
  const numbers = all.slice(early).flatMap((_, nth) => leb(first + nth)).length;
  streams[HEAD] = [module.subarray(0, all[0].start - CODE_START - numbers), module.subarray(all[0].start - CODE_START, all[0].start)];
  streams[TAIL] = [relate(emptied, all.at(-1).end)];
  streams[DECLARED] = declared;
  streams[SYMBOLS] = [symbols.map((symbol) => bytes[symbol])];
  text.forEach(({ word: { stream }, rest }, nth) => {
    const [last, next] = [text[nth - 1]?.word, text[nth + 1]?.word];
    if (stream === LOCAL) streams[LOCAL + ((last?.before ?? 0) + next.after > 1 ? 1 : 0)].push(rest);
    else if (stream === CONSTANT) streams[CONSTANT + next.constant].push(rest);
    else if (stream === OFFSET) {
      // What does not fit in the first byte has a stream of its own.
      streams[OFFSET].push(rest.subarray(0, 1));
      streams[FAR].push(rest.subarray(1));
    } else if (rest.length > 0) streams[stream].push(rest);
  });
  const entries = new Map();
  words.forEach(({ id, first, stream, count, before, after, constant }) => entries.set(bytes[id], [first.length, ...first, stream, count, before | after << 2 | constant << 4]));
  pairs.forEach((both, nth) => entries.set(bytes[words.length + nth], [PAIR, ...both.map((symbol) => bytes[symbol])]));
  streams[DICTIONARY] = Array.from({ length: Math.max(...entries.keys()) + 1 }, (_, place) => entries.get(place) ?? [0]);

  const contents = streams.map((parts) => Buffer.concat(parts.map((part) => Buffer.from(part))));
  const name = Buffer.from("packed");
  const payload = Buffer.concat([Buffer.from([name.length]), name, Buffer.from([module.length, first - early - 1, first, places, ...contents.map(({ length }) => length)].flatMap(leb)), ...contents]);
  // Zeros up to a whole word, and one word that makes the sum of all zero.
  const length = payload.length + 4;
  const header = Buffer.from([...module.subarray(0, 8), CUSTOM]);
  let section;
  for (let zeros = 0; section === undefined || section.length % 4 > 0; zeros += 1) {
    section = Buffer.concat([header, Buffer.from(leb(length + zeros)), payload, Buffer.alloc(zeros + 4)]);
  }
  let sum = 0;
  for (let at = 0; at < section.length; at += 4) sum = (Math.imul(sum, 31) + section.readInt32LE(at)) | 0;
  section.writeInt32LE(-sum | 0, section.length - 4);
  return section;
}

/** The glue with the loader that puts the module together, in place of the one for any form of a module; `first` and `more` are the
 * files with the start and with the rest, `given` what the module is given, `data` where in memory stands what comes after the
 * code, and `style` the section with the style sheet. */
export function unpacking(glue, [first, more], { given, memory, data, style }) {
  const [start, end] = [glue.indexOf("async function __wbg_load("), glue.lastIndexOf("export {")];
  if (start < 0 || end < start || !/\b__wbg_init as default\b/.test(glue.slice(end))) throw new Error("the glue loads the module in another way now");
  const source = (name) => readFileSync(new URL(`../public/${name}.js`, import.meta.url), "utf8").replace(/^import .*\n/gm, "").replace(/^export /gm, "");
  const words = { START: first, MORE: more, GIVEN: given, FROM, LATE, MEMORY: memory, DATA: data, STYLE: style };
  const loader = source("load").replace(/\{\{(\w+)\}\}/g, (_, name) => words[name]);
  return glue.slice(0, start) + source("unpack") + source("forecast") + loader + glue.slice(end) + "export { prepare };\n";
}
