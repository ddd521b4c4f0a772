//! A stretch of time as one sound file: every cue lies at its own sample, silence between them.
//!
//! Works with `session::cue`. Invariant: a cue begins at the sample nearest to its moment, or it is left out.

use super::render;
use crate::session::{Cue, TimedCue};

/// The longest track, in milliseconds; a longer one is cut.
pub const LONGEST: u64 = 15 * 60 * 1_000;

/// So many bytes stand before the samples.
const HEADER: usize = 44;
const BYTES_A_SAMPLE: u32 = 2;

/// A WAV file, 16 bits, mono, at `rate` samples a second: `length_millis` from `from_millis` (of the wall clock) on.
/// The loudness, 0 to 100, lies in the samples, because iOS does not obey the volume of its player. A cue that
/// begins before or after the stretch is left out; cues that overlap are added up and cut at the loudest.
#[must_use]
pub fn wav(cues: &[TimedCue], from_millis: u64, length_millis: u64, rate: u32, volume: u8) -> Vec<u8> {
    let samples = nearest_sample(length_millis.min(LONGEST), rate);
    let mut file = vec![0; HEADER + samples * BYTES_A_SAMPLE as usize];
    let (header, body) = file.split_at_mut(HEADER);
    write_header(header, body.len() as u32, rate);
    let mut rendered: Vec<(Cue, Vec<i16>)> = Vec::new();
    for &TimedCue { at, cue } in cues {
        let Some(offset) = at.0.checked_sub(from_millis).filter(|offset| *offset < LONGEST) else { continue };
        let known = rendered.iter().position(|(known, _)| *known == cue).unwrap_or_else(|| {
            rendered.push((cue, whole_numbers(cue, rate, volume)));
            rendered.len() - 1
        });
        let places = body.chunks_exact_mut(2).skip(nearest_sample(offset, rate));
        if let Some((_, tone)) = rendered.get(known) {
            add(places, tone);
        }
    }
    file
}

fn nearest_sample(millis: u64, rate: u32) -> usize {
    ((millis * u64::from(rate) + 500) / 1_000) as usize
}

fn whole_numbers(cue: Cue, rate: u32, volume: u8) -> Vec<i16> {
    let loudest = f32::from(i16::MAX) * f32::from(volume.min(100)) / 100.0;
    render(cue, rate).iter().map(|sample| (sample * loudest) as i16).collect()
}

fn add<'a>(places: impl Iterator<Item = &'a mut [u8]>, tone: &[i16]) {
    for (place, sample) in places.zip(tone) {
        if let [low, high] = place {
            [*low, *high] = i16::from_le_bytes([*low, *high]).saturating_add(*sample).to_le_bytes();
        }
    }
}

