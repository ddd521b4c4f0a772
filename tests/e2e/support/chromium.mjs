// A Chromium started by hand with a profile of its own: the only one that can be killed as a whole, and whose pages are
// really hidden when another one is in front.
import { chromium } from "playwright-core";
import { alone, runs } from "./alone.mjs";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const ALONE = ["--headless", "--window-size=390,844", "--remote-debugging-port=0"];

/** A browser with one page; `kill` ends all its processes at once, without a word to them, and waits until they are gone. */
export async function launchAlone(profile) {
  const { said, kill, ended } = alone(CHROMIUM, [...QUIET, ...ALONE, `--user-data-dir=${profile}`, "about:blank"]);
  try {
    // Without the defaults, or the page would be told that it is always seen.
    const browser = await chromium.connectOverCDP((await said(/ws:\/\/\S+/))[0], { noDefaults: true });
    const [context] = browser.contexts();
    context.setDefaultTimeout(20_000);
    return { browser, context, page: context.pages()[0], kill, ended };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Chromium as one of the engines; see engines.mjs. */
export const CHROMIUM_ENGINE = {
  name: "Chromium",
  missing: () => (runs(CHROMIUM) ? null : `there is no ${CHROMIUM}`),
  async launch(profile) {
    const { browser, page, kill, ended } = await launchAlone(profile);
    return {
      version: browser.version(),
      open: (url) => page.goto(url),
      reload: () => page.reload(),
      ask: (expression) => page.evaluate(expression),
      press: (x, y) => page.mouse.click(x, y),
      async close() {
        const session = await browser.newBrowserCDPSession();
        await session.send("Browser.close").catch(() => { /* it is already going */ });
        await ended;
      },
      kill,
    };
  },
};
