// What was done: put right with a way back, deleted, added from before, done again; and how it goes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, picture, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE,Weight Unit";
/** Deadlifts of 100, 105 and 110 kg in three weeks, the last one a row as well; and one long ago. */
const STRONG = `${HEAD}
2024-01-10 18:00:00,Old,40m,"Deadlift (Barbell)",1,60,5,0,0,,,,kg
DAY21 18:00:00,Pull,40m,"Deadlift (Barbell)",1,100,5,0,0,,,8,kg
DAY14 18:00:00,Pull,40m,"Deadlift (Barbell)",1,105,5,0,0,,,8,kg
DAY7 18:00:00,Pull,40m,"Deadlift (Barbell)",1,110,5,0,0,grip slipped,,8,kg
DAY7 18:00:00,Pull,40m,"Deadlift (Barbell)",2,110,4,0,0,,,,kg
DAY7 18:00:00,Pull,40m,"Bent Over Row (Barbell)",1,60,8,0,0,,,,kg
`;

/** A phone with that history. */
async function trained() {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/import`);
  const day = (ago) => page.evaluate((ago) => {
    const at = new Date(Date.now() - ago * 86_400_000);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
  }, ago);
  const days = { 0: await day(0), 7: await day(7), 14: await day(14), 21: await day(21), 3: await day(3) };
  const text = STRONG.replace(/DAY(\d+)/g, (_, ago) => days[ago]);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Choose a file")]);
  await chooser.setFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await yoke.heading("4 new workouts").waitFor();
  await yoke.tap("Import");
  await page.getByRole("status").filter({ hasText: "Brought in" }).getByRole("button", { name: "Close" }).click();
  return { context, page, problems, yoke, days };
}

const titles = (page) => page.getByRole("main").getByRole("link", { name: /Pull|Old|Legs|Workout/ }).allInnerTexts();

test("a set is corrected, added and taken out, and each of these can be undone", async () => {
  const { context, page, problems, yoke } = await trained();
  const note = (text) => page.getByRole("status").filter({ hasText: text });
  await page.getByRole("link", { name: /Pull/ }).first().click();
  await yoke.link("Edit").click();
  await page.getByRole("button", { name: /110 kg × 5/ }).click();
  const sheet = page.getByRole("dialog", { name: "Deadlift" });
  await sheet.getByRole("textbox", { name: "Note on this set" }).waitFor();
  assert.match(await sheet.getByRole("textbox", { name: "Note on this set" }).inputValue(), /^grip slipped/);
  await yoke.field("Weight in kg").fill("abc");
  await yoke.tap("Save");
  await sheet.getByRole("alert").filter({ hasText: "Use digits" }).waitFor();
  await yoke.field("Weight in kg").fill("112.5");
  await sheet.getByRole("button", { name: "1", exact: true }).click();
  await yoke.tap("Save");
  await page.getByRole("button", { name: /112.5 kg × 5.*RIR 1/ }).waitFor();
  await note("Set changed").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /110 kg × 5.*RIR 2/ }).waitFor();
  await note("Set changed").waitFor({ state: "detached" });

  await yoke.button(/^Add a set ?: Deadlift/, false).click();
  await page.getByRole("button", { name: /^3 ?110 kg × 4/ }).waitFor();
  await note("Set added").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^3 ?110 kg × 4/ }).waitFor({ state: "detached" });
  await yoke.button(/^Add a set ?: Deadlift/, false).click();
  await page.getByRole("button", { name: /^3 ?110 kg × 4/ }).waitFor();
  await page.getByRole("button", { name: /60 kg × 8/ }).click();
  await yoke.tap("Remove");
  await page.getByRole("button", { name: /60 kg × 8/ }).waitFor({ state: "detached" });
  await note("Set removed").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /60 kg × 8/ }).click();
  await yoke.tap("Remove");
  await page.getByRole("button", { name: /60 kg × 8/ }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: /^3 ?110 kg × 4/ }).waitFor();
  assert.equal(await page.getByRole("button", { name: /60 kg × 8/ }).count(), 0);
  await yoke.link("Done").click();
  const table = page.getByRole("table", { name: "Deadlift" });
  await table.getByText("110 kg × 4").nth(1).waitFor();
  assert.equal(await table.getByRole("row").count(), 4);
  assert.deepEqual(problems, []);
  await context.close();
});

test("by the keyboard alone: after each change and each undo it is where the change was, and the page stands still", async () => {
  const { context, page, problems, yoke, days } = await trained();
  // The note that was closed is gone, and the keyboard with it: to the heading.
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  await page.setViewportSize({ width: 390, height: 500 });
  await page.getByRole("link", { name: /Pull/ }).first().click();
  await yoke.link("Edit").click();
  await yoke.field("Name").waitFor();
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  /** Waits until the thing with this role and name has the focus. */
  const on = async (role, name) => {
    const it = page.getByRole(role, { name });
    await it.waitFor();
    await page.waitForFunction((it) => document.activeElement === it, await it.elementHandle()).catch(async () => {
      assert.fail(`${role} ${name} has not the focus but ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 200))}`);
    });
    assert.ok(await it.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }), `${role} ${name} is in view`);
  };
  /** Tab by Tab to a thing. */
  const reach = async (role, name, key = "Tab") => {
    const it = await page.getByRole(role, { name }).first().elementHandle();
    for (let steps = 0; steps < 60; steps += 1) {
      if (await it.evaluate((it) => document.activeElement === it)) return;
      await press(key);
    }
    assert.fail(`no way to ${role} ${name}`);
  };
  /** Takes the last change back. */
  const undo = async (title) => {
    await page.getByRole("status").filter({ hasText: title }).waitFor();
    await reach("button", "Undo", "Shift+Tab");
    await press("Enter");
    await page.getByRole("status").filter({ hasText: title }).waitFor({ state: "detached" });
  };
  // The rows that a change does not touch are the same elements after it.
  await page.getByRole("button", { name: /60 kg × 8/ }).evaluate((it) => { window.untouched = it; });
  const untouched = () => page.evaluate(() => window.untouched.isConnected);

  // A set is changed.
  await reach("button", /110 kg × 4/);
  const place = () => page.evaluate(() => document.activeElement.getBoundingClientRect().top);
  const before = await place();
  await press("Enter");
  await page.getByRole("dialog", { name: "Deadlift" }).waitFor();
  await reach("textbox", "Reps");
  await page.keyboard.type("3");
  await reach("button", "Save");
  await press("Enter");
  await on("button", /^2 ?110 kg × 3/);
  assert.equal(await untouched(), true);
  assert.ok(Math.abs(await place() - before) < 8, `the row went from ${before} to ${await place()}`);
  await undo("Set changed");
  await on("button", /^2 ?110 kg × 4/);

  // Sets are added one after another.
  await reach("button", /^Add a set/, "Shift+Tab");
  await press("Enter");
  await page.getByRole("button", { name: /^3 ?110 kg × 4/ }).waitFor();
  await press("Enter");
  await page.getByRole("button", { name: /^4 ?110 kg × 4/ }).waitFor();
  const add = () => page.evaluate(() => [document.activeElement.textContent, document.activeElement.closest(".sec").querySelector("h2").textContent]);
  assert.deepEqual(await add(), ["Add a set: Deadlift", "Deadlift"]);
  await undo("Set added");
  await page.getByRole("button", { name: /^4 ?110 kg × 4/ }).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.textContent === "Add a set: Deadlift");
  assert.deepEqual(await add(), ["Add a set: Deadlift", "Deadlift"]);
  assert.equal(await untouched(), true);

  // One in the middle goes: to the one that is in its place now. The last one goes: to the one before.
  await reach("button", /^2 ?110 kg × 4/);
  await press("Enter");
  await reach("button", "Remove");
  await press("Enter");
  await on("button", /^2 ?110 kg × 4/);
  await press("Enter");
  await reach("button", "Remove");
  await press("Enter");
  await on("button", /^1 ?110 kg × 5/);
  await undo("Set removed");
  await on("button", /^2 ?110 kg × 4/);
  assert.equal(await untouched(), true);

  // The only set of an exercise goes, and the exercise with it: to what is left.
  await reach("button", /60 kg × 8/);
  await press("Enter");
  await reach("button", "Remove");
  await press("Enter");
  await on("button", /^Add a set/);
  await undo("Set removed");
  await on("button", /60 kg × 8/);

  // Another exercise: to its first set; taken back, to the button that added it.
  await reach("button", "Add exercise");
  await press("Enter");
  await reach("searchbox", /./);
  await page.keyboard.type("face pull");
  await page.getByRole("dialog").getByRole("button", { name: /^Face pull/ }).waitFor();
  await reach("button", /^Face pull/);
  await press("Enter");
  const face = page.getByRole("heading", { name: "Face pull" });
  await face.waitFor();
  await page.waitForFunction(() => document.activeElement.closest("ul")?.previousElementSibling?.textContent.startsWith("Face pull"));
  await undo("Exercise added");
  await on("button", "Add exercise");
  assert.equal(await face.count(), 0);

  // The name, kept with Enter or when it is left; taken back, to the heading that says it.
  await reach("textbox", "Name", "Shift+Tab");
  await press("ControlOrMeta+a");
  await page.keyboard.type("Legs");
  await press("Enter");
  await yoke.heading("Legs").waitFor();
  await on("textbox", "Name");
  await undo("Name changed");
  await on("heading", "Pull");

  // A day typed digit by digit is one change.
  const was = await page.getByLabel("Day").inputValue();
  await page.getByLabel("Day").focus();
  const [year, month, date] = days[14].split("-");
  await page.keyboard.type(`${month}${date}${year}`);
  await reach("button", /^Add a set/);
  await page.getByRole("status").filter({ hasText: "Day changed" }).waitFor();
  assert.equal(await page.getByLabel("Day").inputValue(), days[14]);
  await undo("Day changed");
  await page.waitForFunction(() => document.activeElement.type === "date");
  assert.equal(await page.getByLabel("Day").inputValue(), was);

  // Left in the middle of a word: the page goes, and nothing with it.
  await reach("textbox", "Name", "Shift+Tab");
  await page.keyboard.type("Le");
  await page.goBack();
  await yoke.link("Edit").click();
  await yoke.heading("Pull").waitFor();

  // All of it goes: to the history, and back.
  await reach("button", "Delete this workout");
  await press("Enter");
  await on("heading", "History");
  await undo("Workout deleted");
  await on("heading", "History");
  assert.equal((await titles(page)).length, 4);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what was said of a workout and of an exercise, and its pain, is put right and taken back", async () => {
  const { context, page, problems, yoke } = await trained();
  const note = (text) => page.getByRole("status").filter({ hasText: text });
  await page.getByRole("link", { name: /Pull/ }).first().click();
  await yoke.link("Edit").click();
  const whole = page.getByRole("button", { name: /^Note on the workout/ });
  const write = async (text) => {
    await whole.click();
    await yoke.field("Note on the workout").fill(text);
    await yoke.tap("Save");
    await note("Remarks changed").waitFor();
  };
  await write("Slept badly");
  await note("Remarks changed").getByRole("button", { name: "Undo" }).click();
  await note("Remarks changed").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.textContent === "Note on the workout");
  await write("Slept well");

  const said = page.getByRole("button", { name: /^Note and pain ?: Deadlift/ });
  const sheet = page.getByRole("dialog", { name: "Deadlift" });
  const tell = async (place, pain) => {
    await sheet.getByRole("button", { name: place, exact: true }).click();
    await sheet.getByRole("button", { name: pain, exact: true }).click();
  };
  await said.click();
  await sheet.getByRole("textbox", { name: "Note on this exercise" }).fill("Hook grip");
  await tell("Left", "4");
  await tell("Right", "6");
  await tell("Right", "6");
  // Not saved, nothing is kept.
  await sheet.getByRole("button", { name: "Close" }).click();
  await said.click();
  assert.equal(await sheet.getByRole("textbox", { name: "Note on this exercise" }).inputValue(), "");
  assert.equal(await sheet.locator("[aria-pressed=true]").count(), 1);
  await sheet.getByRole("textbox", { name: "Note on this exercise" }).fill("Hook grip");
  await tell("Left", "4");
  await tell("Right", "6");
  await tell("Right", "6");
  await picture(page, "past-said");
  await yoke.tap("Save");
  await page.getByRole("button", { name: /^Note and pain ?: Deadlift ?Hook grip. Left: pain 4 of 10$/ }).waitFor();
  assert.equal(await said.evaluate((button) => button === document.activeElement), true);
  await page.reload();
  await page.getByRole("button", { name: /^Note and pain ?: Deadlift ?Hook grip. Left: pain 4 of 10$/ }).waitFor();
  await yoke.link("Done").click();
  await page.getByText("Slept well").waitFor();
  await page.getByText("Hook grip. Left: pain 4 of 10").waitFor();
  await page.goto(`${world.url}#/progress`);
  await yoke.tap("Pain");
  await page.getByRole("img", { name: "Pain: 4 of 10. " }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a workout is renamed, moved to another day, deleted and brought back", async () => {
  const { context, page, problems, yoke, days } = await trained();
  await page.getByRole("link", { name: /Old/ }).click();
  await yoke.link("Edit").click();
  // A workout without a name keeps the one it has.
  await yoke.field("Name").fill(" ");
  await yoke.field("Name").blur();
  assert.equal(await yoke.field("Name").inputValue(), "Old");
  await yoke.field("Name").fill("Legs, mostly");
  await yoke.field("Name").blur();
  await yoke.heading("Legs, mostly").waitFor();
  // A day that is to come is today.
  await page.getByLabel("Day").fill("2199-12-31");
  await page.getByLabel("Day").blur();
  await page.waitForFunction((today) => document.querySelector("input[type=date]").value === today, days[0]);
  await page.getByLabel("Day").fill(days[3]);
  await page.getByLabel("Day").blur();
  await page.waitForFunction((day) => document.querySelector("input[type=date]").value === day, days[3]);
  await page.getByRole("status").filter({ hasText: "Day changed" }).waitFor();
  await yoke.link("Done").click();
  await yoke.link("Back").click();
  await page.getByRole("link", { name: /Legs, mostly/ }).waitFor();
  assert.match((await titles(page))[0], /Legs, mostly/, "the newest comes first");
  await page.reload();
  await page.getByRole("link", { name: /Legs, mostly/ }).waitFor();
  assert.match((await titles(page))[0], /Legs, mostly/);
  await page.getByRole("link", { name: /Legs, mostly/ }).click();
  await yoke.link("Edit").click();
  await yoke.tap("Delete this workout");
  await page.getByRole("link", { name: /Pull/ }).first().waitFor();
  assert.equal(await page.getByRole("link", { name: /Legs/ }).count(), 0);
  await page.getByRole("status").filter({ hasText: "Workout deleted" }).getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /Legs, mostly/ }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a workout without the app is added, and one of before is done again", async () => {
  const { context, page, problems, yoke, days } = await trained();
  await yoke.link("Add a past workout").click();
  await page.getByRole("searchbox").fill("barbell row");
  await page.getByRole("main").getByRole("button", { name: /^Barbell row/ }).click();
  // As it was last done.
  await page.getByRole("button", { name: /60 kg × 8/ }).waitFor();
  await page.getByLabel("Day").fill(days[3]);
  await page.getByLabel("Day").blur();
  await yoke.tap("Add exercise");
  await page.getByRole("dialog").getByRole("searchbox").fill("face pull");
  await page.getByRole("dialog").getByRole("button", { name: /^Face pull/ }).click();
  await page.getByRole("heading", { name: "Face pull" }).waitFor();
  await yoke.link("Done").click();
  await page.getByRole("table", { name: "Face pull" }).waitFor();
  // Handed on as text; this browser has no share sheet, so it is copied.
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => { delete Navigator.prototype.share; delete Navigator.prototype.canShare; });
  await yoke.tap("Share as text");
  await yoke.button("Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Workout\n\w+day, \d+ \w+\nBarbell row: 60 kg × 8\nFace pull: /);
  await yoke.tap("Do again");
  await yoke.heading("Barbell row").waitFor();
  await page.getByText(/Set 1 of 1/).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("progress shows the line of an exercise, its records and a table that says the same", async () => {
  const { context, page, problems, yoke } = await trained();
  await yoke.tab("Progress");
  await page.getByRole("combobox", { name: "Exercise" }).selectOption({ label: "Deadlift" });
  await page.getByRole("button", { name: "Top set" }).click();
  await page.getByRole("img", { name: "Top set: 110 kg. +10 kg in 2 weeks" }).waitFor();
  // Repetitions at a load; what is chosen among stands still under the keyboard.
  await page.getByRole("button", { name: "Reps" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "Reps: 5 reps. the same for 2 weeks" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Reps");
  const load = page.getByRole("combobox", { name: "With" });
  assert.deepEqual(await load.getByRole("option").allInnerTexts(), ["Any load", "110 kg or more", "105 kg or more", "100 kg or more", "60 kg or more"]);
  await load.focus();
  await load.selectOption({ label: "105 kg or more" });
  await page.getByRole("img", { name: "Reps: 5 reps. the same for 1 week" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "With");
  await picture(page, "progress-reps-at-load");
  await page.getByRole("button", { name: "Top set" }).click();
  await load.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "As a table" }).click();
  const rows = page.getByRole("table", { name: "Top set" }).getByRole("row");
  const cells = (await rows.allInnerTexts()).map((row) => row.split("\t").slice(1).join(" "));
  assert.deepEqual(cells, ["110 kg record", "105 kg record", "100 kg record"]);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("img", { name: /^Top set: 110 kg\. \+50 kg in \d+ weeks$/ }).waitFor();
  // The estimate counts the reserve: 110 kg x 5 with 2 left is 110 x (1 + 7 / 30).
  await page.getByRole("button", { name: "e1RM" }).click();
  await page.getByRole("img", { name: /^e1RM: 135\.6 kg/ }).waitFor();
  // The present week may still come.
  await page.getByText("3 weeks in a row").waitFor();
  // What the week lacks is one tap away.
  await page.getByText(/Furthest behind: Middle traps, 0 of 10 hard sets/).waitFor();
  await yoke.link("Exercises for it").click();
  await yoke.button(/^Remove Mid/, false).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("pain that was told has a line of its own, on which less is better and nothing is a record", async () => {
  const { context, page, problems } = await phone(world.browser, { colorScheme: "dark" });
  const yoke = app(page);
  await open(page, world.url);
  /** A workout of one set, in which it hurts so much left and right. */
  const train = async (begin, weight, left, right) => {
    await yoke.tap(begin);
    await yoke.heading("Deadlift").waitFor();
    await yoke.tap("More");
    await yoke.tap(/^Something hurts/, false);
    await yoke.tap("Left");
    await yoke.tap(left);
    if (right) {
      await yoke.tap("Right");
      await yoke.tap(right);
    }
    await yoke.tap("Close");
    await yoke.log({ weight, reps: 5 });
    if (right) {
      await yoke.rest().waitFor();
      await yoke.link("Minimise workout").click();
      await yoke.tap("Finish or discard");
      await yoke.tap("Finish here");
    } else {
      // Records are announced before anything else is asked.
      await page.getByText("Heaviest: 62.5 kg").waitFor();
      await page.getByText(/^Best estimated single \(Epley\): \d/).waitFor();
    }
    await yoke.tap("Save");
    await yoke.actions().getByText(/^Next:/).waitFor();
    await page.goto(`${world.url}#/progress`);
    await page.getByRole("combobox", { name: "Exercise" }).waitFor();
  };
  await page.goto(`${world.url}#/programs/size-and-strength`);
  await train("Start A", 60, "6", "2");
  await yoke.tap("Pain");
  // One point, on a scale that goes from 0 to 10 for every exercise.
  await page.getByRole("img", { name: "Pain: 6 of 10. " }).waitFor();
  await page.getByText("10 of 10", { exact: true }).waitFor();
  await page.getByText("0 of 10", { exact: true }).waitFor();
  await picture(page, "progress-pain-one");
  // Three weeks ago, so that there is a change to tell.
  await yoke.history();
  await page.getByRole("link", { name: /Session A/ }).click();
  await yoke.link("Edit").click();
  const ago = await page.evaluate(() => {
    const at = new Date(Date.now() - 21 * 86_400_000);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
  });
  await page.getByLabel("Day").fill(ago);
  await page.getByLabel("Day").blur();
  await page.getByRole("status").filter({ hasText: "Day changed" }).getByRole("button", { name: "Close" }).click();
  await yoke.link("Done").click();
  await train("Do again", 62.5, "4");
  await yoke.tap("Pain");
  await page.getByRole("img", { name: "Pain: 4 of 10. \u22122 in 3 weeks: less pain" }).waitFor();
  await page.getByText("6 and more: stop for the day.").waitFor();
  assert.equal(await page.getByText("Diamonds are records.").count(), 0);
  await yoke.tap("As a table");
  const rows = page.getByRole("table", { name: "Pain" }).getByRole("row");
  const cells = (await rows.allInnerTexts()).map((row) => row.split("\t").slice(1).join(" ").trim());
  assert.deepEqual(cells, ["4 of 10", "6 of 10"]);
  await yoke.tap("As a table");
  await page.evaluate(() => document.activeElement.blur());
  for (const [name, colorScheme, size] of [["dark", "dark", 390], ["light", "light", 390], ["320", "dark", 320]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: size, height: 844 });
    await picture(page, `progress-pain-${name}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
  }
  // The best there was of an exercise is no pain.
  await page.getByRole("link", { name: /Deadlift e1RM/ }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a table that leaves out what is older says how much there is", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/import`);
  const days = await page.evaluate(() => Array.from({ length: 103 }, (_, nth) => {
    const at = new Date(Date.now() - (nth + 1) * 86_400_000);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
  }));
  const text = [HEAD, ...days.map((day) => `${day} 18:00:00,Pull,40m,"Deadlift (Barbell)",1,100,5,0,0,,,,kg`), ""].join("\n");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Choose a file")]);
  await chooser.setFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await yoke.heading("103 new workouts").waitFor();
  await yoke.tap("Import");
  await page.getByRole("status").filter({ hasText: "Brought in" }).waitFor();
  await page.goto(`${world.url}#/progress`);
  await page.getByRole("button", { name: "As a table" }).click();
  // Three months are all there.
  assert.equal(await page.getByRole("table").getByRole("row").count(), 91);
  assert.equal(await page.getByText(/^The newest/).count(), 0);
  await page.getByRole("button", { name: "1 year" }).click();
  await page.getByText("The newest 100 of 103").waitFor();
  assert.equal(await page.getByRole("table").getByRole("row").count(), 100);
  await page.getByText("The newest 100 of 103").scrollIntoViewIfNeeded();
  await picture(page, "progress-table-newest");
  // The list of the history goes on in steps, the keyboard on the button until there is no more.
  await page.goto(`${world.url}#/history`);
  const listed = () => page.getByRole("main").getByRole("link", { name: /Pull/ }).count();
  assert.equal(await listed(), 20);
  await page.getByRole("button", { name: "Show more" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("main li").length === 40);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Show more");
  for (let pages = 0; pages < 4; pages += 1) await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "hidden" });
  assert.equal(await listed(), 103);
  assert.deepEqual(problems, []);
  await context.close();
});
