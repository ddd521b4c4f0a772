//! Changing a program: one closed set of edits, what each refuses, and the way back.
//!
//! Works with `program`; the numbers of an exercise stand in `field`. Invariant: a program that [`checked`] lets pass
//! stays one through any edits: 1 to 14 days, 1 to 30 exercises a day, tidy names, numbers within their limits.

mod field;

use std::borrow::Cow;
use std::fmt;

pub use field::{Field, Kind, Limits};

use super::own::{LONGEST_NAME, LONGEST_NOTES, NameError, tidy_name};
use super::prescription::Prescription;
use super::program::{Cadence, DayPlan, Program, ProgramId, Weekdays};

/// The most days of a program.
pub const MOST_DAYS: usize = MARKS.len();
/// The most exercises of a day.
pub const MOST_ITEMS: usize = 30;
/// How many edits can be taken back.
pub const MOST_UNDO: usize = 50;
/// The days of an own program have these letters, in order.
const MARKS: &str = "ABCDEFGHIJKLMN";

/// A place in a program: the day and the exercise in it, both from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Which day.
    pub day: usize,
    /// Which of its exercises.
    pub item: usize,
}

/// One of a program's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The program's name.
    Name,
    /// Its note; cut to 1,000 characters.
    Note,
    /// The name of the day.
    Day,
}

/// One change of a program, at a place: the day, or the exercise in it.
#[derive(Clone, Copy, Debug)]
pub enum Edit<'a> {
    /// Another text.
    Words(Words, &'a str),
    /// Another schedule.
    Cadence(Cadence),
    /// Trains on a day of the week, 0 for Monday, or no longer. The last one of them stays.
    Weekday(usize),
    /// A new last day that begins with this.
    AddDay(&'a Prescription),
    /// The same day again, behind it.
    CopyDay,
    /// Takes the day out.
    RemoveDay,
    /// The day and this one change places.
    SwapDay(usize),
    /// A new last exercise of the day.
    Add(&'a Prescription),
    /// Another exercise, with the dose of the old one if both count the same.
    Replace(&'a Prescription),
    /// The same exercise again, behind it.
    Copy,
    /// Takes the exercise out.
    Remove,
    /// Takes the exercise out and puts it in at this place, counted without it; past the end is at the end. Put between
    /// two that take turns it takes turns with them.
    Move(At),
    /// A number, in the unit of its field; cut to its limits. The other end of a range moves along.
    Number(Field, u32),
    /// Turns a flag on or off.
    Flip(Field),
    /// Lets the exercise take turns with the next one, or no longer.
    Join,
}

/// Why an edit was refused. The text is for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// A name that cannot be.
    Name(NameError),
    /// It would leave no day.
    LastDay,
    /// It would leave a day without an exercise.
    LastItem,
    /// More than 14 days.
    TooManyDays,
    /// More than 30 exercises in a day.
    TooManyItems,
    /// There is no such day, exercise, neighbour or number.
    NotThere,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name(error) => return error.fmt(f),
            Self::LastDay => "A program needs a session. Delete the program instead.",
            Self::LastItem => "A session needs an exercise. Add another one first, or remove the session.",
            Self::TooManyDays => "14 sessions are the most.",
            Self::TooManyItems => "30 exercises are the most in a session.",
            Self::NotThere => "That is not there any more.",
        })
    }
}

impl std::error::Error for EditError {}

/// Changes a program at a place.
///
/// # Errors
/// An [`EditError`]; then nothing has changed.
pub fn apply(program: &mut Program, at: At, edit: Edit<'_>) -> Result<(), EditError> {
    let mut next = program.clone();
    change(&mut next, at, edit)?;
    tidy(&mut next);
    *program = next;
    Ok(())
}

