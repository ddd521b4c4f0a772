//! The history as a table in Strong's layout, which comes back in through the importer.

use super::local_second;
use super::rows::CODE;
use crate::store::v1;
use crate::training::exercise::ExerciseId;
use crate::training::history::{Amount, Done, Workout};
use crate::training::remarks::About;

/// Strong's own columns in their order, for tools that go by it; the units stand behind them.
const HEADINGS: &str = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout \
                        Notes,RPE,Weight Unit,Distance Unit\n";

/// All sets, or those of one exercise, a row each, earliest first; `history` is newest first. A set that Strong has no
/// columns for (sides, breaths, several holds) stands in the note.
#[must_use]
pub fn export(
    history: &[Workout],
    only: Option<&ExerciseId>,
    name_of: &dyn Fn(&ExerciseId) -> String,
) -> String {
    let mut out = HEADINGS.to_owned();
    for workout in history.iter().rev() {
        let wall = local_second(workout.started, workout.offset);
        let [hours, minutes, rest] = [wall / 3_600 % 24, wall / 60 % 60, wall % 60];
        let mut first = format!("{} {hours:02}:{minutes:02}:{rest:02},", workout.day());
        quote(&mut first, &workout.title);
        first += &(workout.millis() / 1_000).to_string();
        first += "s,";
        for entry in &workout.entries {
            if only.is_some_and(|only| *only != entry.exercise) {
                continue;
            }
            let mut row = |cells: [&str; 10]| {
                out += &first;
                quote(&mut out, &name_of(&entry.exercise));
                for cell in cells {
                    quote(&mut out, cell);
                }
                out.pop();
                out.push('\n');
            };
            for (nth, set) in entry.sets.iter().enumerate() {
                let (load, unit) =
                    set.load.map_or((String::new(), ""), |load| (load.number(), load.unit().symbol()));
                let [mut reps, mut metres, mut seconds] = [0; 3];
                match set.done {
                    Done::Both(Amount::Reps(count)) => reps = count.get().into(),
                    Done::Both(Amount::Walked(count)) => metres = count.get().into(),
                    Done::Both(Amount::Held(count)) => seconds = count.get(),
                    _ => {}
                }
                let mut note = String::new();
                if reps + metres + seconds == 0 || load == "0" {
                    note = [CODE, &v1::write_set(set, set.at), "\n"].concat();
                }
                note += workout.remarks.note(&About::Set(set.at));
                let [reps, metres, seconds] = [reps, metres, seconds].map(|number| number.to_string());
                let order = if set.warm_up { "W".to_owned() } else { (nth + 1).to_string() };
                let rpe = set.rir.map_or_else(String::new, |rir| (10 - rir.get()).to_string());
                let said = &workout.remarks.workout;
                row([&order, &load, &reps, &metres, &seconds, &note, said, &rpe, unit, "m"]);
            }
            let note = workout.remarks.note(&About::Exercise(entry.exercise.clone()));
            if !note.is_empty() {
                row(["Note", "", "", "", "", note, "", "", "", ""]);
            }
        }
    }
    out
}

/// Adds a text in quotes and a comma. One that begins as a formula does would be one to a spreadsheet: it gets a space in
/// front, which is not read.
fn quote(out: &mut String, text: &str) {
    let formula = matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@'));
    *out += if formula { "\" " } else { "\"" };
    for letter in text.chars() {
        out.push(letter);
        if letter == '"' {
            out.push('"');
        }
    }
    *out += "\",";
}
