// Sets logged through the page, the whole browser killed right after the tick, and what is there after a restart.
import { withProfile } from "./engines.mjs";
import { person } from "./person.mjs";

/** The sets of a workout that have a weight and repetitions; when they are used up, the next workout begins. */
const SETS = 12;
const SETS_OF_AN_EXERCISE = 3;

/** The weight tells which set it was. */
const weight = (round) => 20 + (round % 400);
const logged = (round) => `${weight(round)} kg × 5`;

/** Begins the workout in which there is a set for each round. */
async function begin(user, url) {
  await user.open(`${url}#/programs/size-and-strength`);
  await user.tap("Session A");
  await user.tap("Start A");
}

/** Ends the workout; what it says of itself must have all its rounds. */
async function finish(user, rounds) {
  await user.tap("More");
  await user.tap("End this workout");
  await user.tap("Finish here");
  await user.heading("Session A, deadlift");
  for (let first = 0; first < rounds.length; first += SETS_OF_AN_EXERCISE) {
    await user.sees(rounds.slice(first, first + SETS_OF_AN_EXERCISE).map(logged).join(", "));
  }
  await user.tap("Save");
  await user.sees("Session B, rows");
}

/**
 * Logs a set and kills the browser, `count` times on one profile. Gives how many of the sets were there after the restart,
 * how many milliseconds after the tick the kills came, and the engine's version.
 */
export function killed(engine, count, url, tell = () => {}) {
  return withProfile(async (profile) => {
    const result = { kept: 0, delays: [], version: "" };
    // The rounds of the open workout whose sets are there.
    let open = [];
    for (let round = 0; round <= count; round += 1) {
      const device = await engine.launch(profile);
      result.version = device.version;
      try {
        const user = person(device);
        if (round === 0) await begin(user, url);
        else {
          await user.open(`${url}#/workout`);
          const set = open.length % SETS_OF_AN_EXERCISE + 1;
          // What is shown may be brought up to date until both stores agree; then it has the tick. A set that does not come is lost.
          const isThere = await user.safe(`Set ${set} logged: ${logged(round - 1)}`).then(() => true, () => false);
          if (isThere) {
            result.kept += 1;
            open.push(round - 1);
          }
          tell(result);
          if (open.length > 0 && round === count) await finish(user, open);
          if (round === count) break;
          if (open.length === SETS) {
            await finish(user, open);
            open = [];
            await begin(user, url);
          } else if (isThere) await user.tap("Skip rest");
        }
        const set = open.length % SETS_OF_AN_EXERCISE + 1;
        await user.button(`Log set ${set}`);
        await user.fill("Weight in kg", weight(round));
        await user.fill("Reps", 5);
        await user.tap(`Log set ${set}`);
        const tick = await user.safe(`Set ${set} logged: ${logged(round)}`);
        result.delays.push(Date.now() - tick);
      } finally {
        await device.kill();
      }
    }
    return result;
  });
}

/** The figure, for people: how many were kept, and how soon after the tick the kills came. */
export function figure({ name }, count, { kept, delays, version }) {
  const sorted = delays.toSorted((one, other) => one - other);
  const [middle, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${name} (${version}): ${kept} of ${count} sets kept; killed ${middle} ms after the tick, at most ${worst} ms`;
}
