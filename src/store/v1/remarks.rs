//! What was said beside the numbers, as a row, and its way back.

use super::super::envelope::Unreadable;
use super::super::rows::{Out, Row};
use crate::training::exercise::ExerciseId;
use crate::training::remarks::{OfExercise, Pain, Remarks};
use crate::training::time::Wall;

/// Stands for a pain that was not told.
const UNTOLD: u64 = 11;

/// The note on the workout; each exercise with its note and the pain left, right and in the middle, 11 where it was not
/// told, and when; each set's moment with its note.
pub(super) fn write_remarks(out: &mut Out, remarks: &Remarks) {
    out.open();
    out.text(&remarks.workout);
    out.open();
    for said in &remarks.exercises {
        out.open();
        out.text(said.exercise.as_str());
        out.text(&said.note);
        let [left, right, middle] = said.pain.map(|pain| pain.map_or(UNTOLD, |pain| pain.get().into()));
        out.numbers(&[left, right, middle, said.told.0]);
        out.close();
    }
    out.close();
    out.open();
    for (at, note) in &remarks.sets {
        out.open();
        out.number(at.0);
        out.text(note);
        out.close();
    }
    out.close();
    out.close();
}

pub(super) fn read_remarks(mut row: Row) -> Result<Remarks, Unreadable> {
    let mut remarks = Remarks { workout: row.text()?, ..Remarks::default() };
    let (mut exercises, mut sets) = (row.list()?, row.list()?);
    while let Ok(mut said) = exercises.list() {
        let (exercise, note, mut scores) = (said.text()?, said.text()?, said.list()?);
        let mut pain = [None; 3];
        for spot in &mut pain {
            let score: u8 = scores.number()?;
            *spot = (u64::from(score) < UNTOLD).then(|| Pain::new(score));
        }
        let told = Wall(scores.number()?);
        remarks.exercises.push(OfExercise { exercise: ExerciseId::stored(&exercise), note, pain, told });
    }
    while let Ok(mut said) = sets.list() {
        remarks.sets.push((Wall(said.number()?), said.text()?));
    }
    Ok(remarks)
}
