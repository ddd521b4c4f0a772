// What was done: put right with a way back, deleted, added from before, done again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, picture, start } from "./support/app.mjs";
import { dayAgo, STRONG, trained } from "./support/trained.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const titles = (page) => page.getByRole("main").getByRole("link", { name: /Pull|Old|Legs|Workout/ }).allInnerTexts();

test("a set is corrected, added and taken out, and each of these can be undone", async () => {
  const { context, page, problems, yoke } = await trained(world, STRONG);
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
  const { context, page, problems, yoke } = await trained(world, STRONG);
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
  const other = await dayAgo(page, 14);
  const [year, month, date] = other.split("-");
  await page.keyboard.type(`${month}${date}${year}`);
  await reach("button", /^Add a set/);
  await page.getByRole("status").filter({ hasText: "Day changed" }).waitFor();
  assert.equal(await page.getByLabel("Day").inputValue(), other);
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
  const { context, page, problems, yoke } = await trained(world, STRONG);
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

test("on a page that only follows a change is refused, and what was typed stays", async () => {
  // One of long ago, which is read a moment after the others.
  const many = Array.from({ length: 210 }, (_, ago) => `DAY${ago + 30} 18:00:00,Row,40m,"Bent Over Row (Barbell)",1,60,8,0,0,,,,kg`);
  const { context, page, problems } = await trained(world, [...STRONG, ...many]);
  await page.goto(`${world.url}#/history`);
  const more = page.getByRole("button", { name: "Show more" });
  const old = page.getByRole("link", { name: /Old/ });
  while (!await old.count()) await more.click();
  await old.click();
  await app(page).link("Edit").click();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole("status").filter({ hasText: "Yoke is open in another tab" }).waitFor();
  await second.getByRole("button", { name: /^Note on the workout/ }).click();
  const field = second.getByRole("dialog", { name: "Note" }).getByRole("textbox");
  await field.fill("Slept badly");
  await app(second).tap("Save");
  assert.equal(await field.inputValue(), "Slept badly");
  await page.reload();
  await page.getByRole("button", { name: "Note on the workout", exact: true }).waitFor();
  // What can be done about it stands in the sheet, not behind it.
  const said = second.getByRole("dialog").getByRole("status").filter({ hasText: "Yoke is open in another tab" });
  await said.waitFor();
  await picture(second, "past-refused");
  await said.getByRole("button", { name: "Use it here" }).click();
  await said.waitFor({ state: "detached" });
  assert.equal(await field.inputValue(), "Slept badly");
  await app(second).tap("Save");
  await second.getByRole("button", { name: /^Note on the workout.*Slept badly/ }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a workout is renamed, moved to another day, deleted and brought back", async () => {
  const { context, page, problems, yoke } = await trained(world, STRONG);
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
  await page.waitForFunction((today) => document.querySelector("input[type=date]").value === today, await dayAgo(page, 0));
  const other = await dayAgo(page, 3);
  await page.getByLabel("Day").fill(other);
  await page.getByLabel("Day").blur();
  await page.waitForFunction((day) => document.querySelector("input[type=date]").value === day, other);
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
  const { context, page, problems, yoke } = await trained(world, STRONG);
  await yoke.link("Add a past workout").click();
  await page.getByRole("searchbox").fill("barbell row");
  await page.getByRole("main").getByRole("button", { name: /^Barbell row/ }).click();
  // As it was last done.
  await page.getByRole("button", { name: /60 kg × 8/ }).waitFor();
  await page.getByLabel("Day").fill(await dayAgo(page, 3));
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
