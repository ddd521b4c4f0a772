// `make bench-start`: how long a cold start and a later one take on a slow phone (a quarter of the speed, 1.6 Mbit/s,
// 150 ms); the cold one ends at the first run. Medians and spans of some runs, each with a profile of its own; nothing here passes or fails.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kept, launchPhone, SKIP_FIRST_STEPS } from "../e2e/support/app.mjs";
import { serveStatic } from "../../tools/static.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const server = await serveStatic(process.env.DIST ?? "dist");
const url = `http://127.0.0.1:${server.address().port}/`;
const times = { "cold, first paint": [], "cold, Today can be tapped": [], "again, first paint": [], "again, Today can be tapped": [] };

/** Milliseconds from the start of the navigation. */
const measure = async (context, name) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(url, { waitUntil: "commit" });
  // Seen by the page itself, at the first frame that has it.
  const tappable = await page.evaluate(() => new Promise((done) => {
    const look = () => (document.querySelector("nav a, .goal") && document.querySelector("h1") ? done(performance.now()) : requestAnimationFrame(look));
    look();
  }));
  const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  times[`${name}, first paint`].push(painted);
  times[`${name}, Today can be tapped`].push(tappable);
  return page;
};

for (let run = 0; run < RUNS; run += 1) {
  const profile = mkdtempSync(join(tmpdir(), "yoke-start-"));
  const context = await launchPhone(profile);
  const page = await measure(context, "cold");
  await page.getByRole("button", { name: SKIP_FIRST_STEPS }).click();
  await page.evaluate(kept);
  await page.close();
  await (await measure(context, "again")).close();
  await context.close();
  rmSync(profile, { recursive: true });
}
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((one, other) => one - other);
  console.log(`${name.padEnd(28)} ${sorted[sorted.length >> 1].toFixed(0)} ms (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})`);
}
server.close();
server.closeAllConnections();
