// A program in a process group of its own, the only kind that can be killed as a whole.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";

// A signal that ends this process ends what it started as well.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** Whether a file is there and can be run. */
export function runs(path) {
  try { accessSync(path, constants.X_OK); return true; } catch { return false; }
}

/**
 * Starts a program that is killed with this one at the latest. `said` waits for what a pattern finds on its standard error;
 * `told` has all of that so far; `kill` ends it and all that it started at once, without a word to them, and waits until it
 * is gone; `ended` only waits.
 */
export function alone(command, args, { env, stdio = ["ignore", "ignore", "pipe"] } = {}) {
  const child = spawn(command, args, { stdio, detached: true, env: { ...process.env, ...env } });
  let all = "";
  child.stderr.on("data", (chunk) => { all += chunk; });
  const end = () => {
    try { process.kill(-child.pid, "SIGKILL"); } catch { /* it is gone */ }
  };
  process.once("exit", end);
  const ended = new Promise((done) => {
    child.once("exit", done);
    child.once("error", done);
  }).then(() => process.off("exit", end));
  const said = (pattern) => new Promise((done, fail) => {
    const look = () => {
      const found = pattern.exec(all);
      if (found) done(found);
    };
    child.stderr.on("data", look);
    ended.then(() => fail(new Error(`${command} ended: ${all}`)));
    look();
  });
  const kill = () => {
    end();
    return ended;
  };
  return { child, said, told: () => all, kill, ended };
}
