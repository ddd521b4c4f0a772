//! The running workout: events in, effects out to store, sound, screen lock and screen.

use leptos::prelude::*;

use super::{Yoke, notes};
use crate::session::{Cue, Plan, Session};
use crate::session::{Effect, Event, Stage};
use crate::store::Settings;
use crate::training::history::{Source, WorkoutId};
use crate::training::program::Program;
use crate::training::time::{Now, Wall};
use crate::web::platform::audio::{Audibility, LOOK_AHEAD_MILLIS, STALE_MILLIS};
use crate::web::platform::wake_lock::{Awake, ScreenLock};
use crate::web::platform::{clock, page, vibration};

/// How often the clock is looked at while a workout runs, in milliseconds.
const BEAT_MILLIS: u32 = 200;

/// How saving a workout went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in the history.
    Yes,
    /// Nothing had been logged, so there was nothing to keep.
    Nothing,
    /// It could not be stored; it is still open.
    No,
}

impl Yoke {
    /// Begins a program's day. An open workout is not replaced.
    pub fn begin(self, program: &Program, day: usize) {
        let Some(day_plan) = program.days.get(day) else { return };
        if self.session.with_untracked(Option::is_some) {
            return;
        }
        let plan = Plan {
            title: day_plan.name.clone().into_owned(),
            source: Some(Source {
                program: program.id.clone(),
                day,
                mark: day_plan.mark.clone().into_owned(),
            }),
            items: day_plan.items.clone(),
        };
        let now = clock::now();
        let id = WorkoutId::new(now.wall, clock::salt());
        let session = Session::begin(id, plan, now, clock::utc_offset());
        let saved = self.store.try_update_value(|store| store.begin(&session).map(drop));
        self.tell_unsaved(saved);
        self.unlock_sound();
        self.now.set(now);
        self.session.set(Some(session));
        self.keep_time();
    }

    /// Hands an event to the machine and does what it asks for. Returns whether it was taken.
    pub fn act(self, event: Event) -> bool {
        self.unlock_sound();
        self.advance(event)
    }

    /// Saves the workout to the history and closes it.
    pub fn save_workout(self) -> Saved {
        let ended = self.session.with_untracked(|session| match session.as_ref().map(Session::stage) {
            Some(Stage::Complete { since }) => since,
            _ => clock::now().wall,
        });
        let workout = self.session.with_untracked(|session| session.as_ref().and_then(|s| s.workout(ended)));
        let Some(workout) = workout else {
            self.discard_workout();
            return Saved::Nothing;
        };
        let saved = self.store.try_update_value(|store| store.finish(&workout).map(drop));
        let kept = matches!(saved, Some(Ok(())));
        self.tell_unsaved(saved);
        if !kept {
            return Saved::No;
        }
        self.history.update(|history| history.insert(0, workout));
        self.close();
        Saved::Yes
    }

    /// Throws the running workout away.
    pub fn discard_workout(self) {
        let gone = self.store.try_update_value(|store| store.discard().map(drop));
        self.tell_unsaved(gone);
        self.close();
    }

    /// Time may have passed: catch up.
    pub fn wake(self) {
        if self.session.with_untracked(Option::is_some) {
            self.advance(Event::Wake);
        } else {
            self.now.set(clock::now());
        }
    }

    /// What the browser lets us sound.
    #[must_use]
    pub fn audibility(self) -> Audibility {
        self.cues.with_value(crate::web::platform::audio::Cues::audibility)
    }

    /// Sounds one cue now, so that a person can judge the loudness.
    pub fn test_sound(self) {
        self.cues.update_value(crate::web::platform::audio::Cues::unlock);
        let cue = crate::session::TimedCue { at: clock::now().wall, cue: Cue::RestOver };
        let volume = self.settings.with_untracked(|settings| settings.volume);
        self.cues.update_value(|cues| cues.play(cue, volume));
    }

