// Put into the page before the app: hears every cue that the app hands to Web Audio, and what the screen says after
// waking. Beside it runs the timer that people write first: it counts the ticks of a `setInterval`.

/** To be handed to `addInitScript`: it must stand for itself. Everything heard is taken away by `ear.take()`. */
export function ear() {
  const PITCHES = [440, 523, 587, 660, 784, 880, 990];
  const life = performance.timeOrigin;
  const contexts = [];
  const naives = new Set();
  const nodes = new WeakMap();
  let heard = { plays: [], stops: [], sights: [], wakings: [] };
  let next = 0;

  /** `performance.now()` as wall-clock time; `Date.now()` is cut to whole milliseconds. */
  const wall = (at = performance.now()) => Date.now() + 0.5 + at - performance.now();

  // The audio clock against the wall clock, at the moment a sample leaves the page.
  const clocks = () => contexts.map((context, nth) => {
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    return { life, context: nth, audio: contextTime * 1000, wall: wall(performanceTime), latency: context.outputLatency * 1000 };
  });
  const RealContext = window.AudioContext;
  window.AudioContext = class AudioContext extends RealContext {
    constructor(...options) {
      super(...options);
      contexts.push(this);
    }
  };

  /** Which cue a buffer is: its length, and the pitch of its first tone. */
  const strength = (samples, rate, pitch) => {
    let [real, imaginary] = [0, 0];
    for (let nth = 0; nth < samples.length; nth += 1) {
      const angle = 2 * Math.PI * pitch * nth / rate;
      real += samples[nth] * Math.cos(angle);
      imaginary += samples[nth] * Math.sin(angle);
    }
    return real * real + imaginary * imaginary;
  };
  const voice = ({ buffer }) => {
    const start = buffer.getChannelData(0).subarray(0, buffer.sampleRate * 0.08);
    const pitch = PITCHES.toSorted((one, other) => strength(start, buffer.sampleRate, other) - strength(start, buffer.sampleRate, one))[0];
    return `${Math.round(buffer.duration * 1000)} ms ${pitch} Hz`;
  };

  /** `meant` is the moment on the wall clock for which whoever starts it means it. */
  const note = (node, when, about) => {
    const id = next++;
    const now = node.context.currentTime;
    nodes.set(node, id);
    heard.plays.push({
      life, id, context: contexts.indexOf(node.context), at: Math.max(when, now) * 1000, said: wall(),
      meant: wall() + Math.max(when - now, 0) * 1000, length: node.buffer.duration * 1000, ...about,
    });
  };
  const { start } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (when = 0, ...rest) {
    start.call(this, when, ...rest);
    note(this, when, { by: "app", voice: voice(this) });
  };
  const { stop } = AudioScheduledSourceNode.prototype;
  AudioScheduledSourceNode.prototype.stop = function (...when) {
    stop.apply(this, when);
    if (nodes.has(this)) heard.stops.push({ life, id: nodes.get(this), at: this.context.currentTime * 1000 });
  };

  // What stands on the screen, each time it is painted anew, for some seconds from a waking on.
  const text = (selector) => document.querySelector(selector)?.textContent ?? "";
  const sight = () => ({
    line: text(".timed-head .rowt"), word: text(".word"), number: text(".tempo-head .n") || text(".ring-wrap .big1"),
  });
  let looking = 0;
  let painting = false;
  const look = () => {
    if (painting || performance.now() > looking) return;
    painting = true;
    requestAnimationFrame(() => setTimeout(() => {
      painting = false;
      heard.sights.push({ at: wall(), ...sight() });
    }));
  };
  const wake = (why) => {
    heard.wakings.push({ at: wall(why === "load" ? 0 : undefined), why });
    looking = performance.now() + 10_000;
    look();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  document.addEventListener("resume", () => wake("resume"));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake("visible"));
  wake("load");

  /** The naive timer: `offsets` are its deadlines in milliseconds from now. It is silent, but it plays. */
  const naive = (offsets) => {
    const context = new AudioContext();
    naives.add(context);
    const gain = context.createGain();
    gain.gain.value = 0;
    gain.connect(context.destination);
    const buffer = context.createBuffer(1, context.sampleRate / 10, context.sampleRate);
    const begun = wall();
    let [seconds, done] = [0, 0];
    setInterval(() => {
      seconds += 1;
      for (; done < offsets.length && offsets[done] <= seconds * 1000; done += 1) {
        const node = new AudioBufferSourceNode(context, { buffer });
        node.connect(gain);
        start.call(node);
        note(node, context.currentTime, { by: "naive", nth: done });
      }
    }, 1000);
    window.ear.seconds = () => ({ counted: seconds, really: (wall() - begun) / 1000 });
    return begun;
  };

  const take = () => {
    const taken = { ...heard, clocks: clocks() };
    heard = { plays: [], stops: [], sights: [], wakings: [] };
    return taken;
  };
  /** Whether the app has a sound that runs. */
  const sounds = () => contexts.some((context) => !naives.has(context) && context.state === "running");
  window.ear = { naive, take, sounds, seconds: () => null };
}
