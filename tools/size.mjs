// What a first visit loads, compressed as a good host sends it (brotli 11), held against the budget.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGET = 250_000;
const dist = process.argv[2] ?? "dist";
const shipped = readdirSync(dist).filter((name) => statSync(join(dist, name)).isFile() && /\.(html|js|wasm|css|webmanifest)$/.test(name));
const sizes = shipped.map((name) => {
  const raw = readFileSync(join(dist, name));
  const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
  return { name, raw: raw.length, brotli: brotli.length };
}).sort((one, other) => other.brotli - one.brotli);
const total = sizes.reduce((sum, { brotli }) => sum + brotli, 0);
for (const { name, raw, brotli } of sizes) console.log(`${String(brotli).padStart(8)} B brotli ${String(raw).padStart(9)} B raw  ${name}`);
console.log(`${String(total).padStart(8)} B brotli in all, of ${BUDGET}`);
if (total > BUDGET) {
  console.error("The first visit is over its budget.");
  process.exit(1);
}
