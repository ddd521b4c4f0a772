//! Self-tests: what is measured once a month beside the workouts, how it went, and when it is due again.
//!
//! Works with `progress`, whose points the chart draws, and `time`. Invariants: a [`Reading`] keeps the unit it was entered in
//! and fits its scale; what is shown is derived from the measurements, never stored.

use super::progress::Point;
use super::time::{Day, Now, UtcOffset, Wall};
use super::units::{InputError, WeightUnit, hundredths_text, parse_hundredths};
use super::words::{Words, words};

/// From one measurement to the next, in days. Posture and grip change over weeks; whoever measures more often measures mostly
/// the error of measuring. The number is ours.
pub const EVERY_DAYS: i32 = 30;

/// So long there is to take hold once the stopwatch was started, in milliseconds.
pub const COUNT_IN_MILLIS: u64 = 5_000;

/// What is ticked off in the wall-angel test: what stayed at the wall all the way up and down.
pub const POINTS: [&str; 7] =
    ["Seat", "Upper back", "Head", "Left elbow", "Right elbow", "Left hand", "Right hand"];

/// A self-test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// The gap between the back of the head and the wall, in centimetres or inches; less is better.
    Wall,
    /// How many [`POINTS`] touch the wall during a whole wall angel, 0 to 7.
    Angel,
    /// The longest dead hang, in seconds.
    Hang,
    /// The longest hold of a prone Y, in seconds.
    ProneY,
}

/// Of each test: its place in addresses, and its name. These are seen on Today; the rest of the words comes later.
static NAMES: [(&str, &str); 4] = [
    ("wall", "Head to wall"),
    ("wall-angel", "Wall angel"),
    ("dead-hang", "Dead hang"),
    ("prone-y-raise", "Prone Y"),
];

static WORDS: [Words; 4] = [
    words! {
        how: "Heels, seat and upper back at the wall. Look straight ahead, do not push. Measure from the back of the head \
            to the wall. Same time of day, same shoes. Fingers work: one is about 2 cm (3/4 in).",
        better: "A smaller gap is better. Half a centimetre (1/4 in) is within the error of measuring.",
        stop: "Stop if it hurts or makes you dizzy.",
    },
    words! {
        how: "Do one slow wall angel, all the way up and down. Tick what touched the wall the whole time; of a hand, its \
            back. A helper or a video sees more than you feel.",
        better: "More points are better. One point is within the error of measuring.",
        stop: "Force nothing to the wall. Stop where a shoulder pinches or fingers prickle.",
    },
    words! {
        how: "Rested, take the bar from a stool, lift your feet off, hang still and breathe. It ends when a hand slips or \
            a foot is down. You have 5 s to take hold; take off what it took you to reach Stop.",
        better: "More seconds are better. A tenth, at least 2 s, is within the error of measuring.",
        stop: "Step down, never drop. Stop when a shoulder hurts or the fingers open.",
    },
    words! {
        how: "Rested, lie face down, arms up in a Y, thumbs to the ceiling. Lift both arms and hold, forehead on the \
            floor. It ends when they sink. You have 5 s to lie down; take off what it took you to reach Stop.",
        better: "More seconds are better. A tenth, at least 2 s, is within the error of measuring.",
        stop: "Stop when the neck, a shoulder or the lower back hurts.",
    },
];

impl Test {
    /// All of them, as they are listed.
    pub const ALL: [Self; 4] = [Self::Wall, Self::Angel, Self::Hang, Self::ProneY];

