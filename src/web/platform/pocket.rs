//! Pocket mode: all cues that lie ahead as one sound file in one player, which goes on in a locked or muted phone,
//! and the controls of the lock screen.
//!
//! Works with `sound::track`. Invariant: one player for the life of the page (only one that was unlocked in a tap may
//! play later), one sound file at a time, and what the player says of its position is held against the wall clock.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAudioElement, Url};

use super::clock;
use super::listener::Listener;
use crate::session::TimedCue;
use crate::sound::track;
use crate::training::time::Wall;

/// Samples a second: enough for the highest overtone of the cues.
const RATE: u32 = 8_000;
/// The player is put right when it is off by more than this, in milliseconds.
const DRIFT_MILLIS: i64 = 150;
/// Between two such corrections, in milliseconds.
const CORRECTION_MILLIS: u64 = 2_000;
/// At least so much silence follows the last cue, in milliseconds: a player that ends lets the page die.
const TAIL_MILLIS: u64 = 60_000;
/// The end of the file is not to come nearer than this, in milliseconds.
const MARGIN_MILLIS: u64 = 20_000;
/// No cue sounds longer than this, in milliseconds.
const CUE_MILLIS: u64 = 2_000;

#[wasm_bindgen(module = "/src/web/platform/media.js")]
extern "C" {
    /// Whether the lock screen can have controls.
    pub fn has_controls() -> bool;

    /// Gives the buttons to `answer`, or back to the browser.
    fn listen(answer: Option<&Function>);

    /// Shows what is being done; `anew` says that the texts are others. In seconds.
    #[wasm_bindgen(js_name = show)]
    fn show_controls(anew: bool, title: &str, next: &str, whole: f64, elapsed: f64, paused: bool);

    /// Shows nothing any more.
    fn clear();
}

/// A button of the lock screen or the headphones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Next track: skip.
    Skip,
    /// Previous track: 15 seconds more.
    Longer,
    /// Pause.
    Pause,
    /// Play.
    Play,
}

/// What the player does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PocketState {
    /// Nothing is to play: not begun, paused or stopped.
    Off,
    /// The track plays.
    Playing,
    /// The track is to play, but the browser or the phone holds it back: a tap is needed.
    Blocked,
    /// There is no player here.
    Absent,
}

/// What the player holds.
#[derive(Debug)]
struct Track {
    cues: Vec<TimedCue>,
    /// The moment of its first sample.
    from: Wall,
    length: u64,
    /// Up to here the cues are known.
    until: Wall,
    /// From this position on there is silence.
    still: u64,
    volume: u8,
}

impl Track {
    fn plan(cues: &[TimedCue], now: Wall, until: Wall, volume: u8) -> Self {
        let ahead = cues.iter().copied().filter(|cue| now <= cue.at && cue.at <= until);
        let cues: Vec<_> = ahead.filter(|cue| cue.at.since(now) < track::LONGEST).collect();
        let last = cues.iter().map(|cue| cue.at.since(now)).max();
        let length = (last.unwrap_or(0) + TAIL_MILLIS).min(track::LONGEST);
        let still = last.map_or(0, |last| last + CUE_MILLIS);
        Self { cues, from: now, length, until: until.min(now.plus(length)), still, volume }
    }

    fn ends(&self) -> Wall {
        self.from.plus(self.length)
    }

    /// Whether it can go on playing: what lies ahead is in it. A silent one is stretched by playing its silence again,
    /// because a locked iPhone does not take another file.
    fn holds(&mut self, cues: &[TimedCue], now: Wall, until: Wall, volume: u8) -> bool {
        let known = self.until.min(until);
        let ahead = |cue: &&TimedCue| now <= cue.at && cue.at <= known;
        if volume != self.volume || !self.cues.iter().filter(ahead).eq(cues.iter().filter(ahead)) {
            return false;
        }
        if cues.iter().any(|cue| self.until < cue.at && cue.at <= until) {
            // More is known than when it was made. It comes with the next file, in good time.
            return self.until.since(now) > TAIL_MILLIS;
        }
        if self.ends().since(now) < MARGIN_MILLIS && !cues.iter().any(|cue| cue.at >= now) {
            if self.length.saturating_sub(self.still) <= MARGIN_MILLIS {
                return false;
            }
            self.from = now.minus(self.still);
            self.cues.clear();
        }
        self.until = self.until.max(until.min(self.ends()));
        true
    }
}

/// What the lock screen shows.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    title: String,
    next: String,
    position: Option<(u32, u32)>,
    paused: bool,
}

