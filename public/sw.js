// The service worker: the whole app is kept on the phone, one version at a time.
// The build fills in VERSION and FILES; both change with any byte of the app.
// A version is taken as a whole or not at all: one missing file leaves the old one working.
const VERSION = "{{VERSION}}";
const FILES = {{FILES}};
const HOME = new URL("./", self.registration.scope).href;
const OURS = `yoke ${new URL(HOME).pathname} `;
const CACHE = OURS + VERSION;

self.addEventListener("install", (event) => {
  const fresh = FILES.map(([file, integrity]) => new Request(new URL(file, HOME), { cache: "reload", integrity }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OURS) && name !== CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
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
      .then((cache) => cache.match(wanted, { ignoreSearch: true }))
      .then((kept) => kept || fetch(request)),
  );
});
