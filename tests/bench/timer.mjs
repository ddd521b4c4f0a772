// `make bench-timer`: how far cues are from their deadlines in real Chromium, while the page is seen, slowed down,
// hidden, frozen, reloaded and killed; beside them those of a timer that counts the ticks of a `setInterval` in the same
// page, so that the machine's own noise shows. Nothing here passes or fails.
// missed: due, and not heard though the page was there; doubled: heard twice; stray: heard, and nothing was due;
// asleep: due while the page was frozen or gone. All cases take about 35 minutes: SECONDS=30 cuts every stretch to
// 30 s, CASES=frozen,crash takes some cases only, DIST is another folder than dist/.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveStatic } from "../../tools/static.mjs";
import { app, open } from "../e2e/support/app.mjs";
import { figures, sounded } from "./timer/errors.mjs";
import { phone, sleep } from "./timer/phone.mjs";
import { ahead, countdown, cues, isRight } from "./timer/timeline.mjs";

const DIST = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const span = (seconds) => Math.min(seconds, Number(process.env.SECONDS ?? Infinity)) * 1000;
/** The beat of the app is 200 ms: so much may the screen be behind. */
const BEHIND = 300;

/** One workout on one phone: where it should stand, when the page was away, when it was silent. */
class Run {
  away = [];
  mute = [];
  said = [];

  constructor(phone) {
    this.phone = phone;
    this.heard = phone.heard;
  }

  get yoke() {
    return app(this.phone.page());
  }

  stored() {
    return this.phone.page().evaluate(() => ["yoke/run/plan", "yoke/run/now"].map((key) => localStorage.getItem(key)));
  }

  /** The workout runs by itself from here on; so does the naive timer. */
  async led() {
    const spans = ahead(...await this.stored());
    const from = spans[0].starts;
    this.parts = [{ spans, from, to: Infinity }];
    const due = cues(spans, from);
    const begun = await this.phone.page().evaluate((offsets) => window.ear.naive(offsets), due.map(({ at }) => at - from));
    this.naive = due.map(({ at, name }, nth) => ({ at: begun + at - from, name, nth }));
    this.from = from;
  }

  async posture(url) {
    await open(this.phone.page(), url);
    await this.yoke.openProgram("Posture reset");
    await this.yoke.tap("Start");
    await this.yoke.heading("Cat-cow").waitFor();
    await this.led();
  }

  /** A rest of 180 s; a shorter one in a shorter run. */
  async rest(url) {
    await open(this.phone.page(), url);
    await this.yoke.openProgram("Size and strength");
    await this.yoke.tap("Start A");
    await this.yoke.heading("Deadlift").waitFor();
    await this.yoke.log({ weight: 100, reps: 5 });
    await this.yoke.rest().waitFor();
    const left = async () => countdown((await this.stored())[1]).value - Date.now();
    while (await left() > span(180) + 10_000) await this.yoke.tap(/shorter rest/, false);
    while (await left() < span(180) - 10_000) await this.yoke.tap(/longer rest/, false);
    await this.led();
  }

  /** What was asleep or gone from `from` on until now. */
  absent(from) {
    this.away.push({ from, to: Date.now() });
  }

  /** When the screen was right after the page came back, from its waking on. */
  async seenAgain(word, since) {
    await sleep(2_000);
    await this.phone.listen();
    const waking = this.heard.wakings.find(({ at }) => at >= since - 50);
    const { spans } = this.parts.at(-1);
    const right = (sight) => {
      for (let at = sight.at - BEHIND; at <= sight.at; at += 25) if (isRight(sight, spans, at)) return true;
      return false;
    };
    const sights = this.heard.sights.filter(({ at }) => waking && at >= waking.at);
    const first = sights.findIndex(right);
    if (first < 0) {
      this.said.push(`the screen was not right within 2 s after ${word}; it said ${JSON.stringify(sights.at(-1))}`);
      return;
    }
    const wrong = sights.slice(first).filter((sight) => !right(sight)).length;
    this.said.push(`the screen was right ${(sights[first].at - waking.at).toFixed(0)} ms after ${word}` +
      ` (${(sights[first].at - since).toFixed(0)} ms after it was asked for), ${wrong} of the next ${sights.length - first} frames wrong`);
  }

