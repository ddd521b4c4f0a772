//! The text alternative of a figure: what it shows, in plain words, for people who do not see it.
//!
//! Invariant: the words come from the solved joints and the cue words, so they cannot drift from the picture.

use super::Figure;
use super::math::V3;
use super::pose::{HipMode, LEFT, RIGHT};
use super::sheet::Prop;
use super::solve::{Limbs, Skeleton};

impl Figure {
    /// Describes the movement: view, things used, start position, then every phase with its cue word.
    /// `name` is the exercise's name as the lists show it.
    #[must_use]
    pub fn describe(&self, name: &str) -> String {
        let mut out = String::with_capacity(400);
        out.push_str(name);
        out.push_str(", seen ");
        out.push_str(self.seen_from());
        if let Some(thing) = self.sheet.props.iter().find_map(|p| thing(p)) {
            out.push_str(", with ");
            out.push_str(thing);
        }
        out.push_str(". Start: ");
        let keys = self.sheet.timeline.keys();
        let n = keys.len();
        let posture = |i: usize| keys.get(i).map(|k| (super::solve::solve(&k.pose), k.pose.hip));
        let mut said = String::new();
        if let Some((sk, hip)) = posture(0) {
            said.push_str(self.stance(&sk, hip));
            out.push_str(&said);
            out.push_str(", ");
            arms(&sk, &mut out);
            carriage(&sk, &mut out);
            out.push('.');
        }
        if self.sheet.tread > 0.0 {
            out.push(' ');
            out.push_str(self.cue_at(0.0));
            out.push_str(", step by step.");
            return out;
        }
        let mut last = "";
        for i in (1..n).chain(0..1) {
            let cue = keys.get(i).map_or("", |k| k.cue);
            let Some((sk, hip)) = posture(i).filter(|_| !cue.is_empty() && cue != last) else {
                continue;
            };
            last = cue;
            out.push(' ');
            out.push_str(cue);
            out.push_str(": ");
            let stance = self.stance(&sk, hip);
            if stance != said {
                out.push_str(stance);
                out.push_str(", ");
                said.clear();
                said.push_str(stance);
            }
            arms(&sk, &mut out);
            carriage(&sk, &mut out);
            out.push('.');
        }
        out
    }

    fn seen_from(&self) -> &'static str {
        match self.sheet.angle.yaw {
            y if y < -60.0 => "from the front",
            y if y < -12.0 => "from the front right",
            y if y < 30.0 => "from the right side",
            y if y < 68.0 => "from behind right",
            _ => "from behind",
        }
    }

    fn stance(&self, sk: &Skeleton, hip: HipMode) -> &'static str {
        let trunk = sk.trunk.cut(26.0).axes;
        let [right, left] = &sk.sides;
        let upright = trunk.up.y;
        let soles = right.sole(0.0).y.min(left.sole(0.0).y);
        if self.sheet.angle.lying {
            "lying on the left side"
        } else if soles > 6.0 && upright > 0.8 && right.grip.y > right.shoulder.y {
            "hanging from the bar"
        } else if hip == HipMode::Rigid {
            if trunk.fwd.y > 0.3 { "body straight, leaning back" } else { "body straight, in a plank" }
        } else if hip == HipMode::Arc {
            "on the knees"
        } else if upright < 0.5 && sk.trunk.hip.y < 30.0 {
            if trunk.fwd.y > 0.0 { "lying face up" } else { "lying face down" }
        } else if upright < 0.35 && soles > 30.0 {
            "lying face down on the bench"
        } else if sk.trunk.hip.y < 62.0 && upright > 0.7 {
            "sitting"
        } else if upright > 0.93 {
            "standing tall"
        } else if upright > 0.55 {
            "leaning forward from the hips"
        } else {
            "bent forward with a flat back"
        }
    }
}

fn thing(prop: &Prop) -> Option<&'static str> {
    Some(match prop {
        Prop::Barbell { .. } => "a barbell",
        Prop::Dumbbell { sides: [true, true], .. } => "two dumbbells",
        Prop::Dumbbell { .. } => "a dumbbell",
        Prop::Rack { .. } => "a fixed bar",
        Prop::Cable { .. } => "a rope on a cable",
        Prop::Bands { .. } | Prop::Band => "a band",
        Prop::Pack => "a backpack",
        Prop::Landmine { .. } => "a bar anchored at its other end",
        Prop::Curve { .. } => "a towel round a post",
        Prop::PlainBar { .. } => "a pull-down bar",
        Prop::Pull { .. } => "a cable",
        Prop::Bag { .. } => "a bag",
        Prop::Ball { .. } => "a ball",
        Prop::Disc { class: "roll", .. } => "a foam roller",
        Prop::Disc { .. } => "weight plates",
        Prop::Bench { .. } | Prop::Block { .. } | Prop::Rod { .. } => return None,
    })
}

/// How one arm is held: straight or bent, and where to.
fn arm(sk: &Skeleton, j: &Limbs) -> (&'static str, &'static str) {
    let way = (j.grip - j.shoulder).unit();
    if j.upper().dot(j.forearm) > 0.86 {
        let place = if way.y < -0.8 {
            "hanging down"
        } else if way.dot(j.chest.up) > 0.6 {
            "overhead"
        } else if way.dot(j.chest.right).abs() > 0.75 {
            "out to the side"
        } else if way.dot(j.chest.fwd) > 0.5 {
            "reaching forward"
        } else {
            "beside the body"
        };
        return ("long", place);
    }
    let along = (j.grip - sk.trunk.hip).dot(sk.trunk.cut(30.0).axes.up);
    let place = if V3::UP.dot(j.grip) > sk.trunk.head.y + 12.0 {
        "hand above the head"
    } else if along > 60.0 {
        "hand by the head"
    } else if along > 34.0 {
        "hand by the chest"
    } else {
        "hand by the waist"
    };
    ("bent", place)
}

/// What the blades and the back do, where it can be told at a glance.
fn carriage(sk: &Skeleton, out: &mut String) {
    let [right, left] = &sk.sides;
    let together = right.forward.min(left.forward);
    let lifted = right.raised.max(left.raised);
    if together < -2.0 {
        out.push_str(", shoulder blades drawn together");
    } else if right.forward.max(left.forward) > 2.9 {
        out.push_str(", shoulder blades apart");
    }
    if lifted > 3.0 {
        out.push_str(", shoulders up");
    } else if right.raised.min(left.raised) < -1.6 {
        out.push_str(", shoulders down");
    }
    let (low, high) = (sk.trunk.axes[1].up, sk.trunk.axes[7].up);
    let flexed = low.cross(high).dot(V3::RIGHT);
    if flexed < -0.75 {
        out.push_str(", back rounded");
    } else if flexed > 0.25 {
        out.push_str(", back arched");
    }
    if sk.trunk.axes[7].right.dot(V3::RIGHT) < 0.6 {
        out.push_str(", chest turned");
    }
}

fn arms(sk: &Skeleton, out: &mut String) {
    let (right, left) = (arm(sk, &sk.sides[RIGHT]), arm(sk, &sk.sides[LEFT]));
    if right == left {
        out.push_str("arms ");
        out.push_str(right.0);
        out.push_str(", ");
        if let Some(rest) = right.1.strip_prefix("hand ") {
            out.push_str("hands ");
            out.push_str(rest);
        } else {
            out.push_str(right.1);
        }
    } else {
        for (name, (how, place)) in [("right arm ", right), ("; left arm ", left)] {
            out.push_str(name);
            out.push_str(how);
            out.push_str(", ");
            out.push_str(place);
        }
    }
}
