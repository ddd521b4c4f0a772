// `make bench-figures`: what moving figures and the list cost on a slow phone, in real Chromium at a quarter of the
// speed. Medians of one run; nothing here passes or fails.
import { open, phone, start } from "../e2e/support/app.mjs";

const SECONDS = Number(process.env.SECONDS ?? 20);
// For instance FIGURES=face-pull SECONDS=600: one figure for ten minutes.
const FIGURES = (process.env.FIGURES ?? "barbell-row,farmer-carry,face-pull,open-book").split(",");
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const world = await start();
const { context, page } = await phone(world.browser);
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });

/** Frame times in milliseconds while the page does what it does. */
const frames = (seconds) => page.evaluate((span) => new Promise((done) => {
  const times = [];
  let before = performance.now();
  const end = before + span * 1000;
  const step = (now) => {
    times.push(now - before);
    before = now;
    if (now < end) requestAnimationFrame(step); else done(times.slice(1));
  };
  requestAnimationFrame(step);
}), seconds);

const heap = async () => {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const nodes = await session.send("Memory.getDOMCounters");
  return { js: usedSize, nodes: nodes.nodes };
};

for (const id of FIGURES) {
  await open(page, `${world.url}#/exercises/${id}`);
  await page.locator(".figure path").first().waitFor({ state: "attached" });
  const before = await heap();
  const times = await frames(SECONDS / FIGURES.length);
  const after = await heap();
  const late = times.filter((time) => time > 20).length;
  console.log(`${id}: ${times.length} frames, median ${median(times).toFixed(1)} ms, over 20 ms ${(late / times.length * 100).toFixed(1)} %, ` +
    `script memory ${((after.js - before.js) / 1024).toFixed(0)} kB, nodes ${after.nodes - before.nodes}`);
}

const lists = [];
for (let run = 0; run < 5; run += 1) {
  await open(page, `${world.url}#/`);
  await page.waitForTimeout(300);
  lists.push(await page.evaluate(() => new Promise((done) => {
    const began = performance.now();
    location.hash = "#/exercises";
    const look = () => (document.querySelectorAll("main li .tt").length >= 54 ? requestAnimationFrame(() => done(performance.now() - began)) : requestAnimationFrame(look));
    look();
  })));
}
console.log(`list of 54: rows shown after ${median(lists).toFixed(0)} ms (median of 5)`);
const drawn = await page.evaluate(() => new Promise((done) => {
  const began = performance.now();
  const look = () => ([...document.querySelectorAll("main .thumb .fig")].every((fig) => fig.width > 0) ? done(performance.now() - began) : requestAnimationFrame(look));
  look();
}));
console.log(`all thumbnails drawn ${drawn.toFixed(0)} ms later, a few a frame`);

await open(page, `${world.url}#/exercises`);
await page.waitForFunction(() => [...document.querySelectorAll("main .thumb .fig")].every((fig) => fig.width > 0));
for (const text of ["row", "romanian dealift", "rhomboid"]) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    times.push(await page.evaluate((words) => new Promise((done) => {
      const field = document.querySelector("input[type=search]");
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      setTimeout(() => {
        const began = performance.now();
        field.value = words;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
      }, 200);
    }), text));
  }
  console.log(`search "${text}": painted after ${median(times).toFixed(0)} ms (median of 5, two frames are the least)`);
}
await context.close();
await world.close();