  /** Ten seconds without a touch, then one anywhere, then Pause and Resume, until there is sound. */
  async soundAgain() {
    const from = this.away.at(-1).to;
    const sounds = async (millis) => {
      for (const end = Date.now() + millis; Date.now() < end; await sleep(100)) {
        if (await this.phone.page().evaluate(() => window.ear.sounds())) return true;
      }
      return false;
    };
    let how = "by itself";
    if (!await sounds(10_000)) {
      how = "after a touch on the heading";
      await this.phone.page().getByRole("heading").first().click();
      if (!await sounds(3_000)) {
        how = "after Pause and Resume, not after a touch elsewhere";
        await this.pauseAndResume();
        if (!await sounds(5_000)) how = "not at all";
      }
    }
    this.mute.push({ from, to: Date.now() });
    this.said.push(`sound came back ${how}`);
  }

  /** The deadlines move by the length of the pause, which the stored countdowns tell to the millisecond. */
  async pauseAndResume() {
    const before = countdown((await this.stored())[1]).value;
    await this.yoke.tap("Pause");
    await this.yoke.button("Resume").waitFor();
    const left = countdown((await this.stored())[1]).value;
    await this.yoke.tap("Resume");
    await this.yoke.button("Pause").waitFor();
    const now = await this.stored();
    const ends = countdown(now[1]).value;
    const old = this.parts.at(-1);
    const stretch = old.spans.find((stretch) => stretch.ends === before) ?? old.spans.find(({ ends }) => ends > Date.now());
    old.to = stretch.ends - left;
    this.parts.push({ spans: ahead(...now), from: ends - left, to: Infinity });
  }

  /** Ends the measurement and hands out the figures of both timers. */
  async close() {
    const to = Date.now();
    // The last cue has to be heard before it can be counted.
    await sleep(1_500);
    await this.phone.listen();
    const { counted, really } = await this.phone.page().evaluate(() => window.ear.seconds()) ?? {};
    if (counted === undefined) this.said.push("the naive timer lost its count with the page");
    else if (really - counted > 1.5) this.said.push(`the naive timer's own clock is ${(really - counted).toFixed(1)} s behind`);
    const due = this.parts.flatMap(({ spans, from, to: end }) => cues(spans, from, Math.min(end, to)));
    const plays = sounded(this.heard).filter(({ meant }) => meant <= to);
    const asleep = (at) => this.away.some((away) => away.from <= at && at <= away.to);
    const by = (who) => plays.filter((play) => play.by === who);
    return {
      app: figures(due, by("app"), asleep),
      naive: figures(this.naive.filter(({ at }) => at <= to), by("naive"), asleep),
      mute: (at) => this.mute.some(({ from, to: end }) => from <= at && at <= end),
      from: this.from,
      latency: this.heard.clocks.findLast(({ latency }) => latency > 0)?.latency,
      said: this.said,
    };
  }
}

/** Hidden for a while, then in front again. */
async function hidden(run, millis, inside = async () => {}) {
  await run.phone.hide();
  await inside();
  await sleep(millis);
  const shown = Date.now();
  await run.phone.show();
  return shown;
}

