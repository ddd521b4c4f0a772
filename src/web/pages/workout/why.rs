//! Why this weight: one line under the figure, and behind it the sets it came from, what fits on the bar, and what comes
//! next.

use crate::training::loading::Loading;
use crate::training::progression::{ASSUMPTION, Decision, Forecast, WhyLine};
use crate::training::units::Load;
use crate::web::components::frame::section;
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::signal::RwSignal;
use crate::web::state::Grounds;

/// The reason in one line; a tap opens all of it. Nothing where nothing was decided.
pub fn line(grounds: Option<Grounds>, decision: Option<Decision>) -> View {
    let Some((grounds, decision)) = grounds.zip(decision) else { return View::none() };
    let sentence = decision.sentence();
    if sentence.is_empty() {
        return View::none();
    }
    let open = RwSignal::new(false);
    let row = button("why", move || open.set(true)).child(span("", &sentence)).child(icon(Glyph::Right));
    let title = decision.load.map_or("Why so?".to_owned(), |load| format!("Why {load}?"));
    let all = View::dynamic(move || {
        let close = move || open.set(false);
        open.get().then(|| sheet(&title, close, content(&grounds, &decision))).into()
    });
    View::many([row.into(), all])
}

fn content(grounds: &Grounds, decision: &Decision) -> View {
    let came_from_sets = !decision.from.is_empty();
    let steps = came_from_sets.then(|| el("ol.why-steps").children(decision.steps().iter().map(step)));
    let only = (!came_from_sets).then(|| p("body2", decision.sentence()));
    let plates = decision.load.and_then(|load| plates(grounds.loading.as_ref()?, load));
    let coming = grounds.forecast();
    let ahead = (!coming.is_empty()).then(|| {
        View::many([
            section("What comes next").into(),
            p("cap", ASSUMPTION).into(),
            el("ul").children(coming.iter().map(session)).into(),
        ])
    });
    el("div.sheet-in-pad")
        .child(steps)
        .child(only)
        .child(decision.note().map(|note| p("cap", note)))
        .child(plates)
        .child(ahead.unwrap_or(View::none()))
        .into()
}

fn step(line: &WhyLine) -> El {
    el("li").child(span("tt", line.title)).child(span("v", &line.value)).child(span("ss", &line.text))
}

fn session(coming: &Forecast) -> El {
    let what = coming.load.map_or(coming.aim.to_string(), |load| format!("{load} \u{d7} {}", coming.aim));
    el("li.up")
        .child(span("rowt", format!("{}: {what}", coming.day.day_month())))
        .child((!coming.condition.is_empty()).then(|| span("cap", &coming.condition)))
}

/// What to put on each side of the bar, drawn and said.
fn plates(loading: &Loading, load: Load) -> Option<View> {
    let Loading::Bar { bar, .. } = loading else { return None };
    let pairs = loading.plates(load)?;
    let words: Vec<String> =
        pairs.iter().flat_map(|(plate, count)| vec![plate.number(); usize::from(*count)]).collect();
    let said = if words.is_empty() { "nothing, the empty bar".to_owned() } else { words.join(" + ") };
    let heaviest = pairs.first().map_or(1, |(plate, _)| plate.hundredths());
    let drawn = pairs.iter().flat_map(|(plate, count)| {
        // A plate's height goes with its weight, and even the smallest is seen.
        let height = 26 + 74 * plate.hundredths() / heaviest.max(1);
        (0..*count).map(move |_| el("i").style("height", format!("{height}%")))
    });
    Some(View::many([
        section("Each side").child(span("cap", format!("bar {bar}"))).into(),
        el("div.plates").attr("aria-hidden", "true").children(drawn).into(),
        p("rowt", said).into(),
    ]))
}
