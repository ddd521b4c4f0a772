//! Schema version 1: the shapes as they are stored, and their way to and from training.
//!
//! Frozen: once shipped, nothing here changes but the conversions. A new shape is a new version with a migration.
//! Invariant: writing and reading back gives the same value, to the millisecond.

mod item;
mod set;

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use item::{MEASURES, read_item, write_item};
use set::{read_load, read_set, write_load, write_set};

use super::envelope::Unreadable;
use super::rows;
use super::settings::{Settings, Theme};
use crate::catalog::muscles;
use crate::catalog::search::{GEAR, Kit, by_id, id_of};
use crate::session::interval::link;
use crate::session::timeline::Plan;
use crate::session::{Clock, IntervalTimer, Parts, Record, Stage};
use crate::training::exercise::{ExerciseId, Laterality};
use crate::training::history::{Entry, Source, Workout, WorkoutId};
use crate::training::own::OwnExercise;
use crate::training::time::{UtcOffset, Wall};
use crate::training::units::WeightUnit;

/// Unit, sound, volume, vibration, screen kept on, theme, ids of equipment, program; then, later, numbers (pocket mode,
/// voice, flash, unwanted cues) and the name of the voice.
#[derive(Serialize, Deserialize)]
struct SettingsV1(
    String,
    bool,
    u8,
    bool,
    bool,
    String,
    Vec<String>,
    Option<String>,
    #[serde(default)] Vec<u64>,
    #[serde(default)] Option<String>,
);

/// Program, day, letter.
#[derive(Serialize, Deserialize)]
struct SourceV1(String, u64, String);

/// Id, title, source, start, minutes ahead of UTC, each exercise with its numbers (see [`write_item`]), the link of an
/// interval timer, and how often the plan was changed. The last two came later and may be missing.
#[derive(Serialize, Deserialize)]
struct PlanV1(
    String,
    String,
    Option<SourceV1>,
    u64,
    i16,
    Vec<(String, Vec<u64>)>,
    #[serde(default)] Option<String>,
    #[serde(default)] u32,
);

/// Workout, numbers of the stage (see [`write_stage`]), load of a timed step.
#[derive(Serialize, Deserialize)]
struct NowV1(String, Vec<u64>, Option<String>);

/// Workout, step, set as [`write_set`] has it; no set for a step passed over.
#[derive(Serialize, Deserialize)]
struct RecordV1(String, u64, Option<String>);

/// Title, source, start, length in milliseconds, minutes ahead of UTC, and each exercise with its sets (see
/// [`write_set`]), semicolons between.
#[derive(Serialize, Deserialize)]
struct WorkoutV1(String, Option<SourceV1>, u64, u64, i16, Vec<(String, String)>);

/// An own exercise: name, measure as in [`MEASURES`], sided, ids of muscles and of equipment, id of the exercise whose
/// figure it has, notes, put away.
#[derive(Serialize, Deserialize)]
struct OwnV1(String, u64, bool, Vec<String>, Vec<String>, Option<String>, String, bool);

fn to_text<T: Serialize>(value: &T) -> String {
    // These shapes are lists of texts and whole numbers: writing them cannot fail.
    rows::write(value).unwrap_or_default()
}

fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    rows::read(text).map_err(|_| Unreadable::Content)
}

/// Settings as stored.
#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    let theme = match settings.theme {
        Theme::System => "system",
        Theme::Dark => "dark",
        Theme::Light => "light",
    };
    to_text(&SettingsV1(
        settings.unit.symbol().to_owned(),
        settings.sound,
        settings.volume,
        settings.vibrate,
        settings.keep_awake,
        theme.to_owned(),
        settings.gear.things().map(|(_, id)| id.to_owned()).collect(),
        settings.program.as_deref().map(str::to_owned),
        [settings.pocket.into(), settings.voice.into(), settings.flash.into(), settings.quiet].map(u64::from).to_vec(),
        settings.voice_name.clone(),
    ))
}

