//! What lies on the editor's desk: the program, and what is seen of it. Plain values; the page looks at them.

use crate::training::edit::{At, Draft, Edit, Field, Words, takes_turns};
use crate::training::prescription::Prescription;
use crate::training::program::{Cadence, Program};

/// No exercise is open.
pub(super) const NONE: usize = usize::MAX;

/// What an exercise is picked for.
#[derive(Clone, Copy)]
pub(super) enum Pick {
    /// To stand last in the day that is shown.
    Add,
    /// To begin a new day.
    Day,
    /// To take the place of the one that is open.
    Replace,
}

/// What a tap does.
#[derive(Clone, Copy)]
pub(super) enum Act<'a> {
    /// Changes the exercise that is open, or the day that is shown.
    Do(Edit<'a>),
    /// Takes an exercise to a place, whichever is open.
    Drop(usize, usize),
    Undo,
    /// Begins to pick an exercise, or ends it.
    Pick(Option<Pick>),
    /// Shows a day.
    Show(usize),
    /// Opens an exercise, or closes it.
    Open(usize),
}

#[derive(Clone)]
pub(super) struct Table {
    pub draft: Draft,
    /// The day that is shown.
    pub day: usize,
    /// The exercise that is open, or [`NONE`].
    pub open: usize,
    /// What there is to say of the last act.
    pub said: String,
    pub picking: Option<Pick>,
}

impl Table {
    pub fn new(program: Program, day: usize) -> Self {
        Self { draft: Draft::new(program), day, open: NONE, said: String::new(), picking: None }
    }

    pub fn items(&self) -> &[Prescription] {
        self.draft.program().days.get(self.day).map_or(&[], |day| &day.items)
    }

    pub fn words(&self, which: Words) -> &str {
        let program = self.draft.program();
        match which {
            Words::Name => &program.name,
            Words::Note => &program.rule,
            Words::Day => program.days.get(self.day).map_or("", |day| &day.name),
        }
    }

    /// A number of an exercise, where it has one.
    pub fn number(&self, nth: usize, field: Field) -> Option<u32> {
        field.get(self.items().get(nth)?)
    }

    /// Changes whenever the days or the rows of the one that is shown are others.
    pub fn key(&self) -> u32 {
        let mut key = (self.day * 16 + self.draft.program().days.len()) as u32;
        for item in self.items() {
            for byte in item.exercise.as_str().bytes().chain([item.group]) {
                key = (key ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
        key
    }

    /// Whether what a button stands for is so; `None` for one that only does something.
    pub fn is_on(&self, act: Act<'_>) -> Option<bool> {
        let cadence = self.draft.program().cadence;
        Some(match act {
            Act::Show(day) | Act::Do(Edit::Move(At { day, item: NONE })) => day == self.day,
            Act::Do(Edit::Join) => takes_turns(self.items(), self.open),
            Act::Do(Edit::Flip(field)) => self.number(self.open, field)? == 1,
            Act::Do(Edit::Weekday(nth)) => cadence.weekdays() >> nth & 1 == 1,
            Act::Do(Edit::Cadence(Cadence::On(_))) => cadence.weekdays() != 0,
            Act::Do(Edit::Cadence(way)) => way == cadence,
            _ => return None,
        })
    }

    /// Returns whether the program may have changed.
    pub fn act(&mut self, act: Act<'_>) -> bool {
        self.said.clear();
        match act {
            Act::Do(edit) => self.edit(self.open, edit),
            Act::Drop(from, item) => {
                self.edit(from, Edit::Move(At { day: self.day, item }));
                self.open = NONE;
            }
            Act::Undo => self.draft.undo(),
            Act::Pick(what) => self.picking = what,
            Act::Show(day) => (self.day, self.open) = (day, NONE),
            Act::Open(item) => self.open = if self.open == item { NONE } else { item },
        }
        // The day that was shown may have gone.
        self.day = self.day.min(self.draft.program().days.len() - 1);
        matches!(act, Act::Do(_) | Act::Drop(..) | Act::Undo)
    }

    fn edit(&mut self, item: usize, edit: Edit<'_>) {
        self.picking = None;
        if let Err(error) = self.draft.apply(At { day: self.day, item }, edit) {
            self.said = error.to_string();
            return;
        }
        if let Edit::Remove | Edit::RemoveDay = edit {
            "Removed.".clone_into(&mut self.said);
        }
        // The view goes with what was moved or made.
        (self.day, self.open) = match edit {
            Edit::Move(to) if to.day == self.day => (self.day, to.item),
            Edit::Move(_) | Edit::Remove | Edit::RemoveDay => (self.day, NONE),
            Edit::SwapDay(day) => (day, NONE),
            Edit::CopyDay => (self.day + 1, NONE),
            Edit::AddDay(_) => (usize::MAX, NONE),
            _ => (self.day, self.open),
        };
    }
}
