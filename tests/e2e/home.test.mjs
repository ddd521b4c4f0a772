// The way to the home screen: shown once after the third workout where the browser has one, kept in the settings, and gone
// where the app runs from there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, picture, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

const TITLE = "Put Yoke on the home screen";
const file = (days) => `Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n${days.map((day) => `2024-03-0${day} 18:00:00,Back,Deadlift (Barbell),1,100,5\n`).join("")}`;

/** A phone whose browser offers what `browser` says: its own question, Safari's Share, or nothing known. */
async function at(browser, options) {
  const { context, page, problems } = await phone(world.browser, options);
  await context.addInitScript((browser) => {
    window.asked = 0;
    if (browser === "Safari") {
      navigator.standalone = false;
      Object.defineProperty(navigator, "maxTouchPoints", { value: 5 });
    }
    if (browser === "Chrome") {
      const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: async () => { window.asked += 1; } });
      addEventListener("DOMContentLoaded", () => { window.kept = !dispatchEvent(offer); });
    }
  }, browser);
  await open(page, world.url);
  const yoke = app(page);
  const done = async (days) => {
    await page.goto(`${world.url}#/import`);
    await yoke.heading("From another app").waitFor();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), yoke.tap("Choose a file")]);
    await chooser.setFiles({ name: "strong.csv", mimeType: "text/csv", buffer: Buffer.from(file(days)) });
    await yoke.tap("Import");
    await page.getByRole("status").filter({ hasText: "Brought in" }).waitFor();
  };
  const today = async () => {
    await page.goto(`${world.url}#/`);
    await page.getByText("Hard sets this week").waitFor();
  };
  return { context, page, problems, yoke, done, today, hint: page.getByRole("dialog", { name: TITLE }) };
}

test("after the third workout the browser's own question is offered, once", async () => {
  const { context, page, problems, yoke, done, today, hint } = await at("Chrome");
  assert.equal(await page.evaluate(() => window.kept), true, "the browser does not ask by itself");
  await done([4, 6]);
  await today();
  assert.equal(await hint.count(), 0);
  await done([8]);
  await today();
  await hint.getByText("Opens full screen").waitFor();
  await hint.getByRole("button", { name: "Install" }).click();
  await hint.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => window.asked), 1);
  await yoke.tab("Programs");
  await yoke.tab("Today");
  await page.reload();
  await today();
  assert.equal(await hint.count(), 0);
  await yoke.link("Settings").click();
  await yoke.tap(new RegExp(`^${TITLE}`), false);
  await hint.getByRole("button", { name: "Install" }).waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [name, options] of Object.entries({
  dark: { colorScheme: "dark" },
  light: { colorScheme: "light" },
  320: { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
})) {
  test(`in Safari the steps are told, once: ${name}`, async () => {
    const { context, page, problems, done, today, hint } = await at("Safari", options);
    await done([4, 6, 8]);
    await today();
    await hint.getByText("save a backup here first").waitFor();
    assert.deepEqual(await hint.getByRole("listitem").allInnerTexts(), ["Tap Share in Safari's bar", "Scroll, tap Add to Home Screen", "Open Yoke from its icon"]);
    await picture(page, `home-${name}`);
    await hint.getByRole("button", { name: "OK" }).click();
    await hint.waitFor({ state: "detached" });
    await page.reload();
    await today();
    assert.equal(await hint.count(), 0);
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("where no way is known nothing is shown unasked, and the settings name the menu", async () => {
  const { context, page, problems, yoke, done, today, hint } = await at("another");
  await done([4, 6, 8]);
  await today();
  assert.equal(await hint.count(), 0);
  await yoke.link("Settings").click();
  await yoke.tap(new RegExp(`^${TITLE}`), false);
  await hint.getByText("In the browser's menu").waitFor();
  await hint.getByRole("button", { name: "OK" }).click();
  // From the home screen there is nothing more to do.
  await page.addInitScript(() => { navigator.standalone = true; });
  await page.reload();
  await page.getByText("First steps").waitFor();
  assert.equal(await page.getByText(TITLE).count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});
