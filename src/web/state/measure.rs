//! The self-tests: what was measured, and the stopwatch that measures holds.
//!
//! Invariant: the stopwatch is one stored instant; what it shows is computed from that and both clocks.

use super::Yoke;
use super::notes::Note;
use super::workout::BEAT_MILLIS;
use crate::session::{Cue, TimedCue};
use crate::training::history::WorkoutId;
use crate::training::measure::{COUNT_IN_MILLIS, Measurement, Reading, Test, Watch, due, insert};
use crate::training::time::Day;
use crate::web::platform::audio::{Cues, LOOK_AHEAD_MILLIS};
use crate::web::platform::{clock, wake_lock};
use crate::web::signal::ReadSignal;

impl Yoke {
    /// What was measured, newest first.
    pub fn tests(self) -> ReadSignal<Vec<Measurement>> {
        self.0.tests.read_only()
    }

    /// The test that is due, with the days since it was taken; none while a workout runs.
    #[must_use]
    pub fn test_due(self) -> Option<(Test, i32)> {
        if self.0.session.with(Option::is_some) {
            return None;
        }
        let put_off =
            Day::local(self.0.settings.with(|settings| settings.tests_put_off), clock::utc_offset());
        self.0.tests.with(|tests| due(tests, put_off, self.day_untracked()))
    }

    /// Says no more of tests that are due, for as long as it is from one to the next.
    pub fn put_off_tests(self) {
        self.choose(|settings| settings.tests_put_off = clock::now().wall);
    }

    /// Keeps what was just measured. Returns whether it may be changed here.
    pub fn keep_test(self, reading: Reading) -> bool {
        let now = clock::now().wall;
        let id = WorkoutId::new(now, clock::salt()).as_str().to_owned();
        self.put_test(Measurement { id, at: now, offset: clock::utc_offset(), reading })
    }

    fn put_test(self, one: Measurement) -> bool {
        if self.refuses() {
            return false;
        }
        self.write(|store| store.save_test(&one));
        self.0.tests.update(|tests| insert(tests, one));
        true
    }

    /// Takes a measurement away, with a way back; `said` tells which.
    pub fn drop_test(self, one: &Measurement, said: &str) {
        if self.refuses() {
            return;
        }
        self.write(|store| store.remove_test(&one.id));
        self.0.tests.update(|tests| tests.retain(|known| known.id != one.id));
        let one = one.clone();
        let back = move || {
            self.put_test(one.clone());
        };
        self.note(Note::undo("Measurement removed", said, back));
    }

    /// Milliseconds left of the count-in and milliseconds held, while the stopwatch runs; looked at four times a second.
    #[must_use]
    pub fn watched(self) -> Option<(u64, u64)> {
        let now = self.0.now.with(|now| *now);
        self.0.watch.with(|watch| watch.map(|watch| (watch.left(now), watch.held(now))))
    }

    /// Whether the stopwatch runs.
    #[must_use]
    pub fn watches(self) -> bool {
        self.0.watch.with(Option::is_some)
    }

    /// Starts the stopwatch: the screen stays on and tones count in. To be called in a tap.
    pub fn begin_watch(self) {
        let now = clock::now();
        self.0.watch.set(Some(Watch(now)));
        self.0.now.set(now);
        // A workout that runs has its own beat and its own tones.
        if self.0.session.with_untracked(Option::is_some) {
            return;
        }
        let (sound, keep_awake) =
            self.0.settings.with_untracked(|settings| (settings.sound, settings.keep_awake));
        if sound {
            self.0.cues.change(|cues| cues.unlock(now.mono));
        }
        if keep_awake {
            wake_lock::keep_on();
        }
        let beat = gloo_timers::callback::Interval::new(BEAT_MILLIS, move || self.watch_on());
        self.0.beat.set(Some(beat));
    }

    /// Looks at the clock, and schedules the tones of the count-in.
    fn watch_on(self) {
        let now = clock::now();
        self.0.now.set(now);
        let Some(watch) = self.0.watch.with_untracked(|watch| *watch) else { return };
        let go = watch.0.wall.plus(COUNT_IN_MILLIS);
        let mut coming = Vec::new();
        let volume = self.0.settings.with_untracked(|settings| {
            for (cue, before) in [(Cue::Count(3), 3), (Cue::Count(2), 2), (Cue::Count(1), 1), (Cue::Go, 0)] {
                let at = go.minus(before * 1_000);
                if settings.sound && settings.wants(cue.kind()) && at <= now.wall.plus(LOOK_AHEAD_MILLIS) {
                    coming.push(TimedCue { at, cue });
                }
            }
            settings.volume
        });
        self.0.cues.change(|cues| cues.follow(&coming, now, volume));
    }

    /// Ends the stopwatch, if it runs. Returns the milliseconds held.
    pub fn end_watch(self) -> u64 {
        let Some(watch) = self.0.watch.with_untracked(|watch| *watch) else { return 0 };
        self.0.watch.set(None);
        if self.0.session.with_untracked(Option::is_none) {
            self.0.cues.change(Cues::hush);
            self.stop();
        }
        watch.held(clock::now())
    }
}
