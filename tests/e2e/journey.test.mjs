// The whole story: choose a program, do both workouts, reload in the middle, finish, look back; then without a server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

test("one day of Size and strength, then Posture reset, a reload in mid-rest, the history, and all again offline", async () => {
  const { context, page, problems } = await phone(world.browser, { colorScheme: "dark" });
  await page.clock.install();
  const yoke = app(page);
  await open(page, world.url);
  await page.getByText("Choose a program to begin").waitFor();

  await yoke.link("See programs").click();
  await yoke.link(/Size and strength/).click();
  await yoke.heading("Size and strength").waitFor();
  await yoke.tap("Start A");

  // Deadlift: three sets, the reserve after the first, a watched rest after the second.
  await yoke.heading("Deadlift").waitFor();
  await yoke.log({ weight: "100", reps: 5 });
  await yoke.rest().waitFor();
  await page.getByText("Set 1 logged: 100 kg × 5").first().waitFor();
  await yoke.tap("2");
  assert.equal(await yoke.button("2").getAttribute("aria-pressed"), "true");
  await yoke.tap("Skip rest", false);
  await yoke.heading("Deadlift").waitFor();
  assert.equal(await yoke.field("Weight in kg").inputValue(), "100", "the last load is in the stepper");
  assert.equal(await yoke.field("Reps").inputValue(), "6", "inside the range: the same load, one rep more");
  await yoke.button(/Inside the range/, false).click();
  await page.getByRole("dialog", { name: "Why 100 kg?" }).getByText("25 + 15").waitFor();
  await yoke.tap("Close");
  await yoke.tap("2.5 kg more");
  await yoke.log();
  await page.getByText("Set 2 logged: 102.5 kg × 6").first().waitFor();

  // A reload in mid-rest comes back to the right second, and so does a tab that was closed.
  await page.clock.fastForward(60_000);
  const left = await yoke.secondsLeft();
  assert.ok(left <= 120 && left >= 115, `${left} s left`);
  await page.reload();
  await yoke.rest().waitFor();
  const again = await yoke.secondsLeft();
  assert.ok(left - again <= 5 && again <= left, `${left} s before the reload, ${again} s after`);

  // Rest ends by itself while nobody looks.
  await page.clock.fastForward(180_000);
  await page.getByText(/Rest ended \d:\d\d ago/).waitFor();
  assert.equal(await yoke.field("Weight in kg").inputValue(), "107.5", "top of the range: 5 kg more for the next set");
  await yoke.log({ reps: 4 });
  await yoke.rest().waitFor();
  await yoke.tap("Undo set 3");
  await yoke.heading("Deadlift").waitFor();
  await yoke.log({ reps: 3 });
  await page.getByText("Set 3 logged: 107.5 kg × 3").first().waitFor();
  await yoke.tap("Skip rest", false);

  // Three more exercises, three sets each.
  for (const [name, weight] of [["Chest-supported row", "22,5"], ["Lat pull-down", "50"], ["Face pull", "20"]]) {
    await yoke.heading(name).waitFor();
    await yoke.log({ weight, reps: 10 });
    for (const set of [2, 3]) {
      await yoke.tap("Skip rest", false);
      await yoke.button(`Log set ${set}`).waitFor();
      await yoke.log();
    }
    await yoke.tap("Skip rest", false);
  }

  // The carry: count-in, the carry itself, stopped early once; then left alone until it ends.
  await yoke.heading("Farmer's carry").waitFor();
  await yoke.field("Weight in kg").fill("24");
  await yoke.tap(/^Start 30 s/, false);
  await page.getByText("Get ready").first().waitFor();
  await page.clock.fastForward(5_000);
  await page.getByText("Carry", { exact: true }).waitFor();
  await page.clock.fastForward(16_000);
  await yoke.tap(/^Stop, log 1[67] s/, false);
  await page.getByText(/Set 1 logged: 24 kg × 1[67] s/).first().waitFor();
  for (const set of [2, 3]) {
    await yoke.tap("Skip rest", false);
    await page.getByText(`Set ${set} of 3: 30 s`).waitFor();
    await yoke.tap(/^Start 30 s/, false);
    await page.getByText("Get ready").first().waitFor();
    await page.clock.fastForward(36_000);
  }

  await yoke.heading("Session A, deadlift").waitFor();
  await page.getByText(/24 kg × 1[67] s, 22 kg × 30 s, 22 kg × 30 s/).waitFor();
  await yoke.tap("Save");
  await page.getByText("Session B, rows").waitFor();

  // Posture reset leads by itself.
  await yoke.openProgram("Posture reset");
  await yoke.tap("Start");
  await yoke.heading("Cat-cow").waitFor();
  await page.getByText("Get ready").first().waitFor();
  await page.clock.fastForward(5_000);
  await page.getByText("Breathe in", { exact: true }).waitFor();
  // The figure breathes with the word.
  await page.clock.fastForward(2_000);
  await page.getByText("Breathe in, arch").waitFor();
  await yoke.tap("Pause");
  await page.clock.fastForward(600_000);
  await page.getByText("Paused").first().waitFor();
  await yoke.tap("Resume");
  await page.clock.fastForward(72_000);
  await yoke.heading("Open book").waitFor();
  const side = page.getByRole("list", { name: "Side" });
  await side.getByText("Left", { exact: true }).waitFor();
  // The figure shows the side that works.
  const turned = () => page.locator(".stage .fig").first().evaluate((figure) => new DOMMatrix(getComputedStyle(figure).transform).a);
  assert.equal(await turned(), -1);
  await page.clock.fastForward(50_000);
  await side.getByText("Left, done").waitFor();
  assert.equal(await turned(), 1);
  // The phone sleeps through the rest of it.
  await page.clock.fastForward(15 * 60_000);
  await yoke.heading("Posture reset").waitFor();
  await page.getByText("30 s a side").waitFor();
  await yoke.tap("Save");

  await page.reload();
  await yoke.history();
  await page.getByRole("link", { name: /Posture reset/ }).waitFor();
  await page.getByRole("link", { name: /Session A, deadlift/ }).click();
  const sets = page.getByRole("table", { name: "Deadlift" }).getByRole("row");
  assert.deepEqual(await sets.allInnerTexts().then((rows) => rows.slice(1).map((row) => row.replaceAll("\t", " "))), [
    "1 100 kg × 5 2", "2 102.5 kg × 6 –", "3 107.5 kg × 3 –",
  ]);

  // The service worker has the whole app: the server goes, the app stays.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await world.stopServer();
  await page.reload();
  await yoke.heading("Session A, deadlift").waitFor();
  await yoke.link("Back").click();
  await yoke.tab("Today");
  await yoke.tap("Start");
  await yoke.heading("Barbell row").waitFor();
  await yoke.log({ weight: "60", reps: 6 });
  await yoke.rest().waitFor();
  await page.reload();
  await page.getByText("Set 1 logged: 60 kg × 6").first().waitFor();
  assert.deepEqual(problems.filter((problem) => !problem.includes("ERR_CONNECTION_REFUSED")), []);
  await context.close();
});
