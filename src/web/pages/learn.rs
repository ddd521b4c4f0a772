//! Pages to read: why, before you lift, the six movements of the shoulder blade, and each muscle.

use crate::catalog::learn::{self, Look, Movement, Page, Point, Section};
use crate::catalog::muscles;
use crate::figure::blades;
use crate::figure::math::sin_cos;
use crate::figure::musclemap::{Crop, best_side, has_region};
use crate::training::exercise::{Exercise, Muscle};
use crate::web::components::figure::{exercise_thumb, muscle_chart};
use crate::web::components::frame::{Frame, Tab, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::moving::looping;
use crate::web::dom::{El, View, el, heading, link, p, span, svg};
use crate::web::pages::exercises::of_muscle;
use crate::web::pages::unknown::unknown;
use crate::web::routes::Route;

/// One movement of the shoulder blade there and back, in milliseconds.
const GLIDE_MILLIS: f64 = 3_600.0;

/// The page of that id; without one, the list of all.
pub fn learn(id: &str) -> View {
    match (id, learn::page(id)) {
        ("", _) => contents(),
        (_, Some(page)) => reading(page),
        (_, None) => unknown(&format!("learn/{id}")),
    }
}

fn contents() -> View {
    let row = |title: &str, note: &str, route: &Route| {
        let text = el("span").child(span("tt", title)).child(span("ss", note));
        el("li").child(link("li", route.href()).child(text).child(icon(Glyph::Right)))
    };
    let pages = learn::PAGES.iter().map(|page| row(page.title, page.lead, &Route::Learn(page.id.to_owned())));
    let all = muscles::ALL.iter().map(|info| row(info.name, info.does, &Route::Muscle(info.id.to_owned())));
    Frame::new(back_bar(&Route::Exercises(String::new()), ""))
        .tab(Tab::Exercises)
        .child(heading("h2 page-title", "Learn"))
        .child(el("ul.list").children(pages))
        .child(section("Muscles"))
        .child(el("ul.list").children(all))
        .build()
}

fn reading(page: &Page) -> View {
    let blades = (page.id == learn::BLADE.id)
        .then(|| View::many(learn::MOVEMENTS.iter().map(|one| movement(one).into())));
    Frame::new(back_bar(&Route::Learn(String::new()), ""))
        .tab(Tab::Exercises)
        .child(heading("h1 page-title", page.title))
        .child(p("lead2", page.lead))
        .child(blades)
        .children(page.sections.iter().map(part))
        .build()
}

fn part(part: &Section) -> View {
    let point = |point: &Point| el("li").child(el("b").text(point.term)).child(p("body2", point.text));
    let row = |point: &Point| [el("dt").text(point.term), el("dd").text(point.text)];
    let points: View = match part.look {
        _ if part.points.is_empty() => View::none(),
        Look::Table => el("dl.facts").children(part.points.iter().flat_map(row)).into(),
        Look::Numbered => el("ol.steps2").children(part.points.iter().map(point)).into(),
        Look::Text | Look::Caution => el("ul.points").children(part.points.iter().map(point)).into(),
    };
    let content = el("div")
        .class(if part.look == Look::Caution { "ntc w plain" } else { "prose" })
        .children(part.paragraphs.iter().map(|text| p("body2", text)))
        .child(points);
    View::many([section(part.heading).into(), content.into()])
}

fn movement(movement: &'static Movement) -> El {
    let drawing = svg("svg.fig blades")
        .attr("viewBox", blades::VIEW_BOX)
        .role("img")
        .label(format!("{}: {}", movement.name, movement.plain));
    let drawing = looping(drawing, GLIDE_MILLIS, move |share, show| {
        // There and back, slow at both ends.
        let there = 0.5 - 0.5 * sin_cos(share as f32 * 360.0).1;
        for (nth, (class, d)) in blades::frame(movement.glide, there).into_iter().enumerate() {
            show(nth, class, &d);
        }
    });
    let by: Vec<&str> = movement.by.iter().map(|muscle| muscles::about(*muscle).short).collect();
    let trained = movement
        .trained_by
        .iter()
        .filter_map(|id| crate::catalog::find(id))
        .map(|exercise| link_to("txl", Route::Exercise(exercise.id.to_owned())).text(exercise.name));
    el("section.glide").attr("id", movement.id).child(el("div.glide-pic").child(drawing)).child(
        el("div")
            .child(el("h2.h3").text(movement.name))
            .child(p("rowt", movement.cue))
            .child(p("body2", movement.plain))
            .child(p("cap", format!("Made by: {}", by.join(", "))))
            .child(el("p.links").children(trained)),
    )
}

/// The page of one muscle.
pub fn muscle(id: &str) -> View {
    let Some(info) = muscles::ALL.iter().find(|info| info.id == id) else {
        return unknown(&format!("muscles/{id}"));
    };
    let chart = has_region(info.muscle).then(|| {
        let label = format!("Muscle chart: {}", info.name);
        el("div.one-muscle").child(muscle_chart(
            best_side(&[info.muscle]),
            Crop::Torso,
            &[(info.muscle, 3)],
            &label,
        ))
    });
    let glides: Vec<El> = learn::movements_of(info.muscle)
        .map(|one| link_to("txl", Route::Learn(learn::BLADE.id.to_owned())).text(one.name))
        .collect();
    let moves = (!glides.is_empty()).then(|| p("body2 links", "Moves the shoulder blade: ").children(glides));
    Frame::new(back_bar(&Route::Learn(String::new()), "Muscle"))
        .tab(Tab::Exercises)
        .child(heading("h1 page-title", info.name))
        .child(p("lead2", info.does))
        .child(chart)
        .child(moves)
        .child(section("Exercises").child(link("link", of_muscle(info.muscle).href()).text("All")))
        .child(trainers(info.muscle))
        .build()
}

fn trainers(muscle: Muscle) -> El {
    let primary = |exercise: &&Exercise| {
        exercise.muscles_with(crate::training::exercise::Share::Primary).any(|used| used == muscle)
    };
    let mut rows: Vec<El> = crate::catalog::exercises().filter(primary).map(row).collect();
    if rows.is_empty() {
        rows.push(
            el("li")
                .child(p("cap", "No exercise is made for it alone; the full list has those where it helps.")),
        );
    }
    el("ul.list").children(rows)
}

fn row(exercise: &Exercise) -> El {
    let row = link_to("li tall", Route::Exercise(exercise.id.to_owned()))
        .child(span("thumb", "").child(exercise_thumb(exercise.id)))
        .child(el("span").child(span("tt", exercise.name)))
        .child(icon(Glyph::Right));
    el("li").child(row)
}
