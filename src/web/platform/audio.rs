//! Cues through Web Audio, mixed with whatever else plays: scheduled a little ahead and re-anchored to the
//! wall clock each time, because the audio clock is not the wall clock.
//!
//! Invariant: a cue is scheduled once; one that will not come after all is taken back.

use web_sys::{AudioBufferSourceNode, AudioContext, AudioContextState, GainNode};

use crate::session::TimedCue;
use crate::sound;
use crate::training::time::{Now, Wall};

/// How far ahead cues are scheduled, in milliseconds.
pub const LOOK_AHEAD_MILLIS: u64 = 2_500;
/// A cue older than this does not sound any more, in milliseconds.
pub const STALE_MILLIS: u64 = 1_000;

/// A running audio clock that has not moved for so long, in milliseconds, is dead.
const DEAD_MILLIS: u64 = 500;

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

/// The cue player.
#[derive(Debug, Default)]
pub struct Cues {
    context: Option<AudioContext>,
    gain: Option<GainNode>,
    absent: bool,
    /// Its clock stands still though it says that it runs: only a new one, made in a tap, will sound.
    dead: bool,
    /// The audio clock in seconds, and the page's in milliseconds, when they were compared last.
    compared: Option<(f64, u64)>,
    scheduled: Vec<(TimedCue, AudioBufferSourceNode)>,
}

impl Cues {
    /// Makes or resumes the context. To be called inside a tap, or the browser will keep it silent.
    pub fn unlock(&mut self, mono: u64) {
        self.mind_the_clock(mono);
        if self.dead {
            // After a call or a lock some phones leave a context that says it runs, and stands still for good.
            if let Some(context) = self.context.take() {
                let _ = context.close();
            }
            self.scheduled.clear();
            self.dead = false;
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
        self.resume();
    }

    /// What the browser lets us do now.
    #[must_use]
    pub fn audibility(&self) -> Audibility {
        match self.context.as_ref().map(|context: &AudioContext| context.state()) {
            Some(_) if self.dead => Audibility::Suspended,
            None if self.absent => Audibility::Absent,
            None => Audibility::Untried,
            Some(AudioContextState::Running) => Audibility::Ready,
            Some(_) => Audibility::Suspended,
        }
    }

    /// Schedules what is `coming` and takes back what is not coming any more. `volume` is 0 to 100.
    pub fn follow(&mut self, coming: &[TimedCue], now: Now, volume: u8) {
        self.mind_the_clock(now.mono);
        let now = now.wall;
        self.resume();
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
        if let Some(gain) = &self.gain {
            gain.gain().set_value(f32::from(volume.min(100)) / 100.0);
        }
        // A context that stands still would play everything at once when it goes on.
        if self.audibility() != Audibility::Ready {
            return;
        }
        for &cue in coming {
            if now.since(cue.at) < STALE_MILLIS && !self.scheduled.iter().any(|(known, _)| *known == cue) {
                self.schedule(cue, now);
            }
        }
    }

    /// Plays one cue at its moment, or at once where that has come.
    pub fn play(&mut self, cue: TimedCue, now: Wall, volume: u8) {
        if let Some(gain) = &self.gain {
            gain.gain().set_value(f32::from(volume.min(100)) / 100.0);
        }
        self.schedule(cue, now);
    }

    /// Compares the audio clock with the page's, twice a second.
    fn mind_the_clock(&mut self, mono: u64) {
        let Some(context) = &self.context else { return };
        let audio = context.current_time();
        match self.compared {
            Some((_, seen)) if mono.saturating_sub(seen) < DEAD_MILLIS => return,
            Some((before, _)) if context.state() == AudioContextState::Running => {
                self.dead = (audio - before).abs() < 0.001;
            }
            _ => self.dead = false,
        }
        self.compared = Some((audio, mono));
    }

    /// Takes back everything that has not sounded yet.
    pub fn hush(&mut self) {
        for (_, node) in self.scheduled.drain(..) {
            #[allow(deprecated)] // the plain `stop` of the node itself; the other one is the parent's
            let _ = node.stop();
        }
    }

    /// Also after a call or a lock, where iOS says "interrupted", a state of its own.
    fn resume(&self) {
        let Some(context) = &self.context else { return };
        if !matches!(context.state(), AudioContextState::Running | AudioContextState::Closed) {
            // The promise tells nothing that `state` does not.
            let _ = context.resume();
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
            let delay = cue.at.since(now) as f64 / 1_000.0;
            node.start_with_when(context.current_time() + delay).ok()?;
            Some(node)
        })();
        if let Some(node) = node {
            self.scheduled.push((cue, node));
        }
    }
}
