//! The plan of reminders as a calendar file, RFC 5545: a web app cannot wake itself, a calendar can.
//!
//! Times are floating local times, without a zone: "10:00 wherever I am". They stay at 10:00 when clocks change and when one
//! travels, and need no table of time zones that could be out of date. A calendar that knows no floating times, Google's
//! among them, takes them in the zone it is set to.
//!
//! Each time of a day is an event of its own that comes back every week, for ever, with an alarm at its start: many calendars
//! do not know several times in one rule. The names of the events stay the same, so that a plan that is brought in again
//! takes the place of the one before, where a calendar minds names. There is no file that takes the events out again: too many
//! calendars would not heed it, and all can search and delete. Invariant: lines end with CRLF and are no longer than 75 octets.

use crate::training::lines::add;
use crate::training::reminder::{ABOUT, Reminder};
use crate::training::time::{Day, TimeOfDay, UtcOffset, Wall};

/// The name of the file, without its ending.
pub const NAME: &str = "yoke-posture";

/// The text of the file. The clock says `now`, the local one is ahead by `offset`, and `link` is where the break begins.
#[must_use]
pub fn write(reminder: &Reminder, now: Wall, offset: UtcOffset, link: &str) -> String {
    let (plan, utc) = (reminder.plan, UtcOffset::default());
    let (today, time_now) = (Day::local(now, offset), TimeOfDay::local(now, offset));
    let mut days = String::new();
    for (nth, name) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].into_iter().enumerate() {
        if plan.days().has(nth) {
            add(&mut days, ",", name);
        }
    }
    let names = ["BEGIN:VEVENT\nUID:", &reminder.made.0.to_string(), "-"].concat();
    // The same of all of them; each file counts as later than those before it.
    let what = [
        "\nDTSTAMP:",
        &date(Day::local(now, utc), TimeOfDay::local(now, utc)),
        "Z\nSEQUENCE:",
        &(now.0 / 60_000).to_string(),
        "\nDURATION:PT2M\nRRULE:FREQ=WEEKLY;BYDAY=",
        &days,
        "\nSUMMARY:Posture break\nTRANSP:TRANSPARENT\nURL:",
        link,
        "\nDESCRIPTION:",
        &escaped(&[ABOUT, "\n", link].concat()),
        ALARM,
    ]
    .concat();
    let mut text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Yoke//Reminders//EN\n".to_owned();
    for nth in 0..plan.a_day() {
        let Some(time) = plan.time(nth) else { break };
        // The first one is still to come, and on a day of the plan, as the rule demands.
        let mut day = today.plus(i32::from(time <= time_now));
        while !plan.days().has(day.weekday()) {
            day = day.plus(1);
        }
        for part in [&names, &nth.to_string(), "@yoke\nDTSTART:", &date(day, time), &what] {
            text.push_str(part);
        }
    }
    text.push_str("END:VCALENDAR\n");
    folded(&text)
}

/// How an event ends that has an alarm.
const ALARM: &str =
    "\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:PT0S\nDESCRIPTION:Posture break\nEND:VALARM\nEND:VEVENT\n";

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
