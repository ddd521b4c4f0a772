//! Schema version 1: the shapes as they are stored, and their way to and from training.
//!
//! Frozen: once shipped, nothing here changes but the conversions. A new shape is a new version with a migration.
//! Invariant: writing and reading back gives the same value, to the millisecond.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::envelope::{Unreadable, base36};
use super::settings::{Settings, Theme};
use crate::session::timeline::Plan;
use crate::session::{Clock, Parts, Record, Stage};
use crate::training::exercise::{ExerciseId, Laterality, Measure, Target, Tempo};
use crate::training::history::{Amount, Done, Entry, SetLog, Source, Workout, WorkoutId};
use crate::training::prescription::{Pace, Prescription, RirRange};
use crate::training::time::{UtcOffset, Wall};
use crate::training::units::{Load, Reps, Rir, Seconds, WeightUnit};

#[derive(Serialize, Deserialize)]
struct SettingsV1 {
    unit: UnitV1,
    sound: bool,
    volume: u8,
    vibrate: bool,
    awake: bool,
    theme: ThemeV1,
    program: Option<String>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum UnitV1 {
    Kg,
    Lb,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum ThemeV1 {
    System,
    Dark,
    Light,
}

#[derive(Serialize, Deserialize)]
struct PlanV1 {
    id: String,
    title: String,
    source: Option<SourceV1>,
    started: u64,
    offset: i16,
    items: Vec<ItemV1>,
}

#[derive(Serialize, Deserialize)]
struct SourceV1(String, usize, String);

#[derive(Serialize, Deserialize)]
struct ItemV1 {
    exercise: String,
    sets: u8,
    target: TargetV1,
    measure: MeasureV1,
    sided: bool,
    rir: Option<(u8, u8)>,
    rest: u32,
    tempo: (u8, u8, u8, u8),
    guided: bool,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum TargetV1 {
    Reps(u16, u16),
    Breaths(u16),
    Hold(u32),
    Holds(u16, u32),
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum MeasureV1 {
    LoadReps,
    BodyReps,
    Reps,
    Hold,
    LoadCarry,
}

#[derive(Serialize, Deserialize)]
struct NowV1 {
    id: String,
    stage: StageV1,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StageV1 {
    Ready { step: usize, since: u64, rested: bool },
    Timed { step: usize, phase: usize, load: Option<String>, clock: ClockV1, since: u64 },
    Resting { after: usize, next: usize, clock: ClockV1, since: u64 },
    Complete { since: u64 },
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum ClockV1 {
    Ends(u64, u64),
    Left(u64, u64),
}

#[derive(Serialize, Deserialize)]
struct RecordV1 {
    id: String,
    step: usize,
    /// `None` for a step passed over.
    set: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct WorkoutV1 {
    /// Title.
    t: String,
    /// Source.
    p: Option<SourceV1>,
    /// Start.
    s: u64,
    /// Length in milliseconds.
    d: u64,
    /// Minutes ahead of UTC.
    z: i16,
    /// Exercise and its sets, see [`write_set`], with semicolons between.
    e: Vec<(String, String)>,
}

fn to_text<T: Serialize>(value: &T) -> String {
    // These shapes are plain structs with string keys: serialising them cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}

fn from_text<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|_| Unreadable::Content)
}

/// Settings as stored.
#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    to_text(&SettingsV1 {
        unit: match settings.unit {
            WeightUnit::Kg => UnitV1::Kg,
            WeightUnit::Lb => UnitV1::Lb,
        },
        sound: settings.sound,
        volume: settings.volume,
        vibrate: settings.vibrate,
        awake: settings.keep_awake,
        theme: match settings.theme {
            Theme::System => ThemeV1::System,
            Theme::Dark => ThemeV1::Dark,
            Theme::Light => ThemeV1::Light,
        },
        program: settings.program.as_deref().map(str::to_owned),
    })
}

/// Settings from their stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_settings(text: &str) -> Result<Settings, Unreadable> {
    let stored: SettingsV1 = from_text(text)?;
    Ok(Settings {
        unit: match stored.unit {
            UnitV1::Kg => WeightUnit::Kg,
            UnitV1::Lb => WeightUnit::Lb,
        },
        sound: stored.sound,
        volume: stored.volume.min(100),
        vibrate: stored.vibrate,
        keep_awake: stored.awake,
        theme: match stored.theme {
            ThemeV1::System => Theme::System,
            ThemeV1::Dark => Theme::Dark,
            ThemeV1::Light => Theme::Light,
        },
        program: stored.program.map(Cow::Owned),
    })
}

/// The part of a running workout that does not change.
#[derive(Debug)]
pub struct PlanPart {
    /// The workout's id.
    pub id: WorkoutId,
    plan: Plan,
    started: Wall,
    offset: UtcOffset,
}

/// A running workout's plan as stored.
#[must_use]
pub fn write_plan(parts: &Parts) -> String {
    to_text(&PlanV1 {
        id: parts.id.as_str().to_owned(),
        title: parts.plan.title.clone(),
        source: parts.plan.source.as_ref().map(write_source),
        started: parts.started.0,
        offset: parts.offset.get(),
        items: parts.plan.items.iter().map(write_item).collect(),
    })
}

/// A running workout's plan from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_plan(text: &str) -> Result<PlanPart, Unreadable> {
    let stored: PlanV1 = from_text(text)?;
    let items = stored.items.iter().map(read_item).collect::<Result<_, _>>()?;
    Ok(PlanPart {
        id: WorkoutId::stored(&stored.id),
        plan: Plan { title: stored.title, source: stored.source.map(read_source), items },
        started: Wall(stored.started),
        offset: UtcOffset::minutes(stored.offset),
    })
}

/// Where a running workout stands, as stored.
#[must_use]
pub fn write_stage(parts: &Parts) -> String {
    let clock = |clock: Clock| match clock {
        Clock::Running { ends, whole } => ClockV1::Ends(ends.0, whole),
        Clock::Paused { left, whole } => ClockV1::Left(left, whole),
    };
    let stage = match parts.stage {
        Stage::Ready { step, since, rested } => StageV1::Ready { step, since: since.0, rested },
        Stage::Timed { step, phase, load, clock: c, since } => {
            StageV1::Timed { step, phase, load: load.map(write_load), clock: clock(c), since: since.0 }
        }
        Stage::Resting { after, next, clock: c, since } => {
            StageV1::Resting { after, next, clock: clock(c), since: since.0 }
        }
        Stage::Complete { since } => StageV1::Complete { since: since.0 },
    };
    to_text(&NowV1 { id: parts.id.as_str().to_owned(), stage })
}

/// The workout's id and where it stands, from the stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_stage(text: &str) -> Result<(String, Stage), Unreadable> {
    let stored: NowV1 = from_text(text)?;
    let clock = |clock: ClockV1| match clock {
        ClockV1::Ends(ends, whole) => Clock::Running { ends: Wall(ends), whole },
        ClockV1::Left(left, whole) => Clock::Paused { left, whole },
    };
    let stage = match stored.stage {
        StageV1::Ready { step, since, rested } => Stage::Ready { step, since: Wall(since), rested },
        StageV1::Timed { step, phase, load, clock: c, since } => {
            let load = load.as_deref().map(read_load).transpose()?;
            Stage::Timed { step, phase, load, clock: clock(c), since: Wall(since) }
        }
        StageV1::Resting { after, next, clock: c, since } => {
            Stage::Resting { after, next, clock: clock(c), since: Wall(since) }
        }
        StageV1::Complete { since } => Stage::Complete { since: Wall(since) },
    };
    Ok((stored.id, stage))
}

