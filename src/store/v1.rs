//! Schema version 1: the shapes as they are stored, and their way to and from training.
//!
//! Frozen: once shipped, nothing here changes but the conversions, and a value may be added at the very end of a row, with a
//! usual one where it is missing. Any other shape is a new version with a migration.
//! Invariant: writing and reading back gives the same value, to the millisecond.

mod item;
mod own;
mod program;
mod remarks;
mod set;
mod settings;
mod test;

use std::borrow::Cow;

use item::{read_item, write_item};
pub(super) use own::{own_cells, own_of};
pub use own::{read_own, write_own};
pub(super) use program::{program_cells, program_of};
pub use program::{read_program, write_program};
use remarks::{read_remarks, write_remarks};
use set::{read_load, write_load};
pub use set::{read_set, write_set};
pub use settings::{read_settings, write_settings};
pub use test::{read_test, write_test};

use super::envelope::Unreadable;
use super::rows::{self, Out, Row, Wrong};
use crate::session::interval::link;
use crate::session::timeline::Plan;
use crate::session::{Clock, IntervalTimer, Parts, Record, Stage};
use crate::training::exercise::ExerciseId;
use crate::training::history::{Entry, Source, Workout, WorkoutId};
use crate::training::remarks::Remarks;
use crate::training::time::{UtcOffset, Wall};

/// An interval timer as stored: the code of its link. One that cannot run is not stored.
#[must_use]
pub fn write_timer(timer: &IntervalTimer) -> String {
    let mut out = Out::alone();
    out.text(&link::encode(timer).unwrap_or_default());
    out.end()
}

/// An interval timer from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_timer(text: &str) -> Result<IntervalTimer, Unreadable> {
    let code = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).ok_or(Unreadable::Content)?;
    link::decode(code).map_err(|_| Unreadable::Content)
}

/// The part of a running workout that does not change.
#[derive(Debug)]
pub struct PlanPart {
    /// The workout's id.
    pub id: WorkoutId,
    /// How often it was changed; the keys of its sets go with it.
    pub revision: u32,
    plan: Plan,
    started: Wall,
    offset: UtcOffset,
}

/// A running workout's plan as stored: id, title, source, start, minutes ahead of UTC, each exercise with its numbers (see
/// `write_item`), the link of an interval timer, and how often the plan was changed. The last two came later and may be
/// missing.
#[must_use]
pub fn write_plan(parts: &Parts) -> String {
    let mut out = Out::row();
    out.text(parts.id.as_str());
    out.text(&parts.plan.title);
    write_source(&mut out, parts.plan.source.as_ref());
    out.number(parts.started.0);
    out.signed(parts.offset.get().into());
    out.open();
    parts.plan.items.iter().for_each(|item| write_item(&mut out, item));
    out.close();
    out.maybe(parts.plan.timer.as_ref().and_then(|timer| link::encode(timer).ok()).as_deref());
    out.number(parts.revision.into());
    out.end()
}

/// A running workout's plan from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_plan(text: &str) -> Result<PlanPart, Unreadable> {
    let mut row = row(text)?;
    let (id, title, source) = (row.text()?, row.text()?, read_source(&mut row)?);
    let (started, offset) = (Wall(row.number()?), UtcOffset::minutes(row.number()?));
    let mut stored = row.list()?;
    let mut items = Vec::new();
    while let Ok(item) = stored.list() {
        items.push(read_item(item)?);
    }
    let timer = row.maybe()?.as_deref().map(link::decode).transpose().map_err(|_| Unreadable::Content)?;
    let revision = row.number().unwrap_or(0);
    let plan = Plan { title, source, items, timer };
    Ok(PlanPart { id: WorkoutId::stored(&id), revision, plan, started, offset })
}

/// A workout and the state of its plan: `ID`, or `ID#2` after two changes. Numbers of steps mean nothing in another.
#[must_use]
pub fn owner(id: &WorkoutId, revision: u32) -> String {
    if revision == 0 { id.as_str().to_owned() } else { format!("{}#{revision}", id.as_str()) }
}