fn change(program: &mut Program, at: At, edit: Edit<'_>) -> Result<(), EditError> {
    let days = &mut program.days;
    let count = days.len();
    let day = days.get_mut(at.day).ok_or(EditError::NotThere)?;
    let (name, items) = (&mut day.name, &mut day.items);
    let (room, place) = (items.len() < MOST_ITEMS, items.get_mut(at.item).ok_or(EditError::NotThere));
    match edit {
        Edit::Words(Words::Note, rule) => program.rule = Cow::Owned(cut(rule, LONGEST_NOTES)),
        Edit::Words(which, typed) => {
            let slot = if which == Words::Day { name } else { &mut program.name };
            *slot = Cow::Owned(tidy_name(typed).map_err(EditError::Name)?);
        }
        Edit::Cadence(cadence) => program.cadence = cadence,
        Edit::Weekday(nth) => {
            let days = Weekdays::of(program.cadence.weekdays() ^ 1 << (nth % 7));
            program.cadence = days.map_or(program.cadence, Cadence::On);
        }
        Edit::AddDay(_) | Edit::CopyDay if count == MOST_DAYS => return Err(EditError::TooManyDays),
        Edit::AddDay(item) => {
            let name = Cow::Owned(format!("Session {}", mark(count)));
            days.push(DayPlan { mark: Cow::Borrowed(""), name, items: vec![item.clone()] });
        }
        Edit::CopyDay => {
            let copy = DayPlan { name: Cow::Owned(copied_name(name)), ..day.clone() };
            days.insert(at.day + 1, copy);
        }
        Edit::RemoveDay if count == 1 => return Err(EditError::LastDay),
        Edit::RemoveDay => drop(days.remove(at.day)),
        Edit::SwapDay(with) if with < count => days.swap(at.day, with),
        Edit::SwapDay(_) => return Err(EditError::NotThere),
        Edit::Add(_) | Edit::Copy if !room => return Err(EditError::TooManyItems),
        Edit::Add(item) => items.push(item.clone()),
        Edit::Copy => {
            let copy = place?.clone();
            items.insert(at.item + 1, copy);
        }
        Edit::Replace(new) => {
            let item = place?;
            *item = new.clone().in_place_of(item);
        }
        Edit::Number(field, _) | Edit::Flip(field) => {
            let item = place?;
            let now = field.get(item).ok_or(EditError::NotThere)?;
            field.put(item, if let Edit::Number(_, number) = edit { number } else { 1 ^ now });
        }
        Edit::Join => {
            let mut joins: Vec<bool> = (0..items.len()).map(|item| takes_turns(items, item)).collect();
            let join = joins.get_mut(at.item).filter(|_| at.item + 1 < items.len());
            let join = join.ok_or(EditError::NotThere)?;
            *join = !*join;
            number_groups(items, &joins);
        }
        Edit::Remove | Edit::Move(_) => {
            place?;
            if items.len() == 1 {
                return Err(EditError::LastItem);
            }
            let mut item = items.remove(at.item);
            let Edit::Move(to) = edit else { return Ok(()) };
            let items = &mut days.get_mut(to.day).ok_or(EditError::NotThere)?.items;
            if items.len() == MOST_ITEMS {
                return Err(EditError::TooManyItems);
            }
            let place = to.item.min(items.len());
            let group = |at: Option<usize>| at.and_then(|at| items.get(at)).map(|item| item.group);
            let (above, below) = (group(place.checked_sub(1)), group(Some(place)));
            item.group = match above {
                Some(group) if above == below => group,
                // A number of another day means another superset.
                _ => item.group * u8::from(at.day == to.day),
            };
            items.insert(place, item);
        }
    }
    Ok(())
}

/// Whether an exercise of a day takes turns with the next one.
#[must_use]
pub fn takes_turns(items: &[Prescription], item: usize) -> bool {
    match (items.get(item), items.get(item + 1)) {
        (Some(one), Some(next)) => one.group != 0 && one.group == next.group,
        _ => false,
    }
}

/// Numbers the runs of exercises that take turns from 1 on; `joins` says of each whether it goes on with the next.
fn number_groups(items: &mut [Prescription], joins: &[bool]) {
    let (mut number, mut within) = (0, false);
    for (item, &goes_on) in items.iter_mut().zip(joins) {
        number += u8::from(goes_on && !within);
        item.group = if goes_on || within { number } else { 0 };
        within = goes_on;
    }
}

