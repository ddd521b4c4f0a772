//! Form check: the camera as a mirror, live or some seconds late, so that one sees the set just done.
//!
//! Works with `platform/camera.js`, which asks for the camera only on a tap and lets go of it with the page. Invariant: without
//! a camera the figure stands here, with a clear word why.

use crate::catalog;
use crate::web::components::frame::{Frame, back_bar};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{View, at_end, button, el, heading, keep, p};
use crate::web::pages::exercise::picture;
use crate::web::pages::unknown::unknown;
use crate::web::platform::camera::{self, camera_late, camera_off, camera_on, camera_state};
use crate::web::platform::listener::Listener;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;

/// How the camera stands when it shows a picture; see [`camera_state`].
const ON: usize = 1;
/// How many seconds late the picture can be.
const LATE: [(usize, &str); 4] = [(0, "Live"), (3, "3 s"), (5, "5 s"), (10, "10 s")];

/// The page, for the exercise of this id.
pub fn mirror(id: &str) -> View {
    let Some(exercise) = catalog::find(id) else { return unknown(&["exercises/", id].concat()) };
    let state = RwSignal::new(0);
    let late = RwSignal::new(0);
    let grid = RwSignal::new(false);
    let front = RwSignal::new(true);
    keep(Box::new(Listener::on_window(camera::CHANGED, move |_| state.set(camera_state()))));
    camera_late(0);
    at_end(camera_off);
    let seen = move || -> View {
        let mut seg = el("div.seg").role("group").label("How late");
        for (seconds, name) in LATE {
            let tapped = move || {
                late.set(seconds);
                camera_late(seconds);
            };
            seg =
                seg.child(button("", tapped).state("aria-pressed", move || late.get() == seconds).text(name));
        }
        let lines = button("chip", move || grid.update(|grid| *grid = !*grid))
            .state("aria-pressed", move || grid.get())
            .text("Grid");
        let other = button("chip", move || {
            front.update(|front| *front = !*front);
            camera_on(front.get_untracked());
        });
        let picture = el("div.cam")
            .class_if("lines", move || grid.get())
            .class_if("front", move || front.get())
            .child(el("canvas").role("img").label("You, in the camera"));
        let switches = el("div.chips").child(lines).child(other.text("Other camera"));
        View::many([picture.into(), seg.into(), switches.into()])
    };
    let without = move |state| -> View {
        let why = match state {
            0 => "Do a rep, look up, see it. Nothing is stored, and nothing leaves the phone.",
            2 => {
                "The camera was refused. Allow it in the browser's settings for this page. A mirror does the same job."
            }
            3 => "There is no camera that the browser can use. A mirror does the same job.",
            _ => "Another app has the camera. Close that one and try again.",
        };
        View::many([picture(exercise), p("lead2 hint", why).role("status").into()])
    };
    let deck = View::keyed(
        move || state.get(),
        move |state| {
            match state {
                ON => button("btn line", camera_off).text("Stop the camera"),
                _ => button("btn pri xl", move || camera_on(front.get_untracked()))
                    .child(icon(Glyph::Play))
                    .text(if state == 0 { "Start the camera" } else { "Try again" }),
            }
            .into()
        },
    );
    Frame::new(back_bar(&Route::Exercise(id.to_owned()), "Form check"))
        .child(heading("vh", exercise.name))
        .child(View::keyed(
            move || state.get(),
            move |state| if state == ON { seen() } else { without(state) },
        ))
        .deck(deck)
        .build()
}
