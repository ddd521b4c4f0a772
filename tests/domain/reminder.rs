//! When a reminder of the posture break is due: by the clock on the wall, across changes of the clocks, and once.

use proptest::prelude::*;
use yoke_app::training::program::Weekdays;
use yoke_app::training::reminder::{EVERY, Plan, Reminder, SNOOZE_MILLIS, Standing};
use yoke_app::training::time::{Day, TimeOfDay, UtcOffset, Wall, Zone};

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;

/// UTC, as `2026-11-23 09:30`.
fn utc(text: &str) -> Wall {
    let (day, time) = text.split_once(' ').unwrap();
    let time = TimeOfDay::parse(time).unwrap();
    Day::parse(day).unwrap().begins().plus(u64::from(time.get()) * MINUTE)
}

/// Central Europe: an hour ahead, two from the last Sunday of March to that of October, changed at 1:00 UTC.
fn berlin(at: Wall) -> UtcOffset {
    let summer = at >= utc("2026-03-29 01:00") && at < utc("2026-10-25 01:00");
    UtcOffset::minutes(if summer { 120 } else { 60 })
}

/// New York: five hours behind, four from the second Sunday of March to the first of November, changed at 2:00 local time.
fn new_york(at: Wall) -> UtcOffset {
    let summer = at >= utc("2026-03-08 07:00") && at < utc("2026-11-01 06:00");
    UtcOffset::minutes(if summer { -240 } else { -300 })
}

/// Lord Howe Island, whose clocks change by half an hour at 2:00 local time.
fn lord_howe(at: Wall) -> UtcOffset {
    let winter = at >= utc("2026-04-04 15:00") && at < utc("2026-10-03 15:30");
    UtcOffset::minutes(if winter { 630 } else { 660 })
}

fn plan(first: &str, last: &str, every: u16, days: u8) -> Plan {
    let time = |text| TimeOfDay::parse(text).unwrap();
    Plan::new(time(first), time(last), every, Weekdays::of(days).unwrap()).unwrap()
}

/// What the local clock shows, as `2026-11-23 09:30`.
fn local(at: Wall, zone: Zone) -> String {
    format!("{} {}", Day::local(at, zone(at)), TimeOfDay::local(at, zone(at)).text(":"))
}

#[test]
fn a_plan_that_makes_no_sense_is_none() {
    let (early, late) = (TimeOfDay::minutes(540), TimeOfDay::minutes(1_020));
    assert!(Plan::new(late, early, 60, Weekdays::WORKING).is_none(), "the last before the first");
    assert!(Plan::new(early, late, 0, Weekdays::WORKING).is_none(), "all at once");
    assert!(Plan::new(early, late, 61, Weekdays::WORKING).is_none(), "not to be chosen");
    assert_eq!(Weekdays::of(0), None, "no day at all");
    let once = Plan::new(early, early, 240, Weekdays::WORKING).unwrap();
    assert_eq!((once.a_day(), once.time(0), once.time(1)), (1, Some(early), None));
    let usual = Reminder::default().plan;
    assert_eq!(Plan::new(usual.first(), usual.last(), usual.every(), usual.days()), Some(usual));
    let times: Vec<_> =
        (0..usual.a_day()).filter_map(|nth| usual.time(nth)).map(|time| time.text(":")).collect();
    assert_eq!(times, ["09:30", "12:30", "15:30"]);
}

#[test]
fn times_are_read_as_a_field_gives_them() {
    let minutes = |text| TimeOfDay::parse(text).map(TimeOfDay::get);
    let cases =
        [("00:00", Some(0)), ("09:30", Some(570)), ("23:59", Some(1_439)), ("24:00", None), ("09:60", None)];
    for (text, expected) in cases {
        assert_eq!(minutes(text), expected, "{text}");
    }
    for text in ["", "9", "-1:00", "09:30:00", "nine:00"] {
        assert_eq!(minutes(text), None, "{text}");
    }
}

