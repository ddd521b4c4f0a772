// 90 seconds at a desk: from Today in one tap, from the home screen's icon, and in the history with the lifting.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

for (const [from, begin] of [
  ["Today", async (page, yoke) => { await open(page, world.url); await yoke.button(/^Posture break/, false).click(); }],
  ["the home screen's icon", async (page) => {
    const { shortcuts } = await (await fetch(`${world.url}manifest.webmanifest`)).json();
    const { url } = shortcuts.find((shortcut) => shortcut.name === "Posture break");
    await page.goto(new URL(url, world.url).href);
  }],
]) {
  test(`a posture break from ${from} takes 90 seconds and is counted`, async () => {
    const { context, page, problems } = await phone(world.browser);
    await page.clock.install();
    const yoke = app(page);
    await begin(page, yoke);
    await page.getByText("Get ready").first().waitFor();
    assert.match(page.url(), /#\/workout$/, "going back does not begin another one");
    await page.clock.fastForward(88_000);
    await page.getByText("of 12").waitFor();
    await page.clock.fastForward(3_000);
    await yoke.heading("Posture break").waitFor();
    await yoke.tap("Save");
    await page.getByText(/ done$/).first().waitFor({ state: "attached" });
    await page.goto(`${world.url}#/history`);
    await page.getByRole("link", { name: /Posture break/ }).waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("while a workout is open no break begins beside it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, world.url);
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.heading("Deadlift").waitFor();
  await page.goto(`${world.url}#/break`);
  await yoke.heading("Deadlift").waitFor();
  await page.goto(world.url);
  await yoke.link("Resume").waitFor();
  assert.equal(await yoke.button(/^Posture break/, false).count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
