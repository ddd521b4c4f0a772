// Puts the rest of the module in its place, which tools/forecast.mjs made small; the build moves this into the glue. Each symbol
// (an instruction, a local, a number) is a walk down a tree; how likely either way is, is foretold from what stood in like
// places before, and the file holds only what the forecast left open. The forecast itself (tools/forecast.wat) is the code of
// the packed file; which places are alike is said here. The packer runs the same lines with its own `symbol`, so that both
// foretell alike, bit for bit in every engine: whole numbers, and + - * / of doubles.
const [CONTEXTS, RATES, STRETCH, SQUASH, WEIGHTS, SONS, REFINED, FILE] = [0, 0x400, 0x1000, 0x9000, 0x20000, 0x38000, 0x40000, 0x1100000];
// What a value is: an instruction, or what follows one. What follows these instructions is a list; and two that nest.
const [WORD, LOCAL, , , I64, CALL, BRANCH, DECLARED] = Array(8).keys();
const KINDS = 9;
const [CLOSES, OPENS] = [14, 15];
// The trees: of instructions by what came before, of the other kinds, of bytes outside the dictionaries, and of the data.
const [GROUPS, RAW, NEAR, TEXT, TREES] = [4, 12, 14, 15, 16];
/** How many contexts there are, and how many zeros in a row say that data was taken out. */
const INPUTS = 12;
export const GAPS = /\0{32,}/g;
// Texts that the start has: what is learned from them helps with the others.
const KNOWN = /[ -~]{16,}/g;

