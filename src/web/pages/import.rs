//! Files of other apps: what is in one, the names to settle, and the way in; all sets as a table, the way out.

use crate::catalog;
use crate::catalog::search::Confidence;
use crate::exchange::csv::{LARGEST, Name, Refusal, own_id};
use crate::training::exercise::ExerciseId;
use crate::training::units::WeightUnit;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, keep, p, span, value_of};
use crate::web::platform::listener::Listener;
use crate::web::platform::{file, page};
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Picked, Yoke, use_yoke};

/// How many lines that were not understood are listed.
const LINES: usize = 100;

/// The page of files. What is told is why the last file did not come in; setting it shows the page anew.
pub fn import() -> View {
    let yoke = use_yoke();
    yoke.close_file();
    let told = RwSignal::new(String::new());
    keep(Box::new(Listener::on_window(file::CHOSEN, move |_| {
        show(told, yoke.open_file(file::chosen()).err().map_or("", Refusal::text));
    })));
    View::dynamic(move || {
        let error = told.get();
        yoke.file(|file| look(yoke, told, file)).unwrap_or_else(|| start(yoke, &error))
    })
}

/// Shows the page anew.
fn show(told: RwSignal<String>, error: &str) {
    told.set(error.to_owned());
    page::to_top();
    page::focus_heading();
}

fn start(yoke: Yoke, error: &str) -> View {
    let save = move || file::hand_out(false, "yoke-sets", "csv", &yoke.table(None));
    Frame::new(back_bar(&Route::Settings, Route::Import.title()))
        .child(heading("h2 page-title", "From another app"))
        .child(p(
            "body2",
            "A CSV file of Strong, Hevy or FitNotes. You see what is in it before anything is kept.",
        ))
        .child(
            el("div.acts")
                .child(p("err", error).role("alert"))
                .child(button("btn line", || file::ask(LARGEST + 1)).text("Choose a file")),
        )
        .child(section("To another app"))
        .child(p("body2", "All your sets as a CSV table like that of Strong."))
        .child(el("div.acts").child(button("btn line", save).text("Save as CSV")))
        .build()
}

/// All that a file holds.
fn look(yoke: Yoke, told: RwSignal<String>, file: &Picked) -> View {
    let found = &file.found;
    let count = found.workouts().count();
    let cancel = move || {
        yoke.close_file();
        show(told, "");
    };
    let go = move || {
        if !yoke.refuses() {
            yoke.bring_in();
            page::go(&Route::History.href());
        }
    };
    let bring = (count > 0).then(|| button("btn pri xl", go).child(icon(Glyph::Check)).text("Import"));
    let deck = el("div.row-go").child(bring).child(button("btn xl side", cancel).text("Cancel"));
    let title = if count > 0 { many(count, "new workout") } else { "Nothing new".to_owned() };
    let fact = |name: &str, count: usize| {
        el("div").child(el("dt").text(name)).child(el("dd").text(count.to_string()))
    };
    let facts = el("dl.big3")
        .child(fact("new sets", found.names.iter().map(|name| name.sets).sum()))
        .child(fact("already here", found.here()))
        .child(fact("not read", found.skipped.len()));
    let pounds = file.unit == WeightUnit::Lb;
    let unit = found.asks_unit.then(|| {
        ask(yoke, told, "Weights in", ["kg", "lb"], pounds, |file, second| {
            file.unit = if second { WeightUnit::Lb } else { WeightUnit::Kg };
        })
    });
    let order = found.asks_order.then(|| {
        ask(yoke, told, "Dates begin with", ["Day", "Month"], file.month_first, |file, second| {
            file.month_first = second;
        })
    });
    let choices = el("select")
        .child(choice("", "Keep as my own exercise"))
        .children(catalog::exercises().map(|known| choice(known.id, known.name)))
        .children(yoke.own_exercises().iter().map(|own| choice(own.id.as_str(), &own.name)));
    // What a person has to look at comes first.
    let names = |sure: bool, title: &str| {
        let mut rows = Vec::new();
        for (nth, name) in found.names.iter().enumerate() {
            if name.sets > 0 && sure == matches!(name.found, Some((_, Confidence::Sure))) {
                rows.push(row(yoke, &choices, nth, name));
            }
        }
        (!rows.is_empty()).then(|| View::many([section(title).into(), el("ul.points").children(rows).into()]))
    };
    let mut lines = Vec::new();
    for (line, reason) in found.skipped.iter().take(LINES) {
        lines.push(el("li").text("Line ".to_owned() + &line.to_string() + ": " + reason.text()));
    }
    if found.skipped.len() > LINES {
        lines.push(el("li").text("and more"));
    }
    let lines = (!lines.is_empty())
        .then(|| View::many([section("Lines not read").into(), el("ul.dots").children(lines).into()]));
    Frame::new(back_bar(&Route::Settings, Route::Import.title()))
        .deck(deck)
        .child(heading("h2 page-title", title))
        .child(facts)
        .child(unit)
        .child(order)
        .child(names(false, "Exercises to check"))
        .child(names(true, "Exercises that are known"))
        .child(lines)
        .build()
}

/// Something that the file leaves open, with the two ways to take it.
fn ask(
    yoke: Yoke,
    told: RwSignal<String>,
    question: &str,
    answers: [&str; 2],
    second: bool,
    settle: fn(&mut Picked, bool),
) -> El {
    let one = |(nth, name): (usize, &str)| {
        let chosen = nth == 1;
        let tapped = move || {
            yoke.settle_file(&mut |file| settle(file, chosen), true);
            show(told, "");
        };
        button("", tapped).attr("aria-pressed", if chosen == second { "true" } else { "false" }).text(name)
    };
    el("div.set-row choice")
        .child(el("span").child(span("tt", question)).child(span("ss", "The file does not say")))
        .child(el("div.seg").role("group").label(question).children(answers.into_iter().enumerate().map(one)))
}

/// A name of the file, and what it is to be here; what it may be is one tap away.
fn row(yoke: Yoke, choices: &El, nth: usize, name: &Name) -> El {
    let chosen = if name.choice == own_id(&name.name) { "" } else { name.choice.as_str() };
    let settle = move |id: &str| {
        let settle = &mut |file: &mut Picked| {
            if let Some(name) = file.found.names.get_mut(nth) {
                name.choice = if id.is_empty() { own_id(&name.name) } else { ExerciseId::stored(id) };
            }
        };
        yoke.settle_file(settle, false);
    };
    let select = choices.copied().value(chosen).label(&name.name);
    let guess = match &name.found {
        Some((id, Confidence::Likely)) => Some((id.clone(), select.clone())),
        _ => None,
    };
    let guess = guess.map(|(id, select)| {
        let label = ["Perhaps ", &yoke.name_of(&id)].concat();
        let tapped = move || {
            let _ = select.clone().value(id.as_str());
            settle(id.as_str());
        };
        el("span").child(button("chip", tapped).text(label))
    });
    el("li.form-row")
        .child(el("span").child(span("rowt", &name.name)).child(p("cap", many(name.sets, "set"))))
        .child(guess)
        .child(select.on("change", move |event| settle(&value_of(&event))))
}

fn choice(id: &str, name: &str) -> El {
    el("option").attr("value", id).text(name)
}

/// `1 workout`, `2 workouts`.
fn many(count: usize, what: &str) -> String {
    let mut text = count.to_string() + " " + what;
    if count != 1 {
        text.push('s');
    }
    text
}
