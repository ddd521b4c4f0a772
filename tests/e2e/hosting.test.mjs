// What the host and the browser see: any base path, one origin, a strict policy, an installable manifest, sound.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start({ base: "/yoke/" }); });
after(() => world.close());

test("under a path of its own it loads once, asks nobody else, and then needs no network", async () => {
  const { context, page, problems } = await phone(world.browser);
  const asked = [];
  // A blob is the page's own memory, not the network.
  context.on("request", (request) => request.url().startsWith("blob:") || asked.push(request.url()));
  const yoke = app(page);
  await open(page, world.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  assert.ok(asked.every((url) => url.startsWith(world.url)), `asked elsewhere: ${asked.filter((url) => !url.startsWith(world.url))}`);
  await page.reload();
  await yoke.heading(/./).waitFor();
  asked.length = 0;
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("Undo set 1");
  await yoke.link("How to do it").click();
  await yoke.heading("Deadlift").waitFor();
  assert.deepEqual(asked, [], "a workout asks for nothing");
  await world.stopServer();
  await page.goto(`${world.url}#/exercises/face-pull`);
  await page.reload();
  await yoke.heading("Face pull").waitFor();
  assert.deepEqual(problems.filter((problem) => !problem.includes("ERR_CONNECTION_REFUSED")), []);
  await context.close();
});

test("the page's policy allows no inline script, no other origin, and the manifest makes it installable", async (t) => {
  const own = await start();
  t.after(() => own.close());
  const { context, page } = await phone(own.browser);
  await open(page, own.url);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|(?<!wasm-)unsafe-eval|https?:/);
  const blocked = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    return window.injected === undefined;
  });
  assert.ok(blocked, "an injected script does not run");
  const session = await context.newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  await context.close();
});

test("the tones of a rest are scheduled for its last seconds, once each", async (t) => {
  const own = await start();
  t.after(() => own.close());
  const { context, page } = await phone(own.browser);
  await page.addInitScript(() => {
    window.tones = [];
    const play = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function start(when = 0, ...rest) {
      // What matters is the wall-clock moment at which the tone will sound.
      window.tones.push(Date.now() + (when - this.context.currentTime) * 1000);
      return play.call(this, when, ...rest);
    };
  });
  const yoke = app(page);
  await open(page, `${own.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  // Down to half a minute by hand, then wait for the end as a person does.
  for (let tap = 0; tap < 10; tap += 1) await yoke.tap("−15 s, shorter rest");
  await page.getByText("Set 2 of 3: 4").waitFor({ timeout: 40_000 });
  const over = Date.now();
  const tones = await page.evaluate(() => window.tones);
  const last = tones.at(-1);
  assert.deepEqual(tones.map((at) => Math.round((at - last) / 1000)), [-10, -3, -2, -1, 0], "each once, in order");
  assert.ok(Math.abs(over - last) < 1_500, `the last tone was to sound ${over - last} ms before the screen changed`);
  await context.close();
});

test("a tab that was killed in the middle of a rest comes back to the right second", async (t) => {
  const own = await start();
  t.after(() => own.close());
  const { context, page } = await phone(own.browser);
  const yoke = app(page);
  await open(page, `${own.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  const before = await yoke.secondsLeft();
  const at = Date.now();
  const session = await context.newCDPSession(page);
  session.send("Page.crash").catch(() => null);
  await page.waitForEvent("crash");
  const again = await context.newPage();
  await open(again, `${own.url}#/workout`);
  const left = await app(again).secondsLeft();
  const passed = (Date.now() - at) / 1000;
  assert.ok(Math.abs(before - left - passed) <= 1.5, `${before} s, ${passed} s later ${left} s`);
  await context.close();
});
