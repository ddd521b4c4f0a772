// Chromium, Firefox and WebKitGTK, each started as a whole on a profile of its own: nothing is lost, also not with the
// process; it works offline; the time that is left is right.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, serve, withProfile } from "./support/engines.mjs";
import { figure, killed } from "./support/kills.mjs";
import { person } from "./support/person.mjs";

const KILLS = Number(process.env.KILLS ?? 4);

/** Does something with a device, which is closed in good order, or killed if that goes wrong. */
async function withDevice(engine, profile, act) {
  const device = await engine.launch(profile);
  try {
    await act(person(device), device);
  } catch (error) {
    await device.kill();
    throw error;
  }
  await device.close();
}

/** What a countdown shows later must be what it showed before, less the time between. */
function holds(before, later) {
  const passed = (later.at - before.at) / 1000;
  const off = before.seconds - later.seconds - passed;
  assert.ok(Math.abs(off) <= 1, `${before.seconds} s left, ${passed} s later ${later.seconds} s`);
}

for (const engine of ENGINES) {
  /** A test that needs the engine; a machine without it says so. */
  const inEngine = (title, limit, act) => test(`${engine.name}: ${title}`, { timeout: limit }, async (t) => {
    const lack = engine.missing();
    if (lack) t.skip(`${engine.name} cannot be started: ${lack}`);
    else await act(t);
  });

  inEngine("a set is there after a reload and a restart without a server, and countdowns are right to the second", 90_000, async (t) => {
    const { url, stop } = await serve();
    await withProfile(async (profile) => {
      let resting;
      await withDevice(engine, profile, async (user, { version }) => {
        t.diagnostic(`${engine.name} ${version}`);
        await user.open(`${url}#/programs/size-and-strength`);
        await user.tap("Start A");
        await user.fill("Weight in kg", 80);
        await user.fill("Reps", 5);
        await user.tap("Log set 1");
        await user.safe("Set 1 logged: 80 kg × 5");
        resting = await user.ticks("Next");
        await user.reload();
        await user.safe("Set 1 logged: 80 kg × 5");
        holds(resting, await user.ticks("Next"));
        await user.kept();
      });

      await stop();
      await assert.rejects(fetch(url), "the server is gone");
      await withDevice(engine, profile, async (user) => {
        await user.open(`${url}#/workout`);
        await user.safe("Set 1 logged: 80 kg × 5");
        holds(resting, await user.ticks("Next"));
        await user.tap("More");
        await user.tap("End this workout");
        await user.tap("Finish here");
        await user.tap("Save");
        await user.sees("Session B, rows");

        await user.tap("Timers", "link");
        await user.tap("Tabata");
        await user.tap("Start");
        await user.heading("Get ready");
        const running = await user.ticks("left");
        await user.reload();
        holds(running, await user.ticks("left"));
      });
    }).finally(stop);
  });

  inEngine(`killed right after the tick it still has the set, ${KILLS} times`, 60_000 + KILLS * 25_000, async (t) => {
    const { url, stop } = await serve();
    const result = await killed(engine, KILLS, url).finally(stop);
    t.diagnostic(figure(engine, KILLS, result));
    assert.equal(result.kept, KILLS);
  });
}
