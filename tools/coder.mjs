// The packer's half of what public/unpack.js reads: trees in which frequent symbols have short ways, and the coder that
// writes decisions as a number in an ever narrower range.

/** How long the way to each symbol is in the tree that makes them shortest in all (Huffman); 0 for what never occurs. */
export function lengthsOf(counts) {
  const lengths = new Array(counts.length).fill(0);
  const heap = [...counts].map((count, symbol) => ({ count, symbol })).filter(({ count }) => count > 0);
  // A tree has two ends at least, unless there is one symbol only and nothing to decide.
  if (heap.length === 0) heap.push({ count: 0, symbol: 0 });
  if (heap.length === 1 && counts.length > 1) heap.push({ count: 0, symbol: heap[0].symbol ? 0 : 1 });
  while (heap.length > 1) {
    heap.sort((one, other) => other.count - one.count);
    const [one, other] = [heap.pop(), heap.pop()];
    heap.push({ count: one.count + other.count, sons: [one, other] });
  }
  const go = ({ symbol, sons }, length) => (sons ? sons.forEach((son) => go(son, length + 1)) : (lengths[symbol] = length));
  go(heap[0], 0);
  return lengths;
}

/** Stands in for the `symbol` of the forecast: goes the way to the symbol that comes next in `queue`, and writes it down. */
export class Coder {
  bytes = [];
  #low = 0;
  #range = 0x7fffffff;
  #at = 0;
  /** How often each symbol was met in each tree. */
  counts;
  constructor(queue, sizes) {
    this.queue = queue;
    this.counts = sizes.map((size) => new Float64Array(size));
  }

  steer = ({ cut, learn }, sons) => {
    const ways = new Map();
    const spread = (found, node, way) => {
      if (node < 0) found.set(~node, way);
      else [0, 1].forEach((bit) => spread(found, sons[node * 2 + bit], [...way, bit]));
      return found;
    };
    return (root, set) => {
      // The last tree has more than one set of weights.
      if (!ways.has(root)) ways.set(root, { counts: set > this.counts.length ? this.counts.at(-1) : this.counts[set], found: spread(new Map(), root, []) });
      const { counts, found } = ways.get(root);
      const wanted = this.queue[this.#at++];
      if (counts) counts[wanted] += 1;
      let node = root;
      for (const bit of found.get(wanted)) {
        const bound = cut(node, set);
        node = learn(bit, bound);
        this.#write(bit, bound);
      }
      return wanted;
    };
  };

  #write(bit, bound) {
    if (!bit) this.#low += bound;
    this.#range = bit ? bound : this.#range - bound;
    if (this.#low >= 2 ** 32) {
      this.#low -= 2 ** 32;
      for (let at = this.bytes.length - 1; (this.bytes[at] = this.bytes[at] + 1 & 255) === 0; at -= 1);
    }
    for (; this.#range < 0x800000; this.#range *= 256) this.#shift();
  }
  #shift() {
    this.bytes.push(Math.floor(this.#low / 2 ** 24));
    this.#low = this.#low % 2 ** 24 * 256;
  }
  /** All bytes, the last ones included. */
  finish() {
    for (let left = 4; left > 0; left -= 1) this.#shift();
    return Buffer.from(this.bytes);
  }
}
