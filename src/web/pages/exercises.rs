//! All exercises: found by typing, by chips and on the muscle map. What is looked for stands in the address.

use std::rc::Rc;

use crate::web::signal::{RwSignal, untrack};

use crate::catalog::search::{self, Facts, GEAR, GOALS, Gear, Index, Kit, LEVELS, Query};
use crate::catalog::{self, equipment, muscles};
use crate::figure::musclemap::{Crop, Side};
use crate::training::exercise::{ExerciseId, Goal, Level, Muscle, MuscleUse, Role, Share};
use crate::training::own::OwnExercise;
use crate::web::components::figure::{exercise_thumb, muscle_glyph, pick_chart};
use crate::web::components::frame::{Frame, Tab, go_to, lead_bar, link_to};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::sheet;
use crate::web::dom::{self, El, View, button, el, p, span};
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// What a chip opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chip {
    Muscle,
    Gear,
    Goal,
    Level,
}

/// The list of exercises. Each row is made once; looking for something orders and hides rows.
pub fn exercises() -> View {
    let yoke = use_yoke();
    let query = move || match yoke.route().get() {
        Route::Exercises(part) => Query::parse(&part),
        _ => Query::default(),
    };
    let text = RwSignal::new(untrack(query).text);
    // Typing replaces the address, so that back leads out of the list and not through every letter.
    let typed = move |words: String| {
        let text = words.clone();
        yoke.replace(Route::Exercises(Query { text, ..untrack(query) }.to_string()));
    };
    let opened = RwSignal::new(None::<Chip>);
    let deck = el("div.find")
        .child(el("div.chips").dynamic(move || View::many(chips(&query(), opened))))
        .child(search_field(text).on("input", move |event| typed(dom::value_of(&event))))
        .dynamic(move || opened.get().map(|chip| choices(yoke, chip, &untrack(query), opened)));
    let (list, found) = rows(yoke, Box::new(query), None);
    let none = move |is_none: bool| {
        is_none
            .then(|| nothing_found(untrack(query), text, yoke.settings().with_untracked(|s| s.gear)))
            .into()
    };
    let bezel = lead_bar("Exercises").child(
        span("bx", "")
            .child(link_to("ib", Route::Learn(String::new())).label("Learn").child(icon(Glyph::Info)))
            .child(link_to("ib", Route::OwnNew).label("New exercise").child(icon(Glyph::Plus))),
    );
    Frame::new(bezel)
        .tab(Tab::Exercises)
        .deck(deck)
        .child(count(found))
        .child(list)
        .child(View::keyed(move || found.get() == 0, none))
        .build()
}

/// What hears which exercise was picked.
pub type Pick = Rc<dyn Fn(&ExerciseId)>;

/// The same list to pick one from: the field to type in, and the rows.
pub fn picker(pick: Pick) -> (El, View) {
    let text = RwSignal::new(String::new());
    let query = move || Query { text: text.get(), ..Query::default() };
    let (list, found) = rows(use_yoke(), Box::new(query), Some(pick));
    let none = p("lead2", "Nothing is called that.");
    let none = none.attr_fn("hidden", move || (found.get() > 0).then(String::new));
    (search_field(text), View::many([count(found).into(), list.into(), none.into()]))
}

fn search_field(text: RwSignal<String>) -> El {
    let search = el("input")
        .attr("type", "search")
        .attr("placeholder", format!("Search {} exercises", catalog::exercises().count()))
        .attr("autocomplete", "off")
        .label("Search exercises")
        .bind(text);
    el("label.field").child(icon(Glyph::Search)).child(search)
}

fn count(found: RwSignal<usize>) -> El {
    p("vh", "").role("status").text_fn(move || format!("{} exercises", found.get()))
}

/// Goes to the list with this query.
fn show(query: &Query) {
    go_to(Route::Exercises(query.to_string()));
}

