//! Words as they are compared: folded, stemmed, and near enough.

use super::NONE;

/// What was typed, made ready: all of it as one word, each word, and each word joined with the next one, so that
/// `pull up`, `pull-up` and `pullup` find each other.
pub(super) struct Wanted {
    pub(super) whole: Term,
    pub(super) words: Vec<Term>,
    pub(super) pairs: Vec<Term>,
}

pub(super) struct Term {
    pub(super) raw: String,
    /// Without the ending of a plural.
    pub(super) stem: String,
    pub(super) letters: u32,
    /// How many typos are forgiven.
    pub(super) typos: u8,
    /// Perhaps still being typed.
    pub(super) unfinished: bool,
}

impl Wanted {
    pub(super) fn new(text: &str) -> Self {
        let text = folded(text);
        let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let mut stems = String::new();
        for word in &words {
            push_stem(&mut stems, word);
        }
        if !words.iter().all(|word| is_filler(word)) {
            words.retain(|word| !is_filler(word));
        }
        let terms = |width: usize| {
            let ends = words.len().saturating_sub(width);
            let joined = words.windows(width).map(<[&str]>::concat).enumerate();
            joined.map(|(at, word)| Term::new(word, at == ends)).collect()
        };
        Self { whole: Term::new(stems, false), words: terms(1), pairs: terms(2) }
    }
}

/// Words that people add and that tell nothing.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(word, "and" | "exercise" | "exercises" | "for" | "of" | "or" | "the" | "to" | "with")
}

impl Term {
    pub(super) fn new(raw: String, unfinished: bool) -> Self {
        let mut stem = String::new();
        push_stem(&mut stem, &raw);
        let typos = match unplural(&raw).chars().count() {
            0..=3 => 0,
            4..=6 => 1,
            _ => 2,
        };
        let letters = letter_set(unplural(&raw).as_bytes());
        Self { raw, stem, letters, typos, unfinished }
    }

    /// Whether the term begins `text`, and if so, whether the word there goes on after it.
    pub(super) fn begins(&self, text: &[u8]) -> Option<bool> {
        let ends = |rest: &[u8]| matches!(rest.first(), None | Some(b' '));
        match after(text, self.raw.as_bytes()) {
            Some(rest) if ends(rest) => Some(false),
            begun => match after(text, self.stem.as_bytes()) {
                Some(rest) if ends(rest) => Some(false),
                _ => begun.map(|_| true),
            },
        }
    }

    pub(super) fn nearly_begins(&self, text: &[u8]) -> bool {
        near(self, text, 1).or_else(|| near(self, text, 2)).is_some()
    }

    /// The rank of all that was typed as the line itself.
    pub(super) fn is_line(&self, line: &[u8], alias: bool, typos: bool) -> u8 {
        if after(line, self.raw.as_bytes()).is_some_and(<[u8]>::is_empty) {
            u8::from(alias)
        } else if typos {
            near(self, line, usize::MAX).map_or(NONE, |cost| 6 + 2 * cost + u8::from(alias))
        } else {
            NONE
        }
    }
}

/// What follows after `word` at the start of `text`; spaces within the word do not count.
fn after<'a>(mut text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    for (at, byte) in word.iter().enumerate() {
        if let [b' ', rest @ ..] = text
            && at > 0
        {
            text = rest;
        }
        match text {
            [first, rest @ ..] if first == byte => text = rest,
            _ => return None,
        }
    }
    Some(text)
}

/// Longer words are taken as typed, in bytes.
const LONGEST_WORD: usize = 32;
const ROW: usize = LONGEST_WORD + 3;