/// Settings from their stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_settings(text: &str) -> Result<Settings, Unreadable> {
    let SettingsV1(unit, sound, volume, vibrate, keep_awake, theme, gear, program, more, voice_name) =
        from_text(text)?;
    let mut more = Numbers(more.iter());
    let mut more = || more.next::<u8>().unwrap_or(0);
    Ok(Settings {
        unit: match unit.as_str() {
            "kg" => WeightUnit::Kg,
            "lb" => WeightUnit::Lb,
            _ => return Err(Unreadable::Content),
        },
        sound,
        volume: volume.min(100),
        pocket: more() != 0,
        voice: more() != 0,
        voice_name,
        flash: more() != 0,
        quiet: more(),
        vibrate,
        keep_awake,
        theme: match theme.as_str() {
            "system" => Theme::System,
            "dark" => Theme::Dark,
            "light" => Theme::Light,
            _ => return Err(Unreadable::Content),
        },
        // A thing that this version does not know cannot be asked for by any of its exercises.
        gear: Kit::of(&gear.iter().filter_map(|id| by_id(&GEAR, id)).collect::<Vec<_>>()),
        program: program.map(Cow::Owned),
    })
}

/// An interval timer as stored: the code of its link. One that cannot run is not stored.
#[must_use]
pub fn write_timer(timer: &IntervalTimer) -> String {
    to_text(&link::encode(timer).unwrap_or_default())
}

/// An interval timer from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_timer(text: &str) -> Result<IntervalTimer, Unreadable> {
    link::decode(&from_text::<String>(text)?).map_err(|_| Unreadable::Content)
}

/// A row of stored numbers, taken one by one.
struct Numbers<'a>(std::slice::Iter<'a, u64>);

impl Numbers<'_> {
    fn next<T: TryFrom<u64>>(&mut self) -> Result<T, Unreadable> {
        self.0.next().and_then(|number| T::try_from(*number).ok()).ok_or(Unreadable::Content)
    }

    fn flag(&mut self) -> Result<bool, Unreadable> {
        Ok(self.next::<u8>()? != 0)
    }
}

/// An own exercise as stored.
#[must_use]
pub fn write_own(own: &OwnExercise) -> String {
    let measure = MEASURES.iter().position(|measure| *measure == own.measure).unwrap_or_default() as u64;
    to_text(&OwnV1(
        own.name.clone(),
        measure,
        own.laterality == Laterality::PerSide,
        own.muscles.iter().map(|muscle| muscles::about(*muscle).id.to_owned()).collect(),
        own.equipment.iter().map(|thing| id_of(&GEAR, *thing).to_owned()).collect(),
        own.figure.as_ref().map(ToString::to_string),
        own.notes.clone(),
        own.put_away,
    ))
}

/// An own exercise from its stored text. Muscles and things that this version does not know are left out.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_own(text: &str, id: ExerciseId) -> Result<OwnExercise, Unreadable> {
    let OwnV1(name, measure, sided, muscle_ids, gear, figure, notes, put_away) = from_text(text)?;
    let muscle = |id: &String| muscles::ALL.iter().find(|info| info.id == id).map(|info| info.muscle);
    Ok(OwnExercise {
        id,
        name,
        measure: *MEASURES.get(measure as usize).ok_or(Unreadable::Content)?,
        laterality: if sided { Laterality::PerSide } else { Laterality::Both },
        muscles: muscle_ids.iter().filter_map(muscle).collect(),
        equipment: gear.iter().filter_map(|id| by_id(&GEAR, id)).collect(),
        figure: figure.as_deref().map(ExerciseId::stored),
        notes,
        put_away,
    })
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

/// A running workout's plan as stored.
#[must_use]
pub fn write_plan(parts: &Parts) -> String {
    to_text(&PlanV1(
        parts.id.as_str().to_owned(),
        parts.plan.title.clone(),
        parts.plan.source.as_ref().map(write_source),
        parts.started.0,
        parts.offset.get(),
        parts.plan.items.iter().map(write_item).collect(),
        parts.plan.timer.as_ref().and_then(|timer| link::encode(timer).ok()),
        parts.revision,
    ))
}

/// A running workout's plan from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_plan(text: &str) -> Result<PlanPart, Unreadable> {
    let PlanV1(id, title, source, started, offset, items, timer, revision) = from_text(text)?;
    let timer = timer.as_deref().map(link::decode).transpose().map_err(|_| Unreadable::Content)?;
    let items = items.iter().map(read_item).collect::<Result<_, _>>()?;
    Ok(PlanPart {
        id: WorkoutId::stored(&id),
        plan: Plan { title, source: source.map(read_source), items, timer },
        revision,
        started: Wall(started),
        offset: UtcOffset::minutes(offset),
    })
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
    to_text(&NowV1(owner(&parts.id, parts.revision), numbers, set_load))
}

