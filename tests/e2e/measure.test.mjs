// Self-tests: taken with the stopwatch, by the stepper and by ticks; how they went; taken away and back; due once a month.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, picture, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const DAY = 86_400_000;

/** A phone on 1 October 2026, in the morning, whose tones are counted. */
async function monthly(options) {
  const { context, page, problems } = await phone(world.browser, { timezoneId: "Europe/Berlin", ...options });
  await context.clock.install({ time: new Date("2026-10-01T08:00:00Z") });
  await context.addInitScript(() => {
    window.tones = 0;
    const play = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function count(...when) { window.tones += 1; return play.apply(this, when); };
  });
  await open(page, world.url);
  return { context, page, problems, yoke: app(page) };
}

const to = async (page, id, name) => {
  await page.goto(`${world.url}#/progress/tests/${id}`);
  await app(page).heading(name).waitFor();
};
const due = (page) => page.getByRole("status").filter({ hasText: "Self-test:" });
/** What the table says, newest first: day, value, record. */
const measured = (page, name) => page.getByRole("table", { name }).locator("tr").evaluateAll(
  (rows) => rows.map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent).join(" ").trim()));

/** Takes the hang by the clock; it was held so many seconds. */
async function hang(page, yoke, seconds) {
  await yoke.tap("Start");
  await page.getByRole("status").filter({ hasText: "Get ready" }).waitFor();
  await page.clock.fastForward(5_000);
  await page.getByRole("status").filter({ hasText: "Hold" }).waitFor();
  await page.clock.fastForward(seconds * 1_000);
  await yoke.tap("Stop");
}