    /// Asks for the screen lock (again), while a workout runs and the page is seen.
    pub(super) fn stay_awake(self) {
        let wanted = self.settings.with_untracked(|settings| settings.keep_awake)
            && self.session.with_untracked(Option::is_some);
        if !wanted || !page::is_visible() {
            return;
        }
        let told = move |awake: Awake| {
            self.awake.try_set(awake);
            if awake == Awake::Refused {
                self.note(notes::screen_may_sleep());
            }
        };
        self.lock.update_value(|lock| match lock {
            Some(lock) => lock.ask_again(told),
            None => *lock = Some(ScreenLock::ask(told)),
        });
    }

    /// Lets the screen go dark, or keeps it on, as was just chosen.
    pub(super) fn follow_screen_lock(self, settings: &Settings) {
        if settings.keep_awake {
            self.stay_awake();
        } else {
            self.lock.set_value(None);
            self.awake.set(Awake::Off);
        }
    }

    /// Starts the beat if a workout is open.
    pub(super) fn keep_time(self) {
        if self.session.with_untracked(Option::is_none) {
            return;
        }
        self.beat.set_value(Some(gloo_timers::callback::Interval::new(BEAT_MILLIS, move || self.wake())));
        self.stay_awake();
        self.wake();
    }

    fn advance(self, event: Event) -> bool {
        let now = clock::now();
        let outcome =
            self.session.try_update_untracked(|session| session.as_mut()?.step(event, now).ok()).flatten();
        let taken = outcome.is_some();
        let effects = outcome.unwrap_or_default();
        if !effects.is_empty() {
            self.keep(&effects);
            self.session.notify();
        }
        self.now.set(now);
        self.sound(now);
        taken
    }

    fn keep(self, effects: &[Effect]) {
        let saved = self.session.with_untracked(|session| {
            let session = session.as_ref()?;
            self.store.try_update_value(|store| store.save_changes(session, effects).map(drop))
        });
        self.tell_unsaved(saved);
    }

    fn unlock_sound(self) {
        if self.settings.with_untracked(|settings| settings.sound) {
            self.cues.update_value(crate::web::platform::audio::Cues::unlock);
        }
    }

    /// Looks at what is to be heard and felt in the next moments.
    fn sound(self, now: Now) {
        let (sound, volume, vibrate) =
            self.settings.with_untracked(|settings| (settings.sound, settings.volume, settings.vibrate));
        if vibrate {
            self.coming.with_value(|coming| coming.iter().for_each(|cue| buzz(cue.cue, cue.at, now.wall)));
        }
        let coming = self.session.with_untracked(|session| {
            let session = session.as_ref()?;
            // From the last look on: a cue that was passed before a pause does not come again after it.
            let from = now.wall.minus(STALE_MILLIS).max(self.looked.get_value());
            Some(session.cues(from, now.wall.plus(LOOK_AHEAD_MILLIS)))
        });
        let coming = coming.unwrap_or_default();
        if sound {
            self.cues.update_value(|cues| cues.follow(&coming, now.wall, volume));
        } else {
            self.cues.update_value(crate::web::platform::audio::Cues::hush);
        }
        self.looked.set_value(now.wall);
        self.coming.set_value(coming.into_iter().filter(|cue| cue.at > now.wall).collect());
    }

    fn close(self) {
        self.session.set(None);
        self.beat.set_value(None);
        self.lock.set_value(None);
        self.awake.set(Awake::Off);
        // The last cue may still be sounding: let it.
        self.coming.set_value(Vec::new());
    }
}

/// Buzzes for a cue whose moment has just come. Counts and metronome beats are too short to feel.
fn buzz(cue: Cue, at: Wall, now: Wall) {
    if at > now || now.since(at) >= STALE_MILLIS {
        return;
    }
    match cue {
        Cue::Go | Cue::RestOver | Cue::End => vibration::buzz(200),
        Cue::Switch | Cue::Finished => vibration::buzz(400),
        Cue::Halfway | Cue::TenLeft => vibration::buzz(80),
        Cue::Count(_) | Cue::There | Cue::Top | Cue::Back => {}
    }
}