/// Where a running workout stands, as stored. Numbers: `0 step since rested` waits, `1 step phase clock since` is
/// timed, `2 after next clock since` rests, `3 since` is done; a clock is `0 ends whole` or, paused, `1 left whole`.
#[must_use]
pub fn write_stage(parts: &Parts) -> String {
    let clock = |clock: Clock| match clock {
        Clock::Running { ends, whole } => [0, ends.0, whole],
        Clock::Paused { left, whole } => [1, left, whole],
    };
    let mut set_load = None;
    let numbers = match parts.stage {
        Stage::Ready { step, since, rested } => vec![0, step as u64, since.0, u64::from(rested)],
        Stage::Timed { step, phase, load, clock: c, since } => {
            set_load = load.map(write_load);
            let [kind, at, whole] = clock(c);
            vec![1, step as u64, phase as u64, kind, at, whole, since.0]
        }
        Stage::Resting { after, next, clock: c, since } => {
            let [kind, at, whole] = clock(c);
            vec![2, after as u64, next as u64, kind, at, whole, since.0]
        }
        Stage::Complete { since } => vec![3, since.0],
    };
    let mut out = Out::row();
    out.text(&owner(&parts.id, parts.revision));
    out.numbers(&numbers);
    out.maybe(set_load.as_deref());
    out.end()
}

/// The workout (see [`owner`]) and where it stands, from the stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_stage(text: &str) -> Result<(String, Stage), Unreadable> {
    let mut row = row(text)?;
    let (id, mut numbers, load) = (row.text()?, row.list()?, row.maybe()?);
    let clock = |numbers: &mut Row| {
        let paused = numbers.number::<u8>()? != 0;
        let (at, whole) = (numbers.number()?, numbers.number()?);
        Ok::<_, Unreadable>(if paused {
            Clock::Paused { left: at, whole }
        } else {
            Clock::Running { ends: Wall(at), whole }
        })
    };
    let stage = match numbers.number::<u8>()? {
        0 => {
            let (step, since, rested) =
                (numbers.number()?, Wall(numbers.number()?), numbers.number::<u8>()? != 0);
            Stage::Ready { step, since, rested }
        }
        1 => {
            let (step, phase, clock) = (numbers.number()?, numbers.number()?, clock(&mut numbers)?);
            let load = load.as_deref().map(read_load).transpose()?;
            Stage::Timed { step, phase, load, clock, since: Wall(numbers.number()?) }
        }
        2 => {
            let (after, next, clock) = (numbers.number()?, numbers.number()?, clock(&mut numbers)?);
            Stage::Resting { after, next, clock, since: Wall(numbers.number()?) }
        }
        3 => Stage::Complete { since: Wall(numbers.number()?) },
        _ => return Err(Unreadable::Content),
    };
    Ok((id, stage))
}

/// One step's record as stored; `None` for an open step, which has no key.
#[must_use]
pub fn write_record(parts: &Parts, step: usize) -> Option<String> {
    let set = match parts.records.get(step)? {
        Record::Open => return None,
        Record::Skipped => None,
        Record::Logged(log) => Some(write_set(log, parts.started)),
    };
    let mut out = Out::row();
    out.text(&owner(&parts.id, parts.revision));
    out.number(step as u64);
    out.maybe(set.as_deref());
    Some(out.end())
}

/// One step's record from its stored text: the step and the set as text (its times count from the start).
///
/// # Errors
/// [`Unreadable::Content`] if it is not that, or belongs to another than `of` (see [`owner`]).
pub fn read_record(text: &str, of: Option<&str>) -> Result<(usize, Option<String>), Unreadable> {
    let mut row = row(text)?;
    let (owner, step, set) = (row.text()?, row.number::<usize>()?, row.maybe()?);
    if of != Some(owner.as_str()) || step >= 10_000 {
        return Err(Unreadable::Content);
    }
    if let Some(set) = &set {
        read_set(set, Wall(0))?;
    }
    Ok((step, set))
}

/// What was said beside the numbers of a running workout, as stored; nothing where nothing was said.
#[must_use]
pub fn write_said(parts: &Parts) -> Option<String> {
    if parts.remarks.is_empty() {
        return None;
    }
    let mut out = Out::row();
    out.text(parts.id.as_str());
    write_remarks(&mut out, &parts.remarks);
    Some(out.end())
}

