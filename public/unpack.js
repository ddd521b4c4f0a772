// Puts the module together again that tools/pack.mjs made small; the build moves this into the glue. Each symbol (an
// instruction, a local, a number) is a walk down a tree; how likely either way is, is foretold from what stood in
// like places before, and the file holds only what the forecast left open. The forecast itself (tools/forecast.wat) is the
// code of the packed module; which places are alike is said here. The packer runs the same lines with its own `symbol`, so
// that both foretell alike, bit for bit in every engine: whole numbers, and + - * / of doubles.
const [CONTEXTS, RATES, STRETCH, SQUASH, WEIGHTS, SONS, REFINED, FILE] = [0, 0x400, 0x1000, 0x9000, 0x20000, 0x30000, 0x40000, 0x500000];
// What a value is: an instruction, or what follows one. What follows these instructions is a list; and two that nest.
const [WORD, LOCAL, , , I64, CALL, BRANCH, DECLARED] = Array(8).keys();
const KINDS = 9;
const [CLOSES, OPENS] = [14, 15];
// The trees: of instructions by what came before, of the other kinds, and of bytes outside the dictionaries.
const [GROUPS, RAW, NEAR, TREES] = [4, 12, 14, 15];
// So much of the file is to be there before the dictionaries are read, and before each instruction.
const [FIRST, NEXT] = [8192, 512];

/** Makes the addresses of texts in the data absolute; they are given relative to the end of the text before. */
function relate(out, at) {
  const number = () => {
    let value = 0;
    for (let shift = 0, byte = 128; byte > 127; shift += 7) value |= ((byte = out[at++]) & 127) << shift;
    return value;
  };
  if (out[at++] !== 11) return;
  number();
  for (let segments = number(); segments > 0; segments -= 1) {
    const phase = -out[at += 2] & 3;
    number();
    at += 1;
    const end = number() + at;
    for (let text = 0, word = at + phase; word + 4 <= end; word += 4) {
      if (!out[word + 3] && out[word + 2] >> 2 === 4) {
        const address = text + (out[word] | out[word + 1] << 8 | out[word + 2] << 16) & 0x3ffff;
        out[word] = address;
        out[word + 1] = address >> 8;
        out[word + 2] = 16 | address >> 16;
        text = address + (out[word + 6] ? 0 : out[word + 4] | out[word + 5] << 8);
      }
    }
    at = end;
  }
}

/** The module from its packed form. `next(true)` promises the next part of the file, nothing at its end; `next(false)` is
 * awaited now and then so that others may have a turn. `steer` is the packer's. */