/// What the player's `playing` event left.
#[derive(Debug, Default)]
struct Heard {
    /// It has played: taps are not needed any more.
    once: Cell<bool>,
    /// It has begun again, and what the lock screen shows may be gone.
    again: Cell<bool>,
}

/// The player, its track and the controls of the lock screen.
#[derive(Debug)]
pub struct Pocket {
    player: Option<(HtmlAudioElement, Listener)>,
    absent: bool,
    /// Hears the buttons. It hears refused promises too, and does not know them for buttons.
    answer: Closure<dyn FnMut(JsValue)>,
    heard: Rc<Heard>,
    address: Option<String>,
    track: Option<Track>,
    wanted: bool,
    /// When the position was last corrected, and how much a correction falls short, in milliseconds.
    corrected: Wall,
    lead: i64,
    /// When a halted player may be started again, and how often that was tried since the last tap.
    retry: Wall,
    tries: u32,
    shown: Option<Shown>,
}

impl Pocket {
    /// A player that was not made yet. `pressed` hears the buttons of the lock screen and the headphones.
    #[must_use]
    pub fn new(mut pressed: Box<dyn FnMut(Press)>) -> Self {
        let answer = move |details: JsValue| {
            let action = Reflect::get(&details, &JsValue::from_str("action")).ok();
            match action.and_then(|action| action.as_string()).as_deref() {
                Some("nexttrack") => pressed(Press::Skip),
                Some("previoustrack") => pressed(Press::Longer),
                Some("pause") => pressed(Press::Pause),
                Some("play") => pressed(Press::Play),
                _ => {}
            }
        };
        Self {
            player: None,
            absent: false,
            answer: Closure::wrap(Box::new(answer) as Box<dyn FnMut(JsValue)>),
            heard: Rc::default(),
            address: None,
            track: None,
            wanted: false,
            corrected: Wall(0),
            lead: 0,
            retry: Wall(0),
            tries: 0,
            shown: None,
        }
    }

    /// Makes the player and lets it play a moment of silence. To be called inside a tap, before
    /// [`Self::set_track`]; cheap when there is nothing to unlock.
    pub fn unlock(&mut self) {
        self.try_anew();
        // A track that was held back is started by `set_track` or `keep_true`, in the same tap, at its right place.
        if self.track.is_none() && !self.heard.once.get() && self.make() {
            if self.address.is_none() {
                self.load(&track::wav(&[], 0, 200, RATE, 0));
            }
            self.play();
        }
    }

    /// Plays these cues, which are all there are from `now` until `until`. Cheap to call at every beat: as long as what
    /// lies ahead stays the same, the player goes on, and is only kept true. `volume` is 0 to 100.
    pub fn set_track(&mut self, cues: &[TimedCue], now: Wall, until: Wall, volume: u8) {
        if !self.make() {
            return;
        }
        self.wanted = true;
        if self.track.as_mut().is_some_and(|track| track.holds(cues, now, until, volume)) {
            self.keep_true(now);
            return;
        }
        let began = clock::now().mono;
        let track = Track::plan(cues, now, until, volume);
        if !self.load(&track::wav(&track.cues, now.0, track.length, RATE, volume)) {
            // The old file would sound what does not come any more.
            self.pause();
            self.track = None;
            return;
        }
        self.track = Some(track);
        self.corrected = Wall(0);
        self.try_anew();
        // Making the file took its time.
        self.keep_true(now.plus(clock::now().mono.saturating_sub(began)));
    }

    /// Holds the player against the wall clock: corrects its position, and starts it again if the phone halted it.
    pub fn keep_true(&mut self, now: Wall) {
        let (Some((element, _)), Some(track)) = (&self.player, &self.track) else { return };
        let due = now.since(track.from);
        // A player that is started at its end would begin anew.
        if !self.wanted || due >= track.length {
            return;
        }
        let due = due as i64;
        if element.paused() {
            if self.retry <= now {
                // Less and less often: whoever started other music meanwhile shall have it.
                self.retry = now.plus(500 << self.tries);
                self.tries = (self.tries + 1).min(7);
                element.set_current_time(due as f64 / 1_000.0);
                self.play();
            }
            return;
        }
        let off = due - (element.current_time() * 1_000.0) as i64;
        let since = now.since(self.corrected);
        let settled = element.ready_state() >= 3 && !element.seeking() && since >= CORRECTION_MILLIS;
        if settled && off.abs() > DRIFT_MILLIS {
            if since < 5 * CORRECTION_MILLIS && off.abs() < 1_000 {
                self.lead = (self.lead + off).clamp(0, 500);
            }
            element.set_current_time((due + self.lead) as f64 / 1_000.0);
            self.corrected = now;
        }
    }

