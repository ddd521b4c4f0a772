//! What stands in which column of a file.

use super::reader::Row;
use crate::catalog::search::folded;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// When the workout began.
    Start,
    /// The exercise.
    Exercise,
    /// Repetitions.
    Reps,
    /// A weight in kilograms.
    Kilograms,
    /// A weight in pounds.
    Pounds,
    /// A weight in the unit of its own column, if there is one.
    Weight,
    /// That unit.
    WeightUnit,
    /// A distance in kilometres.
    Kilometres,
    /// A distance in miles.
    Miles,
    /// A distance in metres.
    Metres,
    /// A distance in the unit of its own column, if there is one.
    Distance,
    /// That unit.
    DistanceUnit,
    /// How long the set was.
    Time,
    /// Rate of perceived exertion, 1 to 10.
    Rpe,
    /// When the workout ended.
    End,
    /// How long it took.
    Length,
    /// Its name.
    Title,
    /// The number of the set, or what kind of set it is.
    Mark,
    /// Which sets were done in turn.
    Superset,
    /// A note on the set.
    NoteOnSet,
    /// A note on the exercise.
    NoteOnExercise,
    /// A note on the workout.
    NoteOnWorkout,
}

/// How many there are.
const COUNT: usize = 22;

/// The headings of each [`Column`] in the three apps, folded, a line each. The German ones are Strong's; its other languages
/// are not known.
const HEADINGS: &str = "date|datum|start time
exercise name|exercise title|exercise|name der ubung
reps|wiederh
weight kg|weight kgs|gewicht kg
weight lb|weight lbs|gewicht lb
weight|gewicht
weight unit
distance km
distance miles|distance mi
distance meters|distance m
distance|entfernung
distance unit
seconds|sekunden|duration seconds|time
rpe
end time
duration|workout duration|duration sec|dauer|workout dauer
workout name|title
set order|set type|reihenfolge festlegen
superset id
notes|notizen|comment
exercise notes
workout notes|workout notizen|description";

/// The columns of a file.
#[derive(Debug)]
pub struct Columns {
    /// Where each [`Column`] stands; far behind the last where it is missing.
    places: [usize; COUNT],
    /// How many headings there are.
    pub width: usize,
}

impl Columns {
    /// The columns by their headings, if a date, an exercise and repetitions are among them.
    #[must_use]
    pub fn of(headings: &Row) -> Option<Self> {
        let mut found = Self { places: [usize::MAX; COUNT], width: headings.len() };
        // Of several columns of a kind the first counts.
        for nth in (0..found.width).rev() {
            let heading = folded(headings.cell(nth));
            for (place, names) in found.places.iter_mut().zip(HEADINGS.split('\n')) {
                if names.split('|').any(|name| name == heading) {
                    *place = nth;
                }
            }
        }
        let [start, exercise, reps, ..] = found.places;
        (start.max(exercise).max(reps) < found.width).then_some(found)
    }

    /// Where a column stands.
    #[must_use]
    pub const fn place(&self, column: Column) -> usize {
        self.places[column as usize]
    }
}
