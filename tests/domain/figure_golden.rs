//! The solver against frozen skeletons: poses of an earlier, independent implementation and the joints it
//! found. Shipped poses may change; these may not.

#![allow(clippy::expect_used, clippy::similar_names)] // a fixture that does not parse is a failed test

use serde_json::Value;
use yoke_app::figure::math::{V3, v3};
use yoke_app::figure::pose::{Field, HandMode, HipMode, LEFT, Pivot, Pose, RIGHT, Solve};
use yoke_app::figure::solve::{Limbs, Skeleton, solve};
use yoke_app::figure::timeline::{Ease, Key, Mirror, Timeline};

const GOLDEN: &str = include_str!("../fixtures/rig.golden.json");

fn num(v: &Value) -> f32 {
    v.as_f64().expect("a number") as f32
}

fn vec3(v: &Value) -> V3 {
    v3(num(&v[0]), num(&v[1]), num(&v[2]))
}

fn flag(v: &Value) -> bool {
    v.as_f64().is_some_and(|x| x != 0.0)
}

const PLAIN: [(&str, Field); 18] = [
    ("px", Field::HipX),
    ("py", Field::HipY),
    ("lean", Field::Lean),
    ("lum", Field::Lumbar),
    ("tho", Field::Thorax),
    ("neck", Field::Neck),
    ("head", Field::Head),
    ("twist", Field::Twist),
    ("side", Field::Side),
    ("turn", Field::Turn),
    ("tilt", Field::Tilt),
    ("chin", Field::Chin),
    ("grip", Field::Grip),
    ("hang", Field::Hang),
    ("el", Field::Up),
    ("pr", Field::Forward),
    ("elR", Field::Up),
    ("prR", Field::Forward),
];

fn set_hand(pose: &mut Pose, side: usize, hand: &Value) {
    let target =
        [("at", HandMode::At), ("body", HandMode::Body), ("skull", HandMode::Skull), ("sw", HandMode::Swing)]
            .into_iter()
            .find(|(name, _)| hand.get(name).is_some());
    if hand.get("bar").is_some() {
        pose.hands[side].mode = HandMode::Bar;
    } else if let Some((name, mode)) = target {
        let mut at = vec3(&hand[name]);
        if mode == HandMode::Swing {
            at.z *= 100.0;
        }
        pose.hands[side].mode = mode;
        pose.set_vec(side, Field::HandX, at);
    }
    let pole = hand.get("pole").map_or(v3(-1.0, -0.25, 0.35), vec3);
    pose.set_vec(side, Field::PoleX, pole * 10.0);
    pose.hands[side].flat = hand.get("flat").is_some();
    if let Some(flat) = hand.get("flat") {
        pose.set_vec(side, Field::PalmX, vec3(flat) * 10.0);
    }
    pose.hands[side].chest = flag(&hand["rel"]);
    pose.hands[side].open = flag(&hand["open"]);
}

fn set_foot(pose: &mut Pose, side: usize, foot: &Value) {
    pose.set_vec(side, Field::FootX, vec3(&foot["at"]));
    pose.set(side, Field::Pitch, foot.get("pitch").map_or(0.0, num));
    pose.set(side, Field::ToeOut, foot.get("out").map_or(0.0, num));
    let knee = foot.get("knee").map_or(v3(1.0, 0.15, 0.22), vec3);
    pose.set_vec(side, Field::KneeX, knee * 10.0);
    pose.feet[side].pivot = match foot["piv"].as_str() {
        Some("toe") => Pivot::Toe,
        Some("ankle") => Pivot::Ankle,
        _ => Pivot::Heel,
    };
    pose.feet[side].hips = flag(&foot["rel"]);
}