    /// The test of an address.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|test| test.id() == id)
    }

    /// Its place in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        NAMES[self as usize].0
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// The id of the exercise whose figure shows it.
    #[must_use]
    pub fn exercise(self) -> &'static str {
        if self == Self::Wall { "chin-tuck" } else { self.id() }
    }

    /// How it is done, what better means (see [`Self::alike`]), and when to stop.
    #[must_use]
    pub fn words(self) -> Words {
        WORDS[self as usize]
    }

    /// The scale that it is entered in by someone who lifts in `unit`: inches go with pounds.
    #[must_use]
    pub const fn scale(self, unit: WeightUnit) -> Scale {
        match (self, unit) {
            (Self::Wall, WeightUnit::Kg) => Scale::HalfCm,
            (Self::Wall, WeightUnit::Lb) => Scale::QuarterInch,
            (Self::Angel, _) => Scale::Points,
            (Self::Hang, _) => Scale::Hang,
            (Self::ProneY, _) => Scale::ProneY,
        }
    }

    /// Whether a stopwatch measures it.
    #[must_use]
    pub const fn is_timed(self) -> bool {
        matches!(self, Self::Hang | Self::ProneY)
    }

    /// Whether the difference of two values, in hundredths, is within the error of measuring: half a centimetre or a quarter
    /// inch, one point, a tenth of the longer hold but at least 2 s. The limits are ours.
    ///
    /// Worked example: 30 s and 33 s are alike (a tenth of 33 s is 3.3 s), 30 s and 34 s are not; 5 s and 7 s are alike.
    #[must_use]
    pub fn alike(self, one: u64, other: u64, unit: WeightUnit) -> bool {
        let slack = match self {
            Self::Wall if unit == WeightUnit::Lb => 25,
            Self::Wall => 50,
            Self::Angel => 100,
            Self::Hang | Self::ProneY => (one.max(other) / 10).max(200),
        };
        one.abs_diff(other) <= slack
    }

    /// Whether `value` is better than `other`, however little.
    #[must_use]
    pub fn is_better(self, value: u64, other: u64) -> bool {
        if self == Self::Wall { value < other } else { value > other }
    }
}

/// What a test is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Half centimetres of [`Test::Wall`], to 40 cm.
    HalfCm,
    /// Quarter inches of [`Test::Wall`], to 16 in.
    QuarterInch,
    /// Points of [`Test::Angel`].
    Points,
    /// Seconds of [`Test::Hang`], to an hour.
    Hang,
    /// Seconds of [`Test::ProneY`], to an hour.
    ProneY,
}

/// Of each scale: the test, one step in hundredths, the most steps, the symbol.
static SCALES: [(Test, u32, u32, &str); 5] = [
    (Test::Wall, 50, 80, "cm"),
    (Test::Wall, 25, 64, "in"),
    (Test::Angel, 100, 7, "of 7"),
    (Test::Hang, 100, 3_600, "s"),
    (Test::ProneY, 100, 3_600, "s"),
];

impl Scale {
    /// All of them, in the order of the numbers that they are stored by.
    pub const ALL: [Self; 5] = [Self::HalfCm, Self::QuarterInch, Self::Points, Self::Hang, Self::ProneY];

    /// What is measured in it.
    #[must_use]
    pub fn test(self) -> Test {
        SCALES[self as usize].0
    }

    /// One step, in hundredths of its unit.
    #[must_use]
    pub fn step(self) -> u32 {
        SCALES[self as usize].1
    }

    /// The most that fits, in its unit.
    fn most(self) -> u32 {
        SCALES[self as usize].2 * self.step() / 100
    }

    /// Its unit's symbol.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        SCALES[self as usize].3
    }
}

/// What a test came to, in steps of its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    scale: Scale,
    steps: u32,
}

impl Reading {
    /// So many steps of a scale.
    ///
    /// # Errors
    /// [`InputError::TooLarge`] above the most of the scale.
    pub fn new(scale: Scale, steps: u32) -> Result<Self, InputError> {
        if steps > SCALES[scale as usize].2 {
            return Err(InputError::TooLarge(scale.most()));
        }
        Ok(Self { scale, steps })
    }

    /// What a person typed, lengths to the nearest step; points and seconds are whole.
    ///
    /// ```
    /// use yoke_app::training::measure::{Reading, Scale};
    /// assert_eq!(Reading::parse("7,3", Scale::HalfCm)?.number(), "7.5");
    /// assert!(Reading::parse("7.3", Scale::Hang).is_err());
    /// # Ok::<(), yoke_app::training::units::InputError>(())
    /// ```
    ///
    /// # Errors
    /// An [`InputError`] whose text can stand beside the field.
    pub fn parse(text: &str, scale: Scale) -> Result<Self, InputError> {
        let (hundredths, step) = (parse_hundredths(text, scale.most())?, scale.step());
        if step == 100 && hundredths % 100 > 0 {
            return Err(InputError::Fraction);
        }
        Self::new(scale, (hundredths + step / 2) / step)
    }

    /// The scale.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// How many steps.
    #[must_use]
    pub const fn steps(self) -> u32 {
        self.steps
    }

    /// So many steps away, kept within the scale.
    #[must_use]
    pub fn stepped(self, by: i32) -> Self {
        let steps = self.steps.saturating_add_signed(by).min(SCALES[self.scale as usize].2);
        Self { steps, ..self }
    }