/// The list, and how many of its rows are shown.
fn rows(yoke: Yoke, query: Box<dyn Fn() -> Query>, pick: Option<Pick>) -> (El, RwSignal<usize>) {
    let found = RwSignal::new(0);
    let list = el("ul.list finder");
    let own = yoke.own_exercises();
    let mut index = Index::of_catalog();
    for one in &own {
        index_own(&mut index, one);
    }
    // In the order in which they are shown: what is looked at first is drawn first.
    let mut rows: Vec<(ExerciseId, El)> = Vec::new();
    for id in index.search(&Query::default(), Kit::default()) {
        let mine = own.iter().find(|one| one.id == *id);
        let about = match catalog::find(id.as_str()).filter(|_| mine.is_none()) {
            Some(exercise) => {
                let goal = exercise.goals.first().map_or("", |goal| goal_name(*goal));
                format!("{}, {}", equipment::summary(exercise), goal.to_ascii_lowercase())
            }
            None => "Your own".to_owned(),
        };
        rows.push((id.clone(), row(id, mine, &about, pick.as_ref())));
    }
    let parent = list.clone();
    dom::effect(move || {
        let mine = yoke.settings().with(|settings| settings.gear);
        let hits = index.search(&query(), mine);
        let row_of = |id: &ExerciseId| rows.iter().find(|(known, _)| known == id).map(|(_, row)| row);
        for (id, row) in &rows {
            row.set_hidden(!hits.contains(&id));
        }
        parent.put_first(hits.iter().filter_map(|hit| row_of(hit)));
        found.set(hits.len());
    });
    (list, found)
}

/// Leads to an exercise, or picks it.
fn row(id: &ExerciseId, own: Option<&OwnExercise>, about: &str, pick: Option<&Pick>) -> El {
    let (name, picture) = face(own, id);
    let (row, glyph) = match pick {
        None => (link_to("li tall", Route::of_exercise(id)), Glyph::Right),
        Some(pick) => {
            let (pick, id) = (Rc::clone(pick), id.clone());
            (button("li tall", move || pick(&id)), Glyph::Plus)
        }
    };
    let text = el("span").child(span("tt", name)).child(span("ss", about));
    el("li").child(row.child(span("thumb", "").child(picture)).child(text).child(icon(glyph)))
}

/// Name and picture of an exercise, shipped or own.
#[must_use]
pub fn face(own: Option<&OwnExercise>, id: &ExerciseId) -> (String, View) {
    match own {
        None => (catalog::name_of(id), exercise_thumb(id.as_str())),
        Some(own) => {
            let picture = match &own.figure {
                Some(figure) => exercise_thumb(figure.as_str()),
                None => muscle_glyph(&own.muscles).into(),
            };
            (own.name.clone(), picture)
        }
    }
}

/// An own exercise counts as strength, open to anyone, for its muscles with its gear.
fn index_own(index: &mut Index, own: &OwnExercise) {
    let used = |muscle: &Muscle| MuscleUse { muscle: *muscle, role: Role::Trained, share: Share::Primary };
    let muscles: Vec<MuscleUse> = own.muscles.iter().map(used).collect();
    index.add(&Facts {
        id: own.id.clone(),
        name: &own.name,
        aliases: "",
        muscles: &muscles,
        goals: &[Goal::Strength],
        level: Level::Easy,
        equipment: &[&own.equipment],
    });
}

fn chips(query: &Query, opened: RwSignal<Option<Chip>>) -> Vec<View> {
    let chip = |kind: Chip, name: &str, value: Option<&str>, without: Query| -> View {
        let open = button("chip", move || opened.set(Some(kind)))
            .attr("aria-pressed", value.is_some().to_string())
            .attr("aria-haspopup", "dialog")
            .text(value.unwrap_or(name));
        let Some(value) = value else { return open.child(icon(Glyph::Down)).into() };
        let clear = button("chip clear", move || show(&without))
            .label(format!("Remove {value}"))
            .child(icon(Glyph::Close));
        span("chip-pair", "").child(open).child(clear).into()
    };
    let muscle = query.muscle.map(|muscle| muscles::about(muscle).short);
    let gear = query.gear.map(|gear| match gear {
        Gear::Mine => "My gear".to_owned(),
        Gear::These(kit) => {
            kit.things().next().map_or("No gear", |(thing, _)| equipment::name(thing)).to_owned()
        }
    });
    vec![
        chip(Chip::Muscle, "Muscle", muscle, Query { muscle: None, ..query.clone() }),
        chip(Chip::Gear, "Gear", gear.as_deref(), Query { gear: None, ..query.clone() }),
        chip(Chip::Goal, "Goal", query.goal.map(goal_name), Query { goal: None, ..query.clone() }),
        chip(Chip::Level, "Level", query.level.map(level_name), Query { level: None, ..query.clone() }),
    ]
}

