//! Why this weight: one line under the figure, and behind it the sets it came from, what fits on the bar, and what comes
//! next.

use crate::training::exercise::ExerciseId;
use crate::training::lines::add;
use crate::training::loading::Loading;
use crate::training::progression::{ASSUMPTION, Decision, Forecast, Mode, WhyLine};
use crate::training::units::Load;
use crate::web::components::frame::section;
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, p, span};
use crate::web::signal::untrack;
use crate::web::state::{Grounds, Sheet, Yoke};

/// The reason in one line; a tap opens all of it. Nothing where nothing was decided.
pub fn line(yoke: Yoke, decision: Option<&Decision>) -> View {
    let sentence = decision.map(Decision::sentence).unwrap_or_default();
    if sentence.is_empty() {
        return View::none();
    }
    button("why", move || yoke.show_sheet(Some(Sheet::Why)))
        .child(span("", &sentence))
        .child(icon(Glyph::Right))
        .into()
}

/// What the set in hand rests on, if it waits for the person.
fn grounds(yoke: Yoke) -> Option<Grounds> {
    yoke.session().with(|session| {
        let session = session.as_ref()?;
        yoke.grounds(session, session.current()?)
    })
}

/// `Why 42.5 kg?`
pub fn title(yoke: Yoke) -> String {
    let load = untrack(|| grounds(yoke)).and_then(|grounds| grounds.decide().load);
    load.map_or("Why so?".to_owned(), |load| format!("Why {load}?"))
}

/// All of the reason.
pub fn all(yoke: Yoke) -> View {
    View::dynamic(move || {
        let grounds = grounds(yoke);
        grounds.map_or_else(View::none, |grounds| content(yoke, &grounds, &grounds.decide()))
    })
}

fn content(yoke: Yoke, grounds: &Grounds, decision: &Decision) -> View {
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
        .child(rule(yoke, grounds.exercise()))
        .into()
}

/// When the load of the exercise may rise: the source's rule, or the slower one.
fn rule(yoke: Yoke, exercise: &ExerciseId) -> View {
    let choice = |(mode, name): (Mode, &str)| {
        let (of, to) = (exercise.clone(), exercise.clone());
        let pressed = move || yoke.settings().with(|settings| settings.mode(&of) == mode);
        button("", move || yoke.choose(|settings| settings.set_mode(&to, mode)))
            .state("aria-pressed", pressed)
            .text(name)
    };
    let modes = [(Mode::SetToSet, "From set to set"), (Mode::AllSets, "All sets first")];
    View::many([
        section("When the load rises").into(),
        el("div.seg").attr("role", "group").label("When the load rises").children(modes.map(choice)).into(),
        p(
            "cap",
            "From set to set is the source's rule. All sets first, for the next session, is ours and slower.",
        )
        .into(),
    ])
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
    let heaviest = pairs.first().map_or(1, |(plate, _)| plate.hundredths());
    let (mut said, mut drawn) = (String::new(), Vec::new());
    for (plate, count) in &pairs {
        for _ in 0..*count {
            add(&mut said, " + ", &plate.number());
            // A plate's height goes with its weight, and even the smallest is seen.
            let height = 26 + 74 * plate.hundredths() / heaviest.max(1);
            drawn.push(el("i").style("height", format!("{height}%")));
        }
    }
    if said.is_empty() {
        "nothing, the empty bar".clone_into(&mut said);
    }
    Some(View::many([
        section("Each side").child(span("cap", format!("bar {bar}"))).into(),
        el("div.plates").attr("aria-hidden", "true").children(drawn).into(),
        p("rowt", said).into(),
    ]))
}
