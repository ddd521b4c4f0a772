//! The app: state, routes, notes.

use super::components::notice::{notice, plain};
use super::dom::{self, El, View, button, el, link};
use super::pages;
use super::platform::{dialog, page, service_worker};
use super::routes::Route;
use super::state::{Note, NoteKind, Yoke, use_yoke};

/// Mounts the app in place of the frame that stood in for it.
pub fn mount() {
    // Leptos owns the reactive tree; the elements in it are ours.
    leptos::mount::mount_to_body(|| dom::mount(app()));
    page::remove_boot_frame();
}

fn app() -> View {
    let yoke = use_yoke();
    let route = yoke.route();
    let skip = link("skip", "#main").text("Skip to content").on("click", |event| {
        // The router owns the address, so this link moves the focus itself.
        event.prevent_default();
        page::focus_heading();
    });
    // A new element each time, so that its animation runs anew.
    let flash = View::keyed(
        move || yoke.flashes().get(),
        |count| (count > 0).then(|| el("div.flash").unspoken()).into(),
    );
    let page =
        View::many([skip.into(), notes(yoke), flash, View::keyed(move || route.with(Route::screen), screen)]);
    let mut before = None;
    dom::effect(move || {
        let now = route.with(Route::screen);
        page::set_title(now.title(), yoke.reminds().get());
        if before.as_ref() != Some(&now) {
            page::arrive();
            before = Some(now);
        }
    });
    page
}

fn screen(route: Route) -> View {
    match route {
        Route::Today => {
            let yoke = use_yoke();
            if yoke.is_fresh() {
                yoke.replace(Route::Start);
                return View::none();
            }
            // At midnight the page is another day's; and what comes next may go by what was done long ago.
            let next = move || yoke.program().map(|program| yoke.next_day(&program));
            View::keyed(move || (yoke.today(), next()), |_| pages::today::today())
        }
        Route::Start => pages::start::start(),
        Route::Programs => pages::programs::programs(),
        Route::Program(id) => pages::program::program(&id),
        Route::ProgramLink(code) => pages::program::shared(&code),
        Route::Edit(id) => pages::editor::editor(&id),
        Route::Exercises(_) => pages::exercises::exercises(),
        Route::Exercise(id) => pages::exercise::exercise(&id),
        Route::Mirror(id) => pages::mirror::mirror(&id),
        Route::Own(id) => pages::own::own(&id),
        Route::OwnEdit(id) => pages::own::form(Some(&id)),
        Route::OwnNew => pages::own::form(None),
        Route::Muscle(id) => pages::learn::muscle(&id),
        Route::Learn(id) => pages::learn::learn(&id),
        Route::Timers(code) => pages::timers::timers(&code),
        Route::Break => {
            let yoke = use_yoke();
            yoke.begin_break();
            yoke.replace(Route::Workout);
            View::none()
        }
        Route::Workout => pages::workout::workout(),
        Route::Progress => pages::progress::progress(),
        Route::Test(id) => pages::measure::test(&id),
        Route::History => pages::history::history(),
        Route::Past(id) => pages::past::past(&id),
        Route::PastEdit(id) => pages::past::edit::edit(&id),
        Route::Settings => pages::settings::settings(),
        Route::Sound => pages::sound::sound(),
        Route::Reminders => pages::reminders::reminders(),
        Route::Weights => pages::weights::weights(),
        Route::Data => pages::data::data(),
        Route::Import => pages::import::import(),
        Route::Unknown(path) => pages::unknown::unknown(&path),
    }
}

fn notes(yoke: Yoke) -> View {
    let notes = yoke.notes();
    el("div.notes")
        .child(View::keyed(
            move || yoke.reminds().get(),
            move |due| due.then(|| pages::reminders::line(yoke)).into(),
        ))
        .child(View::keyed(move || yoke.updates(), move |waits| waits.then(|| update(yoke)).into()))
        .dynamic(move || {
            View::many(notes.get().into_iter().map(|note| {
                if note.kind == NoteKind::Follows {
                    dialog::say_in_open(|| follows(yoke, &note).into_element());
                    return follows(yoke, &note).into();
                }
                let undo = note.undo.clone();
                let (kind, title, text) = (note.kind, note.title, note.text.clone());
                let close = move || {
                    yoke.dismiss(&note);
                    page::rest_on_heading();
                };
                notice(kind == NoteKind::Warn, title, &text, undo, ("Close", Box::new(close))).into()
            }))
        })
        .into()
}

/// Another page writes.
fn follows(yoke: Yoke, note: &Note) -> El {
    notice(false, note.title, &note.text, None, ("Use it here", Box::new(move || yoke.use_here())))
}

/// A new version waits.
fn update(yoke: Yoke) -> El {
    let acts = el("div.na")
        .child(button("link", service_worker::update).text("Update now"))
        .child(button("link", move || yoke.put_off_update()).text("Later"));
    plain("Update ready", "Takes a second, keeps all data.", acts)
}