export async function unpack(next, steer) {
  const { imul } = Math;
  let file = new Uint8Array(1 << 20), received = 0, ended = false;
  const receive = async () => {
    const chunk = await next(true);
    if (chunk) file.set(chunk, received);
    received += chunk ? chunk.length : ended = 1 / 0;
  };
  while (received < FIRST) await receive();
  let at = 8;
  while (file[at]) at += file[at + 1] > 127 ? (file[at + 1] & 127 | file[at + 2] << 7) + 3 : file[at + 1] + 2;
  const { exports: model } = (await WebAssembly.instantiate(file.slice(0, at))).instance;
  const { buffer } = model.memory;
  const start = file;
  file = new Uint8Array(buffer, FILE);
  file.set(start);
  model.place.value = FILE + at + 18;
  model.code.value = file[at + 14] << 24 | file[at + 15] << 16 | file[at + 16] << 8 | file[at + 17];
  // What is no code stands as it is behind the coded part.
  const plain = at + 14 + (file[at + 11] | file[at + 12] << 8 | file[at + 13] << 16);

  // Between a likelihood and the logarithm of its odds, in 170ths.
  const squash = new Float64Array(buffer, SQUASH, 4096);
  const stretch = new Float64Array(buffer, STRETCH, 4096);
  for (let nth = 0, odds = 5.855e-6, from = 0; nth < 4096; nth += 1, odds *= 1.0058997) {
    squash[nth] = odds / (1 + odds);
    while (from < 4096 && (from <= squash[nth] * 4096 || nth > 4094)) stretch[from++] = (nth - 2048) / 170;
  }
  new Int32Array(buffer, RATES, 32).forEach((_, seen, rates) => (rates[seen] = 32768 / (seen + 1.5)));
  new Float64Array(buffer, WEIGHTS, 8192).fill(0.3);
  new Float32Array(buffer, REFINED, 1 << 17).forEach((_, nth, all) => (all[nth] = squash[((nth & 31) % 25 - 12) * 170 + 2048] || squash[4095]));
  const sons = new Int16Array(buffer, SONS);
  const contexts = new Int32Array(buffer, CONTEXTS, 8);
  const symbol = steer ? steer(model, sons) : model.symbol;
  const context = (nth, one, other) => {
    const hash = imul(imul(one + 0x1234567, 0x2545f491) + other ^ nth << 27, 0x9e3779b1);
    contexts[nth] = imul(hash ^ hash >>> 15, 0x2c1b3c6d);
  };

  // A tree is given as the lengths of the ways to its symbols. The first of all is flat: a byte.
  let nodes = 0;
  const tree = (lengths) => {
    const order = [...lengths.keys()].filter((one) => lengths[one]).sort((one, other) => lengths[one] - lengths[other]);
    const grow = (length) => {
      if (lengths[order[0]] === length) return ~order.shift();
      const node = nodes += 1;
      sons[node * 2] = grow(length + 1);
      sons[node * 2 + 1] = grow(length + 1);
      return node;
    };
    // Of one symbol only nothing is to be said.
    return order.length ? grow(0) : ~0;
  };
  const flat = tree(Array(256).fill(8));
  let last = 0;
  const byte = (kind = 0) => {
    for (let nth = 0; nth < 7; nth += 1) context(nth, kind, nth && last);
    return last = symbol(flat, TREES);
  };
  const number = () => byte() | byte() << 8 | byte() << 16;

  const out = new Uint8Array(number());
  const code = number();
  const wanted = number();
  let functions = number();
  const kinds = Array.from({ length: KINDS }, (_, kind) => Array.from({ length: byte(1) + 1 }, () => {
    const length = byte(2 + kind);
    // In place of the bytes: how many stand outside of the dictionary. And of instructions what follows them.
    const raw = length > 15 ? length - 16 : 0;
    const [stream, count, group] = kind ? [] : [byte(20), byte(21), byte(22)];
    return { raw, stream, count, group, bytes: Array.from({ length: raw ? 0 : length }, () => byte(30 + kind)) };
  }));
  const roots = Array.from({ length: TREES }, (_, nth) => {
    const size = nth < GROUPS ? kinds[WORD].length : nth < RAW ? kinds[nth - GROUPS + 1].length : 256;
    return tree(Array.from({ length: size }, () => byte(40 + nth)));
  });

  let to = code, steps = 0;
  const rest = async () => {
    if (!(steps & 255)) await next(false);
    while (model.place.value > FILE + received - NEXT) await receive();
  };
  const late = () => !(++steps & 255) || model.place.value > FILE + received - NEXT;

  // The last instructions (a byte each), and the last instructions and values as hashes that forget.
  let ops = 0, older = 0, two = 0, four = 0, six = 0;
  const lasts = new Int32Array(KINDS), befores = new Int32Array(KINDS);
  const push = (token) => {
    token = imul(token + 1, 0x2545f491);
    two = imul(two, 0x9e37 << 16) + token | 0;
    four = imul(four, 0x2f0b4d << 8) + token | 0;
    six = imul(six, 0x1b87359 << 5) + token | 0;
  };
  const prepare = (salt, one, other, kind) => {
    // Locals, offsets and constants are much the same within one function.
    context(0, kind >= LOCAL && kind < I64 ? imul(functions, 0x2545f49) + (ops & 0xff) : ops & 0xffff, salt);
    context(1, ops & 0xffffff, salt);
    context(2, ops, imul(older & 0xffff, 0x51ed27) + salt);
    context(3, four, salt);
    context(4, six, salt);
    context(5, one, salt);
    context(6, other, salt);
  };
  /** One value of a kind: written out, and remembered. */
  const value = (kind, one, other) => {
    prepare(kind, one, other, kind);
    let said = symbol(roots[kind + 3], kind + 3);
    const { raw, bytes } = kinds[kind][said];
    for (const byte of bytes) out[to++] = byte;
    if (raw) {
      // The last byte first, because the others depend on it most.
      said = 0;
      for (let left = raw; left; left -= 1) {
        prepare(imul(kind << 4 | left, 0x3d4d51cb) + imul(said + 1, 0x6b43a9b5) | 0, lasts[kind], befores[kind]);
        const nth = kind === CALL ? left > 1 ? RAW + 1 : NEAR : RAW;
        said = said << 8 | (out[to + left - 1] = symbol(roots[nth], nth));
      }
      to += raw;
      said = imul(said, 0x7feb352d) + 256 | 0;
    }
    befores[kind] = lasts[kind];
    lasts[kind] = said;
    push(said + (kind << 8));
    return said;
  };
  for (; functions; functions -= 1) {
    const body = to;
    let group = 0, depth = 0, most = 0;
    ops = older = two = four = six = lasts[LOCAL] = befores[LOCAL] = 0;
    value(DECLARED, lasts[DECLARED], 0);
    while (depth >= 0) {
      prepare(WORD, imul(two, 77) + (ops & 0xff), imul(depth, 77) + (ops & 0xff));
      const said = symbol(roots[group], group);
      const { bytes, stream, count, group: after } = kinds[WORD][said];
      for (const byte of bytes) out[to++] = byte;
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
          const list = to;
          value(BRANCH, 0, 0);
          left = 1 + (out[list] > 127 ? out[list] & 127 | out[list + 1] << 7 : out[list]);
        }
        for (; left; left -= 1) {
          value(stream, imul(lasts[stream], 0x9e3779b1) + (ops & 0xffff), imul(lasts[stream], 0x9e3779b1) + imul(befores[stream], 0x632be5ab) + ops);
          if (late()) await rest();
        }
      }
      if (to > out.length) throw Error("the module is damaged");
      if (late()) await rest();
    }
    // The size of a function stands before it.
    const size = to - body, width = size > 16383 ? 3 : size > 127 ? 2 : 1;
    out.copyWithin(body + width, body, to);
    for (let nth = 0; nth < width; nth += 1) out[body + nth] = size >> nth * 7 & 127 | (nth < width - 1 ? 128 : 0);
    to += width;
  }
  while (!ended) await receive();
  out.set(file.subarray(plain, plain + code));
  out.set(file.subarray(plain + code, plain + code + out.length - to), to);
  relate(out, to);
  if (out.reduce((sum, one) => imul(sum, 31) + one & 0xffffff, 0) !== wanted) throw Error("the module is damaged");
  return out;
}
