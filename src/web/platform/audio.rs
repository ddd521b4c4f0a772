//! Cues through Web Audio, mixed with whatever else plays: scheduled a little ahead and re-anchored to the
//! wall clock each time, because the audio clock is not the wall clock.
//!
//! Invariant: a cue is scheduled once; one that will not come after all is taken back.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{AudioBufferSourceNode, AudioContext, AudioContextState, GainNode};

use crate::session::{CueKind, TimedCue};
use crate::sound;
use crate::training::time::{Now, Wall};

/// How far ahead cues are scheduled, in milliseconds.
pub const LOOK_AHEAD_MILLIS: u64 = 2_500;
/// A cue older than this does not sound any more, in milliseconds.
pub const STALE_MILLIS: u64 = 1_000;
/// A count or a beat is out of time much sooner, in milliseconds.
const OUT_OF_TIME_MILLIS: u64 = 150;
/// A running audio clock that has not moved for so long, in milliseconds, is dead.
const DEAD_MILLIS: u64 = 500;
/// Looks farther apart than this, in milliseconds, say nothing: the page itself may have stood still.
const APART_MILLIS: u64 = 2_000;

/// What the browser lets us do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audibility {
    /// Nothing was tried yet: a tap is needed first.
    Untried,
    /// Cues sound.
    Ready,
    /// The browser holds the sound back until the next tap.
    Suspended,
    /// There is no Web Audio here.
    Absent,
}

/// The audio clock beside the page's, at one look.
#[derive(Clone, Copy, Debug)]
struct Look {
    audio: f64,
    mono: u64,
    running: bool,
}

/// The cue player.
#[derive(Debug, Default)]
pub struct Cues {
    context: Option<AudioContext>,
    gain: Option<GainNode>,
    absent: bool,
    /// Its clock stands still though it says that it runs: only a new one, made in a tap, will sound.
    dead: bool,
    look: Option<Look>,
    scheduled: Vec<(TimedCue, AudioBufferSourceNode)>,
}

impl Cues {
    /// Makes or resumes the context. To be called inside a tap, or the browser will keep it silent. `mono` is the
    /// page's clock in milliseconds.
    pub fn unlock(&mut self, mono: u64) {
        self.mind_the_clock(mono);
        // After a call or a lock some phones leave a context that says it runs and stands still, or is "interrupted"
        // for good.
        if self.dead
            && let Some(context) = self.context.take()
        {
            let_be(context.close());
            (self.gain, self.look, self.dead) = (None, None, false);
            self.scheduled.clear();
        }
        if self.context.is_none() {
            match AudioContext::new() {
                Ok(context) => {
                    self.gain = context.create_gain().ok().inspect(|gain| {
                        let _ = gain.connect_with_audio_node(&context.destination());
                    });
                    self.context = Some(context);
                }
                Err(_) => self.absent = true,
            }
        }
        let Some(context) = &self.context else { return };
        if context.state() != AudioContextState::Running {
            let_be(context.resume());
            // Still neither running nor suspended at the next tap: then a new one.
            self.dead = context.state() != AudioContextState::Suspended;
        }
    }

    /// What the browser lets us do now.
    #[must_use]
    pub fn audibility(&self) -> Audibility {
        match self.context.as_ref().map(|context: &AudioContext| context.state()) {
            None if self.absent => Audibility::Absent,
            None => Audibility::Untried,
            Some(AudioContextState::Running) if !self.dead => Audibility::Ready,
            Some(_) => Audibility::Suspended,
        }
    }

