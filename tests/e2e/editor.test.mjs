// A program of one's own: copied, changed, undone, kept over a reload, started; and handed on as a link.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A copy of Size and strength in the editor. */
async function copied(page, yoke) {
  await open(page, world.url);
  await yoke.openProgram("Size and strength");
  await yoke.tap("Copy and change");
  await yoke.heading("Size and strength, copy").waitFor();
}

test("a copy with other sets, another order and one exercise more is kept, undone step by step, and started", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await copied(page, yoke);
  const names = async () => (await page.getByRole("main").getByRole("button", { expanded: false }).allInnerTexts()).map((text) => text.split("\n")[0]);
  assert.deepEqual(await names(), ["Deadlift", "Chest-supported row", "Lat pull-down", "Face pull", "Farmer's carry"]);
  await page.getByRole("button", { name: /^Deadlift/ }).click();
  await yoke.field("Sets").fill("5");
  await yoke.field("Sets").press("Enter");
  await yoke.field("Sets").blur();
  await page.getByText("5 × 4–6").first().waitFor();
  await yoke.field("Sets").fill("99");
  await yoke.field("Sets").blur();
  await page.getByRole("alert").filter({ hasText: "From 1 to 20" }).waitFor();
  await yoke.field("Sets").fill("4");
  await yoke.field("Sets").blur();
  await page.getByText("4 × 4–6").first().waitFor();
  // Steps of one number are taken back together.
  await yoke.tap("Undo");
  await page.getByText("3 × 4–6").first().waitFor();
  await yoke.field("Sets").fill("5");
  await yoke.field("Sets").blur();
  await page.getByText("5 × 4–6").first().waitFor();
  await page.reload();
  await page.getByText("5 × 4–6").first().waitFor();
  await page.getByRole("button", { name: /^Deadlift/ }).click();
  await page.getByText("Tempo and more").click();
  await yoke.field("Increment, 0: by rule").fill("10,0");
  await yoke.field("Increment, 0: by rule").blur();
  await page.waitForFunction(() => document.querySelector("#raise").value === "10");
  await yoke.tap("Add exercise");
  await page.getByRole("searchbox").fill("dead hang");
  await page.getByRole("dialog").getByRole("button", { name: /Dead hang/ }).first().click();
  await page.getByRole("button", { name: /^Dead hang/ }).first().waitFor();
  await yoke.link("Done").click();
  await yoke.heading("Size and strength, copy").waitFor();
  await yoke.tap("Start A");
  await page.getByText("Set 1 of 5: 4–6").waitFor();
  // The rule would have given 62.5.
  await yoke.log({ weight: 60, reps: 6 });
  await yoke.rest().waitFor();
  await page.getByText("70 kg × 4").first().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a link carries the whole program to another phone; a damaged one says so and changes nothing", async () => {
  const here = await phone(world.browser, { permissions: ["clipboard-read", "clipboard-write"] });
  const yoke = app(here.page);
  await copied(here.page, yoke);
  await here.page.getByRole("button", { name: /^Deadlift/ }).click();
  await yoke.field("Sets").fill("7");
  await yoke.field("Sets").blur();
  await here.page.getByText("7 × 4–6").first().waitFor();
  await yoke.link("Done").click();
  await yoke.heading("Size and strength, copy").waitFor();
  await yoke.tap("Share");
  await here.page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("#/"));
  const link = await here.page.evaluate(() => navigator.clipboard.readText());
  const there = await phone(world.browser);
  await there.page.goto(link);
  await app(there.page).heading("Size and strength, copy").waitFor();
  await there.page.getByText("7 × 4–6").first().waitFor();
  await app(there.page).tap("Add to my programs");
  await there.page.goto(`${world.url}#/programs`);
  await there.page.getByRole("link", { name: /Size and strength, copy/ }).waitFor();
  await there.page.goto(`${link.slice(0, -4)}AAAA`);
  await there.page.getByText(/cut off or was changed/).waitFor();
  assert.deepEqual([here.problems, there.problems], [[], []]);
  await here.context.close();
  await there.context.close();
});

test("an exercise is dragged to another place by its handle, and that can be undone", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await copied(page, yoke);
  const names = async () => (await page.getByRole("main").getByRole("button", { expanded: false }).allInnerTexts()).map((text) => text.split("\n")[0]);
  const order = ["Deadlift", "Chest-supported row", "Lat pull-down", "Face pull", "Farmer's carry"];
  assert.deepEqual(await names(), order);
  const middle = async (name) => {
    const box = await page.getByRole("listitem").filter({ hasText: name }).locator(".handle").boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, from] = await middle("Deadlift");
  const [, to] = await middle("Lat pull-down");
  await page.mouse.move(x, from);
  await page.mouse.down();
  await page.mouse.move(x, (from + to) / 2, { steps: 4 });
  await page.mouse.move(x, to + 4, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => !document.querySelector("main li")?.innerText.startsWith("Deadlift"));
  assert.deepEqual(await names(), ["Chest-supported row", "Lat pull-down", "Deadlift", "Face pull", "Farmer's carry"]);
  await yoke.tap("Undo");
  await page.waitForFunction(() => document.querySelector("main li")?.innerText.startsWith("Deadlift"));
  assert.deepEqual(await names(), order);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a superset made in the editor takes turns in the workout, and an order changed by button stays", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.clock.install();
  const yoke = app(page);
  await copied(page, yoke);
  await page.getByRole("button", { name: /^Chest-supported row/ }).click();
  await yoke.tap("Move up");
  await page.getByRole("button", { name: /^Chest-supported row/ }).first().waitFor();
  await yoke.tap("Superset with the next");
  await yoke.link("Done").click();
  await yoke.heading("Size and strength, copy").waitFor();
  await yoke.tap("Start A");
  await yoke.heading("Chest-supported row").waitFor();
  await page.getByText("Taking turns with Deadlift").waitFor();
  assert.equal(await page.getByRole("table").count(), 2, "the sets of both");
  await yoke.log({ weight: 40, reps: 8 });
  await yoke.heading(/Deadlift|Rest/).waitFor();
  if (await yoke.rest().isVisible()) {
    await page.getByText("Next: Deadlift").first().waitFor();
    await yoke.tap("Skip rest", false);
  }
  await yoke.heading("Deadlift").waitFor();
  await page.getByText("Taking turns with Chest-supported row").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
