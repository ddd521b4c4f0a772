// Writes src/figure/poses.rs from poses.json: every figure as a short row of bytes.
// Run: node tools/figures/encode.mjs   (no dependencies; check: add --check to only compare)
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const figures = JSON.parse(readFileSync(here('poses.json'), 'utf8'));

const MUSCLES = ['upper-trapezius', 'middle-trapezius', 'lower-trapezius', 'rhomboids', 'posterior-deltoid',
  'infraspinatus', 'supraspinatus', 'teres-major', 'teres-minor', 'latissimus-dorsi', 'erector-spinae',
  'serratus-anterior', 'pectoralis-minor', 'biceps', 'scalenes', 'deep-neck-flexors', 'anterior-deltoid'];
const CLASSES = ['pad', 'wall', 'glass', 'frame', 'frame ghost', 'rod', 'metal', 'metal far', 'gear', 'roll', 'rope', 'towel',
  'strap', 'pad hi', 'mat'];
const EASES = ['sine', 'lin', 'si', 'so', 'conc', 'ecc'];
const PROPS = ['barbell', 'dumbbell', 'rack', 'cable', 'bands', 'band', 'pack', 'bench', 'landmine', 'box', 'rod', 'ball', 'disc',
  'curve', 'bar', 'pull', 'bag'];
const NUDGES = ['armR', 'armL', 'foreR', 'foreL', 'legR', 'legL', 'head'];
const ROLES = ['trained', 'stretched', 'released'];

