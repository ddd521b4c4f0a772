// What the browser promises and keeps later: the screen lock, the share sheet, the clipboard. How it went is told by events of
// the window: yoke-awake and yoke-shared.
const tell = (what) => dispatchEvent(new Event(`yoke-${what}`));

/** Nobody waits for it, and a refusal is no error of ours. */
export const forget = (promise) => { promise.catch(() => {}); };

// Off, on, refused, absent.
let awake = 0;
let wanted = false;
let held;
export const how_awake = () => awake;
export const keep_on = async () => {
  wanted = true;
  if (held && !held.released) return;
  awake = 3;
  if (navigator.wakeLock) {
    try {
      const lock = await navigator.wakeLock.request("screen");
      // Asked for and given up meanwhile: let it go at once.
      if (!wanted) return lock.release();
      held = lock;
      awake = 1;
    } catch {
      awake = 2;
    }
  }
  tell("awake");
};
export const let_go = () => {
  wanted = false;
  awake = 0;
  if (held) forget(held.release());
  held = undefined;
};

// Taken, copied, or neither.
let shared = 0;
export const how_shared = () => shared;
export const hand_on = async (kind, text) => {
  shared = 0;
  try {
    if (navigator.share) return await navigator.share({ [kind]: text }), tell("shared");
  } catch ({ name }) {
    // The person closed the sheet.
    if (name === "AbortError") return tell("shared");
  }
  shared = await navigator.clipboard?.writeText(text).then(() => 1, () => 2) ?? 2;
  tell("shared");
};
