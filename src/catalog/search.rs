//! Finding exercises: what was typed and the chips chosen, against an index of folded names.
//!
//! Works with `training::exercise` and the catalog's names of muscles and equipment; the list page keeps the [`Query`]
//! in the address. A page builds one [`Index`] at its start and may add a person's own exercises to it.
//! Invariant: filters only take away. What passes them stands in the same order as without them, save that with a
//! muscle chosen, exercises made for it come before those where it helps, within the same closeness of the text.

use std::fmt::{self, Write};

use super::{equipment, muscles};
use crate::training::exercise::{Equipment, Exercise, ExerciseId, Goal, Level, Muscle, MuscleUse, Share};

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

fn cut(text: &str) -> &str {
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

/// What the search needs to know of an exercise, shipped or a person's own.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// What a hit is told by.
    pub id: ExerciseId,
    /// The name in lists.
    pub name: &'a str,
    /// Other names.
    pub aliases: &'a [&'a str],
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
            aliases: exercise.aliases,
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
        for line in [facts.name, &tags, &helpers].iter().chain(facts.aliases) {
            let start = lines.len();
            for word in folded(line).split(' ') {
                if lines.len() > start {
                    lines.push(' ');
                }
                push_stem(&mut lines, word);
            }
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

/// What was typed, made ready: all of it as one word, each word, and each word joined with the next one, so that
/// `pull up`, `pull-up` and `pullup` find each other.
struct Wanted {
    whole: Term,
    words: Vec<Term>,
    pairs: Vec<Term>,
}

struct Term {
    raw: String,
    /// Without the ending of a plural.
    stem: String,
    letters: u32,
    /// How many typos are forgiven.
    typos: u8,
    /// Perhaps still being typed.
    unfinished: bool,
}

impl Wanted {
    fn new(text: &str) -> Self {
        let text = folded(text);
        let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let mut stems = String::new();
        for word in &words {
            push_stem(&mut stems, word);
        }
        if !words.iter().all(|word| is_filler(word)) {
            words.retain(|word| !is_filler(word));
        }
        let terms = |width: usize| {
            let ends = words.len().saturating_sub(width);
            let joined = words.windows(width).map(<[&str]>::concat).enumerate();
            joined.map(|(at, word)| Term::new(word, at == ends)).collect()
        };
        Self { whole: Term::new(stems, false), words: terms(1), pairs: terms(2) }
    }
}

/// Words that people add and that tell nothing.
fn is_filler(word: &str) -> bool {
    matches!(word, "and" | "exercise" | "exercises" | "for" | "of" | "or" | "the" | "to" | "with")
}

impl Term {
    fn new(raw: String, unfinished: bool) -> Self {
        let mut stem = String::new();
        push_stem(&mut stem, &raw);
        let typos = match unplural(&raw).chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        let letters = letter_set(unplural(&raw).as_bytes());
        Self { raw, stem, letters, typos, unfinished }
    }

    /// Whether the term begins `text`, and if so, whether the word there goes on after it.
    fn begins(&self, text: &[u8]) -> Option<bool> {
        let ends = |rest: &[u8]| matches!(rest.first(), None | Some(b' '));
        match after(text, self.raw.as_bytes()) {
            Some(rest) if ends(rest) => Some(false),
            begun => match after(text, self.stem.as_bytes()) {
                Some(rest) if ends(rest) => Some(false),
                _ => begun.map(|_| true),
            },
        }
    }

    fn nearly_begins(&self, text: &[u8]) -> bool {
        near(self, text, 1).or_else(|| near(self, text, 2)).is_some()
    }

    /// The rank of all that was typed as the line itself.
    fn is_line(&self, line: &[u8], alias: bool, typos: bool) -> u8 {
        if after(line, self.raw.as_bytes()).is_some_and(<[u8]>::is_empty) {
            u8::from(alias)
        } else if typos {
            near(self, line, usize::MAX).map_or(NONE, |cost| 6 + 2 * cost + u8::from(alias))
        } else {
            NONE
        }
    }
}

/// What follows after `word` at the start of `text`; spaces within the word do not count.
fn after<'a>(mut text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    for (at, byte) in word.iter().enumerate() {
        if let [b' ', rest @ ..] = text
            && at > 0
        {
            text = rest;
        }
        match text {
            [first, rest @ ..] if first == byte => text = rest,
            _ => return None,
        }
    }
    Some(text)
}