    /// The number without its unit, such as `7.5` or `2.25`.
    #[must_use]
    pub fn number(self) -> String {
        hundredths_text(self.steps * self.scale.step())
    }

    /// The value in hundredths, lengths in the one that goes with `unit`, rounded.
    ///
    /// Worked example: 7.5 cm are 2.95 in, 2.25 in are 5.72 cm.
    #[must_use]
    pub fn value(self, unit: WeightUnit) -> u64 {
        let value = u64::from(self.steps * self.scale.step());
        match (self.scale, unit) {
            (Scale::HalfCm, WeightUnit::Lb) => (value * 100 + 127) / 254,
            (Scale::QuarterInch, WeightUnit::Kg) => (value * 254 + 50) / 100,
            _ => value,
        }
    }
}

/// One measurement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// Its id, which begins with the time, so that ids stand in the order of time.
    pub id: String,
    /// When.
    pub at: Wall,
    /// How far local time was ahead of UTC then.
    pub offset: UtcOffset,
    /// What it came to.
    pub reading: Reading,
}

impl Measurement {
    /// The local day.
    #[must_use]
    pub fn day(&self) -> Day {
        Day::local(self.at, self.offset)
    }

    /// What was measured.
    #[must_use]
    pub fn test(&self) -> Test {
        self.reading.scale.test()
    }
}

/// Puts a measurement that is not there in its place among others, newest first.
pub fn insert(all: &mut Vec<Measurement>, one: Measurement) {
    let place = all.iter().position(|known| known.id < one.id).unwrap_or(all.len());
    all.insert(place, one);
}

/// How a test went, oldest first, in hundredths of what goes with `unit`; a record is better than all before. `all` is newest
/// first.
///
/// Worked example: gaps of 7.5, 6, 6.5 and 5 cm have their records at 6 and 5 cm.
#[must_use]
pub fn points(all: &[Measurement], test: Test, unit: WeightUnit) -> Vec<Point> {
    let (mut points, mut best) = (Vec::new(), None);
    for one in all.iter().rev() {
        if one.test() == test {
            let value = one.reading.value(unit);
            let record = best.is_some_and(|best| test.is_better(value, best));
            if record || best.is_none() {
                best = Some(value);
            }
            points.push(Point { day: one.day(), value, record });
        }
    }
    points
}

/// The last measurement of a test. `all` is newest first.
#[must_use]
pub fn last(all: &[Measurement], test: Test) -> Option<&Measurement> {
    all.iter().find(|one| one.test() == test)
}

/// The test that has waited longest of those that are due, with the days since it was taken: once it was taken, each is due
/// [`EVERY_DAYS`] later. Nothing is due before as many days have gone since they were `put_off`. `all` is newest first.
///
/// Worked example: the hang was taken 31 days ago, the wall gap 40 days ago and the prone Y never: the wall gap, 40 days; put
/// off 29 days ago: nothing.
#[must_use]
pub fn due(all: &[Measurement], put_off: Day, today: Day) -> Option<(Test, i32)> {
    let (mut found, mut most) = (None, EVERY_DAYS - 1);
    for test in Test::ALL {
        let ago = last(all, test).map_or(0, |one| today.number() - one.day().number());
        if ago > most {
            (found, most) = (Some((test, ago)), ago);
        }
    }
    // A day from the future was stored before the clock was put right.
    let quiet = (0..EVERY_DAYS).contains(&(today.number() - put_off.number()));
    found.filter(|_| !quiet)
}

/// A stopwatch: when it was started. The count-in comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch(pub Now);

impl Watch {
    /// Milliseconds since it was started. The wall clock may be put back and the monotonic one stand still while the device
    /// sleeps: the one that went on further is right.
    fn passed(self, now: Now) -> u64 {
        now.wall.since(self.0.wall).max(now.mono.saturating_sub(self.0.mono))
    }

    /// Milliseconds left of the count-in; 0 when it is over.
    #[must_use]
    pub fn left(self, now: Now) -> u64 {
        COUNT_IN_MILLIS.saturating_sub(self.passed(now))
    }

    /// Milliseconds held since the count-in was over.
    ///
    /// Worked example: started at 10 s and looked at at 47.3 s: 32.3 s were held.
    #[must_use]
    pub fn held(self, now: Now) -> u64 {
        self.passed(now).saturating_sub(COUNT_IN_MILLIS)
    }
}
