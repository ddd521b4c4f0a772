// The way to the home screen. What the browser would ask by itself is kept until the person wants it.
let offer;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
});

// It runs from there; by the browser's own question; by Safari's Share; by a menu, if there is one.
export const way_home = () => {
  if (navigator.standalone || !matchMedia("(display-mode: browser)").matches) return 0;
  if (offer) return 1;
  return navigator.standalone === false && navigator.maxTouchPoints > 1 ? 2 : 3;
};
export const install = () => {
  offer?.prompt().catch(() => {});
  offer = undefined;
};
