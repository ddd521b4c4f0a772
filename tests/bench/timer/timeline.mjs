// What should be heard and seen, and when: computed from the workout as it is stored, apart from the app's own code.
// The rules are those of src/session/timeline.rs and cue.rs, the stored form is that of src/store/v1.rs.

const COUNT_IN = 5;
const SWITCH = 5;
const EASE = 3;
const BREATH = [4, 5];

/** How each cue sounds (src/sound): what the ear calls it. */
const VOICES = {
  count: "90 ms 660 Hz", go: "320 ms 990 Hz", halfway: "210 ms 784 Hz", tenLeft: "210 ms 523 Hz", there: "110 ms 587 Hz",
  top: "110 ms 784 Hz", back: "110 ms 440 Hz", switch: "480 ms 587 Hz", end: "360 ms 880 Hz", restOver: "580 ms 660 Hz",
  finished: "900 ms 523 Hz",
};
const WORDS = { in: "Breathe in", out: "Breathe out", there: "There", top: "Hold", back: "Back", ease: "Ease" };

const payload = (text) => JSON.parse(text.split(".").slice(3).join("."));

/** Whether the stored countdown stands still, and what it holds: the instant of its end, or what is left of it. */
export function countdown(nowText) {
  const [, [, , , paused, value]] = payload(nowText);
  return { paused: paused === 1, value };
}

/** The phases of one set: kind, side, repetition, seconds. */
function phases([sets, target, first, second, , sided, rest, there, top, back, pause]) {
  const row = [];
  const push = (kind, side, rep, seconds) => seconds > 0 && row.push({ kind, side, rep, seconds });
  for (const side of sided ? ["left", "right"] : [""]) {
    if (side === "right") push("switch", side, 0, SWITCH); else push("countIn", side, 0, COUNT_IN);
    const count = target === 0 ? second : target === 2 ? 1 : first;
    for (let rep = 1; rep <= count; rep += 1) {
      const last = rep === count;
      if (target === 0) {
        push("there", side, rep, there);
        push("top", side, rep, top);
        push("back", side, rep, back);
        if (!last) push("ease", side, rep, pause);
      } else if (target === 1) {
        push("in", side, rep, BREATH[0]);
        push("out", side, rep, BREATH[1]);
      } else {
        push("hold", side, rep, target === 2 ? first : second);
        if (!last) push("ease", side, rep, EASE);
      }
    }
  }
  return row;
}

/** The cues of one stretch of time. */
function cuesOf({ kind, starts, ends, lastOfSet, lastOfAll }) {
  const length = ends - starts;
  const cues = [];
  const say = (at, name) => cues.push({ at, name, voice: VOICES[name] });
  const countDown = () => [3, 2, 1].forEach((left) => length >= left * 1000 && say(ends - left * 1000, "count"));
  if (kind === "rest") {
    if (length >= 30_000) say(ends - 10_000, "tenLeft");
    countDown();
    say(ends, "restOver");
  }
  if (kind === "countIn") countDown();
  if (kind === "switch") {
    say(starts, "switch");
    countDown();
  }
  if (kind === "hold") {
    say(starts, "go");
    if (length >= 20_000) {
      say(starts + length / 2, "halfway");
      countDown();
    }
  }
  const begins = { there: "there", in: "there", top: "top", back: "back", out: "back", ease: "end" }[kind];
  if (begins) say(starts, begins);
  if (lastOfSet) say(ends, lastOfAll ? "finished" : "end");
  return cues;
}

/** The stretches of time ahead if nobody does anything, from the texts of `yoke/run/plan` and `yoke/run/now`. */
export function ahead(planText, nowText) {
  const [, , , , , items] = payload(planText);
  const [, [stage, step, place, paused, ends, whole]] = payload(nowText);
  if (stage !== 1 && stage !== 2 || paused) throw new Error(`nothing runs: ${nowText}`);
  if (stage === 2) return [{ kind: "rest", starts: ends - whole, ends }];
  const spans = [];
  let at = ends - whole;
  const steps = items.flatMap(([, numbers], item) => Array.from({ length: numbers[0] }, () => ({ item, numbers })));
  for (const [nth, { item, numbers }] of steps.entries()) {
    const guided = numbers[11] === 1;
    if (nth < step) continue;
    if (nth > step && (!guided || steps[nth - 1].numbers[6] > 0)) break;
    const row = phases(numbers);
    for (const [which, phase] of row.entries()) {
      if (nth === step && which < place) continue;
      const first = nth === step && which === place;
      const starts = at;
      at += first ? whole : phase.seconds * 1000;
      const lastOfSet = which === row.length - 1;
      const lastOfAll = lastOfSet && nth === steps.length - 1;
      const line = `move ${item + 1} of ${items.length}`;
      spans.push({ ...phase, starts, ends: at, lastOfSet, lastOfAll, line, tempo: numbers[1] < 2 });
    }
  }
  return spans;
}

/** The cues of those stretches, from `from` (not included) on. */
export const cues = (spans, from = 0, to = Infinity) =>
  spans.flatMap(cuesOf).filter(({ at }) => at > from && at <= to).toSorted((one, other) => one.at - other.at);

/** Whether what stood on the screen of a led workout is what should stand there at `at`. */
export function isRight(seen, spans, at) {
  const span = spans.find(({ starts, ends }) => starts <= at && at < ends);
  if (!span) return false;
  const seconds = Math.ceil((span.ends - at) / 1000);
  const word = {
    countIn: span.side ? `Get ready, ${span.side}` : "Get ready", switch: `Switch to ${span.side}`,
    hold: span.side ? `Hold, ${span.side}` : "Hold",
  }[span.kind] ?? WORDS[span.kind];
  const number = span.tempo && span.rep > 0 ? span.rep : seconds;
  return seen.line === span.line && seen.word === word && seen.number === String(number);
}
