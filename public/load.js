// Loads the module in two parts, in place of wasm-bindgen's own loader; the build moves this into the glue, which has the
// functions that it calls. First comes what the first screen needs; as soon as that stands, the rest is asked for and put
// together in short turns, and the whole module takes over: memory, tables and globals are the same. Taps wait for it; what else
// needs a function of the rest earlier has it put together at once. What came of it is kept in place of the first part, beside
// the other files of this version, so that later visits unpack nothing. Nothing depends on that.
import { fill } from "./forecast.js";
import { unpack } from "./unpack.js";

const WHOLE = "yoke-whole";
// The longest time in milliseconds for which the rest holds up the page.
const TURN = 8;

/** Does something with each cache that has this version's files; there is one, once the service worker has all of them. */
async function withCache(work) {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (await cache.match(import.meta.url)) await work(cache);
  }
}

/** The whole module in place of its first part: whoever asks for the file then gets it. */
async function keep(path, bytes) {
  await navigator.serviceWorker.ready;
  await withCache((cache) => cache.put(path, new Response(bytes, { headers: { "content-type": "application/wasm", [WHOLE]: "1" } })));
}

// Messages to oneself, because timeouts wait: in a row for four milliseconds each, in a hidden page for a second.
const { port1, port2 } = new MessageChannel();
/** Acts after what the page has to do. */
const after = (act) => {
  port1.onmessage = act;
  port2.postMessage(0);
};

/** Works until a moment, again and again, until all is done. */
const inTurns = (work, again) => new Promise((done, failed) => {
  const turn = () => {
    try {
      if (work(performance.now() + TURN)) done();
      else again(turn);
    } catch (error) {
      failed(error);
    }
  };
  turn();
});

/** The style sheet that the first screen does without. One rule holds it all, which every engine takes under the policy. */
function dress(css) {
  const { sheet } = document.getElementById("style");
  sheet.insertRule(`@media all{${new TextDecoder().decode(css)}}`, sheet.cssRules.length);
}

/** For a page of the version before: puts this one together while that page has nothing else to do, so that its first start
 * waits for nothing. */
async function prepare() {
  const [start, more] = await Promise.all(["{{START}}", "{{MORE}}"].map((name) => fetch(new URL(name, import.meta.url))));
  if (start.headers.has(WHOLE)) return;
  const parts = unpack(new Uint8Array(await start.arrayBuffer()));
  const turns = fill(new Uint8Array(await more.arrayBuffer()), parts);
  await inTurns((until) => {
    while (performance.now() < until) if (turns.next().done) return true;
  }, window.requestIdleCallback || setTimeout);
  await keep(start.url, parts.whole);
}

async function __wbg_init({ module_or_path }) {
  const more = new URL("{{MORE}}", import.meta.url);
  let file, turns, parts, tail, ended, stopped;
  const root = document.documentElement;
  const imports = __wbg_get_imports();
  const given = {{GIVEN}};
  Object.assign(imports.{{FROM}}, given, {
    // A function of the rest is needed now.
    ["{{LATE}}"]() {
      if (ended) return;
      try {
        if (!file) {
          const asked = new XMLHttpRequest();
          asked.open("GET", more, false);
          asked.overrideMimeType("text/plain; charset=x-user-defined");
          asked.send();
          file = Uint8Array.from(asked.response, (letter) => letter.charCodeAt(0));
        }
        go(1 / 0);
        take(new WebAssembly.Instance(new WebAssembly.Module(module()), imports));
      } catch (error) {
        // The page says what to do; see index.html.
        throw Object.assign(Error(error.message), { part: more });
      }
    },
  });
  /** Goes on with the rest until a moment; whether all of it is there. */
  const go = (until) => {
    if (!turns) {
      tail ||= parts.whole.slice(parts.to);
      turns = fill(file, parts);
    }
    try {
      while (performance.now() < until) {
        const { done, value } = turns.next();
        if (!done) continue;
        // What was taken out is given back once; the last piece is the style sheet.
        if (value) dress(value.pop()[1]);
        const memory = new Uint8Array(given["{{MEMORY}}"].buffer);
        // Zeros stay what they are: the start may have written there, where nothing was taken out.
        for (const [at, bytes] of value || []) bytes.forEach((byte, nth) => byte && (memory[{{DATA}} + at + nth] = byte));
        return true;
      }
    } catch (error) {
      // A damaged file is asked for again, and its traces go.
      parts.whole.set(tail, parts.to);
      file = turns = undefined;
      throw error;
    }
  };
  /** The whole module without its data, which the memory has. */
  const module = () => parts.whole.subarray(0, parts.to);
  const take = (instance) => {
    if (stopped) return;
    ended = true;
    wasm = instance.exports;
    delete root.dataset.part;
    // Not in the middle of a call.
    queueMicrotask(() => {
      free();
      dispatchEvent(new Event("yoke-whole"));
    });
  };
  // A tap before all is there waits for it, and holds up nothing meanwhile; what else comes with it is not heard of.
  let tapped;
  const wait = (event) => {
    const target = event.target.closest?.("a, button");
    event.stopImmediatePropagation();
    if (event.type !== "click" || !target) return;
    event.preventDefault();
    tapped?.removeAttribute("aria-busy");
    tapped = target;
    tapped.setAttribute("aria-busy", true);
  };
  const listen = (change) => ["click", "pointerdown", "keydown", "focus", "visibilitychange"].forEach((type) => change(type, wait, true));
  const free = () => {
    listen(removeEventListener);
    tapped?.removeAttribute("aria-busy");
    tapped?.click();
  };

  // After a fault nothing of the app is to run on, and write; see index.html.
  addEventListener("yoke-stop", () => {
    listen(removeEventListener);
    stopped = true;
    wasm = new Proxy({}, { get: () => () => 0 });
  });
  // Where this fails, whoever needs a function of the rest tries again.
  const bring = async () => {
    const bytes = new Uint8Array(await (await fetch(more)).arrayBuffer());
    file ||= bytes;
    // Whoever waits for it waits less if the turns are longer.
    await inTurns((until) => ended || go(until + (tapped ? 32 : 0)), after);
    if (!ended) {
      const { instance } = await WebAssembly.instantiate(module(), imports);
      if (!ended) take(instance);
    }
    const { whole } = parts;
    file = turns = parts = tail = undefined;
    await keep(module_or_path, whole);
  };

  let response = await fetch(module_or_path);
  if (response.headers.has(WHOLE)) {
    const whole = await WebAssembly.instantiateStreaming(response, imports).catch(() => {});
    if (whole) {
      dress(WebAssembly.Module.customSections(whole.module, "{{STYLE}}")[0]);
      ended = true;
      // What the page has to do meanwhile is done between the two.
      await new Promise(after);
      return __wbg_finalize_init(whole.instance);
    }
    await withCache((cache) => cache.delete(module_or_path));
    response = await fetch(module_or_path, { cache: "reload" });
  }
  // What is only nice to have waits until all is there.
  root.dataset.part = "";
  parts = unpack(new Uint8Array(await response.arrayBuffer()));
  const { instance } = await WebAssembly.instantiate(parts.start, imports);
  __wbg_finalize_init(instance);
  listen(addEventListener);
  bring().catch(free);
}
