// In the middle of a workout: the rack is busy, time is short, something hurts, a note; and a workout thrown away by mistake.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A running session A of Size and strength, before its first set. */
async function training() {
  const { context, page, problems } = await phone(world.browser);
  await page.clock.install();
  const yoke = app(page);
  await open(page, world.url);
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.heading("Deadlift").waitFor();
  const sheet = async (row, name) => {
    await yoke.tap("More");
    await yoke.tap(row, false);
    const dialog = page.getByRole("dialog", { name });
    await dialog.waitFor();
    return dialog;
  };
  const doAll = async (text) => { await yoke.tap("More"); await yoke.tap(text, false); await page.getByRole("dialog").waitFor({ state: "detached" }); };
  const rows = () => page.getByRole("table").getByRole("row").count();
  return { context, page, problems, yoke, sheet, doAll, rows };
}

test("a busy rack: the sets that are left go to another exercise, and what was logged stays", async () => {
  const { context, page, problems, yoke, sheet } = await training();
  await yoke.log({ weight: 100, reps: 5 });
  await yoke.rest().waitFor();
  const dialog = await sheet(/^Swap exercise/, "Swap Deadlift");
  await dialog.getByRole("button", { name: /Romanian deadlift/ }).click();
  await yoke.rest().waitFor();
  await yoke.tap("Skip rest", false);
  await yoke.heading("Romanian deadlift").waitFor();
  await page.getByText("Set 1 of 2: 4–6").waitFor();
  assert.equal(await yoke.field("Weight in kg").inputValue(), "", "no number for a stranger");
  await page.reload();
  await yoke.heading("Romanian deadlift").waitFor();
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Finish here");
  await page.getByText("100 kg × 5").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("sets more and less, sets to get warm, and a workout cut to the time there is", async () => {
  const { context, page, problems, yoke, sheet, doAll, rows } = await training();
  assert.equal(await rows(), 1 + 3);
  await doAll(/^A set more/);
  assert.equal(await rows(), 1 + 4);
  await doAll(/^A set less/);
  await doAll(/^A set less/);
  assert.equal(await rows(), 1 + 2);
  await doAll(/^Warm-up/);
  await page.getByText(/^Warm-up 1 of 3/).waitFor();
  assert.equal(await rows(), 1 + 5);
  await doAll(/^Warm-up/);
  const dialog = await sheet(/^Shorten/, "Short of time");
  await dialog.getByRole("textbox", { name: "Minutes" }).fill("12");
  const lines = await dialog.getByRole("listitem").allTextContents();
  assert.equal(lines.length, 5);
  assert.match(lines[0], /Deadlift.*2 sets/, "the heavy lift keeps its sets");
  assert.match(lines[4], /out/);
  await dialog.getByRole("textbox", { name: "Minutes" }).fill("x");
  await dialog.getByRole("alert").filter({ hasText: "Use digits" }).waitFor();
  await dialog.getByRole("textbox", { name: "Minutes" }).fill("12");
  await dialog.getByRole("button", { name: "Shorten it" }).click();
  await yoke.tap("More");
  const left = await yoke.button(/^Shorten to the time/, false).textContent();
  assert.ok(Number(left.match(/About (\d+)/)[1]) <= 12, left);
  assert.deepEqual(problems, []);
  await context.close();
});

test("pain: advice at once, a lighter set, a stop with a way out; remembered with the note in the history", async () => {
  const { context, page, problems, yoke, sheet } = await training();
  await yoke.log({ weight: 100, reps: 5 });
  await yoke.rest().waitFor();
  let dialog = await sheet(/^Something hurts/, "Something hurts");
  await dialog.getByRole("button", { name: "Left" }).click();
  await dialog.getByRole("button", { name: "4", exact: true }).click();
  await dialog.getByText("Make it lighter").waitFor();
  await dialog.getByRole("button", { name: "Go on" }).click();
  await yoke.tap("Skip rest", false);
  await yoke.heading("Deadlift").waitFor();
  assert.equal(await yoke.field("Weight in kg").inputValue(), "90", "10 % off");
  await yoke.log();
  await yoke.rest().waitFor();
  await yoke.tap("Skip rest", false);
  await yoke.heading("Deadlift").waitFor();
  assert.equal(await yoke.field("Weight in kg").inputValue(), "90", "once, not at every set");
  dialog = await sheet(/^Note/, "Note");
  await dialog.getByRole("textbox", { name: "On Deadlift" }).fill("Straps from set 3");
  await dialog.getByRole("textbox", { name: "On the whole workout" }).fill("Slept badly");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.reload();
  await yoke.heading("Deadlift").waitFor();
  dialog = await sheet(/^Something hurts/, "Something hurts");
  await dialog.getByRole("button", { name: "Left" }).click();
  assert.equal(await dialog.getByRole("button", { name: "4", exact: true }).getAttribute("aria-pressed"), "true");
  await dialog.getByRole("button", { name: "7", exact: true }).click();
  await dialog.getByText("Stop this exercise today").waitFor();
  await dialog.getByRole("button", { name: "Leave it out today" }).click();
  await yoke.heading("Chest-supported row").waitFor();
  await yoke.button(/^Set 1: 100 kg/, false).waitFor({ state: "detached" });
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Finish here");
  await yoke.tap("Save");
  await page.goto(`${world.url}#/history`);
  await yoke.link(/Session A/).click();
  await page.getByText("Slept badly").waitFor();
  await page.getByText("Straps from set 3. Left: pain 7 of 10").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a note on one set; and a discarded workout comes back with all of it", async () => {
  const { context, page, problems, yoke } = await training();
  await yoke.log({ weight: 100, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("Skip rest", false);
  await yoke.button(/^Set 1: 100 kg/, false).click();
  const dialog = page.getByRole("dialog", { name: "Correct set 1" });
  await dialog.getByRole("textbox", { name: "Note on this set" }).fill("Hook grip");
  await dialog.getByRole("button", { name: "Save" }).click();
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Discard");
  await yoke.tap("Yes, discard this workout");
  await page.getByText("Workout discarded").waitFor();
  await yoke.tap("Undo");
  await yoke.link("Resume").click();
  await yoke.button(/^Set 1: 100 kg/, false).click();
  assert.equal(await dialog.getByRole("textbox", { name: "Note on this set" }).inputValue(), "Hook grip");
  await page.reload();
  await yoke.button(/^Set 1: 100 kg/, false).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("the weights one has: steppers and advice keep to them, and a wrong list is said and not kept", async () => {
  const { context, page, problems, yoke } = await training();
  await yoke.link("Minimise workout").click();
  await page.goto(`${world.url}#/settings/weights`);
  await yoke.heading("My weights").waitFor();
  await yoke.field("Empty bar").fill("15");
  await yoke.field("Plates on one side").fill("20 x");
  await yoke.field("Each hand").focus();
  await page.getByRole("alert").filter({ hasText: "Use digits" }).waitFor();
  await yoke.field("Plates on one side").fill("20 10 10");
  await yoke.field("Each hand").focus();
  await page.getByRole("alert").filter({ hasText: "Use digits" }).waitFor({ state: "hidden" });
  await page.goto(`${world.url}#/workout`);
  await yoke.heading("Deadlift").waitFor();
  await yoke.tap("20 kg more");
  assert.equal(await yoke.field("Weight in kg").inputValue(), "15", "the empty bar first");
  await yoke.tap("20 kg more");
  assert.equal(await yoke.field("Weight in kg").inputValue(), "35");
  await yoke.log({ weight: 75, reps: 6 });
  await yoke.rest().waitFor();
  await yoke.tap("Skip rest", false);
  await yoke.heading("Deadlift").waitFor();
  await page.getByRole("button").filter({ hasText: /: .*(load|reps)/ }).first().click();
  const why = page.getByRole("dialog", { name: /^Why/ });
  await why.getByRole("button", { name: "All sets first" }).click();
  await why.getByText("stays for today").first().waitFor();
  await page.reload();
  await page.getByText("stays for today").first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