/// One step's record as stored; `None` for an open step, which has no key.
#[must_use]
pub fn write_record(parts: &Parts, step: usize) -> Option<String> {
    let set = match parts.records.get(step)? {
        Record::Open => return None,
        Record::Skipped => None,
        Record::Logged(log) => Some(write_set(log, parts.started)),
    };
    Some(to_text(&RecordV1 { id: parts.id.as_str().to_owned(), step, set }))
}

/// One step's record from its stored text: the step and the set as text (its times count from the start).
///
/// # Errors
/// [`Unreadable::Content`] if it is not that, or belongs to another workout than `id`.
pub fn read_record(text: &str, id: Option<&str>) -> Result<(usize, Option<String>), Unreadable> {
    let stored: RecordV1 = from_text(text)?;
    if id != Some(stored.id.as_str()) || stored.step >= 10_000 {
        return Err(Unreadable::Content);
    }
    if let Some(set) = &stored.set {
        read_set(set, Wall(0))?;
    }
    Ok((stored.step, stored.set))
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
    Parts { id: plan.id, plan: plan.plan, records, stage, started: plan.started, offset: plan.offset }
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
    to_text(&WorkoutV1 {
        t: workout.title.clone(),
        p: workout.source.as_ref().map(write_source),
        s: workout.started.0,
        d: workout.millis(),
        z: workout.offset.get(),
        e: entries.collect(),
    })
}

