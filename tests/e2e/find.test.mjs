// Finding an exercise: typing with typos, chips, the muscle map, the address, the keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const shown = (page) => page.getByRole("main").getByRole("listitem").filter({ visible: true });

test("typing forgives typos and word order and knows other names", async () => {
  const { context, page, problems } = await phone(world.browser);
  await open(page, `${world.url}#/exercises`);
  const search = page.getByRole("searchbox", { name: "Search exercises" });
  for (const [text, first] of [["RDL", "Romanian deadlift"], ["row bar t", "T-bar row"], ["romanian dealift", "Romanian deadlift"], ["pullup", "Pull-up"], ["farmers walk", "Farmer's carry"]]) {
    await search.fill(text);
    await page.waitForFunction((wanted) => document.querySelector("main li:not([hidden]) .tt")?.textContent === wanted, first);
  }
  assert.equal(new URL(page.url()).hash, "#/exercises?q=farmers%20walk");
  await page.reload();
  await page.waitForFunction(() => document.querySelector("main li:not([hidden]) .tt")?.textContent === "Farmer's carry");
  assert.equal(await search.inputValue(), "farmers walk");
  assert.deepEqual(problems, []);
  await context.close();
});

test("chips and the muscle map filter, the address follows, and back undoes a chip", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/exercises`);
  assert.equal(await shown(page).count(), 54);
  await yoke.tap("Muscle");
  await page.getByRole("group", { name: "Muscles of the back" }).getByRole("button", { name: "Rhomboids" }).press("Enter");
  await yoke.button("Remove Rhomboids").waitFor();
  const rhomboids = await shown(page).count();
  assert.ok(rhomboids > 5 && rhomboids < 54, `${rhomboids} exercises`);
  await yoke.tap("Gear");
  await page.getByRole("dialog").getByRole("button", { name: "Band", exact: true }).click();
  await yoke.button("Remove Band").waitFor();
  assert.equal(new URL(page.url()).hash, "#/exercises?muscle=rhomboids&gear=band");
  const both = await shown(page).count();
  assert.ok(both >= 1 && both < rhomboids);
  await page.goBack();
  await yoke.button("Remove Rhomboids").waitFor();
  assert.equal(await shown(page).count(), rhomboids);
  await yoke.tap("Remove Rhomboids");
  await yoke.button("Muscle").waitFor();
  assert.equal(await shown(page).count(), 54);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what I have comes from the settings", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/exercises?gear=mine`);
  const without = await shown(page).count();
  await page.goto(`${world.url}#/settings`);
  await yoke.tap("Band");
  await yoke.tap("Backpack");
  await page.goto(`${world.url}#/exercises?gear=mine`);
  await page.waitForFunction((before) => document.querySelectorAll("main li:not([hidden])").length > before, without);
  await page.getByRole("link", { name: /Backpack row/ }).waitFor();
  await context.close();
});

test("an exercise is shown moving, from two sides, slower, or standing still, with its words beside it", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/exercises/barbell-row`);
  const figure = page.getByRole("img", { name: /Barbell row, seen/ });
  await figure.waitFor();
  const drawing = () => [...document.querySelectorAll(".figure path")].map((path) => path.getAttribute("d")).join();
  const first = await page.evaluate(drawing);
  await page.waitForFunction((before) => [...document.querySelectorAll(".figure path")].map((path) => path.getAttribute("d")).join() !== before, first);
  await yoke.tap("½× speed");
  await yoke.tap("Stand still");
  await page.getByText("End", { exact: true }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("who asked for less motion sees start and end side by side", async () => {
  const { context, page } = await phone(world.browser, { reducedMotion: "reduce" });
  await open(page, `${world.url}#/exercises/face-pull`);
  await page.getByText("Start", { exact: true }).waitFor();
  await page.getByText("End", { exact: true }).waitFor();
  await context.close();
});

test("an exercise of one's own stands beside the others, is found, changed and put away", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/exercises`);
  await yoke.link("New exercise").click();
  await yoke.heading("New exercise").waitFor();
  await yoke.tap("Save");
  await page.getByRole("alert").filter({ hasText: "Give it a name first." }).waitFor();
  await yoke.field("Name").fill("barbell ROW");
  await yoke.tap("Save");
  await page.getByRole("alert").filter({ hasText: "Another exercise has this name." }).waitFor();
  await yoke.field("Name").fill("Ring row <b>wide</b>");
  await yoke.tap("Reps");
  await page.getByRole("group", { name: "Muscles" }).getByRole("button", { name: "Rhomboids" }).click();
  await page.getByRole("group", { name: "Gear" }).getByRole("button", { name: "Sling trainer" }).click();
  await page.getByRole("combobox", { name: "Figure of a catalog exercise" }).selectOption("Inverted row");
  await page.getByRole("textbox", { name: "Notes" }).fill("Rings at hip height.");
  await yoke.tap("Save");
  await yoke.heading("Ring row <b>wide</b>").waitFor();
  await page.getByText("Rings at hip height.").waitFor();
  await page.reload();
  await yoke.link("Back").click();
  await page.getByRole("searchbox").fill("rign row");
  await page.waitForFunction(() => document.querySelector("main li:not([hidden]) .tt")?.textContent === "Ring row <b>wide</b>");
  await page.goto(`${world.url}#/exercises?muscle=rhomboids`);
  await page.getByRole("link", { name: /Ring row/ }).click();
  await yoke.link("Edit").click();
  await yoke.heading("Edit exercise").waitFor();
  assert.equal(await yoke.button("Reps").getAttribute("aria-pressed"), "true");
  await yoke.field("Name").fill("Ring row");
  await yoke.tap("Save");
  await yoke.heading("Ring row").waitFor();
  await yoke.tap("Put away");
  await yoke.tap("Yes, put it away");
  await yoke.heading("Exercises").waitFor();
  assert.equal(await page.getByRole("link", { name: /Ring row/ }).count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
