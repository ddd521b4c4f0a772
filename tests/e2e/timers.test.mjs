// Interval timers: built, run to the end, typed nonsense, saved and deleted and brought back, shared, paused and skipped.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A phone on the page of timers. */
async function builder(options) {
  const { context, page, problems } = await phone(world.browser, options);
  await page.clock.install();
  await open(page, `${world.url}#/timers`);
  const yoke = app(page);
  await yoke.heading("Timers").waitFor();
  return { context, page, problems, yoke, field: (name) => page.getByRole("textbox", { name, exact: true }) };
}

const total = (page) => page.locator(".total .v");
const word = (yoke, name) => yoke.heading(name).waitFor();

test("a preset runs through to its end, minimised on the way, and once again", async () => {
  const { context, page, problems, yoke, field } = await builder();
  await yoke.tap("Tabata");
  await page.getByText("8 × 20 s, rest 10 s, 4:00 in all").waitFor();
  assert.equal(await yoke.button("Tabata").getAttribute("aria-pressed"), "true");
  assert.equal(await total(page).textContent(), "4:00");
  await yoke.tap("Start");
  await word(yoke, "Get ready");
  const said = page.getByRole("status").first();
  assert.equal(await said.textContent(), "Get ready");
  await page.clock.fastForward(8_000);
  await page.waitForFunction(() => document.querySelector(".run.p-work"), null, { timeout: 5_000 });
  await page.clock.fastForward(2_500);
  await word(yoke, "Work");
  assert.equal(await said.textContent(), "Work, round 1");
  await page.getByText(/^round\s1\sof\s8, 3:\d\d\sleft$/).first().waitFor();
  const left = await yoke.secondsLeft();
  assert.ok(left <= 20 && left >= 18, `${left} s left`);

  // Minimised, and come back to: the builder points to it and starts nothing over it.
  await yoke.link("Minimise workout").click();
  await page.getByText("Tabata", { exact: true }).waitFor();
  await yoke.tab("Timers");
  await page.getByText("A timer is open.").waitFor();
  assert.equal(await yoke.button("Start").count(), 0);
  await page.clock.fastForward(60_000);
  await yoke.link("Go to the timer").click();
  await page.getByRole("img", { name: "Round 3 of 8" }).waitFor();

  // A reload in the middle, then the phone sleeps through the rest.
  await page.reload();
  await page.getByText(/^round\s3\sof\s8/).first().waitFor();
  await page.clock.fastForward(300_000);
  await word(yoke, "Done");
  await page.getByText("Tabata", { exact: true }).waitFor();
  assert.equal(await page.locator(".took .n").textContent(), "4:00");
  await yoke.tap("Again");
  await word(yoke, "Get ready");
  await yoke.tap("More");
  await yoke.tap("End this timer");
  await word(yoke, "Timers");
  await yoke.button("Start").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("what was typed is understood or refused beside its field, and kept", async () => {
  const { context, page, problems, yoke, field } = await builder();
  const work = field("Work");
  for (const [typed, understood] of [["90", "1:30"], ["1:05", "1:05"], ["45 s", "0:45"], ["2 min", "2:00"], ["1.30", "1:30"], ["1:00:00", "1:00:00"]]) {
    await work.fill(typed);
    await work.blur();
    await page.waitForFunction((wanted) => document.getElementById("w1").value === wanted, understood);
  }
  const refused = async (box, typed, reason) => {
    const before = await box.inputValue();
    await box.fill(typed);
    await page.getByRole("alert").filter({ hasText: reason }).first().waitFor();
    await box.blur();
    assert.equal(await box.inputValue(), typed);
    assert.ok(await yoke.button("Start").isDisabled());
    assert.equal(await total(page).textContent(), "–");
    await box.fill(before);
    await page.waitForFunction(() => !document.querySelector(".deck .err").textContent);
  };
  await refused(work, "0", "Give it 1 s or more.");
  await refused(work, "25 h", "24 hours are the most.");
  await refused(work, "3:00:00", "60 minutes are the most.");
  await refused(work, "99999999", "24 hours are the most.");
  await refused(work, "🏋️", "Type a time such as 1:30");
  await refused(work, "-5", "Type a time such as 1:30");
  await work.fill("20");
  await refused(field("Rounds"), "10000", "is more than a day");
  await refused(field("Rounds"), "10,000", "Whole numbers only");
  await refused(field("Rounds"), "0", "It must be at least 1.");
  await refused(field("Rest"), "24:00:00", "is more than a day");
  await work.fill("1");
  await field("Rest").fill("0");
  await refused(field("Rounds"), "10000", "10,001 parts are too many");
  await work.fill("20");

  // The longest there can be is drawn with few bars.
  await field("Rounds").fill("999");
  await page.getByText("999 × 20 s").waitFor();
  const bars = await page.locator(".tl i").count();
  assert.ok(bars >= 2 && bars <= 60, `${bars} bars`);

  // Another tab and back: all of it is still there, with what makes no sense.
  await field("Rest").fill("soon");
  await yoke.tab("Exercises");
  await yoke.heading("Exercises").waitFor();
  await yoke.tab("Timers");
  assert.equal(await field("Rest").inputValue(), "soon");
  assert.equal(await field("Rounds").inputValue(), "999");
  await page.getByRole("alert").filter({ hasText: "Type a time" }).waitFor();
  await yoke.tap("Rest more");
  assert.equal(await field("Rest").inputValue(), "0:05");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a timer with names, sides and sets is saved, deleted, brought back, and still there after a reload", async () => {
  const { context, page, problems, yoke, field } = await builder();
  await page.getByText("More", { exact: true }).click();
  await field("Name of Work").fill("Wall slide 🧱 <b>slow</b>");
  await yoke.tap("Add a work interval");
  await field("Name of Work 2").fill("Band pull-apart");
  await field("Work 2").fill("30");
  await page.getByRole("combobox", { name: "Tone of Work 2" }).selectOption("Two tones");
  await field("Sets").fill("2");
  await field("Rest between sets").fill("1:00");
  await page.getByRole("switch", { name: "Left and right" }).click();
  await page.getByText("2 sets of 8 × 2 intervals a side, rest 20 s, 60 s between sets").waitFor();
  await yoke.tap("Save");
  const dialog = page.getByRole("dialog", { name: "Save this timer" });
  await dialog.waitFor();
  assert.equal(await dialog.getByRole("textbox", { name: "Name" }).inputValue(), "", "a preset that was changed loses its name");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("alert").filter({ hasText: "Give it a name first." }).waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("x".repeat(41));
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("alert").filter({ hasText: "40 letters are the most." }).waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("  Shoulders 💪 ");
  await dialog.getByRole("button", { name: "Save" }).click();
  await yoke.button("Shoulders 💪 , saved", false).waitFor();
  await yoke.button("Saved").waitFor();

  // Changed and left for another: the change can be brought back.
  await field("Rounds").fill("3");
  await yoke.button("Save").waitFor();
  await yoke.tap("Tabata");
  await page.getByRole("status").filter({ hasText: "Your changes were not saved" }).waitFor();
  await yoke.tap("Bring it back");
  assert.equal(await field("Rounds").inputValue(), "3");
  await yoke.tap("Save");
  await yoke.button("Saved").waitFor();

  await page.reload();
  await yoke.button(/^Shoulders/, false).click();
  assert.equal(await field("Rounds").inputValue(), "3");
  await page.getByText("More", { exact: true }).click();
  assert.equal(await field("Name of Work 1").inputValue(), "Wall slide 🧱 <b>slow</b>");
  assert.equal(await page.getByRole("combobox", { name: "Tone of Work 2" }).inputValue(), "Two tones");
  await yoke.tap("Delete this timer");
  await page.getByRole("status").filter({ hasText: "Shoulders 💪 is deleted" }).waitFor();
  assert.equal(await yoke.button(/^Shoulders/, false).count(), 0);
  await yoke.tap("Undo");
  await yoke.button(/^Shoulders/, false).waitFor();
  await page.reload();
  await yoke.button(/^Shoulders/, false).click();
  await page.getByText("More", { exact: true }).click();
  await yoke.tap("Delete this timer");
  await page.reload();
  await yoke.heading("Timers").waitFor();
  assert.equal(await yoke.button(/^Shoulders/, false).count(), 0);

  assert.deepEqual(problems, []);
  await context.close();
});

test("a link carries the whole timer; one that was cut off or made up says so and changes nothing", async () => {
  const { context, page, problems, yoke, field } = await builder();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await yoke.tap("Hold 10 s × 5 a side");
  await page.getByText("More", { exact: true }).click();
  await field("Name of the timer").fill("Blade holds ✨");
  await field("Cool-down").fill("90");
  await yoke.tap("Share link");
  await page.getByRole("status").filter({ hasText: "Link copied" }).waitFor();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(url, /#\/timers\/[\w-]+$/);

  const other = await phone(world.browser);
  const there = app(other.page);
  await open(other.page, url);
  await other.page.getByRole("status").filter({ hasText: "A timer from a link" }).filter({ hasText: "Blade holds ✨" }).waitFor();
  await other.page.getByText("5 × 10 s a side, rest 3 s").last().waitFor();
  await other.page.getByText("More", { exact: true }).click();
  assert.equal(await there.field("Cool-down").inputValue(), "1:30");
  assert.equal(await other.page.getByRole("switch", { name: "Left and right" }).getAttribute("aria-checked"), "true");
  await there.tap("Save");
  await other.page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await there.button(/^Blade holds/, false).waitFor();

  for (const bad of [url.slice(0, -3), `${url}A`, `${world.url}#/timers/hello`, `${world.url}#/timers/${"A".repeat(9_000)}`, `${world.url}#/timers/%F0%9F%92%AA`]) {
    await other.page.goto(bad);
    await other.page.getByRole("alert").filter({ hasText: "This link does not open" }).waitFor();
    await there.button(/^Blade holds/, false).waitFor();
    assert.equal(await there.field("Work").inputValue(), "0:10");
  }

  // Where the browser neither shares nor copies, the link itself is shown and selected.
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await yoke.tap("Share link");
  await field("Link to this timer").waitFor();
  assert.equal(await field("Link to this timer").inputValue(), url);
  await page.waitForFunction(() => document.activeElement.selectionEnd > 20);

  // Where it can share, the system's sheet has it, and closing that sheet is no fault.
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.evaluate(() => {
    navigator.share = (what) => { window.shared = what.url; return Promise.reject(new DOMException("closed", "AbortError")); };
  });
  await yoke.tap("Share link");
  await page.waitForFunction(() => window.shared);
  assert.equal(await page.evaluate(() => window.shared), url);
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.deepEqual([...problems, ...other.problems], []);
  await other.context.close();
  await context.close();
});

test("pause stands still, back and skip go to the neighbours, and the end of skipping is done", async () => {
  const { context, page, problems, yoke, field } = await builder({ viewport: { width: 844, height: 390 } });
  await field("Rounds").fill("2");
  await page.getByText("More", { exact: true }).click();
  await field("Name of Work").fill("Row");
  await page.getByRole("switch", { name: "Left and right" }).click();
  await yoke.tap("Start");
  await word(yoke, "Get ready");
  await yoke.button("Start again").waitFor();
  await page.clock.fastForward(12_000);
  await word(yoke, "Work");
  await page.getByText("Row, left", { exact: true }).last().waitFor();
  await page.getByText("Then: Rest 0:20").last().waitFor();
  const said = page.getByRole("status").first();
  assert.equal(await said.textContent(), "Row, left, round 1");
  await yoke.tap("Pause");
  await word(yoke, "Paused");
  const left = await yoke.secondsLeft();
  await page.clock.fastForward(600_000);
  assert.equal(await yoke.secondsLeft(), left);
  await page.reload();
  await word(yoke, "Paused");
  assert.equal(await yoke.secondsLeft(), left);
  await yoke.tap("Resume");
  await word(yoke, "Work");
  await page.clock.fastForward(1_000);
  await yoke.tap("Skip to rest");
  await word(yoke, "Rest");
  assert.ok((await yoke.secondsLeft()) >= 19);
  await page.clock.fastForward(1_000);
  await yoke.tap("Back to work");
  await word(yoke, "Work");
  assert.ok((await yoke.secondsLeft()) >= 39);
  for (const [button, then] of [["Skip to rest", "Rest"], ["Skip to work", "Work"], ["Skip to switch", "Switch sides"], ["Skip to work", "Work"], ["Skip to rest", "Rest"], ["Skip to work", "Work"], ["Skip to the end", "Done"]]) {
    await page.clock.fastForward(1_000);
    await yoke.tap(button);
    await word(yoke, then);
  }
  await yoke.tap("Close");
  await word(yoke, "Timers");
  // The page was reloaded meanwhile, so the builder had forgotten this timer; the one that ran stands in it.
  assert.equal(await field("Rounds").inputValue(), "2");
  assert.deepEqual(problems, []);
  await context.close();
});
