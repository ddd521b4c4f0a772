// Flows and what goes with the lifting: how long a flow is made, a warm-up in front of a session, a drill in a long rest.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The exercises of the workout that was finished last, each with what was done. */
async function saved(page, yoke) {
  await page.goto(`${world.url}#/history`);
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("table").first().waitFor();
  const tables = await page.getByRole("table").all();
  return Promise.all(tables.map(async (table) => [
    await table.getAttribute("aria-label"),
    (await table.getByRole("row").allInnerTexts()).slice(1).map((row) => row.split("\t")[1].trim()).join(", "),
  ]));
}

test("a flow is made short before it begins, a move is done twice and another left out", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.clock.install();
  await open(page, `${world.url}#/programs/mobility`);
  const length = page.getByRole("group", { name: "Length" });
  const minutes = await length.getByRole("button").allInnerTexts();
  assert.deepEqual(minutes.map((text) => text.replace(/\s+/g, " ").replace(/\d+/, "n")), ["Short n min", "As written n min", "Long n min"]);
  assert.equal(await length.getByRole("button", { pressed: true }).innerText().then((text) => text.startsWith("As written")), true);
  await length.getByRole("button", { name: /^Short/ }).click();
  await yoke.tap("Start");
  await yoke.heading("Cat-cow").waitFor();
  // The first move is left out: past the count-in, then on.
  await page.clock.fastForward(1_000);
  await yoke.tap("Skip");
  await page.clock.fastForward(1_000);
  await yoke.tap("Next");
  await yoke.heading("Thread the needle").waitFor();
  await yoke.tap("More");
  await yoke.tap(/^A set more/, false);
  await page.clock.fastForward(58_000);
  await page.getByText("set 2 of 2").waitFor();
  await yoke.tap("More");
  await yoke.tap(/^Back to the one before/, false);
  await yoke.tap(/^Start 3 a side/, false);
  await page.clock.fastForward(20 * 60_000);
  await yoke.heading("Mobility").waitFor();
  await yoke.tap("Save");
  assert.deepEqual(await saved(page, yoke), [
    ["Thread the needle", "3 a side, 3 a side"],
    ["Foam roller extension", "40 s"],
    ["Open book", "4 a side"],
    ["Kneeling lat stretch", "20 s a side"],
    ["Doorway chest stretch", "20 s a side"],
  ]);
  assert.deepEqual(problems, []);
  await context.close();
});

test("the chosen flow can be made longer on Today; the release is read before it begins", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.clock.install();
  await open(page, `${world.url}#/programs/posture-reset`);
  await yoke.tap("Choose");
  await page.goto(`${world.url}#/`);
  await page.getByRole("group", { name: "Length" }).getByRole("button", { name: /^Long/ }).click();
  await yoke.tap("Start");
  await page.clock.fastForward(6_000);
  await page.getByText("of 11").waitFor();
  await yoke.link("Minimise workout").click();
  await yoke.tap("Finish or discard");
  await yoke.tap("Yes, discard this workout");

  await page.goto(`${world.url}#/programs/evening-release`);
  await yoke.tap("Choose");
  await page.goto(`${world.url}#/`);
  await yoke.tap("Read, then start");
  await yoke.heading("Evening release").waitFor();
  // The order, whose view it is, and what to keep off stand above the moves.
  const rule = page.getByText(/Arms first.*the author of this order holds.*never the front of the throat.*blood thinners/);
  await rule.waitFor();
  const [above, list] = await Promise.all([rule.boundingBox(), page.getByRole("listitem").filter({ hasText: "biceps" }).first().boundingBox()]);
  assert.ok(above.y + above.height <= list.y);
  await yoke.tap("Start");
  await page.getByText("Get ready", { exact: false }).first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("the warm-up goes in front of a session with one switch, which is remembered, and is part of it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.clock.install();
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Choose");
  await page.goto(`${world.url}#/`);
  const on = page.getByRole("switch", { name: "Warm-up first" });
  const about = async () => Number(/about (\d+) min/.exec(await yoke.actions().innerText())[1]);
  const without = await about();
  await on.click();
  assert.ok(await about() > without);
  await page.reload();
  assert.equal(await on.getAttribute("aria-checked"), "true");
  await yoke.tap("Start");
  await yoke.heading("Cat-cow").waitFor();
  await page.getByText("Warm-up, move 1").waitFor();
  await page.clock.fastForward(10 * 60_000);
  await yoke.heading("Deadlift").waitFor();
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  await yoke.tap("More");
  await yoke.tap(/^End this workout/, false);
  await yoke.tap("Finish here");
  await yoke.heading("Session A, deadlift").waitFor();
  await yoke.tap("Save");
  await page.getByText("Session B, rows").waitFor();
  assert.deepEqual(await saved(page, yoke), [
    ["Cat-cow", "6 breaths"],
    ["Open book", "5 a side"],
    ["Wall slide", "8"],
    ["Band pull-apart", "15"],
    ["Scapular push-up", "8"],
    ["Deadlift", "80 kg × 5"],
  ]);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a long rest suggests a drill once that is switched on, and logs nothing of it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await page.clock.install();
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  const drill = page.getByRole("link", { name: /^Meanwhile/ });
  assert.equal(await drill.count(), 0);
  await page.goto(`${world.url}#/settings`);
  await page.getByRole("switch", { name: "Drills in long rests" }).click();
  await page.goto(`${world.url}#/workout`);
  await drill.filter({ hasText: "Doorway chest stretch" }).waitFor();
  // What the drill is, and back to the rest.
  await drill.click();
  await yoke.heading("Doorway chest stretch").waitFor();
  await page.goBack();
  await drill.waitFor();
  await yoke.tap("Skip rest", false);
  await yoke.log();
  await drill.filter({ hasText: "Chin tuck" }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
