// The journal in IndexedDB, and the lock that makes one page the writer. What happens here is told by events of the window:
// yoke-lock (this page may write, or no longer), yoke-read (the journal was read), yoke-saved (a batch is safe, or was
// refused), yoke-changed (another page wrote), yoke-copy (a copy was read).
const tell = (what) => dispatchEvent(new Event(`yoke-${what}`));
const { locks } = navigator;

// Which of this page's requests holds the lock; 0 if none does. Without locks every page writes.
let holds = locks ? 0 : 1;
let requests = 1;
const hold = (options) => new Promise((done) => {
  const request = ++requests;
  locks.request("yoke", options, () => {
    holds = request;
    tell("lock");
    done();
    return new Promise(() => {}); // for the page's life, or until it is stolen
  }).catch(({ name }) => {
    if (name !== "AbortError") holds = 1; // the browser gives no locks after all
    else if (holds === request) {
      holds = 0;
      tell("lock");
    }
    done();
  });
});
const pause = (millis) => new Promise((done) => setTimeout(done, millis));
let waits;
/** Stands in line for the lock, until the end of a promise. */
const patiently = async (until) => {
  if (holds || waits) return;
  const line = waits = new AbortController();
  until.then(() => line.abort());
  await hold({ signal: line.signal });
  waits = 0;
};

// Who takes over asks first: the page that writes stops, lets its last batch become safe, and says so.
const others = locks && new BroadcastChannel("yoke");
let asking = 0;
const take = () => {
  if (!asking) return;
  clearTimeout(asking);
  asking = 0;
  hold({ steal: true });
};
export const seize = () => {
  asking ||= setTimeout(take, 1000); // the other page may be frozen
  others.postMessage("ask");
};
export const leads = () => holds > 0;

if (locks) {
  others.onmessage = async ({ data }) => {
    if (data !== "ask") take();
    else if (holds) {
      holds = 0;
      tell("lock");
      await work;
      others.postMessage("free");
    }
  };
  const retry = () => asking || document.hidden || patiently(pause(300));
  addEventListener("focus", retry);
  document.addEventListener("visibilitychange", retry);
}

// Another page's writes come one by one; they are read at once.
let due = 0;
export const changed = () => {
  due ||= setTimeout(() => {
    due = 0;
    tell("changed");
  }, 50);
};
const isOurs = (key) => key.startsWith("yoke/");
addEventListener("storage", ({ key }) => (key === null || isOurs(key)) && changed());

// The journal, and copies of earlier days, each a backup under a name.
const STORES = ["now", "days"];
let base;
const open = () => base ??= new Promise((yes, no) => {
  setTimeout(no, 5000); // some browsers never answer
  const asked = indexedDB.open("yoke", 2);
  asked.onupgradeneeded = () => STORES.forEach((name) => {
    const { result } = asked;
    if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
  });
  asked.onsuccess = () => yes(asked.result);
  asked.onerror = no;
});
const answer = (request) => new Promise((yes, no) => {
  request.onsuccess = () => yes(request.result);
  request.onerror = no;
});

// What differs between the two stores: a key, what the journal has or "", the next key. Of twenty years of training all but
// nothing does, and the rest need not be handed over.
let texts;
let names;
export const read = async () => {
  try {
    const [now, days] = STORES.map(((all) => (name) => all.objectStore(name))((await open()).transaction(STORES)));
    const asked = [now.getAllKeys(), now.getAll(), days.getAllKeys()];
    const [keys, values, copies] = await Promise.all(asked.map(answer));
    names = copies;
    const known = new Map(keys.map((key, nth) => [key, values[nth]]));
    for (const key of Object.keys(localStorage)) if (isOurs(key) && !known.has(key)) known.set(key, "");
    texts = [...known].filter(([key, text]) => localStorage.getItem(key) !== text).flat();
  } catch {
    texts = null;
  }
  tell("read");
};
export const is_there = () => !!texts;
export const next = () => texts.shift();
export const next_name = () => names?.shift();
let copy;
export const recall = async (name) => {
  copy = await open().then((all) => answer(all.transaction("days").objectStore("days").get(name))).catch(() => "");
  tell("copy");
};
export const recalled = () => copy;

// What waits to be written, and the writing of it; one transaction for all that came in one go.
let batch = [];
let work;
const flush = async () => {
  while (batch.length) {
    const sent = batch;
    batch = [];
    try {
      const all = (await open()).transaction(STORES, "readwrite", { durability: "strict" });
      const safe = new Promise((yes, no) => {
        all.oncomplete = yes;
        all.onabort = no;
      });
      for (const [key, text] of sent) {
        const store = all.objectStore(STORES[+!isOurs(key)]);
        if (text) store.put(text, key);
        else store.delete(key);
      }
      await safe;
    } catch {
      // Tried again with the next write, on a connection of its own.
      base = undefined;
      batch = [...sent, ...batch];
      break;
    }
  }
  work = undefined;
  tell("saved");
};
export const put = (key, text) => {
  if (!texts) return;
  batch.push([key, text]);
  work ??= Promise.resolve().then(flush);
};
export const is_saved = () => !work && !batch.length;

export const persist = () => navigator.storage?.persist?.();

// The start waits until this page has the lock or another is known to have it; at most three seconds.
const another = async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    await pause(300);
    if ((await locks.query()).held.some(({ name }) => name === "yoke")) return;
  }
};
if (locks) {
  const known = another();
  // A page that is being reloaded gives its lock up a moment after the new one asks for it; on a busy phone that takes seconds.
  const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload";
  await Promise.race([patiently(reloaded ? pause(10_000) : known), known]);
}
