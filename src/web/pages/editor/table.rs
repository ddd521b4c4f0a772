//! What lies on the editor's desk: the program, and what is seen of it. Plain values; the page looks at them.

use crate::training::edit::{At, Draft, Edit, Field, Words, takes_turns};
use crate::training::prescription::Prescription;
use crate::training::program::Program;

/// No exercise is open.
pub(super) const NONE: usize = usize::MAX;

/// What an exercise is picked for.
#[derive(Clone, Copy)]
pub(super) enum Pick {
    /// To stand last in the day that is shown.
    Add,
    /// To begin a new day.
    Day,
    /// To take the place of this one.
    Replace(usize),
}

/// What a tap does.
#[derive(Clone, Copy)]
pub(super) enum Act<'a> {
    /// Changes an exercise, or the day that is shown.
    Do(usize, Edit<'a>),
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
            Act::Show(day) => day == self.day,
            Act::Do(nth, Edit::Join) => takes_turns(self.items(), nth),
            Act::Do(nth, Edit::Flip(field)) => self.number(nth, field)? == 1,
            Act::Do(_, Edit::Weekday(nth)) => cadence.weekdays() >> nth & 1 == 1,
            Act::Do(_, Edit::Cadence(way)) => way == cadence,
            _ => return None,
        })
    }

    /// Returns whether the program may have changed.
    pub fn act(&mut self, act: Act<'_>) -> bool {
        self.said.clear();
        match act {
            Act::Do(item, edit) => self.edit(item, edit),
            Act::Undo => self.draft.undo(),
            Act::Pick(what) => self.picking = what,
            Act::Show(day) => self.show(day),
            Act::Open(item) => self.open = if self.open == item { NONE } else { item },
        }
        // The day that was shown may have gone.
        self.day = self.day.min(self.draft.program().days.len() - 1);
        matches!(act, Act::Do(..) | Act::Undo)
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
        match edit {
            Edit::Up => self.open = item - 1,
            Edit::Down => self.open = item + 1,
            Edit::Earlier => self.show(self.day - 1),
            Edit::Later | Edit::CopyDay => self.show(self.day + 1),
            Edit::AddDay(_) => self.show(NONE),
            Edit::Move(_) | Edit::Remove | Edit::RemoveDay => self.open = NONE,
            _ => {}
        }
    }

    fn show(&mut self, day: usize) {
        (self.day, self.open) = (day, NONE);
    }
}