/// The workout (see [`owner`]) and where it stands, from the stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_stage(text: &str) -> Result<(String, Stage), Unreadable> {
    let NowV1(id, numbers, load) = from_text(text)?;
    let mut numbers = Numbers(numbers.iter());
    let clock = |numbers: &mut Numbers| {
        let paused = numbers.flag()?;
        let (at, whole) = (numbers.next()?, numbers.next()?);
        Ok(if paused { Clock::Paused { left: at, whole } } else { Clock::Running { ends: Wall(at), whole } })
    };
    let stage = match numbers.next::<u8>()? {
        0 => {
            let (step, since, rested) = (numbers.next()?, Wall(numbers.next()?), numbers.flag()?);
            Stage::Ready { step, since, rested }
        }
        1 => {
            let (step, phase, clock) = (numbers.next()?, numbers.next()?, clock(&mut numbers)?);
            let load = load.as_deref().map(read_load).transpose()?;
            Stage::Timed { step, phase, load, clock, since: Wall(numbers.next()?) }
        }
        2 => {
            let (after, next, clock) = (numbers.next()?, numbers.next()?, clock(&mut numbers)?);
            Stage::Resting { after, next, clock, since: Wall(numbers.next()?) }
        }
        3 => Stage::Complete { since: Wall(numbers.next()?) },
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
    Some(to_text(&RecordV1(owner(&parts.id, parts.revision), step as u64, set)))
}

/// One step's record from its stored text: the step and the set as text (its times count from the start).
///
/// # Errors
/// [`Unreadable::Content`] if it is not that, or belongs to another than `of` (see [`owner`]).
pub fn read_record(text: &str, of: Option<&str>) -> Result<(usize, Option<String>), Unreadable> {
    let RecordV1(owner, step, set) = from_text(text)?;
    if of != Some(owner.as_str()) || step >= 10_000 {
        return Err(Unreadable::Content);
    }
    if let Some(set) = &set {
        read_set(set, Wall(0))?;
    }
    Ok((step as usize, set))
}

/// A running workout from its stored parts.
#[must_use]
pub fn join(plan: PlanPart, stage: Option<Stage>, sets: Vec<(usize, Option<String>)>) -> Parts {
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
    Parts { id, plan, records, stage, started, offset, revision }
}

/// A finished workout as stored.
#[must_use]
pub fn write_workout(workout: &Workout) -> String {
    let mut before = workout.started;
    let entries = workout.entries.iter().map(|entry| {
        let mut sets = Vec::new();
        for set in &entry.sets {
            sets.push(write_set(set, before));
            before = set.at;
        }
        (entry.exercise.as_str().to_owned(), sets.join(";"))
    });
    to_text(&WorkoutV1(
        workout.title.clone(),
        workout.source.as_ref().map(write_source),
        workout.started.0,
        workout.millis(),
        workout.offset.get(),
        entries.collect(),
    ))
}

/// A finished workout from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_workout(text: &str, id: WorkoutId) -> Result<Workout, Unreadable> {
    let WorkoutV1(title, source, started, millis, offset, stored) = from_text(text)?;
    let started = Wall(started);
    let mut before = started;
    let mut entries = Vec::new();
    for (exercise, sets) in &stored {
        let mut read = Vec::new();
        for set in sets.split(';') {
            let (log, at) = read_set(set, before)?;
            read.push(log);
            before = at;
        }
        entries.push(Entry { exercise: ExerciseId::stored(exercise), sets: read });
    }
    Ok(Workout {
        id,
        title,
        source: source.map(read_source),
        started,
        ended: started.plus(millis),
        offset: UtcOffset::minutes(offset),
        entries,
    })
}

fn write_source(source: &Source) -> SourceV1 {
    SourceV1(source.program.clone().into_owned(), source.day as u64, source.mark.clone())
}

fn read_source(SourceV1(program, day, mark): SourceV1) -> Source {
    Source { program: Cow::Owned(program), day: day as usize, mark }
}
