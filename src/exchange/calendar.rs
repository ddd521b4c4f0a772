//! Reminders as calendar files, RFC 5545: a web app cannot wake itself, a calendar can.
//!
//! Times are floating local times, without a zone: "10:00 wherever I am". They stay at 10:00 when clocks change and when one
//! travels, and need no table of time zones that could be out of date. A calendar that knows no floating times, Google's
//! among them, takes them in the zone it is set to.
//!
//! Each break of a day is an event of its own that comes back every week, for ever, with an alarm at its start: many
//! calendars do not know several times in one rule. Self-tests are one event that comes back when they are due. The names
//! of the events stay the same, so that a plan that is brought in again takes the place of the one before, where a calendar
//! minds names. There is no file that takes the events out again: too many calendars would not heed it, and all can search
//! and delete. Invariant: lines end with CRLF and are no longer than 75 octets.

use crate::training::lines::add;
use crate::training::measure::EVERY_DAYS;
use crate::training::reminder::{ABOUT, Reminder};
use crate::training::time::{Day, TimeOfDay, UtcOffset, Wall};

/// The name of the file with the breaks, without its ending.
pub const BREAKS: &str = "yoke-posture";
/// The name of the file with the self-tests, without its ending.
pub const TESTS: &str = "yoke-self-tests";

/// The text of the file with the breaks. The clock says `now`, the local one is ahead by `offset`, and `link` is where a break
/// begins.
#[must_use]
pub fn breaks(reminder: &Reminder, now: Wall, offset: UtcOffset, link: &str) -> String {
    let plan = reminder.plan;
    let (today, time_now) = (Day::local(now, offset), TimeOfDay::local(now, offset));
    let mut rule = String::new();
    for (nth, name) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].into_iter().enumerate() {
        if plan.days().has(nth) {
            add(&mut rule, ",", name);
        }
    }
    let rule = ["WEEKLY;BYDAY=", &rule].concat();
    let said = said(now, &rule, "Posture break", ABOUT, link);
    let mut events = String::new();
    for nth in 0..plan.a_day() {
        let Some(time) = plan.time(nth) else { break };
        // The first one is still to come, and on a day of the plan, as the rule demands.
        let mut day = today.plus(i32::from(time <= time_now));
        while !plan.days().has(day.weekday()) {
            day = day.plus(1);
        }
        push(&mut events, reminder, &nth.to_string(), &date(day, time), &said);
    }
    file(&events)
}

/// The text of the file with the self-tests: as often as they are due, the first time that long after `now`, at the time of the
/// day's first break; `link` is where they stand.
#[must_use]
pub fn tests(reminder: &Reminder, now: Wall, offset: UtcOffset, link: &str) -> String {
    let rule = ["DAILY;INTERVAL=", &EVERY_DAYS.to_string()].concat();
    let said = said(now, &rule, "Posture self-tests", "Head to wall, wall angel, dead hang, prone Y", link);
    let start = date(Day::local(now, offset).plus(EVERY_DAYS), reminder.plan.first());
    let mut event = String::new();
    push(&mut event, reminder, "tests", &start, &said);
    file(&event)
}

/// What the events of a file have in common, from the stamp to the alarm. Each file counts as later than those before it.
fn said(now: Wall, rule: &str, title: &str, about: &str, link: &str) -> String {
    let utc = UtcOffset::default();
    [
        "\nDTSTAMP:",
        &date(Day::local(now, utc), TimeOfDay::local(now, utc)),
        "Z\nSEQUENCE:",
        &(now.0 / 60_000).to_string(),
        "\nDURATION:PT2M\nRRULE:FREQ=",
        rule,
        "\nSUMMARY:",
        title,
        "\nTRANSP:TRANSPARENT\nURL:",
        link,
        "\nDESCRIPTION:",
        &escaped(&[about, "\n", link].concat()),
        "\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:PT0S\nDESCRIPTION:",
        title,
        "\nEND:VALARM\nEND:VEVENT\n",
    ]
    .concat()
}

/// Adds an event.
fn push(events: &mut String, reminder: &Reminder, name: &str, start: &str, said: &str) {
    let made = reminder.made.0.to_string();
    for part in ["BEGIN:VEVENT\nUID:", &made, "-", name, "@yoke\nDTSTART:", start, said] {
        events.push_str(part);
    }
}

fn file(events: &str) -> String {
    let head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Yoke//Reminders//EN\n";
    folded(&[head, events, "END:VCALENDAR\n"].concat())
}

/// `20261123T093000`.
fn date(day: Day, time: TimeOfDay) -> String {
    [&day.to_string().replace('-', ""), "T", &time.text(""), "00"].concat()
}

/// A text as a value: RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | ',' | ';' | '\n') {
            out.push('\\');
        }
        out.push(if c == '\n' { 'n' } else { c });
    }
    out
}

/// Lines as they are exchanged: what is longer than 75 octets goes on in the next one, after a blank. RFC 5545, 3.1.
fn folded(text: &str) -> String {
    let mut out = String::new();
    let mut octets = 0;
    for c in text.chars() {
        let is_end = c == '\n';
        if is_end || octets + c.len_utf8() > 75 {
            out.push_str("\r\n");
            octets = 0;
            if is_end {
                continue;
            }
            out.push(' ');
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out
}
