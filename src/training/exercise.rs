//! What an exercise is. The catalog fills these in; everything else reads them.
//!
//! Invariant: an [`ExerciseId`] names one exercise for good. Ids are stored in people's histories and never change meaning.

use std::borrow::Cow;
use std::fmt;

use super::units::{Metres, Seconds};
use super::words::Words;

/// Names one exercise for good, such as `barbell-row`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExerciseId(Cow<'static, str>);

impl ExerciseId {
    /// The id of an exercise that the app ships.
    #[must_use]
    pub const fn shipped(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }

    /// An id read from a store or a file. It need not name an exercise that this version knows.
    #[must_use]
    pub fn stored(id: &str) -> Self {
        Self(Cow::Owned(id.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ExerciseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an exercise is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// Stronger, bigger muscles.
    Strength,
    /// Control of the shoulder blades and an upright carriage.
    Posture,
    /// More room in the joints.
    Mobility,
    /// Letting tight tissue go.
    Release,
}

/// The movement an exercise is built on. Swaps stay within a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Hips fold and extend under load: deadlifts.
    Hinge,
    /// Elbows are pulled back against a load in front.
    HorizontalPull,
    /// The load is above and pulled down, or the body is pulled up.
    VerticalPull,
    /// Long arms open to the sides.
    Fly,
    /// The shoulder girdle lifts.
    Shrug,
    /// Only the blades move, arms long.
    Scapular,
    /// The arm turns in its socket.
    Rotation,
    /// Arms rise against gravity or along a wall.
    Raise,
    /// The load or the body is pushed away.
    Push,
    /// A load is walked with.
    Carry,
    /// The body hangs.
    Hang,
    /// The spine bends, arches or turns.
    Spine,
    /// The head glides on the neck.
    Neck,
    /// A muscle is held long.
    Stretch,
    /// Pressure on soft tissue.
    Massage,
}

/// Whether both sides work at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Laterality {
    /// Both sides together.
    Both,
    /// One side in full, then the other.
    PerSide,
}

/// What is counted, and whether a load belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Repetitions with a load.
    LoadReps,
    /// Repetitions with the body's own weight; a load may be added.
    BodyReps,
    /// Repetitions, never loaded (breaths, slow drills).
    Reps,
    /// Seconds, never loaded.
    Hold,
    /// Seconds with a load (carries; distance is the other way to count them).
    LoadCarry,
}

/// How much experience an exercise asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Anyone without pain.
    Easy,
    /// Some weeks of practice.
    Middle,
    /// A trained body and a practised form.
    Hard,
}

/// A thing one needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Equipment {
    /// A barbell with plates.
    Barbell,
    /// One or two dumbbells.
    Dumbbells,
    /// Loose weight plates.
    Plates,
    /// A cable machine.
    Cable,
    /// A rope for the cable.
    Rope,
    /// A straight or bent bar for the cable.
    CableBar,
    /// A flat bench.
    Bench,
    /// A bench with an adjustable back.
    InclineBench,
    /// A bench raised so high that a bar hangs free under it.
    HighBench,
    /// A rack with safety arms.
    Rack,
    /// A landmine, or a bar's end in a corner.
    Landmine,
    /// A T-bar row machine.
    TBar,
    /// A fixed low bar, Smith machine or sturdy rail.
    LowBar,
    /// A pull-up bar.
    PullUpBar,
    /// A resistance band.
    Band,
    /// A sling trainer.
    SlingTrainer,
    /// A packed backpack.
    Backpack,
    /// Heavy bags, buckets or cans.
    Bags,
    /// A towel.
    Towel,
    /// A foam roller.
    FoamRoller,
    /// A tennis or massage ball.
    Ball,
    /// A free stretch of wall.
    Wall,
    /// An open doorway.
    Doorway,
    /// A sturdy chair or table.
    Chair,
    /// Floor to lie on.
    Floor,
}