const CASES = {
  visible: [`seen ${span(600) / 1000} s`, async (run, url) => {
    await run.posture(url);
    await sleep(span(600));
  }],
  slow: [`seen ${span(600) / 1000} s, processor at a quarter`, async (run, url) => {
    await run.phone.slow(4);
    await run.posture(url);
    await sleep(span(600));
  }],
  hidden: [`hidden ${span(300) / 1000} s`, async (run, url) => {
    await run.posture(url);
    await sleep(span(20));
    const shown = await hidden(run, span(300));
    await run.seenAgain("being seen", shown);
    await sleep(span(20));
  }],
  rest: [`hidden in a rest of ${span(180) / 1000} s`, async (run, url) => {
    await run.rest(url);
    const { ends } = run.parts[0].spans[0];
    const shown = await hidden(run, ends - Date.now() + 3_000);
    await sleep(1_000);
    run.said.push(`looked at again ${((shown - ends) / 1000).toFixed(1)} s after the rest was over`);
  }],
  frozen: [`frozen ${span(60) / 1000} s`, async (run, url) => {
    await run.posture(url);
    await sleep(span(20));
    let from;
    const shown = await hidden(run, span(60), async () => {
      await sleep(2_000);
      from = Date.now();
      await run.phone.freeze();
    });
    run.absent(from);
    await run.seenAgain("waking", shown);
    await sleep(span(30));
  }],
  reload: ["reloaded in the middle", async (run, url) => {
    await run.posture(url);
    await sleep(span(60));
    const from = Date.now();
    await run.phone.reload();
    await run.yoke.button("Pause").waitFor();
    run.absent(from);
    await run.seenAgain("the new page began", from);
    await run.soundAgain();
    await sleep(span(60));
  }],
  crash: ["crashed, opened again", async (run, url) => {
    await run.posture(url);
    await sleep(span(60));
    const from = Date.now();
    const opened = await run.phone.crash();
    await run.yoke.button("Pause").waitFor();
    run.absent(from);
    await run.seenAgain("the new page began", opened);
    await run.soundAgain();
    await sleep(span(60));
  }],
};

const COLUMNS = ["case", "timer", "due", "median", "p99", "max", "missed", "doubled", "stray", "asleep"];
const WIDTHS = [38, 7, 5, 9, 9, 9, 8, 9, 7, 8];
const row = (cells) => console.log(cells.map((cell, nth) => nth < 2 ? cell.padEnd(WIDTHS[nth]) : String(cell).padStart(WIDTHS[nth])).join(""));
const millis = (number) => number === undefined ? "–" : number.toFixed(1);

function print(name, { app, naive, mute, from, said }) {
  for (const [who, of] of [["app", app], ["naive", naive]]) {
    row([who === "app" ? name : "", who, of.due, millis(of.median), millis(of.p99), millis(of.max), of.missed.length, of.doubled.length, of.stray.length, of.asleep]);
  }
  const at = (moment) => `${((moment - from) / 1000).toFixed(1)} s`;
  const silent = app.missed.filter((cue) => mute(cue.at));
  if (silent.length > 0) console.log(`  missed for want of a tap: ${silent.length}`);
  const list = (word, cues) => cues.length > 0 && console.log(`  ${word}: ${cues.slice(0, 12).join(", ")}${cues.length > 12 ? ` and ${cues.length - 12} more` : ""}`);
  list("missed", app.missed.filter((cue) => !mute(cue.at)).map((cue) => `${cue.name} at ${at(cue.at)}`));
  list("doubled", app.doubled.map((cue) => `${cue.name} at ${at(cue.at)}`));
  list("over 250 ms off", app.late.map((cue) => `${cue.name} at ${at(cue.at)} by ${cue.error.toFixed(0)} ms (scheduled ${cue.said.toFixed(0)} ms after its deadline)`));
  list("stray", app.stray.map((play) => `${play.voice} at ${at(play.heard)}`));
  for (const line of said) console.log(`  ${line}`);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const folder = mkdtempSync(join(tmpdir(), "yoke-dist-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
cpSync(DIST, folder, { recursive: true }); // a build in the meantime must not change what is measured
const server = await serveStatic(folder);
const url = `http://127.0.0.1:${server.address().port}/`;
const load = () => loadavg()[0].toFixed(1);
console.log(`${cpus().length} processors, load ${load()}. Milliseconds from the deadline to the sound at the output; p99 and max regardless of sign.`);
row(COLUMNS);
let latency = 0;
const wanted = process.env.CASES?.split(",") ?? Object.keys(CASES);
for (const [name, script] of wanted.map((id) => CASES[id])) {
  const device = await phone();
  try {
    const run = new Run(device);
    await script(run, url);
    const outcome = await run.close();
    latency = outcome.latency ?? latency;
    print(name, outcome);
  } catch (error) {
    console.log(`${name}: could not be measured: ${error.stack}`);
  } finally {
    await device.close();
  }
}
console.log(`Of each error the output itself takes ${latency.toFixed(0)} ms, as the browser says. Load at the end ${load()}.`);
server.close();
server.closeAllConnections();
