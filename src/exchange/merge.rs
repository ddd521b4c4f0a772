//! How the texts of a file go together with those that are here.
//!
//! Works on [`Texts`] alone. What a person did (workouts, own exercises, timers, programs, self-tests, and whatever a later version
//! keeps) goes together key by key, and of two texts under one key the later edit stays (see [`texts::age`]). That is the
//! maximum of a total order, so it does not matter in which order files come in, nor how often. What belongs to a device
//! stays with it: its settings, once something was chosen in them, and its running workout.

use crate::store::{Change, OWN, PROGRAM, RUN, SETTINGS, TEST, TIMER, Texts, WORKOUT, texts};

/// The kinds of things that are counted: how their keys begin, and what they are called. The last is for what this version
/// does not know.
const KINDS: [(&str, &str); 6] = [
    (WORKOUT, "Workouts"),
    (OWN, "Own exercises"),
    (TIMER, "Timers"),
    (PROGRAM, "Programs"),
    (TEST, "Self-tests"),
    ("", "Others"),
];

/// How a thing in the file and the one here compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Only in the file.
    New,
    /// In both and not alike; the file has the later edit, and it comes in.
    Changed,
    /// In both and alike.
    Same,
    /// In both and not alike; the later edit is here, and it stays.
    Older,
    /// Only here.
    OnlyHere,
}

const WORDS: [&str; 5] = ["new", "changed", "the same", "older than here", "only here"];

/// How many things of each kind compare how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comparison([[usize; WORDS.len()]; KINDS.len()]);

impl Comparison {
    /// How many things of all kinds compare so.
    #[must_use]
    pub fn sum(&self, standing: Standing) -> usize {
        self.0.iter().map(|counts| counts[standing as usize]).sum()
    }

    /// A line for each kind that there is: `Workouts: 12 new, 1 changed, 214 the same`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (counts, (_, name)) in self.0.iter().zip(KINDS) {
            let mut line = String::new();
            for (count, word) in counts.iter().zip(WORDS).filter(|(count, _)| **count > 0) {
                let before = if line.is_empty() { [name, ": "] } else { [", ", ""] };
                line += &[before[0], before[1], &count.to_string(), " ", word].concat();
            }
            if !line.is_empty() {
                lines.push(line);
            }
        }
        lines
    }

    fn count(&mut self, key: &str, standing: Standing) {
        if key != SETTINGS && !key.starts_with(RUN) {
            self.0[kind_of(key)][standing as usize] += 1;
        }
    }
}

/// What there is and what room it takes, a line for each kind: `Workouts: 229, 140 kB`.
#[must_use]
pub fn inventory(texts: &Texts) -> Vec<String> {
    let mut kinds = [(0_usize, 0_usize); KINDS.len()];
    for (key, text) in texts.iter() {
        let kind = &mut kinds[kind_of(key)];
        *kind = (kind.0 + 1, kind.1 + key.len() + text.len());
    }
    let mut lines = Vec::new();
    for ((_, name), (count, size)) in KINDS.iter().zip(kinds) {
        if count > 0 {
            let (count, size) = (count.to_string(), size.div_ceil(1_000).to_string());
            lines.push([name, ": ", &count, ", ", &size, " kB"].concat());
        }
    }
    lines
}

fn kind_of(key: &str) -> usize {
    KINDS.iter().position(|(prefix, _)| key.starts_with(prefix)).unwrap_or(KINDS.len() - 1)
}

/// How a file compares with what is here.
#[must_use]
pub fn compare(here: &Texts, file: &Texts) -> Comparison {
    let mut comparison = Comparison::default();
    for (key, theirs) in file.iter() {
        let standing = match here.get(key) {
            None => Standing::New,
            Some(ours) if texts::same_content(ours, theirs) => Standing::Same,
            Some(ours) if texts::age(ours) < texts::age(theirs) => Standing::Changed,
            Some(_) => Standing::Older,
        };
        comparison.count(key, standing);
    }
    for (key, _) in here.iter() {
        if file.get(key).is_none() {
            comparison.count(key, Standing::OnlyHere);
        }
    }
    comparison
}

/// What is to become of what is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// What is new or later in the file is taken in.
    Merge,
    /// Everything becomes as in the file.
    Replace,
}

/// What has to change here: first what comes, then what goes, so that a crash in between loses nothing.
#[must_use]
pub fn changes(mode: Mode, here: &Texts, file: &Texts) -> Vec<Change> {
    let mut changes = Vec::new();
    for (key, theirs) in file.iter() {
        let comes = match (mode, here.get(key)) {
            (Mode::Replace, ours) => ours.is_none_or(|ours| !texts::same_content(ours, theirs)),
            // Nothing of a running workout; nor what would stand in for it at the next start, as if it were finished.
            (Mode::Merge, _) if key.starts_with(RUN) || texts::runs(here, key) => false,
            (Mode::Merge, None) => true,
            (Mode::Merge, Some(ours)) if key == SETTINGS => {
                texts::is_unchosen(ours) && !texts::same_content(ours, theirs)
            }
            (Mode::Merge, Some(ours)) => texts::age(ours) < texts::age(theirs),
        };
        if comes {
            // What comes in by a merge is the later edit by its own number; what replaces is made so.
            let anew = mode == Mode::Replace || key == SETTINGS;
            changes.push(Change { key: key.to_owned(), text: Some(theirs.to_owned()), anew });
        }
    }
    for (key, _) in here.iter() {
        if mode == Mode::Replace && file.get(key).is_none() {
            changes.push(Change { key: key.to_owned(), text: None, anew: true });
        }
    }
    changes
}
