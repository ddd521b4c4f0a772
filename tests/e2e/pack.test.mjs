// The packed module: what is unpacked is what was packed, byte for byte, and a damaged one is refused.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { unpack } from "../../public/unpack.js";
import { pack } from "../../tools/pack.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A module from its text. */
function assemble(text) {
  const folder = mkdtempSync(join(tmpdir(), "yoke-pack-"));
  try {
    writeFileSync(join(folder, "in.wat"), text);
    execFileSync(join(ROOT, "node_modules/.bin/wasm-as"), ["--all-features", join(folder, "in.wat"), "-o", join(folder, "out.wasm")]);
    return new Uint8Array(readFileSync(join(folder, "out.wasm")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Of each kind of operand the common and the odd.
const ODD = `(module
  (type $t (func (param i32) (result i32)))
  (memory 1) (table 2 funcref) (elem (i32.const 0) $pick $long)
  (global $g (mut i32) (i32.const 7))
  (func $pick (type $t) (local i64 f64) (block $a (block $b (block $c (br_table $a $b $c $a (local.get 0))) (return (i32.const -2147483648))) (return (i32.const 128))) (i32.const 2147483647))
  (func $long (type $t) (local i64)
    (local.set 1 (i64.const -9223372036854775808))
    (local.set 1 (i64.add (local.get 1) (i64.const 4294967296)))
    (i64.store offset=70000 align=1 (i32.const 8) (local.get 1))
    (i64.store32 offset=3 align=2 (i32.const 8) (local.get 1))
    (i32.load8_s offset=200 (i32.const 0)))
  (func (export "run") (param i32 f64) (result f64)
    (memory.fill (i32.const 0) (i32.const 1) (i32.const 9))
    (memory.copy (i32.const 4) (i32.const 0) (i32.const 5))
    (global.set $g (call_indirect (type $t) (local.get 0) (i32.const 1)))
    (if (i32.eqz (global.get $g)) (then (drop (memory.grow (i32.const 1)))))
    (loop $again (br_if $again (i32.const 0)))
    (f64.add (f64.const -0.0) (f64.promote_f32 (f32.const nan:0x200000))))
  (func (export "empty")))`;

test("what is unpacked is what was packed", () => {
  for (const text of [ODD, "(module (func) (func (nop)))"]) {
    const bytes = assemble(text);
    const packed = new Uint8Array(pack(bytes));
    assert.ok(WebAssembly.validate(packed), "the packed file is a module itself");
    assert.deepEqual(new Uint8Array(unpack(packed)), bytes);
  }
});

test("the app's module unpacks to one that a browser takes, and any damage is refused", () => {
  const name = readdirSync(join(ROOT, "dist")).find((file) => file.endsWith("_bg.wasm"));
  const packed = new Uint8Array(readFileSync(join(ROOT, "dist", name)));
  assert.ok(WebAssembly.validate(unpack(packed)));
  for (let round = 0; round < 40; round += 1) {
    const broken = packed.slice();
    broken[8 + ((round * 104_729) % (broken.length - 8))] ^= 1 << round % 8;
    assert.throws(() => unpack(broken), `byte changed in round ${round}`);
    const cut = packed.slice(0, ((round + 1) * 9_973) % packed.length);
    assert.throws(() => unpack(cut), `cut in round ${round}`);
  }
});
