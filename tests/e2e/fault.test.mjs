// What is on screen where the app does not come or stops, and that nothing is lost by it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { app, open, phone, picture, SKIP_FIRST_STEPS, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** A page whose app can be made to fault: something is called in the module that no memory has room for. */
async function fragile(options) {
  const made = await phone(world.browser, options);
  await made.page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const out = await instantiate.apply(WebAssembly, given);
      window.fault = () => setTimeout(() => {
        for (const one of Object.values((out.instance ?? out).exports)) if (one instanceof Function && one.length > 1) one(-8, -8, -8, -8);
      });
      return out;
    };
  });
  return made;
}

test("a fault in the middle of a workout: the sets are kept, handed out, and go on after a restart", async () => {
  const { context, page } = await fragile();
  const yoke = app(page);
  await open(page, world.url);
  await yoke.openProgram("Home: band and bag");
  await yoke.tap(/^Start/, false);
  await yoke.log({ weight: 12, reps: 9 });
  await yoke.rest().waitFor();
  await page.evaluate(() => window.fault());
  await page.getByRole("heading", { name: "Something broke" }).waitFor();
  assert.match(await page.locator("main").innerText(), /RuntimeError/);
  await picture(page, "fault");
  const [download] = await Promise.all([page.waitForEvent("download"), yoke.tap("Export my data")]);
  const backup = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(backup)[4].length, JSON.parse(backup)[3]);
  await yoke.tap("Restart");
  await yoke.rest().waitFor();

  // What was handed out is a backup like any other.
  const other = await phone(world.browser);
  await open(other.page, `${world.url}#/settings/data`);
  const [chooser] = await Promise.all([other.page.waitForEvent("filechooser"), app(other.page).tap("Bring in a backup")]);
  await chooser.setFiles({ name: "yoke-backup.json", mimeType: "application/json", buffer: Buffer.from(backup) });
  await app(other.page).tap("Replace everything");
  await app(other.page).tap("Yes: Replace everything");
  await other.page.getByRole("status").filter({ hasText: "Replaced" }).waitFor();
  await other.page.goto(`${world.url}#/`);
  await other.page.getByRole("link", { name: /Resume/ }).waitFor();
  assert.deepEqual(other.problems, []);
  await other.context.close();
  await context.close();
});

test("a start that fails says so, keeps what is stored, and is tried again", async () => {
  const { context, page } = await phone(world.browser, { serviceWorkers: "block" });
  let broken = true;
  await page.route("**/*.wasm", (route) => (broken ? route.abort() : route.continue()));
  await page.goto(world.url);
  await page.getByRole("heading", { name: "Yoke did not load" }).waitFor();
  await picture(page, "not-loaded");
  broken = false;
  await app(page).tap("Restart");
  await page.getByRole("button", { name: SKIP_FIRST_STEPS }).waitFor();
  await context.close();
});

test("a rest of the app that cannot be had is told when it is needed", async () => {
  const { context, page } = await phone(world.browser, { serviceWorkers: "block" });
  let files = 0;
  await page.route("**/*.wasm", (route) => ((files += 1) > 1 ? route.abort() : route.continue()));
  await page.goto(world.url);
  await app(page).tap(SKIP_FIRST_STEPS);
  await page.getByRole("heading", { name: "Yoke did not load" }).waitFor();
  await page.unrouteAll();
  await app(page).tap("Restart");
  await app(page).tap(SKIP_FIRST_STEPS);
  await app(page).tab("Exercises");
  await page.getByRole("link", { name: /Barbell row/ }).waitFor();
  await context.close();
});

test("a browser without WebAssembly is told so, and not that the network is lost", async () => {
  const { context, page } = await phone(world.browser, { serviceWorkers: "block" });
  await page.addInitScript(() => { delete window.WebAssembly; });
  await page.goto(world.url);
  await page.getByRole("heading", { name: "Yoke cannot run here" }).waitFor();
  await context.close();
});
