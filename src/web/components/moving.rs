//! Moving figures: the shapes of a frame in path elements that are made once and only change their attributes.
//!
//! Works with `figure`, which says what to draw, and the shared animation loop. Invariant: what is not on screen,
//! in a hidden page, or asked to be still does not move.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;

use crate::figure::math::wrap;
use crate::figure::{Figure, Frame, View as Angle};
use crate::web::dom::{El, View, el, keep, p, svg, tenths};
use crate::web::platform::animation::{self, OnScreen};
use crate::web::platform::page;
use crate::web::platform::paint::{Shape, paint};

thread_local! {
    static NEXT_ID: Cell<u32> = const { Cell::new(0) };
}

/// An svg whose paths are reused from frame to frame.
struct Canvas {
    id: u32,
    root: Element,
    defs: Element,
    clips: Vec<Element>,
    paths: Vec<Painted>,
}

/// A path element and what it shows now.
struct Painted {
    element: Element,
    class: &'static str,
    clip: Option<usize>,
    shown: bool,
}

impl Canvas {
    fn new(root: &El) -> Self {
        let id = NEXT_ID.replace(NEXT_ID.get().wrapping_add(1));
        let defs = svg("defs");
        let (root, defs) = (root.clone().child(defs.clone()).into_element(), defs.into_element());
        Self { id, root, defs, clips: Vec::new(), paths: Vec::new() }
    }

    fn show(&mut self, frame: &Frame) {
        for (nth, d) in frame.clips().enumerate() {
            if self.clips.len() <= nth {
                let path = svg("path").into_element();
                let id = format!("clip-{}-{nth}", self.id);
                let _ = self
                    .defs
                    .append_child(&svg("clipPath").attr("id", id).into_element())
                    .map(|clip| clip.append_child(&path));
                self.clips.push(path);
            }
            if let Some(path) = self.clips.get(nth) {
                let _ = path.set_attribute("d", d);
            }
        }
        let count = frame.shapes().len();
        for (nth, shape) in frame.shapes().enumerate() {
            if self.paths.len() <= nth {
                let element = svg("path").into_element();
                let _ = self.root.append_child(&element);
                self.paths.push(Painted { element, class: "", clip: None, shown: true });
            }
            let Some(painted) = self.paths.get_mut(nth) else { continue };
            let element = &painted.element;
            let _ = element.set_attribute("d", shape.d);
            if painted.class != shape.class {
                let _ = element.set_attribute("class", shape.class);
                painted.class = shape.class;
            }
            set_or_remove(element, "stroke-width", shape.width.map(|width| tenths(width.into())).as_deref());
            if painted.clip != shape.clip {
                let clip = shape.clip.map(|clip| format!("url(#clip-{}-{clip})", self.id));
                set_or_remove(element, "clip-path", clip.as_deref());
                painted.clip = shape.clip;
            }
            painted.shown = true;
        }
        for spare in self.paths.iter_mut().skip(count).filter(|path| path.shown) {
            let _ = spare.element.set_attribute("d", "");
            spare.shown = false;
        }
    }
}

fn set_or_remove(element: &Element, name: &str, value: Option<&str>) {
    // Only a malformed name is refused, and the names are ours.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn drawing(figure: &Figure, angle: Angle) -> El {
    svg("svg.fig").attr("viewBox", figure.view_box(angle).to_string()).unspoken()
}

/// A figure at one instant, in milliseconds. Decoration.
pub fn still(figure: &Figure, angle: Angle, t_ms: f64) -> El {
    let root = drawing(figure, angle);
    Canvas::new(&root).show(&figure.frame(t_ms, angle));
    root
}

/// A figure that moves; its instant in milliseconds comes from `instant`, which is handed the milliseconds since it
/// began to move. `name` is the exercise's. Asked to be still, it shows start and end side by side.
pub fn moving(
    figure: Rc<Figure>,
    angle: Angle,
    name: &str,
    mut instant: impl FnMut(f64) -> f64 + 'static,
) -> El {
    let stage = el("div.figure").role("img").label(figure.describe(name));
    if page::prefers_still() {
        return stage.child(stills(&figure, angle));
    }
    let root = drawing(&figure, angle);
    let mut canvas = Canvas::new(&root);
    let mut frame = Frame::default();
    figure.draw(instant(0.0), angle, &mut frame);
    canvas.show(&frame);
    let on_screen = OnScreen::watch(&root.clone().into_element());
    let mut began = None;
    let mut shown = f64::NAN;
    keep(Box::new(animation::each_frame(move |now| {
        let began = *began.get_or_insert(now);
        let t_ms = instant(now - began);
        // A figure that holds still costs nothing.
        if !on_screen.is_seen() || (t_ms - shown).abs() < 0.5 {
            return;
        }
        shown = t_ms;
        figure.draw(t_ms, angle, &mut frame);
        canvas.show(&frame);
    })));
    stage.child(root)
}

/// A small drawing that runs through a cycle of so many milliseconds; `draw` is handed the share of the cycle, 0 to 1,
/// and a pen that shows shape number so-and-so. Asked to be still, it shows the middle of the cycle.
pub fn looping(
    root: El,
    millis: f64,
    draw: impl Fn(f64, &mut dyn FnMut(usize, &'static str, &str)) + 'static,
) -> El {
    let element = root.clone().into_element();
    let mut paths: Vec<Element> = Vec::new();
    let mut show = move |share: f64| {
        draw(share, &mut |nth, class, d| {
            if paths.len() <= nth {
                let path = svg("path").class(class).into_element();
                let _ = element.append_child(&path);
                paths.push(path);
            }
            if let Some(path) = paths.get(nth) {
                let _ = path.set_attribute("d", d);
            }
        });
    };
    if page::prefers_still() {
        show(0.5);
        return root;
    }
    show(0.0);
    let on_screen = OnScreen::watch(&root.clone().into_element());
    keep(Box::new(animation::each_frame(move |now| {
        if on_screen.is_seen() {
            show(wrap(now, millis) / millis);
        }
    })));
    root
}

/// Start and end side by side.
pub fn stills(figure: &Figure, angle: Angle) -> El {
    let one = |t_ms, name| el("div").child(still(figure, angle, t_ms)).child(p("cap", name));
    el("div.fig2").child(one(figure.start_t(), "Start")).child(one(figure.end_t(), "End"))
}

/// The small still that stands for an exercise in lists, painted as soon as there is time, and again when the system
/// changes between light and dark. Decoration.
pub fn thumb(figure: Figure) -> View {
    let root = el("canvas.fig").attr("width", "0").attr("height", "0").unspoken();
    let canvas = root.clone().into_element();
    let figure = Rc::new(figure);
    let soon = move || {
        let (canvas, figure) = (canvas.clone(), Rc::clone(&figure));
        animation::soon(move || {
            // Whoever went on does not wait for what was there before.
            if !canvas.is_connected() {
                return;
            }
            let frame = figure.thumb();
            let clips: Vec<&str> = frame.clips().collect();
            let shapes = frame.shapes().map(|shape| Shape {
                class: shape.class,
                d: shape.d,
                width: shape.width.map(f64::from),
                clip: shape.clip.and_then(|clip| clips.get(clip).copied()),
            });
            let view = figure.thumb_box();
            paint(&canvas, [view.x, view.y, view.w, view.h].map(f64::from), shapes);
        });
    };
    soon();
    keep(Box::new(page::on_scheme_change(soon)));
    root.into()
}
