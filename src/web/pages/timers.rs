//! Interval timers: one is built, saved, shared, started.

pub mod bars;
mod desk;
pub mod slot;

use self::bars::bars;
use self::desk::{Desk, Entry, Said, desk};
use self::slot::Slot;
use crate::session::interval::{LONGEST_NAME, MOST_WORK, link as links, presets, tidy_name};
use crate::session::{IntervalTimer, Tone};
use crate::training::time::clock_up;
use crate::web::components::frame::{Frame, Tab, go_to, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::sheet::{link_sheet, sheet};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{self, El, View, button, el, heading, p, span};
use crate::web::platform::page;
use crate::web::platform::share::{self, Shared};
use crate::web::routes::Route;
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// The id of the field that asks for the name of a timer that is to be saved.
const NEW_NAME: &str = "new-name";

/// The page of interval timers; `code` is what a link carries.
pub fn timers(code: &str) -> View {
    let yoke = use_yoke();
    let desk = desk();
    follow_link(yoke, desk, code);
    dom::effect(move || desk.read());
    let naming = RwSignal::new(false);
    let sharing = RwSignal::new(None::<String>);
    let faulty = move || desk.fault.with(Option::is_some).then(String::new);
    let save = move || match desk.id.get_untracked() {
        Some(id) => drop(yoke.keep_timer(Some(id), desk.timer())),
        None => naming.set(true),
    };
    let saved = move || desk.id.with(Option::is_some) && desk.is_kept(yoke);
    let bar = el("div.bar lead").child(heading("h2", "Timers")).child(
        span("bx", "")
            .child(
                button("ib", move || hand_on(desk, sharing))
                    .label("Share link")
                    .attr_fn("disabled", faulty)
                    .child(icon(Glyph::Share)),
            )
            .child(
                button("chip", save)
                    .attr_fn("disabled", faulty)
                    .text_fn(move || if saved() { "Saved" } else { "Save" }.to_owned()),
            ),
    );
    let asked = move || match (naming.get(), sharing.get()) {
        (true, _) => name_sheet(yoke, desk, naming).into(),
        (_, Some(url)) => link_sheet("Link to this timer", &url, move || sharing.set(None)).into(),
        _ => View::none(),
    };
    let fold = el("details.more")
        .child(el("summary").child(span("rowt", "More")).child(icon(Glyph::Down)))
        .child(counter(desk, Slot::Sets, ""))
        .child(counter(desk, Slot::SetRest, "r"))
        .child(counter(desk, Slot::CoolDown, "c"))
        .child(sides(desk))
        .child(choice("Tone of the rest", desk.rest_tone))
        .child(View::keyed(move || desk.count.get(), move |count| works(desk, count)))
        .child(section("This timer"))
        .child(name_field("Name of the timer", "timer-name", desk.name, ""))
        .dynamic(move || {
            let id = desk.id.get()?;
            Some(button("btn line danger", move || delete(yoke, desk, &id)).text("Delete this timer"))
        });
    Frame::new(bar)
        .class("timers")
        .tab(Tab::Timers)
        .deck(deck(yoke, desk))
        .child(View::dynamic(move || desk.said.get().map(|said| notice(yoke, desk, said)).into()))
        .child(chips(yoke, desk))
        .child(View::keyed(move || desk.count.get(), move |_| counter(desk, Slot::Work(0), "w").into()))
        .child(counter(desk, Slot::Rest, "r"))
        .child(counter(desk, Slot::Rounds, ""))
        .child(counter(desk, Slot::Prepare, ""))
        .child(View::dynamic(move || desk.draft.with(bars).into()))
        .child(p("cap", "").text_fn(move || desk.draft.with(IntervalTimer::summary)))
        .child(fold)
        .child(View::dynamic(asked))
        .build()
}

/// Takes up a timer that ran, unless another one is being built: after a reload it stands nowhere else.
pub fn take_up(yoke: Yoke, timer: &IntervalTimer) {
    let desk = desk();
    if untrack(|| desk.is_kept(yoke) && desk.timer() != *timer) {
        let id = yoke
            .timers()
            .with_untracked(|all| all.iter().find(|(_, saved)| saved == timer).map(|(id, _)| id.clone()));
        desk.lay(id, timer);
    }
}

/// Puts the timer of a link into the fields, once; a link that cannot be read changes nothing.
fn follow_link(yoke: Yoke, desk: &Desk, code: &str) {
    if code.is_empty() || desk.opened.with_untracked(|opened| opened == code) {
        return;
    }
    desk.opened.set(code.to_owned());
    let said = |warn, title: &str, text| Said { warn, title: title.to_owned(), text, back: None };
    match links::decode(code) {
        Ok(timer) => {
            let text = format!("{}: {}.", timer.title(), timer.summary());
            desk.open(yoke, None, &timer, Some(said(false, "A timer from a link", text)));
        }
        Err(error) => {
            let text = format!("{error} Your own timers are here, unchanged.");
            desk.said.set(Some(said(true, "This link does not open", text)));
        }
    }
}

fn notice(yoke: Yoke, desk: &'static Desk, said: Said) -> El {
    let (class, role, glyph) =
        if said.warn { ("ntc w", "alert", Glyph::Warn) } else { ("ntc", "status", Glyph::Info) };
    let close = move || desk.said.set(None);
    let back = said.back.map(|back| {
        let label = back.label;
        button("link", move || {
            let id = if back.keep {
                Some(yoke.keep_timer(back.id.clone(), back.timer.clone()))
            } else {
                back.id.clone()
            };
            desk.lay(id, &back.timer);
            close();
        })
        .text(label)
    });
    el("div")
        .class(class)
        .attr("role", role)
        .child(icon(glyph))
        .child(el("b").text(said.title))
        .child(p("", said.text))
        .child(el("div.na").child(back).child(button("link", close).text("Close")))
}

/// What there is to begin with: saved timers, then those that the app brings along.
fn chips(yoke: Yoke, desk: &'static Desk) -> El {
    let chip = move |id: Option<String>, timer: IntervalTimer| {
        let (name, saved) = (timer.title().to_owned(), id.is_some());
        let (own, this) = (id.clone(), timer.clone());
        let pressed = move || desk.id.with(|now| *now == own) && (own.is_some() || desk.timer() == this);
        button(if saved { "chip kept" } else { "chip" }, move || desk.open(yoke, id.clone(), &timer, None))
            .state("aria-pressed", pressed)
            .text(name)
            .child(saved.then(|| span("vh", ", saved")))
    };
    let saved = move || {
        let chips = yoke.timers().get().into_iter().map(|(id, timer)| chip(Some(id), timer).into());
        View::many(chips)
    };
    el("div.chips")
        .role("group")
        .label("Timers to begin with")
        .dynamic(saved)
        .children(presets().into_iter().map(|timer| chip(None, timer)))
}

/// A number between minus and plus, to be typed as well.
fn counter(desk: &'static Desk, slot: Slot, hue: &'static str) -> El {
    let label = untrack(|| desk.label(slot));
    let entry = desk.entry(slot);
    let words = Words { id: slot.id(), label: label.clone(), unit: label.clone(), step: label };
    stepper(&words, entry.text, entry.error, move |by| desk.step(slot, by))
        .class(format!("step iv {hue}"))
        .on("change", move |_| desk.tidy(slot))
}

fn sides(desk: &'static Desk) -> El {
    button("set-row", move || desk.sided.update(|sided| *sided = !*sided))
        .role("switch")
        .state("aria-checked", move || desk.sided.get())
        .label("Left and right")
        .child(icon(Glyph::Swap))
        .child(
            span("", "")
                .child(span("tt", "Left and right"))
                .child(span("ss", "All rounds left, 5 s to switch, then all rounds right")),
        )
        .child(span("sw", "").unspoken())
}

fn choice(label: &str, chosen: RwSignal<String>) -> El {
    let options = Tone::ALL.map(|tone| el("option").text(tone.label()));
    el("label.form-row").child(span("rowt", label)).child(
        el("select")
            .children(options)
            .bind(chosen)
            .on("change", move |event| chosen.set(dom::value_of(&event))),
    )
}

/// The work intervals of a round, one after the other. The length of the first stands at the top of the page.
fn works(desk: &'static Desk, count: usize) -> View {
    let work = |nth: usize| {
        let row = desk.rows[nth];
        let name = if count == 1 { "Work".to_owned() } else { format!("Work {}", nth + 1) };
        let remove = (count > 1).then(|| {
            button("link", move || {
                desk.remove_work(nth);
                page::focus("add-work");
            })
            .label(format!("Remove {name}"))
            .text("Remove")
        });
        let id = format!("work-name-{nth}");
        View::many([
            section(&name).child(remove).into(),
            (nth > 0).then(|| counter(desk, Slot::Work(nth), "w")).into(),
            name_field(&format!("Name of {name}"), &id, row.name, "such as Band pull-apart").into(),
            choice(&format!("Tone of {name}"), row.tone).into(),
        ])
    };
    let add = if count < MOST_WORK {
        button("btn line", move || desk.add_work()).child(icon(Glyph::Plus)).text("Add a work interval")
    } else {
        button("btn line", || {}).attr("disabled", "").text("12 work intervals are the most")
    };
    View::many((0..count).map(work).chain([add.attr("id", "add-work").into()]))
}

fn name_field(label: &str, id: &str, entry: Entry, hint: &str) -> El {
    let asked = (id == NEW_NAME).then_some("");
    let error_id = format!("{id}-error");
    let input = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("maxlength", "80")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("placeholder", hint)
        .attr_maybe("autofocus", asked)
        .attr("aria-describedby", &error_id)
        .state("aria-invalid", move || entry.error.with(Option::is_some))
        .bind(entry.text);
    el("div.form-row")
        .child(el("label.rowt").attr("for", id).text(label))
        .child(span("field", "").child(input))
        .child(
            p("err", "")
                .attr("id", error_id)
                .role("alert")
                .text_fn(move || entry.error.get().unwrap_or_default()),
        )
}

/// How long it takes, and *Start*; while a workout is open, the way to it.
fn deck(yoke: Yoke, desk: &'static Desk) -> View {
    let total = el("div.total").child(span("rowt", "Total")).child(span("v", "").text_fn(move || {
        match desk.fault.get() {
            Some(_) => "\u{2013}".to_owned(),
            None => clock_up(desk.draft.with(|timer| timer.total().millis())),
        }
    }));
    let fault = p("err", "").role("alert").text_fn(move || desk.fault.get().unwrap_or_default());
    let start = move || {
        yoke.begin_timer(desk.timer());
        go_to(Route::Workout);
    };
    let open =
        move || yoke.session().with(|session| session.as_ref().map(|session| session.plan().timer.is_some()));
    let go = move |open: Option<bool>| match open {
        None => button("btn pri xl", start)
            .attr_fn("disabled", move || desk.fault.with(Option::is_some).then(String::new))
            .child(icon(Glyph::Play))
            .text("Start")
            .into(),
        Some(timer) => View::many([
            p("cap", if timer { "A timer is open." } else { "A workout is open." }).into(),
            link_to("btn line", Route::Workout)
                .text(if timer { "Go to the timer" } else { "Go to the workout" })
                .into(),
        ]),
    };
    View::many([total.into(), fault.into(), View::keyed(open, go)])
}

fn delete(yoke: Yoke, desk: &Desk, id: &str) {
    let Some(timer) = yoke.drop_timer(id) else { return };
    let title = format!("{} is deleted", timer.title());
    let back = desk::Back { label: "Undo", id: Some(id.to_owned()), timer, keep: true };
    let text = "What stands in the fields is still here.".to_owned();
    desk.id.set(None);
    desk.said.set(Some(Said { warn: false, title, text, back: Some(back) }));
    page::focus_heading();
}

fn name_sheet(yoke: Yoke, desk: &'static Desk, naming: RwSignal<bool>) -> El {
    let entry = Entry { text: RwSignal::new(desk.timer().name), error: RwSignal::new(None) };
    let save = move || {
        let name = tidy_name(&entry.text.get_untracked());
        let wrong = match name.chars().count() {
            0 => "Give it a name first.".to_owned(),
            1..=LONGEST_NAME => String::new(),
            _ => format!("{LONGEST_NAME} letters are the most."),
        };
        if wrong.is_empty() {
            let timer = IntervalTimer { name: name.clone(), ..desk.timer() };
            desk.name.text.set(name);
            desk.id.set(Some(yoke.keep_timer(None, timer)));
            naming.set(false);
        } else {
            entry.error.set(Some(wrong));
            page::focus(NEW_NAME);
        }
    };
    let content = View::many([
        name_field("Name", NEW_NAME, entry, "").into(),
        button("btn pri xl", save).child(icon(Glyph::Check)).text("Save").into(),
    ]);
    sheet("Save this timer", move || naming.set(false), content)
}

fn hand_on(desk: &Desk, sharing: RwSignal<Option<String>>) {
    let said = desk.said;
    let Ok(code) = links::encode(&desk.timer()) else { return };
    let url = share::address(&Route::Timers(code).href());
    let shown = url.clone();
    share::share(&url, move |shared| match shared {
        Shared::Taken => {}
        Shared::Copied => said.set(Some(Said {
            warn: false,
            title: "Link copied".to_owned(),
            text: "It carries the whole timer. Paste it wherever you like.".to_owned(),
            back: None,
        })),
        Shared::Shown => sharing.set(Some(shown.clone())),
    });
}
