//! What is here as a whole: saved to a file, brought in from one, deleted.

use std::rc::Rc;

use crate::exchange::backup::{self, Backup, MOST_BYTES};
use crate::exchange::copies::Copy;
use crate::exchange::merge::{self, Mode};
use crate::store::Texts;
use crate::training::time::day_and_time;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::notice::notice;
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, keep, p, span};
use crate::web::platform::listener::Listener;
use crate::web::platform::{clock, file, journal};
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

/// The text of a file that was chosen.
type Chosen = RwSignal<Option<String>>;

/// The page. A file that was chosen is looked at before anything changes.
pub fn data() -> View {
    let yoke = use_yoke();
    let chosen = Chosen::new(None);
    keep(Box::new([
        Listener::on_window(file::CHOSEN, move |_| chosen.set(Some(file::chosen()))),
        Listener::on_window(journal::COPY, move |_| chosen.set(journal::recalled())),
    ]));
    let look = move || match chosen.with(|text| text.as_deref().map(backup::read)) {
        None => View::none(),
        Some(Ok(file)) => {
            sheet("What is in it", move || chosen.set(None), preview(yoke, Rc::new(file), chosen)).into()
        }
        Some(Err(why)) => {
            let close = Box::new(move || chosen.set(None));
            notice(true, "This file cannot be brought in", why.text(), None, ("Close", close)).into()
        }
    };
    let here = move || {
        // Whatever changes all of this changes the history with it, and what is set aside of long ago comes later.
        yoke.lacks(true);
        yoke.history().with(|_| ());
        let lines = merge::inventory(&yoke.texts());
        let lines = if lines.is_empty() { vec!["Nothing yet.".to_owned()] } else { lines };
        let aside = yoke.aside();
        View::many([
            View::many(lines.into_iter().map(|line| p("rowt", line).into())),
            (!aside.is_empty()).then(|| unread(aside)).into(),
        ])
    };
    let bring = button("btn line", || file::ask(MOST_BYTES as u32 + 1)).child(icon(Glyph::Hard));
    Frame::new(back_bar(&Route::Settings, Route::Data.title()))
        .child(heading("vh", Route::Data.title()))
        .child(View::dynamic(look))
        .child(p(
            "body2",
            "Everything you log is on this phone and nowhere else. A backup is one file with all of it.",
        ))
        .child(
            el("div.acts")
                .child(backup_button(yoke, "btn pri", false, "Save a backup"))
                .child(file::can_share().then(|| backup_button(yoke, "btn line", true, "Share a backup")))
                .child(bring.text("Bring in a backup")),
        )
        .child(section("On this phone"))
        .child(el("div.points").dynamic(here))
        .child(section("Copies of earlier days"))
        .child(p(
            "body2",
            "Made on the first start of a day; the last 14 stay. They help after a mistake. If the browser clears its data, \
             only a backup does.",
        ))
        .child(el("ul.list").dynamic(move || View::many(yoke.copies().with(|names| copies(names)))))
        .child(section("Delete"))
        .child(danger(
            yoke,
            "Delete everything",
            "All workouts, exercises, timers, programs and settings on this phone go, and the copies of earlier days.",
            2,
            Rc::new(move || yoke.delete_everything()),
        ))
        .build()
}

/// A button that hands out a backup.
fn backup_button(yoke: Yoke, class: &'static str, share: bool, label: &str) -> El {
    let tapped = move || {
        let (name, text) =
            (backup::name(yoke.day_untracked()), backup::write(clock::now().wall, &yoke.texts()));
        file::hand_out(share, &name, "json", &text);
        yoke.backed_up();
    };
    button(class, tapped).child(icon(if share { Glyph::Share } else { Glyph::Easy })).text(label)
}

/// The copies, newest first.
fn copies(names: &[String]) -> Vec<View> {
    let row = |name: &String| {
        let copy = Copy::read(name)?;
        let name = name.clone();
        let words = el("span")
            .child(span("tt", day_and_time(copy.at, clock::utc_offset())))
            .child(span("ss", copy.content()));
        let row = button("li", move || journal::recall(&name)).child(words).child(icon(Glyph::Right));
        Some(el("li").child(row).into())
    };
    names.iter().rev().filter_map(row).collect()
}

/// What could not be read, for whoever can.
fn unread(aside: Texts) -> View {
    let count = aside.len();
    let save = move || {
        let text: String = aside.iter().flat_map(|(key, text)| [key, "\n", text, "\n\n"]).collect();
        file::hand_out(false, "yoke-unread", "txt", &text);
    };
    View::many([
        p("rowt wrn", format!("Could not be read, and set aside unchanged: {count}")).into(),
        button("btn line", save).text("Save these as they are").into(),
    ])
}

/// What is in a file beside what is here, and what can be done with it.
fn preview(yoke: Yoke, file: Rc<Backup>, chosen: Chosen) -> View {
    let made = file
        .made
        .map_or_else(String::new, |at| format!("Made on {}. ", day_and_time(at, clock::utc_offset())));
    let mut list = el("div.points").child(p("body2", made + "Nothing is changed yet."));
    for line in merge::compare(&yoke.texts(), &file.texts).lines() {
        list = list.child(p("rowt", line));
    }
    let out = file.refused + file.missing;
    if out > 0 {
        list = list.child(p("rowt wrn", format!("Damaged or missing, left out: {out}")));
    }
    for refused in &file.listed {
        list = list.child(p("cap path", refused));
    }
    let take = move |mode| {
        yoke.take_in(mode, &file.texts);
        chosen.set(None);
    };
    let merge = take.clone();
    list.child(p(
        "cap",
        "Merge adds what is new and takes the later of two edits. Settings and an open workout stay.",
    ))
    .child(button("btn pri xl", move || merge(Mode::Merge)).text("Merge"))
    .child(danger(
        yoke,
        "Replace everything",
        "All that is here becomes as in the file, the settings too. What is only here goes.",
        1,
        Rc::new(move || take(Mode::Replace)),
    ))
    .into()
}

/// A button after which all that is here is gone or another. It asks so many times and offers a backup; while a workout is
/// open, it says why it is not there.
fn danger(yoke: Yoke, name: &'static str, text: &'static str, questions: usize, done: Rc<dyn Fn()>) -> View {
    let asked = RwSignal::new(0);
    let explain = move || {
        let words = || {
            View::many([
                p("body2", text).role("alert").into(),
                backup_button(yoke, "btn line", false, "Save a backup first").into(),
            ])
        };
        View::from((asked.get() > 0).then(words))
    };
    View::dynamic(move || {
        if yoke.session().with(Option::is_some) {
            let text = "A workout is open. Finish or discard it to replace or delete everything.";
            return p("body2", text).into();
        }
        let done = done.clone();
        let tapped = move || {
            asked.update(|asked| *asked += 1);
            if asked.get_untracked() > questions {
                asked.set(0);
                done();
            }
        };
        let label = move || [["", "Yes: ", "Really: "][asked.get().min(2)], name].concat();
        el("div.acts").dynamic(explain).child(button("btn line danger", tapped).text_fn(label)).into()
    })
}
