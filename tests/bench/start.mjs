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
const times = { "cold, first paint": [], "cold, the first screen can be tapped": [], "again, first paint": [], "again, the first screen can be tapped": [],
  "cold, longest task": [], "again, longest task": [], "cold, all of it there": [], "again, files asked for": [] };

/** Milliseconds from the start of the navigation. */
const measure = async (context, name) => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let asked = 0;
  // Files that the service worker hands out are not asked of anybody.
  page.on("response", (response) => { asked += response.fromServiceWorker() || response.url().startsWith("blob:") || response.url().startsWith("data:") ? 0 : 1; });
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration))))
      .observe({ type: "longtask", buffered: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  // Seen by the page itself, at the first frame that has it.
  const tappable = await page.evaluate(() => new Promise((done) => {
    const look = () => (document.querySelector("nav a, .goal") && document.querySelector("h1") ? done(performance.now()) : requestAnimationFrame(look));
    look();
  }));
  const painted = await page.evaluate(() => new Promise((done) => {
    const seen = (list) => list.getEntriesByName("first-contentful-paint").forEach(({ startTime }) => done(startTime));
    new PerformanceObserver(seen).observe({ type: "paint", buffered: true });
  }));
  times[`${name}, first paint`].push(painted);
  times[`${name}, the first screen can be tapped`].push(tappable);
  return { page, asked: () => asked };
};

for (let run = 0; run < RUNS; run += 1) {
  const profile = mkdtempSync(join(tmpdir(), "yoke-start-"));
  const context = await launchPhone(profile);
  const cold = await measure(context, "cold");
  await cold.page.getByRole("button", { name: SKIP_FIRST_STEPS }).click();
  await cold.page.evaluate(kept);
  times["cold, all of it there"].push(await cold.page.evaluate(() => performance.now()));
  times["cold, longest task"].push(await cold.page.evaluate(() => window.longest));
  await cold.page.close();
  const again = await measure(context, "again");
  await again.page.waitForLoadState("networkidle");
  times["again, longest task"].push(await again.page.evaluate(() => window.longest));
  times["again, files asked for"].push(again.asked());
  await again.page.close();
  await context.close();
  rmSync(profile, { recursive: true });
}
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((one, other) => one - other);
  console.log(`${name.padEnd(28)} ${sorted[sorted.length >> 1].toFixed(0)} (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})`);
}
server.close();
server.closeAllConnections();
