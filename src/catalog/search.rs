//! Finding exercises: what was typed and the chips chosen, against an index of folded names.
//!
//! Works with `training::exercise` and the catalog's names of muscles and equipment; the list page keeps the [`Query`]
//! in the address. A page builds one [`Index`] at its start and may add a person's own exercises to it.
//! Invariant: filters only take away. What passes them stands in the same order as without them, save that with a
//! muscle chosen, exercises made for it come before those where it helps, within the same closeness of the text.

mod query;
mod words;

pub use query::{ALWAYS_THERE, GEAR, GOALS, Gear, Kit, LEVELS, LONGEST_TEXT, Query, by_id, id_of};

use super::{equipment, muscles};
use crate::training::exercise::{Equipment, Exercise, ExerciseId, Goal, Level, MuscleUse, Share};
use query::cut;
pub use words::folded;
use words::{Term, Wanted, is_filler, stemmed};

/// What the search needs to know of an exercise, shipped or a person's own.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// What a hit is told by.
    pub id: ExerciseId,
    /// The name in lists.
    pub name: &'a str,
    /// Other names, a line each.
    pub aliases: &'a str,
    /// Its muscles.
    pub muscles: &'a [MuscleUse],
    /// Its goals.
    pub goals: &'a [Goal],
    /// Its level.
    pub level: Level,
    /// Alternative sets of things, one of which must be complete; none at all is as good as nothing needed.
    pub equipment: &'a [&'a [Equipment]],
}

impl From<&'static Exercise> for Facts<'_> {
    fn from(exercise: &'static Exercise) -> Self {
        Self {
            id: exercise.exercise_id(),
            name: exercise.name,
            aliases: exercise.words.aliases().0,
            muscles: exercise.muscles,
            goals: exercise.goals,
            level: exercise.level,
            equipment: exercise.equipment,
        }
    }
}

/// All that can be found, by name, folded once.
#[derive(Clone, Debug, Default)]
pub struct Index(Vec<Entry>);

#[derive(Clone, Debug)]
struct Entry {
    id: ExerciseId,
    /// Folded and stemmed: the name, what it is mostly for (muscles, equipment, goals), muscles that help,
    /// then a line for each alias.
    lines: String,
    muscles: [u32; 2],
    goals: u32,
    level: Level,
    kits: Vec<Kit>,
}

impl Index {
    /// The index of all exercises of the catalog.
    #[must_use]
    pub fn of_catalog() -> Self {
        let mut index = Self::default();
        super::exercises().for_each(|exercise| index.add(&exercise.into()));
        index
    }

    /// Puts an exercise in its place.
    pub fn add(&mut self, facts: &Facts) {
        let mut muscles = [0; 2];
        let (mut tags, mut helpers) = (String::new(), String::new());
        for used in facts.muscles {
            let helps = used.share == Share::Secondary;
            let about = muscles::about(used.muscle);
            let line = if helps { &mut helpers } else { &mut tags };
            for name in [about.name, " ", about.short, " "] {
                line.push_str(name);
            }
            muscles[usize::from(helps)] |= 1 << used.muscle as u32;
        }
        for &thing in facts.equipment.iter().copied().flatten() {
            tags.push_str(equipment::name(thing));
            tags.push(' ');
        }
        for &goal in facts.goals {
            tags.push_str(id_of(&GOALS, goal));
            tags.push(' ');
        }
        let mut lines = String::new();
        for line in [facts.name, &tags, &helpers].into_iter().chain(facts.aliases.lines()) {
            lines += &stemmed(line);
            lines.push('\n');
        }
        let entry = Entry {
            id: facts.id.clone(),
            muscles,
            goals: facts.goals.iter().fold(0, |all, &goal| all | 1 << goal as u32),
            level: facts.level,
            kits: facts.equipment.iter().map(|things| Kit::of(things)).collect(),
            lines,
        };
        let at = self.0.partition_point(|other| other.lines <= entry.lines);
        self.0.insert(at, entry);
    }

    /// The exercises that fit, closest first and by name among equals; `mine` is what [`Gear::Mine`] stands for.
    ///
    /// Every word must be found. Closest are whole names, then words of the name, of other names, then muscles,
    /// equipment and goals. Typos are forgiven only when nothing at all is found as typed.
    #[must_use]
    pub fn search(&self, query: &Query, mine: Kit) -> Vec<&ExerciseId> {
        let wanted = Wanted::new(cut(&query.text));
        let rank = |typos| -> Vec<u8> { self.0.iter().map(|entry| entry.rank(&wanted, typos)).collect() };
        let mut ranks = rank(false);
        if ranks.iter().all(|&rank| rank == NONE) {
            ranks = rank(true);
        }
        let mut found = Vec::new();
        for wanted_rank in 0..NONE {
            for helps in [false, true] {
                let of_rank = self.0.iter().zip(&ranks).filter(|(_, rank)| **rank == wanted_rank);
                found.extend(
                    of_rank.filter(|(e, _)| e.passes(query, mine) == Some(helps)).map(|(e, _)| &e.id),
                );
            }
        }
        found
    }

