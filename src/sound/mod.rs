//! Cues as samples: short tones that differ in pitch, count and length, so that each is known by ear.
//!
//! Works with `session::cue`. Invariant: the same cue at the same rate is always the same samples.

pub mod track;

use std::f64::consts::TAU;

use crate::session::{Cue, Tone as Bell};

/// One tone of a cue.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Tone {
    /// Milliseconds from the cue's start.
    at: u32,
    /// Pitch in hertz.
    hertz: f32,
    /// Length in milliseconds.
    length: u32,
}

const fn tone(at: u32, hertz: f32, length: u32) -> Tone {
    Tone { at, hertz, length }
}

/// The tones of a cue. High and rising means go, low and falling means done; counts are one short pip.
fn tones(cue: Cue) -> &'static [Tone] {
    const COUNT: &[Tone] = &[tone(0, 660.0, 90)];
    const GO: &[Tone] = &[tone(0, 990.0, 320)];
    const HALFWAY: &[Tone] = &[tone(0, 784.0, 80), tone(130, 784.0, 80)];
    const TEN_LEFT: &[Tone] = &[tone(0, 523.0, 80), tone(130, 523.0, 80)];
    const THERE: &[Tone] = &[tone(0, 587.0, 110)];
    const TOP: &[Tone] = &[tone(0, 784.0, 110)];
    const BACK: &[Tone] = &[tone(0, 440.0, 110)];
    const SWITCH: &[Tone] = &[tone(0, 587.0, 140), tone(170, 880.0, 140), tone(340, 587.0, 140)];
    const END: &[Tone] = &[tone(0, 880.0, 120), tone(140, 587.0, 220)];
    const REST_OVER: &[Tone] = &[tone(0, 660.0, 110), tone(130, 880.0, 110), tone(260, 1_175.0, 320)];
    const FINISHED: &[Tone] =
        &[tone(0, 523.0, 140), tone(160, 659.0, 140), tone(320, 784.0, 140), tone(480, 1_047.0, 420)];
    const BELL: &[Tone] = &[tone(0, 880.0, 420)];
    const HIGH: &[Tone] = &[tone(0, 1_320.0, 260)];
    const LOW: &[Tone] = &[tone(0, 330.0, 360)];
    const DOUBLE: &[Tone] = &[tone(0, 880.0, 140), tone(190, 880.0, 240)];
    match cue {
        Cue::Bell(Bell::Bell) => BELL,
        Cue::Bell(Bell::High) => HIGH,
        Cue::Bell(Bell::Low) => LOW,
        Cue::Bell(Bell::Double) => DOUBLE,
        Cue::Bell(Bell::Silent) => &[],
        Cue::Count(_) => COUNT,
        Cue::Go => GO,
        Cue::Halfway => HALFWAY,
        Cue::TenLeft => TEN_LEFT,
        Cue::There => THERE,
        Cue::Top => TOP,
        Cue::Back => BACK,
        Cue::Switch => SWITCH,
        Cue::End => END,
        Cue::RestOver => REST_OVER,
        Cue::Finished => FINISHED,
    }
}

/// The samples of a cue, mono, -1 to 1, at `rate` samples a second. The onset is the first sample.
///
/// A second and third harmonic make the tones carry in a noisy room; five milliseconds of fade keep them from clicking.
#[must_use]
pub fn render(cue: Cue, rate: u32) -> Vec<f32> {
    let tones = tones(cue);
    let at = |millis: u32| (u64::from(millis) * u64::from(rate) / 1_000) as usize;
    let length = tones.iter().map(|tone| at(tone.at + tone.length)).max().unwrap_or(0);
    let mut samples = vec![0.0_f32; length];
    let fade = at(5).max(1) as f32;
    for tone in tones {
        let count = at(tone.length);
        let start = at(tone.at);
        // One turn of a pointer a sample: the general cosine would cost kilobytes of WebAssembly.
        let (sin, cos) = small_angle(TAU * f64::from(tone.hertz) / f64::from(rate.max(1)));
        let (mut y, mut x) = (0.0, 1.0);
        for (nth, sample) in samples.iter_mut().skip(start).take(count).enumerate() {
            // The harmonics by the cosine of the double and of the triple angle.
            let wave = ((x + 0.35 * (2.0 * x * x - 1.0) + 0.2 * (4.0 * x * x * x - 3.0 * x)) / 1.55) as f32;
            (y, x) = (y * cos + x * sin, x * cos - y * sin);
            let rise = ((nth as f32 + 1.0) / fade).min(1.0);
            let fall = ((count - nth) as f32 / (fade * 4.0)).min(1.0);
            *sample += 0.9 * wave * rise * fall;
        }
    }
    samples
}

/// Sine and cosine of an angle from 0 to about 2, in radians, by their series.
fn small_angle(angle: f64) -> (f64, f64) {
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for nth in 0..24_u32 {
        match nth % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= angle / f64::from(nth + 1);
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Cue; 15] = [
        Cue::Bell(Bell::Bell),
        Cue::Bell(Bell::High),
        Cue::Bell(Bell::Low),
        Cue::Bell(Bell::Double),
        Cue::Count(3),
        Cue::Go,
        Cue::Halfway,
        Cue::TenLeft,
        Cue::There,
        Cue::Top,
        Cue::Back,
        Cue::Switch,
        Cue::End,
        Cue::RestOver,
        Cue::Finished,
    ];

    #[test]
    fn every_cue_starts_at_its_first_sample_stays_in_range_and_is_short() {
        for cue in ALL {
            let samples = render(cue, 8_000);
            assert!(samples.first().is_some_and(|first| first.abs() > 0.001), "{cue:?}");
            assert!(samples.iter().all(|sample| sample.abs() <= 1.0), "{cue:?}");
            assert!(samples.iter().any(|sample| sample.abs() > 0.5), "{cue:?} is too quiet for a gym");
            assert!(samples.len() <= 8_000, "{cue:?}");
        }
    }

    #[test]
    fn no_two_cues_sound_the_same() {
        for (nth, &one) in ALL.iter().enumerate() {
            for &other in ALL.iter().skip(nth + 1) {
                assert_ne!(render(one, 8_000), render(other, 8_000), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn the_series_is_the_sine_and_cosine_and_the_pointer_keeps_its_length() {
        for nth in 0..=200 {
            let angle = f64::from(nth) / 100.0;
            let (sin, cos) = small_angle(angle);
            assert!((sin - angle.sin()).abs() < 1e-12 && (cos - angle.cos()).abs() < 1e-12, "{angle}");
        }
        // Half a second of the highest tone, against the cosine itself.
        let (sin, cos) = small_angle(TAU * 1_320.0 / 8_000.0);
        let (mut y, mut x) = (0.0, 1.0);
        for nth in 0..4_000 {
            let angle = TAU * 1_320.0 * f64::from(nth) / 8_000.0;
            assert!((x - angle.cos()).abs() < 1e-9);
            (y, x) = (y * cos + x * sin, x * cos - y * sin);
        }
    }
}