    /// Schedules what is `coming` and takes back what is not coming any more. `volume` is 0 to 100.
    pub fn follow(&mut self, coming: &[TimedCue], now: Now, volume: u8) {
        self.mind_the_clock(now.mono);
        self.resume();
        let now = now.wall;
        self.scheduled.retain(|(cue, node)| {
            let still_comes = coming.contains(cue);
            // Those just past stay in the list, so that they are not scheduled again.
            let stays = still_comes || (cue.at <= now && now.since(cue.at) < 2 * STALE_MILLIS);
            if !stays {
                // Also one that is past: where the audio clock stood still it would sound late.
                #[allow(deprecated)] // the plain `stop` of the node itself; the other one is the parent's
                let _ = node.stop();
            }
            stays
        });
        self.set_volume(volume);
        // A context that stands still would play everything at once when it goes on.
        if self.audibility() != Audibility::Ready {
            return;
        }
        for &cue in coming {
            let in_time = match cue.cue.kind() {
                CueKind::Countdown | CueKind::Tempo => OUT_OF_TIME_MILLIS,
                _ => STALE_MILLIS,
            };
            if now.since(cue.at) < in_time && !self.scheduled.iter().any(|(known, _)| *known == cue) {
                self.schedule(cue, now);
            }
        }
    }

    /// Plays one cue at its moment, or at once where that has come.
    pub fn play(&mut self, cue: TimedCue, now: Wall, volume: u8) {
        self.set_volume(volume);
        self.schedule(cue, now);
    }

    /// Takes back everything that has not sounded yet.
    pub fn hush(&mut self) {
        for (_, node) in self.scheduled.drain(..) {
            #[allow(deprecated)] // the plain `stop` of the node itself; the other one is the parent's
            let _ = node.stop();
        }
    }

    fn set_volume(&self, volume: u8) {
        if let Some(gain) = &self.gain {
            gain.gain().set_value(f32::from(volume.min(100)) / 100.0);
        }
    }

    /// Compares the audio clock with the page's, twice a second.
    fn mind_the_clock(&mut self, mono: u64) {
        let Some(context) = &self.context else { return };
        let running = context.state() == AudioContextState::Running;
        let now = Look { audio: context.current_time(), mono, running };
        if let Some(before) = self.look {
            let apart = mono.saturating_sub(before.mono);
            if apart < DEAD_MILLIS {
                return;
            }
            if apart < APART_MILLIS && running && before.running {
                self.dead = (now.audio - before.audio).abs() < 0.001;
            }
        }
        self.look = Some(now);
    }

    /// Outside of a tap only a suspended context may be asked: one that a call interrupted refuses each time.
    fn resume(&self) {
        if let Some(context) = &self.context
            && context.state() == AudioContextState::Suspended
        {
            let_be(context.resume());
        }
    }

    fn schedule(&mut self, cue: TimedCue, now: Wall) {
        let (Some(context), Some(gain)) = (&self.context, &self.gain) else { return };
        let rate = context.sample_rate();
        let samples = sound::render(cue.cue, rate as u32);
        let node = (|| {
            let buffer = context.create_buffer(1, samples.len().max(1) as u32, rate).ok()?;
            buffer.copy_to_channel(&samples, 0).ok()?;
            let node = context.create_buffer_source().ok()?;
            node.set_buffer(Some(&buffer));
            node.connect_with_audio_node(gain).ok()?;
            let delay = cue.at.since(now) as f64 / 1_000.0 - latency(context);
            node.start_with_when(context.current_time() + delay.max(0.0)).ok()?;
            Some(node)
        })();
        if let Some(node) = node {
            self.scheduled.push((cue, node));
        }
    }
}

/// Seconds from the audio clock to the ear, as far as the browser knows; not all tell.
fn latency(context: &AudioContext) -> f64 {
    let latency = Reflect::get(context, &JsValue::from_str("outputLatency")).ok();
    latency.and_then(|latency| latency.as_f64()).unwrap_or(0.0).clamp(0.0, 1.0)
}

#[wasm_bindgen(module = "/src/web/platform/promises.js")]
extern "C" {
    fn forget(promise: &Promise);
}

/// Lets a promise be: `state` tells what came of it, and a refusal is no error of ours.
fn let_be(promise: Result<Promise, JsValue>) {
    if let Ok(promise) = promise {
        forget(&promise);
    }
}