    /// The exercise that somebody else's `name` for it means, such as `Bent Over Row (Barbell)`.
    #[must_use]
    pub fn closest(&self, name: &str) -> Option<(ExerciseId, Confidence)> {
        let (words, gear) = name.split_once('(').unwrap_or((name, ""));
        let (words, gear) = (stemmed(words), stemmed(gear));
        let wanted = Wanted::new(cut(name));
        let mut found = None;
        for entry in &self.0 {
            // Typos are not forgiven here: the names come from lists, and nobody sees what else was found.
            let mut rank = 4 + entry.rank(&wanted, false);
            let tags = entry.lines.split('\n').nth(1).unwrap_or_default();
            let has = |word: &str| {
                tags.split(' ').any(|tag| tag == word) || matches!(word, "" | "weighted" | "bodyweight")
            };
            for (nth, line) in entry.lines.split_terminator('\n').enumerate() {
                let bare = line.split(' ').filter(|word| gear.split(' ').all(|thing| thing != *word));
                if bare.eq(words.split(' ')) && !matches!(nth, 1 | 2) {
                    // What it takes tells more than whether it is the name or an alias.
                    rank = rank.min(2 * u8::from(!gear.split(' ').all(has)) + u8::from(nth > 0));
                }
            }
            if !words.is_empty() && rank < found.map_or(10, |(best, _)| best) {
                found = Some((rank, &entry.id));
            }
        }
        let (rank, id) = found?;
        Some((id.clone(), if rank < 2 { Confidence::Sure } else { Confidence::Likely }))
    }
}

/// How sure it is that a name means an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// It is the name or an alias, word for word, and what stands in brackets is its gear.
    Sure,
    /// It is called so with other gear, or has all these words: a person has to say.
    Likely,
}

/// The rank of what does not fit. Below it: 0 whole name, 1 whole alias, words in 2 name, 3 name (only begun),
/// 4 alias, 5 alias (only begun), 6 main muscles, equipment, goals, 7 other muscles; with typos 8 and
/// 10 whole name with one and with two, 9 and 11 whole alias, words in 12 name, 13 alias, 14 and 15 the rest.
const NONE: u8 = 16;

impl Entry {
    /// Whether it passes the filters, and if so, whether the muscle asked for only helps.
    fn passes(&self, query: &Query, mine: Kit) -> Option<bool> {
        let have = match query.gear {
            Some(Gear::These(kit)) => Some(kit),
            Some(Gear::Mine) => Some(mine),
            None => None,
        };
        let pass = query.goal.is_none_or(|goal| self.goals & 1 << goal as u32 != 0)
            && query.level.is_none_or(|level| self.level == level)
            && have.is_none_or(|have| self.kits.is_empty() || self.kits.iter().any(|&kit| have.covers(kit)));
        let bit = query.muscle.map_or(0, |muscle| 1 << muscle as u32);
        let [made_for, helps] = self.muscles.map(|muscles| muscles & bit == bit);
        (pass && (made_for || helps)).then_some(!made_for)
    }

    fn rank(&self, wanted: &Wanted, typos: bool) -> u8 {
        let names = self.lines.split_terminator('\n').enumerate().filter(|(nth, _)| !matches!(nth, 1 | 2));
        let whole = names.map(|(nth, line)| wanted.whole.is_line(line.as_bytes(), nth > 0, typos)).min();
        let (mut worst, mut pair_before) = (0, NONE);
        for (nth, word) in wanted.words.iter().enumerate() {
            let pair = wanted.pairs.get(nth).map_or(NONE, |pair| self.best(pair, typos));
            worst = worst.max(self.best(word, typos).min(pair).min(pair_before));
            if worst == NONE {
                break;
            }
            pair_before = pair;
        }
        worst.min(whole.unwrap_or(NONE))
    }

    fn best(&self, term: &Term, typos: bool) -> u8 {
        let mut best = NONE;
        for (nth, line) in self.lines.split_terminator('\n').enumerate() {
            // Short words begin too many muscles.
            if matches!(nth, 1 | 2) && term.raw.len() < 3 {
                continue;
            }
            let mut rest = line.as_bytes();
            for word in line.split(' ') {
                best = best.min(match (nth, term.begins(rest)) {
                    (0, Some(only_begun)) => 2 + u8::from(only_begun),
                    (1 | 2, Some(_)) => 5 + nth as u8,
                    (_, Some(only_begun)) => 4 + u8::from(only_begun),
                    (_, None) if !typos || is_filler(word) || !term.nearly_begins(rest) => NONE,
                    (0, None) => 12,
                    (1 | 2, None) => 13 + nth as u8,
                    (_, None) => 13,
                });
                rest = rest.get(word.len() + 1..).unwrap_or_default();
            }
        }
        best
    }
}