/// Longer words are taken as typed, in bytes.
const LONGEST_WORD: usize = 32;
const ROW: usize = LONGEST_WORD + 3;

/// How many typos lie between the term and the first `words` words of `text`, written as one, if few enough: letters
/// missing, too many, wrong or swapped with a neighbour (Damerau-Levenshtein, neighbours swapped once). Of a term that
/// may still be typed, only the start of a word need fit. Counts bytes, which are letters in Latin.
fn near(term: &Term, text: &[u8], words: usize) -> Option<u8> {
    let word = unplural(&term.raw).as_bytes();
    let unfinished = term.unfinished && words == 1;
    let most = if unfinished { word.len() + usize::from(term.typos) } else { ROW };
    let (mut squashed, mut length) = ([0; ROW], 0);
    let letters = text.split(|&byte| byte == b' ').take(words).flatten();
    for (place, &byte) in squashed.iter_mut().take(most).zip(letters) {
        *place = byte;
        length += 1;
    }
    let text = &squashed[..length];
    // Each letter that the other has not is a typo: this settles nearly all.
    let lack = (term.letters & !letter_set(text)).count_ones();
    let long = word.len() > LONGEST_WORD || word.len().abs_diff(length) > usize::from(term.typos);
    if term.typos == 0 || long || lack > u32::from(term.typos) {
        return None;
    }
    let (mut before, mut last) = ([0; ROW + 1], [0; ROW + 1]);
    last.iter_mut().zip(0..).for_each(|(cost, at)| *cost = at);
    for (i, letter) in word.iter().enumerate() {
        let mut row = [i as u8 + 1; ROW + 1];
        for (j, other) in text.iter().enumerate() {
            let mut cost = (last[j] + u8::from(letter != other)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == text[j - 1] && word[i - 1] == *other {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        before = last;
        last = row;
    }
    let from = if unfinished { 0 } else { length };
    last[from..=length].iter().copied().min().filter(|&cost| cost <= term.typos)
}

fn unplural(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

fn letter_set(text: &[u8]) -> u32 {
    text.iter().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// Adds the word without the ending of a plural.
fn push_stem(to: &mut String, word: &str) {
    let ends = |base: &str, endings: &[&str]| endings.iter().any(|ending| base.ends_with(ending));
    let (base, ending) = match (word.strip_suffix("ies"), word.strip_suffix("es"), word.strip_suffix('s')) {
        (Some(base), ..) if base.len() > 1 => (base, "y"),
        (_, Some(base), _) if ends(base, &["ch", "sh", "ss", "x"]) => (base, ""),
        (.., Some(base)) if base.len() > 1 && !base.ends_with('s') => (base, ""),
        _ => (word, ""),
    };
    to.push_str(base);
    to.push_str(ending);
}

/// The words of a text in lower case, a space between them: apostrophes and accents dropped, all other signs spaces.
fn folded(text: &str) -> String {
    /// From U+00C0 on.
    const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        let code = letter as u32;
        // Ranges instead of the whole of Unicode's tables, which would weigh more than the search.
        let lower = match code {
            0x27 | 0x60 | 0xAD | 0xB4 | 0x2BC | 0x300..=0x36F | 0x200B..=0x200D | 0x2018 | 0x2019 => continue,
            0x30..=0x39 | 0x61..=0x7A => code,
            0x41..=0x5A | 0x391..=0x3A9 | 0x410..=0x42F => code + 32,
            0xC0..=0xFF => u32::from(LATIN[(code - 0xC0) as usize]),
            0x100..=0x137 | 0x14A..=0x177 => code | 1,
            0x139..=0x148 | 0x179..=0x17E => code + code % 2,
            0x400..=0x40F => code + 80,
            0..0xC0 | 0x2000..=0x206F | 0x3000..=0x303F | 0xFFFD => 0x20,
            _ => code,
        };
        let lower = char::from_u32(lower).unwrap_or(' ');
        if lower != ' ' || !(words.is_empty() || words.ends_with(' ')) {
            words.push(lower);
        }
    }
    words.truncate(words.trim_end_matches(' ').len());
    words
}