/// A muscle of the upper back or one that works with or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Muscle {
    /// Lifts the shoulder, tilts and turns the neck.
    UpperTrapezius,
    /// Pulls the blade towards the spine.
    MiddleTrapezius,
    /// Pulls the blade down and turns it upward.
    LowerTrapezius,
    /// Squeeze the blades together.
    Rhomboids,
    /// Moves the arm backward.
    PosteriorDeltoid,
    /// Rotator cuff: turns the arm out.
    Infraspinatus,
    /// Rotator cuff: starts lifting the arm.
    Supraspinatus,
    /// Rotator cuff: turns the arm in.
    Subscapularis,
    /// Pulls the arm to the body.
    TeresMajor,
    /// Rotator cuff: turns the arm out.
    TeresMinor,
    /// Pulls the arm down and back.
    LatissimusDorsi,
    /// Keeps the spine upright.
    ErectorSpinae,
    /// Helps the ribs in breathing.
    SerratusPosterior,
    /// Draws the blade round the ribs.
    SerratusAnterior,
    /// Pulls the shoulder forward when tight.
    PectoralisMinor,
    /// Bends the elbow.
    Biceps,
    /// Tilt the neck and lift the upper ribs.
    Scalenes,
    /// Hold the chin in.
    DeepNeckFlexors,
    /// Lifts the arm forward.
    AnteriorDeltoid,
}

/// What an exercise does to a muscle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Made to work.
    Trained,
    /// Held long.
    Stretched,
    /// Pressed until it lets go.
    Released,
}

/// How much of the work a muscle has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Share {
    /// What the exercise is for. Counts one hard set.
    Primary,
    /// Helps. Counts half a hard set.
    Secondary,
}

/// One muscle's part in an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MuscleUse {
    /// Which muscle.
    pub muscle: Muscle,
    /// What happens to it.
    pub role: Role,
    /// How much of the work it has.
    pub share: Share,
}

/// What is asked of one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A range of repetitions, both ends included; on a per-side exercise for each side.
    Reps {
        /// The least that counts as a full set.
        min: u16,
        /// The top of the range.
        max: u16,
    },
    /// Slow breaths, one there and one back each.
    Breaths(u16),
    /// A carry over this distance; on a per-side exercise for each side.
    Distance(Metres),
    /// One hold or carry of this length; on a per-side exercise for each side.
    Hold(Seconds),
    /// Several short holds with a moment between them.
    Holds {
        /// How many holds, for each side.
        count: u16,
        /// How long each is held.
        each: Seconds,
    },
}

/// How much of an exercise is right for most people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    /// Working sets, 1 to 10.
    pub sets: u8,
    /// What each set asks for.
    pub target: Target,
    /// Rest between sets.
    pub rest: Seconds,
}

/// How fast a repetition goes, in seconds: there, hold, back, pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tempo {
    /// The working way (concentric).
    pub there: u8,
    /// The hold at the end of it.
    pub hold: u8,
    /// The way back (eccentric).
    pub back: u8,
    /// The pause before the next.
    pub pause: u8,
}

/// One slow breath: in, then out.
pub const BREATH: (Seconds, Seconds) = (Seconds::new(4), Seconds::new(5));

/// Everything the app knows about one exercise.
#[derive(Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Stable id, lower case with hyphens.
    pub id: &'static str,
    /// The name in lists.
    pub name: &'static str,
    /// What it is for; the first is the main goal.
    pub goals: &'static [Goal],
    /// The movement it is built on.
    pub pattern: Pattern,
    /// One side or both.
    pub laterality: Laterality,
    /// What is counted.
    pub measure: Measure,
    /// How much experience it asks for.
    pub level: Level,
    /// Alternative sets of things; one set must be complete. An empty inner set means nothing is needed.
    pub equipment: &'static [&'static [Equipment]],
    /// Its muscles, primary first.
    pub muscles: &'static [MuscleUse],
    /// What is said of it.
    pub words: Words,
    /// What most people should do of it.
    pub dose: Dose,
    /// How fast one repetition goes.
    pub tempo: Tempo,
}

impl Exercise {
    /// The exercise's id as the rest of the code carries it.
    #[must_use]
    pub const fn exercise_id(&self) -> ExerciseId {
        ExerciseId::shipped(self.id)
    }

    /// The muscles with the given share, in catalog order.
    pub fn muscles_with(&self, share: Share) -> impl Iterator<Item = Muscle> + '_ {
        self.muscles.iter().filter(move |used| used.share == share).map(|used| used.muscle)
    }
}
