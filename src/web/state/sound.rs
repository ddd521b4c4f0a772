//! What is heard, felt, seen and said while a workout runs: tones mixed with the person's music or, in pocket mode, as one
//! track; vibration, flash and voice.
//!
//! Invariant: no cue depends on one channel alone, and none older than a second comes late.

use crate::web::signal::ReadSignal;

use super::Yoke;
use crate::session::{Clock, Cue, Event, PhaseKind, Session, Side, Stage, TimedCue};
use crate::sound::track;
use crate::training::time::{Now, Wall};
use crate::web::platform::audio::{Audibility, Cues, LOOK_AHEAD_MILLIS, STALE_MILLIS};
use crate::web::platform::listener::Listener;
use crate::web::platform::pocket::{Pocket, PocketState, Press};
use crate::web::platform::speech::Voice;
use crate::web::platform::{clock, vibration};

/// How often pocket mode looks at what lies far ahead, in milliseconds.
const FAR_MILLIS: u64 = 1_000;
/// How long the browser may take to let us sound before that is said, in milliseconds.
const PATIENCE_MILLIS: u64 = 1_000;

impl Yoke {
    /// What the browser lets us sound.
    #[must_use]
    pub fn audibility(self) -> Audibility {
        if !self.0.settings.with_untracked(|settings| settings.pocket) {
            return self.0.cues.with(Cues::audibility);
        }
        match self.0.pocket.with(|pocket| pocket.as_ref().map(Pocket::state)) {
            None | Some(PocketState::Off) => Audibility::Untried,
            Some(PocketState::Playing) => Audibility::Ready,
            Some(PocketState::Blocked) => Audibility::Suspended,
            Some(PocketState::Absent) => Audibility::Absent,
        }
    }

    /// The names of the voices that this browser has.
    #[must_use]
    pub fn voices(self) -> Vec<String> {
        self.0.voice.with(Voice::voices)
    }

    /// Calls `heard` when the browser has found its voices; Chrome knows none when it is first asked.
    pub fn on_voices(self, heard: impl Fn() + 'static) -> Option<Listener> {
        self.0.voice.with(|voice| voice.on_voices(move |_| heard()))
    }

    /// How often the screen was to flash since the app was opened.
    pub fn flashes(self) -> ReadSignal<u32> {
        self.0.flashes.read_only()
    }

    /// Whether tones are wanted and the browser holds them back until the next tap.
    pub fn held_back(self) -> ReadSignal<bool> {
        self.0.held_back.read_only()
    }

    /// Three, two, one, go: now, so that a person can judge the loudness.
    pub fn test_sound(self) {
        let (now, volume, pocket) =
            (clock::now().wall, self.volume(), self.0.settings.with_untracked(|settings| settings.pocket));
        let counted = [(0, Cue::Count(3)), (1_000, Cue::Count(2)), (2_000, Cue::Count(1)), (3_000, Cue::Go)];
        let cues = counted.map(|(after, cue)| TimedCue { at: now.plus(after + 150), cue });
        self.unlock_sound();
        if pocket {
            // While a workout runs, its own track is playing, and must stay what it is.
            if self.0.session.with_untracked(Option::is_none) {
                self.with_pocket(|pocket| pocket.set_track(&cues, now, now.plus(10_000), volume));
            }
        } else {
            self.0.cues.change(|player| cues.iter().for_each(|cue| player.play(*cue, now, volume)));
        }
        if self.0.settings.with_untracked(|settings| settings.voice) {
            self.say("Three, two, one, go");
        }
        self.flash();
        vibration::buzz(200);
    }

    /// Ends the test's track, if no workout needs the player.
    pub fn end_test(self) {
        if self.0.session.with_untracked(Option::is_none) {
            self.end_sound();
        }
    }

    /// To be called in a tap, or the browser will keep everything silent.
    pub(super) fn unlock_sound(self) {
        if self.follows() {
            return;
        }
        let now = clock::now();
        self.0.heard.set(now.wall);
        let (sound, pocket, voice) =
            self.0.settings.with_untracked(|settings| (settings.sound, settings.pocket, settings.voice));
        if sound && pocket {
            self.with_pocket(Pocket::unlock);
            // The player's own word of its progress wakes a page whose timers are held back.
            if self.0.ticking.with(Option::is_none) {
                let ticking = self.0.pocket.with(|pocket| pocket.as_ref()?.on_time(move |_| self.wake()));
                self.0.ticking.set(ticking);
            }
        } else if sound {
            self.0.cues.change(|cues| cues.unlock(now.mono));
        }
        if voice && !self.0.primed.get() {
            self.0.primed.set(true);
            self.0.voice.with(Voice::prime);
        }
    }

