// All that is here as a whole: a backup that another phone takes in, files that are none, and deletion.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** One set of Size and strength, saved. */
async function train(page, weight) {
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap(/^Start [AB]/, false);
  await yoke.log({ weight, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Finish here");
  await yoke.tap("Save");
  await page.getByRole("link", { name: /Resume/ }).waitFor({ state: "detached" });
}

async function toData(page) {
  await page.goto(`${world.url}#/settings/data`);
  await app(page).heading("Your data").waitFor();
}

/** The text of the file that a tap hands out. */
async function saved(page, label) {
  const [download] = await Promise.all([page.waitForEvent("download"), app(page).tap(label)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function bringIn(page, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), app(page).tap("Bring in a backup")]);
  await chooser.setFiles({ name: "a file.json", mimeType: "application/json", buffer: Buffer.from(text) });
}

const told = (page, text) => page.getByRole("status").filter({ hasText: text });
const sheet = (page) => page.getByRole("dialog", { name: "What is in it" });
const here = (page, count) => page.getByRole("paragraph").filter({ hasText: new RegExp(`^Workouts: ${count}, \\d+ kB$`) });
const workouts = async (page) => {
  await page.goto(`${world.url}#/history`);
  await app(page).heading("History").waitFor();
  return page.getByRole("main").getByRole("link", { name: /Session [AB]/ }).count();
};

test("a backup goes to another phone, is merged once, undone, and takes the place of everything", async () => {
  const one = await phone(world.browser);
  await train(one.page, 80);
  await toData(one.page);
  await here(one.page, 1).waitFor();
  const backup = await saved(one.page, "Save a backup");
  assert.match(backup.name, /^yoke-backup-\d{4}-\d\d-\d\d\.json$/);
  assert.equal(JSON.parse(backup.text)[0], "yoke-backup");

  const other = await phone(world.browser);
  const yoke = app(other.page);
  await train(other.page, 60);
  await toData(other.page);
  await bringIn(other.page, backup.text);
  await sheet(other.page).getByText("Workouts: 1 new, 1 only here").waitFor();
  await yoke.tap("Merge");
  await told(other.page, "Merged").waitFor();
  await bringIn(other.page, backup.text);
  await sheet(other.page).getByText("Workouts: 1 the same, 1 only here").waitFor();
  await yoke.tap("Merge");
  await told(other.page, "All of it is here already").waitFor();
  assert.equal(await workouts(other.page), 2);
  await other.page.reload();
  assert.equal(await workouts(other.page), 2, "it is kept");

  await toData(other.page);
  await bringIn(other.page, backup.text);
  await yoke.tap("Replace everything");
  await sheet(other.page).getByRole("alert").waitFor();
  await yoke.tap("Yes: Replace everything");
  await told(other.page, "Replaced").waitFor();
  await here(other.page, 1).waitFor();
  await yoke.tap("Undo");
  await told(other.page, "Undone").waitFor();
  await here(other.page, 2).waitFor();
  await other.page.reload();
  assert.equal(await workouts(other.page), 2, "and so is what was undone");
  assert.deepEqual([...one.problems, ...other.problems], []);
  await one.context.close();
  await other.context.close();
});

test("what is no backup says so; what is damaged in one is listed, and the rest comes in", async () => {
  const { context, page, problems } = await phone(world.browser);
  await train(page, 80);
  await toData(page);
  const { text } = await saved(page, "Save a backup");
  for (const [file, words] of [
    ["", "It is no backup of Yoke."],
    ["\u0000PNG", "It is no backup of Yoke."],
    ["Date;Workout Name;Exercise Name\n", "It is no backup of Yoke."],
    [text.replace('["yoke-backup",1,', '["yoke-backup",2,'), "A newer version of Yoke made it."],
    [`${text}${" ".repeat(17 << 20)}`, "It is larger than any backup."],
  ]) {
    await bringIn(page, file);
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
    await app(page).tap("Close");
  }
  await bringIn(page, text.replace("80k", "90k"));
  await sheet(page).getByText("Damaged or missing, left out: 1").waitFor();
  await sheet(page).getByText(/^Line \d+, yoke\/w\/.*: damaged: its checksum does not match$/).waitFor();
  await app(page).tap("Close");
  await here(page, 1).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("deleting everything asks twice, can be undone, and is for good after a restart", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await toData(page);
  await page.getByText("A workout is open. Finish or discard it").waitFor();
  await page.goto(`${world.url}#/workout`);
  await yoke.rest().waitFor();
  await yoke.tap("More");
  await yoke.tap("End this workout");
  await yoke.tap("Discard");
  await yoke.tap("Yes, discard this workout");
  await train(page, 80);
  await page.evaluate(() => localStorage.setItem("another-app", "text"));
  await toData(page);
  const wiped = async () => {
    await yoke.tap("Delete everything");
    await yoke.button("Save a backup first").waitFor();
    await yoke.tap("Yes: Delete everything");
    await yoke.tap("Really: Delete everything");
    await told(page, "Everything is deleted").waitFor();
    await page.getByText("Nothing yet.").waitFor();
  };
  await wiped();
  await told(page, "Everything is deleted").getByRole("button", { name: "Undo" }).click();
  await here(page, 1).waitFor();
  await wiped();
  await page.reload();
  await page.getByText("Nothing yet.").waitFor();
  await page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith("yoke/")));
  assert.equal(await told(page, "Brought back").count(), 0, "nor does the journal bring it back");
  assert.equal(await page.evaluate(() => localStorage.getItem("another-app")), "text");
  assert.equal(await workouts(page), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("each day's first start makes a copy; one goes back to it, and forth again", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.clock.install({ time: new Date("2026-11-20T10:00:00") });
  const yoke = app(page);
  const copies = page.getByRole("main").getByRole("button", { name: /November 2026/ });
  const lines = async (count) => {
    await page.waitForFunction((count) => document.querySelectorAll("button.li").length === count, count);
    return (await copies.allInnerTexts()).map((line) => line.replace(/\s*\n\s*/g, ", "));
  };
  await train(page, 80);
  await toData(page);
  assert.deepEqual(await lines(0), []);
  // The first start with something to copy; the second start of the day makes none.
  for (const _ of [1, 2]) {
    await page.reload();
    assert.match((await lines(1))[0], /^20 November 2026, 10:00, Workouts: 1, \d+ kB$/);
  }
  await train(page, 82.5);
  await page.clock.setSystemTime(new Date("2026-11-21T07:30:00"));
  await toData(page);
  await page.reload();
  const both = await lines(2);
  assert.match(both[0], /^21 November 2026, 7:30, Workouts: 2,/);
  await copies.nth(1).click();
  await sheet(page).getByText(/^Made on (20 November 2026|2026-11-20)/).waitFor();
  await sheet(page).getByText("Workouts: 1 the same, 1 only here").waitFor();
  await yoke.tap("Replace everything");
  await yoke.tap("Yes: Replace everything");
  await told(page, "Replaced").waitFor();
  await here(page, 1).waitFor();
  await lines(3);
  await page.reload();
  assert.equal(await workouts(page), 1);
  // How it stood before is a copy too.
  await toData(page);
  assert.match((await lines(3))[0], /Workouts: 2,/);
  await copies.first().click();
  await yoke.tap("Replace everything");
  await yoke.tap("Yes: Replace everything");
  await told(page, "Replaced").waitFor();
  assert.equal(await workouts(page), 2);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what could not be read can be saved as it was found", async () => {
  const { context, page } = await phone(world.browser);
  await open(page, world.url);
  // As the page goes, so that it does not find the record itself.
  await page.evaluate(() => addEventListener("pagehide", () => localStorage.setItem("yoke/w/1795255200000-0001", "1.1.00000000.{broken")));
  await page.reload();
  await page.getByRole("alert").filter({ hasText: "Something could not be read" }).waitFor();
  await toData(page);
  const { name, text } = await saved(page, "Save these as they are");
  assert.equal(name, "yoke-unread.txt");
  assert.match(text, /^yoke\/aside\/\d+\/yoke\/w\/1795255200000-0001\n.*\n1\.1\.00000000\.\{broken\n/);
  await context.close();
});
