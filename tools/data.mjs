// Which of a module's data comes later, with the functions that come later: the texts about exercises, and whatever no function
// of the start can reach. What a function reaches is told by the addresses in its code, and then by those in the data. Where
// pieces of data begin and end, and which hold addresses, the linker says in sections of its own, which the module on disk before
// wasm-bindgen still has (`--emit-relocs`).
import { GAPS } from "../public/forecast.js";
import { change, CUSTOM, DATA, functions, instruction, leb, Reader, sections, signed } from "./wasm.mjs";

// A text about an exercise stands between these marks; see src/training/words.rs.
const MARKED = /\x01\|[^\x01]*\|\x01/g;
const [I32_CONST, END, LOAD, STORE] = [0x41, 0x0b, 0x28, 0x3e];
// In the linker's sections: the list of symbols, what kind a symbol is, and what its flags say.
const SYMBOLS = 8;
const [IS_DATA, IS_SECTION] = [1, 3];
const [UNDEFINED, NAMED] = [0x10, 0x40];
// The kinds of places to be filled in that have a number added to their symbol.
const ADDED = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 22, 23]);

/** The pieces that the data comes in: where in memory, and where in the module. */
function segments(module) {
  const { content } = [...sections(module)].find(({ id }) => id === DATA);
  const reader = new Reader(module, content);
  return Array.from({ length: reader.number() }, () => {
    if (reader.number() !== 0 || reader.byte() !== I32_CONST) throw new Error("a kind of data that the tools do not know");
    const address = reader.signed();
    if (reader.byte() !== END) throw new Error("a kind of data that the tools do not know");
    const length = reader.number();
    reader.skip(length);
    return { address, at: reader.at - length, length };
  });
}

/** The module with its data in one piece; and where that stands in memory. */
export function inOnePiece(module) {
  const all = segments(module);
  const address = all[0].address;
  const last = all.at(-1);
  const whole = Buffer.alloc(last.address + last.length - address);
  for (const { address: from, at, length } of all) whole.set(module.subarray(at, at + length), from - address);
  const changed = change(module, DATA, () => [leb(1), [0, I32_CONST, ...signed(address), END], leb(whole.length), whole]);
  // What the reader counts from: the end of the code, as if all that follows were data.
  return { module: changed, data: address - (segments(changed)[0].at - functions(changed).at(-1).end) };
}

/** What the linker says of a module: its pieces of data (nothing in place of what is none), and what each holds addresses of. */
function linked(module) {
  const placed = segments(module);
  const all = [...sections(module)];
  const { content } = all.find(({ id }) => id === DATA);
  const symbols = [];
  const holds = [];
  for (const { id, content: at, end } of all) {
    const reader = new Reader(module, at);
    const name = id === CUSTOM ? reader.text() : "";
    if (name === "linking") {
      for (reader.number(); reader.at < end;) {
        const part = reader.byte();
        const next = reader.number() + reader.at;
        for (let left = part === SYMBOLS ? reader.number() : 0; left > 0; left -= 1) symbols.push(symbol(reader, placed));
        reader.at = next;
      }
    } else if (name.startsWith("reloc.")) {
      reader.number();
      for (let left = reader.number(); left > 0; left -= 1) {
        const added = ADDED.has(reader.byte());
        const place = content + reader.number();
        const to = symbols[reader.number()];
        const more = added ? reader.signed() : 0;
        if (!to) continue;
        // An address outside of what it belongs to says nothing about where it leads.
        if (more < 0 || more > to.to - to.from) to.odd = true;
        if (name !== "reloc.DATA") continue;
        const { address, at: start } = placed.find(({ at, length }) => place >= at && place < at + length);
        holds.push([address + place - start, to]);
      }
    }
  }
  return { symbols: symbols.filter((one) => one), holds };
}

/** One of the linker's symbols, if it is a piece of data. */
function symbol(reader, placed) {
  const [kind, flags] = [reader.byte(), reader.number()];
  if (kind === IS_SECTION) reader.number();
  else if (kind !== IS_DATA) {
    reader.number();
    if (!(flags & UNDEFINED) || flags & NAMED) reader.text();
  } else {
    reader.text();
    if (flags & UNDEFINED) return undefined;
    const from = placed[reader.number()].address + reader.number();
    return { from, to: from + reader.number() };
  }
  return undefined;
}

/** The module, whose data is in one piece, without what comes after its first `early` functions; `built` is the module with the linker's sections. */
export function withoutLater(module, early, built) {
  const [{ address, at, length }] = segments(module);
  const { symbols, holds } = linked(built);
  symbols.sort((one, other) => one.from - other.from);
  const around = (place) => {
    let [low, high] = [0, symbols.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (symbols[middle].from <= place) low = middle;
      else high = middle - 1;
    }
    return place >= symbols[low]?.from && place < symbols[low].to ? symbols[low] : undefined;
  };
  const reaches = new Map();
  for (const [place, to] of holds) {
    const from = around(place);
    if (!from) throw new Error("an address stands outside of all data");
    reaches.set(from, [...(reaches.get(from) ?? []), to]);
  }
  const kept = new Set(symbols.filter(({ odd }) => odd));
  for (const { content, end } of functions(module).slice(0, early)) {
    const reader = new Reader(module, content);
    for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.byte(); }
    while (reader.at < end) {
      const { opcode, operands, ends } = instruction(reader);
      if (opcode === I32_CONST) kept.add(around(new Reader(module, operands).signed()));
      else if (opcode >= LOAD && opcode <= STORE) kept.add(around(new Reader(module, ends[0]).number()));
    }
  }
  kept.delete(undefined);
  // A set goes on to what is put into it meanwhile.
  for (const one of kept) for (const to of reaches.get(one) ?? []) kept.add(to);
  const blank = Buffer.from(module);
  for (const one of symbols) {
    if (!kept.has(one) && one.from < address + length) blank.fill(0, at + one.from - address, at + Math.min(one.to - address, length));
  }
  for (const { 0: found, index } of module.toString("latin1", at).matchAll(MARKED)) blank.fill(0, at + index, at + index + found.length);
  // What is too short for the reader to see that it is missing stays.
  const out = Buffer.from(module);
  const end = functions(module).at(-1).end;
  for (const { 0: found, index } of blank.toString("latin1", end).matchAll(GAPS)) out.fill(0, end + index, end + index + found.length);
  return out;
}
