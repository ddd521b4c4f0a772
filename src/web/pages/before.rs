//! What one may choose before a day begins: the warm-up in front of it, or how long a flow is made.

use crate::catalog::flows::begun;
use crate::session::timeline::minutes;
use crate::training::length::Length;
use crate::training::program::DayPlan;
use crate::web::components::icon::Glyph;
use crate::web::dom::{El, button, el, span};
use crate::web::pages::settings::switch;
use crate::web::signal::RwSignal;
use crate::web::state::Yoke;

/// The choice that a day gives. `length` counts in [`Length::ALL`].
pub fn before(yoke: Yoke, day: &DayPlan, length: RwSignal<usize>) -> El {
    let minutes = |warm_up, length| minutes(&begun(day, warm_up, length));
    if !day.is_guided() {
        let more = minutes(true, Length::Written) - minutes(false, Length::Written);
        return warm_up(yoke, &[&more.to_string(), " min more, 5 light moves"].concat());
    }
    let mut row = el("div.seg").role("group").label("Length");
    for (nth, each) in Length::ALL.into_iter().enumerate() {
        let one = button("", move || length.set(nth))
            .state("aria-pressed", move || length.get() == nth)
            .text(each.name())
            .child(span("ss", [" ", &minutes(false, each).to_string(), " min"].concat()));
        row = row.child(one);
    }
    row
}

/// The switch of the warm-up.
pub fn warm_up(yoke: Yoke, note: &str) -> El {
    switch(yoke, (Glyph::Flash, "Warm-up first", note), |settings| &mut settings.warm_up)
}

/// The length that is chosen.
pub fn chosen(length: RwSignal<usize>) -> Length {
    Length::ALL.get(length.get_untracked()).copied().unwrap_or(Length::Written)
}
