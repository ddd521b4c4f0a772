//! Small pictures painted once into a canvas, in the colours that the style sheet gives to drawn paths.
//!
//! A list of 54 drawings as elements cost the browser 40 ms of style for each search on a slow phone; one canvas each
//! costs next to nothing. Invariant: every colour and line comes from the style sheet, by the same classes as in an svg.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, Path2d};

use super::window;

/// Pixels of a picture a side at one pixel a point.
const SIDE: f64 = 64.0;

/// How shapes of one class look.
struct Look {
    class: &'static str,
    fill: String,
    stroke: String,
    width: f64,
    fill_opacity: f64,
    opacity: f64,
    cap: String,
    join: String,
    stroke_first: bool,
}

#[derive(Default)]
struct Looks {
    /// A colour by which another theme is known.
    theme: String,
    known: Vec<Look>,
}

thread_local! {
    static LOOKS: RefCell<Looks> = RefCell::default();
}

/// One shape, as it would stand in an svg.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'a> {
    /// Its class, by which the style sheet knows it.
    pub class: &'static str,
    /// Path data.
    pub d: &'a str,
    /// Line width in units of the picture, if not the class's own.
    pub width: Option<f64>,
    /// Path data of the outline at which it is cut off.
    pub clip: Option<&'a str>,
}

/// Paints shapes from back to front; `view` is left, top, width and height of what is to be seen. The canvas must be
/// in the page.
pub fn paint<'a>(canvas: &Element, view: [f64; 4], shapes: impl Iterator<Item = Shape<'a>>) {
    let Some(canvas) = canvas.dyn_ref::<HtmlCanvasElement>() else { return };
    let context = canvas.get_context("2d").ok().flatten().and_then(|it| it.dyn_into().ok());
    let (Some(context), Some(window)) = (context, window()) else { return };
    let context: CanvasRenderingContext2d = context;
    let side = SIDE * window.device_pixel_ratio().clamp(1.0, 3.0);
    // Setting the size also wipes the canvas.
    canvas.set_width(side as u32);
    canvas.set_height(side as u32);
    let [left, top, width, height] = view;
    let scale = side / width.max(height);
    let (x, y) = ((side - width * scale) / 2.0 - left * scale, (side - height * scale) / 2.0 - top * scale);
    let _ = context.set_transform(scale, 0.0, 0.0, scale, x, y);
    LOOKS.with_borrow_mut(|looks| {
        looks.follow_theme(canvas);
        for shape in shapes {
            put(&context, looks.of(shape.class, canvas), shape);
        }
    });
}

fn put(context: &CanvasRenderingContext2d, look: &Look, shape: Shape) {
    let Ok(path) = Path2d::new_with_path_string(shape.d) else { return };
    context.save();
    if let Some(Ok(clip)) = shape.clip.map(Path2d::new_with_path_string) {
        context.clip_with_path_2d(&clip);
    }
    let fill = || {
        if look.fill != "none" {
            context.set_global_alpha(look.opacity * look.fill_opacity);
            context.set_fill_style_str(&look.fill);
            context.fill_with_path_2d(&path);
        }
    };
    let stroke = || {
        if look.stroke != "none" {
            context.set_global_alpha(look.opacity);
            context.set_stroke_style_str(&look.stroke);
            context.set_line_width(shape.width.unwrap_or(look.width));
            context.set_line_cap(&look.cap);
            context.set_line_join(&look.join);
            context.stroke_with_path(&path);
        }
    };
    if look.stroke_first {
        stroke();
        fill();
    } else {
        fill();
        stroke();
    }
    context.restore();
}

impl Looks {
    fn follow_theme(&mut self, canvas: &Element) {
        let theme = computed(canvas).map(|style| property(&style, "--f-near")).unwrap_or_default();
        if self.theme != theme {
            self.theme = theme;
            self.known.clear();
        }
    }

    /// How a class looks: asked of the browser once, by a path of that class beside the canvas.
    fn of(&mut self, class: &'static str, canvas: &Element) -> &Look {
        let nth = self.known.iter().position(|look| look.class == class).unwrap_or_else(|| {
            self.known.push(look_up(class, canvas));
            self.known.len() - 1
        });
        &self.known[nth]
    }
}

fn look_up(class: &'static str, canvas: &Element) -> Look {
    let probe = crate::web::dom::svg("path").class(class).into_element();
    let root = crate::web::dom::svg("svg.fig").into_element();
    let _ = root.append_child(&probe);
    let _ = canvas.parent_node().map(|parent| parent.append_child(&root));
    let style = computed(&probe);
    let text = |name| style.as_ref().map(|style| property(style, name)).unwrap_or_default();
    let number = |name| js_sys::parse_float(&text(name));
    let look = Look {
        class,
        fill: text("fill"),
        stroke: text("stroke"),
        width: number("stroke-width"),
        fill_opacity: number("fill-opacity"),
        opacity: number("opacity"),
        cap: text("stroke-linecap"),
        join: text("stroke-linejoin"),
        stroke_first: text("paint-order").starts_with("stroke"),
    };
    root.remove();
    look
}

fn computed(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok().flatten()
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}