/** Fills the room of the whole module from `from` to `to`, and the gaps in its data; pauses often. `steer` is the packer's. */
export function* fill(file, { whole: out, from: at, to: end }, steer) {
  const { imul } = Math;
  let head = 8;
  while (file[head]) head += file[head + 1] > 127 ? (file[head + 1] & 127 | file[head + 2] << 7) + 3 : file[head + 1] + 2;
  const { exports: model } = new WebAssembly.Instance(new WebAssembly.Module(file.subarray(0, head)));
  const { buffer } = model.memory;
  new Uint8Array(buffer, FILE).set(file);
  head += 11;
  model.place.value = FILE + head + 4;
  model.code.value = file[head] << 24 | file[head + 1] << 16 | file[head + 2] << 8 | file[head + 3];

  // Between a likelihood and the logarithm of its odds, in 170ths.
  const squash = new Float64Array(buffer, SQUASH, 4096);
  const stretch = new Float64Array(buffer, STRETCH, 4096);
  for (let nth = 0, odds = 5.855e-6, from = 0; nth < 4096; nth += 1, odds *= 1.0058997) {
    squash[nth] = odds / (1 + odds);
    while (from < 4096 && (from <= squash[nth] * 4096 || nth > 4094)) stretch[from++] = (nth - 2048) / 170;
  }
  new Int32Array(buffer, RATES, 32).forEach((_, seen, rates) => (rates[seen] = 32768 / (seen + 1.15)));
  new Float64Array(buffer, WEIGHTS, 9728).fill(0.2);
  new Float32Array(buffer, REFINED, 1 << 17).forEach((_, nth, all) => (all[nth] = squash[((nth & 31) % 25 - 12) * 170 + 2048] || squash[4095]));
  const sons = new Int16Array(buffer, SONS);
  const contexts = new Int32Array(buffer, CONTEXTS, INPUTS);
  const symbol = steer ? steer(model, sons) : model.symbol;
  const context = (nth, one, other) => {
    const hash = imul(imul(one + 0x1234567, 0x2545f491) + other ^ nth << 27, 0x9e3779b1);
    contexts[nth] = imul(hash ^ hash >>> 15, 0x2c1b3c6d);
  };

  // A tree is given as the lengths of the ways to its symbols. The first of all is flat: a byte.
  // The ways to the symbols of the last tree, as decisions.
  let nodes = 0, ways;
  const tree = (lengths) => {
    ways = [];
    const order = [...lengths.keys()].filter((one) => lengths[one]).sort((one, other) => lengths[one] - lengths[other]);
    const grow = (...way) => {
      if (lengths[order[0]] === way.length) {
        ways[order[0]] = way;
        return ~order.shift();
      }
      const node = nodes += 1;
      for (const bit of [0, 1]) sons[node * 2 + bit] = grow(...way, bit);
      return node;
    };
    // Of one symbol only nothing is to be said.
    return order.length ? grow() : ~0;
  };
  const flat = tree(Array(256).fill(8));
  let past = 0;
  const byte = (kind = 0) => {
    for (let nth = 0; nth < INPUTS; nth += 1) context(nth, kind, nth < 4 ? past & 0xffffff >>> 24 - nth * 8 : past >>> (nth - 3) * 8 & 255);
    const said = symbol(flat, TREES);
    past = past << 8 | said;
    return said;
  };

  let sum = byte() | byte() << 8 | byte() << 16;
  yield;
  const kinds = [], roots = [];
  for (let kind = 0; kind < KINDS; kind += 1) {
    kinds[kind] = [];
    for (let left = byte(1) + 1; left; left -= 1) {
      const length = byte(2 + kind);
      // In place of the bytes: how many stand outside of the dictionary. And of instructions what follows them.
      const raw = length > 15 ? length - 16 : 0;
      const [stream, count, group] = kind ? [] : [byte(20), byte(21), byte(22)];
      kinds[kind].push({ raw, stream, count, group, bytes: Array.from({ length: raw ? 0 : length }, () => byte(30 + kind)) });
      yield;
    }
  }
  for (let nth = 0; nth < TREES; nth += 1) {
    const size = nth < GROUPS ? kinds[WORD].length : nth < RAW ? kinds[nth - GROUPS + 1].length : 256;
    roots[nth] = tree(Array.from({ length: size }, () => byte(40 + nth)));
    yield;
  }

  // The last instructions (a byte each), and the last instructions and values as hashes that forget.
  let functions = 0, ops = 0, older = 0, two = 0, four = 0, six = 0;
  const lasts = new Int32Array(KINDS), befores = new Int32Array(KINDS);
  const push = (token) => {
    token = imul(token + 1, 0x2545f491);
    two = imul(two, 0x9e37 << 16) + token | 0;
    four = imul(four, 0x2f0b4d << 8) + token | 0;
    six = imul(six, 0x1b87359 << 5) + token | 0;
  };
  const prepare = (salt, one, other, kind = -1) => {
    model.mix.value = (ops & 255) + (kind + 1) * 256 << 7;
    // Locals, offsets and constants are much the same within one function.
    context(0, kind >= LOCAL && kind < I64 ? imul(functions, 0x2545f49) + (ops & 0xff) : ops & 0xffff, salt);
    context(1, ops & 0xffffff, salt);
    context(2, ops, imul(older & 0xffff, 0x51ed27) + salt);
    context(3, four, salt);
    context(4, six, salt);
    context(5, one, salt);
    context(6, other, salt);
    context(7, 0, salt);
    context(8, imul(lasts[CALL], 0x9e3779b1) + (ops & 0xffff), salt);
    context(9, functions, salt);
    context(10, functions, imul(two, 77) + salt);
    context(11, two, salt);
  };
  /** One value of a kind: written out, and remembered. */
  const value = (kind, one, other) => {
    prepare(kind, one, other, kind);
    let said = symbol(roots[kind + 3], kind + 3);
    const { raw, bytes } = kinds[kind][said];
    for (const byte of bytes) out[at++] = byte;
    if (raw) {
      // The last byte first, because the others depend on it most.
      said = 0;
      for (let left = raw; left; left -= 1) {
        prepare(imul(kind << 4 | left, 0x3d4d51cb) + imul(said + 1, 0x6b43a9b5) | 0, lasts[kind], befores[kind]);
        const nth = kind === CALL ? left > 1 ? RAW + 1 : NEAR : RAW;
        said = said << 8 | (out[at + left - 1] = symbol(roots[nth], nth));
      }
      at += raw;
      said = imul(said, 0x7feb352d) + 256 | 0;
    }
    befores[kind] = lasts[kind];
    lasts[kind] = said;
    push(said + (kind << 8));
    return said;
  };
  // Another file than the one that belongs to the start runs past the end, or does not come to it.
  for (; at < end; functions += 1) {
    const body = at;
    let group = 0, depth = 0, most = 0;
    ops = older = two = four = six = lasts[LOCAL] = befores[LOCAL] = 0;
    value(DECLARED, lasts[DECLARED], 0);
    while (depth >= 0 && at < end) {
      prepare(WORD, imul(two, 77) + (ops & 0xff), imul(depth, 77) + (ops & 0xff));
      const said = symbol(roots[group], group);
      const { bytes, stream, count, group: after } = kinds[WORD][said];
      for (const byte of bytes) out[at++] = byte;
      group = after;
      older = older << 8 | ops >>> 24;
      ops = ops << 8 | said;
      push(said);
      if (stream === OPENS) depth += 1;
      else if (stream === CLOSES) depth -= 1;
      else if (stream === LOCAL) most = Math.max(most, value(LOCAL, imul(most, 0x9e3779b1) + (ops & 0xff), imul(lasts[LOCAL], 0x9e3779b1) + imul(befores[LOCAL], 0x632be5ab) + (ops & 0xff)));
      else if (stream) {
        let left = count;
        if (!left) {
          const list = at;
          value(BRANCH, 0, 0);
          left = 1 + (out[list] > 127 ? out[list] & 127 | out[list + 1] << 7 : out[list]);
        }
        for (; left && at < end; left -= 1) {
          value(stream, imul(lasts[stream], 0x9e3779b1) + (ops & 0xffff), imul(lasts[stream], 0x9e3779b1) + imul(befores[stream], 0x632be5ab) + ops);
        }
      }
      yield;
    }
    // The size of a function stands before it.
    const size = at - body, width = size > 16383 ? 3 : size > 127 ? 2 : 1;
    out.copyWithin(body + width, body, at);
    for (let nth = 0; nth < width; nth += 1) out[body + nth] = size >> nth * 7 & 127 | (nth < width - 1 ? 128 : 0);
    at += width;
  }
  // The data, byte for byte: foretold from the letters before, the word so far and the word before it; addresses from the one
  // before. First what the start has of it, only to learn: what is read meanwhile is put back.
  ops = older = two = four = 0;
  function* data(of, next) {
    const found = [];
    for (const { 0: { length }, index } of new TextDecoder("latin1").decode(out.subarray(end)).matchAll(of)) {
      for (at = end + index; at < end + index + length; at += 1) {
        for (let nth = 0; nth < 5; nth += 1) context(nth, nth < 4 ? ops & 0xffffffff >>> 24 - nth * 8 : ops, nth > 3 ? older & 0xff : 256);
        context(5, ops, older & 0xffffff);
        context(6, two, 256);
        context(7, two, four);
        context(8, at & 3, ops & 0xff000000);
        context(9, ops & 0xffff00, 256);
        context(10, two, ops & 0xff);
        context(11, imul(older, 0x2545f491) + ops, 256);
        const kind = ops & 255;
        model.mix.value = kind + 4096 << 7;
        const letter = out[at] = next(kind > 96 ? TEXT : kind > 31 ? TREES + 1 : TREES + 2);
        older = older << 8 | ops >>> 24;
        ops = ops << 8 | letter;
        if (letter > 64) two = imul(two + letter, 0x2545f491);
        else if (two) [two, four] = [0, two];
        yield;
      }
      found.push([index, out.slice(end + index, at)]);
    }
    return found;
  }
  const { range, code, place } = model;
  const state = [range, code, place].map((one) => [one, one.value]);
  yield* data(KNOWN, (set) => {
    let node = roots[TEXT];
    // Of letters that none of the others has there is nothing to learn.
    for (const bit of ways[out[at]] || []) node = model.learn(bit, model.cut(node, set));
    return out[at];
  });
  for (const [one, value] of state) one.value = value;
  const gaps = yield* data(GAPS, (set) => symbol(roots[TEXT], set));
  sum ^= out.reduce((sum, one) => imul(sum, 31) + one & 0xffffff, 0);
  if (sum) throw Error("the module is damaged");
  return gaps;
}
