// What people and browsers do wrong: it is said, and nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

test("nonsense in the fields is refused beside the field, and what was typed stays", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  const weight = yoke.field("Weight in kg");
  const reps = yoke.field("Reps");
  for (const [text, message] of [
    ["", "Type a number first."],
    ["-5", "It cannot be below zero."],
    ["abc", "Use digits only, such as 42.5."],
    ["1e9", "Use digits only, such as 42.5."],
    ["99999", "2000 is the most that fits here."],
  ]) {
    await weight.fill(text);
    await yoke.log();
    await page.getByRole("alert").filter({ hasText: message }).waitFor();
    assert.equal(await weight.inputValue(), text);
    assert.equal(await weight.getAttribute("aria-invalid"), "true");
    assert.ok(await weight.evaluate((field) => field === document.activeElement), "the field has the keyboard");
  }
  await weight.fill("42,5");
  for (const [text, message] of [["0", "It must be at least 1."], ["8.5", "Whole numbers only, such as 8."], ["1000", "500 is the most that fits here."]]) {
    await reps.fill(text);
    await yoke.log();
    await page.getByRole("alert").filter({ hasText: message }).waitFor();
    assert.equal(await weight.inputValue(), "42,5");
  }
  await reps.fill("5");
  await yoke.log();
  await page.getByText("Set 1 logged: 42.5 kg × 5").first().waitFor();
  await context.close();
});

test("a double tap on Log set logs one set and does not skip the rest", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.field("Weight in kg").fill("80");
  const box = await yoke.button("Log set 1").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await yoke.button("Log set 1").click();
  for (let tap = 0; tap < 4; tap += 1) await page.touchscreen.tap(x, y);
  await yoke.rest().waitFor();
  await page.getByText("Set 1 logged: 80 kg × 4").first().waitFor();
  assert.equal(await page.getByRole("img", { name: "1 of 15 sets done" }).count(), 1);
  const left = await yoke.secondsLeft();
  assert.ok(left > 170 && left <= 180, `the taps meant for Log set moved the rest to ${left} s`);
  await context.close();
});

test("a logged set can be corrected while the workout runs", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.tap("Skip rest", false);
  await page.getByRole("button", { name: "Set 1: 80 kg × 5. Correct" }).click();
  const sheet = page.getByRole("dialog", { name: "Correct set 1" });
  await sheet.getByRole("textbox", { name: "Reps" }).fill("6");
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Set 1: 80 kg × 6. Correct" }).waitFor();
  await context.close();
});

test("an unknown address leads home", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, world.url);
  for (const address of ["#/nowhere/at/all", "#/exercises/moonwalk", "#/programs/x", "#/history/1"]) {
    await open(page, `${world.url}${address}`);
    await yoke.heading("Nothing here").waitFor();
    await yoke.link("Go to Today").click();
    await page.getByText("Hard sets this week").waitFor();
  }
  assert.deepEqual(problems, []);
  await context.close();
});

test("with storage blocked the app runs in memory and says so", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await page.getByRole("alert").filter({ hasText: "Nothing can be saved here" }).waitFor();
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("a full storage is said, and the set stays on screen", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await yoke.field("Weight in kg").waitFor();
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      for (let nth = 0; nth < 8; nth += 1) {
        try { localStorage.setItem(`fill-${size}-${nth}`, "x".repeat(size)); } catch { break; }
      }
    }
  });
  await yoke.log({ weight: 80, reps: 5 });
  await page.getByRole("alert").filter({ hasText: "storage is full" }).waitFor();
  await page.getByText("Set 1 logged: 80 kg × 5").first().waitFor();
  await context.close();
});

test("a damaged record is set aside, told, and the rest is there", async () => {
  const { context, page } = await phone(world.browser);
  const yoke = app(page);
  await open(page, world.url);
  // As the page goes, so that it does not find the record itself.
  await page.evaluate(() => addEventListener("pagehide", () => localStorage.setItem("yoke/w/1795255200000-0001", "1.1.00000000.{broken")));
  await page.reload();
  await page.getByRole("alert").filter({ hasText: "Something could not be read" }).waitFor();
  const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("yoke/aside/"))?.[1]);
  assert.ok(kept.endsWith("1.1.00000000.{broken"));
  await yoke.history();
  await page.getByText("No workout yet.").waitFor();
  await context.close();
});
