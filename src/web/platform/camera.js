// The camera as a mirror, live or some seconds late. Pictures are kept in memory for as long as they are late, and nowhere else.
// Each change of how it stands is told by an event of the window, yoke-camera.
const KEPT_MS = 10_000;
const EACH_MS = 80;
// Off, on, refused, none there, in use elsewhere.
const [OFF, ON, REFUSED, NONE, BUSY] = [0, 1, 2, 3, 4];
const faults = { NotAllowedError: REFUSED, SecurityError: REFUSED, NotReadableError: BUSY, AbortError: BUSY };

let stream, wanted = 0, state = OFF, late_ms = 0, pictures = [];
const tell = (now) => {
  state = now;
  dispatchEvent(new Event("yoke-camera"));
};
export const camera_state = () => state;
export const camera_late = (seconds) => { late_ms = seconds * 1000; };

const let_go = () => {
  wanted += 1;
  stream?.getTracks().forEach((track) => track.stop());
  for (const { picture } of pictures) picture.close();
  stream = undefined;
  pictures = [];
};
export const camera_off = () => {
  let_go();
  if (state === ON) tell(OFF);
};

export const camera_on = async (front) => {
  // What was seen last stays until the other camera has its first picture.
  let_go();
  const mine = wanted;
  try {
    const got = await navigator.mediaDevices.getUserMedia({ video: { facingMode: front ? "user" : "environment" } });
    // Whoever has left the page meanwhile wants none.
    if (mine !== wanted) return got.getTracks().forEach((track) => track.stop());
    stream = got;
    const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true, srcObject: got });
    await video.play();
    if (mine !== wanted) return;
    got.getTracks()[0].onended = () => mine === wanted && (let_go(), tell(BUSY));
    tell(ON);
    let last = 0;
    const draw = async () => {
      if (mine !== wanted) return;
      requestAnimationFrame(draw);
      const now = performance.now();
      if (now - last < EACH_MS || !video.videoWidth) return;
      last = now;
      const picture = await createImageBitmap(video, { resizeHeight: 360, resizeWidth: Math.round(360 * video.videoWidth / video.videoHeight) });
      if (mine !== wanted) return picture.close();
      pictures.push({ now, picture });
      while (pictures[0].now < now - KEPT_MS) pictures.shift().picture.close();
      // Until there are pictures that old, the oldest one stands still.
      const shown = (pictures.findLast(({ now: taken }) => taken <= now - late_ms) || pictures[0]).picture;
      const canvas = document.querySelector(".cam canvas");
      if (!canvas) return;
      canvas.width = shown.width;
      canvas.height = shown.height;
      canvas.getContext("2d").drawImage(shown, 0, 0);
    };
    draw();
  } catch (error) {
    if (mine === wanted) tell(faults[error.name] || NONE);
  }
};