    /// Looks at what is to be heard, felt, seen and said in the next moments. `changed` says that something happened.
    pub(super) fn sound(self, now: Now, changed: bool) {
        let wall = now.wall;
        let due: Vec<Cue> = self.0.coming.with(|coming| {
            let due = coming.iter().filter(|cue| cue.at <= wall && wall.since(cue.at) < STALE_MILLIS);
            due.map(|cue| cue.cue).collect()
        });
        for cue in due {
            self.feel(cue);
        }
        // From the last look on: a cue that was passed before a pause does not come again after it.
        let from = wall.minus(STALE_MILLIS).max(self.0.looked.get());
        let coming = self.wanted_cues(from, wall.plus(LOOK_AHEAD_MILLIS));
        let (sound, pocket) = self.0.settings.with_untracked(|settings| (settings.sound, settings.pocket));
        if sound && !pocket {
            let volume = self.volume();
            self.0.cues.change(|cues| cues.follow(&coming, now, volume));
        } else {
            self.0.cues.change(Cues::hush);
        }
        if sound && pocket {
            self.pocket_mode(wall, changed);
        } else if self.0.pocket.with(Option::is_some) {
            self.with_pocket(Pocket::stop);
        }
        if !sound || self.audibility() == Audibility::Ready {
            self.0.heard.set(wall);
        }
        let held_back = wall.since(self.0.heard.get()) > PATIENCE_MILLIS;
        if held_back != self.0.held_back.with_untracked(|held| *held) {
            self.0.held_back.set(held_back);
        }
        self.0.looked.set(wall);
        self.0.coming.set(coming.into_iter().filter(|cue| cue.at > wall).collect());
    }

    /// The last cue may still be sounding: what Web Audio plays is let go on.
    pub(super) fn end_sound(self) {
        self.0.coming.set(Vec::new());
        if self.0.pocket.with(Option::is_some) {
            self.with_pocket(Pocket::stop);
        }
    }

    /// Says where the workout stands now: the exercise, its load and target, its side.
    pub(super) fn say_place(self) {
        if self.0.settings.with_untracked(|settings| settings.voice) {
            let (words, _) = self.words();
            self.say(&words);
        }
    }

