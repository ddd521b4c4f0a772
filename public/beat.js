// Beats for a page that is hidden: the timers of a worker are not held back. The page says how often, in milliseconds.
let beat;
self.onmessage = ({ data }) => {
  clearInterval(beat);
  beat = setInterval(() => self.postMessage(0), data);
};
