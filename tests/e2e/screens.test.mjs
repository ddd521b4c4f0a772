// Every screen, in both themes, narrow, with large text, wide and lying down: nothing off the side, nothing too small
// to tap, no accessibility fault. The pictures are kept in test-output/ and are there to be looked at.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { app, launchPhone, phone, picture, SKIP_FIRST_STEPS, start } from "./support/app.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Two workouts with a name that is known, one to check, one of the person's own, and lines that cannot be read. */
const STRONG = `Date,Workout Name,Exercise Name,Set Order,Weight,Reps,RPE
05/06/2024 18:02,Back,Deadlift (Barbell),1,142.5,5,8
05/06/2024 18:02,Back,Deadlift (Trap bar),1,100,5,8
05/06/2024 18:02,Back,Deadlift (Trap bar),2,100,five,
07/06/2024 18:02,Back,A name with a great many words that goes on and on,1,10,12,
07/06/2024 18:02,Back,Pull Up,1,0,0,
`;

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** Makes the program in the editor as large as it can be: 14 sessions, 30 exercises in each, names of 60 letters. */
async function fill(page, yoke) {
  const name = "A program with a name as long as any name can be, 60 letters";
  await yoke.field("Name", { exact: true }).last().fill(name);
  await yoke.field("Name of this session").fill(name);
  await yoke.field("Name of this session").blur();
  // Each tap has done its work before the next one; one more than fits says so.
  for (let items = 5; items <= 30; items += 1) await yoke.tap("Copy");
  await page.getByText("30 exercises are the most in a session.").waitFor();
  for (let days = 2; days <= 14; days += 1) await yoke.tap("Copy session");
  await page.getByText("14 sessions are the most.").waitFor();
}