// ---- the pose as one array of numbers, in the order of pose.rs ----
const COMMON = { px: 0, py: 1, lean: 6, lum: 7, tho: 8, neck: 9, head: 10, twist: 11, side: 12, turn: 13, tilt: 14, chin: 15, grip: 18, hang: 19 };
const FIRST = 21, SIDED = 19;
const SIDE = { up: 0, forward: 1, hand: 2, pole: 5, palm: 8, foot: 11, pitch: 14, out: 15, knee: 16 };
const GROUPS = [[0, 2], [2, 4], ...[6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((i) => [i, 1]), [16, 2], [18, 1], [19, 1], [20, 1]];
const SIDE_GROUPS = [[0, 1], [1, 1], [2, 3], [5, 3], [8, 3], [11, 3], [14, 1], [15, 1], [16, 3]];

function blank() {
  const n = new Array(FIRST + 2 * SIDED).fill(0);
  const pose = { n, hip: 0, hand: [0, 0], foot: [0, 0] };
  n[1] = 95; n[18] = 24;
  for (const s of [0, 1]) {
    put(pose, s, 'hand', [6, 9, 98.5]); put(pose, s, 'pole', [-10, -2.5, 3.5]);
    put(pose, s, 'foot', [-9, 0, 10]); put(pose, s, 'out', [8]); put(pose, s, 'knee', [10, 1.5, 2.2]);
  }
  return pose;
}
function put(pose, side, name, values) {
  values.forEach((v, i) => { pose.n[FIRST + side * SIDED + SIDE[name] + i] = v; });
}
const ten = (v) => v.map((x) => x * 10);
function setHand(pose, s, h) {
  let mode = 0;
  if (h.bar !== undefined) mode = 2;
  else if (h.at) { mode = 1; put(pose, s, 'hand', h.at); }
  else if (h.body) { mode = 3; put(pose, s, 'hand', h.body); }
  else if (h.skull) { mode = 4; put(pose, s, 'hand', h.skull); }
  else put(pose, s, 'hand', [h.sw[0], h.sw[1], h.sw[2] * 100]);
  put(pose, s, 'pole', ten(h.pole ?? [-1, -.25, .35]));
  put(pose, s, 'palm', ten(h.flat ?? h.thumb ?? [0, 0, 0]));
  pose.hand[s] = mode | (h.rel ? 8 : 0) | (h.flat ? 16 : 0) | (h.open ? 32 : 0) | (h.free ? 64 : 0);
}
function setFoot(pose, s, f) {
  put(pose, s, 'foot', f.at); put(pose, s, 'pitch', [f.pitch ?? 0]); put(pose, s, 'out', [f.out ?? 0]);
  put(pose, s, 'knee', ten(f.knee ?? [1, .15, .22]));
  pose.foot[s] = (f.piv === 'toe' ? 1 : f.piv === 'ankle' ? 2 : 0) | (f.rel ? 4 : 0);
}
function resolve(json) {
  const pose = blank();
  for (const k in COMMON) if (json[k] !== undefined) pose.n[COMMON[k]] = json[k];
  for (const [k, name] of [['el', 'up'], ['pr', 'forward']]) {
    put(pose, 0, name, [json[k + 'R'] ?? json[k] ?? 0]);
    put(pose, 1, name, [json[k + 'L'] ?? json[k] ?? 0]);
  }
  const pivot = json.pv ?? json.rigid;
  if (pivot) { pose.hip = json.pv ? 1 : 2; pivot.forEach((v, i) => { pose.n[2 + i] = v; }); }
  if (json.bar) { pose.n[16] = json.bar[0]; pose.n[17] = json.bar[1]; }
  if (json.reach) {
    pose.n[20] = json.reach * 100;
    pose.hip |= (json.by === 'py' ? 2 : 1) << 2 | (json.by2 === 'L' ? 16 : 0);
  }
  for (const s of [0, 1]) {
    const hand = (s && json.handL) || json.hand, foot = (s && json.footL) || json.foot;
    if (hand) setHand(pose, s, hand);
    if (foot) setFoot(pose, s, foot);
  }
  return pose;
}

// ---- bytes: what is what in one column, its numbers in another ----
class Columns {
  tags = [];
  numbers = [];
  push(...bytes) { this.tags.push(...bytes); }
}
function num({ numbers: out }, x) { // tenths, zigzag, seven bits at a time
  const i = Math.round(x * 10);
  let z = i < 0 ? -2 * i - 1 : 2 * i;
  while (z > 127) { out.push((z & 127) | 128); z >>= 7; }
  out.push(z);
}
const nums = (out, list) => list.forEach((x) => num(out, x));
const same = (a, b) => a.every((x, i) => Math.round(x * 10) === Math.round(b[i] * 10));
function poseBytes(out, from, to) {
  if (to.hip !== from.hip) out.push(0xc0, to.hip);
  for (const [code, k] of [[1, 'hand'], [4, 'foot']]) {
    const changed = [0, 1].filter((s) => to[k][s] !== from[k][s]);
    if (changed.length === 2 && to[k][0] === to[k][1]) out.push(0xc0 + code, to[k][0]);
    else for (const s of changed) out.push(0xc0 + code + 1 + s, to[k][s]);
  }
  for (const [at, len] of GROUPS) {
    const want = to.n.slice(at, at + len);
    if (!same(want, from.n.slice(at, at + len))) { out.push(at); nums(out, want); }
  }
  for (const [at, len] of SIDE_GROUPS) {
    const cut = (p, s) => p.n.slice(FIRST + s * SIDED + at, FIRST + s * SIDED + at + len);
    const changed = [0, 1].filter((s) => !same(cut(to, s), cut(from, s)));
    if (changed.length === 2 && same(cut(to, 0), cut(to, 1))) { out.push((FIRST + at) | 64); nums(out, cut(to, 0)); }
    else for (const s of changed) { out.push((FIRST + at) | (s ? 128 : 0)); nums(out, cut(to, s)); }
  }
  out.push(0xff);
}
function code(list, name, what) {
  const i = list.indexOf(name);
  if (i < 0) throw new Error(`unknown ${what}: ${name}`);
  return i;
}
function anchor(out, a) {
  if (Array.isArray(a)) { out.push(0); nums(out, a); } else out.push(1 + code(['R', 'L', 'mid', 'bar', 'back'], a, 'anchor'));
}
function layer(out, p) {
  out.push(p.z === 'far' ? 1 : p.z === 'near' ? 2 : 0); num(out, p.zo ?? 0);
}
const hands = (list) => (list ?? ['R', 'L']).reduce((m, s) => m | (s === 'R' ? 1 : 2), 0);
function propBytes(out, p) {
  out.push(code(PROPS, p.t, 'prop'));
  const cls = (fallback) => out.push(code(CLASSES, p.cls ?? fallback, 'class'));
  switch (p.t) {
    case 'barbell': nums(out, [p.w ?? 52, p.r ?? 22.5]); break;
    case 'dumbbell': nums(out, [...ten(p.ax ?? [1, 0, 0]), p.len ?? 9, p.r ?? 7.5]); out.push(hands(p.sides)); break;
    case 'rack': nums(out, [...p.at, p.w ?? 56]); break;
    case 'cable': nums(out, [...p.at, p.h ?? 210, p.knot ?? 16]); break;
    case 'bands': nums(out, p.from); out.push(hands(p.to)); break;
    case 'bench': nums(out, p.pad); break;
    case 'landmine': nums(out, p.pivot); out.push(p.to ? 1 + code(['R', 'L'], p.to, 'hand') : 0); num(out, p.off ?? 16); break;
    case 'box': anchor(out, p.at); nums(out, [...p.half, p.r ?? 1.2]); cls('pad'); layer(out, p); break;
    case 'rod': anchor(out, p.a); anchor(out, p.b); num(out, p.w ?? 3); cls('frame'); layer(out, p); break;
    case 'ball': anchor(out, p.at); num(out, p.r ?? 4); cls('gear'); layer(out, p); break;
    case 'disc': anchor(out, p.at); nums(out, [...ten(p.ax ?? [0, 0, 1]), p.r ?? 8, p.half ?? 3]); cls('metal'); layer(out, p); break;
    case 'curve': out.push(p.pts.length); p.pts.forEach((a) => anchor(out, a)); cls('rope'); layer(out, p); break;
    case 'bar': nums(out, [p.w ?? 40, p.lw ?? 2.8]); break;
    case 'pull': nums(out, p.at); anchor(out, p.to ?? 'mid'); out.push((p.bare ? 1 : 0) | (p.z === 'far' ? 2 : 0)); break;
    case 'bag': anchor(out, p.at); break;
    default: break;
  }
}

const cues = [];
function figureBytes(id, e) {
  const out = new Columns();
  const views = e.views ?? (e.view.lie ? [] : e.role === 'released' ? ['side'] : ['side', 'back']);
  out.push((e.mirror ?? 0) | (e.smooth ? 4 : 0) | (e.view.lie ? 8 : 0) | (e.scapula ? 16 : 0) | (e.moves ? 32 : 0) | (e.zo?.noFar ? 64 : 0));
  out.push(code(ROLES, e.role ?? 'trained', 'role') | (e.tintSide ? (e.tintSide === 'R' ? 4 : 8) : 0)
    | (views.includes('side') ? 16 : 0) | (views.includes('back') ? 32 : 0));
  nums(out, [e.view.yaw, e.view.pitch, ...e.box, ...(e.shadow ?? [0, 0, 34, 14]), e.tread ?? 0, e.thumb[0] / 10, ...e.thumb[1]]);
  for (const list of [e.primary, e.secondary ?? []]) out.push(list.length, ...list.map((m) => code(MUSCLES, m, 'muscle')));
  const nudges = Object.entries(e.zo ?? {}).filter(([k]) => k !== 'noFar');
  out.push(nudges.length);
  for (const [k, v] of nudges) { out.push(code(NUDGES, k, 'nudge')); num(out, v); }
  out.push((e.props ?? []).length);
  for (const p of e.props ?? []) propBytes(out, p);
  out.push(e.keys.length);
  let fields = { ...e.pose }, last = blank();
  for (const k of e.keys) {
    fields = { ...fields, ...(k.pose ?? {}) };
    const pose = resolve(fields);
    nums(out, [k.d / 10, (k.hold ?? 0) / 10]);
    let cue = 0;
    if (k.label) { if (!cues.includes(k.label)) cues.push(k.label); cue = 1 + cues.indexOf(k.label); }
    out.push(code(EASES, k.ease ?? 'sine', 'ease'), cue);
    poseBytes(out, last, pose);
    last = pose;
  }
  return out;
}

const rows = Object.keys(figures).sort().map((id) => [id, figureBytes(id, figures[id])]);
const column = (name) => rows.flatMap(([, row]) => row[name]);
const bytes = rows.reduce((n, [id, row]) => n + id.length + row.tags.length + row.numbers.length, 0) + cues.join('\n').length;
const wrap = (row) => {
  const lines = []; let line = '   ';
  for (const b of row) { const t = ` ${b},`; if (line.length + t.length > 108) { lines.push(line); line = '   '; } line += t; }
  lines.push(line); return lines.join('\n');
};
const text = `//! The poses, props and cameras of all figures, written by \`tools/figures/encode.mjs\` from
//! \`tools/figures/poses.json\`. \`data.rs\` reads it.
//!
//! Invariant: never edited by hand; ${rows.length} figures, ${bytes} bytes.

/// Cue words, one a line; keys name them by number from 1.
pub(super) const CUES: &str = "\\
${cues.join('\\n\\\n')}";

/// Id of each figure, sorted, and how many bytes it has in [\`TAGS\`] and in [\`NUMBERS\`].
#[rustfmt::skip]
pub(super) const FIGURES: &[(&str, u16, u16)] = &[
${rows.map(([id, row]) => `    ("${id}", ${row.tags.length}, ${row.numbers.length}),`).join('\n')}
];

/// What is what, figure by figure. Numbers stand apart because each column alone packs better than both in turn.
#[rustfmt::skip]
pub(super) static TAGS: &[u8] = &[
${wrap(column('tags'))}
];

/// The numbers, figure by figure.
#[rustfmt::skip]
pub(super) static NUMBERS: &[u8] = &[
${wrap(column('numbers'))}
];
`;
const target = here('../../src/figure/poses.rs');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) { console.error('src/figure/poses.rs is out of date'); process.exit(1); }
} else writeFileSync(target, text);
console.log(`${rows.length} figures, ${bytes} bytes, ${cues.length} cues`);
