//! The settings as a row, and their way back.

use std::borrow::Cow;

use super::super::envelope::Unreadable;
use super::super::rows::{Out, Row, Wrong};
use super::super::settings::{Settings, Theme};
use super::row;
use crate::catalog::search::{GEAR, Kit, by_id};
use crate::training::exercise::ExerciseId;
use crate::training::outfit::{self, Outfit};
use crate::training::program::Weekdays;
use crate::training::reminder::{Plan, Reminder, Standing};
use crate::training::time::{Day, TimeOfDay, UtcOffset, Wall};
use crate::training::units::WeightUnit;

/// Settings as stored: unit, sound, volume, vibration, screen kept on, theme, ids of equipment, program; then, later,
/// numbers (pocket mode, voice, flash, unwanted cues; then the warm-up in front, the drills in rests and
/// whether the home screen was spoken of) and the name of the
/// voice; then, later still, the weights of each [`outfit::Kind`] as unit, bar and list, and the ids of exercises in the mode of
/// all sets; then when the last backup was saved; then the reminder (see `write_reminder`);
/// then the id of the exercise that the next workout ends with; then when the self-tests were put off; then the ids of the
/// other exercises that it ends with.
#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    let theme = match settings.theme {
        Theme::System => "system",
        Theme::Dark => "dark",
        Theme::Light => "light",
    };
    let mut out = Out::row();
    out.text(settings.unit.symbol());
    out.flag(settings.sound);
    out.number(settings.volume.into());
    out.flag(settings.vibrate);
    out.flag(settings.keep_awake);
    out.text(theme);
    out.open();
    settings.gear.things().for_each(|(_, id)| out.text(id));
    out.close();
    out.maybe(settings.program.as_deref());
    let more = [
        settings.pocket.into(),
        settings.voice.into(),
        settings.flash.into(),
        settings.quiet,
        settings.warm_up.into(),
        settings.fillers.into(),
        settings.home_asked.into(),
    ];
    out.numbers(&more.map(u64::from));
    out.maybe(settings.voice_name.as_deref());
    out.open();
    for loading in &settings.outfit.0 {
        let told = loading.as_ref().map(outfit::write);
        out.maybe(told.map(|(unit, bar, list)| format!("{}|{bar}|{list}", unit.symbol())).as_deref());
    }
    out.close();
    out.open();
    settings.all_sets.iter().for_each(|id| out.text(id.as_str()));
    out.close();
    out.number(settings.backed_up.0);
    write_reminder(&mut out, &settings.reminder);
    let mut extras = settings.extras.iter().map(ExerciseId::as_str);
    out.maybe(extras.next());
    out.number(settings.tests_put_off.0);
    out.open();
    extras.for_each(|id| out.text(id));
    out.close();
    out.end()
}

/// Settings from their stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_settings(text: &str) -> Result<Settings, Unreadable> {
    let mut row = row(text)?;
    let unit = unit_of(&row.text()?).ok_or(Unreadable::Content)?;
    let (sound, volume) = (row.flag()?, row.number::<u8>()?.min(100));
    let (vibrate, keep_awake) = (row.flag()?, row.flag()?);
    let theme = match row.text()?.as_str() {
        "system" => Theme::System,
        "dark" => Theme::Dark,
        "light" => Theme::Light,
        _ => return Err(Unreadable::Content),
    };
    // A thing that this version does not know cannot be asked for by any of its exercises.
    let gear = row.list()?.texts()?.iter().filter_map(|id| by_id(&GEAR, id)).collect::<Vec<_>>();
    let program = row.maybe()?.map(Cow::Owned);
    let mut more = row.list().unwrap_or_default();
    let mut more = || more.number::<u8>().unwrap_or(0);
    let (pocket, voice, flash, quiet) = (more() != 0, more() != 0, more() != 0, more());
    let (warm_up, fillers, home_asked) = (more() != 0, more() != 0, more() != 0);
    let voice_name = row.maybe()?;
    let gear = Kit::of(&gear);
    let mut outfit = Outfit::default();
    let mut kinds = row.list().unwrap_or_default();
    for (kind, loading) in outfit::Kind::ALL.into_iter().zip(&mut outfit.0) {
        let told = kinds.maybe().ok().flatten();
        let mut parts = told.as_deref().unwrap_or_default().split('|');
        *loading = parts
            .next()
            .and_then(unit_of)
            .zip(parts.next())
            .and_then(|(unit, bar)| outfit::read(kind, unit, bar, parts.next()?).ok());
    }
    let all_sets = ids(&mut row).collect();
    let backed_up = Wall(row.number().unwrap_or(0));
    let reminder = row.list().and_then(read_reminder).unwrap_or_default();
    let extra = row.maybe().ok().flatten().map(|id| ExerciseId::stored(&id));
    let tests_put_off = Wall(row.number().unwrap_or(0));
    let extras = extra.into_iter().chain(ids(&mut row)).collect();
    Ok(Settings {
        unit,
        sound,
        pocket,
        volume,
        voice,
        voice_name,
        flash,
        quiet,
        vibrate,
        keep_awake,
        theme,
        gear,
        outfit,
        all_sets,
        warm_up,
        fillers,
        program,
        extras,
        backed_up,
        reminder,
        home_asked,
        tests_put_off,
    })
}

/// The ids of a list; none where there is no list.
fn ids(row: &mut Row) -> impl Iterator<Item = ExerciseId> + use<> {
    let texts = row.list().unwrap_or_default().texts().unwrap_or_default();
    texts.into_iter().map(|id| ExerciseId::stored(&id))
}

/// A reminder as numbers: on, first and last time in minutes after midnight, minutes from one to the next, the bits of its
/// days, when it first went to a calendar, and how it stands: 0 after, 1 told at, 2 snoozed until, 3 not on the day (which
/// begins in UTC) at a moment in milliseconds.
fn write_reminder(out: &mut Out, reminder: &Reminder) {
    let (kind, at) = match reminder.standing {
        Standing::After(at) => (0, at),
        Standing::Told(at) => (1, at),
        Standing::Snoozed(at) => (2, at),
        Standing::NotToday(day) => (3, day.begins()),
    };
    let plan = reminder.plan;
    let small =
        [reminder.on.into(), plan.first().get(), plan.last().get(), plan.every(), plan.days().bits().into()];
    let [on, first, last, every, days] = small.map(u64::from);
    out.numbers(&[on, first, last, every, days, reminder.made.0, kind, at.0]);
}

fn read_reminder(mut row: Row) -> Result<Reminder, Wrong> {
    let on = row.number::<u8>()? != 0;
    let (first, last) = (TimeOfDay::minutes(row.number()?), TimeOfDay::minutes(row.number()?));
    let (every, days) = (row.number()?, Weekdays::of(row.number()?).ok_or(Wrong)?);
    let plan = Plan::new(first, last, every, days).ok_or(Wrong)?;
    let (made, kind, at) = (Wall(row.number()?), row.number::<u8>()?, Wall(row.number()?));
    let standing = match kind {
        1 => Standing::Told(at),
        2 => Standing::Snoozed(at),
        3 => Standing::NotToday(Day::local(at, UtcOffset::default())),
        _ => Standing::After(at),
    };
    Ok(Reminder { on, plan, standing, made })
}

fn unit_of(symbol: &str) -> Option<WeightUnit> {
    [WeightUnit::Kg, WeightUnit::Lb].into_iter().find(|unit| unit.symbol() == symbol)
}
