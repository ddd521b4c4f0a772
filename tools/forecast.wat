;; The forecast with which the later part of the module is packed and unpacked: how likely each decision is, learned from all
;; that came before. It stands at the head of the packed file; public/forecast.js says what is to be read, and in which contexts.
;;
;; The memory: 0 the contexts (i32), 64 whose cells they found, 128 what those held, 192 which weights they took, 256 what they
;; said (f64); 0x400 how fast a cell learns by the times it was seen (i32); 0x1000 likelihood to the logarithm of its odds,
;; 0x9000 the other way (f64); 0x20000 the weights (f64); 0x38000 the sons of each node (i16); 0x40000 the forecast refined by
;; node (f32); 0x100000 the cells: likelihood of a one (16 bits), times seen (8 bits), whose it is (8 bits); 0x1100000 the file; 0x1200000 more weights,
;; by what stands before (f64).
(module
  (memory (export "memory") 300)
  (global $range (export "range") (mut i32) (i32.const 0x7fffffff))
  (global $code (export "code") (mut i32) (i32.const 0))
  (global $place (export "place") (mut i32) (i32.const 0x1100000))
  (global $mix (export "mix") (mut i32) (i32.const 0))
  (global $node (mut i32) (i32.const 0))
  (global $fine (mut i32) (i32.const 0))
  (global $likely (mut f64) (f64.const 0))

  ;; Where the range is cut at a node: below it lies a one.
  (func $cut (export "cut") (param $node i32) (param $set i32) (result i32)
    (local $nth i32) (local $salt i32) (local $hash i32) (local $cell i32) (local $state i32) (local $weight i32)
    (local $sum f64) (local $said f64) (local $guess f64)
    (global.set $node (local.get $node))
    (local.set $salt (i32.mul (local.get $node) (i32.const 0x9e3779b1)))
    (local.set $set (i32.shl (local.get $set) (i32.const 12)))
    (loop $inputs
      (local.set $hash (i32.add (local.get $salt) (i32.load (local.get $nth))))
      (local.set $cell (i32.shl (i32.xor
        (i32.shr_u (i32.load (local.get $nth)) (i32.const 10))
        (i32.and (local.get $node) (i32.const 255))) (i32.const 2)))
      (local.set $state (i32.load offset=0x100000 (local.get $cell)))
      ;; No branch: which cells are found must not hold up looking for the others.
      (local.set $state (select
        (i32.or (i32.and (local.get $hash) (i32.const 255)) (i32.const 0x80000000))
        (local.get $state)
        (i32.and (i32.xor (local.get $state) (local.get $hash)) (i32.const 255))))
      (i32.store offset=64 (local.get $nth) (local.get $cell))
      (i32.store offset=128 (local.get $nth) (local.get $state))
      (i32.store offset=192 (local.get $nth) (local.tee $weight (i32.add
        (i32.add (local.get $set) (i32.shl (local.get $nth) (i32.const 6)))
        (i32.and (i32.shr_u (local.get $state) (i32.const 5)) (i32.const 0xf8)))))
      (f64.store offset=256 (i32.shl (local.get $nth) (i32.const 1))
        (local.tee $said (f64.load offset=0x1000 (i32.shl (i32.shr_u (local.get $state) (i32.const 20)) (i32.const 3)))))
      (local.set $sum (f64.add (local.get $sum) (f64.mul (local.get $said) (f64.add
        (f64.load offset=0x20000 (local.get $weight))
        (f64.load offset=0x1200000 (i32.add (global.get $mix) (i32.shl (local.get $nth) (i32.const 1))))))))
      (br_if $inputs (i32.lt_u (local.tee $nth (i32.add (local.get $nth) (i32.const 4))) (i32.const 48))))
    (local.set $sum (f64.max (f64.min (local.get $sum) (f64.const 11.9)) (f64.const -11.9)))
    (global.set $likely (f64.load offset=0x9000 (i32.shl (i32.trunc_f64_s (f64.add (f64.mul (local.get $sum) (f64.const 170)) (f64.const 2048))) (i32.const 3))))
    (global.set $fine (i32.shl (i32.add (i32.shl (local.get $node) (i32.const 5)) (i32.trunc_f64_s (f64.add (local.get $sum) (f64.const 12.5)))) (i32.const 2)))
    (local.set $guess (f64.add (global.get $likely) (f64.mul (f64.sub (f64.promote_f32 (f32.load offset=0x40000 (global.get $fine))) (global.get $likely)) (f64.const 0.35))))
    (i32.trunc_f64_s (f64.mul (f64.convert_i32_s (global.get $range)) (f64.max (f64.min (local.get $guess) (f64.const 0.9998)) (f64.const 0.0002)))))

  ;; Learns what came at the node, and narrows the range; the node that follows.
  (func $learn (export "learn") (param $bit i32) (param $bound i32) (result i32)
    (local $nth i32) (local $cell i32) (local $state i32) (local $weight i32) (local $count i32) (local $now i32) (local $target i32)
    (local $error f64) (local $by f64) (local $fine f32)
    (if (local.get $bit)
      (then (global.set $range (local.get $bound)))
      (else
        (global.set $code (i32.sub (global.get $code) (local.get $bound)))
        (global.set $range (i32.sub (global.get $range) (local.get $bound)))))
    (if (i32.lt_u (global.get $range) (i32.const 0x800000)) (then
      (loop $shift
        (global.set $range (i32.shl (global.get $range) (i32.const 8)))
        (global.set $code (i32.or (i32.shl (global.get $code) (i32.const 8)) (i32.load8_u (global.get $place))))
        (global.set $place (i32.add (global.get $place) (i32.const 1)))
        (br_if $shift (i32.lt_u (global.get $range) (i32.const 0x800000))))))
    (local.set $error (f64.mul (f64.sub (f64.convert_i32_s (local.get $bit)) (global.get $likely)) (f64.const 0.002)))
    (local.set $target (i32.mul (local.get $bit) (i32.const 0xffff)))
    (f32.store offset=0x40000 (global.get $fine) (f32.add (local.tee $fine (f32.load offset=0x40000 (global.get $fine)))
      (f32.mul (f32.sub (f32.convert_i32_s (local.get $bit)) (local.get $fine)) (f32.const 0.02))))
    (loop $inputs
      (local.set $weight (i32.load offset=192 (local.get $nth)))
      (f64.store offset=0x20000 (local.get $weight) (f64.add (f64.load offset=0x20000 (local.get $weight))
        (local.tee $by (f64.mul (local.get $error) (f64.load offset=256 (i32.shl (local.get $nth) (i32.const 1)))))))
      (local.set $weight (i32.add (global.get $mix) (i32.shl (local.get $nth) (i32.const 1))))
      (f64.store offset=0x1200000 (local.get $weight) (f64.add (f64.load offset=0x1200000 (local.get $weight)) (local.get $by)))
      (local.set $state (i32.load offset=128 (local.get $nth)))
      (local.set $count (i32.and (i32.shr_u (local.get $state) (i32.const 8)) (i32.const 31)))
      (local.set $now (i32.shr_u (local.get $state) (i32.const 16)))
      (i32.store offset=0x100000 (i32.load offset=64 (local.get $nth)) (i32.or
        (i32.shl (i32.add (local.get $now) (i32.shr_s (i32.mul (i32.sub (local.get $target) (local.get $now)) (i32.load offset=0x400 (i32.shl (local.get $count) (i32.const 2)))) (i32.const 15))) (i32.const 16))
        (i32.add (i32.and (local.get $state) (i32.const 0xffff)) (i32.shl (i32.lt_u (local.get $count) (i32.const 7)) (i32.const 8)))))
      (br_if $inputs (i32.lt_u (local.tee $nth (i32.add (local.get $nth) (i32.const 4))) (i32.const 48))))
    (i32.load16_s offset=0x38000 (i32.shl (i32.add (i32.shl (global.get $node) (i32.const 1)) (local.get $bit)) (i32.const 1))))

  ;; The symbol at which a walk from a root ends.
  (func (export "symbol") (param $node i32) (param $set i32) (result i32)
    (local $bound i32)
    (if (i32.gt_s (local.get $node) (i32.const 0)) (then
      (loop $walk
        (local.set $bound (call $cut (local.get $node) (local.get $set)))
        (local.set $node (call $learn (i32.lt_u (global.get $code) (local.get $bound)) (local.get $bound)))
        (br_if $walk (i32.gt_s (local.get $node) (i32.const 0))))))
    (i32.xor (local.get $node) (i32.const -1))))
