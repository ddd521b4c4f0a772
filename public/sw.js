// The service worker: the whole app is kept on the phone, each version by itself.
// The build fills in VERSION and FILES; both change with any byte of the app.
// A version is taken as a whole or not at all: one missing file leaves the old one working. A new one waits until no page is
// open, or until it is asked for; the files of the old one stay for as long as one of its pages may want them.
const VERSION = "{{VERSION}}";
const FILES = {{FILES}};
const HOME = new URL("./", self.registration.scope).href;
const OURS = `yoke ${new URL(HOME).pathname} `;
const CACHE = OURS + VERSION;
const OPTIONS = { ignoreSearch: true };

/** Other versions go, if no page is open but one of this version that says so. */
const tidy = async (asking) => {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // What comes next has its files already.
  if (self.registration.installing || self.registration.waiting) return;
  if (pages.some(({ id, url }) => id !== asking && url.startsWith(HOME))) return;
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
};

self.addEventListener("install", (event) => {
  const fresh = FILES.map(([file, integrity]) => new Request(new URL(file, HOME), { cache: "reload", integrity }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));

// A page says which file it runs from, or, with nothing, that this version is to take over.
self.addEventListener("message", (event) => {
  if (!event.data) self.skipWaiting();
  else if (FILES.some(([file]) => HOME + file === event.data)) event.waitUntil(tidy(event.source.id));
});

// A reminder was tapped: back to the page that showed it.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: "window" }).then(([page]) => (page ? page.focus() : self.clients.openWindow(HOME))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  const wanted = request.mode === "navigate" ? HOME : request;
  event.respondWith(
    caches.open(CACHE)
      .then((cache) => cache.match(wanted, OPTIONS))
      .then((kept) => kept || caches.match(wanted, OPTIONS))
      .then((kept) => kept || fetch(request)),
  );
});
