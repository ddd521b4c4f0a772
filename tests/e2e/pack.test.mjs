// The module in its two parts: what is put together is what was taken apart, byte for byte; a damaged file is refused; the start
// needs nothing of the rest; and whoever is faster than the rest waits for it and loses nothing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fill } from "../../public/forecast.js";
import { unpack } from "../../public/unpack.js";
import { inOnePiece, withoutLater } from "../../tools/data.mjs";
import { packRest } from "../../tools/forecast.mjs";
import { sortFunctions } from "../../tools/order.mjs";
import { pack } from "../../tools/pack.mjs";
import { share } from "../../tools/share.mjs";
import { DATA, leb, sections } from "../../tools/wasm.mjs";
import { app, kept, phone, SKIP_FIRST_STEPS, start } from "./support/app.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A module from its text. */
function assemble(text) {
  const folder = mkdtempSync(join(tmpdir(), "yoke-pack-"));
  try {
    writeFileSync(join(folder, "in.wat"), text);
    execFileSync(join(ROOT, "node_modules/.bin/wasm-as"), ["--all-features", "-g", join(folder, "in.wat"), "-o", join(folder, "out.wasm")]);
    return new Uint8Array(readFileSync(join(folder, "out.wasm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Of each kind of operand the common and the odd.
const ODD = `(module
  (type $t (func (param i32) (result i32)))
  (import "a" "b" (func $given)) (memory 2) (table 70 funcref) (elem (i32.const 0) $pick $long)
  (global $g (mut i32) (i32.const 7))
  (func $pick (type $t) (local i64 f64) (block $a (block $b (block $c (br_table $a $b $c $a (local.get 0))) (return (i32.const -2147483648))) (return (i32.const 128))) (i32.const 2147483647))
  (func $long (type $t) (local i64)
    (local.set 1 (i64.const -9223372036854775808))
    (local.set 1 (i64.add (local.get 1) (i64.const 4294967296)))
    (i64.store offset=70000 align=1 (i32.const 8) (local.get 1))
    (i64.store32 offset=3 align=2 (i32.const 8) (local.get 1))
    (i32.load8_s offset=200 (i32.const 0)))
  ${Array.from({ length: 130 }, (_, nth) => `(func $f${nth} (result i32) (i32.add (i32.const ${nth}) (i32.const ${nth * 7919 - 400})))`).join("\n")}
  (func $run (export "run") (param i32 f64) (result f64)
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 9))
    (memory.copy (i32.const 4) (i32.const 0) (i32.const 5))
    (global.set $g (call_indirect (type $t) (local.get 0) (i32.const 1)))
    (if (i32.eqz (global.get $g)) (then (drop (memory.grow (i32.const 1)))))
    (loop $again (br_if $again (i32.const 0)))
    (f64.add (f64.const -0.0) (f64.promote_f32 (f32.const nan:0x200000))))
  (func $empty (export "empty")))`;


/** What a module becomes on the way to the phone, if it starts with the functions of these names. */
function take(text, names) {
  const sorted = sortFunctions(assemble(text), new Set(names));
  const { module, places, given } = share(sorted.module, sorted.early);
  const packed = { start: Uint8Array.from(pack(module, sorted.early, places, module)), rest: Uint8Array.from(packRest(module, sorted.early, module)) };
  for (const file of Object.values(packed)) assert.ok(WebAssembly.validate(file), "a packed file is a module itself");
  return { module: Uint8Array.from(module), given: Function(`return ${given}`)(), ...packed };
}

/** All of the rest, put in its place. */
const fillAll = (rest, parts) => { for (const _ of fill(rest, parts)); };

test("what is put together is what was taken apart, and a function that comes later is waited for", () => {
  const { module, start, rest, given } = take(ODD, ["empty", ...Array.from({ length: 90 }, (_, nth) => `f${nth}`)]);
  const parts = unpack(start);
  let waited = 0;
  const imports = { a: { b() {}, ...given, 0: () => {
    waited += 1;
    if (waited > 1) return;
    fillAll(rest, parts);
    assert.deepEqual(parts.whole, module);
    new WebAssembly.Instance(new WebAssembly.Module(parts.whole.subarray(0, parts.to)), imports);
  } } };
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(parts.start), imports);
  exports.empty();
  assert.equal(waited, 0);
  assert.ok(Number.isNaN(exports.run(2, 1.5)));
  assert.ok(waited > 0);
});

/** The bytes of a section of the linker's. */
const custom = (name, content) => [0, ...leb(1 + name.length + content.length), name.length, ...Buffer.from(name), ...content];

test("data comes later if nothing of the start leads to it, be it from data to data", () => {
  // Six texts of forty letters, in three pieces; the address of `d` stands in `b`, that of `e` in `c`.
  const text = `(module (memory 1) (data (i32.const 1024) "${"a".repeat(40)}${"b".repeat(40)}") (data (i32.const 1104) "${"c".repeat(40)}${"d".repeat(40)}") (data (i32.const 1184) "${"e".repeat(40)}${"f".repeat(40)}")
    (func $early (result i32) (i32.load8_u offset=1110 (i32.const 0)))
    (func $also (result i32) (i32.const 1063))
    (func $late (result i32) (i32.const 1240)))`;
  const built = assemble(text);
  const { module } = inOnePiece(Buffer.from(built));
  const symbols = [...Array(6).keys()].flatMap((nth) => [1, 0, 1, 97 + nth, nth >> 1, (nth & 1) * 40, 40]);
  const [{ content }] = [...sections(built)].filter(({ id }) => id === DATA);
  const place = (letter) => leb(Buffer.from(built).indexOf(letter.repeat(40)) - content);
  const holds = [[5, ...place("b"), 3, 0], [5, ...place("c"), 4, 0]].flat();
  const linked = Uint8Array.from([...built, ...custom("linking", [2, 8, ...leb(1 + symbols.length), 6, ...symbols]), ...custom("reloc.DATA", [...leb(0), 2, ...holds])]);
  const left = (early) => [..."abcdef"].filter((letter) => Buffer.from(withoutLater(module, early, linked)).includes(letter.repeat(40))).join("");
  assert.equal(left(1), "ce");
  assert.equal(left(2), "ace");
  assert.equal(left(3), "acef");
  assert.equal(Buffer.from(withoutLater(module, 1, built)).compare(module), 0, "what the linker says nothing of stays");
});

const files = () => readdirSync(join(ROOT, "dist")).filter((name) => name.endsWith(".wasm"))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, "dist", name))) }));
const isRest = ({ bytes }) => WebAssembly.Module.exports(new WebAssembly.Module(bytes)).length > 0;

