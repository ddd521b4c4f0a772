//! An exercise of the person's own as a row, and its way back.

use super::super::envelope::Unreadable;
use super::super::rows::{Out, Row};
use super::item::MEASURES;
use super::row;
use crate::catalog::muscles;
use crate::catalog::search::{GEAR, by_id, id_of};
use crate::training::exercise::{ExerciseId, Laterality};
use crate::training::own::OwnExercise;

/// An own exercise as stored: name, measure as in `MEASURES`, sided, ids of muscles and of equipment, id of the exercise
/// whose figure it has, notes, put away.
#[must_use]
pub fn write_own(own: &OwnExercise) -> String {
    let mut out = Out::row();
    own_cells(&mut out, own);
    out.end()
}

pub(in crate::store) fn own_cells(out: &mut Out, own: &OwnExercise) {
    let measure = MEASURES.iter().position(|measure| *measure == own.measure).unwrap_or_default() as u64;
    out.text(&own.name);
    out.number(measure);
    out.flag(own.laterality == Laterality::PerSide);
    out.open();
    own.muscles.iter().for_each(|muscle| out.text(muscles::about(*muscle).id));
    out.close();
    out.open();
    own.equipment.iter().for_each(|thing| out.text(id_of(&GEAR, *thing)));
    out.close();
    out.maybe(own.figure.as_ref().map(ExerciseId::as_str));
    out.text(&own.notes);
    out.flag(own.put_away);
}

/// An own exercise from its stored text.
///
/// # Errors
/// [`Unreadable::Content`] if it is not that.
pub fn read_own(text: &str, id: ExerciseId) -> Result<OwnExercise, Unreadable> {
    own_of(&mut row(text)?, id)
}

pub(in crate::store) fn own_of(row: &mut Row, id: ExerciseId) -> Result<OwnExercise, Unreadable> {
    let wrong = Unreadable::Content;
    let name = row.text()?;
    let measure = *MEASURES.get(row.number::<usize>()?).ok_or(wrong)?;
    let laterality = if row.flag()? { Laterality::PerSide } else { Laterality::Both };
    // A muscle or thing that this version does not know is left out, the exercise is not.
    let muscle = |id: &String| muscles::ALL.iter().find(|info| info.id == id).map(|info| info.muscle);
    let muscles = row.list()?.texts()?.iter().filter_map(muscle).collect();
    let equipment = row.list()?.texts()?.iter().filter_map(|id| by_id(&GEAR, id)).collect();
    let figure = row.maybe()?.as_deref().map(ExerciseId::stored);
    let (notes, put_away) = (row.text()?, row.flag()?);
    Ok(OwnExercise { id, name, measure, laterality, muscles, equipment, figure, notes, put_away })
}
