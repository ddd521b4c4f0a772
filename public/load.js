// Loads the module, in place of wasm-bindgen's own loader; the build moves this into the glue, which has the functions that
// it calls. The first visit unpacks while the file is on its way. What came of it is kept in place of the packed file,
// beside the other files of this version, so that later visits unpack nothing. Nothing depends on that: without a service
// worker or a cache, or with a kept module that is broken, the packed file is loaded and unpacked again.
import { unpack } from "./unpack.js";

const PLAIN = "yoke-plain";
// The longest time in milliseconds for which unpacking holds up the page.
const TURN = 10;

/** Does something with each cache that has this version's files; there is one, once the service worker has all of them. */
async function withCache(work) {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(import.meta.url)) await work(cache);
  }
}

/** The unpacked module in place of the packed one: whoever asks for the file then gets it. */
async function keep(path, bytes) {
  await navigator.serviceWorker.ready;
  await withCache((cache) => cache.put(path, new Response(bytes, { headers: { "content-type": "application/wasm", [PLAIN]: "1" } })));
}

async function __wbg_init({ module_or_path }) {
  const imports = __wbg_get_imports();
  let response = await fetch(module_or_path);
  if (response.headers.has(PLAIN)) {
    try {
      const { instance, module } = await WebAssembly.instantiateStreaming(response, imports);
      return __wbg_finalize_init(instance, module);
    } catch {
      await withCache((cache) => cache.delete(module_or_path));
      response = await fetch(module_or_path, { cache: "reload" });
    }
  }
  const reader = response.body.getReader();
  const { port1, port2 } = new MessageChannel();
  let due = 0;
  const bytes = await unpack(async (more) => {
    if (performance.now() > due) {
      await new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
      due = performance.now() + TURN;
    }
    return more ? (await reader.read()).value : undefined;
  });
  const { instance, module } = await WebAssembly.instantiate(bytes, imports);
  // Whoever refuses to keep it gets it unpacked again.
  keep(module_or_path, bytes).catch(() => null);
  return __wbg_finalize_init(instance, module);
}
