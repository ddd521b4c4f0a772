//! What is told of a line that was not understood.

/// What was not understood of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A quote is not closed.
    Quote,
    /// More cells than headings, or the file ends within it.
    Cells,
    /// No exercise is named.
    Exercise,
    /// More exercises, workouts or sets of a workout than fit.
    TooMany,
    /// The day or time.
    Date,
    /// The weight is no number of 0 to 2,000, or its unit is not known.
    Weight,
    /// The repetitions are no whole number up to 500.
    Reps,
    /// The distance is no number, its unit is not known, or it is too long.
    Distance,
    /// The time of the set, which can be up to a day.
    Time,
    /// Neither repetitions nor a time nor a distance.
    Nothing,
    /// A kind of set that is not known, without repetitions.
    Kind,
    /// How long the workout took; all else comes in.
    Length,
    /// A note was too long and is cut; all else comes in.
    Note,
}

impl Reason {
    /// In a few words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Quote => "open quote",
            Self::Cells => "number of cells",
            Self::Exercise => "no exercise",
            Self::TooMany => "too many of them",
            Self::Date => "date",
            Self::Weight => "weight",
            Self::Reps => "reps",
            Self::Distance => "distance",
            Self::Time => "time",
            Self::Nothing => "nothing counted",
            Self::Kind => "kind of set",
            Self::Length => "length of the workout",
            Self::Note => "note, cut at 500 letters",
        }
    }
}
