//! The backup file: all stored texts, one to a line. `docs/backup-format.md` describes it for others.
//!
//! Works with `store::texts`. Invariants: an entry comes out as it went in or not at all, for each has its checksum; what is
//! left out is counted; damage to one line costs that line alone.

use crate::store::rows::{self, Out};
use crate::store::{Texts, Unreadable, texts};
use crate::training::history::Workout;
use crate::training::time::{Day, Wall};

/// The version of the format that this code writes.
pub const FORMAT: u64 = 1;
/// The largest file that is read, in bytes: three times what browsers store for a page.
pub const MOST_BYTES: usize = 16 << 20;
/// The most entries that are read: many times those of twenty years.
pub const MOST_ENTRIES: usize = 20_000;
/// Of what could not be read, so much is listed one by one.
pub const MOST_LISTED: usize = 50;
/// So many workouts without a backup are worth a word, once the first of them is so many milliseconds old.
const REMIND_AFTER: usize = 10;
const REMIND_MILLIS: u64 = 14 * 86_400_000;
const NAME: &str = "yoke-backup";
/// How each file begins; version, time and number of entries follow.
const HEAD: &str = "[\"yoke-backup\",";
/// The last moment of the year 9999: a file that says it is of later is mistaken.
const LATEST: u64 = 253_402_300_799_999;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made; `None` if its first line does not say so.
    pub made: Option<Wall>,
    /// The entries that can be taken in.
    pub texts: Texts,
    /// How many lines cannot.
    pub refused: u64,
    /// The first of those, at most [`MOST_LISTED`]: `Line 12, yoke/own/7: damaged: its checksum does not match`.
    pub listed: Vec<String>,
    /// How many entries were in the file when it was made, but are not any more.
    pub missing: u64,
}

/// Why nothing can be taken from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    /// More than [`MOST_BYTES`] or [`MOST_ENTRIES`].
    TooLarge,
    /// Something else than a backup.
    Other,
    /// A backup in a form that only a later version of the app knows.
    Newer,
    /// A backup without one entry that can be read.
    Nothing,
}

impl NoBackup {
    /// What is wrong and what to do, for the person who chose the file.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::TooLarge => "It is larger than any backup. Nothing was changed.",
            Self::Other => {
                "It is no backup of Yoke. Those are called yoke-backup with a date. Nothing was changed."
            }
            Self::Newer => {
                "A newer version of Yoke made it. Close all tabs of Yoke, open it again, and bring the file in then. \
                 Nothing was changed."
            }
            Self::Nothing => "It is a backup, but nothing in it can be read. Nothing was changed.",
        }
    }
}

/// How many workouts no backup has, once that is worth a word: ten at least, and the first of them two weeks old. `history` is
/// newest first, `last` when a backup was saved last.
#[must_use]
pub fn overdue(history: &[Workout], last: Wall, now: Wall) -> Option<usize> {
    let count = history.iter().take_while(|workout| workout.ended > last).count();
    let first = history.get(count.checked_sub(1)?)?.ended;
    (count >= REMIND_AFTER && now.since(first) >= REMIND_MILLIS).then_some(count)
}

/// The name of a file made on that day, without its ending.
#[must_use]
pub fn name(day: Day) -> String {
    format!("{NAME}-{day}")
}

/// The text of a backup of these texts, made at `made`.
#[must_use]
pub fn write(made: Wall, texts: &Texts) -> String {
    let (made, count) = (made.0.to_string(), texts.len().to_string());
    let mut file = [HEAD, "1,", &made, ",", &count, ",["].concat();
    let mut end = "\n";
    for (key, text) in texts.iter() {
        let mut entry = Out::row();
        entry.text(key);
        entry.text(text);
        file += end;
        file += &entry.end();
        end = ",\n";
    }
    file + "\n]]\n"
}

/// What a file holds, whatever its text is.
///
/// # Errors
/// [`NoBackup`] if that is nothing.
pub fn read(file: &str) -> Result<Backup, NoBackup> {
    if file.len() > MOST_BYTES {
        return Err(NoBackup::TooLarge);
    }
    let mut head = None;
    let mut backup = Backup::default();
    let mut found = 0;
    for (line, number) in file.split('\n').zip(1_usize..) {
        let line = line.trim();
        if number == 1 {
            head = read_head(line);
            if head.is_some() {
                continue;
            }
        }
        let line = line.strip_suffix(',').unwrap_or(line);
        if line.is_empty() || line == "]]" {
            continue;
        }
        found += 1;
        let (key, text) = read_entry(line).unwrap_or_default();
        if let Err(why) = texts::check(&key, &text) {
            if backup.listed.len() < MOST_LISTED {
                // What is not in our form may be as long as the file.
                let key = if why == Unreadable::Form { String::new() } else { ", ".to_owned() + &key };
                backup.listed.push(format!("Line {number}{key}: {why}"));
            }
            backup.refused += 1;
        } else if backup.texts.get(&key).is_none_or(|known| texts::age(known) < texts::age(&text)) {
            backup.texts.insert(key, text);
            if backup.texts.len() > MOST_ENTRIES {
                return Err(NoBackup::TooLarge);
            }
        }
    }
    if let Some([version, made, count]) = head {
        if version > FORMAT {
            return Err(NoBackup::Newer);
        }
        backup.made = (made <= LATEST).then_some(Wall(made));
        backup.missing = count.saturating_sub(found);
    }
    match (backup.texts.is_empty(), head) {
        (false, _) => Ok(backup),
        (true, Some(_)) => Err(NoBackup::Nothing),
        (true, None) => Err(NoBackup::Other),
    }
}

/// Version, time and number of entries.
fn read_head(line: &str) -> Option<[u64; 3]> {
    let mut numbers = line.strip_prefix(HEAD)?.split(',').map(|number| number.parse::<u64>().ok());
    Some([numbers.next()??, numbers.next()??, numbers.next()??])
}

/// Key and text.
fn read_entry(line: &str) -> Option<(String, String)> {
    let mut row = rows::read(line).ok()?;
    Some((row.text().ok()?, row.text().ok()?))
}
