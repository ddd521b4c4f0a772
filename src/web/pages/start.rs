//! The first run: what for, with what, and the first session; three taps, and a fourth for what is sore.
//!
//! Works with `catalog::start`, which knows what follows from an answer. Invariant: each answer is kept with its tap, so that
//! whoever leaves in the middle is not asked again.

use crate::catalog;
use crate::catalog::flows::begun;
use crate::catalog::start::{AIMS, CARE, FIRST_TIME, GENTLY, SORE};
use crate::session::timeline::minutes;
use crate::training::length::Length;
use crate::web::components::figure::exercise_thumb;
use crate::web::components::frame::{Frame, go_to, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{self, El, View, button, el, heading, p, span};
use crate::web::pages::program::dose;
use crate::web::pages::settings::{all_gear, units};
use crate::web::platform::listener::Listener;
use crate::web::platform::page;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

/// Stands for no place that is sore.
const NOWHERE: usize = SORE.len();

/// The first run.
#[derive(Clone, Copy)]
struct First {
    yoke: Yoke,
    /// Which question is asked, from 0.
    step: RwSignal<usize>,
    /// Which of [`AIMS`] was chosen.
    aim: RwSignal<usize>,
    /// Which of [`SORE`] was tapped, or [`NOWHERE`].
    sore: RwSignal<usize>,
    /// Whether all of the app is there.
    whole: RwSignal<bool>,
}

/// What a tap does.
#[derive(Clone, Copy)]
enum Tap {
    Step(usize),
    Aim(usize),
    Sore(usize),
    Skip,
    Start,
}

/// The page of the first run.
pub fn start() -> View {
    let first = First {
        yoke: use_yoke(),
        step: RwSignal::new(0),
        aim: RwSignal::new(0),
        sore: RwSignal::new(NOWHERE),
        whole: RwSignal::new(page::is_whole()),
    };
    dom::keep(Box::new(Listener::on_window(page::WHOLE, move |_| first.whole.set(true))));
    let mut before = 0;
    let page = View::keyed(move || first.step.get(), move |step| first.question(step));
    dom::effect(move || {
        let now = first.step.get();
        if now != before {
            before = now;
            page::to_top();
            page::focus_heading();
        }
    });
    page
}

impl First {
    fn button(self, class: &'static str, tap: Tap) -> El {
        button(class, move || self.act(tap))
    }

    fn act(self, tap: Tap) {
        let yoke = self.yoke;
        match tap {
            Tap::Step(step) => self.step.set(step),
            Tap::Aim(nth) => {
                let aim = &AIMS[nth];
                self.aim.set(nth);
                self.sore.set(NOWHERE);
                yoke.choose(|settings| {
                    settings.program = Some(aim.program.into());
                    settings.gear = aim.gear(settings.gear);
                });
                self.step.set(1);
            }
            Tap::Sore(nth) => {
                let nth = if self.sore.get_untracked() == nth { NOWHERE } else { nth };
                let aim = &AIMS[self.aim.get_untracked()];
                self.sore.set(nth);
                yoke.choose(|settings| {
                    let flow = SORE.get(nth).filter(|_| aim.leads());
                    settings.program = Some(flow.map_or(aim.program, |sore| sore.flow).into());
                    if !aim.leads() {
                        settings.warm_up = nth < NOWHERE;
                    }
                });
            }
            Tap::Skip => {
                yoke.choose(|_| {});
                yoke.replace(Route::Today);
            }
            Tap::Start => {
                if let Some(program) = yoke.program() {
                    yoke.begin(&program, yoke.next_day(&program), Length::Written);
                }
                go_to(Route::Workout);
            }
        }
    }

    fn question(self, step: usize) -> View {
        let back = move || self.button("ib", Tap::Step(step - 1)).label("Back").child(icon(Glyph::Left));
        let lead = match step {
            0 => el("div.brand").child(icon(Glyph::Today)).child(p("rowt", "Yoke")),
            _ => back(),
        };
        let bar = el("div.bar")
            .child(lead)
            .child(self.button("link", Tap::Skip).label("Skip the first steps").text("Skip"));
        let progress = el("div.progress")
            .role("img")
            .label(["Step ", &(step + 1).to_string(), " of 3"].concat())
            .children((0..3).map(|nth| el(if nth <= step { "i.on" } else { "i" })));
        let frame = Frame::new(View::many([bar.into(), progress.into()])).class("first");
        match step {
            0 => frame
                .child(heading("h1", "What brings you here?"))
                .children((0..AIMS.len()).map(|nth| self.card(nth)))
                .child(p("cap", "No account. Everything stays on this phone."))
                .child(link_to("btn quiet", Route::Data).text("I have a backup")),
            1 => frame
                .child(heading("h1", "What can you use?"))
                .child(p("cap", "Walls, doors, chairs and floors count anyway."))
                .child(all_gear(self.yoke))
                .deck(self.button("btn pri xl", Tap::Step(2)).text("Next")),
            _ => frame
                .child(heading("h1", "Ready when you are"))
                .child(units(self.yoke))
                .child(section("Stiff or sore?"))
                .child(el("div.chips wrap").children((0..NOWHERE).map(|nth| self.place(nth))))
                .child(p("cap", "").role("status").text_fn(move || self.care()))
                .child(View::dynamic(move || self.plan()))
                .deck(self.button("btn pri xl", Tap::Start).child(icon(Glyph::Play)).text("Start")),
        }
        .build()
    }

    fn card(self, nth: usize) -> El {
        let aim = &AIMS[nth];
        self.button("goal", Tap::Aim(nth))
            .child(el("span").child(span("h3", aim.name)).child(span("ss", aim.line)))
            // Figures come with the rest of the app, after the words.
            .child(View::dynamic(move || self.whole.get().then(|| exercise_thumb(aim.picture)).into()))
    }

    fn place(self, nth: usize) -> El {
        self.button("chip", Tap::Sore(nth))
            .state("aria-pressed", move || self.sore.get() == nth)
            .text(SORE[nth].name)
    }

    /// What is different for who has tapped what is sore.
    fn care(self) -> String {
        let aim = &AIMS[self.aim.get()];
        let Some(sore) = SORE.get(self.sore.get()) else { return String::new() };
        [if aim.leads() { sore.line } else { GENTLY }, " ", CARE].concat()
    }

    /// The first session.
    fn plan(self) -> View {
        let aim = &AIMS[self.aim.get()];
        let Some(program) = self.yoke.program() else { return View::none() };
        let Some(day) = program.days.first() else { return View::none() };
        let items = begun(day, self.yoke.settings().with(|settings| settings.warm_up), Length::Written);
        let mut list = el("ul.list");
        for item in &items {
            let row = el("li.li tall")
                .child(span("thumb", "").child(exercise_thumb(item.exercise.as_str())))
                .child(span("tt", catalog::name_of(&item.exercise)))
                .child(span("dose", dose(item)));
            list = list.child(row);
        }
        let about = ["about ", &minutes(&items).to_string(), " min"].concat();
        View::many([
            section(&day.name).child(span("cap dim", about)).into(),
            list.into(),
            (!aim.leads()).then(|| p("cap", FIRST_TIME)).into(),
        ])
    }
}
