// Makes a module in which each function leaves a mark in memory when it is called, so that tools/start.mjs can tell which ones the
// start needs.
import { change, CODE, functions, leb, MEMORIES, Reader, sections, signed } from "./wasm.mjs";

const PAGE = 65536;
const [I32_CONST, STORE8] = [0x41, 0x3a];

/** Where the marks are in the memory of a marked module: one byte a function, in the last page that it starts with. */
export function marksAt(module) {
  const reader = new Reader(module, [...sections(module)].find(({ id }) => id === MEMORIES).content + 2);
  return (reader.number() - 1) * PAGE;
}

/** The module with the marks. */
export function mark(module) {
  const larger = change(module, MEMORIES, (reader) => {
    const [count, flags, initial] = [reader.number(), reader.byte(), reader.number()];
    return [[count, flags, ...leb(initial + 1), ...(flags & 1 ? leb(reader.number() + 1) : [])]];
  });
  const base = marksAt(larger);
  const all = functions(larger);
  if (all.length > PAGE) throw new Error("more functions than a page has room for");
  return change(larger, CODE, () => [leb(all.length), ...all.flatMap(({ content, end }, nth) => {
    const reader = new Reader(larger, content);
    for (let left = reader.number(); left > 0; left -= 1) { reader.number(); reader.byte(); }
    const made = [I32_CONST, ...signed(base + nth), I32_CONST, 1, STORE8, 0, 0];
    return [leb(end - content + made.length), larger.subarray(content, reader.at), made, larger.subarray(reader.at, end)];
  })]);
}