test("a hang is timed, put right, saved, seen as a trend, taken away and back, and due after a month", async () => {
  const { context, page, problems, yoke } = await monthly();
  await yoke.tab("Progress");
  await page.getByText("No workout yet.").waitFor();
  assert.equal(await page.getByText("Not measured yet").count(), 4);
  await yoke.link(/^Dead hang/).click();
  await yoke.heading("Dead hang").waitFor();
  assert.equal(await page.getByRole("table").count(), 0);
  assert.equal(await yoke.button("Cancel").count(), 0, "there is nothing to go back to");

  await hang(page, yoke, 41.6);
  const field = yoke.field("Seconds");
  assert.equal(await field.inputValue(), "41", "no second that was not held");
  await field.fill("a while");
  await yoke.tap("Save");
  await page.getByRole("alert").filter({ hasText: "Use digits only" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "measured");
  await field.fill("40");
  await yoke.tap("Save");
  await page.getByRole("heading", { name: "Measured" }).waitFor();
  assert.deepEqual(await measured(page, "Dead hang"), ["2026-10-01 40 s"]);
  await page.getByRole("img", { name: "Dead hang: 40 s." }).waitFor();
  await page.getByText("next: 31 October").waitFor();
  await picture(page, "measure-one");
  await page.goBack();
  await page.getByRole("link", { name: /^Dead hang.*today.*40 s/s }).waitFor();

  // Not after 29 days, but after 30; and a reload finds all of it again.
  await yoke.tab("Today");
  await page.clock.fastForward(29 * DAY);
  assert.equal(await due(page).count(), 0);
  await page.clock.fastForward(DAY);
  await page.reload();
  await due(page).filter({ hasText: "Self-test: Dead hang" }).filter({ hasText: "Last taken 30 days ago." }).waitFor();
  await picture(page, "measure-due");
  await due(page).getByRole("link", { name: "Measure" }).click();
  await yoke.heading("Dead hang").waitFor();
  // Whoever stops in the count-in has not measured; the seconds may also be typed.
  await yoke.tap("Start");
  await page.clock.fastForward(3_000);
  await yoke.tap("Stop");
  assert.equal(await field.inputValue(), "");
  await field.fill("52");
  await yoke.tap("Save");
  await page.getByText("+12 s in 4 weeks, better").waitFor();
  assert.deepEqual(await measured(page, "Dead hang"), ["2026-10-31 52 s record", "2026-10-01 40 s"]);
  await page.getByRole("img", { name: "Dead hang: 52 s. +12 s in 4 weeks, better" }).waitFor();
  await yoke.tap("Measure again");
  await yoke.tap("Cancel");

  await yoke.tap("Remove 31 October, 52 s");
  await page.getByText("next: 31 October").waitFor();
  assert.deepEqual(await measured(page, "Dead hang"), ["2026-10-01 40 s"]);
  await page.getByRole("status").filter({ hasText: "Measurement removed" }).getByRole("button", { name: "Undo" }).click();
  await page.getByText("+12 s in 4 weeks, better").waitFor();
  await yoke.tap("Remove 1 October, 40 s");
  await page.getByRole("status").filter({ hasText: "Measurement removed" }).getByRole("button", { name: "Close" }).click();
  await page.reload();
  await yoke.heading("Dead hang").waitFor();
  assert.deepEqual(await measured(page, "Dead hang"), ["2026-10-31 52 s"]);
  // The one that is left goes too: then it is as at the beginning.
  await yoke.tap("Remove 31 October, 52 s");
  await yoke.button("Start").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("what is due can be put off, and is not told in a workout", async () => {
  const { context, page, problems, yoke } = await monthly();
  await to(page, "dead-hang", "Dead hang");
  await yoke.field("Seconds").fill("40");
  await yoke.tap("Save");
  await page.clock.fastForward(31 * DAY);
  await page.goto(`${world.url}#/`);
  await due(page).filter({ hasText: "31 days ago" }).waitFor();
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.link("Minimise workout").click();
  await yoke.link("Resume").waitFor();
  assert.equal(await due(page).count(), 0, "never during a workout");
  await yoke.tap("Finish or discard");
  await yoke.tap("Yes, discard this workout");
  await due(page).getByRole("button", { name: "Not this month" }).click();
  await page.waitForFunction(() => !document.body.textContent.includes("Self-test:"));
  await page.reload();
  await yoke.heading("Sunday").waitFor();
  assert.equal(await due(page).count(), 0);
  await page.clock.fastForward(30 * DAY);
  await page.reload();
  await due(page).filter({ hasText: "61 days ago" }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a gap in inches, points by ticks, and the stopwatch heard and left alone", async () => {
  const { context, page, problems, yoke } = await monthly();
  await page.goto(`${world.url}#/settings`);
  await yoke.tap("lb");
  await to(page, "wall", "Head to wall");
  const gap = yoke.field("Gap in in");
  await gap.fill("3");
  await yoke.tap("0.25 in less");
  assert.equal(await gap.inputValue(), "2.75");
  await yoke.tap("Save");
  await page.getByText("2.75 in", { exact: true }).first().waitFor();
  await page.clock.fastForward(30 * DAY);
  await page.reload();
  await yoke.button("Cancel").waitFor();
  assert.equal(await gap.inputValue(), "2.75", "the next gap will be near the last one");
  await yoke.tap("0.25 in less");
  await yoke.tap("Save");
  await page.getByText("about the same for 4 weeks").waitFor();
  // In kilograms the same gap in centimetres; it stays as it was entered.
  await page.goto(`${world.url}#/settings`);
  await yoke.tap("kg");
  await to(page, "wall", "Head to wall");
  assert.deepEqual(await measured(page, "Head to wall"), ["2026-10-31 6.35 cm record", "2026-10-01 6.99 cm"]);

  await to(page, "wall-angel", "Wall angel");
  await yoke.button("Save 0 of 7").waitFor();
  for (const point of ["Seat", "Upper back", "Head", "Left elbow", "Seat"]) await yoke.tap(point);
  assert.equal(await yoke.button("Seat").getAttribute("aria-pressed"), "false");
  await yoke.tap("Save 3 of 7");
  assert.deepEqual(await measured(page, "Wall angel"), ["2026-10-31 3 of 7"]);

  await to(page, "prone-y-raise", "Prone Y");
  await yoke.tap("Start");
  await page.getByRole("status").filter({ hasText: "Get ready" }).waitFor();
  assert.equal(await page.evaluate(() => window.tones), 4, "three, two, one, go");
  await page.clock.fastForward(5_200);
  await page.getByRole("status").filter({ hasText: "Hold" }).waitFor();
  // Going away ends it; nothing runs on, nothing was kept.
  await yoke.link("Back").click();
  await page.getByRole("link", { name: /^Prone Y.*Not measured yet/s }).waitFor();
  await to(page, "prone-y-raise", "Prone Y");
  await yoke.button("Start").waitFor();
  await page.goto(`${world.url}#/progress/tests/jump`);
  await yoke.heading("Nothing here").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
