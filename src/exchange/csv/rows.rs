//! From rows to workouts: each row is a set, rows of one moment and name are a workout.
//!
//! Invariant: all that a row says becomes a part of a set or a note, or its line is told with the reason. Only rests are
//! passed over.

use super::cells::{DayOrder, Moment, moment, seconds, thousandths};
use super::columns::{Column, Columns};
use super::names::{Name, measure};
use super::reader::Row;
use super::reason::Reason;
use super::{Ask, Found, id_of, local_second};
use crate::store::v1;
use crate::training::history::{Amount, Done, Entry, SetLog, Workout, WorkoutId};
use crate::training::own::squeezed;
use crate::training::remarks::{About, LONGEST_NOTE, Remarks};
use crate::training::time::{UtcOffset, Wall};
use crate::training::units::{Load, Metres, Reps, Rir, Seconds, WeightUnit};

/// The most exercises of different names that a file can have.
const MOST_NAMES: usize = 1_000;
/// The most workouts that a file can have: one a day for 27 years.
const MOST_WORKOUTS: usize = 10_000;
/// The most sets that a workout of a file can have.
const MOST_SETS: u64 = 1_000;
/// The longest name of a workout that is kept, in letters.
const LONGEST_TITLE: usize = 80;
/// Stands for the id of a workout that is here already.
pub const HERE: &str = "here";
/// What leads a note that holds a set for which Strong has no columns, as it is stored.
pub const CODE: &str = "Yoke set ";

/// A row and what its columns are.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    /// The columns of the file.
    pub columns: &'a Columns,
    /// The row.
    pub row: &'a Row,
}

impl<'a> Cells<'a> {
    /// What stands in a column; empty if nothing does.
    #[must_use]
    pub fn of(self, column: Column) -> &'a str {
        self.row.cell(self.columns.place(column))
    }
}

/// What has been read so far.
#[derive(Debug)]
pub struct Rows<'a> {
    ask: &'a Ask<'a>,
    /// How days are read.
    pub order: DayOrder,
    /// What came of it.
    pub found: Found,
    /// How many of the names were settled before.
    pub settled: usize,
    /// The last start and name of a workout as they were written, for they stand on many rows; and its place.
    last: (String, usize),
    /// The place of the last name that was known.
    last_name: usize,
}

impl<'a> Rows<'a> {
    /// Nothing yet; these names are settled.
    pub fn new(ask: &'a Ask, mut names: Vec<Name>) -> Self {
        for name in &mut names {
            name.sets = 0;
        }
        Self {
            ask,
            order: DayOrder { month_first: ask.month_first, ..DayOrder::default() },
            settled: names.len(),
            found: Found { names, ..Found::default() },
            last: (String::new(), 0),
            last_name: 0,
        }
    }

    /// Takes one row in.
    ///
    /// # Errors
    /// What of it was not understood; then it stays out.
    pub fn take(&mut self, cells: Cells) -> Result<(), Reason> {
        let (row, width) = (cells.row, cells.columns.width);
        if row.open_quote {
            return Err(Reason::Quote);
        }
        if row.is_empty() {
            return Ok(());
        }
        if row.last && row.len() < width || (width..row.len()).any(|nth| !row.cell(nth).is_empty()) {
            return Err(Reason::Cells);
        }
        let (name, mark) = (cells.of(Column::Exercise), cells.of(Column::Mark));
        let kind = Kind::of(mark);
        if kind == Kind::Rest || name == "Rest Timer" {
            return Ok(());
        }
        let named = self.named(name)?;
        let place = self.place(cells)?;
        let (mut note, mut set) = (String::new(), None);
        let written = cells.of(Column::NoteOnSet);
        let mut said = cells.of(Column::NoteOnExercise).to_owned();
        let superset = cells.of(Column::Superset);
        if !superset.is_empty() {
            add(&mut said, &["Superset", superset].join(" "));
        }
        if let Some(code) = written.strip_prefix(CODE) {
            let (code, rest) = code.split_once('\n').unwrap_or((code, ""));
            add(&mut note, rest);
            set = Some(v1::read_set(code, Wall(0)).map_err(|_| Reason::Nothing)?.0);
        } else if kind == Kind::Note {
            add(&mut said, written);
        } else {
            add(&mut note, written);
            add(
                &mut note,
                match kind {
                    Kind::Drop => "Drop set",
                    Kind::Unknown => mark,
                    _ => "",
                },
            );
            set = Some(self.set(cells, kind, &mut note)?);
        }
        let (Some(workout), Some(name)) =
            (self.found.workouts.get_mut(place), self.found.names.get_mut(named))
        else {
            return Ok(());
        };
        let count = workout.entries.iter().map(|entry| entry.sets.len() as u64).sum();
        if workout.id.as_str() == HERE {
            return Ok(());
        } else if count == MOST_SETS {
            return Err(Reason::TooMany);
        }
        // Nobody knows when it was, but a note finds its set by the moment: each a millisecond after the one before.
        let at = workout.started.plus(count);
        let skipped = &mut self.found.skipped;
        let mut fit = |text: &str| {
            if text.chars().count() > LONGEST_NOTE {
                skipped.push((row.line, Reason::Note));
            }
            cut(text, LONGEST_NOTE)
        };
        let remarks = &mut workout.remarks;
        if remarks.workout.is_empty() {
            remarks.workout = fit(cells.of(Column::NoteOnWorkout));
        }
        if !note.is_empty() {
            remarks.sets.push((at, fit(&note)));
        }
        // On an exercise several rows may say something, the same or not.
        if !said.is_empty() {
            let about = About::Exercise(name.choice.clone());
            let mut all = remarks.note(&about).to_owned();
            if all.chars().count() < LONGEST_NOTE {
                add(&mut all, &said);
                remarks.set_note(about, &fit(&all));
            }
        }
        if let Some(set) = set {
            let set = SetLog { at, ..set };
            name.sets += 1;
            name.measure = measure(name.measure, &set);
            match workout.entries.iter_mut().rev().find(|entry| entry.exercise == name.choice) {
                Some(entry) => entry.sets.push(set),
                None => workout.entries.push(Entry { exercise: name.choice.clone(), sets: vec![set] }),
            }
        }
        Ok(())
    }