fn write_header(header: &mut [u8], bytes: u32, rate: u32) {
    let text = u32::from_le_bytes;
    let fields = [
        text(*b"RIFF"),
        bytes + HEADER as u32 - 8,
        text(*b"WAVE"),
        text(*b"fmt "),
        16,
        // Plain samples in the low half, one channel in the high half.
        1 | 1 << 16,
        rate,
        rate * BYTES_A_SAMPLE,
        BYTES_A_SAMPLE | (BYTES_A_SAMPLE * 8) << 16,
        text(*b"data"),
        bytes,
    ];
    for (place, field) in header.chunks_exact_mut(4).zip(fields) {
        place.copy_from_slice(&field.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: u64 = 1_790_000_000_000;
    const ALL: [Cue; 11] = [
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

    /// `sound` may not name the type of `at`.
    #[allow(clippy::default_trait_access)]
    fn timed(millis: u64, cue: Cue) -> TimedCue {
        let mut timed = TimedCue { at: Default::default(), cue };
        timed.at.0 = millis;
        timed
    }

    fn samples(file: &[u8]) -> Vec<i16> {
        file[HEADER..].chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
    }

    fn first_sound(samples: &[i16]) -> Option<usize> {
        samples.iter().position(|sample| *sample != 0)
    }

    #[test]
    fn every_cue_begins_at_exactly_its_sample() {
        for rate in [8_000, 44_100, 48_000] {
            for cue in ALL {
                for offset in [0, 1, 3, 333, 1_001, 2_999] {
                    for volume in [1, 60, 100] {
                        let file = wav(&[timed(START + offset, cue)], START, 5_000, rate, volume);
                        let due = (offset as f64 * f64::from(rate) / 1_000.0).round() as usize;
                        assert_eq!(
                            first_sound(&samples(&file)),
                            Some(due),
                            "{cue:?} {offset} {rate} {volume}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn many_cues_in_one_track_stay_where_they_belong_to_its_end() {
        let cues: Vec<TimedCue> =
            (0..600).map(|nth| timed(START + nth * 1_499, ALL[nth as usize % 11])).collect();
        let samples = samples(&wav(&cues, START, LONGEST, 8_000, 80));
        for cue in &cues {
            let due = ((cue.at.0 - START) * 8) as usize;
            // All cues are shorter than a second: before each it is still, and at its sample it begins.
            let before = due.saturating_sub(3_000);
            assert_eq!(first_sound(&samples[before..]), Some(due - before), "{cue:?}");
        }
        assert_eq!(samples[8 * 600 * 1_499..].iter().find(|sample| **sample != 0), None);
    }

    #[test]
    fn equal_cues_are_equal_samples() {
        let cues = [timed(START, Cue::Go), timed(START + 1_000, Cue::Go)];
        let samples = samples(&wav(&cues, START, 2_000, 8_000, 100));
        assert_eq!(samples[..8_000], samples[8_000..]);
    }

    #[test]
    fn the_header_says_what_follows() {
        let file = wav(&[], START, 1_500, 8_000, 50);
        let word = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
        let half = |at: usize| u16::from_le_bytes(file[at..at + 2].try_into().unwrap());
        assert_eq!(file.len(), 44 + 24_000);
        assert_eq!([&file[..4], &file[8..16], &file[36..40]], [b"RIFF".as_slice(), b"WAVEfmt ", b"data"]);
        assert_eq!((word(4), word(16), word(40)), (24_036, 16, 24_000));
        assert_eq!(
            (half(20), half(22), word(24), word(28), half(32), half(34)),
            (1, 1, 8_000, 16_000, 2, 16)
        );
    }

    #[test]
    fn the_length_is_exact_and_not_over_fifteen_minutes() {
        for (length, rate, count) in
            [(0, 8_000, 0), (1, 8_000, 8), (61_001, 8_000, 488_008), (10, 44_100, 441), (1, 44_100, 44)]
        {
            assert_eq!(samples(&wav(&[], START, length, rate, 100)).len(), count);
        }
        assert_eq!(wav(&[], START, u64::MAX, 8_000, 100).len(), 44 + 15 * 60 * 8_000 * 2);
    }

    #[test]
    fn what_does_not_begin_within_the_stretch_is_left_out() {
        let outside = [
            timed(START - 1, Cue::Go),
            timed(START + 1_000, Cue::Go),
            timed(u64::MAX, Cue::Go),
            timed(0, Cue::Go),
        ];
        assert_eq!(first_sound(&samples(&wav(&outside, START, 1_000, 8_000, 100))), None);
        // One that begins within is cut at the end.
        let last = [timed(START + 999, Cue::Go)];
        assert_eq!(first_sound(&samples(&wav(&last, START, 1_000, 8_000, 100))), Some(7_992));
    }

    #[test]
    fn overlapping_cues_are_added_and_cut_at_the_loudest() {
        let one = samples(&wav(&[timed(START, Cue::Go)], START, 400, 8_000, 100));
        let four = samples(&wav(&[timed(START, Cue::Go); 4], START, 400, 8_000, 100));
        let mut cut = 0;
        for (one, four) in one.iter().zip(&four) {
            let sum = (i32::from(*one) * 4).clamp(i32::from(i16::MIN), i32::from(i16::MAX));
            cut += u32::from(sum != i32::from(*one) * 4);
            assert_eq!(i32::from(*four), sum);
        }
        assert!(cut > 0);
    }

    #[test]
    fn the_loudness_lies_in_the_samples() {
        let loudest = |volume| {
            let all: Vec<_> =
                ALL.iter().zip(0..).map(|(cue, nth)| timed(START + nth * 1_000, *cue)).collect();
            samples(&wav(&all, START, 12_000, 8_000, volume)).iter().map(|sample| sample.unsigned_abs()).max()
        };
        assert_eq!(loudest(0), Some(0));
        assert!(loudest(100) > Some(20_000));
        assert_eq!(loudest(101), loudest(100));
        let (half, whole) = (loudest(50).unwrap(), loudest(100).unwrap());
        assert!(whole.abs_diff(half * 2) <= 2);
    }
}
