// The controls of the lock screen and of headphones.
const { mediaSession: session } = navigator;
export const has_controls = () => !!session;

/** Gives the buttons to `answer`, or back to the browser. */
export const listen = (answer) => {
  // With the last two the lock screen would show ten seconds back and forth instead of the others.
  for (const action of session ? ["nexttrack", "previoustrack", "pause", "play", "seekbackward", "seekforward"] : []) {
    // A browser that does not know a button refuses it.
    try { session.setActionHandler(action, action.startsWith("seek") ? null : answer); } catch {}
  }
};
const place = (...state) => { try { session.setPositionState(...state); } catch {} };
export const show = (anew, title, artist, duration, position, paused) => {
  if (anew) session.metadata = new MediaMetadata({ title, artist, album: "Yoke" });
  session.playbackState = paused ? "paused" : "playing";
  place({ duration, position, playbackRate: 1 });
};
export const clear = () => {
  if (!session) return;
  session.metadata = null;
  session.playbackState = "none";
  place();
  listen(null);
};
