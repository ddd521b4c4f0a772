// Files of other apps: looked at, names settled, brought in once, taken back; and out again as a table that says the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE";
const STRONG = `${HEAD}
2024-03-04 18:02:11,"Back, heavy",1h 12m,"Deadlift (Barbell)",1,142.5,5,0,0,"grip slipped",,8.5
2024-03-04 18:02:11,"Back, heavy",1h 12m,"Deadlift (Barbell)",2,142.5,eleven,0,0,,,
2024-03-04 18:02:11,"Back, heavy",1h 12m,"Deadlift (Trap bar)",1,100,8,0,0,,,
2024-03-06 07:30:00,Morning,45m,"Lateral Raise (Dumbbell)",1,10,12,0,0,,,
`;

async function toImport(page) {
  await page.goto(`${world.url}#/import`);
  await app(page).heading("From another app").waitFor();
}

async function choose(page, text, name = "strong.csv") {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), app(page).tap("Choose a file")]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

/** The text of the file that a tap hands out. */
async function saved(page, label) {
  const [download] = await Promise.all([page.waitForEvent("download"), app(page).tap(label)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("a file of Strong comes in once, is undone, and what goes out brings nothing new", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/settings`);
  await yoke.link(/^Other apps/).click();
  await yoke.heading("From another app").waitFor();
  await choose(page, STRONG);
  await yoke.heading("2 new workouts").waitFor();
  await page.getByText("Line 3: reps").waitFor();
  const unsure = page.getByRole("listitem").filter({ hasText: "Deadlift (Trap bar)" }).first();
  await unsure.getByText("1 set").waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Deadlift (Barbell)" }).inputValue(), "deadlift");
  const custom = page.getByRole("combobox", { name: "Lateral Raise (Dumbbell)" });
  assert.equal(await custom.inputValue(), "");
  const guessed = page.getByRole("combobox", { name: "Deadlift (Trap bar)" });
  assert.equal(await guessed.inputValue(), "", "what is only likely is not taken");
  await yoke.tap("Perhaps Deadlift");
  // What was settled holds when the unit is.
  await yoke.tap("lb");
  assert.equal(await guessed.inputValue(), "deadlift");
  await yoke.tap("kg");
  await yoke.tap("Import");

  await page.getByRole("status").filter({ hasText: "Brought in" }).waitFor();
  await page.getByRole("link", { name: /Back, heavy/ }).click();
  const deadlift = page.getByRole("table", { name: "Deadlift" });
  await deadlift.getByText("142.5 kg × 5").waitFor();
  await deadlift.getByText("grip slipped. RPE 8.5").waitFor();
  assert.equal(await deadlift.getByRole("row").count(), 3);
  await page.reload();
  await deadlift.getByText("100 kg × 8").waitFor();

  await toImport(page);
  const out = await saved(page, "Save as CSV");
  assert.equal(out.name, "yoke-sets.csv");
  for (const text of [STRONG, out.text]) {
    await choose(page, text);
    await yoke.heading("Nothing new").waitFor();
    assert.equal(await yoke.button("Import").count(), 0);
    await yoke.tap("Cancel");
    await yoke.heading("From another app").waitFor();
  }
  await page.goto(`${world.url}#/exercises/deadlift`);
  const rows = (await saved(page, "Save all my sets as CSV")).text.trim().split("\n");
  assert.equal(rows.length, 3);
  await page.goto(`${world.url}#/exercises`);
  await page.getByRole("link", { name: /Lateral Raise \(Dumbbell\)/ }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("an import is taken back in one tap, exercises and all", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/import`);
  await choose(page, STRONG);
  await yoke.tap("Import");
  await page.getByRole("link", { name: /Morning/ }).waitFor();
  await yoke.tap("Undo");
  await page.getByText("No workout yet.").waitFor();
  await page.goto(`${world.url}#/exercises`);
  await yoke.heading("Exercises").waitFor();
  await page.getByRole("link", { name: /Cable row/ }).first().waitFor();
  assert.equal(await page.getByRole("link", { name: /Lateral Raise/ }).count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a file that is none of these changes nothing and is told why", async () => {
  const { context, page, problems } = await phone(world.browser);
  await open(page, `${world.url}#/import`);
  for (const [text, why] of [
    ["", /is empty/],
    ["<!doctype html><title>Not found</title>", /no CSV file of Strong, Hevy or FitNotes/],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 255, 254, 10]), /no CSV file/],
    [Buffer.alloc(20_000_002, "Date,Exercise,Reps\n"), /over 20 MB/],
  ]) {
    await choose(page, text);
    await page.getByRole("alert").filter({ hasText: why }).waitFor();
  }
  await page.goto(`${world.url}#/history`);
  await page.getByText("No workout yet.").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
