// `make bench-years`: what twenty years of training cost on a slow phone (a quarter of the speed): a start, a logged set until
// it is painted, the way to the history and to a self-test. Medians and spans of some runs (RUNS=5
// YEARS=0,1,10,20); nothing here passes or fails.
import { execFileSync } from "node:child_process";
import { app, open, phone, start } from "../e2e/support/app.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const world = await start();

/** The median of numbers, and how far they lie apart. */
const line = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return `${sorted[sorted.length >> 1].toFixed(0)} ms (${sorted[0].toFixed(0)} to ${sorted.at(-1).toFixed(0)})`;
};

/** Milliseconds from a tap until the frame after the one in which what it brings is there. */
const painted = (page, tapped, there) => page.evaluate(([tapped, there]) => new Promise((done) => {
  const began = performance.now();
  document.querySelector(tapped).click();
  const look = () => requestAnimationFrame(() => (document.querySelector(there) ? setTimeout(() => done(performance.now() - began)) : look()));
  look();
}), [tapped, there]);

for (const years of (process.env.YEARS ?? "0,1,10,20").split(",").map(Number)) {
  const backup = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--example", "years", String(years)], { maxBuffer: 1 << 26 }));
  const times = { start: [], set: [], progress: [], test: [], history: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const { context, page } = await phone(world.browser);
    const yoke = app(page);
    await open(page, world.url);
    await page.evaluate((entries) => {
      for (const [key, text] of entries) localStorage.setItem(key, text);
    }, backup[4]);
    // The first start takes all of it into the journal.
    await page.reload();
    await yoke.link("Progress").first().waitFor();
    await page.waitForFunction(() => new Promise((done) => {
      const asked = indexedDB.open("yoke");
      asked.onsuccess = () => {
        const counted = asked.result.transaction("days").objectStore("days").count();
        counted.onsuccess = () => {
          asked.result.close();
          done(counted.result > 0);
        };
      };
    }));
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.reload({ waitUntil: "commit" });
    times.start.push(await page.evaluate(() => new Promise((done) => {
      const look = () => (document.querySelector("nav a") && document.querySelector("h1") ? done(performance.now()) : requestAnimationFrame(look));
      look();
    })));
    times.progress.push(await painted(page, 'nav a[href="#/progress"]', years ? "main .chart" : "main .empty"));
    times.test.push(await painted(page, 'main a[href$="/dead-hang"]', years ? "main table" : "main .stage"));
    await page.goBack();
    times.history.push(await painted(page, 'header a[href="#/history"]', years ? "main .date" : "main .empty"));
    await page.goto(`${world.url}#/programs/size-and-strength`);
    await yoke.tap(/^Start [AB]/, false);
    await yoke.field(/weight in/i).fill("100");
    await yoke.field(/^Reps/).fill("5");
    // Just after a view has come the machine takes no tap.
    await page.waitForTimeout(700);
    times.set.push(await painted(page, ".deck .pri", ".under .big"));
    await context.close();
  }
  console.log(`${String(years).padStart(2)} years: start ${line(times.start)}, progress ${line(times.progress)}, a self-test ${line(times.test)}, history ${line(times.history)}, logged set ${line(times.set)}`);
}
await world.close();
