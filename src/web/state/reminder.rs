//! Reminders while the app is open: one timer to the next moment, told by the page that writes, never during a workout.
//!
//! Invariant: what was told is stored with its moment, so it is told once, whatever sleeps, reloads or takes over meanwhile.

use gloo_timers::callback::Timeout;

use super::Yoke;
use crate::session::{Cue, TimedCue};
use crate::training::reminder::{ABOUT, Plan, Reminder, Standing};
use crate::training::time::{UtcOffset, Wall};
use crate::web::platform::audio::{Audibility, Cues};
use crate::web::platform::{clock, file, remind, share};
use crate::web::signal::ReadSignal;

/// A timer does not count the time that a device sleeps: so often at least the clock is asked, in milliseconds.
const LOOK_MILLIS: u64 = 60_000;
/// A player that was just made needs so long before it says whether it sounds, in milliseconds.
const READY_MILLIS: u32 = 300;

impl Yoke {
    /// Whether a reminder waits for an answer.
    pub fn reminds(self) -> ReadSignal<bool> {
        self.0.reminds.read_only()
    }

    /// When the next reminder is due; looked at once.
    #[must_use]
    pub fn next_reminder(self) -> Option<Wall> {
        let reminder = self.0.settings.with_untracked(|settings| settings.reminder);
        reminder.next(self.0.opened, clock::now().wall, &clock::zone)
    }

    /// Looks whether a reminder is due, tells it, and sets the timer to the next one.
    pub(super) fn remind(self) {
        let now = clock::now().wall;
        let follows = self.follows();
        let free = !follows && self.0.session.with_untracked(Option::is_none);
        let next = if free { self.next_reminder() } else { None };
        if next.is_some_and(|at| at <= now) {
            remind::notify(TITLE, ABOUT);
            self.ring();
            // This looks again.
            return self.choose(|settings| settings.reminder.standing = Standing::Told(now));
        }
        self.0
            .alarm
            .set(next.map(|at| Timeout::new(at.since(now).min(LOOK_MILLIS) as u32, move || self.remind())));
        let waits =
            free && self.0.settings.with_untracked(|settings| settings.reminder.waits(now, &clock::zone));
        if waits != self.0.reminds.with_untracked(|waits| *waits) {
            self.0.reminds.set(waits);
        }
        if !follows {
            remind::mark(waits);
        }
    }

    /// A tone, if the browser lets us and tones are wanted.
    fn ring(self) {
        let (sound, volume) = self.0.settings.with_untracked(|settings| (settings.sound, settings.volume));
        if !sound {
            return;
        }
        self.0.cues.change(|cues| cues.unlock(clock::now().mono));
        let play = move || {
            // What is held back would sound with the next tap, much too late.
            if self.0.cues.with(Cues::audibility) == Audibility::Ready {
                let now = clock::now().wall;
                self.0.cues.change(|cues| cues.play(TimedCue { at: now, cue: Cue::RestOver }, now, volume));
            }
        };
        Timeout::new(READY_MILLIS, play).forget();
    }

    /// Answers the reminder that waits, if one does; `how` is told the present moment.
    pub fn answer(self, how: fn(Wall) -> Standing) {
        let waits = self
            .0
            .settings
            .with_untracked(|settings| matches!(settings.reminder.standing, Standing::Told(_)));
        if waits {
            self.choose(|settings| settings.reminder.standing = how(clock::now().wall));
        }
    }

    /// Changes the reminder; what came before the change is not told.
    pub fn plan_reminder(self, on: bool, plan: Plan) {
        let standing = Standing::After(clock::now().wall);
        self.choose(|settings| settings.reminder = Reminder { on, plan, standing, ..settings.reminder });
    }

    /// Hands out a calendar file: its name, what writes it, and the place in the app that its events lead to.
    pub fn to_calendar(self, name: &str, write: fn(&Reminder, Wall, UtcOffset, &str) -> String, place: &str) {
        let now = clock::now().wall;
        let mut reminder = self.0.settings.with_untracked(|settings| settings.reminder);
        if reminder.made == Wall(0) {
            reminder.made = now;
            self.choose(|settings| settings.reminder = reminder);
        }
        file::hand_out(false, name, "ics", &write(&reminder, now, clock::zone(now), &share::address(place)));
    }
}

/// What the reminder says.
pub const TITLE: &str = "Time for a posture break";
