//! One animation loop for everything that moves, and a queue for drawing that can wait.
//!
//! Invariant: the loop runs only while somebody moves or waits; the browser stops it in a hidden page.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

use super::{clock, window};

/// After so many milliseconds no further drawing is begun in a frame.
const DRAWING_MS: u64 = 10;

type Step = Box<dyn FnMut(f64)>;
type FrameCallback = Closure<dyn FnMut(f64)>;

#[derive(Default)]
struct Loop {
    moving: Vec<Weak<RefCell<Step>>>,
    waiting: VecDeque<Box<dyn FnOnce()>>,
    /// Whether the places of what waits were painted.
    painted: bool,
    callback: Option<Rc<FrameCallback>>,
    asked: bool,
}

thread_local! {
    static LOOP: RefCell<Loop> = RefCell::default();
}

/// Something that moves; it stops when this is dropped.
#[must_use = "an animation that is dropped stands still"]
pub struct Moving(#[allow(dead_code)] Rc<RefCell<Step>>);

/// Calls `step` once a frame with the page's time in milliseconds.
pub fn each_frame(step: impl FnMut(f64) + 'static) -> Moving {
    let step: Rc<RefCell<Step>> = Rc::new(RefCell::new(Box::new(step)));
    LOOP.with(|it| it.borrow_mut().moving.push(Rc::downgrade(&step)));
    ask();
    Moving(step)
}

/// Draws something soon: a few drawings a frame, in the order they were asked for, and none before what a tap brought is
/// on screen.
pub fn soon(draw: impl FnOnce() + 'static) {
    LOOP.with(|it| {
        let mut it = it.borrow_mut();
        it.painted = false;
        it.waiting.push_back(Box::new(draw));
    });
    ask();
}

/// Tells whether an element is on screen, as long as this lives.
pub struct OnScreen {
    seen: Rc<Cell<bool>>,
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl OnScreen {
    /// Watches an element.
    pub fn watch(element: &Element) -> Self {
        let seen = Rc::new(Cell::new(true));
        let told = Rc::clone(&seen);
        let heard = move |entries: js_sys::Array| {
            let last = entries.get(entries.length().saturating_sub(1));
            if let Ok(entry) = last.dyn_into::<IntersectionObserverEntry>() {
                told.set(entry.is_intersecting());
            }
        };
        let callback = Closure::wrap(Box::new(heard) as Box<dyn FnMut(js_sys::Array)>);
        let observer = IntersectionObserver::new(callback.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Self { seen, observer, _callback: callback }
    }

    /// Whether it was on screen when the browser last looked.
    #[must_use]
    pub fn is_seen(&self) -> bool {
        self.seen.get()
    }
}

impl Drop for OnScreen {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn ask() {
    let callback = LOOP.with(|it| {
        let mut it = it.borrow_mut();
        if it.asked {
            return None;
        }
        it.asked = true;
        let make = || Rc::new(Closure::wrap(Box::new(run) as Box<dyn FnMut(f64)>));
        Some(Rc::clone(it.callback.get_or_insert_with(make)))
    });
    if let Some((callback, window)) = callback.zip(window()) {
        let _ = window.request_animation_frame((*callback).as_ref().unchecked_ref());
    }
}

fn run(now: f64) {
    // Taken out first: a step may start or end others.
    let (moving, mut is_time) = LOOP.with(|it| {
        let mut it = it.borrow_mut();
        it.asked = false;
        it.moving.retain(|step| step.strong_count() > 0);
        let moving: Vec<_> = it.moving.iter().filter_map(Weak::upgrade).collect();
        (moving, std::mem::replace(&mut it.painted, true))
    });
    for step in &moving {
        if let Ok(mut step) = step.try_borrow_mut() {
            step(now);
        }
    }
    let began = clock::now().mono;
    while is_time && let Some(draw) = LOOP.with(|it| it.borrow_mut().waiting.pop_front()) {
        draw();
        is_time = clock::now().mono.saturating_sub(began) < DRAWING_MS;
    }
    let more = LOOP.with(|it| {
        let it = it.borrow();
        !it.moving.is_empty() || !it.waiting.is_empty()
    });
    if more {
        ask();
    }
}