/// The sheet behind a chip.
fn choices(yoke: Yoke, chip: Chip, query: &Query, opened: RwSignal<Option<Chip>>) -> El {
    let close = move || opened.set(None);
    let option = |name: &str, chosen: bool, next: Query| {
        let choose = move || {
            close();
            show(&next);
        };
        let row = button("li", choose).attr("aria-pressed", chosen.to_string()).child(span("tt", name));
        el("li").child(row.child(chosen.then(|| icon(Glyph::Check))))
    };
    let list = |options: Vec<El>| View::from(el("ul.list").children(options));
    let (title, content) = match chip {
        Chip::Goal => {
            let one = |&(goal, _): &(Goal, &str)| {
                option(goal_name(goal), query.goal == Some(goal), Query { goal: Some(goal), ..query.clone() })
            };
            ("Goal", list(GOALS.iter().map(one).collect()))
        }
        Chip::Level => {
            let one = |&(level, _): &(Level, &str)| {
                option(
                    level_name(level),
                    query.level == Some(level),
                    Query { level: Some(level), ..query.clone() },
                )
            };
            ("Level", list(LEVELS.iter().map(one).collect()))
        }
        Chip::Gear => {
            let with = |gear| Query { gear: Some(gear), ..query.clone() };
            let mut options = vec![
                option("What I have", query.gear == Some(Gear::Mine), with(Gear::Mine)),
                option(
                    "No gear",
                    query.gear == Some(Gear::These(Kit::default())),
                    with(Gear::These(Kit::default())),
                ),
            ];
            options.extend(GEAR.iter().map(|&(thing, _)| {
                let gear = Gear::These(Kit::of(&[thing]));
                option(equipment::name(thing), query.gear == Some(gear), with(gear))
            }));
            let known = yoke.settings().with_untracked(|settings| settings.gear != Kit::default());
            let hint = (!known).then(|| {
                p("cap sheet-in-pad", "Say in ")
                    .child(link_to("txl", Route::Settings).text("Settings"))
                    .text(" what you have; until then only exercises without gear count as yours.")
            });
            ("Gear", View::many([hint.into(), list(options)]))
        }
        Chip::Muscle => ("Muscle", muscle_choice(query, close, list, option)),
    };
    sheet(title, close, content)
}

/// The chart to tap on, and under it the same as a list.
fn muscle_choice(
    query: &Query,
    close: impl Fn() + Copy + 'static,
    list: impl Fn(Vec<El>) -> View,
    option: impl Fn(&str, bool, Query) -> El,
) -> View {
    let (chosen, all) = (query.muscle, query.clone());
    let pick = move |muscle: Muscle| {
        close();
        show(&Query { muscle: Some(muscle), ..all.clone() });
    };
    let chart = |side, name: &str| {
        el("div.pick").child(pick_chart(side, Crop::Trunk, chosen, pick.clone())).child(p("cap", name))
    };
    let one = |info: &muscles::Info| {
        option(info.name, chosen == Some(info.muscle), Query { muscle: Some(info.muscle), ..query.clone() })
    };
    View::many([
        el("div.pick-2").child(chart(Side::Back, "Back")).child(chart(Side::Front, "Front")).into(),
        list(muscles::ALL.iter().map(one).collect()),
    ])
}

fn nothing_found(query: Query, text: RwSignal<String>, mine: Kit) -> El {
    let filtered = Query { text: String::new(), ..query.clone() } != Query::default();
    let words = match (query.text.as_str(), filtered) {
        ("", _) if query.gear == Some(Gear::Mine) && mine == Kit::default() => {
            "Nothing matches with what you have. Say in Settings what that is.".to_owned()
        }
        ("", _) => "No exercise passes all filters.".to_owned(),
        (words, false) => format!("Nothing is called \u{201c}{words}\u{201d}."),
        (words, true) => format!("Nothing called \u{201c}{words}\u{201d} passes the filters."),
    };
    let all = move || {
        text.set(String::new());
        show(&Query::default());
    };
    el("div.empty").child(p("lead2", words)).child(button("btn line", all).text("Show all exercises"))
}

/// The name of a goal.
#[must_use]
pub const fn goal_name(goal: Goal) -> &'static str {
    match goal {
        Goal::Strength => "Strength",
        Goal::Posture => "Posture",
        Goal::Mobility => "Mobility",
        Goal::Release => "Release",
    }
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::Easy => "Easy",
        Level::Middle => "Middle",
        Level::Hard => "Hard",
    }
}

/// The address of the list for one muscle.
#[must_use]
pub fn of_muscle(muscle: Muscle) -> Route {
    Route::Exercises(search::Query { muscle: Some(muscle), ..Query::default() }.to_string())
}
