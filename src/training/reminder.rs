//! Reminders of the posture break through the day: when they are due, and what the person said to the last one.
//!
//! Works with `time`. Times are those of the clock on the wall, so the same plan holds where one travels and when clocks change.
//! Invariant: a [`Plan`] always has a next moment, and nothing here counts ticks: all is told from stored instants and `now`.

use super::program::Weekdays;
use super::time::{Day, TimeOfDay, Wall, Zone};

/// From one reminder to the next, in minutes: what can be chosen.
pub const EVERY: [u16; 8] = [20, 30, 45, 60, 90, 120, 180, 240];

/// What the break is, where it is offered.
pub const ABOUT: &str = "90 s: 12 slow reps, blades back and down";

/// How long a snooze lasts, in milliseconds.
pub const SNOOZE_MILLIS: u64 = 10 * 60_000;

/// So long before the app was opened a reminder may have come due and is still told, in milliseconds: phones end pages
/// and load them again. What is older is not chased.
const LATE_MILLIS: u64 = 30 * 60_000;

/// When one wants to be reminded: on these days, from the first time every so many minutes up to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    first: TimeOfDay,
    last: TimeOfDay,
    every: u16,
    days: Weekdays,
}

impl Plan {
    /// A plan. `None` where the last time is before the first, or `every` is none of [`EVERY`].
    #[must_use]
    pub fn new(first: TimeOfDay, last: TimeOfDay, every: u16, days: Weekdays) -> Option<Self> {
        (first <= last && EVERY.contains(&every)).then_some(Self { first, last, every, days })
    }

    /// The first time of a day.
    #[must_use]
    pub const fn first(self) -> TimeOfDay {
        self.first
    }

    /// No reminder comes after it on a day.
    #[must_use]
    pub const fn last(self) -> TimeOfDay {
        self.last
    }

    /// Minutes from one to the next, one of [`EVERY`].
    #[must_use]
    pub const fn every(self) -> u16 {
        self.every
    }

    /// The same times on other days.
    #[must_use]
    pub const fn on(self, days: Weekdays) -> Self {
        Self { days, ..self }
    }

    /// The days.
    #[must_use]
    pub const fn days(self) -> Weekdays {
        self.days
    }

    /// How many there are on a day, at least one.
    #[must_use]
    pub const fn a_day(self) -> u16 {
        (self.last.get() - self.first.get()) / self.every + 1
    }

    /// The time of one of them, counted from 0.
    #[must_use]
    pub fn time(self, nth: u16) -> Option<TimeOfDay> {
        (nth < self.a_day()).then(|| TimeOfDay::minutes(self.first.get() + nth * self.every))
    }

    /// The first moment of the plan after `now`. A time that the clocks are put forward over does not come.
    #[must_use]
    pub fn next_after(self, now: Wall, zone: Zone) -> Option<Wall> {
        self.find(now, Day::local(now, zone(now)), zone)
    }

    /// The first moment after `after` that is not on a day before `from`.
    fn find(self, after: Wall, from: Day, zone: Zone) -> Option<Wall> {
        // All times of a day may have passed, and those of the same day next week be jumped over.
        for ahead in 0..15 {
            let day = from.plus(ahead);
            if !self.days.has(day.weekday()) {
                continue;
            }
            for nth in 0..self.a_day() {
                let at = self.time(nth).and_then(|time| day.at(time, zone));
                if at.is_some_and(|at| at > after) {
                    return at;
                }
            }
        }
        None
    }
}

/// What became of the last reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is answered, or the plan is new: what comes after this moment counts.
    After(Wall),
    /// It was told at this moment and waits for an answer.
    Told(Wall),
    /// It comes again at this moment, and nothing before.
    Snoozed(Wall),
    /// No more on this day.
    NotToday(Day),
}

/// The plan, and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Whether the app reminds while it is open.
    pub on: bool,
    /// When.
    pub plan: Plan,
    /// What became of the last one.
    pub standing: Standing,
    /// When something first went to a calendar, which names it there for good; 0 for never.
    pub made: Wall,
}

impl Default for Reminder {
    /// Off; 9:30, 12:30 and 15:30 on working days.
    fn default() -> Self {
        let (first, last) = (TimeOfDay::minutes(9 * 60 + 30), TimeOfDay::minutes(15 * 60 + 30));
        let plan = Plan { first, last, every: 180, days: Weekdays::WORKING };
        Self { on: false, plan, standing: Standing::After(Wall(0)), made: Wall(0) }
    }
}

impl Reminder {
    /// When the next one is due, in a page that was opened at `opened`; one that has come due and was not told lies before
    /// `now`. Nothing of an earlier day comes, and nothing from more than half an hour before the page was there.
    #[must_use]
    pub fn next(&self, opened: Wall, now: Wall, zone: Zone) -> Option<Wall> {
        let today = Day::local(now, zone(now));
        let floor = opened.minus(LATE_MILLIS);
        let (after, from) = match self.standing {
            _ if !self.on => return None,
            // One from the future was stored before the clock was put right.
            Standing::Snoozed(until) if until > floor && until <= now.plus(SNOOZE_MILLIS) => {
                return Some(until);
            }
            Standing::NotToday(day) if day == today => (now, today.plus(1)),
            Standing::NotToday(_) => (floor, today),
            Standing::After(at) | Standing::Told(at) | Standing::Snoozed(at) => (at.max(floor), today),
        };
        self.plan.find(after.min(now), from, zone)
    }

    /// Whether one was told today and waits for an answer.
    #[must_use]
    pub fn waits(&self, now: Wall, zone: Zone) -> bool {
        let day = |at| Day::local(at, zone(at));
        matches!(self.standing, Standing::Told(at) if self.on && day(at) == day(now))
    }
}
