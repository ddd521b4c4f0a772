// The WebKitGTK of the system as one of the engines: webkit.py has the page, in a window on a screen that nobody sees.
import { spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { alone, runs } from "./alone.mjs";

// The system's own Python: another one does not have its bindings.
const PYTHON = "/usr/bin/python3";
const XVFB = "/usr/bin/Xvfb";
const DRIVER = fileURLToPath(new URL("./webkit.py", import.meta.url));
const BINDINGS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2";

let screen;
/** The number of a screen of our own, which is there for as long as this process is. */
function display() {
  screen ??= (async () => {
    const { child, said } = alone(XVFB, ["-displayfd", "2", "-screen", "0", "800x900x24", "-nolisten", "tcp"]);
    const [, number] = await said(/^(\d+)$/m);
    // The process may end although the screen runs, and ends it.
    child.unref();
    child.stderr.unref();
    return `:${number}`;
  })();
  return screen;
}

function missing() {
  if (!runs(XVFB)) return `there is no ${XVFB}`;
  const { status, stderr } = spawnSync(PYTHON, ["-c", BINDINGS], { encoding: "utf8" });
  return status === 0 ? null : `${PYTHON} has no WebKit2 4.1: ${stderr?.trim().split("\n").at(-1) ?? ""}`;
}

export const WEBKIT_ENGINE = {
  name: "WebKitGTK",
  missing,
  async launch(profile) {
    const env = { DISPLAY: await display(), GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" };
    const { child, told, kill, ended } = alone(PYTHON, [DRIVER, profile], { env, stdio: ["pipe", "pipe", "pipe"] });
    // What is killed cannot listen any more.
    child.stdin.on("error", () => {});
    const answers = createInterface({ input: child.stdout });
    const waiting = [];
    answers.on("line", (line) => {
      const said = JSON.parse(line);
      const { done, fail } = waiting.shift();
      if ("error" in said) fail(new Error(said.error));
      else done(said.is);
    });
    // All its processes hold its output: closed means that all are gone, also the one that writes the databases.
    const closed = new Promise((done) => child.once("close", done)).then(() => {
      for (const { fail } of waiting.splice(0)) fail(new Error(`WebKitGTK is gone: ${told()}`));
    });
    const call = (what, ...given) => new Promise((done, fail) => {
      waiting.push({ done, fail });
      child.stdin.write(`${JSON.stringify({ do: what, with: given })}\n`);
    });
    return {
      version: await call("version"),
      open: (url) => call("open", url),
      reload: () => call("reload"),
      ask: (expression) => call("ask", expression),
      press: (x, y) => call("press", x, y),
      async close() {
        child.stdin.end();
        await Promise.all([ended, closed]);
      },
      async kill() {
        await Promise.all([kill(), closed]);
      },
    };
  },
};
