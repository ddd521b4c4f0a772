//! One prescription as a row of numbers, and its way back.

use super::super::envelope::Unreadable;
use super::super::rows::{Out, Row};
use crate::training::exercise::{ExerciseId, Laterality, Measure, Target, Tempo};
use crate::training::prescription::{MOST_INCREMENT, MOST_SETS, MOST_WARM_UPS, Pace, Prescription, RirRange};
use crate::training::units::{Metres, Rir, Seconds};

/// Exercise, then the numbers: sets; target (`0 min max` repetitions, `1 count 0` breaths, `2 seconds 0` one hold,
/// `3 count seconds` holds, `4 metres 0`); measure 0 to 4; sided; rest; tempo there, hold, back, pause; guided; the reserve
/// from and to, 9 where effort is not asked; group; its round; longest rest; sets to get warm; the increment if there is
/// one. Rows of the first days end before or after the reserve.
pub(super) fn write_item(out: &mut Out, item: &Prescription) {
    let target = match item.target {
        Target::Reps { min, max } => [0, u64::from(min), u64::from(max)],
        Target::Breaths(count) => [1, u64::from(count), 0],
        Target::Distance(metres) => [4, u64::from(metres.get()), 0],
        Target::Hold(length) => [2, u64::from(length.get()), 0],
        Target::Holds { count, each } => [3, u64::from(count), u64::from(each.get())],
    };
    let measure = MEASURES.iter().position(|measure| *measure == item.measure).unwrap_or_default() as u64;
    let tempo = [item.tempo.there, item.tempo.hold, item.tempo.back, item.tempo.pause].map(u64::from);
    let mut numbers = vec![u64::from(item.sets)];
    numbers.extend(target);
    numbers.extend([measure, u64::from(item.laterality == Laterality::PerSide), u64::from(item.rest.get())]);
    numbers.extend(tempo);
    numbers.push(u64::from(item.pace == Pace::Guided));
    numbers.extend(item.rir.map_or([NO_RIR; 2], |range| [range.min, range.max].map(Rir::get)).map(u64::from));
    numbers.extend([item.group, item.from_round].map(u64::from));
    numbers.extend([u64::from(item.rest_to.get()), u64::from(item.warm_ups)]);
    if item.increment > 0 {
        numbers.push(item.increment.into());
    }
    out.open();
    out.text(item.exercise.as_str());
    out.numbers(&numbers);
    out.close();
}

/// Stands for a reserve that is not asked.
const NO_RIR: u8 = 9;
/// The measures in the order of their numbers.
pub(super) const MEASURES: [Measure; 5] =
    [Measure::LoadReps, Measure::BodyReps, Measure::Reps, Measure::Hold, Measure::LoadCarry];

pub(super) fn read_item(mut item: Row) -> Result<Prescription, Unreadable> {
    let wrong = Unreadable::Content;
    let (exercise, mut numbers) = (item.text()?, item.list()?);
    let sets: u8 = numbers.number()?;
    let target = match numbers.number::<u8>()? {
        0 => Target::Reps { min: numbers.number()?, max: numbers.number()? },
        kind @ (1 | 2) => {
            let count: u32 = numbers.number()?;
            numbers.number::<u8>()?;
            if kind == 1 {
                Target::Breaths(u16::try_from(count).map_err(|_| wrong)?)
            } else {
                Target::Hold(Seconds::new(count))
            }
        }
        4 => {
            let metres = Metres::new(numbers.number()?).map_err(|_| wrong)?;
            numbers.number::<u8>()?;
            Target::Distance(metres)
        }
        3 => Target::Holds { count: numbers.number()?, each: Seconds::new(numbers.number()?) },
        _ => return Err(wrong),
    };
    let measure = *MEASURES.get(numbers.number::<usize>()?).ok_or(wrong)?;
    let laterality = if numbers.number::<u8>()? != 0 { Laterality::PerSide } else { Laterality::Both };
    let rest = Seconds::new(numbers.number()?);
    let tempo = Tempo {
        there: numbers.number()?,
        hold: numbers.number()?,
        back: numbers.number()?,
        pause: numbers.number()?,
    };
    let pace = if numbers.number::<u8>()? != 0 { Pace::Guided } else { Pace::Own };
    let rir = match numbers.number::<u8>() {
        Ok(min) => {
            let rir = |number| Rir::new(number).map_err(|_| wrong);
            let max = numbers.number()?;
            if min == NO_RIR { None } else { Some(RirRange { min: rir(min)?, max: rir(max)? }) }
        }
        Err(_) => None,
    };
    let (group, from_round) = (numbers.number().unwrap_or(0), numbers.number().unwrap_or(0));
    let rest_to = numbers.number().map_or(Prescription::rest_window(rest), Seconds::new).max(rest);
    let warm_ups = numbers.number().unwrap_or(0).min(MOST_WARM_UPS);
    let increment = numbers.number().unwrap_or(0).min(MOST_INCREMENT);
    Ok(Prescription {
        exercise: ExerciseId::stored(&exercise),
        sets: sets.min(MOST_SETS),
        warm_ups,
        increment,
        target,
        measure,
        laterality,
        rir,
        rest,
        rest_to,
        tempo,
        pace,
        group,
        from_round,
    })
}
