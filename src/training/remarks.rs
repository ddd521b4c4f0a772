//! What a person says beside the numbers: notes, and where it hurts.
//!
//! Works with `history` and the session. Invariant: a remark belongs to an exercise or to a set by name and time, never by
//! its place in a plan, so a plan that changes loses none.

use super::exercise::ExerciseId;
use super::time::Wall;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 500;

/// How much it hurts, 0 (nothing) to 10 (the worst one can think of).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pain(u8);

/// What to do about a pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// 0 to 3: go on.
    GoOn,
    /// 4 and 5: lighter, or a shorter range.
    Ease,
    /// 6 and more: no more of this exercise today.
    Stop,
}

impl Pain {
    /// The worst.
    pub const MOST: u8 = 10;

    /// A pain of `score`, cut to 0 to 10.
    #[must_use]
    pub const fn new(score: u8) -> Self {
        Self(if score > Self::MOST { Self::MOST } else { score })
    }

    /// 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// What to do about it. Source: training facts, "Pain".
    #[must_use]
    pub const fn advice(self) -> Advice {
        match self.0 {
            0..=3 => Advice::GoOn,
            4 | 5 => Advice::Ease,
            _ => Advice::Stop,
        }
    }
}

/// Where it hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The left side.
    Left,
    /// The right side.
    Right,
    /// The spine, or both sides alike.
    Middle,
}

impl Spot {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Middle];

    /// As a word on a button.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "Left",
            Self::Right => "Right",
            Self::Middle => "Middle",
        }
    }
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The whole workout.
    Workout,
    /// An exercise of it.
    Exercise(ExerciseId),
    /// The set that was logged at this moment.
    Set(Wall),
}

/// What was said about one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfExercise {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// The note; empty if there is none.
    pub note: String,
    /// The pain at each [`Spot`], as far as it was told.
    pub pain: [Option<Pain>; 3],
    /// When a pain was last told.
    pub told: Wall,
}

/// All that was said in one workout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// About the whole workout; empty if nothing.
    pub workout: String,
    /// About its exercises.
    pub exercises: Vec<OfExercise>,
    /// About its sets, by the moment they were logged.
    pub sets: Vec<(Wall, String)>,
}

impl Remarks {
    /// Whether nothing was said.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.workout.is_empty() && self.exercises.is_empty() && self.sets.is_empty()
    }

    /// The note about something; empty if there is none.
    #[must_use]
    pub fn note(&self, about: &About) -> &str {
        match about {
            About::Workout => &self.workout,
            About::Exercise(id) => self.of(id).map_or("", |said| &said.note),
            About::Set(at) => self.sets.iter().find(|(of, _)| of == at).map_or("", |(_, note)| note),
        }
    }

    /// Puts a note in place of the one before; an empty one takes it away. White space around it goes, and what is
    /// longer than [`LONGEST_NOTE`].
    pub fn set_note(&mut self, about: About, text: &str) {
        let note: String = text.trim().chars().take(LONGEST_NOTE).collect();
        match about {
            About::Workout => self.workout = note,
            About::Exercise(id) => {
                let (at, mut said) = self.take(id);
                said.note = note;
                self.put(at, said);
            }
            About::Set(at) => {
                self.sets.retain(|(of, _)| *of != at);
                if !note.is_empty() {
                    self.sets.push((at, note));
                }
            }
        }
    }

    /// The pain at one spot in an exercise, if it was told.
    #[must_use]
    pub fn pain(&self, exercise: &ExerciseId, spot: Spot) -> Option<Pain> {
        self.of(exercise).and_then(|said| said.pain[spot as usize])
    }

    /// The worst pain told of an exercise.
    #[must_use]
    pub fn worst(&self, exercise: &ExerciseId) -> Option<Pain> {
        self.of(exercise).and_then(|said| said.pain.iter().copied().flatten().max())
    }

    /// When a pain in an exercise was last told.
    #[must_use]
    pub fn told(&self, exercise: &ExerciseId) -> Option<Wall> {
        self.of(exercise).map(|said| said.told)
    }

    /// Tells a pain, or takes it back.
    pub fn set_pain(&mut self, exercise: ExerciseId, spot: Spot, pain: Option<Pain>, now: Wall) {
        let (at, mut said) = self.take(exercise);
        said.pain[spot as usize] = pain;
        said.told = now;
        self.put(at, said);
    }

    fn of(&self, exercise: &ExerciseId) -> Option<&OfExercise> {
        self.exercises.iter().find(|said| said.exercise == *exercise)
    }

    /// What was said of an exercise, to be changed and [`Self::put`] back at this place.
    fn take(&mut self, exercise: ExerciseId) -> (usize, OfExercise) {
        match self.exercises.iter().position(|said| said.exercise == exercise) {
            Some(at) => (at, self.exercises.remove(at)),
            None => (
                self.exercises.len(),
                OfExercise { exercise, note: String::new(), pain: [None; 3], told: Wall(0) },
            ),
        }
    }

    /// Puts back what there is to keep.
    fn put(&mut self, at: usize, said: OfExercise) {
        if !said.note.is_empty() || said.pain.iter().any(Option::is_some) {
            self.exercises.insert(at, said);
        }
    }
}