/** Walks through all screens and calls `look` on each. */
async function walk(page, look) {
  const yoke = app(page);
  await page.clock.install();
  await page.goto(world.url);
  await yoke.heading("What brings you here?").waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".goal canvas")].filter(({ width }) => width > 0).length === 3);
  await look("first");
  await yoke.tap(SKIP_FIRST_STEPS);
  await page.getByText("Choose a program to begin").waitFor();
  await look("today-first");
  await page.goto(`${world.url}#/programs`);
  await yoke.heading("Programs").waitFor();
  await look("programs-first");
  await page.goto(`${world.url}#/history`);
  await page.getByText("No workout yet.").waitFor();
  await look("history-empty");
  await page.goto(`${world.url}#/progress`);
  await page.getByText("No workout yet.").waitFor();
  await look("progress-empty");
  await tests(page, look);
  await page.goto(`${world.url}#/settings`);
  await page.getByRole("switch", { name: "Drills in long rests" }).click();
  await page.goto(`${world.url}#/programs`);
  await yoke.openProgram("Size and strength");
  await look("program");
  await yoke.tap("Start A");
  await yoke.heading("Deadlift").waitFor();
  await look("player-first-time");
  await yoke.log({ weight: 1 });
  await yoke.rest().waitFor();
  await yoke.tap("Undo set 1");
  await yoke.log({ weight: 102.5, reps: 5 });
  await yoke.rest().waitFor();
  await page.clock.fastForward(90_000);
  await look("rest");
  await page.clock.fastForward(((await yoke.secondsLeft()) - 2) * 1000);
  await page.waitForFunction(() => document.querySelector(".last3"));
  await look("rest-last");
  await page.clock.fastForward(30_000);
  await page.getByText(/Rest ended/).waitFor();
  await look("player");
  await yoke.field("Weight in kg").fill("abc");
  await yoke.log();
  await page.getByRole("alert").filter({ hasText: "Use digits" }).waitFor();
  await look("player-error");
  await yoke.tap("More");
  await page.getByRole("dialog").waitFor();
  await look("more");
  for (const [row, dialog, name] of [
    ["Swap exercise", "Swap Deadlift", "sheet-swap"],
    ["Shorten to the time", "Short of time", "sheet-shorten"],
    ["Something hurts", "Something hurts", "sheet-hurts"],
    ["Note", "Note", "sheet-note"],
  ]) {
    await yoke.tap(new RegExp(`^${row}`), false);
    await page.getByRole("dialog", { name: dialog }).waitFor();
    if (name === "sheet-hurts") await yoke.tap("7");
    await look(name);
    if (name === "sheet-hurts") await yoke.tap("7");
    await yoke.tap("Close");
    await yoke.tap("More");
  }
  await yoke.tap(/^Go to another/, false);
  await look("sheet-go");
  await page.getByRole("button", { name: /Farmer/ }).click();
  await yoke.heading("Farmer's carry").waitFor();
  await yoke.field("Weight in kg").fill("24");
  await yoke.tap(/^Start 30 s/, false);
  await page.getByText("Get ready").first().waitFor();
  await page.clock.fastForward(19_000);
  await page.getByText("Carry", { exact: true }).waitFor();
  await look("carry");
  await yoke.tap(/^Stop, log/, false);
  await yoke.rest().waitFor();
  await yoke.link("Minimise workout").click();
  await yoke.link("Resume").waitFor();
  await look("today-resume");
  await yoke.tap("Finish or discard");
  await page.getByRole("dialog").waitFor();
  await look("end");
  await yoke.tap("Finish here");
  await yoke.heading("Session A, deadlift").waitFor();
  await look("summary");
  await yoke.tap("Save");
  await page.getByText("Session B, rows").waitFor();
  await look("today");
  await yoke.tab("Programs");
  await look("programs");
  await page.goto(`${world.url}#/programs/size-and-strength`);
  await yoke.tap("Copy and change");
  await yoke.heading("Size and strength, copy").waitFor();
  await look("editor");
  await page.getByRole("button", { name: /^Deadlift/ }).click();
  await yoke.field("Sets").waitFor();
  await look("editor-open");
  await fill(page, yoke);
  await look("editor-full");
  await page.goto(`${world.url}#/settings/weights`);
  await yoke.heading("My weights").waitFor();
  await look("weights");
  await page.goto(`${world.url}#/settings/reminders`);
  await yoke.heading("Reminders").waitFor();
  await Promise.all([page.waitForEvent("download"), yoke.tap("Add to calendar")]);
  await page.getByRole("switch", { name: "Remind me" }).click();
  await page.getByText("The next:").waitFor();
  await look("reminders");
  // Whatever day and hour it is.
  for (const day of ["Sat", "Sun"]) await yoke.tap(day);
  await page.getByLabel("First").fill("00:00");
  await page.getByLabel("Every").selectOption("20 min");
  await page.getByLabel("Last").fill("23:59");
  await page.clock.fastForward(1_200_000);
  await page.getByText("Time for a posture break").waitFor();
  await page.getByLabel("Last").fill("");
  await page.getByText("the last not before").waitFor();
  await look("reminders-due");
  await page.getByRole("switch", { name: "Remind me" }).click();
  await page.goto(`${world.url}#/import`);
  await yoke.heading("From another app").waitFor();
  await look("import");
  const [table] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Choose a file")]);
  await table.setFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(STRONG) });
  await yoke.heading("2 new workouts").waitFor();
  await look("import-file");
  await yoke.tap("Cancel");
  await page.goto(`${world.url}#/settings/data`);
  await yoke.heading("Your data").waitFor();
  await yoke.tap("Delete everything");
  await look("data");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Bring in a backup")]);
  const file = readFileSync(new URL("../fixtures/backup-v1.json", import.meta.url), "utf8").replace("80k", "90k");
  await chooser.setFiles({ name: "backup.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByRole("dialog", { name: "What is in it" }).waitFor();
  await look("data-file");
  await yoke.tap("Close");
  await page.goto(`${world.url}#/exercises`);
  await yoke.heading("Exercises").waitFor();
  await look("exercises");
  await yoke.tap("Muscle");
  await page.getByRole("dialog", { name: "Muscle" }).waitFor();
  await look("exercises-muscle");
  await yoke.tap("Close");
  await yoke.tap("Gear");
  await page.getByRole("dialog", { name: "Gear" }).waitFor();
  await look("exercises-gear");
  await yoke.tap("What I have");
  await yoke.button("Remove My gear").waitFor();
  await look("exercises-mine");
  await yoke.tap("Remove My gear");
  await page.getByRole("searchbox").fill("qqqq");
  await page.getByText("Nothing is called").waitFor();
  await look("exercises-none");
  await page.goto(`${world.url}#/exercises/barbell-row`);
  await yoke.heading("Barbell row").waitFor();
  await look("exercise");
  await yoke.tap("Stand still");
  await page.getByText("Start", { exact: true }).waitFor();
  await look("exercise-still");
  await page.goto(`${world.url}#/own/new`);
  await yoke.heading("New exercise").waitFor();
  await look("own-new");
  await yoke.field("Name").fill("Ring row with a name so long that it needs several lines");
  await yoke.tap("Save");
  await yoke.heading(/Ring row/).waitFor();
  await look("own");
  await page.goto(`${world.url}#/learn`);
  await yoke.heading("Learn").waitFor();
  await look("learn");
  for (const id of ["why", "before", "shoulder-blade"]) {
    await page.goto(`${world.url}#/learn/${id}`);
    await page.waitForFunction(() => document.querySelector("h1.h1"));
    await look(`learn-${id}`);
  }
  await page.goto(`${world.url}#/muscles/rhomboids`);
  await yoke.heading("Rhomboids, major and minor").waitFor();
  await look("muscle");
  await page.goto(`${world.url}#/exercises/barbell-row/mirror`);
  await app(page).button("Start the camera").waitFor();
  await look("mirror");
  await page.goto(`${world.url}#/history`);
  await page.getByRole("link", { name: /Session A/ }).waitFor();
  await look("history");
  await page.getByRole("link", { name: /Session A/ }).click();
  await page.getByRole("table", { name: "Deadlift" }).waitFor();
  await look("past");
  await yoke.link("Edit").click();
  await yoke.field("Name").waitFor();
  await look("past-edit");
  await page.getByRole("button", { name: /102.5 kg × 5/ }).first().click();
  await page.getByRole("dialog", { name: "Deadlift" }).waitFor();
  await look("past-set");
  await yoke.tap("Close");
  await page.goto(`${world.url}#/history/new/edit`);
  await yoke.heading("A past workout").waitFor();
  await look("past-new");
  await page.goto(`${world.url}#/progress`);
  await page.getByRole("combobox", { name: "Exercise" }).waitFor();
  await look("progress");
  await page.goto(`${world.url}#/settings/sound`);
  await yoke.heading("Sound and vibration").waitFor();
  await look("sound");
  await page.goto(`${world.url}#/settings`);
  await page.getByText("Keep screen on").waitFor();
  await look("settings");
  await page.goto(`${world.url}#/start`);
  await yoke.tap(/^Size and strength/, false);
  await yoke.heading("What can you use?").waitFor();
  await look("first-gear");
  await yoke.tap("Next");
  await yoke.heading("Ready when you are").waitFor();
  await look("first-ready");
  await yoke.tap("Shoulders");
  await page.getByText(/^Your sessions begin with/).waitFor();
  await look("first-sore");
  await page.goto(`${world.url}#/nowhere`);
  await yoke.heading("Nothing here").waitFor();
  await look("unknown");
  await page.goto(`${world.url}#/programs/evening-release`);
  await yoke.heading("Evening release").waitFor();
  await look("program-care");
  await page.goto(`${world.url}#/programs/posture-reset`);
  await page.getByRole("group", { name: "Length" }).waitFor();
  await look("program-flow");
  await yoke.tap("Start");
  await yoke.heading("Cat-cow").waitFor();
  await page.clock.fastForward(7_000);
  await page.getByText("Breathe in", { exact: true }).waitFor();
  await look("flow-breath");
  await page.clock.fastForward(83_000);
  await yoke.heading("Open book").waitFor();
  await look("flow-sides");
  await timers(page, look);
}

/** Self-tests: before the first one, the stopwatch, one point, years with a gap and one far out, and the line on Today. */
async function tests(page, look) {
  const yoke = app(page);
  const field = page.getByRole("textbox");
  const to = async (id, name) => {
    await page.goto(`${world.url}#/progress/tests/${id}`);
    await yoke.heading(name).waitFor();
  };
  await to("wall-angel", "Wall angel");
  for (const point of ["Seat", "Upper back", "Left elbow"]) await yoke.tap(point);
  await look("test-points");
  await to("prone-y-raise", "Prone Y");
  await look("test-timed");
  await yoke.tap("Start");
  await page.getByText("Get ready").waitFor();
  await look("test-ready");
  await page.clock.fastForward(132_000);
  await page.getByText("Hold", { exact: true }).waitFor();
  await look("test-hold");
  await yoke.tap("Stop");
  await yoke.button("Again").waitFor();
  await look("test-stopped");
  await field.fill("soon");
  await yoke.tap("Save");
  await page.getByRole("alert").filter({ hasText: "Use digits" }).waitFor();
  await look("test-error");
  await to("wall", "Head to wall");
  await look("test-gap");
  for (const [gap, days] of [["7.5", 30], ["7", 31], ["7.5", 200], ["39.5", 30], ["6", 28], ["5.5", 30], ["4.5", 30]]) {
    await field.fill(gap);
    await yoke.tap("Save");
    await yoke.button("Measure again").waitFor();
    if (gap === "7.5" && days === 30) await look("test-one");
    await page.clock.fastForward(days * 86_400_000);
    if (gap !== "4.5") await yoke.tap("Measure again");
  }
  await look("test-many");
  await page.goto(`${world.url}#/progress`);
  await page.getByText("30 days ago").waitFor();
  await look("progress-tests");
  await page.goto(`${world.url}#/`);
  await page.getByText("Self-test: Head to wall").waitFor();
  await look("today-test");
  await yoke.tap("Not this month");
}

/** Interval timers: built, refused, saved, run in each colour, done. */
async function timers(page, look) {
  const yoke = app(page);
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  const note = page.locator(".notes").getByRole("button", { name: "Close" });
  while (await note.count()) await note.first().click();
  await page.goto(`${world.url}#/timers`);
  await page.getByText("A workout is open.").waitFor();
  await look("timer-busy");
  await page.goto(`${world.url}#/`);
  await yoke.tap("Finish or discard");
  await yoke.tap("Discard");
  await yoke.tap("Yes, discard this workout");
  await page.goto(`${world.url}#/timers`);
  await yoke.button("Start").waitFor();
  await look("timer");
  await field("Rest").fill("soon");
  await page.getByRole("alert").filter({ hasText: "Type a time" }).waitFor();
  await look("timer-error");
  await field("Rest").fill("20");
  await page.getByText("More", { exact: true }).click();
  await field("Name of Work").fill("Band pull-apart");
  await yoke.tap("Add a work interval");
  await field("Name of Work 2").waitFor();
  await field("Cool-down").fill("60");
  await field("Sets").fill("3");
  await field("Name of the timer").scrollIntoViewIfNeeded();
  await look("timer-more");
  await yoke.tap("Save");
  await page.getByRole("dialog").waitFor();
  await look("timer-name");
  await page.getByRole("dialog").getByRole("textbox").fill("Upper back with a long name");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await yoke.button(/, saved$/, false).waitFor();
  await page.goto(`${world.url}#/timers/1cutoff`);
  await page.getByRole("alert").filter({ hasText: "does not open" }).waitFor();
  await look("timer-saved");
  await yoke.tap("Start");
  await yoke.heading("Get ready").waitFor();
  await look("interval-ready");
  await page.clock.fastForward(27_000);
  await yoke.heading("Work").waitFor();
  await look("interval-work");
  await page.clock.fastForward(31_000);
  await yoke.heading("Rest").waitFor();
  await look("interval-rest");
  await page.clock.fastForward(4_000);
  await yoke.tap("Pause");
  await yoke.heading("Paused").waitFor();
  await look("interval-paused");
  await yoke.tap("Resume");
  await yoke.tap("More");
  await page.getByRole("dialog", { name: "This timer" }).waitFor();
  await look("interval-more");
  await yoke.tap("Go on");
  await page.clock.fastForward(2_838_000);
  await yoke.heading("Cool down").waitFor();
  await look("interval-cool");
  await page.clock.fastForward(90_000);
  await yoke.heading("Done").waitFor();
  await look("interval-done");
}

/** What is wrong with the layout: things off the side, targets under 44 px, text under 12 px. */
function layoutFaults() {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1) faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  const below = document.documentElement.scrollHeight - Math.max(innerHeight, scrollY + document.body.getBoundingClientRect().bottom);
  if (below > 1) faults.push(`${Math.round(below)} px of nothing below the end of the page`);
  const scope = document.querySelector("dialog[open]") ?? document.body;
  for (const target of scope.querySelectorAll("a[href], button, input")) {
    const box = target.getBoundingClientRect();
    const hidden = box.width === 0 || box.bottom < 0 || getComputedStyle(target).visibility === "hidden";
    const inText = getComputedStyle(target).display === "inline" || target.classList.contains("txl") || target.classList.contains("skip");
    if (hidden || inText) continue;
    const name = target.getAttribute("aria-label") ?? target.textContent.trim();
    const scrolls = target.closest(".chips:not(.wrap)");
    if (box.height < 43.5 || box.width < 43.5) faults.push(`${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`);
    if (!scrolls && (box.right > width + 1 || box.left < -1)) faults.push(`${name} is off the side`);
  }
  for (const element of scope.querySelectorAll("p, span, a, button, h1, h2, li, td, th, dt, dd, b")) {
    const has = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (has && element.offsetParent && parseFloat(getComputedStyle(element).fontSize) < 12) faults.push(`small text: ${element.textContent}`);
  }
  return faults;
}

