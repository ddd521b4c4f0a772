//! What must hold for the figure of every exercise over its whole cycle.

#![allow(clippy::expect_used, clippy::similar_names)] // a fixture that does not parse is a failed test

use std::collections::BTreeSet;

use yoke_app::catalog::{exercises, find};
use yoke_app::figure::body::{ANKLE, BALL, CLAVICLE, FOREARM, HEEL, SHANK, THIGH, UPPER_ARM};
use yoke_app::figure::math::{V3, v3};
use yoke_app::figure::pose::{Field, HandMode, LEFT, Pivot, Pose, RIGHT};
use yoke_app::figure::sheet::{Anchor, Prop};
use yoke_app::figure::solve::{Limbs, Skeleton};
use yoke_app::figure::{Figure, View, ids, table_bytes};
use yoke_app::training::exercise::{Muscle, Share};

const INSTANTS: u32 = 240;
/// One instant of one figure.
struct Moment {
    ms: f64,
    pose: Pose,
    sk: Skeleton,
}

fn figures() -> impl Iterator<Item = Figure> {
    ids().map(|id| Figure::for_exercise(id).expect("an id from the table has a figure"))
}

fn moments(figure: &Figure) -> Vec<Moment> {
    (0..=INSTANTS)
        .map(|i| {
            let ms = figure.duration_ms() * f64::from(i) / f64::from(INSTANTS);
            Moment { ms, pose: figure.sheet().timeline.pose_at(ms), sk: figure.skeleton(ms) }
        })
        .collect()
}