    /// Where the name of the exercise stands, spelt as on its first row.
    fn named(&mut self, name: &str) -> Result<usize, Reason> {
        let names = &mut self.found.names;
        if name.is_empty() {
            return Err(Reason::Exercise);
        }
        // Sets of an exercise mostly follow each other.
        if names.get(self.last_name).is_some_and(|known| known.name == name) {
            return Ok(self.last_name);
        }
        let name = squeezed(name);
        if let Some(at) = names.iter().position(|known| known.name.eq_ignore_ascii_case(&name)) {
            self.last_name = at;
            return Ok(at);
        }
        if names.len() == MOST_NAMES {
            return Err(Reason::TooMany);
        }
        names.push(Name::new(name));
        Ok(names.len() - 1)
    }

    /// Where the row's workout stands.
    fn place(&mut self, cells: Cells) -> Result<usize, Reason> {
        let (start, title) = (cells.of(Column::Start), cells.of(Column::Title));
        let key = [start, title].join("\n");
        if self.last.0 != key {
            self.last = (key, self.new_place(cells, start, title)?);
        }
        Ok(self.last.1)
    }

    fn new_place(&mut self, cells: Cells, text: &str, title: &str) -> Result<usize, Reason> {
        let start = moment(text, &mut self.order).ok_or(Reason::Date)?;
        let title = cut(&squeezed(if title.is_empty() { "Workout" } else { title }), LONGEST_TITLE);
        // Who writes UTC does not say where it was.
        let offset = start.zone.filter(|zone| *zone != 0).map_or(self.ask.offset, UtcOffset::minutes);
        let ahead = i64::from(start.zone.unwrap_or(offset.get())) * 60_000;
        let started = Wall(start.local.saturating_add_signed(-ahead));
        let known =
            self.found.workouts.iter().rposition(|known| known.started == started && known.title == title);
        if let Some(at) = known {
            return Ok(at);
        }
        if self.found.workouts.len() == MOST_WORKOUTS {
            return Err(Reason::TooMany);
        }
        let second = local_second(started, offset);
        let is_here =
            |known: &Workout| known.started == started || local_second(known.started, known.offset) == second;
        let id = if self.ask.history.iter().any(is_here) {
            WorkoutId::stored(HERE)
        } else {
            id_of(started, offset, &title)
        };
        let ended = started.plus(self.length(cells, start));
        let (entries, remarks) = (Vec::new(), Remarks::default());
        let workout = Workout { id, title, source: None, started, ended, offset, entries, remarks };
        self.found.workouts.push(workout);
        Ok(self.found.workouts.len() - 1)
    }

    /// How long the workout took, in milliseconds.
    fn length(&mut self, cells: Cells, start: Moment) -> u64 {
        let (end, length) = (cells.of(Column::End), cells.of(Column::Length));
        let millis = match (end, length) {
            ("", "") => Some(0),
            ("", length) => seconds(length).map(|seconds| u64::from(seconds) * 1_000),
            (end, _) => moment(end, &mut self.order).and_then(|end| end.local.checked_sub(start.local)),
        };
        millis.filter(|millis| *millis < 86_400_000).unwrap_or_else(|| {
            self.found.skipped.push((cells.row.line, Reason::Length));
            0
        })
    }