#[test]
fn the_next_one_by_the_clock_on_the_wall() {
    let working = || plan("09:30", "15:30", 180, 0b1_1111);
    let nights = || plan("00:00", "23:00", 60, 0b111_1111);
    let zones: [(&str, Zone); 3] = [("Berlin", &berlin), ("New York", &new_york), ("Lord Howe", &lord_howe)];
    // Zone, plan, now in UTC, the next one in UTC.
    let cases = [
        ("Berlin", working(), "2026-11-23 08:29", "2026-11-23 08:30"), // a Monday, 9:29
        ("Berlin", working(), "2026-11-23 08:30", "2026-11-23 11:30"), // strictly after
        ("Berlin", working(), "2026-11-23 14:30", "2026-11-24 08:30"), // after the last
        ("Berlin", working(), "2026-11-20 14:30", "2026-11-23 08:30"), // over the weekend
        ("Berlin", plan("10:00", "10:00", 60, 1), "2026-11-23 09:00", "2026-11-30 09:00"), // a week on
        ("New York", working(), "2026-11-24 02:00", "2026-11-24 14:30"), // Monday, 21:00 there
        // Midnight.
        ("Berlin", nights(), "2026-11-23 22:59", "2026-11-23 23:00"),
        ("Berlin", nights(), "2026-11-23 22:00", "2026-11-23 23:00"), // from 23:00 to 0:00
        ("Berlin", plan("00:00", "00:00", 60, 2), "2026-11-22 23:00", "2026-11-23 23:00"), // Monday 0:00 to Tuesday 0:00
        // Spring: 10:00 on Saturday and on Sunday are 23 hours apart.
        ("Berlin", plan("10:00", "10:00", 60, 127), "2026-03-28 09:00", "2026-03-29 08:00"),
        ("New York", plan("10:00", "10:00", 60, 127), "2026-03-07 15:00", "2026-03-08 14:00"),
        // Autumn: 25 hours.
        ("Berlin", plan("10:00", "10:00", 60, 127), "2026-10-24 08:00", "2026-10-25 09:00"),
        ("New York", plan("10:00", "10:00", 60, 127), "2026-10-31 14:00", "2026-11-01 15:00"),
        // 2:30 does not come on this Sunday; 3:00 comes right after 1:59.
        ("Berlin", plan("02:30", "02:30", 60, 127), "2026-03-28 12:00", "2026-03-30 00:30"),
        ("Berlin", plan("02:00", "03:00", 30, 127), "2026-03-29 00:30", "2026-03-29 01:00"),
        ("New York", plan("02:30", "02:30", 60, 64), "2026-03-02 00:00", "2026-03-15 06:30"), // only Sundays
        // 2:30 comes twice: once is enough, the first time.
        ("Berlin", plan("02:30", "02:30", 60, 127), "2026-10-24 12:00", "2026-10-25 00:30"),
        ("Berlin", plan("02:30", "02:30", 60, 127), "2026-10-25 00:30", "2026-10-26 01:30"),
        ("New York", plan("01:30", "01:30", 60, 127), "2026-10-31 12:00", "2026-11-01 05:30"),
        ("New York", plan("01:30", "01:30", 60, 127), "2026-11-01 05:30", "2026-11-02 06:30"),
        // By half an hour.
        ("Lord Howe", plan("10:00", "10:00", 60, 127), "2026-04-03 23:00", "2026-04-04 23:30"),
        ("Lord Howe", plan("10:00", "10:00", 60, 127), "2026-10-02 23:30", "2026-10-03 23:00"),
    ];
    for (place, plan, now, next) in cases {
        let zone = zones.iter().find(|(name, _)| *name == place).unwrap().1;
        assert_eq!(plan.next_after(utc(now), zone), Some(utc(next)), "{place}, {now}: {plan:?}");
    }
}

