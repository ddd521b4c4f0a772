//! "How many more with good form?": one tap, never preselected, taken back by a second tap.

use crate::training::prescription::RirRange;
use crate::training::units::Rir;
use crate::web::dom::{El, button, el, span};

/// The question and its five answers. The target is only underlined. `answered` hears the new answer, or `None`
/// where it was taken back.
pub fn rir_row(
    target: RirRange,
    answer: impl Fn() -> Option<Rir> + Copy + 'static,
    answered: impl Fn(Option<Rir>) + Copy + 'static,
) -> El {
    let one = move |rir: Rir| {
        let label = match rir.get() {
            0 => "0, none left".to_owned(),
            Rir::MOST => "4 or more".to_owned(),
            n => n.to_string(),
        };
        let in_target = rir >= target.min && rir <= target.max;
        let tapped = move || answered((crate::web::signal::untrack(answer) != Some(rir)).then_some(rir));
        button(if in_target { "tgt" } else { "" }, tapped)
            .label(label)
            .state("aria-pressed", move || answer() == Some(rir))
            .text(rir.to_string())
    };
    el("fieldset.rirq")
        .child(
            el("legend")
                .text("How many more with good form?")
                .child(span("", format!("target {}\u{2013}{}", target.min, target.max))),
        )
        .child(el("div.rir").children(Rir::all().map(one)))
}