    /// Lets the player stand still until the next [`Self::set_track`].
    pub fn pause(&mut self) {
        self.wanted = false;
        self.try_anew();
        if let Some((element, _)) = &self.player {
            let _ = element.pause();
        }
    }

    /// Ends the track, gives its file back and clears the lock screen. The player stays, unlocked.
    pub fn stop(&mut self) {
        self.pause();
        self.track = None;
        self.shown = None;
        if let Some(address) = self.address.take() {
            if let Some((element, _)) = &self.player {
                let _ = element.remove_attribute("src");
                element.load();
            }
            let _ = Url::revoke_object_url(&address);
        }
        clear();
    }

    /// What the player does.
    #[must_use]
    pub fn state(&self) -> PocketState {
        match &self.player {
            _ if self.absent => PocketState::Absent,
            Some((element, _)) if self.wanted => {
                if element.paused() || element.error().is_some() {
                    PocketState::Blocked
                } else {
                    PocketState::Playing
                }
            }
            _ => PocketState::Off,
        }
    }

    /// Shows on the lock screen what is being done, what comes next, and how much of it is over: seconds passed
    /// and seconds in all. `None` where nothing runs down. Cheap to call at every beat.
    pub fn show(&mut self, title: &str, next: &str, position: Option<(u32, u32)>, paused: bool) {
        if !has_controls() {
            return;
        }
        let again = self.heard.again.replace(false);
        let old = self.shown.take().filter(|_| !again);
        let shown = Shown { title: title.to_owned(), next: next.to_owned(), position, paused };
        if old.as_ref() != Some(&shown) {
            let anew = !old.as_ref().is_some_and(|old| old.title == title && old.next == next);
            // Without an end the silence of the track would be shown running down.
            let (elapsed, whole) = match position {
                Some((elapsed, whole)) => (f64::from(elapsed.min(whole)), f64::from(whole)),
                None => (0.0, f64::INFINITY),
            };
            show_controls(anew, title, next, whole, elapsed, paused);
        }
        self.shown = Some(shown);
    }

    /// Calls `heard` about four times a second while the player plays: one more beat for a page that is hidden.
    /// `None` before the first [`Self::unlock`].
    pub fn on_time(&self, heard: impl FnMut(Event) + 'static) -> Option<Listener> {
        self.player.as_ref().map(|(element, _)| Listener::on(element, "timeupdate", heard))
    }

    /// Where the track lies while there is one.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Makes the player if there is none; tells whether there is one.
    fn make(&mut self) -> bool {
        if self.player.is_none() && !self.absent {
            let element = HtmlAudioElement::new().ok();
            self.player = element.filter(|it| !it.can_play_type("audio/wav").is_empty()).map(|element| {
                element.set_preload("auto");
                let heard = Rc::clone(&self.heard);
                let answer: Function = self.answer.as_ref().unchecked_ref::<Function>().clone();
                let playing = Listener::on(&element, "playing", move |_| {
                    heard.once.set(true);
                    heard.again.set(true);
                    // Here, because iOS forgets handlers that were set before.
                    listen(Some(&answer));
                });
                (element, playing)
            });
            self.absent = self.player.is_none();
        }
        !self.absent
    }

    /// Puts another file into the player and gives the old one back. `false` if the browser did not take it.
    fn load(&mut self, file: &[u8]) -> bool {
        let Some((element, _)) = &self.player else { return false };
        let parts = Array::of1(&Uint8Array::new_from_slice(file));
        let kind = BlobPropertyBag::new();
        kind.set_type("audio/wav");
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind).ok();
        let Some(address) = blob.and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else {
            return false;
        };
        element.set_src(&address);
        if let Some(old) = self.address.replace(address) {
            let _ = Url::revoke_object_url(&old);
        }
        true
    }

    fn try_anew(&mut self) {
        self.retry = Wall(0);
        self.tries = 0;
    }

    fn play(&self) {
        // What `state` says tells more than the answer: a refusal also means that another file came in between.
        if let Some(Ok(promise)) = self.player.as_ref().map(|(element, _)| element.play()) {
            let _ = promise.catch(&self.answer);
        }
    }
}

impl Drop for Pocket {
    fn drop(&mut self) {
        self.stop();
    }
}