/// A finished workout from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_workout(text: &str, id: WorkoutId) -> Result<Workout, Unreadable> {
    let stored: WorkoutV1 = from_text(text)?;
    let started = Wall(stored.s);
    let mut before = started;
    let mut entries = Vec::new();
    for (exercise, sets) in &stored.e {
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
        title: stored.t,
        source: stored.p.map(read_source),
        started,
        ended: started.plus(stored.d),
        offset: UtcOffset::minutes(stored.z),
        entries,
    })
}

fn write_source(source: &Source) -> SourceV1 {
    SourceV1(source.program.clone().into_owned(), source.day, source.mark.clone())
}

fn read_source(SourceV1(program, day, mark): SourceV1) -> Source {
    Source { program: Cow::Owned(program), day, mark }
}

fn write_item(item: &Prescription) -> ItemV1 {
    ItemV1 {
        exercise: item.exercise.as_str().to_owned(),
        sets: item.sets,
        target: match item.target {
            Target::Reps { min, max } => TargetV1::Reps(min, max),
            Target::Breaths(count) => TargetV1::Breaths(count),
            Target::Hold(length) => TargetV1::Hold(length.get()),
            Target::Holds { count, each } => TargetV1::Holds(count, each.get()),
        },
        measure: match item.measure {
            Measure::LoadReps => MeasureV1::LoadReps,
            Measure::BodyReps => MeasureV1::BodyReps,
            Measure::Reps => MeasureV1::Reps,
            Measure::Hold => MeasureV1::Hold,
            Measure::LoadCarry => MeasureV1::LoadCarry,
        },
        sided: item.laterality == Laterality::PerSide,
        rir: item.rir.map(|range| (range.min.get(), range.max.get())),
        rest: item.rest.get(),
        tempo: (item.tempo.there, item.tempo.hold, item.tempo.back, item.tempo.pause),
        guided: item.pace == Pace::Guided,
    }
}

fn read_item(item: &ItemV1) -> Result<Prescription, Unreadable> {
    let (there, hold, back, pause) = item.tempo;
    let rir = |(min, max)| {
        let both = Rir::new(min).ok().zip(Rir::new(max).ok());
        both.map(|(min, max)| RirRange { min, max }).ok_or(Unreadable::Content)
    };
    Ok(Prescription {
        exercise: ExerciseId::stored(&item.exercise),
        sets: item.sets,
        target: match item.target {
            TargetV1::Reps(min, max) => Target::Reps { min, max },
            TargetV1::Breaths(count) => Target::Breaths(count),
            TargetV1::Hold(length) => Target::Hold(Seconds::new(length)),
            TargetV1::Holds(count, each) => Target::Holds { count, each: Seconds::new(each) },
        },
        measure: match item.measure {
            MeasureV1::LoadReps => Measure::LoadReps,
            MeasureV1::BodyReps => Measure::BodyReps,
            MeasureV1::Reps => Measure::Reps,
            MeasureV1::Hold => Measure::Hold,
            MeasureV1::LoadCarry => Measure::LoadCarry,
        },
        laterality: if item.sided { Laterality::PerSide } else { Laterality::Both },
        rir: item.rir.map(rir).transpose()?,
        rest: Seconds::new(item.rest),
        tempo: Tempo { there, hold, back, pause },
        pace: if item.guided { Pace::Guided } else { Pace::Own },
    })
}

