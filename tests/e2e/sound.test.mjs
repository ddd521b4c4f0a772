// Being heard, seen and felt: what is chosen is done, what the browser holds back is said and comes back with any tap.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The first rest of Size and strength. */
async function restOf(page) {
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  return yoke;
}

test("after a reload the page says that it is silent, and any tap brings the sound back", async () => {
  const { context, page, problems } = await phone(world.browser);
  // To the browser whatever the test's driver asks of a page is a tap; here only a tap is one.
  await page.addInitScript(() => {
    let tapped = false;
    addEventListener("pointerdown", () => { tapped = true; }, true);
    const { get } = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, "state");
    Object.defineProperty(BaseAudioContext.prototype, "state", { get() { return tapped ? get.call(this) : "suspended"; } });
  });
  const yoke = await restOf(page);
  const silent = page.getByText("No sound yet: tap anywhere and the tones come back.");
  await page.getByRole("timer", { name: "Elapsed time" }).waitFor();
  assert.equal(await silent.count(), 0, "the tap that began the workout unlocked it");
  await page.reload();
  await yoke.rest().waitFor();
  await silent.waitFor();
  await yoke.rest().click();
  await silent.waitFor({ state: "detached" });
  // Who wants no tones is not told that there are none.
  await page.reload();
  await silent.waitFor();
  await yoke.tap("Sound");
  await silent.waitFor({ state: "detached" });
  assert.deepEqual(problems, []);
  await context.close();
});

test("pocket mode plays a track and shows the rest on the lock screen", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/settings/sound`);
  await page.getByRole("radio", { name: /Pocket mode/ }).click();
  assert.equal(await page.getByRole("radio", { name: /Mix with my music/ }).getAttribute("aria-checked"), "false");
  await restOf(page);
  await page.waitForFunction(() => navigator.mediaSession.metadata?.title === "Rest, then Deadlift");
  await page.waitForFunction(() => navigator.mediaSession.playbackState === "playing");
  assert.match(await page.evaluate(() => navigator.mediaSession.metadata.artist), /^set 2 of 3, 80 kg, 4–6$/);
  // Just after a set is logged the machine takes no second tap.
  await page.getByText("2:58").first().waitFor();
  await yoke.tap("More");
  await yoke.tap("Pause the rest");
  await page.waitForFunction(() => navigator.mediaSession.playbackState === "paused");
  await yoke.tap("Resume rest", false);
  await yoke.tap("More");
  await yoke.tap("End this workout");
  await yoke.tap("Discard");
  await yoke.tap("Yes, discard this workout");
  await page.waitForFunction(() => navigator.mediaSession.metadata === null);
  assert.deepEqual(problems, []);
  await context.close();
});

test("the voice says what comes, the screen flashes, and a kind of cue that is off stays away", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.addInitScript(() => {
    window.said = [];
    speechSynthesis.speak = ({ text }) => { if (text) window.said.push(text); };
  });
  await page.clock.install();
  const yoke = app(page);
  await open(page, `${world.url}#/settings/sound`);
  await page.getByRole("switch", { name: "Voice" }).click();
  await page.getByRole("switch", { name: "Flash" }).click();
  const ten = yoke.button("10 seconds left");
  await ten.click();
  assert.equal(await ten.getAttribute("aria-pressed"), "false");
  await page.reload();
  assert.equal(await yoke.button("10 seconds left").getAttribute("aria-pressed"), "false", "it is kept");
  await restOf(page);
  await page.waitForFunction(() => window.said.includes("Rest, then Deadlift"));
  for (let second = 0; second < 182; second += 1) await page.clock.runFor(1_000);
  await page.getByText(/Rest ended 0:0\d ago/).waitFor();
  const said = await page.evaluate(() => window.said);
  assert.ok(said.includes("Deadlift, set 2 of 3, 80 kg, 4–6"), said.join(" | "));
  assert.ok(!said.includes("Ten seconds left"), "it was switched off");
  assert.ok(await page.locator(".flash").count() > 0, "the end of the rest was to be seen");
  assert.deepEqual(problems, []);
  await context.close();
});

test("the sheet of the workout stays open when the rest under it ends", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.clock.install();
  const yoke = await restOf(page);
  await yoke.tap("More");
  await page.getByRole("dialog", { name: "This workout" }).waitFor();
  await page.clock.fastForward(200_000);
  await page.getByRole("dialog", { name: "This workout" }).getByRole("button", { name: "Skip this set" }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
