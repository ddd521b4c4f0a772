// What every journey stands on: a server over dist/, a browser, a phone. Things are found as people find them:
// by role and name.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM, QUIET } from "./chromium.mjs";
import { serveStatic } from "../../../tools/static.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const OUTPUT = join(ROOT, "test-output");

export const SKIP_FIRST_STEPS = "Skip the first steps";

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/** A server and a browser; `close` ends both. */
export async function start({ base = "/", folder = join(ROOT, "dist") } = {}) {
  mkdirSync(OUTPUT, { recursive: true });
  const server = await serveStatic(folder, { base });
  const { port } = server.address();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  return {
    browser,
    url: `http://127.0.0.1:${port}${base}`,
    stopServer: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
    close: async () => { await browser.close(); server.close(); server.closeAllConnections(); },
  };
}

/** A fresh phone; whatever goes wrong in the page fails the test that asks `problems`. */
export async function phone(browser, options = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  return { context, page, problems };
}

/** A phone with a profile of its own on disk, in a browser of its own. */
export async function launchPhone(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: QUIET, ...PHONE, ...options });
  context.setDefaultTimeout(10_000);
  return context;
}

/** Opens the app and waits until it is alive. On a fresh phone the first run is passed over, as a person may do. */
export async function open(page, url) {
  await page.goto(url);
  const heading = page.getByRole("heading", { level: 1 }).first();
  await heading.waitFor();
  const skip = page.getByRole("button", { name: SKIP_FIRST_STEPS });
  if (await skip.count()) {
    await skip.click();
    await page.getByRole("navigation", { name: "Main" }).waitFor();
  }
}

/** In the page: waits until the whole module is kept on the phone. */
export async function kept() {
  for (let found = false; !found; await new Promise((done) => setTimeout(done, 50))) {
    for (const name of await caches.keys()) {
      for (const file of await (await caches.open(name)).matchAll()) found ||= file.headers.has("yoke-whole");
    }
  }
}

/** Keeps a picture of the screen as it is, in the test's output. */
export async function picture(page, name) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
}

/** The app in the words of the person who uses it. */
export function app(page) {
  const button = (name, exact = true) => page.getByRole("button", { name, exact });
  const heading = (name) => page.getByRole("heading", { name, level: 1 }).first();
  const field = (name) => page.getByRole("textbox", { name });
  return {
    button,
    heading,
    field,
    link: (name) => page.getByRole("link", { name }),
    tab: (name) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click(),
    async history() {
      await this.tab("Progress");
      await page.getByRole("link", { name: "History", exact: true }).click();
      await heading("History").waitFor();
    },
    actions: () => page.getByRole("region", { name: "Actions" }),
    /** Taps a button that reacts only once the deck has settled; a finger waits as well. */
    tap: (name, exact = true) => button(name, exact).click(),
    /** Logs the set in hand. */
    async log({ weight, reps } = {}) {
      if (weight !== undefined) await field(/weight in/i).fill(String(weight));
      if (reps !== undefined) await field(/^Reps/).fill(String(reps));
      await button(/^Log set/, false).click();
    },
    rest: () => heading("Rest"),
    /** The countdown on screen, in seconds. */
    async secondsLeft() {
      const text = await page.locator(".under .big").textContent();
      const [minutes, seconds] = text.split(":").map(Number);
      return minutes * 60 + seconds;
    },
    async openProgram(name) {
      await this.tab("Programs");
      await page.getByRole("link", { name: new RegExp(name) }).click();
      await heading(name).waitFor();
    },
  };
}
