// `node tools/screens.mjs`: the pictures that a shop or an install question shows, taken from the app in dist/ with a year of
// training, into public/screens. They are no part of what a visit loads or the phone keeps.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { app, open, phone, start } from "../tests/e2e/support/app.mjs";

/** The largest picture, in bytes. */
const MOST = 60_000;
const years = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--example", "years", "1"], { maxBuffer: 1 << 26 }));
const world = await start();
mkdirSync("public/screens", { recursive: true });

/** A picture of the page as it is, as WebP: the browser packs it. */
async function keep(page, name) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations < 9).map((it) => it.finished)));
  const png = (await page.screenshot()).toString("base64");
  const packer = await page.context().newPage();
  const webp = await packer.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d").drawImage(image, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/webp", quality: 0.72 })).arrayBuffer());
    return Array.from(bytes);
  }, png);
  await packer.close();
  if (webp.length > MOST) throw new Error(`${name} has ${webp.length} bytes`);
  writeFileSync(`public/screens/${name}.webp`, Buffer.from(webp));
  console.log(`${webp.length} B ${name}`);
}

for (const [kind, options] of [
  ["narrow", { colorScheme: "dark", deviceScaleFactor: 1.5 }],
  ["wide", { colorScheme: "dark", viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false }],
]) {
  const { context, page } = await phone(world.browser, options);
  await page.addInitScript((entries) => localStorage.length || entries.forEach(([key, text]) => localStorage.setItem(key, text)), years[4]);
  await page.goto(world.url);
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  await keep(page, `${kind}-today`);
  await open(page, `${world.url}#/exercises/face-pull`);
  await app(page).heading("Face pull").waitFor();
  await keep(page, `${kind}-exercise`);
  await context.close();
}
await world.close();
