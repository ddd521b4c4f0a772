// From what was heard to figures: each cue that sounded is held against the deadline it was meant for.

/** How far from its deadline, in milliseconds, a cue may be meant and still be the cue of that deadline. */
const NEAR = 1_500;
/** So near it is that of this deadline and of no other. */
const EXACT = 100;

const among = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/**
 * The moment on the wall clock at which each play was heard, or none if it was not. Between two looks at the audio
 * clock that do not agree the clock is taken to have stood still first and to have gone on then, as it does when a
 * page is frozen.
 */
export function sounded({ plays, stops, clocks, lives }) {
  return plays.flatMap((play) => {
    const looks = clocks.filter(({ life, context }) => life === play.life && context === play.context);
    const stop = stops.find(({ life, id }) => life === play.life && id === play.id);
    if (stop && stop.at <= play.at) return [];
    const after = looks.find(({ audio }) => audio >= play.at) ?? looks.at(-1);
    if (!after) return [];
    const heard = after.wall + play.at - after.audio;
    const dies = lives.get(play.life) ?? Infinity;
    return heard < dies ? [{ ...play, heard }] : [];
  });
}

/** `deadlines` are `{ at, voice }` or, for the naive timer, `{ at, nth }`; `asleep(at)` says whether the page was away. */
export function figures(deadlines, heard, asleep) {
  const hits = deadlines.map(() => []);
  const stray = [];
  for (const play of heard) {
    const fits = deadlines.map((deadline, nth) => ({ nth, far: Math.abs(play.meant - deadline.at), deadline }))
      .filter(({ deadline, far }) => play.by === "naive" ? deadline.nth === play.nth : deadline.voice === play.voice && far < NEAR)
      .toSorted((one, other) => one.far - other.far);
    const fit = fits[0]?.far < EXACT ? fits[0] : fits.find(({ nth }) => hits[nth].length === 0) ?? fits[0];
    if (fit) hits[fit.nth].push(play); else stray.push(play);
  }
  const errors = deadlines.flatMap(({ at }, nth) => hits[nth].slice(0, 1).map(({ heard }) => heard - at));
  const sizes = errors.map(Math.abs).toSorted((one, other) => one - other);
  const silent = deadlines.filter((_, nth) => hits[nth].length === 0);
  const missed = silent.filter(({ at }) => !asleep(at));
  return {
    due: deadlines.length,
    median: among(errors.toSorted((one, other) => one - other), 0.5),
    p99: among(sizes, 0.99),
    max: sizes.at(-1),
    missed,
    asleep: silent.length - missed.length,
    doubled: deadlines.filter((_, nth) => hits[nth].length > 1),
    late: deadlines.flatMap((deadline, nth) => hits[nth].map(({ heard, said }) => ({ ...deadline, error: heard - deadline.at, said: said - deadline.at })))
      .filter(({ error }) => Math.abs(error) > 250),
    stray,
  };
}