/// A pose as the earlier implementation wrote it down.
fn pose(json: &Value) -> Pose {
    let mut pose = Pose::default();
    for (name, field) in PLAIN {
        if let Some(value) = json.get(name) {
            pose.set(RIGHT, field, num(value));
            if !name.ends_with('R') {
                pose.set(LEFT, field, num(value));
            }
        }
    }
    for (name, field) in [("elL", Field::Up), ("prL", Field::Forward)] {
        if let Some(value) = json.get(name) {
            pose.set(LEFT, field, num(value));
        }
    }
    for (name, mode) in [("pv", HipMode::Arc), ("rigid", HipMode::Rigid)] {
        if let Some(pivot) = json.get(name) {
            pose.hip = mode;
            for (i, field) in
                [Field::PivotX, Field::PivotY, Field::PivotR, Field::PivotA].into_iter().enumerate()
            {
                pose[field] = num(&pivot[i]);
            }
        }
    }
    if let Some(bar) = json.get("bar") {
        pose[Field::BarX] = num(&bar[0]);
        pose[Field::BarY] = num(&bar[1]);
    }
    if let Some(reach) = json.get("reach") {
        pose[Field::Reach] = num(reach) * 100.0;
        pose.solve = if json["by"] == "py" { Solve::Height } else { Solve::Lean };
        pose.measure = if json["by2"] == "L" { LEFT } else { RIGHT };
    }
    for side in [RIGHT, LEFT] {
        if let Some(hand) = json.get("hand") {
            set_hand(&mut pose, side, hand);
        }
        if let Some(foot) = json.get("foot") {
            set_foot(&mut pose, side, foot);
        }
    }
    if let Some(hand) = json.get("handL") {
        set_hand(&mut pose, LEFT, hand);
    }
    if let Some(foot) = json.get("footL") {
        set_foot(&mut pose, LEFT, foot);
    }
    pose
}

fn timeline(exercise: &Value) -> Timeline {
    let mut fields = exercise["pose"].as_object().expect("a pose").clone();
    let keys = exercise["keys"].as_array().expect("keys").iter().map(|key| {
        if let Some(changes) = key["pose"].as_object() {
            fields.extend(changes.clone());
        }
        Key {
            travel_ms: num(&key["d"]),
            ease: match key["ease"].as_str() {
                Some("lin") => Ease::Linear,
                Some("si") => Ease::StartSine,
                Some("so") => Ease::StopSine,
                Some("conc") => Ease::Pull,
                Some("ecc") => Ease::Return,
                _ => Ease::Sine,
            },
            hold_ms: key.get("hold").map_or(0.0, num),
            cue: "",
            pose: pose(&Value::Object(fields.clone())),
        }
    });
    let mirror = match exercise["mirror"].as_u64() {
        Some(1) => Mirror::Body,
        Some(2) => Mirror::Legs,
        _ => Mirror::No,
    };
    Timeline::new(keys.collect(), mirror, flag(&exercise["smooth"]))
}

fn compare(name: &str, got: V3, want: &Value, worst: &mut (f32, String)) {
    let off = (got - vec3(want)).len();
    if off > worst.0 {
        *worst = (off, name.to_owned());
    }
}

fn limbs(name: &str, got: &Limbs, want: &Value, worst: &mut (f32, String)) {
    let joints = [
        ("S", got.shoulder),
        ("E", got.elbow),
        ("W", got.wrist),
        ("G", got.grip),
        ("H", got.hip),
        ("K", got.knee),
        ("A", got.ankle),
    ];
    for (joint, at) in joints {
        compare(&format!("{name} {joint}"), at, &want[joint], worst);
    }
}

fn skeleton(name: &str, got: &Skeleton, want: &Value, worst: &mut (f32, String)) {
    for (i, at) in got.trunk.spine.iter().enumerate() {
        compare(&format!("{name} spine {i}"), *at, &want["spine"][i], worst);
    }
    compare(&format!("{name} head"), got.trunk.head, &want["head"], worst);
    compare(&format!("{name} right"), got.trunk.cut(42.0).axes.right, &want["right"], worst);
    compare(&format!("{name} face"), got.trunk.face.fwd, &want["face"], worst);
    limbs(&format!("{name} R"), &got.sides[RIGHT], &want["R"], worst);
    limbs(&format!("{name} L"), &got.sides[LEFT], &want["L"], worst);
}

#[test]
fn solved_skeletons_match_the_frozen_ones_to_a_millimetre() {
    let golden: Value = serde_json::from_str(GOLDEN).expect("the fixture is JSON");
    let cases = golden["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 233);
    let mut worst = (0.0, String::new());
    for case in cases {
        let id = case["id"].as_str().expect("an id");
        let line = timeline(&golden["exercises"][id]);
        let (ms, loop_ms) = (case["ms"].as_f64().expect("ms"), num(&case["loop_ms"]));
        assert!((line.duration_ms() - loop_ms).abs() < 0.01, "{id}: cycle of {} ms", line.duration_ms());
        skeleton(&format!("{id} at {ms}"), &solve(&line.pose_at(ms)), case, &mut worst);
    }
    assert!(worst.0 < 0.1, "off by {} cm: {}", worst.0, worst.1);
}
