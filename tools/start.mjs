// `make start`: finds out which functions the app needs until the first screen of a new phone stands, in a real browser, and
// writes their names to tools/start.txt. Works on a build whose functions leave marks. A function that is missing in the
// list works as well, but waits for the rest of the module; tests/e2e/pack.test.mjs sees to it that this screen needs none.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchPhone } from "../tests/e2e/support/app.mjs";
import { marksAt } from "./mark.mjs";
import { namesOf } from "./order.mjs";
import { serveStatic } from "./static.mjs";

const module = readFileSync(join("dist", readdirSync("dist").find((name) => name.endsWith(".wasm"))));
const names = namesOf(module);
const server = await serveStatic("dist");
const profile = mkdtempSync(join(tmpdir(), "yoke-start-"));
const context = await launchPhone(profile);
await context.addInitScript(() => {
  // As public/load.js says it while the rest is not there.
  addEventListener("readystatechange", () => { document.documentElement.dataset.part = ""; }, true);
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    window.memory = Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
});
const page = await context.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.locator("h1").first().waitFor();
// What the start leaves for later: the journal, the service worker.
await page.waitForTimeout(8000);
const marks = await page.evaluate(([from, count]) => [...new Uint8Array(window.memory.buffer, from, count)], [marksAt(module), names.length]);
const used = new Set(names.filter((name, nth) => name && marks[nth]));
console.log(`${used.size} of ${names.length} functions`);
writeFileSync(new URL("start.txt", import.meta.url), [...used].sort().join("\n") + "\n");
await context.close();
server.close();
server.closeAllConnections();
rmSync(profile, { recursive: true });
