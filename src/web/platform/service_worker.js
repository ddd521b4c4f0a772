// The service worker, and what becomes of a new version. That one waits is told by an event of the window, yoke-update.
const workers = navigator.serviceWorker;
// Once no other page is open, the files of other versions can go.
workers?.controller?.postMessage(import.meta.url);

// Has what waits put together by its own means (public/load.js), before it is used.
const prepare = async () => {
  const folder = (url) => new URL(".", url).href;
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (url.endsWith(".js") && url !== import.meta.url && folder(url) === folder(import.meta.url)) await (await import(url)).prepare();
    }
  }
};

// Without it (an old browser, plain http, some private windows) the app works all the same, but only online.
export const register = async () => {
  try {
    const found = await workers.register("sw.js");
    const look = async () => {
      // The first version of all takes over by itself.
      if (!found.active || !found.waiting) return;
      // Where this fails it is only slower.
      await prepare().catch(() => {});
      dispatchEvent(new Event("yoke-update"));
    };
    const follow = () => found.installing?.addEventListener("statechange", look);
    found.onupdatefound = follow;
    follow();
    look();
  } catch {}
};
export const update = async () => {
  const found = await workers.getRegistration();
  // Another page did it already.
  if (!found?.waiting) return location.reload();
  found.waiting.onstatechange = () => location.reload();
  found.waiting.postMessage("");
};
