// The Firefox of the system as one of the engines, without a window, driven through WebDriver BiDi.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { alone, runs } from "./alone.mjs";

const FIREFOX = process.env.FIREFOX ?? ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(runs) ?? "/usr/bin/firefox-esr";

/** Nobody is asked anything, nothing is fetched, and many crashes in a row are no reason for the safe mode. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage": "about:blank",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.startup.max_resumed_crashes": -1,
};

export const FIREFOX_ENGINE = {
  name: "Firefox",
  missing: () => (runs(FIREFOX) ? null : `there is no ${FIREFOX}`),
  async launch(profile) {
    const lines = Object.entries(PREFERENCES).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});\n`);
    writeFileSync(join(profile, "user.js"), lines.join(""));
    const { said, kill, ended } = alone(FIREFOX, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0", "about:blank"]);
    try {
      const [address] = await said(/ws:\/\/\S+/);
      const browser = await puppeteer.connect({ browserWSEndpoint: `${address}/session`, protocol: "webDriverBiDi", defaultViewport: { width: 390, height: 844 } });
      const [page] = await browser.pages();
      await page.setViewport({ width: 390, height: 844 });
      return {
        version: (await browser.version()).replace("firefox/", ""),
        open: (url) => page.goto(url),
        reload: () => page.reload(),
        ask: (expression) => page.evaluate(expression),
        press: (x, y) => page.mouse.click(x, y),
        async close() {
          await browser.close();
          await ended;
        },
        kill,
      };
    } catch (error) {
      await kill();
      throw error;
    }
  },
};