/// Calls `check` for every instant of every figure, and lists all complaints at once.
fn everywhere(check: impl Fn(&Figure, &Moment) -> Option<String>) {
    let mut complaints = Vec::new();
    for figure in figures() {
        let first = moments(&figure).iter().find_map(|m| check(&figure, m).map(|c| (m.ms, c)));
        if let Some((ms, complaint)) = first {
            complaints.push(format!("{} at {ms:.0} ms: {complaint}", figure.id()));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

fn degrees_between(a: V3, b: V3) -> f32 {
    a.unit().dot(b.unit()).clamp(-1.0, 1.0).acos().to_degrees()
}

/// Height of a point above the floor; lying figures are solved standing, so their floor is at their left.
fn above_floor(figure: &Figure, at: V3) -> f32 {
    if figure.sheet().angle.lying { at.z + 21.0 } else { at.y }
}

#[test]
fn every_exercise_has_a_figure_and_the_table_is_small() {
    let figures: BTreeSet<_> = ids().collect();
    let exercises: BTreeSet<_> = exercises().map(|exercise| exercise.id).collect();
    let lonely: Vec<_> = figures.symmetric_difference(&exercises).collect();
    assert!(lonely.is_empty(), "a figure without an exercise, or an exercise without a figure: {lonely:?}");
    assert!(table_bytes() <= 16_000, "{} bytes", table_bytes());
    assert!(Figure::for_exercise("no-such-exercise").is_none());
}

#[test]
fn bones_keep_their_length() {
    everywhere(|_, m| {
        m.sk.sides.iter().find_map(|j| {
            let bones = [
                ("collarbone", j.collar, j.shoulder, CLAVICLE),
                ("upper arm", j.shoulder, j.elbow, UPPER_ARM),
                ("forearm", j.elbow, j.wrist, FOREARM),
                ("thigh", j.hip, j.knee, THIGH),
                ("shank", j.knee, j.ankle, SHANK),
            ];
            bones.into_iter().find_map(|(name, a, b, long)| {
                let off = ((b - a).len() - long).abs() / long;
                (off > 0.005).then(|| format!("{name} off by {:.2} %", off * 100.0))
            })
        })
    });
}

#[test]
fn hands_and_feet_reach_what_they_hold() {
    everywhere(|_, m| (m.sk.miss > 0.1).then(|| format!("misses by {:.2} cm", m.sk.miss)));
    everywhere(|_, m| {
        [RIGHT, LEFT].into_iter().find_map(|side| {
            let j = &m.sk.sides[side];
            let off = v3(j.grip.x, j.grip.y, 0.0) - v3(m.sk.bar.x, m.sk.bar.y, 0.0);
            (j.hand.mode == HandMode::Bar && off.len() > 0.1).then(|| format!("hand {side} leaves the bar"))
        })
    });
}

fn joint_out_of_range(sk: &Skeleton, j: &Limbs) -> Option<String> {
    let hips = sk.trunk.axes[0];
    let thigh = (j.knee - j.hip).unit();
    let within = |name: &str, value: f32, low: f32, high: f32| {
        (value < low || value > high).then(|| format!("{name} at {value:.0}"))
    };
    within("elbow", degrees_between(j.shoulder - j.elbow, j.wrist - j.elbow), 25.0, 180.0)
        .or_else(|| within("knee", degrees_between(j.hip - j.knee, j.ankle - j.knee), 22.0, 180.0))
        .or_else(|| {
            within("hip flexion", thigh.dot(hips.fwd).atan2(-thigh.dot(hips.up)).to_degrees(), -30.0, 138.0)
        })
        .or_else(|| within("ankle", degrees_between(j.knee - j.ankle, j.foot), 58.0, 172.0))
        .or_else(|| within("blade raised", j.raised, -3.5, 6.0))
        .or_else(|| within("blade forward", j.forward, -5.0, 5.5))
        .or_else(|| within("neck", degrees_between(sk.trunk.face.up, sk.trunk.axes[7].up), 0.0, 62.0))
        .or_else(|| within("head turn", degrees_between(sk.trunk.face.fwd, sk.trunk.axes[7].fwd), 0.0, 80.0))
}

#[test]
fn joints_stay_within_the_human_range() {
    everywhere(|_, m| m.sk.sides.iter().find_map(|j| joint_out_of_range(&m.sk, j)));
    everywhere(|_, m| {
        let bends = m.sk.trunk.axes.windows(2).map(|w| degrees_between(w[0].up, w[1].up));
        bends.enumerate().find_map(|(i, bend)| (bend > 26.0).then(|| format!("spine bends {bend:.0} at {i}")))
    });
}

fn planted_points(m: &Moment) -> Vec<(&'static str, V3)> {
    let mut points = Vec::new();
    for side in [RIGHT, LEFT] {
        let (j, foot) = (&m.sk.sides[side], m.pose.feet[side]);
        let along = match foot.pivot {
            Pivot::Heel => Some(HEEL),
            Pivot::Toe => Some(BALL),
            Pivot::Ankle => None,
        };
        if !foot.hips {
            let at = along.map_or(j.ankle, |x| j.ankle + j.foot * x - j.instep * ANKLE);
            points.push((["right foot", "left foot"][side], at));
        }
        if j.hand.flat && !j.hand.slides {
            points.push((["right palm", "left palm"][side], j.wrist));
        }
    }
    points
}

#[test]
fn planted_feet_and_hands_do_not_move() {
    for figure in figures().filter(|f| f.sheet().tread == 0.0 && !f.sheet().feet_move) {
        let all = moments(&figure);
        let first = planted_points(&all[0]);
        for m in &all {
            for ((name, at), (_, was)) in planted_points(m).into_iter().zip(&first) {
                let moved = (at - *was).len();
                assert!(moved < 0.1, "{} at {:.0} ms: {name} moves {moved:.2} cm", figure.id(), m.ms);
            }
        }
    }
}

#[test]
fn walking_feet_stay_with_the_moving_floor() {
    for figure in figures().filter(|f| f.sheet().tread > 0.0) {
        let mut stance: [Option<f32>; 2] = [None; 2];
        let mut stood = 0;
        for m in moments(&figure) {
            for side in [RIGHT, LEFT] {
                let j = &m.sk.sides[side];
                let flat = m.pose.of(side, Field::Pitch).abs() < 1.5 && j.ankle.y < ANKLE + 0.25;
                // where the foot is on the floor that runs away below it
                #[allow(clippy::cast_possible_truncation)]
                let on_floor = j.ankle.x + figure.sheet().tread * (m.ms / 1000.0) as f32;
                stance[side] = flat.then(|| {
                    stood += 1;
                    stance[side].unwrap_or(on_floor)
                });
                if let Some(since) = stance[side] {
                    let slip = (on_floor - since).abs();
                    assert!(slip < 1.5, "{} at {:.0} ms: foot {side} slips {slip:.2} cm", figure.id(), m.ms);
                }
            }
        }
        assert!(stood > INSTANTS / 3, "{}: feet stand on {stood} of {INSTANTS} instants", figure.id());
    }
}

#[test]
fn nothing_jumps_and_the_loop_closes() {
    for figure in figures() {
        let steps = (figure.duration_ms() / 16.0).ceil();
        let mut before: Option<Skeleton> = None;
        let mut ms = 0.0;
        while ms < figure.duration_ms() + 33.0 {
            let sk = figure.skeleton(ms);
            if let Some(last) = before {
                let pairs = last.sides.iter().zip(&sk.sides).flat_map(|(a, b)| {
                    [(a.elbow, b.elbow), (a.grip, b.grip), (a.knee, b.knee), (a.ankle, b.ankle)]
                });
                for (a, b) in pairs.chain([(last.trunk.head, sk.trunk.head)]) {
                    let moved = (a - b).len();
                    assert!(
                        moved < 4.2,
                        "{} at {ms:.0} of {steps} steps: jump of {moved:.1} cm",
                        figure.id()
                    );
                }
            }
            before = Some(sk);
            ms += 16.0;
        }
    }
}

#[test]
fn nothing_passes_through_the_floor() {
    everywhere(|figure, m| {
        let lying = figure.sheet().angle.lying;
        m.sk.sides.iter().find_map(|j| {
            let mut parts = vec![
                ("elbow", j.elbow, 4.0),
                ("wrist", j.wrist, 2.7),
                ("knee", j.knee, 5.4),
                ("ankle", j.ankle, 3.3),
                ("head", m.sk.trunk.head, 7.0),
            ];
            if !lying {
                parts.extend([("heel", j.sole(-6.0), 0.0), ("ball", j.sole(13.5), 0.0)]);
            }
            parts.into_iter().find_map(|(name, at, r)| {
                let under = r - above_floor(figure, at);
                (under > 1.0).then(|| format!("{name} {under:.1} cm under the floor"))
            })
        })
    });
}

/// How deep a point with flesh of radius `r` lies inside a box, cm; negative outside.
fn inside(at: V3, r: f32, middle: V3, half: V3) -> f32 {
    let d = at - middle;
    [(half.x - d.x.abs()), (half.y - d.y.abs()), (half.z - d.z.abs())].into_iter().fold(f32::MAX, f32::min)
        + r
}

#[test]
fn nothing_passes_through_bench_or_block() {
    everywhere(|figure, m| {
        let trunk = &m.sk.trunk;
        figure.sheet().props.iter().find_map(|prop| match prop {
            Prop::Bench { from, to } => {
                let along = v3(to.0 - from.0, to.1 - from.1, 0.0).unit();
                let up = v3(-along.y, along.x, 0.0);
                [14.0, 22.0, 30.0, 38.0].into_iter().find_map(|h| {
                    let gap = (trunk.front(h, 0.0, 0.0) - v3(from.0, from.1, 0.0)).dot(up) - 3.6;
                    (!(-2.5..9.0).contains(&gap)).then(|| format!("trunk at {h}: {gap:.1} cm from the bench"))
                })
            }
            Prop::Block { at: Anchor::Point(at), half, class: "pad" | "wall", .. } => {
                m.sk.sides.iter().find_map(|j| {
                    let parts = [
                        ("elbow", j.elbow, 3.0),
                        ("wrist", j.wrist, 1.5),
                        ("knee", j.knee, 3.5),
                        ("ankle", j.ankle, 2.5),
                        ("head", trunk.head, 7.0),
                        ("chest", trunk.front(42.0, 0.0, 0.0), 0.0),
                        ("belly", trunk.front(22.0, 0.0, 0.0), 0.0),
                        ("back", trunk.back(40.0, 0.0, 0.0), 0.0),
                    ];
                    parts.into_iter().find_map(|(name, p, r)| {
                        let deep = inside(p, r, *at, *half);
                        (deep > 1.5).then(|| format!("{name} {deep:.1} cm inside a block"))
                    })
                })
            }
            _ => None,
        })
    });
}

#[test]
fn every_view_draws_whole_paths_and_stays_in_its_box() {
    for figure in figures() {
        for view in figure.views() {
            let frame_box = figure.view_box(view);
            assert!(frame_box.w > 40.0 && frame_box.h > 40.0, "{} {view:?}: {frame_box:?}", figure.id());
            for i in 0..24 {
                let frame = figure.frame(figure.duration_ms() * f64::from(i) / 24.0, view);
                assert!(frame.shapes().len() > 12, "{}: {} shapes", figure.id(), frame.shapes().len());
                let clips = frame.clips().len();
                for shape in frame.shapes() {
                    assert!(
                        shape.d.starts_with('M') && !shape.d.contains("NaN"),
                        "{}: {}",
                        figure.id(),
                        shape.d
                    );
                    assert!(shape.clip.is_none_or(|c| c < clips));
                }
            }
        }
        assert!(figure.thumb().shapes().len() > 8);
    }
}

#[test]
fn every_figure_tints_what_it_works_and_tells_what_it_shows() {
    for figure in figures() {
        let tinted = [figure.start_t(), figure.end_t()]
            .into_iter()
            .any(|t| figure.frame(t, View::Best).shapes().any(|s| s.class == "m1"));
        assert!(tinted, "{} shows none of its muscles", figure.id());
        let text = figure.describe("Name");
        assert!(text.starts_with("Name, seen from ") && text.contains(". Start: "), "{text}");
        assert!(text.len() > 80, "{text}");
        let cues: BTreeSet<_> =
            (0..60).map(|i| figure.cue_at(figure.duration_ms() * f64::from(i) / 60.0)).collect();
        assert!(!cues.contains(""), "{} has a moment without a cue", figure.id());
    }
}

#[test]
fn only_who_hangs_is_said_to_hang() {
    let hangs = |figure: &Figure| figure.describe("Name").contains("hanging from the bar");
    let hanging: Vec<_> = figures().filter(hangs).map(|figure| figure.id()).collect();
    assert_eq!(hanging, ["dead-hang", "pull-up", "scapular-pull-up"]);
    // With the feet on a block.
    let row = Figure::for_exercise("cable-row").expect("a figure").describe("Name");
    assert!(row.contains(". Start: sitting, "), "{row}");
}

#[test]
fn tints_are_the_muscles_that_the_catalog_names() {
    // These lie under the blade, where nothing can be drawn.
    const HIDDEN: [Muscle; 2] = [Muscle::Subscapularis, Muscle::SerratusPosterior];
    let mut wrong = Vec::new();
    for figure in figures() {
        let exercise = find(figure.id()).expect("an exercise");
        let sheet = figure.sheet();
        for (share, tinted) in [(Share::Primary, &sheet.primary), (Share::Secondary, &sheet.secondary)] {
            // A figure has one meaning of tint.
            let named = exercise.muscles.iter().filter(|used| used.share == share && used.role == sheet.role);
            let named: BTreeSet<_> =
                named.map(|used| used.muscle).filter(|muscle| !HIDDEN.contains(muscle)).collect();
            let tinted: BTreeSet<_> = tinted.iter().copied().collect();
            if tinted != named {
                wrong.push(format!("{} {share:?}: tinted {tinted:?}, named {named:?}", figure.id()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_frame_depends_on_the_instant_alone() {
    let figure = Figure::for_exercise("barbell-row").expect("a figure");
    let texts = |t: f64| figure.frame(t, View::Best).shapes().map(|s| s.d.to_owned()).collect::<Vec<_>>();
    let hours = figure.duration_ms() * 4000.0;
    assert_eq!(texts(1234.0), texts(1234.0 + hours));
    assert_eq!(texts(1234.0), texts(1234.0 - hours));
}