/// How many typos lie between the term and the first `words` words of `text`, written as one, if few enough: letters
/// missing, too many, wrong or swapped with a neighbour (Damerau-Levenshtein, neighbours swapped once). Of a term that
/// may still be typed, only the start of a word need fit. Counts bytes, which are letters in Latin.
fn near(term: &Term, text: &[u8], words: usize) -> Option<u8> {
    let word = unplural(&term.raw).as_bytes();
    let unfinished = term.unfinished && words == 1;
    let most = if unfinished { word.len() + usize::from(term.typos) } else { ROW };
    let (mut squashed, mut length) = ([0; ROW], 0);
    let letters = text.split(|&byte| byte == b' ').take(words).flatten();
    for (place, &byte) in squashed.iter_mut().take(most).zip(letters) {
        *place = byte;
        length += 1;
    }
    let text = &squashed[..length];
    // Each letter that the other has not is a typo: this settles nearly all.
    let lack = (term.letters & !letter_set(text)).count_ones();
    let long = word.len() > LONGEST_WORD || word.len().abs_diff(length) > usize::from(term.typos);
    if term.typos == 0 || long || lack > u32::from(term.typos) {
        return None;
    }
    let (mut before, mut last) = ([0; ROW + 1], [0; ROW + 1]);
    last.iter_mut().zip(0..).for_each(|(cost, at)| *cost = at);
    for (i, letter) in word.iter().enumerate() {
        let mut row = [i as u8 + 1; ROW + 1];
        for (j, other) in text.iter().enumerate() {
            let mut cost = (last[j] + u8::from(letter != other)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == text[j - 1] && word[i - 1] == *other {
                cost = cost.min(before[j - 1] + 1);
            }
            row[j + 1] = cost;
        }
        before = last;
        last = row;
    }
    let from = if unfinished { 0 } else { length };
    last[from..=length].iter().copied().min().filter(|&cost| cost <= term.typos)
}

fn unplural(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

fn letter_set(text: &[u8]) -> u32 {
    text.iter().fold(0, |set, byte| set | 1 << (byte & 31))
}

/// The folded words of a text without the endings of plurals.
pub(super) fn stemmed(text: &str) -> String {
    let mut stems = String::new();
    for word in folded(text).split(' ') {
        if !stems.is_empty() {
            stems.push(' ');
        }
        push_stem(&mut stems, word);
    }
    stems
}

/// Adds the word without the ending of a plural.
fn push_stem(to: &mut String, word: &str) {
    let ends = |base: &str, endings: &[&str]| endings.iter().any(|ending| base.ends_with(ending));
    let (base, ending) = match (word.strip_suffix("ies"), word.strip_suffix("es"), word.strip_suffix('s')) {
        (Some(base), ..) if base.len() > 1 => (base, "y"),
        (_, Some(base), _) if ends(base, &["ch", "sh", "ss", "x"]) => (base, ""),
        (.., Some(base)) if base.len() > 1 && !base.ends_with('s') => (base, ""),
        _ => (word, ""),
    };
    to.push_str(base);
    to.push_str(ending);
}

/// The words of a text in lower case, a space between them: apostrophes and accents dropped, all other signs spaces.
#[must_use]
pub fn folded(text: &str) -> String {
    /// From U+00C0 on.
    const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        let code = letter as u32;
        // Ranges instead of the whole of Unicode's tables, which would weigh more than the search.
        let lower = match code {
            0x27 | 0x60 | 0xAD | 0xB4 | 0x2BC | 0x300..=0x36F | 0x200B..=0x200D | 0x2018 | 0x2019 => continue,
            0x30..=0x39 | 0x61..=0x7A => code,
            0x41..=0x5A | 0x391..=0x3A9 | 0x410..=0x42F => code + 32,
            0xC0..=0xFF => u32::from(LATIN[(code - 0xC0) as usize]),
            0x100..=0x137 | 0x14A..=0x177 => code | 1,
            0x139..=0x148 | 0x179..=0x17E => code + code % 2,
            0x400..=0x40F => code + 80,
            0..0xC0 | 0x2000..=0x206F | 0x3000..=0x303F | 0xFFFD => 0x20,
            _ => code,
        };
        let lower = char::from_u32(lower).unwrap_or(' ');
        if lower != ' ' || !(words.is_empty() || words.ends_with(' ')) {
            words.push(lower);
        }
    }
    words.truncate(words.trim_end_matches(' ').len());
    words
}
