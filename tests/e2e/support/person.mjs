// The app as a person uses it, in any engine: by role and name, by what can be read, and by a press where a finger would
// press. Everything is looked for anew with each frame until it is there.

const PATIENCE = 20_000;

/** Runs in the page, so it stands alone. Answers once what is looked for is there; throws with what was on screen if it never is. */
async function inPage(patience, what, ...given) {
  const ROLES = { button: "button", link: "a[href]", heading: "h1", textbox: "input", img: "[role=img]" };
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const screen = () => plain(document.body?.innerText ?? "");
  const says = (text) => screen().includes(text);
  const isSeen = (it) => it.checkVisibility({ visibilityProperty: true });
  const name = (it) => plain(it.getAttribute("aria-label") ?? it.labels?.[0]?.innerText ?? it.innerText);
  const find = (role, called) => [...document.querySelectorAll(ROLES[role])].find((it) => isSeen(it) && name(it) === called);
  let before;
  const looks = {
    there: (role, called) => Boolean(find(role, called)),
    says,
    /** A set as logged, and the tick that says that it is safe. */
    safe: (text) => says(text) && find("img", "Saved") && Date.now(),
    /** Where to press: the middle of a thing that stood still for a frame and that takes presses there. */
    spot(role, called) {
      const it = find(role, called);
      if (!it || it.disabled) return null;
      it.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = it.getBoundingClientRect();
      const at = [x + width / 2, y + height / 2];
      const stands = String(at) === String(before);
      before = at;
      return stands && it.contains(document.elementFromPoint(...at)) && at;
    },
    fill(called, text) {
      const it = find("textbox", called);
      if (!it) return false;
      it.focus();
      it.select();
      return document.execCommand("insertText", false, text) && it.value === text;
    },
    /** The minutes and seconds before a word, at the moment at which they change. */
    ticks(word) {
      const now = new RegExp(`(\\d+):(\\d\\d) ${word}`).exec(screen());
      const ticked = before && now && now[0] !== before;
      before = now?.[0];
      return ticked && { seconds: now[1] * 60 + Number(now[2]), at: Date.now() };
    },
    kept: () => navigator.serviceWorker.ready.then(({ active }) => active.state === "activated"),
  };
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await looks[what](...given);
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`in vain: ${what} ${given.join(", ")}; on screen: ${screen()}`);
}

/** A person at a device; see engines.mjs. */
export function person(device) {
  const look = (...all) => device.ask(`(${inPage})(${[PATIENCE, ...all].map((it) => JSON.stringify(it)).join(", ")})`);
  return {
    open: (url) => device.open(url),
    reload: () => device.reload(),
    sees: (text) => look("says", text),
    heading: (called) => look("there", "heading", called),
    button: (called) => look("there", "button", called),
    async tap(called, role = "button") {
      await device.press(...await look("spot", role, called));
    },
    fill: (called, value) => look("fill", called, String(value)),
    /** Waits until the text of a logged set stands there with the tick that says that it is safe; the moment of it. */
    safe: (text) => look("safe", text),
    /** Waits until the countdown before a word shows another second: how many are left, and the moment of it. */
    ticks: (word) => look("ticks", word),
    /** Waits until the service worker has the whole app. */
    kept: () => look("kept"),
  };
}
