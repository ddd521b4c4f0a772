//! The self-tests: what was measured, and the stopwatch that measures holds.
//!
//! Invariant: the stopwatch is one stored instant; what it shows is computed from that and both clocks.

use super::Yoke;
use super::notes::Note;
use crate::session::{Cue, TimedCue};
use crate::training::history::WorkoutId;
use crate::training::measure::{COUNT_IN_MILLIS, Measurement, Reading, Test, Watch, due, insert};
use crate::training::time::Day;
use crate::web::platform::audio::Cues;
use crate::web::platform::clock;
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

    /// Keeps what was just measured. Returns whether it may be kept here.
    pub fn keep_test(self, reading: Reading) -> bool {
        let now = clock::now().wall;
        let id = WorkoutId::new(now, clock::salt()).as_str().to_owned();
        self.put_test(&Measurement { id, at: now, offset: clock::utc_offset(), reading }, true)
    }

    /// Takes a measurement away, with a way back; `said` tells which.
    pub fn drop_test(self, one: &Measurement, said: &str) {
        if self.put_test(one, false) {
            let one = one.clone();
            let back = move || {
                self.put_test(&one, true);
            };
            self.note(Note::undo("Measurement removed", said, back));
        }
    }

    /// Puts a measurement where it belongs, or takes it away.
    fn put_test(self, one: &Measurement, stays: bool) -> bool {
        if self.refuses() {
            return false;
        }
        self.write(|store| if stays { store.save_test(one) } else { store.remove_test(&one.id) });
        self.0.tests.update(|tests| {
            if stays {
                insert(tests, one.clone());
            } else {
                tests.retain(|known| known.id != one.id);
            }
        });
        true
    }

    /// Milliseconds left of the count-in and milliseconds held while the stopwatch runs, looked at several times a second.
    #[must_use]
    pub fn watched(self) -> (u64, u64) {
        let now = self.0.now.with(|now| *now);
        self.0
            .watch
            .with_untracked(|watch| watch.map(|watch| (watch.left(now), watch.held(now))))
            .unwrap_or_default()
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
        // A workout that runs has its own tones.
        if self.0.session.with_untracked(Option::is_none) {
            self.0.settings.with_untracked(|settings| {
                self.0.cues.change(|cues| {
                    let coming = [Cue::Count(3), Cue::Count(2), Cue::Count(1), Cue::Go];
                    let mut at = now.wall.plus(COUNT_IN_MILLIS - 3_000);
                    cues.unlock(now.mono);
                    for cue in coming {
                        if settings.sound && settings.wants(cue.kind()) {
                            cues.play(TimedCue { at, cue }, now.wall, settings.volume);
                        }
                        at = at.plus(1_000);
                    }
                });
            });
        }
        self.keep_time();
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