test("any damage to either part of the app's module is refused", () => {
  const start = files().find((file) => !isRest(file)).bytes;
  const rest = files().find(isRest).bytes;
  const fresh = () => unpack(start.slice());
  fillAll(rest, fresh());
  for (let round = 0; round < 40; round += 1) {
    const broken = start.slice();
    broken[8 + ((round * 104_729) % (broken.length - 8))] ^= 1 << round % 8;
    assert.throws(() => unpack(broken), `byte changed in round ${round}`);
    const cut = start.slice(0, ((round + 1) * 9_973) % start.length);
    assert.throws(() => unpack(cut), `cut in round ${round}`);
  }
  for (let round = 0; round < 6; round += 1) {
    const broken = rest.slice();
    broken[2000 + ((round * 104_729) % (broken.length - 2100))] ^= 1 << round % 8;
    assert.throws(() => fillAll(broken, fresh()), `byte changed in round ${round}`);
  }
});

let world;
before(async () => { world = await start(); });
after(() => world.close());
const rest = () => files().find(isRest).name;

/** A fresh phone on its first screen, where the network takes its time with the rest until `bring`. */
async function early() {
  const { context, page, problems } = await phone(world.browser, { serviceWorkers: "block" });
  const held = { asked: 0 };
  const brought = new Promise((done) => { held.bring = done; });
  await page.route(`**/${rest()}`, async (route) => {
    if ((held.asked += 1) === 1) await brought;
    await route.continue().catch(() => null);
  });
  await page.goto(world.url);
  const skip = page.getByRole("button", { name: SKIP_FIRST_STEPS });
  await skip.waitFor();
  await page.waitForFunction(() => performance.now() > 3000);
  assert.equal(held.asked, 1, "the first screen needed the rest: run `make start`");
  return { context, page, problems, held, skip, yoke: app(page) };
}

test("the first screen stands without the rest, and a tap waits for it without holding up the page", async () => {
  const { context, page, problems, held, skip, yoke } = await early();
  await skip.click();
  assert.equal(await skip.getAttribute("aria-busy"), "true");
  await page.waitForFunction(() => new Promise((done) => requestAnimationFrame(() => done(true))));
  assert.equal(held.asked, 1);
  held.bring();
  await yoke.tab("Progress");
  await yoke.heading("Progress").waitFor();
  assert.equal(await page.locator("[aria-busy]").count(), 0);
  assert.deepEqual(problems, []);
  await context.close();
});