/// One set in few letters: `82.5k*6@2+3a8y`. Load and `*` only where there is a load; `@` and the reserve only
/// where it was said; then the time since `before` in milliseconds, base 36. Sides stand as `6|6`; amounts are
/// `6` reps, `8b` breaths, `30s` seconds, `8x5s` holds.
fn write_set(set: &SetLog, before: Wall) -> String {
    let amount = |amount: Amount| match amount {
        Amount::Reps(reps) => reps.to_string(),
        Amount::Breaths(count) => format!("{count}b"),
        Amount::Held(seconds) => format!("{}s", seconds.get()),
        Amount::Holds { count, each } => format!("{count}x{}s", each.get()),
    };
    let mut text = set.load.map_or(String::new(), |load| write_load(load) + "*");
    match set.done {
        Done::Both(both) => text += &amount(both),
        Done::Sides { left, right } => {
            text += &left.map_or(String::new(), amount);
            text.push('|');
            text += &right.map_or(String::new(), amount);
        }
    }
    if let Some(rir) = set.rir {
        text.push('@');
        text += &rir.get().to_string();
    }
    let (sign, millis) =
        if set.at < before { ('-', before.since(set.at)) } else { ('+', set.at.since(before)) };
    text.push(sign);
    text + &base36(millis)
}

/// The set, and when it was.
fn read_set(text: &str, before: Wall) -> Result<(SetLog, Wall), Unreadable> {
    let wrong = Unreadable::Content;
    let sign = text.rfind(['+', '-']).ok_or(wrong)?;
    let millis = u64::from_str_radix(&text[sign + 1..], 36).map_err(|_| wrong)?;
    let at = if text[sign..].starts_with('-') { before.minus(millis) } else { before.plus(millis) };
    let text = &text[..sign];
    let (text, rir) = match text.split_once('@') {
        Some((text, rir)) => (text, Some(Rir::new(rir.parse().map_err(|_| wrong)?).map_err(|_| wrong)?)),
        None => (text, None),
    };
    let (load, text) = match text.split_once('*') {
        Some((load, text)) => (Some(read_load(load)?), text),
        None => (None, text),
    };
    let side = |text: &str| if text.is_empty() { Ok(None) } else { read_amount(text).map(Some) };
    let done = match text.split_once('|') {
        Some((left, right)) => Done::Sides { left: side(left)?, right: side(right)? },
        None => Done::Both(read_amount(text)?),
    };
    Ok((SetLog { load, done, rir, at }, at))
}

fn read_amount(text: &str) -> Result<Amount, Unreadable> {
    let wrong = Unreadable::Content;
    let seconds = |text: &str| text.parse().map(Seconds::new).map_err(|_| wrong);
    if let Some(count) = text.strip_suffix('b') {
        return count.parse().map(Amount::Breaths).map_err(|_| wrong);
    }
    let Some(text) = text.strip_suffix('s') else {
        let count = text.parse().map_err(|_| wrong)?;
        return Reps::new(count).map(Amount::Reps).map_err(|_| wrong);
    };
    match text.split_once('x') {
        Some((count, each)) => {
            Ok(Amount::Holds { count: count.parse().map_err(|_| wrong)?, each: seconds(each)? })
        }
        None => seconds(text).map(Amount::Held),
    }
}

fn write_load(load: Load) -> String {
    let unit = match load.unit() {
        WeightUnit::Kg => 'k',
        WeightUnit::Lb => 'l',
    };
    format!("{}{unit}", load.number())
}

fn read_load(text: &str) -> Result<Load, Unreadable> {
    let (number, unit) = match text.strip_suffix('k') {
        Some(number) => (number, WeightUnit::Kg),
        None => (text.strip_suffix('l').ok_or(Unreadable::Content)?, WeightUnit::Lb),
    };
    Load::parse(number, unit).map_err(|_| Unreadable::Content)
}