    /// Which stage and step the workout stands at; time within it does not change this.
    pub(super) fn place(self) -> Option<(u8, Option<usize>)> {
        self.0.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let kind = match session.stage() {
                Stage::Ready { .. } => 0,
                Stage::Timed { .. } => 1,
                Stage::Resting { .. } => 2,
                Stage::Complete { .. } => 3,
            };
            Some((kind, session.current()))
        })
    }

    fn wanted_cues(self, from: Wall, to: Wall) -> Vec<TimedCue> {
        let cues = self.0.session.with_untracked(|session| session.as_ref().map(|s| s.cues(from, to)));
        let mut cues = cues.unwrap_or_default();
        self.0.settings.with_untracked(|settings| cues.retain(|cue| settings.wants(cue.cue.kind())));
        cues
    }

    fn pocket_mode(self, now: Wall, changed: bool) {
        if !changed && now.since(self.0.looked_far.get()) < FAR_MILLIS {
            return;
        }
        self.0.looked_far.set(now);
        let volume = self.volume();
        let clock = self.0.session.with_untracked(|session| session.as_ref().and_then(running_clock));
        let paused = clock.is_some_and(Clock::is_paused);
        let (title, next) = self.words();
        let position = clock.map(|clock| {
            let left = clock.left(now);
            ((clock.whole().saturating_sub(left) / 1_000) as u32, (clock.whole() / 1_000) as u32)
        });
        let until = now.plus(track::LONGEST);
        let cues = self.wanted_cues(now.minus(1), until);
        self.with_pocket(|pocket| {
            if paused {
                pocket.pause();
            } else {
                pocket.set_track(&cues, now, until, volume);
            }
            pocket.show(&title, &next, position, paused);
        });
    }

    fn with_pocket(self, act: impl FnOnce(&mut Pocket)) {
        self.0.pocket.change(|pocket| {
            act(pocket.get_or_insert_with(|| Pocket::new(Box::new(move |press| self.press(press)))));
        });
    }

    /// A button of the lock screen or the headphones.
    fn press(self, press: Press) {
        self.advance(match press {
            Press::Skip => Event::Skip,
            Press::Longer => Event::AddTime,
            Press::Pause => Event::Pause,
            Press::Play => Event::Resume,
        });
    }

    fn volume(self) -> u8 {
        self.0.settings.with_untracked(|settings| settings.volume)
    }

    fn flash(self) {
        if self.0.settings.with_untracked(|settings| settings.flash) {
            self.0.flashes.update(|flashes| *flashes = flashes.wrapping_add(1));
        }
    }

    fn say(self, text: &str) {
        let (name, volume) =
            self.0.settings.with_untracked(|settings| (settings.voice_name.clone(), settings.volume));
        self.0.voice.with(|voice| voice.say(text, name.as_deref(), volume));
    }

    /// Vibrates, flashes and speaks for a cue whose moment has come. Counts and metronome beats are too short for that.
    fn feel(self, cue: Cue) {
        let (length, words) = match cue {
            Cue::Count(_) | Cue::There | Cue::Top | Cue::Back => return,
            Cue::Halfway => (80, "Halfway"),
            Cue::TenLeft => (80, "Ten seconds left"),
            Cue::Switch => (400, "Switch sides"),
            Cue::Finished => (400, ""),
            Cue::Go | Cue::RestOver | Cue::End | Cue::Bell(_) => (200, ""),
        };
        let (vibrate, voice) = self.0.settings.with_untracked(|settings| (settings.vibrate, settings.voice));
        if vibrate {
            vibration::buzz(length);
        }
        self.flash();
        if voice && !words.is_empty() {
            self.say(words);
        } else if voice && matches!(cue, Cue::Bell(_)) {
            self.say_place();
        }
    }

    /// What is being done, and what comes with it: for the voice and the lock screen.
    fn words(self) -> (String, String) {
        self.0.session.with_untracked(|session| {
            let Some(session) = session else { return (String::new(), String::new()) };
            let current = session.current();
            let name = current.and_then(|step| session.prescription(step)).map(|p| self.name_of(&p.exercise));
            let target = current.map(|step| self.target_words(session, step)).unwrap_or_default();
            let title = session.plan().title.clone();
            match (session.stage(), session.phase()) {
                (Stage::Complete { .. }, _) => ("Done".to_owned(), title),
                (Stage::Resting { .. }, _) => (format!("Rest, then {}", name.unwrap_or_default()), target),
                (Stage::Ready { .. }, _) => (format!("{}, {target}", name.unwrap_or_default()), title),
                (Stage::Timed { .. }, Some(phase)) => {
                    let what = match phase.kind {
                        PhaseKind::Rest(_) | PhaseKind::SetRest => "Rest".to_owned(),
                        PhaseKind::CoolDown => "Cool down".to_owned(),
                        PhaseKind::CountIn if name.is_none() => "Get ready".to_owned(),
                        PhaseKind::Work(_) => interval_name(session),
                        _ => name.unwrap_or_default(),
                    };
                    let side = match phase.side {
                        Side::Both => "",
                        Side::Left => ", left",
                        Side::Right => ", right",
                    };
                    (format!("{what}{side}"), if target.is_empty() { title } else { target })
                }
                (Stage::Timed { .. }, None) => (title, String::new()),
            }
        })
    }

    /// `set 2 of 3, 80 kg, 4–6 reps`.
    fn target_words(self, session: &Session, step: usize) -> String {
        let (Some(this), Some(prescription)) = (session.steps().get(step), session.prescription(step)) else {
            return String::new();
        };
        let load = self.grounds(session, step).and_then(|grounds| grounds.decide().load);
        let load = load.filter(|load| !load.is_none());
        let load = load.map_or(String::new(), |load| format!("{load}, "));
        format!("set {} of {}, {load}{}", this.set, this.of, prescription.target_text())
    }
}

fn running_clock(session: &Session) -> Option<Clock> {
    match session.stage() {
        Stage::Timed { clock, .. } | Stage::Resting { clock, .. } => Some(clock),
        Stage::Ready { .. } | Stage::Complete { .. } => None,
    }
}

/// The name of the running work interval.
fn interval_name(session: &Session) -> String {
    let (Stage::Timed { phase, .. }, Some(timer)) = (session.stage(), &session.plan().timer) else {
        return String::new();
    };
    let stretch = timer.stretches().get(phase).copied();
    stretch.and_then(|it| timer.work.get(usize::from(it.work))).map_or("Work", |work| work.title()).to_owned()
}