test("what needs the rest otherwise than by a tap asks for it at once", async () => {
  const { context, page, problems, held, yoke } = await early();
  await page.evaluate(() => { location.hash = "#/exercises/barbell-row"; });
  await yoke.heading("Barbell row").waitFor();
  await page.getByText("Straighten your back", { exact: false }).first().waitFor();
  assert.equal(held.asked, 2);
  held.bring();
  await page.goBack();
  await yoke.heading("What brings you here?").waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("where the rest came damaged a tap asks for it again, and nothing of the damage stays", async () => {
  const { context, page, problems } = await phone(world.browser, { serviceWorkers: "block" });
  let asked = 0;
  await page.route(`**/${rest()}`, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    // Nearly at its end, in what comes last: the style.
    if ((asked += 1) === 1) body[body.length - 400] ^= 4;
    await route.fulfill({ response, body });
  });
  await page.goto(world.url);
  const skip = page.getByRole("button", { name: SKIP_FIRST_STEPS });
  await skip.waitFor();
  await skip.click();
  await app(page).tab("Progress");
  await app(page).heading("Progress").waitFor();
  assert.equal(asked, 2);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("nav")).display), "grid");
  assert.deepEqual(problems, []);
  await context.close();
});

test("a later visit asks for neither part, gets the whole module from the phone, and looks the same; only figures come later", async () => {
  const { context, page, problems } = await phone(world.browser);
  const skip = page.getByRole("button", { name: SKIP_FIRST_STEPS });
  const figures = () => page.locator(".goal canvas").count();
  const shown = () => page.evaluate(() => document.body.innerHTML.replace(/<canvas[^>]*><\/canvas>/g, ""));
  let hold;
  const held = new Promise((done) => { hold = done; });
  await page.route(`**/${rest()}`, (route) => held.then(() => route.continue()));
  await page.goto(world.url);
  await skip.waitFor();
  const early = await shown();
  assert.equal(await figures(), 0);
  hold();
  await page.locator(".goal canvas").nth(2).waitFor();
  await page.evaluate(kept);
  await page.addInitScript(() => {
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (...given) => { window.streamed = true; return instantiateStreaming.apply(WebAssembly, given); };
  });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await skip.waitFor();
  assert.equal(await shown(), early);
  assert.equal(await figures(), 3);
  await skip.click();
  await app(page).tab("Exercises");
  await page.getByRole("link", { name: /Barbell row/ }).waitFor();
  assert.equal(await page.evaluate(() => window.streamed), true);
  assert.ok(asked.every((url) => !url.endsWith(rest())));
  assert.deepEqual(problems, []);
  await context.close();
});

for (const [shape, options] of Object.entries({
  "a phone": {}, "a small phone": { viewport: { width: 320, height: 640 } }, "text of twice the size": { viewport: { width: 195, height: 422 } },
  "a desk": { viewport: { width: 1280, height: 800 }, isMobile: false, colorScheme: "dark" }, "own colours": { forcedColors: "active", reducedMotion: "reduce" },
})) {
  test(`nothing of the first screen moves or changes when the style of the others comes: ${shape}`, async () => {
    const { context, page, problems } = await phone(world.browser, { serviceWorkers: "block", ...options });
    let hold;
    const held = new Promise((done) => { hold = done; });
    await page.route(`**/${rest()}`, (route) => held.then(() => route.continue()));
    await page.goto(world.url);
    await page.getByRole("button", { name: SKIP_FIRST_STEPS }).waitFor();
    const look = () => page.evaluate(() => [...document.querySelectorAll("body *:not(canvas, .fig)")].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontWeight, borderTopWidth } = getComputedStyle(it);
      return [it.tagName, it.textContent.slice(0, 20), x, y, width, height, color, backgroundColor, fontSize, fontWeight, borderTopWidth].join();
    }));
    const rules = () => page.evaluate(() => document.styleSheets[0].cssRules.length);
    const [before, few] = [await look(), await rules()];
    assert.ok(before.length > 15);
    hold();
    await page.locator(".goal canvas").nth(2).waitFor({ state: "attached" });
    assert.equal(await rules(), few + 1, "the style has come, and once");
    const now = await look();
    assert.equal(now.length, before.length);
    now.forEach((it, nth) => assert.equal(it, before[nth]));
    assert.deepEqual(problems, []);
    await context.close();
  });
}
