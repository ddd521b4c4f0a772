//! What a tap in the editor does. All buttons are one kind of button: each further closure would be compiled for itself.

use super::{Desk, NONE, Pick};
use crate::training::edit::{At, Draft, Edit, Field, takes_turns};
use crate::training::program::{Cadence, Weekdays};
use crate::web::dom::{El, button};
use crate::web::platform::page;
use crate::web::signal::untrack;

/// What a tap does, to the exercise that is open or to the day that is shown.
#[derive(Clone, Copy)]
pub(super) enum Act {
    Undo,
    Pick(Pick),
    Show(usize),
    CopyDay,
    SwapDay(usize),
    RemoveDay,
    /// Opens an exercise, or closes it.
    Open(usize),
    /// Takes it to another place in its day.
    Step(usize),
    Join,
    Copy,
    Remove,
    /// Turns a field on or off.
    Flip(Field),
    /// Trains on a day of the week, or no longer.
    Weekday(usize),
}

/// A button. One that goes when its row is made anew has an id, and the keyboard stays on it.
pub(super) fn chip(desk: Desk, act: Act, id: &'static str, text: &str) -> El {
    let danger = matches!(act, Act::Remove | Act::RemoveDay);
    let tap = move || {
        desk.act(act);
        if !id.is_empty() {
            page::focus_soon(id);
        }
    };
    button(if danger { "chip danger" } else { "chip" }, tap)
        .attr_maybe("id", (!id.is_empty()).then_some(id))
        .attr_fn("aria-pressed", move || desk.is_on(act).map(|on| on.to_string()))
        .text(text)
}

impl Desk {
    fn act(self, act: Act) {
        let day = self.day.get_untracked();
        match act {
            Act::Undo => {
                self.draft.try_update_untracked(Draft::undo);
                self.settle(String::new());
            }
            Act::Pick(what) => self.picking.set(Some(what)),
            Act::Show(day) => self.show(day),
            Act::CopyDay => self.then(Edit::CopyDay, || self.show(day + 1)),
            Act::SwapDay(with) => self.then(Edit::SwapDay(with), || self.show(with)),
            Act::RemoveDay => {
                let name = untrack(|| self.shown()).map(|day| day.name).unwrap_or_default();
                self.then(Edit::RemoveDay, || self.said.set(format!("{name} is removed.")));
            }
            Act::Open(item) => {
                let other = self.open.get_untracked() != item;
                self.open.set(if other { item } else { NONE });
            }
            Act::Step(item) => self.then(Edit::Move(At { day, item }), || self.open.set(item)),
            Act::Join => self.then(Edit::Join, || {}),
            Act::Copy => self.then(Edit::Copy, || {}),
            Act::Remove => {
                let item = untrack(|| self.item(self.open.get())).map(|item| item.exercise);
                let name = item.map(|id| self.yoke.name_of(&id)).unwrap_or_default();
                self.then(Edit::Remove, || {
                    self.open.set(NONE);
                    self.said.set(format!("{name} is removed."));
                });
            }
            Act::Flip(field) => {
                let on = untrack(|| self.is_on(act)) == Some(true);
                self.then(Edit::Number(field, u32::from(!on)), || {});
            }
            Act::Weekday(nth) => {
                let bits = untrack(|| self.weekdays()) ^ 1 << nth;
                if let Some(days) = Weekdays::of(bits) {
                    self.then(Edit::Cadence(Cadence::On(days)), || {});
                }
            }
        }
    }

    /// Whether what a button stands for is so; `None` for one that only does something.
    fn is_on(self, act: Act) -> Option<bool> {
        match act {
            Act::Show(day) => Some(self.day.get() == day),
            Act::Join => Some(takes_turns(&self.shown()?.items, self.open.get())),
            Act::Flip(field) => field.get(&self.item(self.open.get())?).map(|on| on == 1),
            Act::Weekday(nth) => Some(self.weekdays() >> nth & 1 == 1),
            _ => None,
        }
    }

    fn weekdays(self) -> u8 {
        match self.look(|program| program.cadence) {
            Cadence::On(days) => days.bits(),
            Cadence::PerWeek(_) | Cadence::Daily => 0,
        }
    }

    /// Changes the program, and goes on if it was.
    fn then(self, edit: Edit, then: impl Fn()) {
        if self.edit(edit) {
            then();
        }
    }
}
