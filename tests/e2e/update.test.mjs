// New versions: when they are spoken of, who takes them, and what a page of the old one still finds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { app, kept, open, phone, start } from "./support/app.mjs";
import { host } from "./support/deploy.mjs";

/** A phone that has the first version, and a host that can have another one. */
async function at(t) {
  const files = host();
  const world = await start({ base: "/yoke/", folder: files.folder });
  const { context, page, problems } = await phone(world.browser);
  t.after(async () => {
    await world.close();
    files.end();
  });
  await open(page, world.url);
  await page.evaluate(kept);
  await page.reload();
  await app(page).heading(/./).waitFor();
  return { files, world, context, page, problems, yoke: app(page) };
}

const notice = (page) => page.getByRole("status").filter({ hasText: "Update ready" });
const version = (page) => page.evaluate(() => document.documentElement.dataset.version ?? "0");
/** The browser's own look for a new version, until that is there as a whole or has failed. */
const look = (page) => page.evaluate(async () => {
  const found = await navigator.serviceWorker.ready;
  await found.update();
  const coming = found.installing;
  if (coming) await new Promise((done) => { coming.onstatechange = done; });
  return Boolean(found.waiting);
});
/** How many versions stand put together in the cache. */
const whole = (page) => page.evaluate(async () => {
  let found = 0;
  for (const name of await caches.keys()) for (const file of await (await caches.open(name)).matchAll()) found += file.headers.has("yoke-whole");
  return found;
});
const versionsKept = (page) => page.evaluate(async () => (await caches.keys()).length);
async function until(read, expected) {
  let found;
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
    found = await read();
    if (found === expected) return;
  }
  assert.equal(found, expected);
}

test("a new version is offered on Today, taken in a tap, and all data is there", async (t) => {
  const { files, page, problems, yoke } = await at(t);
  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.log({ weight: 80, reps: 5 });
  await yoke.rest().waitFor();
  files.next();
  assert.ok(await look(page));
  await page.getByText("80 kg").first().waitFor();
  assert.equal(await notice(page).count(), 0, "never in a workout");
  await page.goto(`${page.url().split("#")[0]}#/`);
  await page.getByRole("link", { name: "Resume" }).waitFor();
  assert.equal(await notice(page).count(), 0, "nor while one is open");
  await yoke.tap("Finish or discard");
  await yoke.tap("Finish here");
  await yoke.tap("Save");
  await page.goto(`${page.url().split("#")[0]}#/`);
  await notice(page).getByText("Takes a second, keeps all data.").waitFor();
  await yoke.tab("Programs");
  await yoke.heading("Programs").waitFor();
  assert.equal(await notice(page).count(), 0, "only on Today");
  await yoke.tab("Today");
  await Promise.all([page.waitForEvent("load"), notice(page).getByRole("button", { name: "Update now" }).click()]);
  await yoke.heading(/./).waitFor();
  assert.equal(await version(page), "1");
  assert.equal(await notice(page).count(), 0);
  await yoke.history();
  await page.getByText("Session A").first().waitFor();
  await until(() => versionsKept(page), 1);
  assert.deepEqual(problems, []);
});

test("put off, it comes with the next start after all pages were closed, without a network", async (t) => {
  const { files, world, context, page } = await at(t);
  files.next();
  assert.ok(await look(page));
  await notice(page).getByRole("button", { name: "Later" }).click();
  assert.equal(await whole(page), 2, "the new version's first start waits for nothing");
  await notice(page).waitFor({ state: "detached" });
  assert.equal(await version(page), "0");
  await page.close();
  await world.stopServer();
  // The browser takes a moment to notice that no page is left.
  let later;
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    later = await context.newPage();
    await open(later, world.url);
    if (await version(later) === "1") break;
    await later.close();
  }
  await until(() => version(later), "1");
  assert.equal(await notice(later).count(), 0);
  await until(() => versionsKept(later), 1);
});

test("an update deletes nothing that a page of the old version has not loaded yet", async (t) => {
  const { files, world, context, page, problems, yoke } = await at(t);
  // The old version as it is before the rest of its module was kept, on a slow network: the rest does not come by itself.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if ((await cache.match(request)).headers.has("yoke-whole")) await cache.delete(request);
    }
  });
  const old = await context.newPage();
  await old.addInitScript(() => {
    const usual = fetch;
    let modules = 0;
    window.fetch = (what, ...more) => (/\.wasm/.test(what) && (modules += 1) > 1 ? new Promise(() => {}) : usual(what, ...more));
  });
  await open(old, world.url);
  const before = files.names();
  assert.equal(before.length, 3);
  files.next();
  assert.ok(before.every((name) => !files.names().includes(name)));
  assert.ok(await look(page));
  await Promise.all([page.waitForEvent("load"), notice(page).getByRole("button", { name: "Update now" }).click()]);
  await yoke.heading(/./).waitFor();
  assert.equal(await version(page), "1");
  assert.equal(await version(old), "0");
  assert.equal(await versionsKept(page), 2, "the old page's files stay");
  // None of them is on the host any more.
  await world.stopServer();
  await app(old).openProgram("Size and strength");
  const found = await old.evaluate((names) => names.map((name) => {
    const asked = new XMLHttpRequest();
    asked.open("GET", name, false);
    asked.send();
    return asked.status;
  }), before);
  assert.deepEqual(found, before.map(() => 200), "both parts and the glue of the old version");
  await old.close();
  // The next start of the new version finds itself alone.
  await page.reload();
  await yoke.heading(/./).waitFor();
  await until(() => versionsKept(page), 1);
  assert.equal(await version(page), "1");
  assert.deepEqual(problems.filter((problem) => !problem.includes("ERR_CONNECTION_REFUSED")), []);
});

test("a deploy that stopped half way is not taken and not spoken of; a whole one after it is", async (t) => {
  const { files, world, page, yoke } = await at(t);
  files.next();
  files.lose(/\.wasm$/);
  assert.equal(await look(page), false);
  assert.equal(await notice(page).count(), 0);
  await page.reload();
  await yoke.heading(/./).waitFor();
  assert.equal(await version(page), "0");
  await yoke.openProgram("Size and strength");
  await page.goto(world.url);
  files.mend();
  files.next();
  assert.ok(await look(page));
  await notice(page).waitFor();
});
