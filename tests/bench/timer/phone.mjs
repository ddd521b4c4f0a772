// A Chromium of its own for each case, started by hand: only so is a page really hidden when another one is in front.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ear } from "./ear.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=390,844", "--remote-debugging-port=0"];
const POLL_MILLIS = 250;

export const sleep = (millis) => new Promise((done) => setTimeout(done, millis));

/** Where a Chromium listens that has just been started. */
const address = (child) => new Promise((done, fail) => {
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
    const found = /ws:\/\/\S+/.exec(said);
    if (found) done(found[0]);
  });
  child.once("exit", () => fail(new Error(`Chromium did not start: ${said}`)));
});

/** One page with an ear in it, and what was heard so far. */
export async function phone() {
  const profile = mkdtempSync(join(tmpdir(), "yoke-timer-"));
  const child = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const kill = () => {
    try { process.kill(-child.pid, "SIGKILL"); } catch { /* it is gone */ }
  };
  const clear = () => {
    kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once("exit", clear);
  const ended = new Promise((done) => child.once("exit", done));
  const heard = { plays: [], stops: [], clocks: [], sights: [], wakings: [], lives: new Map() };
  let page;
  let session;
  let polls = true;

  const listen = async () => {
    const taken = await page.evaluate(() => window.ear?.take()).catch(() => null);
    for (const [kind, entries] of Object.entries(taken ?? {})) heard[kind].push(...entries);
  };

  try {
    // Without the defaults, or the page would be told that it is always seen.
    const browser = await chromium.connectOverCDP(await address(child), { noDefaults: true });
    const [context] = browser.contexts();
    context.setDefaultTimeout(20_000);
    await context.addInitScript(ear);
    const use = async (other) => {
      page = other;
      session = await context.newCDPSession(page);
    };
    await use(context.pages()[0]);
    const polling = (async () => {
      while (polls) {
        await listen();
        await sleep(POLL_MILLIS);
      }
    })();

    /** The page's life ends: what was scheduled for later is never heard. */
    const ends = async () => {
      await listen();
      const life = await page.evaluate(() => performance.timeOrigin);
      heard.lives.set(life, Date.now());
    };

    return {
      heard,
      listen,
      page: () => page,
      slow: (rate) => session.send("Emulation.setCPUThrottlingRate", { rate }),
      async hide() {
        await (await context.newPage()).bringToFront();
        await page.waitForFunction(() => document.visibilityState === "hidden", undefined, { polling: 100 });
      },
      freeze: () => session.send("Page.setWebLifecycleState", { state: "frozen" }),
      /** In front again; Chromium itself thaws a page that is seen. */
      show: () => page.bringToFront(),
      async reload() {
        await ends();
        await page.reload({ waitUntil: "commit" });
      },
      /** The renderer dies; the person opens the same address again, at the moment that is handed back. */
      async crash() {
        const url = page.url();
        await ends();
        const dead = new Promise((done) => page.once("crash", done));
        session.send("Page.crash").catch(() => {});
        await dead;
        const crashed = page;
        await use(await context.newPage());
        const opened = Date.now();
        await page.goto(url, { waitUntil: "commit" });
        crashed.close().catch(() => {});
        return opened;
      },
      async close() {
        polls = false;
        await polling;
        await browser.close().catch(() => {});
        kill();
        await ended;
        process.off("exit", clear);
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}