/// The one form of a program: letters and groups in order, numbers within their limits.
fn tidy(program: &mut Program) {
    for (nth, day) in program.days.iter_mut().enumerate() {
        day.mark = Cow::Borrowed(mark(nth));
        let joins: Vec<bool> = (0..day.items.len()).map(|item| takes_turns(&day.items, item)).collect();
        number_groups(&mut day.items, &joins);
        for item in &mut day.items {
            item.from_round = 0;
            for field in Field::ALL {
                if let Some(number) = field.get(item) {
                    field.put(item, number);
                }
            }
        }
    }
}

/// The letter of a day.
fn mark(nth: usize) -> &'static str {
    MARKS.get(nth..=nth).unwrap_or_default()
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn copied_name(name: &str) -> String {
    const MORE: &str = ", copy";
    cut(name, LONGEST_NAME - MORE.len()) + MORE
}

/// A program as it came from a store or a link, its numbers cut to their limits. `None` if it has too few or too many
/// days or exercises, or a name that cannot be.
#[must_use]
pub fn checked(mut program: Program) -> Option<Program> {
    let tidy_name = |name: &str| tidy_name(name).is_ok_and(|tidy| tidy == name);
    let day = |day: &DayPlan| (1..=MOST_ITEMS).contains(&day.items.len()) && tidy_name(&day.name);
    let sound = (1..=MOST_DAYS).contains(&program.days.len())
        && program.days.iter().all(day)
        && tidy_name(&program.name)
        && program.rule.chars().count() <= LONGEST_NOTES;
    tidy(&mut program);
    sound.then_some(program)
}

/// A new program that begins with this.
#[must_use]
pub fn fresh(id: ProgramId, item: Prescription) -> Program {
    let (name, day) = (Cow::Borrowed("My program"), Cow::Borrowed("Session A"));
    let days = vec![DayPlan { mark: Cow::Borrowed(mark(0)), name: day, items: vec![item] }];
    let none = Cow::Borrowed("");
    Program {
        id,
        name,
        who: none.clone(),
        place: none.clone(),
        rule: none,
        cadence: Cadence::PerWeek(2),
        days,
    }
}

/// A program to change, made of another one.
#[must_use]
pub fn copy(program: &Program, id: ProgramId) -> Program {
    let (name, none) = (Cow::Owned(copied_name(&program.name)), Cow::Borrowed(""));
    let mut copy = Program { id, name, who: none.clone(), place: none, ..program.clone() };
    tidy(&mut copy);
    copy
}

/// A program that is being changed, with the way back.
#[derive(Clone, Debug)]
pub struct Draft {
    program: Program,
    former: Vec<Program>,
    /// The number that was changed last: a stepper that is held is one edit.
    held: Option<(At, Field)>,
}

impl Draft {
    /// Begins to change a program.
    #[must_use]
    pub const fn new(program: Program) -> Self {
        Self { program, former: Vec::new(), held: None }
    }

    /// The program as it stands.
    #[must_use]
    pub const fn program(&self) -> &Program {
        &self.program
    }

    /// Changes it at a place.
    ///
    /// # Errors
    /// An [`EditError`]; then nothing has changed.
    pub fn apply(&mut self, at: At, edit: Edit<'_>) -> Result<(), EditError> {
        let held = match edit {
            Edit::Number(field, _) => Some((at, field)),
            _ => None,
        };
        let before = self.program.clone();
        apply(&mut self.program, at, edit)?;
        if before != self.program && (held.is_none() || held != self.held) {
            self.former.push(before);
            if self.former.len() > MOST_UNDO {
                self.former.remove(0);
            }
        }
        self.held = held;
        Ok(())
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.former.is_empty()
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        self.held = None;
        if let Some(before) = self.former.pop() {
            self.program = before;
        }
    }
}
