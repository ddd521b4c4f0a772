// Reminders of the posture break: the plan as a calendar reads it, and what the open app tells: once, never in a workout, in
// one of two pages, with and without notifications.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { app, open, phone, start } from "./support/app.mjs";

let world;
before(async () => { world = await start(); });
after(() => world.close());

/** The rules of two zones as a calendar knows them, written by hand. */
const ZONES = {
  "Europe/Berlin": ["19700329T020000", "+0100", "+0200", "3;BYDAY=-1SU", "19701025T030000", "10;BYDAY=-1SU"],
  "America/New_York": ["20070311T020000", "-0500", "-0400", "3;BYDAY=2SU", "20071104T020000", "11;BYDAY=1SU"],
};

function zone(name) {
  const [spring, winter, summer, toSummer, autumn, toWinter] = ZONES[name];
  const part = (kind, begin, from, to, rule) =>
    `BEGIN:${kind}\r\nDTSTART:${begin}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nRRULE:FREQ=YEARLY;BYMONTH=${rule}\r\nEND:${kind}\r\n`;
  const text = `BEGIN:VTIMEZONE\r\nTZID:${name}\r\n${part("DAYLIGHT", spring, winter, summer, toSummer)}${part("STANDARD", autumn, summer, winter, toWinter)}END:VTIMEZONE`;
  return new ICAL.Timezone({ component: new ICAL.Component(ICAL.parse(text)), tzid: name });
}

/** A phone in a zone at a time, with what would leave the page written down: notifications, marks on the icon, tones. */
async function reminded({ zone: timezoneId = "Europe/Berlin", at, permission = "granted" }) {
  const { context, page, problems } = await phone(world.browser, { timezoneId, acceptDownloads: true });
  await context.clock.install({ time: new Date(at) });
  await context.addInitScript((answer) => {
    const told = { notifications: 0, asked: 0, badge: false, tones: 0 };
    window.told = told;
    let permission = answer === "refuse" ? "default" : answer;
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => { told.asked += 1; return (permission = "denied"); };
    ServiceWorkerRegistration.prototype.showNotification = async (title, { tag }) => {
      if (tag === "yoke-break" && title === "Time for a posture break") told.notifications += 1;
    };
    document.hasFocus = () => false;
    navigator.setAppBadge = async () => { told.badge = true; };
    navigator.clearAppBadge = async () => { told.badge = false; };
    const play = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function count(...when) { told.tones += 1; return play.apply(this, when); };
  }, permission);
  const yoke = app(page);
  await open(page, `${world.url}#/settings/reminders`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  return { context, page, problems, yoke };
}

const line = (page) => page.getByRole("status").filter({ hasText: "Time for a posture break" });
const told = (page) => page.evaluate(() => ({ ...window.told }));
const later = (page, minutes) => page.clock.fastForward(minutes * 60_000);
const remindMe = (page) => page.getByRole("switch", { name: "Remind me" });

/** Waits until the page has said so often that a break is due; the line and the notification take a moment. */
async function notified(page, times) {
  await page.waitForFunction((times) => window.told.notifications === times, times, { polling: 50 });
}

async function saved(page, button, name = "yoke-posture.ics") {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  assert.equal(download.suggestedFilename(), name);
  const text = readFileSync(await download.path(), "utf8");
  for (const row of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(row) <= 75 && !/[\r\n]/.test(row), row);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)) };
}

