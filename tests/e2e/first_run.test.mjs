// The first time: three taps to the first exercise, a fourth for what is sore; skipped, left in the middle, never asked
// again, and never in the way of a link or of what is there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { app, open, phone, SKIP_FIRST_STEPS, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const QUESTION = "What brings you here?";
const isAsked = (yoke) => yoke.heading(QUESTION).count();

/** What is pressed among the chips of the gear. */
const pressed = (page) => page.locator(".chips").getByRole("button", { pressed: true }).allInnerTexts();

for (const [aim, exercise, gear] of [
  [/^Posture/, "Cat-cow", []],
  [/^Size and strength/, "Deadlift", ["Barbell", "Dumbbells", "Weight plates", "Cable machine", "Rope handle", "Cable bar", "Flat bench", "Incline bench", "Pull-up bar"]],
  [/^At home/, "Backpack row", ["Band", "Backpack", "Bags or buckets", "Towel"]],
]) {
  test(`three taps lead to the first exercise: ${exercise}`, async () => {
    const { context, page, problems } = await phone(world.browser);
    const yoke = app(page);
    await page.goto(world.url);
    await yoke.heading(QUESTION).waitFor();
    await yoke.tap(aim, false);
    await yoke.heading("What can you use?").waitFor();
    assert.deepEqual(await pressed(page), gear);
    await yoke.tap("Next");
    await yoke.heading("Ready when you are").waitFor();
    await page.getByRole("listitem").filter({ hasText: exercise }).first().waitFor();
    await yoke.tap("Start");
    await yoke.heading(exercise).waitFor();
    // Today knows the program, and nothing is asked again.
    await page.goto(world.url);
    await page.reload();
    await yoke.link("Resume").waitFor();
    assert.equal(await isAsked(yoke), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("skipped at once it is Today, also after a reload; the settings have a way back to it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.goto(world.url);
  await yoke.tap(SKIP_FIRST_STEPS);
  await page.getByText("Choose a program to begin").waitFor();
  await page.reload();
  await page.getByText("Choose a program to begin").waitFor();
  await yoke.link("Settings").click();
  await yoke.link(/^First steps/).click();
  await yoke.heading(QUESTION).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("gear and units are kept as they are chosen, and what was told of gear is not taken away by another aim", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.goto(world.url);
  await yoke.tap(/^Size and strength/, false);
  await yoke.tap("Back");
  await yoke.tap(/^At home/, false);
  await yoke.button("Towel").waitFor();
  assert.deepEqual(await pressed(page), ["Band", "Backpack", "Bags or buckets", "Towel"]);
  await yoke.tap("Towel");
  await yoke.tap("Back");
  await yoke.tap(/^Size and strength/, false);
  await yoke.button("Towel").waitFor();
  assert.deepEqual(await pressed(page), ["Band", "Backpack", "Bags or buckets"]);
  await yoke.tap("Next");
  await yoke.tap("lb");
  // Left here: the answers stand.
  await page.goto(`${world.url}#/`);
  await page.reload();
  await page.getByText("Session A, deadlift").waitFor();
  await yoke.tap("Start");
  await yoke.field("Weight in lb").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("where it is sore changes how one begins, with the word of when to see a professional", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  const status = page.getByRole("status");
  await page.goto(world.url);
  await yoke.tap(/^Posture/, false);
  await yoke.tap("Next");
  await page.getByRole("listitem").filter({ hasText: "Open book" }).waitFor();
  await yoke.tap("Neck");
  await status.filter({ hasText: "You begin with Desk day" }).filter({ hasText: "see a professional" }).waitFor();
  assert.equal(await page.getByRole("listitem").filter({ hasText: "Open book" }).count(), 0);
  await yoke.tap("Neck");
  await page.getByRole("listitem").filter({ hasText: "Open book" }).waitFor();
  await yoke.tap("Mid-back");
  await status.filter({ hasText: "You begin with Mobility" }).waitFor();
  await page.goto(`${world.url}#/`);
  await page.getByText("Next: Mobility").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("whoever has a backup brings it in from here, and its choices with it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.goto(world.url);
  await yoke.link("I have a backup").click();
  await yoke.heading("Your data").waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Bring in a backup")]);
  await chooser.setFiles(fileURLToPath(new URL("../fixtures/backup-v1.json", import.meta.url)));
  await page.getByRole("dialog", { name: "What is in it" }).getByRole("button", { name: "Merge" }).click();
  await page.getByText("Merged").waitFor();
  await page.goto(`${world.url}#/`);
  await page.getByText("Hard sets this week").waitFor();
  assert.equal(await isAsked(yoke), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a link opens on a fresh phone, and whoever has a workout is not asked", async () => {
  for (const [address, heading] of [
    ["#/exercises/barbell-row", "Barbell row"],
    ["#/timers", "Timers"],
    ["#/programs/posture-reset", "Posture reset"],
  ]) {
    const { context, page, problems } = await phone(world.browser);
    const yoke = app(page);
    await page.goto(`${world.url}${address}`);
    await yoke.heading(heading).waitFor();
    // Home is where it is asked.
    await page.goto(`${world.url}#/`);
    await yoke.heading(QUESTION).waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  }
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.goto(`${world.url}#/break`);
  await yoke.heading("Posture reset").waitFor();
  await page.goto(`${world.url}#/`);
  await yoke.link("Resume").waitFor();
  assert.equal(await isAsked(yoke), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what the browser lost comes back from the journal, and nothing is asked", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await page.getByRole("img", { name: "Saved" }).waitFor();
  await page.goto(`${world.url}#/`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await yoke.link("Resume").waitFor();
  assert.equal(await isAsked(yoke), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
