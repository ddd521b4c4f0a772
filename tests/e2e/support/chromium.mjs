// A Chromium started by hand with a profile of its own: the only one that can be killed as a whole, and whose pages are
// really hidden when another one is in front.
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const ALONE = ["--headless", "--window-size=390,844", "--remote-debugging-port=0"];

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

/** A browser with one page; `kill` ends all its processes at once, without a word to them, and waits until they are gone. */
export async function launchAlone(profile) {
  const child = spawn(CHROMIUM, [...QUIET, ...ALONE, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const ended = new Promise((done) => child.once("exit", done));
  const end = () => {
    try { process.kill(-child.pid, "SIGKILL"); } catch { /* it is gone */ }
  };
  process.once("exit", end);
  const kill = async () => {
    end();
    await ended;
    process.off("exit", end);
  };
  try {
    // Without the defaults, or the page would be told that it is always seen.
    const browser = await chromium.connectOverCDP(await address(child), { noDefaults: true });
    const [context] = browser.contexts();
    context.setDefaultTimeout(20_000);
    return { browser, context, page: context.pages()[0], kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
