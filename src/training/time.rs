//! Points in time and calendar days, as values that are handed in.
//!
//! Invariant: nothing here reads a clock.

use std::fmt;

/// A point on the wall clock: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Wall(pub u64);

impl Wall {
    /// The point `millis` later.
    #[must_use]
    pub const fn plus(self, millis: u64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// The point `millis` earlier, not before 1970.
    #[must_use]
    pub const fn minus(self, millis: u64) -> Self {
        Self(self.0.saturating_sub(millis))
    }

    /// Milliseconds from `earlier` to `self`, 0 if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// What both clocks say at one moment. Either alone can lie: the wall clock is set by hand,
/// the monotonic one may stop while the device sleeps and begins anew with each page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The wall clock.
    pub wall: Wall,
    /// The monotonic clock of this page: milliseconds since an arbitrary start.
    pub mono: u64,
}

/// How far local time is ahead of UTC, in minutes, -840 to 840.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct UtcOffset(i16);

impl UtcOffset {
    /// An offset in minutes, cut to fourteen hours either way.
    #[must_use]
    pub const fn minutes(minutes: i16) -> Self {
        match minutes {
            ..-840 => Self(-840),
            841.. => Self(840),
            fits => Self(fits),
        }
    }

    /// Minutes ahead of UTC.
    #[must_use]
    pub const fn get(self) -> i16 {
        self.0
    }
}

/// A calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

/// A time of day by the local clock, in minutes after midnight, 0 to 1,439.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeOfDay(u16);

/// How far local time is ahead of UTC at any moment: the zone that the device is in.
pub type Zone<'a> = &'a dyn Fn(Wall) -> UtcOffset;

impl TimeOfDay {
    /// So many minutes after midnight, cut to the last of the day.
    #[must_use]
    pub const fn minutes(minutes: u16) -> Self {
        Self(if minutes < 24 * 60 { minutes } else { 24 * 60 - 1 })
    }

    /// The time that the local clock shows at a point in time.
    #[must_use]
    pub const fn local(at: Wall, offset: UtcOffset) -> Self {
        Self((at.0 as i64 / 60_000 + offset.0 as i64).rem_euclid(24 * 60) as u16)
    }

    /// A time as a browser's field gives it: `09:30`. `None` if it is not that.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
        (hours < 24 && minutes < 60).then(|| Self(hours * 60 + minutes))
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// `09:30`, with what is wanted between hours and minutes.
    #[must_use]
    pub fn text(self, between: &str) -> String {
        // Begun with a one that is left off, so that noughts stay.
        let digits = (10_000 + self.0 / 60 * 100 + self.0 % 60).to_string();
        [digits.get(1..3).unwrap_or_default(), between, digits.get(3..).unwrap_or_default()].concat()
    }
}

/// Monday first.
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// English month names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Day {
    /// The local day of a point in time.
    #[must_use]
    pub const fn local(at: Wall, offset: UtcOffset) -> Self {
        let local = at.0 as i64 + offset.0 as i64 * 60_000;
        Self(local.div_euclid(86_400_000) as i32)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day `days` later (or earlier).
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub const fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// The day of a date in the Gregorian calendar; `None` if there is no such day in the years 1970 to 2199.
    ///
    /// Formula: Howard Hinnant, as for [`Self::civil`], `days_from_civil`.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1970..2200).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let (year_of_march, month_of_march) =
            if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let leap_days = year_of_march / 4 - year_of_march / 100 + year_of_march / 400;
        let before = year_of_march * 365 + leap_days + (153 * month_of_march as i32 + 2) / 5;
        let found = Self(before.checked_add_unsigned(day)? - 719_469);
        (found.civil() == (year, month, day)).then_some(found)
    }

    /// A day as it is written out: `2026-11-21`. `None` if it is not that.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        Self::of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The point at which it begins where the clock shows UTC, not before 1970.
    #[must_use]
    pub fn begins(self) -> Wall {
        Wall(self.0.max(0) as u64 * 86_400_000)
    }

