// After the app has loaded it asks nobody for anything, whatever one does; and the host says with each file what it should.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, kept, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

test("a whole workout, the history, the timers and a backup ask for nothing", async () => {
  const { context, page, problems } = await phone(world.browser, { acceptDownloads: true });
  const yoke = app(page);
  await open(page, world.url);
  await page.evaluate(kept);
  const asked = [];
  context.on("request", (request) => {
    // A blob is the page's own memory; the service worker's file is what the browser itself looks at.
    if (!request.url().startsWith("blob:") && request.url() !== `${world.url}sw.js`) asked.push(request.url());
  });
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("Skip rest");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("More");
  await yoke.tap("End this workout");
  await yoke.tap("Finish here");
  await yoke.tap("Save");
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  await yoke.history();
  await page.evaluate(() => { location.hash = "#/timers"; });
  await yoke.heading(/./).waitFor();
  await page.evaluate(() => { location.hash = "#/settings/data"; });
  const [download] = await Promise.all([page.waitForEvent("download"), yoke.tap("Save a backup")]);
  assert.match(download.suggestedFilename(), /^yoke-/);
  assert.deepEqual(asked, []);
  assert.deepEqual(problems, []);
  await context.close();
});

test("each file comes with its policies, and only what is named by its content is kept for long", async () => {
  const { context, page } = await phone(world.browser);
  await page.goto(world.url);
  const files = await page.evaluate(async () => {
    const app = performance.getEntriesByType("resource").map(({ name }) => name).find((name) => /yoke-app-.*js$/.test(name));
    return Promise.all([".", "sw.js", "manifest.webmanifest", app].map(async (name) => Object.fromEntries((await fetch(name)).headers)));
  });
  for (const headers of files) {
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.match(headers["permissions-policy"], /camera=\(self\).*microphone=\(\)/);
  }
  assert.deepEqual(files.map((headers) => headers["cache-control"]),
    ["no-cache", "no-cache", "no-cache", "public, max-age=31536000, immutable"]);
  const worker = await page.evaluate(async () => (await fetch("sw.js")).text());
  assert.doesNotMatch(worker, /_headers|screens\//, "the phone keeps neither");
  await context.close();
});
