//! The calendar file: by the letter of RFC 5545. What a calendar makes of it is read in `tests/e2e/reminder.test.mjs`.

use yoke_app::exchange::calendar::{breaks, tests};
use yoke_app::training::program::Weekdays;
use yoke_app::training::reminder::{Plan, Reminder};
use yoke_app::training::time::{TimeOfDay, UtcOffset, Wall};

/// Sunday, 22 November 2026, 23:30 UTC; Monday, 0:30 in Central Europe.
const NOW: Wall = Wall(1_795_390_200_000);

fn reminder() -> Reminder {
    let days = Weekdays::of(0b10_0101).unwrap();
    let plan = Plan::new(TimeOfDay::minutes(0), TimeOfDay::minutes(600), 240, days).unwrap();
    Reminder { plan, made: NOW, ..Reminder::default() }
}

#[test]
fn a_plan_is_written_as_events_of_a_week() {
    let link = "https://example.org/a;b,c/#/break";
    let text = breaks(&reminder(), NOW, UtcOffset::minutes(60), link);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3);
    let second = text.split("BEGIN:VEVENT\r\n").nth(2).unwrap();
    assert_eq!(
        second,
        "UID:1795390200000-1@yoke\r\n\
         DTSTART:20261123T040000\r\n\
         DTSTAMP:20261122T233000Z\r\n\
         SEQUENCE:29923170\r\n\
         DURATION:PT2M\r\n\
         RRULE:FREQ=WEEKLY;BYDAY=MO,WE,SA\r\n\
         SUMMARY:Posture break\r\n\
         TRANSP:TRANSPARENT\r\n\
         URL:https://example.org/a;b,c/#/break\r\n\
         DESCRIPTION:90 s: 12 slow reps\\, blades back and down\\nhttps://example.org/\r\n \
         a\\;b\\,c/#/break\r\n\
         BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:Posture break\r\nEND:VALARM\r\n\
         END:VEVENT\r\n"
    );
    // Midnight of Monday has passed in Europe: the first is on Wednesday.
    assert!(text.contains("DTSTART:20261125T000000\r\n"), "{text}");
    // In New York it is still Sunday.
    let text = breaks(&reminder(), NOW, UtcOffset::minutes(-300), link);
    assert!(text.contains("DTSTART:20261123T000000\r\n"), "{text}");
}

#[test]
fn self_tests_are_one_event_that_comes_back_when_they_are_due() {
    let link = "https://example.org/#/progress";
    // In New York it is Sunday the 22nd; 30 days later it is Tuesday the 22nd of December.
    let text = tests(&reminder(), NOW, UtcOffset::minutes(-300), link);
    let event = text.split("BEGIN:VEVENT\r\n").nth(1).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert_eq!(
        event,
        "UID:1795390200000-tests@yoke\r\n\
         DTSTART:20261222T000000\r\n\
         DTSTAMP:20261122T233000Z\r\n\
         SEQUENCE:29923170\r\n\
         DURATION:PT2M\r\n\
         RRULE:FREQ=DAILY;INTERVAL=30\r\n\
         SUMMARY:Posture self-tests\r\n\
         TRANSP:TRANSPARENT\r\n\
         URL:https://example.org/#/progress\r\n\
         DESCRIPTION:Head to wall\\, wall angel\\, dead hang\\, prone Y\\nhttps://exampl\r\n e.org/#/progress\r\n\
         BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:Posture self-tests\r\nEND:VALARM\r\n\
         END:VEVENT\r\n\
         END:VCALENDAR\r\n"
    );
}

#[test]
fn lines_are_folded_between_letters_and_end_as_they_must() {
    let link = format!("https://example.org/{}", "ж\u{1f3cb}x".repeat(60));
    let text = breaks(&reminder(), NOW, UtcOffset::default(), &link);
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VCALENDAR\r\n")
    );
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    assert!(text.replace("\r\n ", "").contains(&format!("URL:{link}\r\n")));
}
