//! What is looked for, as the address says it, and the tables of its ids.

use std::fmt::{self, Write};

use super::super::muscles;
use crate::training::exercise::{Equipment, Goal, Level, Muscle};

/// The longest text that is searched for, in characters.
pub const LONGEST_TEXT: usize = 60;

/// Goals and their stable ids, as in links.
pub static GOALS: [(Goal, &str); 4] = [
    (Goal::Strength, "strength"),
    (Goal::Posture, "posture"),
    (Goal::Mobility, "mobility"),
    (Goal::Release, "release"),
];

/// Levels and their stable ids, as in links.
pub static LEVELS: [(Level, &str); 3] =
    [(Level::Easy, "easy"), (Level::Middle, "middle"), (Level::Hard, "hard")];

/// Equipment that one has or has not, and its stable ids, as in links and settings.
pub static GEAR: [(Equipment, &str); 21] = [
    (Equipment::Barbell, "barbell"),
    (Equipment::Dumbbells, "dumbbells"),
    (Equipment::Plates, "plates"),
    (Equipment::Cable, "cable"),
    (Equipment::Rope, "rope"),
    (Equipment::CableBar, "cable-bar"),
    (Equipment::Bench, "bench"),
    (Equipment::InclineBench, "incline-bench"),
    (Equipment::HighBench, "high-bench"),
    (Equipment::Rack, "rack"),
    (Equipment::Landmine, "landmine"),
    (Equipment::TBar, "t-bar"),
    (Equipment::LowBar, "low-bar"),
    (Equipment::PullUpBar, "pull-up-bar"),
    (Equipment::Band, "band"),
    (Equipment::SlingTrainer, "sling-trainer"),
    (Equipment::Backpack, "backpack"),
    (Equipment::Bags, "bags"),
    (Equipment::Towel, "towel"),
    (Equipment::FoamRoller, "foam-roller"),
    (Equipment::Ball, "ball"),
];

/// Counts as always there, so no [`Kit`] holds it and no link names it.
pub const ALWAYS_THERE: [Equipment; 4] =
    [Equipment::Wall, Equipment::Doorway, Equipment::Chair, Equipment::Floor];

/// The id of `value` in one of the tables here; empty if it has none.
pub fn id_of<T: Copy + PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    table.iter().find(|row| row.0 == value).map_or("", |row| row.1)
}

/// What `id` names in one of the tables here.
pub fn by_id<T: Copy + PartialEq>(table: &[(T, &'static str)], id: &str) -> Option<T> {
    table.iter().find(|row| row.1 == id).map(|row| row.0)
}

/// A set of equipment, without what is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Kit(u32);

impl Kit {
    /// The set of these things.
    #[must_use]
    pub fn of(things: &[Equipment]) -> Self {
        let bit = |thing: &Equipment| if ALWAYS_THERE.contains(thing) { 0 } else { 1 << *thing as u32 };
        Self(things.iter().map(bit).fold(0, |all, one| all | one))
    }

    /// Whether nothing is in it; nobody has said then what there is.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of `other` is in here.
    #[must_use]
    pub const fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// The set with all of `other` put in, or taken out.
    #[must_use]
    pub const fn with(self, other: Self, inside: bool) -> Self {
        Self(if inside { self.0 | other.0 } else { self.0 & !other.0 })
    }

    /// Its things, in the order of [`GEAR`], with their ids.
    pub fn things(self) -> impl Iterator<Item = (Equipment, &'static str)> {
        GEAR.into_iter().filter(move |row| self.covers(Self::of(&[row.0])))
    }
}

/// Which equipment a result may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gear {
    /// What the person has, as the settings say at the time of the search.
    Mine,
    /// These things and no others.
    These(Kit),
}

/// What is looked for. Its text form is the query part of an address, such as
/// `q=row&muscle=rhomboids&goal=posture&level=easy&gear=mine`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Query {
    /// What was typed; only the first [`LONGEST_TEXT`] characters count.
    pub text: String,
    /// Only exercises that use this muscle in any way.
    pub muscle: Option<Muscle>,
    /// Only exercises that have this among their goals.
    pub goal: Option<Goal>,
    /// Only exercises of exactly this level.
    pub level: Option<Level>,
    /// Only exercises that one can do with this.
    pub gear: Option<Gear>,
}

impl Query {
    /// The query of an address's query part, without its `?`. What it does not know it leaves out.
    #[must_use]
    pub fn parse(part: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in part.split('&').filter_map(|pair| pair.split_once('=')) {
            let Some(value) = decoded(value) else { continue };
            match key {
                "q" => cut(&value).clone_into(&mut query.text),
                "muscle" => {
                    query.muscle = muscles::ALL.iter().find(|info| info.id == value).map(|info| info.muscle);
                }
                "goal" => query.goal = by_id(&GOALS, &value),
                "level" => query.level = by_id(&LEVELS, &value),
                "gear" => query.gear = gear(&value),
                _ => {}
            }
        }
        query
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lead = "";
        if !self.text.is_empty() {
            f.write_str("q=")?;
            for byte in cut(&self.text).bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    f.write_char(byte as char)?;
                } else {
                    write!(f, "%{byte:02X}")?;
                }
            }
            lead = "&";
        }
        let chips = [
            ("muscle=", self.muscle.map(|muscle| muscles::about(muscle).id)),
            ("goal=", self.goal.map(|goal| id_of(&GOALS, goal))),
            ("level=", self.level.map(|level| id_of(&LEVELS, level))),
            ("gear=", self.gear.map(|gear| if gear == Gear::Mine { "mine" } else { "" })),
        ];
        for (key, id) in chips {
            if let Some(id) = id {
                for text in [lead, key, id] {
                    f.write_str(text)?;
                }
                lead = "&";
            }
        }
        let Some(Gear::These(kit)) = self.gear else { return Ok(()) };
        let mut lead = "";
        for (_, id) in kit.things() {
            f.write_str(lead)?;
            f.write_str(id)?;
            lead = ",";
        }
        if lead.is_empty() { f.write_str("none") } else { Ok(()) }
    }
}

fn gear(value: &str) -> Option<Gear> {
    match value {
        "mine" => return Some(Gear::Mine),
        "none" => return Some(Gear::These(Kit::default())),
        _ => {}
    }
    let known = value.split(',').filter_map(|id| by_id(&GEAR, id));
    let kit = known.fold(Kit::default(), |kit, thing| kit.with(Kit::of(&[thing]), true));
    (kit != Kit::default()).then_some(Gear::These(kit))
}

pub(super) fn cut(text: &str) -> &str {
    text.char_indices().nth(LONGEST_TEXT).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn decoded(value: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let digit = |at: usize| tail.get(at).and_then(|byte| (*byte as char).to_digit(16));
        let (byte, used) = match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => ((high << 4 | low) as u8, 2),
            (b'+', ..) => (b' ', 0),
            _ => (*first, 0),
        };
        bytes.push(byte);
        rest = tail.get(used..).unwrap_or_default();
    }
    String::from_utf8(bytes).ok()
}