#[test]
fn a_reminder_is_told_once_and_nothing_old_is_chased() {
    let zone: Zone = &berlin;
    let mut reminder =
        Reminder { on: true, plan: plan("10:00", "16:00", 60, 0b1_1111), ..Reminder::default() };
    let next = |reminder: &Reminder, opened: &str, now: &str| {
        reminder.next(utc(opened), utc(now), zone).map(|at| local(at, zone)).unwrap_or_default()
    };
    // Opened on Monday at 8:55 local time.
    reminder.standing = Standing::After(utc("2026-11-20 15:00"));
    let cases = [
        // Nothing of Friday; the first of today is still to come.
        ("2026-11-23 07:55", "2026-11-23 07:55", "2026-11-23 10:00"),
        // The page stood still from 9:50 to 13:10: one is due, and was so at 10:00.
        ("2026-11-23 07:55", "2026-11-23 12:10", "2026-11-23 10:00"),
        // Over night: that of yesterday is gone.
        ("2026-11-23 07:55", "2026-11-24 06:00", "2026-11-24 10:00"),
        // Opened 25 minutes late it is still told; opened 40 minutes late it is not.
        ("2026-11-23 09:25", "2026-11-23 09:25", "2026-11-23 10:00"),
        ("2026-11-23 09:40", "2026-11-23 09:40", "2026-11-23 11:00"),
    ];
    for (opened, now, expected) in cases {
        assert_eq!(next(&reminder, opened, now), expected, "opened {opened}, {now}");
    }
    // Told: it waits, and the next one is the plan's.
    let opened = "2026-11-23 07:55";
    reminder.standing = Standing::Told(utc("2026-11-23 12:10"));
    assert!(reminder.waits(utc("2026-11-23 12:11"), zone));
    assert_eq!(next(&reminder, opened, "2026-11-23 12:11"), "2026-11-23 14:00");
    assert!(!reminder.waits(utc("2026-11-24 06:00"), zone), "not the next morning");
    // Snoozed: in ten minutes, also where the plan would be earlier; a night later it is the plan's turn.
    let now = utc("2026-11-23 12:55");
    reminder.standing = Standing::Snoozed(now.plus(SNOOZE_MILLIS));
    assert!(!reminder.waits(now, zone));
    assert_eq!(next(&reminder, opened, "2026-11-23 12:55"), "2026-11-23 14:05");
    assert_eq!(next(&reminder, opened, "2026-11-23 14:30"), "2026-11-23 14:05", "due since then");
    assert_eq!(next(&reminder, "2026-11-24 06:00", "2026-11-24 06:00"), "2026-11-24 10:00");
    // Not today: tomorrow at ten, and after a year away too.
    reminder.standing = Standing::NotToday(Day::parse("2026-11-23").unwrap());
    assert_eq!(next(&reminder, opened, "2026-11-23 12:55"), "2026-11-24 10:00");
    assert_eq!(next(&reminder, opened, "2026-11-24 09:01"), "2026-11-24 10:00", "due since then");
    assert_eq!(next(&reminder, "2027-11-23 08:00", "2027-11-23 08:00"), "2027-11-23 10:00");
    // Off says nothing.
    reminder.on = false;
    assert_eq!(next(&reminder, opened, "2026-11-24 09:01"), "");
    reminder.standing = Standing::Told(utc("2026-11-23 12:10"));
    assert!(!reminder.waits(utc("2026-11-23 12:11"), zone));
}

#[test]
fn a_clock_that_was_put_back_does_not_silence_it() {
    let zone: Zone = &berlin;
    let now = utc("2026-11-23 08:00");
    let later = now.plus(400 * 24 * HOUR);
    for standing in [
        Standing::After(later),
        Standing::Told(later),
        Standing::Snoozed(later),
        Standing::NotToday(Day::local(later, UtcOffset::default())),
    ] {
        let reminder = Reminder { on: true, standing, ..Reminder::default() };
        assert_eq!(reminder.next(now, now, zone), Some(utc("2026-11-23 08:30")), "{standing:?}");
    }
}

prop_compose! {
    fn any_plan()(first in 0..1_440_u16, length in 0..1_440_u16, every in 0..EVERY.len(), days in 1..128_u8) -> Plan {
        let last = TimeOfDay::minutes(first.saturating_add(length));
        Plan::new(TimeOfDay::minutes(first), last, EVERY[every], Weekdays::of(days).unwrap()).unwrap()
    }
}

proptest! {
    /// Whatever the plan and the hour: what comes next is after now, on a day of the plan and at one of its times, and
    /// nothing of the plan lies between.
    #[test]
    fn the_next_one_is_the_first_of_the_plan(plan in any_plan(), minutes in 0..527_040_u64, zone in 0..3_usize) {
        let zone: Zone = [&berlin as Zone, &new_york, &lord_howe][zone];
        let now = utc("2026-01-01 00:00").plus(minutes * MINUTE + 17_000);
        let next = plan.next_after(now, zone).unwrap();
        prop_assert!(next > now);
        let fits = |at: Wall| {
            let (day, time) = (Day::local(at, zone(at)), TimeOfDay::local(at, zone(at)));
            plan.days().has(day.weekday())
                && time >= plan.first()
                && time <= plan.last()
                && (time.get() - plan.first().get()) % plan.every() == 0
                // The second time that a clock shows it does not count.
                && day.at(time, zone) == Some(at)
        };
        prop_assert!(fits(next));
        let mut at = Wall(now.0 - now.0 % MINUTE + MINUTE);
        while at < next {
            prop_assert!(!fits(at), "{} was passed over", local(at, zone));
            at = at.plus(MINUTE);
        }
    }

    /// A week without a change of clocks has as many as days and times say, whenever it begins.
    #[test]
    fn a_week_has_them_all(plan in any_plan(), minutes in 0..10_080_u64) {
        let zone: Zone = &berlin;
        let begin = utc("2026-05-04 00:00").plus(minutes * MINUTE);
        let (mut at, mut count) = (begin, 0);
        while let Some(next) = plan.next_after(at, zone).filter(|next| *next <= begin.plus(7 * 24 * HOUR)) {
            (at, count) = (next, count + 1);
        }
        prop_assert_eq!(count, u32::from(plan.a_day()) * plan.days().bits().count_ones());
    }
}
