// What the week lacks, one tap from the next workout; pulling and pushing, left and right, minutes; the month.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { picture, start } from "./support/app.mjs";
import { trained as bring } from "./support/trained.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A phone with workouts from a file: each row is how many days ago, the hour, the workout's name and what was done. */
const trained = (rows, options) => bring(world, rows.map(([ago, hour, name, done]) =>
  `DAY${ago} ${String(hour).padStart(2, "0")}:00:00,${name},40m,${done},0,0,,,,kg`), options);

const DEADLIFT = [[7, 18, "Pull", '"Deadlift (Barbell)",1,100,5']];

test("what the week lacks is put at the end of the next workout, taken out again, and comes once", async () => {
  const { context, page, problems, yoke } = await trained(DEADLIFT);
  await yoke.tab("Progress");
  await page.getByText(/Furthest behind: Middle traps, 0 of 10/).waitFor();
  // Without a program there is no next workout.
  assert.equal(await page.getByRole("button", { name: /^Add (?!to cal)/ }).count(), 0);
  await yoke.link("Choose a program to add exercises to").click();
  await page.getByRole("link", { name: /Size and strength/ }).click();
  await yoke.tap("Choose");
  await yoke.button("Chosen").waitFor();
  await page.goto(`${world.url}#/progress`);
  // One for each group that is behind, and none of them twice.
  const bar = (name) => page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  await bar("Rear delts").getByText("8 to go").waitFor();
  const offered = await page.getByRole("button", { name: /^Add (?!to cal)/ }).allInnerTexts();
  assert.equal(offered.length, 8);
  assert.equal(new Set(offered).size, 8);
  const row = yoke.button("Add Single-arm dumbbell row");
  const other = bar("Rear delts").getByRole("button", { name: /^Add (?!to cal)/ });
  const another = (await other.innerText()).replace("Add ", "");
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "true");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add Single-arm dumbbell row", "the focus stays");
  await other.click();
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "false");
  await row.click();
  for (const [name, colorScheme, width] of [["dark", "dark", 390], ["light", "light", 390], ["narrow", "dark", 320], ["desk", "dark", 1280]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await bar("Rear delts").scrollIntoViewIfNeeded();
    await picture(page, `balance-added-${name}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await yoke.button("Add Single-arm dumbbell row").and(page.locator("[aria-pressed=true]")).waitFor();
  assert.equal(await other.getAttribute("aria-pressed"), "true");
  await yoke.tab("Today");
  await yoke.actions().getByText(`plus ${another}, Single-arm dumbbell row`).waitFor();
  await picture(page, "balance-today");
  await yoke.tap("Start");
  await yoke.heading("Deadlift").waitFor();
  await yoke.tap("More");
  await yoke.tap(/^Go to another exercise/, false);
  await page.getByRole("dialog").getByRole("button", { name: new RegExp(`^${another}.*0 of`) }).waitFor();
  const last = page.getByRole("dialog").getByRole("button", { name: /^Single-arm dumbbell row.*0 of/ });
  await last.click();
  await yoke.heading("Single-arm dumbbell row").waitFor();
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Yes, discard this workout");
  // What is thrown away was not done; what is saved comes once.
  await yoke.actions().getByText(`plus ${another}, Single-arm dumbbell row`).waitFor();
  await yoke.actions().getByText("7 exercises").waitFor();
  await yoke.tap("Start");
  await yoke.heading("Deadlift").waitFor();
  await yoke.log({ weight: 100, reps: 5 });
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Finish here");
  await yoke.tap("Save");
  await page.goto(`${world.url}#/today`);
  await yoke.actions().getByText("Next: Size and strength").waitFor();
  assert.equal(await yoke.actions().getByText("plus ").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what the week lacks comes at the end of the open workout, and can be taken back", async () => {
  const { context, page, problems, yoke } = await trained(DEADLIFT);
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.log({ weight: 100, reps: 5 });
  await page.goto(`${world.url}#/progress`);
  const row = yoke.button("Add Single-arm dumbbell row");
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "true");
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "false");
  await page.goto(`${world.url}#/workout`);
  await yoke.tap("More");
  await yoke.tap(/^Go to another exercise/, false);
  await page.getByRole("dialog").getByRole("button", { name: /^Lat pull-down/ }).waitFor();
  assert.equal(await page.getByRole("dialog").getByText("Single-arm dumbbell row").count(), 0);
  await page.goto(`${world.url}#/progress`);
  await row.click();
  assert.equal(await row.getAttribute("aria-pressed"), "true");
  await page.reload();
  await row.and(page.locator("[aria-pressed=true]")).waitFor();
  await page.goto(`${world.url}#/workout`);
  await yoke.tap("More");
  await yoke.tap(/^Go to another exercise/, false);
  await page.getByRole("dialog").getByRole("button", { name: /^Single-arm dumbbell row.*0 of/ }).waitFor();
  await page.getByText("1 of").first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("pulling and pushing, left and right, and minutes are said in plain sentences, and nothing where there is nothing to say", async () => {
  const { context, page, problems, yoke } = await trained([
    ...DEADLIFT,
    [8, 18, "Pull", '"Bent Over Row (Barbell)",1,60,8'], [8, 18, "Pull", '"Bent Over Row (Barbell)",2,60,8'],
    [9, 18, "Push", '"Push Up",1,0,12'], [40, 18, "Push", '"Push Up",1,0,12'],
  ]);
  await yoke.tab("Progress");
  await page.getByText("Pulling to pushing in 4 weeks: 2 to 1 hard sets.").waitFor();
  await page.getByText("Posture, mobility and release: 0 of 30 min this week.").waitFor();
  assert.equal(await page.getByText("left").count(), 0);
  // A flow of today has minutes.
  await yoke.history();
  await yoke.link("Add a past workout").click();
  await page.getByRole("searchbox").fill("doorway");
  await page.getByRole("main").getByRole("button", { name: /^Doorway/ }).click();
  await page.getByRole("button", { name: /30 s a side/ }).waitFor();
  await yoke.tap("Add exercise");
  await page.getByRole("dialog").getByRole("searchbox").fill("single-arm");
  await page.getByRole("dialog").getByRole("button", { name: /^Single-arm dumbbell row/ }).click();
  await page.getByRole("button", { name: /a side/ }).nth(1).click();
  await yoke.field("Weight in kg").fill("20");
  await yoke.tap("Sides differ");
  await yoke.field(/left/i).fill("10");
  await yoke.field(/right/i).fill("7");
  await yoke.tap("Save");
  await page.goto(`${world.url}#/progress`);
  await page.getByText("Single-arm dumbbell row in 4 weeks: left 10 reps, right 7 reps.").waitFor();
  await page.getByText("Posture, mobility and release: 1 of 30 min this week, on 1 day.").waitFor();
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await page.getByText("Pulling to pushing").scrollIntoViewIfNeeded();
    await picture(page, `balance-sentences-${colorScheme}`);
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test("a month shows the days that were trained, and a tap what was done on one of them", async () => {
  const { context, page, problems, yoke } = await trained([
    [0, 0, "Early", '"Deadlift (Barbell)",1,100,5'], [0, 1, "Later", '"Deadlift (Barbell)",1,100,5'],
    [45, 18, "Before", '"Deadlift (Barbell)",1,90,5'],
  ]);
  await yoke.history();
  const calendar = page.getByRole("region", { name: "Calendar" });
  const [today, before, title, first] = await page.evaluate(() => {
    const name = (at) => `${at.toLocaleDateString("en-GB", { weekday: "long" })} ${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
    const now = new Date();
    const ago = new Date(Date.now() - 45 * 86_400_000);
    const begins = new Date(now.getFullYear(), now.getMonth(), 1);
    return [name(now), name(ago), now.toLocaleDateString("en-GB", { month: "long", year: "numeric" }), (begins.getDay() + 6) % 7];
  });
  await calendar.getByRole("heading", { name: title }).waitFor();
  // The first of the month stands under its day of the week, Monday first.
  const column = await calendar.getByText("1", { exact: true }).evaluate((it) => ([...it.parentNode.children].indexOf(it)) % 7);
  assert.equal(column, first);
  const day = calendar.getByRole("button", { name: `${today}, 2 workouts` });
  await day.click();
  assert.equal(await day.getAttribute("aria-pressed"), "true");
  const headings = () => page.getByRole("main").getByRole("heading").allInnerTexts();
  assert.deepEqual(await headings(), ["History", title, today], "each is said once");
  await page.getByRole("main").getByRole("link", { name: /Before/ }).waitFor({ state: "detached" });
  await page.getByRole("main").getByRole("link", { name: /Early/ }).waitFor();
  await page.getByRole("main").getByRole("link", { name: /Later/ }).waitFor();
  for (const [name, options, size] of [["dark", { colorScheme: "dark" }, 390], ["light", { colorScheme: "light" }, 390], ["narrow", {}, 320]]) {
    await page.emulateMedia(options);
    await page.setViewportSize({ width: size, height: 844 });
    await picture(page, `balance-month-${name}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name);
  }
  const small = await calendar.getByRole("button").evaluateAll((all) => all.filter((it) => it.offsetWidth < 44 || it.offsetHeight < 44).length);
  assert.equal(small, 0, "every day takes a finger");
  await yoke.tap("Show all");
  await page.getByRole("main").getByRole("link", { name: /Before/ }).waitFor();
  await page.waitForFunction((it) => document.activeElement === it, await day.elementHandle());
  assert.equal(new Set(await headings()).size, (await headings()).length, "each is said once");
  assert.equal((await headings()).length, 3, "the calendar's month has its heading there");
  await picture(page, "balance-month-all");
  const earlier = calendar.getByRole("button", { name: "Earlier month" });
  const old = calendar.getByRole("button", { name: `${before}, 1 workout` });
  while (!await old.count()) {
    const was = await calendar.getByRole("heading").innerText();
    await earlier.click();
    await page.waitForFunction((was) => document.querySelector("section h2").innerText !== was, was);
  }
  assert.equal(await earlier.getAttribute("aria-disabled"), "true", "nothing is before the oldest");
  // The list goes back with the calendar.
  await page.getByRole("main").getByRole("link", { name: /Early/ }).waitFor({ state: "detached" });
  assert.equal((await headings()).length, 2);
  await old.click();
  await page.getByRole("main").getByRole("link", { name: /Early/ }).waitFor({ state: "detached" });
  const later = calendar.getByRole("button", { name: "Later month" });
  while (await later.getAttribute("aria-disabled") !== "true") await later.click();
  await page.getByRole("main").getByRole("link", { name: /Early/ }).waitFor();
  await page.getByRole("main").getByRole("link", { name: /Before/ }).click();
  await yoke.heading("Before").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("more pushing than pulling is answered, and the posture work that lacks is one tap away", async () => {
  const { context, page, problems, yoke } = await trained([
    ...DEADLIFT, [8, 18, "Push", '"Push Up",1,0,12'], [8, 18, "Push", '"Push Up",2,0,12'],
  ]);
  await yoke.tab("Progress");
  await page.getByText("Pulling to pushing in 4 weeks: 0 to 2 hard sets. Pull at least as much as you push.").waitFor();
  await yoke.link("Posture break").click();
  await page.getByText("Get ready").first().waitFor();
  // One at a time: while a workout is open no break is offered.
  await page.goto(`${world.url}#/progress`);
  await page.getByText("Pull at least as much as you push.").waitFor();
  assert.equal(await yoke.link("Posture break").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
