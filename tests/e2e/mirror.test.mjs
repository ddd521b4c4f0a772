// The form check: the camera as a mirror, live and late, with the browser's fake device; and without a camera.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, QUIET } from "./support/chromium.mjs";
import { app, open, phone, picture, start } from "./support/app.mjs";

let world, filmed;
before(async () => {
  world = await start();
  filmed = await chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"] });
});
after(async () => { await filmed.close(); await world.close(); });

const canvas = (page) => page.getByRole("img", { name: "You, in the camera" });
/** Whether the picture is there, and is not one colour. */
const shows = (page) => page.waitForFunction(() => {
  const canvas = document.querySelector(".cam canvas");
  if (!canvas || !canvas.width) return false;
  return new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size > 20;
});

test("the camera shows one live and some seconds late, and is let go of with the page", async () => {
  const { context, page, problems } = await phone(filmed, { permissions: ["camera"] });
  await page.addInitScript(() => {
    const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    window.tracks = [];
    navigator.mediaDevices.getUserMedia = async (what) => {
      const stream = await asked(what);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  });
  const yoke = app(page);
  await open(page, `${world.url}#/exercises/barbell-row`);
  await page.getByRole("link", { name: "Form check" }).click();
  await yoke.heading("Barbell row").waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => window.tracks.length), 0, "no camera before it is asked for");
  await yoke.tap("Start the camera");
  await canvas(page).waitFor();
  await shows(page);
  await yoke.tap("Grid");
  await picture(page, "mirror");
  // The fake device moves all the time. Ten seconds late there is nothing that old yet: the oldest picture stands still.
  await yoke.tap("10 s");
  await page.evaluate(() => new Promise((done) => {
    let before = "", same = 0;
    const look = () => {
      const now = document.querySelector(".cam canvas").toDataURL();
      same = now === before ? same + 1 : 0;
      before = now;
      if (same > 30) done();
      else requestAnimationFrame(look);
    };
    look();
  }));
  const late = await page.evaluate(() => document.querySelector(".cam canvas").toDataURL());
  await yoke.tap("Live");
  await page.waitForFunction((late) => document.querySelector(".cam canvas").toDataURL() !== late, late);
  await yoke.tap("Other camera");
  await page.waitForFunction(() => window.tracks.length === 2 && window.tracks[0].readyState === "ended");
  await shows(page);
  await yoke.button("Other camera").and(page.locator(":focus")).waitFor();
  await yoke.tap("Stop the camera");
  await yoke.button("Start the camera").waitFor();
  await yoke.tap("Start the camera");
  await canvas(page).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Form check" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.tracks.map((track) => track.readyState)), ["ended", "ended", "ended"]);
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [name, said] of [["NotAllowedError", /refused/], ["NotFoundError", /no camera/], ["NotReadableError", /Another app/]]) {
  test(`without a camera (${name}) the figure stands there with a clear word, and one can try again`, async () => {
    const { context, page, problems } = await phone(world.browser);
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", name); };
    }, name);
    const yoke = app(page);
    await open(page, `${world.url}#/exercises/cat-cow/mirror`);
    await yoke.tap("Start the camera");
    await page.getByRole("status").filter({ hasText: said }).waitFor();
    await page.getByRole("img", { name: /Cat-cow/ }).waitFor();
    await yoke.button("Try again").waitFor();
    assert.deepEqual(problems, []);
    await context.close();
  });
}
