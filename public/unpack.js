// Puts together again what tools/pack.mjs took apart into streams: the part of the module that the start needs. The build moves
// this function into the glue. A damaged file is refused before anything is made of it. The rest is one loop over typed arrays.
/** The module of the start, whose later functions ask for the rest and go on there; the whole module with room for the rest;
 * where that room begins, and where it ends. */
export function unpack(file) {
  let sum = 0;
  for (const word of new Uint32Array(file.buffer, 0, file.length >> 2)) sum = Math.imul(sum, 31) + word | 0;
  if (sum) throw Error("the module is damaged");

  let at = 9, bytes = file;
  const number = () => {
    let value = 0;
    for (let unit = 1, byte = 128; byte > 127; unit *= 128) value += ((byte = bytes[at++]) & 127) * unit;
    return value;
  };
  const list = (read = number) => Array.from({ length: number() }, read);
  const leb = (value) => (value > 127 ? [value & 127 | 128, ...leb(value >> 7)] : [value]);
  number();
  at += 7;
  const out = new Uint8Array(number());
  // The number of the function that brings the rest, that of the first one to come, and its place in the table.
  const [late, first, slot] = [number(), number(), number()];
  const ends = Array.from({ length: 20 }, number);
  // Where the next of each stream is. What stands before and after the code are streams as well.
  const places = ends.map((length, stream) => (ends[stream] = at += length) - length);

  // What each byte of the stream of symbols stands for. Either two other symbols, or the first bytes of an instruction, with
  // the stream of what follows, how many that are, and what the instruction says about its neighbours.
  const [from, lengths, streams, counts, says] = Array.from({ length: 5 }, () => new Uint32Array(256));
  at = places[0];
  for (let symbol = 0; at < ends[0]; symbol += 1) {
    const length = lengths[symbol] = file[at++];
    from[symbol] = at;
    at += length & 15;
    if (length && length < 16) {
      streams[symbol] = file[at++];
      counts[symbol] = file[at++];
      says[symbol] = file[at++];
    }
  }
  for (const symbol of says.keys()) {
    let first = symbol;
    while (lengths[first] > 15) first = file[from[first]];
    says[symbol] = says[first];
  }

  // The head, up to the last list of the table's contents: all functions that are to come. Then how the code begins.
  out.set(file.subarray(places[2], ends[2] - 8));
  bytes = out;
  at = 9;
  number();
  const takes = list(() => {
    at += 1;
    const count = list().length;
    list();
    return count;
  });
  at += 1;
  at = number() + at + 1;
  number();
  const later = list().slice(first - late - 1);
  bytes = file;
  let to = ends[2] - 8 - places[2];
  const put = (some) => to = (out.set(some, to), to + some.length);
  later.forEach((_, nth) => put(leb(first + nth)));
  const head = to;
  put(file.subarray(ends[2] - 8, ends[2]));
  let next = places[1];
  let body = to, depth = 0, before = 0, waiting = 0;
  let stream = 4, count = 0;
  const stack = [];
  for (const last = ends[1];;) {
    if (stream === 10) {
      // An offset: all but its first byte is in a stream of its own.
      while ((out[to++] = file[places[stream]++]) > 127) stream = 19;
    } else if (stream > 3) {
      let place = places[stream];
      if (!count) {
        // A list: how many there are stands before it.
        at = place;
        count = stream > 4 ? number() + 2 : number() * 2 + 1;
      }
      for (const most = stream > 16 ? 255 : 127; count; count -= 1) while ((out[to++] = file[place++]) > most);
      places[stream] = place;
    } else if (stream === 1) depth += 1;
    else if (stream === 2 && (depth -= 1) < 0) {
      // The size of a function stands before it.
      const size = to - body;
      const width = size > 16383 ? 3 : size > 127 ? 2 : 1;
      out.copyWithin(body + width, body, to);
      for (let left = size, place = 0; place < width; left >>= 7) out[body++] = left & 127 | (++place < width ? 128 : 0);
      body = to += width;
      depth = 0;
      if (next === last) break;
      stream = 4;
      count = 0;
      continue;
    }
    let symbol = waiting ? stack[waiting -= 1] : file[next++];
    for (; lengths[symbol] > 15; symbol = file[from[symbol]]) stack[waiting++] = file[from[symbol] + 1];
    for (let byte = from[symbol], end = byte + lengths[symbol]; byte < end;) out[to++] = file[byte++];
    const after = says[waiting ? stack[waiting - 1] : file[next]];
    count = counts[symbol];
    stream = streams[symbol];
    if (stream === 5 && before + (after >> 2 & 3) > 1) stream = 6;
    else if (stream === 7) stream += after >> 4;
    before = says[symbol] & 3;
  }

  // Addresses of texts in the data are given relative to the end of the text before.
  at = places[3];
  if (file[at++] === 11) {
    number();
    for (let segments = number(); segments; segments -= 1) {
      const phase = -file[at += 2] & 3;
      number();
      at += 1;
      const end = number() + at;
      for (let text = 0, word = at + phase; word + 4 <= end; word += 4) {
        if (!file[word + 3] && file[word + 2] >> 2 === 4) {
          const address = text + (file[word] | file[word + 1] << 8 | file[word + 2] << 16) & 0x3ffff;
          file[word] = address;
          file[word + 1] = address >> 8;
          file[word + 2] = 16 | address >> 16;
          text = address + (file[word + 6] ? 0 : file[word + 4] | file[word + 5] << 8);
        }
      }
      at = end;
    }
  }
  const data = file.subarray(places[3], ends[3]);
  out.set(data, out.length - data.length);
  // A function that is to come brings the rest, and goes on at its place in the table.
  const stubs = later.flatMap((type, nth) => {
    const code = [0, 16, ...leb(late), ...Array.from({ length: takes[type] }, (_, one) => [32, one]).flat(),
      65, slot + nth & 127 | 128, slot + nth >> 7, 17, ...leb(type), 0, 11];
    return [code.length, ...code];
  });
  const start = new Uint8Array(to + stubs.length + data.length);
  start.set(out.subarray(0, to));
  start.set(stubs, to);
  start.set(data, to + stubs.length);
  for (let nth = 0, size = to + stubs.length - head - 6; nth < 5; nth += 1, size >>= 7) start[head + 1 + nth] = size & 127 | (nth < 4 ? 128 : 0);
  return { start, whole: out, from: to, to: out.length - data.length };
}
