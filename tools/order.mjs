// Sorts the functions of a module: first those that the start needs, and of both kinds those side by side that are alike: 4 kB
// less after compression, because what is repeated is near. Works on the last form of the module.
import { CODE, CUSTOM, ELEMENTS, EXPORTS, functionNames, functions, FUNCTIONS, importedFunctions, IMPORTS, instruction, leb, Reader, sections, START, typeOf } from "./wasm.mjs";

const [END, CALL, REF_FUNC] = [0x0b, 0x10, 0xd2];
/** Where what is asked for comes from, and what the function is called that brings the rest of the module. */
export const [FROM, LATE] = ["a", "0"];
// Two functions are alike when they share runs of so many instructions; a run that more functions than this have says little.
const RUN = 6;
const COMMON = 200;

/** Each function's runs of opcodes, a call's with whom it calls, as hashes. */
function runs(bytes, all) {
  return all.map(({ content, end }) => {
    const reader = new Reader(bytes, content);
    for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.byte(); }
    const opcodes = [];
    while (reader.at < end) {
      const { opcode, start } = instruction(reader);
      opcodes.push(opcode === CALL ? new Reader(bytes, start + 1).number() << 8 : opcode);
    }
    const found = new Set();
    for (let at = 0; at + RUN <= opcodes.length; at += 1) {
      found.add(opcodes.slice(at, at + RUN).reduce((hash, opcode) => (Math.imul(hash, 0x9e3779b1) + opcode) | 0, 0));
    }
    return found;
  });
}

/** A chain of functions, those that come first before the others: after each the one that shares the most with it, of those
 * that are left. */
function chain(runsOf, isEarly) {
  const having = new Map();
  runsOf.forEach((found, nth) => found.forEach((run) => having.set(run, [...(having.get(run) ?? []), nth])));
  const later = runsOf.map((_, nth) => nth).filter((nth) => !isEarly(nth));
  const left = new Set(runsOf.map((_, nth) => nth).filter(isEarly));
  const order = [];
  for (let current = left.values().next().value; current !== undefined;) {
    left.delete(current);
    order.push(current);
    if (left.size === 0) for (const nth of later.splice(0)) left.add(nth);
    const shared = new Map();
    for (const run of runsOf[current]) {
      const others = having.get(run);
      if (others.length <= COMMON) for (const other of others) if (left.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1 / others.length);
    }
    const likeness = ([other, weight]) => weight / (runsOf[other].size + 5) ** 0.3;
    const likest = [...shared].reduce((best, one) => (best === null || likeness(one) > likeness(best) ? one : best), null);
    current = likest ? likest[0] : left.values().next().value;
  }
  return order;
}

/** What the functions of a module are called, without the numbers of the compilation; nothing for those without a name. */
export function namesOf(module) {
  const imported = importedFunctions(module);
  const names = [];
  for (const [index, name] of functionNames(module)) names[index - imported] = name.replace(/\[[0-9a-f]+\]|(?<=shim)_\d+$|\.\d+$/g, "");
  return names;
}

/** The module with its functions in a better order, those of the names given (and those without one) first; with one more
 * function that it asks for, for when those that come later are wanted; and without the sections that are for tools. And how
 * many functions come first. */
export function sortFunctions(module, early) {
  const all = functions(module);
  const names = namesOf(module);
  const isEarly = (nth) => !names[nth] || early.has(names[nth]);
  const imported = importedFunctions(module);
  const order = chain(runs(module, all), isEarly);
  const places = new Map(order.map((old, now) => [old, now]));
  const renumber = (index) => leb(index < imported ? index : imported + 1 + places.get(index - imported));

  /** The content that `reader` stands before, up to `end`, with the function indices that `visit` asks for renumbered. */
  const rewrite = (reader, end, visit) => {
    const parts = [];
    let kept = reader.at;
    visit(() => {
      const from = reader.at;
      parts.push(reader.bytes.subarray(kept, from), renumber(reader.number()));
      kept = reader.at;
    });
    return [...parts, reader.bytes.subarray(kept, end)];
  };
  const body = ({ content, end }) => {
    const reader = new Reader(module, content);
    const changed = Buffer.concat(rewrite(reader, end, (index) => {
      for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.byte(); }
      while (reader.at < end) {
        const opcode = module[reader.at];
        if (opcode === CALL || opcode === REF_FUNC) { reader.at += 1; index(); } else instruction(reader);
      }
    }).map((part) => Buffer.from(part)));
    return Buffer.concat([Buffer.from(leb(changed.length)), changed]);
  };
  const changes = {
    [IMPORTS]: (reader, end) => {
      const count = reader.number();
      return [leb(count + 1), module.subarray(reader.at, end), [1, ...Buffer.from(FROM), 1, ...Buffer.from(LATE), 0, ...leb(typeOf(module))]];
    },
    [FUNCTIONS]: (reader) => {
      const types = Array.from({ length: reader.number() }, () => reader.number());
      return [leb(types.length), ...order.map((old) => leb(types[old]))];
    },
    [EXPORTS]: (reader, end) => rewrite(reader, end, (index) => {
      for (let left = reader.number(); left > 0; left -= 1) {
        reader.text();
        if (reader.byte() === 0) index(); else reader.number();
      }
    }),
    [START]: (reader, end) => rewrite(reader, end, (index) => index()),
    [ELEMENTS]: (reader, end) => rewrite(reader, end, (index) => {
      for (let left = reader.number(); left > 0; left -= 1) {
        if (reader.number() !== 0) throw new Error("a kind of table contents that the tools do not know");
        while (instruction(reader).opcode !== END);
        for (let entries = reader.number(); entries > 0; entries -= 1) index();
      }
    }),
    [CODE]: () => [leb(all.length), ...order.map((old) => body(all[old]))],
  };
  const parts = [module.subarray(0, 8)];
  for (const { id, start, content, end } of sections(module)) {
    if (id === CUSTOM) continue;
    if (!changes[id]) { parts.push(module.subarray(start, end)); continue; }
    const changed = Buffer.concat(changes[id](new Reader(module, content), end).map((part) => Buffer.from(part)));
    parts.push(Buffer.from([id, ...leb(changed.length)]), changed);
  }
  return { module: Buffer.concat(parts), early: all.filter((_, nth) => isEarly(nth)).length };
}
