// Nothing lost: a storage that is emptied or full, two pages at once. Browsers that are killed: engines.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The journal has what was written last; the screen says so with a tick. */
const saved = (page) => page.getByRole("img", { name: "Saved" }).waitFor();

/** Logs the set in hand, and waits until it is safe. */
async function logged(page, yoke, set) {
  await yoke.log(set);
  await yoke.rest().waitFor();
  await saved(page);
}

const follows = (page) => page.getByRole("status").filter({ hasText: "Yoke is open in another tab" });

/** The loads that the sets of today's exercise were logged with. */
async function today(page) {
  const rows = await page.getByRole("table").getByRole("row").allInnerTexts();
  return rows.map((row) => /([\d.]+) kg × \d+$/.exec(row.trim())?.[1]).filter(Boolean);
}

test("of two pages one writes, the other follows and takes over; every set of both is there after a reload", async () => {
  const { context, page: first, problems } = await phone(world.browser);
  await open(first, `${world.url}#/programs/size-and-strength`);
  await app(first).tap("Start A");
  await logged(first, app(first), { weight: 80, reps: 5 });

  const second = await context.newPage();
  await open(second, `${world.url}#/workout`);
  await follows(second).waitFor();
  await second.getByText("Set 1 logged: 80 kg × 5").first().waitFor();

  // It follows live.
  await app(first).tap("Skip rest", false);
  await app(second).button("Log set 2").waitFor();
  // What is typed here stays, is not logged, and that is said.
  await second.evaluate(() => window.scrollTo(0, 9_999));
  await app(second).log({ weight: 90, reps: 4 });
  await second.waitForFunction(() => window.scrollY === 0);
  assert.equal(await app(second).field("Weight in kg").inputValue(), "90");
  await app(first).button("Log set 2").waitFor();

  // It takes over: the same tap logs now, and the first one follows.
  await second.getByRole("button", { name: "Use it here" }).click();
  await follows(first).waitFor();
  await follows(second).waitFor({ state: "detached" });
  assert.equal(await app(second).field("Weight in kg").inputValue(), "90", "what was typed is still there");
  await logged(second, app(second), {});
  await first.getByText("Set 2 logged: 90 kg × 4").first().waitFor();
  await app(second).tap("Skip rest", false);

  // And back again, without a moment in between.
  await app(first).button("Log set 3").waitFor();
  await first.getByRole("button", { name: "Use it here" }).click();
  await follows(second).waitFor();
  await follows(first).waitFor({ state: "detached" });
  await logged(first, app(first), { weight: 95, reps: 3 });
  await app(first).tap("Undo set 3");
  await app(first).button("Log set 3").waitFor();
  assert.deepEqual(await today(first), ["80", "90"]);
  await logged(first, app(first), { weight: 97, reps: 3 });
  await second.getByText("Set 3 logged: 97 kg × 3").first().waitFor();

  await first.reload();
  await first.getByText("Set 3 logged: 97 kg × 3").first().waitFor();
  assert.equal(await follows(first).count(), 0, "a reload keeps the lock with the page that had it");
  // The page that wrote is closed: the other writes when it is looked at.
  await first.close();
  await second.bringToFront();
  await second.evaluate(() => window.dispatchEvent(new Event("focus")));
  await follows(second).waitFor({ state: "detached" });
  await app(second).tap("Undo set 3");
  await app(second).button("Log set 3").waitFor();
  await second.reload();
  await app(second).button("Log set 3").waitFor();
  assert.deepEqual(await today(second), ["80", "90"]);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a lock that comes free a moment late, as after a reload on a busy phone, is waited for", async () => {
  const { context, page } = await phone(world.browser);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await page.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks);
    navigator.locks.request = async (...all) => {
      await new Promise((go) => addEventListener("free", go, { once: true }));
      return request(...all);
    };
  });
  await page.reload();
  await follows(page).waitFor();
  await page.evaluate(() => dispatchEvent(new Event("free")));
  await follows(page).waitFor({ state: "detached" });
  await app(page).tap("Start A");
  await logged(page, app(page), { weight: 80, reps: 5 });
  await context.close();
});

test("a page that does not answer is taken over all the same, and loses nothing", async () => {
  const { context, page: first } = await phone(world.browser);
  await open(first, `${world.url}#/programs/size-and-strength`);
  await app(first).tap("Start A");
  await logged(first, app(first), { weight: 80, reps: 5 });
  const second = await context.newPage();
  await open(second, `${world.url}#/workout`);
  await follows(second).waitFor();
  // Nobody hears the question any more.
  await second.evaluate(() => { BroadcastChannel.prototype.postMessage = () => {}; });
  await second.getByRole("button", { name: "Use it here" }).click();
  await follows(second).waitFor({ state: "detached" });
  await follows(first).waitFor();
  await app(second).tap("Skip rest", false);
  await logged(second, app(second), { weight: 85, reps: 5 });
  await second.reload();
  await second.getByText("Set 2 logged: 85 kg × 5").first().waitFor();
  await context.close();
});

test("a storage that was emptied is filled again, and that is said", async () => {
  const { context, page, problems } = await phone(world.browser);
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await logged(page, yoke, { weight: 80, reps: 5 });
  await page.goto("about:blank");
  // As a browser does it that clears one kind of storage.
  const session = await context.newCDPSession(page);
  const { origin } = new URL(world.url);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "local_storage" });
  await open(page, `${world.url}#/workout`);
  await page.getByRole("status").filter({ hasText: "Brought back" }).waitFor();
  await page.getByText("Set 1 logged: 80 kg × 5").first().waitFor();
  await page.reload();
  await page.getByText("Set 1 logged: 80 kg × 5").first().waitFor();
  assert.equal(await page.getByRole("status").filter({ hasText: "Brought back" }).count(), 0, "said once");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a set that a full storage refused is in the journal, and comes back when there is room", async () => {
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
  await saved(page);
  for (const room of [false, true]) {
    if (room) await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fill-")).forEach((key) => localStorage.removeItem(key)));
    await page.reload();
    await page.getByText("Set 1 logged: 80 kg × 5").first().waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem("yoke/run/set/000") !== null), room);
  }
  await context.close();
});

test("without IndexedDB localStorage is all there is, and the app works", async () => {
  const { context, page, problems } = await phone(world.browser);
  await page.addInitScript(() => { IDBFactory.prototype.open = () => { throw new DOMException("no", "InvalidStateError"); }; });
  const yoke = app(page);
  await open(page, `${world.url}#/programs/size-and-strength`);
  await yoke.tap("Start A");
  await logged(page, yoke, { weight: 80, reps: 5 });
  await yoke.tap("Undo set 1");
  await yoke.button("Log set 1").waitFor();
  await page.reload();
  await yoke.button("Log set 1").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("yoke/run/set/000")), null, "no tombstone is left");
  assert.deepEqual(problems, []);
  await context.close();
});
