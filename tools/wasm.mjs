// Reads WebAssembly modules: numbers, sections, functions, instructions. For the tools that change the module.
export const [CUSTOM, TYPES, IMPORTS, FUNCTIONS, TABLES, MEMORIES, GLOBALS, EXPORTS, START, ELEMENTS, CODE, DATA, DATA_COUNT] = Array(13).keys();

/** A number as the format writes it: seven bits a byte, the lowest first. */
export const leb = (value) => {
  const out = [];
  do { out.push((value & 127) | (value > 127 ? 128 : 0)); value = Math.floor(value / 128); } while (value > 0);
  return out;
};

/** A number as an `i32.const` has it, from zero up. */
export const signed = (value) => {
  const out = leb(value);
  return out.at(-1) & 64 ? [...out.slice(0, -1), out.at(-1) | 128, 0] : out;
};

/** Reads a module from some place on. */
export class Reader {
  constructor(bytes, at = 8) { Object.assign(this, { bytes, at }); }
  byte() {
    if (this.at >= this.bytes.length) throw new Error("the module ends too early");
    return this.bytes[this.at++];
  }
  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }
  /** A number with a sign, as instructions have it. */
  signed() {
    const start = this.at;
    const value = this.number();
    return this.bytes[this.at - 1] & 64 ? value - 2 ** (7 * (this.at - start)) : value;
  }
  skip(length) { this.at += length; return this.bytes.subarray(this.at - length, this.at); }
  text() { return Buffer.from(this.skip(this.number())).toString("utf8"); }
}

/** The sections: where they start, where their content starts, where they end. */
export function* sections(bytes) {
  const reader = new Reader(bytes);
  while (reader.at < bytes.length) {
    const start = reader.at;
    const id = reader.byte();
    const length = reader.number();
    yield { id, start, content: reader.at, end: reader.at + length };
    reader.at += length;
  }
}

/** The module with the content of one section changed. */
export function change(bytes, wanted, make) {
  const { start, content, end } = [...sections(bytes)].find(({ id }) => id === wanted);
  const body = Buffer.concat(make(new Reader(bytes, content)).map((part) => Buffer.from(part)));
  return Buffer.concat([bytes.subarray(0, start), Buffer.from([wanted, ...leb(body.length)]), body, bytes.subarray(end)]);
}

/** How many functions of others a module asks for; their numbers come before those of its own. */
export const importedFunctions = (bytes) => WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "function").length;

/** The numbers and names of the functions, where a module has names: first those of others, then its own. */
export function* functionNames(bytes) {
  for (const { id, content, end } of sections(bytes)) {
    const reader = new Reader(bytes, content);
    if (id !== CUSTOM || reader.text() !== "name") continue;
    while (reader.at < end) {
      const part = reader.byte();
      const next = reader.number() + reader.at;
      for (let left = part === 1 ? reader.number() : 0; left > 0; left -= 1) yield [reader.number(), reader.text()];
      reader.at = next;
    }
  }
}

/** The number of the type of a function that takes nothing and gives nothing back. */
export function typeOf(bytes) {
  const types = [...sections(bytes)].find(({ id }) => id === TYPES);
  const reader = new Reader(bytes, types.content);
  for (let nth = 0, count = reader.number(); nth < count; nth += 1) {
    reader.byte();
    const taken = reader.skip(reader.number()).length;
    if (taken + reader.skip(reader.number()).length === 0) return nth;
  }
  throw new Error("no function takes nothing and gives nothing back");
}

/** The functions of the code section: where their sizes, their contents and their ends are. */
export function functions(bytes) {
  const code = [...sections(bytes)].find(({ id }) => id === CODE);
  const reader = new Reader(bytes, code.content);
  return Array.from({ length: reader.number() }, () => {
    const start = reader.at;
    const length = reader.number();
    const content = reader.at;
    reader.skip(length);
    return { start, content, end: reader.at };
  });
}

// What follows an opcode: n a number (also a signed one), b a byte, f and d the bytes of a float, v a list of numbers,
// j the jumps of a br_table: a list of numbers and one more. Opcodes up to 0xc4 that are not named have nothing.
const OPERANDS = {
  0x02: "n", 0x03: "n", 0x04: "n", 0x0c: "n", 0x0d: "n", 0x0e: "j", 0x10: "n", 0x11: "nn", 0x1c: "v", 0x20: "n", 0x21: "n", 0x22: "n",
  0x23: "n", 0x24: "n", 0x25: "n", 0x26: "n", 0x3f: "n", 0x40: "n", 0x41: "n", 0x42: "n", 0x43: "f", 0x44: "d", 0xd0: "n", 0xd1: "", 0xd2: "n",
};
const UNKNOWN = new Set([0x06, 0x07, 0x08, 0x09, 0x0a, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1d, 0x1e, 0x1f, 0x27]);
// After 0xfc: conversions that do not trap, then operations on whole memories and tables.
const WHOLE = ["", "", "", "", "", "", "", "", "nn", "n", "nn", "n", "nn", "n", "nn", "n", "n", "n"];

function operands(opcode, reader) {
  // An alignment of 64 or more would say that the number of a memory follows.
  if (opcode >= 0x28 && opcode <= 0x3e) return reader.bytes[reader.at] < 64 ? "nn" : "?";
  if (opcode === 0xfc) return `n${WHOLE[new Reader(reader.bytes, reader.at).number()] ?? "?"}`;
  return OPERANDS[opcode] ?? (opcode <= 0xc4 && !UNKNOWN.has(opcode) ? "" : "?");
}

/** One instruction: its opcode, where it starts, and where each of its operands ends. */
export function instruction(reader) {
  const start = reader.at;
  const opcode = reader.byte();
  const ends = [];
  const number = () => { const value = reader.number(); ends.push(reader.at); return value; };
  for (const kind of operands(opcode, reader)) {
    if (kind === "n") number();
    else if (kind === "f" || kind === "d") ends.push((reader.skip(kind === "f" ? 4 : 8), reader.at));
    else if (kind === "v" || kind === "j") for (let left = number() + (kind === "j" ? 1 : 0); left > 0; left -= 1) number();
    else throw new Error(`an instruction that the tools do not know: 0x${opcode.toString(16)}`);
  }
  return { opcode, start, operands: start + 1, ends };
}
