//! Key frames of every shipped figure, as joints in whole centimetres that a person can read.
//!
//! After a pose was changed on purpose: look at its film strip, then write the snapshot anew with
//! `YOKE_SNAPSHOT=write cargo test --test domain figure_snapshot` and read the difference.

use std::fmt::Write;
use std::fs;

use yoke_app::figure::math::V3;
use yoke_app::figure::{Figure, View, ids};

const FILE: &str = "tests/fixtures/figures.snap";

#[test]
fn key_frames_stand_as_they_were_accepted() {
    let now = snapshot();
    if std::env::var("YOKE_SNAPSHOT").is_ok_and(|value| value == "write") {
        fs::write(FILE, &now).unwrap();
    }
    let accepted = fs::read_to_string(FILE).unwrap();
    for (line, (now, accepted)) in now.lines().zip(accepted.lines()).enumerate() {
        assert_eq!(now, accepted, "line {} of {FILE}", line + 1);
    }
    assert_eq!(now.lines().count(), accepted.lines().count());
}

fn snapshot() -> String {
    let mut text = String::from(
        "# exercise, key: head | shoulder elbow grip hip knee ankle, right then left (x,y,z in cm); shapes\n",
    );
    for id in ids() {
        let figure = Figure::for_exercise(id).unwrap();
        for (key, t_ms) in [("start", figure.start_t()), ("end", figure.end_t())] {
            let skeleton = figure.skeleton(t_ms);
            write!(text, "{id}, {key}: {} |", point(skeleton.trunk.head)).unwrap();
            for side in &skeleton.sides {
                for joint in [side.shoulder, side.elbow, side.grip, side.hip, side.knee, side.ankle] {
                    write!(text, " {}", point(joint)).unwrap();
                }
                text.push(';');
            }
            let shapes = figure.frame(t_ms, View::Best).shapes().len();
            writeln!(text, " {shapes} shapes").unwrap();
        }
    }
    text
}

fn point(at: V3) -> String {
    // Rounded so that minus zero is zero.
    let whole = |number: f32| (number.round() as i32).to_string();
    format!("{},{},{}", whole(at.x), whole(at.y), whole(at.z))
}
