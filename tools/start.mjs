// `make start`: finds out which functions the app needs until Today stands, new and with a year of training, in a real browser,
// and writes their names to tools/start.txt. Works on a build whose functions leave marks. A function that is missing in the
// list works as well, but waits for the rest of the module; tests/e2e/pack.test.mjs sees to it that Today needs none.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchPhone } from "../tests/e2e/support/app.mjs";
import { marksAt } from "./mark.mjs";
import { namesOf } from "./order.mjs";
import { serveStatic } from "./static.mjs";

const module = readFileSync(join("dist", readdirSync("dist").find((name) => name.endsWith(".wasm"))));
const names = namesOf(module);
const years = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--example", "years", "1"], { maxBuffer: 1 << 26 }));
const server = await serveStatic("dist");
const profile = mkdtempSync(join(tmpdir(), "yoke-start-"));
const context = await launchPhone(profile);
await context.addInitScript(() => {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    window.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
});
const used = new Set();
const page = await context.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
for (const stored of [null, years[4]]) {
  if (stored) {
    await page.evaluate((entries) => entries.forEach(([key, text]) => localStorage.setItem(key, text)), stored);
    await page.reload();
  }
  await page.locator("h1").first().waitFor();
  // What the start leaves for later: the journal, the years before, the service worker.
  await page.waitForTimeout(8000);
  const marks = await page.evaluate(([from, count]) => [...new Uint8Array(window.memory.buffer, from, count)], [marksAt(module), names.length]);
  marks.forEach((mark, nth) => mark && names[nth] && used.add(names[nth]));
  console.log(`${used.size} of ${names.length} functions`);
}
writeFileSync(new URL("start.txt", import.meta.url), [...used].sort().join("\n") + "\n");
await context.close();
server.close();
server.closeAllConnections();
rmSync(profile, { recursive: true });
