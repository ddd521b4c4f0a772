//! The weights that a person has, so that no load is asked for that cannot be built.

use crate::training::outfit::{self, Kind};
use crate::training::units::WeightUnit;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::dom::{El, View, button, el, heading, p};
use crate::web::routes::Route;
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// The page of one's weights.
pub fn weights() -> View {
    let yoke = use_yoke();
    Frame::new(back_bar(&Route::Settings, Route::Weights.title()))
        .child(heading("vh", Route::Weights.title()))
        .child(p(
            "body2",
            "Loads are rounded to what you have. What you leave empty is taken as a usual gym has it. Write numbers with \
             spaces between; 2-40/2 means 2 to 40 by 2.",
        ))
        .children(Kind::ALL.map(|kind| fields(yoke, kind)))
        .build()
}

const fn words(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Bar => ("Barbell", "Plates on one side", "25 20 15 10 10 5 2.5 1.25"),
        Kind::Dumbbells => ("Dumbbells", "Each hand", "2-30/2"),
        Kind::Stack => ("Cable", "Steps of the stack", "5-100/2.5"),
    }
}

fn fields(yoke: Yoke, kind: Kind) -> View {
    let (title, label, sample) = words(kind);
    let (told, fallback) = yoke.settings().with_untracked(|settings| {
        (settings.outfit.0[kind as usize].as_ref().map(outfit::write), settings.unit)
    });
    let (unit, bar, list) = told.unwrap_or((fallback, String::new(), String::new()));
    let (unit, bar, list) = (RwSignal::new(unit == WeightUnit::Lb), RwSignal::new(bar), RwSignal::new(list));
    let error = RwSignal::new(None::<String>);
    let keep = move || {
        let (lb, bar, list) = untrack(|| (unit.get(), bar.get(), list.get()));
        let unit = if lb { WeightUnit::Lb } else { WeightUnit::Kg };
        let is_told = !list.trim().is_empty();
        let bar = if bar.trim().is_empty() { outfit::write(&kind.usual(unit)).1 } else { bar };
        let read = is_told.then(|| outfit::read(kind, unit, &bar, &list)).transpose();
        error.set(read.as_ref().err().map(ToString::to_string));
        if let Ok(loading) = read {
            yoke.choose(|settings| settings.outfit.0[kind as usize] = loading);
        }
    };
    let symbol = |lb: bool| {
        let tapped = move || {
            unit.set(lb);
            keep();
        };
        button("", tapped).state("aria-pressed", move || unit.get() == lb).text(if lb { "lb" } else { "kg" })
    };
    let field = |label: &str, sample: &str, text: RwSignal<String>| -> El {
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "text")
            .attr("autocomplete", "off")
            .attr("maxlength", "200")
            .attr("placeholder", sample)
            .state("aria-invalid", move || error.with(Option::is_some))
            .bind(text)
            .on("change", move |_| keep());
        el("label.form-row").child(el("span.rowt").text(label)).child(el("span.field").child(input))
    };
    let usual =
        untrack(|| outfit::write(&kind.usual(if unit.get() { WeightUnit::Lb } else { WeightUnit::Kg })).1);
    View::many([
        section(title).into(),
        el("div.acts")
            .child(
                el("div.seg")
                    .role("group")
                    .label(format!("Unit, {title}"))
                    .children([false, true].map(symbol)),
            )
            .child((kind == Kind::Bar).then(|| field("Empty bar", &usual, bar)))
            .child(field(label, sample, list))
            .child(p("err", "").role("alert").text_fn(move || error.get().unwrap_or_default()))
            .into(),
    ])
}
