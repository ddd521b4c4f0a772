// A phone with an ear for each case, in a Chromium of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchAlone } from "../../e2e/support/chromium.mjs";
import { ear } from "./ear.mjs";

const POLL_MILLIS = 250;

export const sleep = (millis) => new Promise((done) => setTimeout(done, millis));

/** One page with an ear in it, and what was heard so far. */
export async function phone() {
  const profile = mkdtempSync(join(tmpdir(), "yoke-timer-"));
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once("exit", clear);
  const { browser, context, page: first, kill } = await launchAlone(profile);
  const heard = { plays: [], stops: [], clocks: [], sights: [], wakings: [], lives: new Map() };
  let page;
  let session;
  let polls = true;

  const listen = async () => {
    const taken = await page.evaluate(() => window.ear?.take()).catch(() => null);
    for (const [kind, entries] of Object.entries(taken ?? {})) heard[kind].push(...entries);
  };

  try {
    await context.addInitScript(ear);
    const use = async (other) => {
      page = other;
      session = await context.newCDPSession(page);
    };
    await use(first);
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
        await kill();
        process.off("exit", clear);
        clear();
      },
    };
  } catch (error) {
    await kill();
    clear();
    throw error;
  }
}
