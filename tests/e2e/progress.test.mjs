// How it goes: the line of an exercise, its records, its pain, and the tables that say the same.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, picture, start } from "./support/app.mjs";
import { dayAgo, STRONG, trained } from "./support/trained.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

test("progress shows the line of an exercise, its records and a table that says the same", async () => {
  const { context, page, problems, yoke } = await trained(world, STRONG);
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
  // Back again it says what is shown.
  await page.getByRole("button", { name: "Reps" }).click();
  await page.getByRole("img", { name: "Reps: 5 reps. the same for 1 week" }).waitFor();
  assert.equal(await load.evaluate((it) => it.selectedOptions[0].textContent), "105 kg or more");
  await page.getByRole("button", { name: "Top set" }).click();
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
  await yoke.link("Exercises for Middle traps").click();
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
  await page.getByLabel("Day").fill(await dayAgo(page, 21));
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
  const daily = Array.from({ length: 103 }, (_, nth) => `DAY${nth + 1} 18:00:00,Pull,40m,"Deadlift (Barbell)",1,100,5,0,0,,,,kg`);
  const { context, page, problems } = await trained(world, daily);
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
