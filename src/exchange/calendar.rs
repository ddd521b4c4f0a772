//! The plan of reminders as a calendar file, RFC 5545: a web app cannot wake itself, a calendar can.
//!
//! Times are floating local times, without a zone: "10:00 wherever I am". They stay at 10:00 when clocks change and when one
//! travels, and need no table of time zones that could be out of date. A calendar that knows no floating times, Google's
//! among them, takes them in the zone it is set to.
//!
//! Each time of a day is an event of its own that comes back every week, for ever, with an alarm at its start: many calendars
//! do not know several times in one rule. The names of the events stay the same, so that a plan that is brought in again
//! takes the place of the one before. [`Way::Out`] writes all that were ever handed out, cancelled; calendars that do not
//! heed that have to be cleared by hand. Invariant: lines end with CRLF and are no longer than 75 octets.

use crate::training::lines::add;
use crate::training::reminder::{ABOUT, Reminder};
use crate::training::time::{Day, TimeOfDay, UtcOffset, Wall};

/// The name of the file, without its ending.
pub const NAME: &str = "yoke-posture";

/// Into a calendar, or out of it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The events as planned.
    In,
    /// The same events, cancelled.
    Out,
}

/// The text of the file. The clock says `now`, the local one is ahead by `offset`, and `link` is where the break begins.
#[must_use]
pub fn write(reminder: &Reminder, way: Way, now: Wall, offset: UtcOffset, link: &str) -> String {
    let (plan, utc) = (reminder.plan, UtcOffset::default());
    let count = if way == Way::In { plan.a_day() } else { reminder.given };
    let (today, time_now) = (Day::local(now, offset), TimeOfDay::local(now, offset));
    let stamp = [&date(Day::local(now, utc)), "T", &TimeOfDay::local(now, utc).text(""), "00Z"].concat();
    // Each file counts as later than those before it.
    let sequence = (now.0 / 60_000).to_string();
    let made = reminder.made.0.to_string();
    let mut days = String::new();
    for (nth, name) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].into_iter().enumerate() {
        if plan.days().has(nth) {
            add(&mut days, ",", name);
        }
    }
    let mut text = String::new();
    let mut put = |name: &str, value: &str| fold(&mut text, &[name, ":", value].concat());
    put("BEGIN", "VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//Yoke//Reminders//EN");
    if way == Way::Out {
        put("METHOD", "CANCEL");
    }
    for nth in 0..count {
        // What is cancelled may be more than the plan has now.
        let time = plan.time(nth).unwrap_or(plan.first());
        // The first one is still to come, and on a day of the plan, as the rule demands.
        let mut day = today.plus(i32::from(time <= time_now));
        while !plan.days().has(day.weekday()) {
            day = day.plus(1);
        }
        put("BEGIN", "VEVENT");
        put("UID", &[&made, "-", &nth.to_string(), "@yoke"].concat());
        put("DTSTAMP", &stamp);
        put("SEQUENCE", &sequence);
        put("DTSTART", &[&date(day), "T", &time.text(""), "00"].concat());
        put("DURATION", "PT2M");
        put("RRULE", &["FREQ=WEEKLY;BYDAY=", &days].concat());
        put("SUMMARY", "Posture break");
        put("DESCRIPTION", &escaped(&[ABOUT, "\n", link].concat()));
        put("URL", link);
        put("TRANSP", "TRANSPARENT");
        if way == Way::Out {
            put("STATUS", "CANCELLED");
        } else {
            put("BEGIN", "VALARM");
            put("ACTION", "DISPLAY");
            put("TRIGGER", "PT0S");
            put("DESCRIPTION", "Posture break");
            put("END", "VALARM");
        }
        put("END", "VEVENT");
    }
    put("END", "VCALENDAR");
    text
}

/// `20261123`.
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
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

/// Adds a line; what is longer than 75 octets goes on in the next one, after a blank: RFC 5545, 3.1.
fn fold(text: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > 75 {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(c);
        octets += c.len_utf8();
    }
    text.push_str("\r\n");
}
