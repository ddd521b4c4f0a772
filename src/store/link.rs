//! A whole program as a text that fits behind the `#` of an address: its stored row, in the form of the links of
//! interval timers.
//!
//! The exercises of a person's own that it names go along, without their notes. Invariants: [`decode`] of [`encode`] is
//! the same program; a program has exactly one text, so whatever was cut off, changed or made up is refused.

use super::envelope::Unreadable;
use super::rows::{self, Out, Row};
use super::v1;
use crate::session::interval::link::{LinkError, Writer, unsealed};
use crate::training::exercise::ExerciseId;
use crate::training::own::{ID_PREFIX, OwnExercise, tidy_name};
use crate::training::program::{Program, ProgramId};

/// The longest link, in characters. The eight shipped programs take 500 to 1,800.
pub const LONGEST: usize = 800_000;

/// What a link carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The program.
    pub program: Program,
    /// The own exercises that it names, without notes.
    pub own: Vec<OwnExercise>,
}

/// The program as text, with those of the own exercises that it names.
#[must_use]
pub fn encode(program: &Program, own: &[OwnExercise]) -> String {
    let named = |own: &&OwnExercise| {
        program.days.iter().flat_map(|day| &day.items).any(|item| item.exercise == own.id)
    };
    let mut row = Out::row();
    v1::program_cells(&mut row, program);
    for own in own.iter().filter(named) {
        row.open();
        row.text(own.id.as_str());
        v1::own_cells(&mut row, &OwnExercise { notes: String::new(), put_away: false, ..own.clone() });
        row.close();
    }
    let mut out = Writer::new();
    out.chars(&row.end());
    out.sealed()
}

/// The program of a text under the id that it is to have. White space around the text is ignored.
///
/// # Errors
/// [`LinkError::Damaged`], [`LinkError::TooLong`] or [`LinkError::Newer`] for any text that [`encode`] did not make.
pub fn decode(text: &str, id: ProgramId) -> Result<Shared, LinkError> {
    let mut reader = unsealed(text, LONGEST)?;
    let mut row = String::new();
    while let Some(c) = reader.char() {
        row.push(c);
    }
    let row = rows::read(&row).map_err(|_| LinkError::Damaged);
    let shared = shared(&mut row?, id).map_err(|_| LinkError::Damaged)?;
    // One text a program: a number out of range or bits left over come out differently.
    if encode(&shared.program, &shared.own) == text.trim() { Ok(shared) } else { Err(LinkError::Damaged) }
}

fn shared(row: &mut Row, id: ProgramId) -> Result<Shared, Unreadable> {
    let program = v1::program_of(row, id)?;
    let mut own = Vec::new();
    while let Ok(mut stored) = row.list() {
        let id = stored.text()?;
        let one = v1::own_of(&mut stored, ExerciseId::stored(&id))?;
        let digits = |rest: &str| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if !id.strip_prefix(ID_PREFIX).is_some_and(digits) || tidy_name(&one.name).as_ref() != Ok(&one.name) {
            return Err(Unreadable::Content);
        }
        own.push(one);
    }
    Ok(Shared { program, own })
}