    /// The point in time at which a local clock shows `time` on this day. Where clocks are put back it shows some times
    /// twice: then the first. `None` where they are put forward over it: then it does not come on this day.
    #[must_use]
    pub fn at(self, time: TimeOfDay, zone: Zone) -> Option<Wall> {
        let as_if_utc = self.begins().plus(u64::from(time.0) * 60_000);
        // A day apart from it stand the offsets before and after a change, if there is one.
        for near in [as_if_utc.minus(86_400_000), as_if_utc.plus(86_400_000)] {
            let offset = zone(near);
            let at = Wall((as_if_utc.0 as i64 - offset.0 as i64 * 60_000).max(0) as u64);
            if zone(at) == offset {
                return Some(at);
            }
        }
        None
    }

    /// The Monday of this day's week.
    #[must_use]
    pub const fn monday(self) -> Self {
        Self(self.0 - self.weekday() as i32)
    }

    /// Year, month 1 to 12, day 1 to 31 in the Gregorian calendar.
    ///
    /// Formula: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    ///
    /// ```
    /// use yoke_app::training::time::{Day, UtcOffset, Wall};
    /// let leap = Day::local(Wall(1_709_164_800_000), UtcOffset::default());
    /// assert_eq!(leap.civil(), (2024, 2, 29));
    /// ```
    #[must_use]
    pub const fn civil(self) -> (i32, u32, u32) {
        let z = self.0 as i64 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year as i32, month as u32, day as u32)
    }

    /// `12 November`.
    #[must_use]
    pub fn day_month(self) -> String {
        let (_, month, day) = self.civil();
        format!("{day} {}", MONTHS.get(month as usize - 1).copied().unwrap_or_default())
    }

    /// `Wednesday`.
    #[must_use]
    pub fn weekday_name(self) -> &'static str {
        WEEKDAYS.get(self.weekday()).copied().unwrap_or_default()
    }
}

impl fmt::Display for Day {
    /// `2026-11-21`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// A running time as people read it: `0:07`, `12:30`, `1:02:03`. Milliseconds are rounded up,
/// so that a countdown shows its full length at the start and 0:00 only when it is over.
#[must_use]
pub fn clock_up(millis: u64) -> String {
    clock(millis.div_ceil(1_000))
}

/// An elapsed time as people read it, rounded down.
#[must_use]
pub fn clock_down(millis: u64) -> String {
    clock(millis / 1_000)
}

/// `12 November 2026, 18:40`, by the local clock.
#[must_use]
pub fn day_and_time(at: Wall, offset: UtcOffset) -> String {
    let day = Day::local(at, offset);
    let minutes = TimeOfDay::local(at, offset).0;
    format!("{} {}, {}:{:02}", day.day_month(), day.civil().0, minutes / 60, minutes % 60)
}

fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_the_local_clock_not_utc() {
        let late = Wall(1_763_249_400_000); // 2025-11-15 23:30 UTC
        let cases = [(0, "2025-11-15"), (60, "2025-11-16"), (-720, "2025-11-15"), (840, "2025-11-16")];
        for (minutes, day) in cases {
            assert_eq!(Day::local(late, UtcOffset::minutes(minutes)).to_string(), day, "{minutes}");
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        let saturday = Day::local(Wall(1_795_255_200_000), UtcOffset::default());
        assert_eq!(saturday.to_string(), "2026-11-21");
        assert_eq!(saturday.weekday_name(), "Saturday");
        assert_eq!(saturday.monday().to_string(), "2026-11-16");
        assert_eq!(saturday.day_month(), "21 November");
    }

    #[test]
    fn dates_and_days_are_one_to_one() {
        let dates = [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2026, 11, 21, 20_778), (2199, 12, 31, 84_005)];
        for (year, month, day, number) in dates {
            assert_eq!(Day::of(year, month, day), Some(Day(number)), "{year}-{month}-{day}");
        }
        for number in 0..84_006 {
            let (year, month, day) = Day(number).civil();
            assert_eq!(Day::of(year, month, day), Some(Day(number)));
        }
        for (year, month, day) in
            [(2026, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, u32::MAX), (1969, 12, 31)]
        {
            assert_eq!(Day::of(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn countdowns_round_up_and_elapsed_time_down() {
        assert_eq!((clock_up(89_001), clock_down(89_999)), ("1:30".into(), "1:29".into()));
        assert_eq!((clock_up(0), clock_down(3_723_000)), ("0:00".into(), "1:02:03".into()));
    }
}