for (const theme of ["dark", "light"]) {
  test(`no accessibility or layout fault on any screen, ${theme}`, { timeout: 240_000 }, async () => {
    const { context, page, problems } = await phone(world.browser, { colorScheme: theme, bypassCSP: true });
    const faults = [];
    await walk(page, async (name) => {
      await picture(page, `${name}-${theme}`);
      faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `${name}: ${fault}`));
      if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => axe.run(document, { 
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        // Rows that scroll under the deck count as small there; layoutFaults asks for more than this rule anyway.
        rules: { "target-size": { enabled: false } },
      }));
      for (const { id, nodes } of violations) faults.push(`${name}: ${id}: ${nodes.map((node) => node.html).join(" | ").slice(0, 300)}`);
    });
    assert.deepEqual([...new Set(faults)], []);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

/** A phone whose reader has set the browser's text to twice its size: rem, and em in media queries, follow. */
async function readerOfLargeText() {
  const profile = mkdtempSync(join(tmpdir(), "yoke-large-text-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify({ webkit: { webprefs: { default_font_size: 32 } } }));
  const context = await launchPhone(profile, { colorScheme: "dark" });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(world.url);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
  return { context, page, problems: [], done: () => rmSync(profile, { recursive: true, force: true }) };
}

const SHAPES = {
  320: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
  360: { viewport: { width: 360, height: 640 }, colorScheme: "dark" },
  landscape: { viewport: { width: 844, height: 390 }, colorScheme: "light" },
  desktop: { viewport: { width: 1280, height: 800 }, colorScheme: "dark", isMobile: false, deviceScaleFactor: 1 },
  "forced colours, no motion": { forcedColors: "active", reducedMotion: "reduce", colorScheme: "dark" },
  text200: null,
};

for (const [label, options] of Object.entries(SHAPES)) {
  test(`nothing off the side or too small to tap: ${label}`, { timeout: 240_000 }, async (t) => {
    const { context, page, problems, done } = options ? await phone(world.browser, options) : await readerOfLargeText();
    t.after(async () => {
      await context.close();
      done?.();
    });
    const faults = [];
    await walk(page, async (name) => {
      await picture(page, `${name}-${label}`);
      faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `${name}: ${fault}`));
    });
    assert.deepEqual([...new Set(faults)], []);
    assert.deepEqual(problems, []);
  });
}
