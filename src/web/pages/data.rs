//! What is here as a whole: saved to a file, brought in from one, deleted.

use std::rc::Rc;

use crate::exchange::backup::{self, Backup, MOST_BYTES};
use crate::exchange::merge::{self, Mode};
use crate::training::time::Day;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::notice::{Look, notice};
use crate::web::components::sheet::sheet;
use crate::web::dom::{El, View, button, el, heading, p};
use crate::web::platform::clock;
use crate::web::platform::file::{self, Way};
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

const TITLE: &str = Route::Data.title();

/// The text of a file that was chosen.
type Chosen = RwSignal<Option<String>>;

/// The page. A file that was chosen is looked at before anything changes.
pub fn data() -> View {
    let yoke = use_yoke();
    let chosen = Chosen::new(None);
    let close = move || chosen.set(None);
    let field = file::field(MOST_BYTES as i32 + 1, move |text| chosen.set(Some(text)));
    let input = field.clone();
    let look = move || match chosen.with(|text| text.as_deref().map(backup::read)) {
        None => View::none(),
        Some(Ok(file)) => sheet("In this file", close, preview(yoke, Rc::new(file), chosen)).into(),
        Some(Err(why)) => {
            notice(Look::Warn, "This file cannot be brought in", why.text(), View::none(), close).into()
        }
    };
    let here = move || {
        let count = yoke.history().with(Vec::len);
        format!("Workouts on this phone, and nowhere else: {count}. A backup is one file with everything.")
    };
    Frame::new(back_bar(&Route::Settings, TITLE))
        .child(heading("vh", TITLE))
        .child(View::dynamic(look))
        .child(p("lead2", "").text_fn(here))
        .child(
            el("div.acts")
                .child(backup_button(yoke, "btn pri", Way::Save, "Save a backup"))
                .child(
                    file::can_share().then(|| backup_button(yoke, "btn line", Way::Share, "Share a backup")),
                )
                .child(field)
                .child(button("btn line", move || input.click()).text("Bring in a backup")),
        )
        .child(section("Delete"))
        .child(danger(
            yoke,
            "Delete everything",
            "All workouts, exercises, timers, programs and settings on this phone go.",
            2,
            Rc::new(move || yoke.delete_everything()),
        ))
        .build()
}

/// A button that hands out a backup.
fn backup_button(yoke: Yoke, class: &'static str, way: Way, label: &str) -> El {
    let tapped = move || {
        file::hand_out(
            way,
            backup::name(yoke.day_untracked()),
            backup::write(clock::now().wall, &yoke.texts()),
        );
    };
    button(class, tapped).child(icon(if way == Way::Share { Glyph::Share } else { Glyph::Easy })).text(label)
}

/// What is in a file beside what is here, and what can be done with it.
fn preview(yoke: Yoke, file: Rc<Backup>, chosen: Chosen) -> View {
    let made = file
        .made
        .map_or_else(String::new, |made| format!("Made on {}. ", Day::local(made, clock::utc_offset())));
    let mut list = el("div.points").child(p("body2", made + "Nothing is changed yet."));
    for line in merge::compare(&yoke.texts(), &file.texts).lines() {
        list = list.child(p("rowt", line));
    }
    let out = file.refused + file.missing;
    if out > 0 {
        list = list.child(p("rowt wrn", format!("{out} damaged or missing, left out")));
    }
    for refused in &file.listed {
        list = list.child(p("cap path", refused.to_string()));
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
        (asked.get() > 0).then(|| {
            let text = p("body2", text).attr("role", "alert");
            View::many([
                text.into(),
                backup_button(yoke, "btn line", Way::Save, "Save a backup first").into(),
            ])
        })
    };
    View::dynamic(move || {
        if yoke.session().with(Option::is_some) {
            return p("body2", "A workout is open. Finish or discard it to replace or delete everything.")
                .into();
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
