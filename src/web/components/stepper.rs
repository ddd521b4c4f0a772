//! A number with a minus and a plus: tap for one step, hold to repeat, tap the number to type.

use std::rc::Rc;

use crate::web::signal::{RwSignal, StoredValue};
use gloo_timers::callback::{Interval, Timeout};

use super::icon::{Glyph, icon};
use crate::web::dom::{El, el, p, span};
use crate::web::platform::pointer;

/// Holding begins to repeat after so many milliseconds.
const HOLD_MILLIS: u32 = 400;
/// And then repeats each so many milliseconds.
const REPEAT_MILLIS: u32 = 125;

/// What a stepper says.
#[derive(Debug)]
pub struct Words {
    /// Id of the field; unique on the page.
    pub id: &'static str,
    /// What is counted, for screen readers: `Weight in kg`.
    pub label: String,
    /// The unit behind the number.
    pub unit: String,
    /// One step in words: `2.5 kg`.
    pub step: String,
}

/// A stepper over `text`, with what is wrong with it beside it. `stepped` hears 1 or -1.
pub fn stepper(
    words: &Words,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    stepped: impl Fn(i32) + 'static,
) -> El {
    boxed(words, text, error, Rc::new(stepped))
}

fn boxed(
    words: &Words,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    stepped: Rc<dyn Fn(i32)>,
) -> El {
    let less = Rc::clone(&stepped);
    let error_id = format!("{}-error", words.id);
    let chars = move || text.with(|text| text.chars().count().clamp(1, 6).to_string());
    let input = el("input.num")
        .attr("id", words.id)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("maxlength", "8")
        .attr("placeholder", "\u{2013}")
        .label(&words.label)
        .attr("aria-describedby", &error_id)
        .state("aria-invalid", move || error.with(Option::is_some))
        .style_fn("--chars", chars)
        .bind(text)
        .on("focus", |event| pointer::select_all(&event));
    el("div.step")
        .role("group")
        .label(&words.label)
        .child(el("div.r").child(input).child(span("unit", &words.unit).unspoken()))
        .child(step_button(Glyph::Minus, format!("{} less", words.step), Rc::new(move || less(-1))))
        .child(step_button(Glyph::Plus, format!("{} more", words.step), Rc::new(move || stepped(1))))
        .child(
            p("err", "").attr("id", error_id).role("alert").text_fn(move || error.get().unwrap_or_default()),
        )
}

fn step_button(glyph: Glyph, label: String, stepped: Rc<dyn Fn()>) -> El {
    let waiting = StoredValue::new(None::<Timeout>);
    let repeating = StoredValue::new(None::<Interval>);
    let held = Rc::clone(&stepped);
    let down = move |event| {
        if !pointer::is_main(&event) {
            return;
        }
        held();
        let held = Rc::clone(&held);
        let repeat = move || {
            repeating.set_value(Some(Interval::new(REPEAT_MILLIS, move || held())));
        };
        waiting.set_value(Some(Timeout::new(HOLD_MILLIS, repeat)));
    };
    let up = move |_| {
        waiting.set_value(None);
        repeating.set_value(None);
    };
    // A click without a pointer comes from a keyboard or a screen reader.
    let click = move |event| {
        if pointer::is_keyboard_click(&event) {
            stepped();
        }
    };
    el("button")
        .attr("type", "button")
        .label(label)
        .on("pointerdown", down)
        .on("pointerup", up)
        .on("pointerleave", up)
        .on("pointercancel", up)
        .on("contextmenu", |event| event.prevent_default())
        .on("click", click)
        .child(icon(glyph))
}