for (const [name, at, last, expected] of [
  // From a Tuesday in autumn over the change of clocks: the moments of the 10:00 event, in UTC.
  ["Europe/Berlin", "2026-10-20T12:00:00Z", "2026-10-27", ["24T08:00", "25T09:00", "26T09:00"]],
  ["America/New_York", "2026-10-27T12:00:00Z", "2026-11-03", ["31T14:00", "01T15:00", "02T15:00"]],
  ["Europe/Berlin", "2027-03-23T12:00:00Z", "2027-03-30", ["27T09:00", "28T08:00", "29T08:00"]],
  ["America/New_York", "2027-03-09T12:00:00Z", "2027-03-16", ["13T15:00", "14T14:00", "15T14:00"]],
]) {
  test(`the plan as a calendar reads it, over the change of clocks: ${name}, ${at.slice(0, 4)}`, async () => {
    const { context, page, problems } = await reminded({ zone: name, at });
    for (const day of ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]) {
      const chip = page.getByRole("button", { name: day });
      const wanted = ["Sat", "Sun"].includes(day);
      if ((await chip.getAttribute("aria-pressed")) !== String(wanted)) await chip.click();
    }
    await page.getByLabel("First").fill("10:00");
    await page.getByLabel("Last").fill("16:00");
    await page.getByLabel("Every").selectOption("2 h");
    await page.getByText("12 a week.").waitFor();
    const { calendar, events } = await saved(page, "Add to calendar");
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    assert.equal(calendar.getFirstPropertyValue("method"), null);
    assert.equal(events.length, 4);
    assert.equal(new Set(events.map((event) => event.uid)).size, 4);
    assert.deepEqual(events.map((event) => event.startDate.hour), [10, 12, 14, 16]);
    for (const event of events) {
      assert.equal(event.summary, "Posture break");
      assert.ok(event.description.endsWith(`\n${world.url}#/break`), event.description);
      assert.equal(event.startDate.zone.tzid, "floating");
      assert.equal(event.duration.toSeconds(), 120);
      // The rule has no end, and its start is the first of its days.
      const rule = event.component.getFirstPropertyValue("rrule");
      assert.deepEqual([rule.freq, rule.until, rule.count], ["WEEKLY", null, null]);
      assert.equal(event.iterator().next().toString(), event.startDate.toString());
      const [alarm, ...more] = event.component.getAllSubcomponents("valarm");
      assert.deepEqual(more, []);
      assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
      assert.equal(alarm.getFirstPropertyValue("trigger").toSeconds(), 0);
    }
    const moments = [];
    const all = events[0].iterator();
    for (let time = all.next(); time.toString() < last; time = all.next()) {
      const here = time.clone();
      here.zone = zone(name);
      moments.push(new Date(here.toUnixTime() * 1000).toISOString());
    }
    assert.deepEqual(moments.map((moment) => moment.slice(8, 16)), expected);

    // Another plan takes the place of the first, event for event.
    await page.getByLabel("Every").selectOption("4 h");
    await page.getByText("6 a week.").waitFor();
    await later(page, 5);
    const again = await saved(page, "Add to calendar");
    assert.deepEqual(again.events.map((event) => event.uid), events.slice(0, 2).map((event) => event.uid));
    assert.ok(again.events.every((event) => event.sequence > events[0].sequence));
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("the self-tests as a calendar reads them: every 30 days, with an alarm", async () => {
  const { context, page, problems } = await reminded({ at: "2026-10-20T12:00:00Z" });
  await page.goto(`${world.url}#/progress`);
  const { events } = await saved(page, "Add to calendar, every 30 days", "yoke-self-tests.ics");
  assert.equal(events.length, 1);
  const [event] = events;
  assert.equal(event.summary, "Posture self-tests");
  assert.ok(event.description.endsWith(`\n${world.url}#/progress`), event.description);
  const days = event.iterator();
  assert.deepEqual([days.next(), days.next(), days.next()].map((day) => day.toString().slice(0, 10)), ["2026-11-19", "2026-12-19", "2027-01-18"]);
  assert.equal(event.component.getAllSubcomponents("valarm").length, 1);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a reminder comes when it is due, snoozed again, and not on a day one has had enough of", async () => {
  // A Monday, 9:00.
  const { context, page, problems, yoke } = await reminded({ at: "2026-11-23T08:00:00Z" });
  await later(page, 60);
  assert.equal(await line(page).count(), 0, "nothing comes unasked");
  await remindMe(page).click();
  await page.getByText("15 a week. The next: 23 November 2026, 12:30").waitFor();
  await page.goto(`${world.url}#/exercises`);
  await yoke.heading("Exercises").waitFor();
  await later(page, 149);
  assert.equal(await line(page).count(), 0);
  await later(page, 1);
  await line(page).waitFor();
  await notified(page, 1);
  assert.equal(await page.title(), "(1) Exercises · Yoke");
  assert.equal((await told(page)).badge, true);
  // The tone comes as soon as the browser's player is there.
  for (let tries = 0; tries < 20 && (await told(page)).tones === 0; tries += 1) {
    await page.clock.fastForward(300);
    await new Promise((done) => { setTimeout(done, 50); });
  }
  assert.equal((await told(page)).tones, 1);

  await yoke.tap("Snooze 10 min");
  await line(page).waitFor({ state: "detached" });
  assert.equal(await page.title(), "Exercises · Yoke");
  assert.equal((await told(page)).badge, false);
  await later(page, 9);
  assert.equal(await line(page).count(), 0);
  await later(page, 1);
  await line(page).waitFor();
  await notified(page, 2);
  // A reload leaves it where it is, and tells nothing anew.
  await page.reload();
  await line(page).waitFor();
  assert.equal((await told(page)).notifications, 0);

  await yoke.tap("Not today");
  await line(page).waitFor({ state: "detached" });
  await later(page, 5 * 60);
  assert.equal(await line(page).count(), 0, "15:30 went by");
  await page.reload();
  await yoke.heading("Exercises").waitFor();
  // To the next morning; nobody looks until 13:00, and one word is enough.
  await later(page, 19 * 60 + 20);
  await line(page).waitFor();
  await notified(page, 1);
  assert.deepEqual(problems, []);
  await context.close();
});

test("a break begun answers, and nothing comes in the middle of a workout, but once after it", async () => {
  const { context, page, problems, yoke } = await reminded({ at: "2026-11-23T08:25:00Z" });
  await remindMe(page).click();
  await later(page, 5);
  await notified(page, 1);
  await line(page).getByRole("link", { name: "Start" }).click();
  await page.getByText("Get ready").first().waitFor();
  assert.match(page.url(), /#\/workout$/);
  assert.equal(await line(page).count(), 0);
  await page.clock.fastForward(91_000);
  await yoke.heading("Posture break").waitFor();
  await yoke.tap("Save");
  await page.getByText(/ done$/).first().waitFor({ state: "attached" });
  assert.equal(await line(page).count(), 0, "it is answered");

  await yoke.openProgram("Size and strength");
  await yoke.tap("Start A");
  await yoke.heading("Deadlift").waitFor();
  await later(page, 7 * 60);
  await yoke.heading("Deadlift").waitFor();
  assert.equal(await line(page).count(), 0, "12:30 and 15:30 went by in the workout");
  await yoke.link("Minimise workout").click();
  await yoke.tap("Finish or discard");
  await yoke.tap("Yes, discard this workout");
  await line(page).waitFor();
  await notified(page, 2);
  assert.equal(await line(page).count(), 1);
  assert.deepEqual(problems, []);
  await context.close();
});

test("of two open pages one reminds, and whoever takes over does not tell it again", async () => {
  const { context, page, problems, yoke } = await reminded({ at: "2026-11-23T08:25:00Z" });
  await remindMe(page).click();
  const second = await context.newPage();
  await open(second, world.url);
  await second.getByText("Yoke is open in another tab").waitFor();
  await later(page, 5);
  await line(page).waitFor();
  await notified(page, 1);
  assert.equal(await line(second).count(), 0);
  await second.getByRole("button", { name: "Use it here" }).click();
  await line(second).waitFor();
  await line(page).waitFor({ state: "detached" });
  assert.equal((await told(second)).notifications, 0);
  await second.getByRole("button", { name: "Not today" }).click();
  await line(second).waitFor({ state: "detached" });
  assert.equal(await yoke.heading("Reminders").count(), 1);
  assert.deepEqual(problems, []);
  await context.close();
});

test("notifications are asked for in a tap; refused, all the rest comes", async () => {
  const { context, page, problems, yoke } = await reminded({ at: "2026-11-23T08:25:00Z", permission: "refuse" });
  await remindMe(page).click();
  assert.equal((await told(page)).asked, 0);
  await yoke.tap("Allow notifications");
  await page.getByText("allow no notifications here").waitFor();
  assert.equal((await told(page)).asked, 1);
  await later(page, 5);
  await line(page).waitFor();
  assert.equal(await page.title(), "(1) Reminders · Yoke");
  const { notifications, badge } = await told(page);
  assert.deepEqual([notifications, badge], [0, true]);
  assert.deepEqual(problems, []);
  await context.close();
});

test("hours that make no sense are refused beside their fields, and the plan stays", async () => {
  const { context, page, problems } = await reminded({ at: "2026-11-23T08:00:00Z" });
  await page.getByLabel("Last").fill("08:00");
  await page.getByRole("alert").filter({ hasText: "the last not before the first" }).waitFor();
  await page.getByText("15 a week.").waitFor();
  // One day stays at least.
  for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"]) {
    await page.getByRole("button", { name: day }).click();
  }
  assert.equal(await page.getByRole("button", { name: "Fri" }).getAttribute("aria-pressed"), "true");
  await page.getByText("3 a week.").waitFor();
  await page.getByLabel("Last").fill("18:30");
  await page.getByText("4 a week.").waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("Last").inputValue(), "18:30");
  await page.getByText("4 a week.").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});
