// The three engines that the app is tested in, each started as a whole on a profile of its own.
//
// An engine has a `name`; `missing()`, what this machine lacks for it, or null; and `launch(profile)`, which gives a device:
// its `version`, `open(url)`, `reload()`, `ask(expression)` for what is in the page, `press(x, y)`, `close()` in good order,
// and `kill()`, all its processes at once without a word to them. Both ends wait until they are gone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serveStatic } from "../../../tools/static.mjs";
import { CHROMIUM_ENGINE } from "./chromium.mjs";
import { FIREFOX_ENGINE } from "./firefox.mjs";
import { WEBKIT_ENGINE } from "./webkit.mjs";

export const ENGINES = [CHROMIUM_ENGINE, FIREFOX_ENGINE, WEBKIT_ENGINE];

/** Does something with a profile that is gone afterwards. */
export async function withProfile(act) {
  const profile = mkdtempSync(join(tmpdir(), "yoke-profile-"));
  try {
    return await act(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The app on a server of its own: its address, and `stop`, after which nobody answers there. */
export async function serve() {
  const server = await serveStatic(fileURLToPath(new URL("../../../dist", import.meta.url)));
  const stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${server.address().port}/`, stop };
}
