//! What is said of an exercise or a self-test, kept as one text: every text of its own would cost eight bytes of address and length.
//!
//! Works with `lines`. The build knows the texts by the marks at their ends and sends them after all else, so that only
//! `Words::part` may look into one (tools/forecast.mjs). Invariant: made by the macro `words` alone, which puts the parts in
//! their order.

use super::lines::Lines;

/// Between two parts.
const PART: char = '|';
/// Between the other exercise of a rung and why it is one.
const WHY: char = '>';

/// What is said of one exercise or one self-test, in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub(crate) &'static str);

impl Words {
    /// Other names people use or type.
    #[must_use]
    pub fn aliases(self) -> Lines {
        self.part(0)
    }

    /// Three to six steps, one sentence each.
    #[must_use]
    pub fn steps(self) -> Lines {
        self.part(1)
    }

    /// What to watch so that nothing gets hurt.
    #[must_use]
    pub fn safely(self) -> &'static str {
        self.part(2).0
    }

    /// What better means, of a self-test.
    #[must_use]
    pub fn better(self) -> &'static str {
        self.part(2).0
    }

    /// Two to four common mistakes, each with its correction.
    #[must_use]
    pub fn mistakes(self) -> Lines {
        self.part(3)
    }

    /// When to stop the set.
    #[must_use]
    pub fn stop(self) -> &'static str {
        self.part(4).0
    }

    /// Ways down the ladder; see [`rung`].
    #[must_use]
    pub fn easier(self) -> Lines {
        self.part(5)
    }

    /// Ways up the ladder; see [`rung`].
    #[must_use]
    pub fn harder(self) -> Lines {
        self.part(6)
    }

    /// How to do it at home, without the gear.
    #[must_use]
    pub fn home(self) -> &'static str {
        self.part(7).0
    }

    /// Ids of close relatives.
    #[must_use]
    pub fn relatives(self) -> Lines {
        self.part(8)
    }

    #[inline(never)]
    fn part(self, nth: usize) -> Lines {
        Lines(self.0.split(PART).nth(nth + 1).unwrap_or_default())
    }
}

/// A way to make an exercise easier or harder: the id of another exercise, or none for the same one done otherwise; and one
/// sentence, why it is or how.
#[must_use]
pub fn rung(line: &'static str) -> (Option<&'static str>, &'static str) {
    match line.split_once(WHY) {
        Some((id, why)) => (Some(id), why),
        None => (None, line),
    }
}

/// [`Words`] written part by part, those of a self-test in three; a rung that is another exercise is its id and why: `"face-pull" => "Less load."`.
macro_rules! words {
    (how: $how:literal, better: $better:literal, stop: $stop:literal,) => {
        $crate::training::words::Words(concat!("\u{1}||", $how, "|", $better, "||", $stop, "|\u{1}"))
    };
    (
        aliases: [$($aliases:tt)*],
        steps: [$($steps:tt)*],
        safely: $safely:literal,
        mistakes: [$($mistakes:tt)*],
        stop: $stop:literal,
        easier: [$($easier:tt)*],
        harder: [$($harder:tt)*],
        home: $home:literal,
        relatives: [$($relatives:literal),*],
    ) => {
        $crate::training::words::Words(concat!(
            "\u{1}|",
            $crate::training::words::part!($($aliases)*), "|",
            $crate::training::words::part!($($steps)*), "|",
            $safely, "|",
            $crate::training::words::part!($($mistakes)*), "|",
            $stop, "|",
            $crate::training::words::part!($($easier)*), "|",
            $crate::training::words::part!($($harder)*), "|",
            $home, "|",
            $($relatives, "\n",)*
            "|\u{1}"
        ))
    };
}

/// The lines of a part.
macro_rules! part {
    ($($first:literal)=>+ $(, $($more:literal)=>+)* $(,)?) => {
        concat!($crate::training::words::joined!($($first)+) $(, "\n", $crate::training::words::joined!($($more)+))*)
    };
}

/// A line: a sentence, or an id and why.
macro_rules! joined {
    ($text:literal) => {
        $text
    };
    ($id:literal $why:literal) => {
        concat!($id, ">", $why)
    };
}

pub(crate) use {joined, part, words};