/// The workout and what was said beside its numbers, from the stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_said(text: &str) -> Result<(WorkoutId, Remarks), Unreadable> {
    let mut row = row(text)?;
    Ok((WorkoutId::stored(&row.text()?), read_remarks(row.list()?)?))
}

/// A running workout from its stored parts.
#[must_use]
pub fn join(
    plan: PlanPart,
    stage: Option<Stage>,
    sets: Vec<(usize, Option<String>)>,
    remarks: Remarks,
) -> Parts {
    let mut records = Vec::new();
    for (step, set) in sets {
        if records.len() <= step {
            records.resize(step + 1, Record::Open);
        }
        records[step] = match set.map(|set| read_set(&set, plan.started)) {
            None => Record::Skipped,
            Some(Ok((log, _))) => Record::Logged(log),
            Some(Err(_)) => Record::Open,
        };
    }
    // Without a stage the workout waits before its first open step.
    let stage = stage.unwrap_or(Stage::Ready { step: usize::MAX, since: plan.started, rested: false });
    let PlanPart { id, plan, started, offset, revision } = plan;
    Parts { id, plan, records, stage, started, offset, revision, remarks }
}

/// A finished workout as stored: title, source, start, length in milliseconds, minutes ahead of UTC, each exercise with
/// its sets (see `write_set`), semicolons between; then, later and only if something was said, the remarks.
#[must_use]
pub fn write_workout(workout: &Workout) -> String {
    let mut before = workout.started;
    let mut out = Out::row();
    out.text(&workout.title);
    write_source(&mut out, workout.source.as_ref());
    out.number(workout.started.0);
    out.number(workout.millis());
    out.signed(workout.offset.get().into());
    out.open();
    for entry in &workout.entries {
        let mut sets = String::new();
        for set in &entry.sets {
            if !sets.is_empty() {
                sets.push(';');
            }
            sets += &write_set(set, before);
            before = set.at;
        }
        out.open();
        out.text(entry.exercise.as_str());
        out.text(&sets);
        out.close();
    }
    out.close();
    if !workout.remarks.is_empty() {
        write_remarks(&mut out, &workout.remarks);
    }
    out.end()
}

/// A finished workout from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_workout(text: &str, id: WorkoutId) -> Result<Workout, Unreadable> {
    let mut row = row(text)?;
    let (title, source) = (row.text()?, read_source(&mut row)?);
    let started = Wall(row.number()?);
    let ended = started.plus(row.number()?);
    let offset = UtcOffset::minutes(row.number()?);
    let mut before = started;
    let mut entries = Vec::new();
    let mut stored = row.list()?;
    while let Ok(mut entry) = stored.list() {
        let exercise = ExerciseId::stored(&entry.text()?);
        let mut sets = Vec::new();
        for set in entry.text()?.split(';') {
            let (log, at) = read_set(set, before)?;
            sets.push(log);
            before = at;
        }
        entries.push(Entry { exercise, sets });
    }
    let remarks = row.list().map_or_else(|_| Ok(Remarks::default()), read_remarks)?;
    Ok(Workout { id, title, source, started, ended, offset, entries, remarks })
}

/// Program, day, letter; nothing where there is none.
fn write_source(out: &mut Out, source: Option<&Source>) {
    match source {
        None => out.maybe(None),
        Some(source) => {
            out.open();
            out.text(&source.program);
            out.number(source.day as u64);
            out.text(&source.mark);
            out.close();
        }
    }
}

fn read_source(row: &mut Row) -> Result<Option<Source>, Unreadable> {
    let Ok(mut source) = row.list() else { return row.maybe().map(|_| None).map_err(Into::into) };
    let (program, day, mark) = (Cow::Owned(source.text()?), source.number()?, source.text()?);
    Ok(Some(Source { program, day, mark }))
}

fn row(text: &str) -> Result<Row, Unreadable> {
    Ok(rows::read(text)?)
}

impl From<Wrong> for Unreadable {
    fn from(_: Wrong) -> Self {
        Self::Content
    }
}