    /// The set of a row. What it says beside that goes into the note.
    fn set(&mut self, cells: Cells, kind: Kind, note: &mut String) -> Result<SetLog, Reason> {
        /// The columns of numbers, and what is told if one is not understood.
        const NUMBERS: [(Column, Reason); 8] = [
            (Column::Kilograms, Reason::Weight),
            (Column::Pounds, Reason::Weight),
            (Column::Weight, Reason::Weight),
            (Column::Reps, Reason::Reps),
            (Column::Kilometres, Reason::Distance),
            (Column::Miles, Reason::Distance),
            (Column::Metres, Reason::Distance),
            (Column::Distance, Reason::Distance),
        ];
        // In thousandths; 0 where nothing stands.
        let (mut numbers, mut written) = ([0; NUMBERS.len()], [""; NUMBERS.len()]);
        for (nth, (column, wrong)) in NUMBERS.into_iter().enumerate() {
            let text = cells.of(column);
            if !text.is_empty() {
                let (number, exact) = thousandths(text).ok_or(wrong)?;
                numbers[nth] = number;
                if !exact || number % 10 > 0 {
                    written[nth] = text;
                }
            }
        }
        let [kilograms, pounds, weight, reps, kilometres, miles, metres, distance] = numbers;
        let in_pounds = self.ask.unit == WeightUnit::Lb;
        let (nth, unit) = match cells.of(Column::WeightUnit).as_bytes() {
            _ if pounds > 0 && (in_pounds || kilograms == 0) => (1, WeightUnit::Lb),
            _ if kilograms > 0 => (0, WeightUnit::Kg),
            [b'k', ..] => (2, WeightUnit::Kg),
            [b'l', ..] => (2, WeightUnit::Lb),
            [] => {
                self.found.asks_unit |= weight > 0;
                (2, self.ask.unit)
            }
            _ => return Err(Reason::Weight),
        };
        let mut load = None;
        if numbers[nth] > 0 {
            load = Some(Load::from_hundredths(numbers[nth] / 10, unit).map_err(|_| Reason::Weight)?);
            // More digits than a load has.
            if !written[nth].is_empty() {
                add(note, &[written[nth], unit.symbol()].join(" "));
            }
        }
        // In tenths of a millimetre.
        let unit: u64 = match cells.of(Column::DistanceUnit).as_bytes() {
            [b'm'] | [b'm', b'e', ..] => 10_000,
            [b'm', ..] => 16_093_440,
            [b'f', ..] => 3_048,
            [] if in_pounds => 16_093_440,
            [] | [b'k', ..] => 10_000_000,
            _ => return Err(Reason::Distance),
        };
        let [kilometres, miles, metres, distance] = [kilometres, miles, metres, distance].map(u64::from);
        let far = kilometres * 10_000_000 + miles * 16_093_440 + metres * 10_000 + distance * unit;
        let metres = ((far + 5_000_000) / 10_000_000).min(1_000_000) as u32;
        let time = match cells.of(Column::Time) {
            "" => 0,
            text => seconds(text).filter(|time| *time <= Seconds::MAX).ok_or(Reason::Time)?,
        };
        let amount = if reps > 0 {
            let whole = if reps % 1_000 == 0 { reps / 1_000 } else { 0 };
            Amount::Reps(Reps::new(whole.min(1_000) as u16).map_err(|_| Reason::Reps)?)
        } else if kind == Kind::Unknown {
            return Err(Reason::Kind);
        } else if time > 0 {
            Amount::Held(Seconds::new(time))
        } else if far > 0 {
            Amount::Walked(Metres::new(metres.min(u32::from(u16::MAX)) as u16).map_err(|_| Reason::Distance)?)
        } else {
            return Err(Reason::Nothing);
        };
        if time > 0 && !matches!(amount, Amount::Held(_)) {
            add(note, &Seconds::new(time).to_string());
        }
        if far > 0 && !matches!(amount, Amount::Walked(_)) {
            add(note, &(metres.to_string() + " m"));
        }
        let exertion = cells.of(Column::Rpe);
        let rpe = thousandths(exertion).map_or(u32::MAX, |(rpe, _)| rpe);
        // Halves go towards harder; what is lost by that is noted.
        let rir = match rpe {
            1..=10_000 => Rir::new(((10_000 - rpe) / 1_000).min(Rir::MOST.into()) as u8).ok(),
            _ if kind == Kind::Failure => Rir::new(0).ok(),
            _ => None,
        };
        if !matches!(rpe, 0 | 6_000 | 7_000 | 8_000 | 9_000 | 10_000) && !exertion.is_empty() {
            add(note, &["RPE", exertion].join(" "));
        }
        Ok(SetLog { load, done: Done::Both(amount), rir, warm_up: kind == Kind::WarmUp, at: Wall(0) })
    }
}

/// Adds a sentence to a note, unless it ends so already.
fn add(note: &mut String, text: &str) {
    if !note.ends_with(text) {
        if !note.is_empty() {
            *note += ". ";
        }
        *note += text;
    }
}

/// The first letters of a text.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// What kind of set a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    WarmUp,
    Drop,
    Failure,
    /// No set: a note on the exercise.
    Note,
    /// No set: a rest.
    Rest,
    Unknown,
}

impl Kind {
    /// By the number, or by the first letter of the word.
    fn of(mark: &str) -> Self {
        match mark.as_bytes() {
            [] | [b'0'..=b'9', ..] => Self::Plain,
            [b'N' | b'n', _, b't', ..] => Self::Note,
            [first, ..] => match first | 0x20 {
                b'n' => Self::Plain,
                b'w' => Self::WarmUp,
                b'd' => Self::Drop,
                b'f' => Self::Failure,
                b'r' => Self::Rest,
                _ => Self::Unknown,
            },
        }
    }
}
