//! Elements, built once and bound to signals: a thin layer over Leptos' reactive graph.
//!
//! `view!` makes a type of its own for every element and compiles building, rebuilding and removing for each of them;
//! ARCHITECTURE.md has what that cost. Here an element is a DOM node, whatever can change is a boxed closure, and
//! there is one effect to run them all.
//!
//! Works with nothing but Leptos' signals. Invariant: effects and listeners belong to the reactive owner in which
//! they were made, and go with it.

mod anew;
mod follow;

use super::signal::{RwSignal, StoredValue};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, Node};

use super::call::{Hear, Make};
use super::platform::listener::Listener;

/// A piece of the page: an element, some text, or several of them in a row.
///
/// One reference and no more, so that every call that hands one on does so in a register: nothing at all is JavaScript's
/// `null`.
#[derive(Debug, Clone)]
pub struct View(Node);

impl View {
    /// Nothing at all.
    #[must_use]
    pub fn none() -> Self {
        Self(JsValue::NULL.unchecked_into())
    }

    /// Several pieces in a row.
    pub fn many(pieces: impl IntoIterator<Item = Self>) -> Self {
        let fragment = document().create_document_fragment();
        for piece in pieces {
            append(&fragment, &piece);
        }
        Self(fragment.into())
    }

    /// A piece that is made anew whenever the signals that `make` reads change.
    pub fn dynamic(make: impl Fn() -> Self + 'static) -> Self {
        anew::always(Box::new(make))
    }

    /// A piece that is made anew only when its key changes; what `make` reads is not followed.
    pub fn keyed<K: PartialEq + Clone + 'static>(
        key: impl Fn() -> K + 'static,
        make: impl Fn(K) -> Self + 'static,
    ) -> Self {
        anew::fresh(Box::new(anew::ByKey { key, make, now: None }))
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        Self(element.0.into())
    }
}

impl<T: Into<View>> From<Option<T>> for View {
    fn from(piece: Option<T>) -> Self {
        piece.map_or_else(Self::none, Into::into)
    }
}

/// An element under construction.
#[derive(Debug, Clone)]
#[must_use = "an element that is not put anywhere is not seen"]
pub struct El(Element);

/// An HTML element, with its classes after a dot: `"div.row wide"`.
pub fn el(tag: &'static str) -> El {
    let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
    El(made(document().create_element(tag))).class(class)
}

/// An SVG element, with its classes after a dot.
pub fn svg(tag: &'static str) -> El {
    const NAMESPACE: Option<&str> = Some("http://www.w3.org/2000/svg");
    let (tag, class) = tag.split_once('.').unwrap_or((tag, ""));
    El(made(document().create_element_ns(NAMESPACE, tag))).class(class)
}

/// A paragraph of some class.
pub fn p(class: &'static str, text: impl AsRef<str>) -> El {
    el("p").class(class).text(text)
}

/// A span of some class.
pub fn span(class: &'static str, text: impl AsRef<str>) -> El {
    el("span").class(class).text(text)
}

/// A link.
pub fn link(class: &'static str, href: impl AsRef<str>) -> El {
    el("a").class(class).attr("href", href)
}

/// A button that does something when tapped.
pub fn button(class: &'static str, tapped: impl Fn() + 'static) -> El {
    boxed_button(class, Box::new(tapped))
}

fn boxed_button(class: &'static str, mut tapped: Box<dyn Make<()>>) -> El {
    el("button").class(class).attr("type", "button").on("click", move |_| tapped.make())
}

/// The page's heading; it takes the focus when the page is reached.
pub fn heading(class: &'static str, text: impl AsRef<str>) -> El {
    el("h1").class(class).attr("tabindex", "-1").text(text)
}

impl El {
    /// Sets the class.
    pub fn class(self, class: impl AsRef<str>) -> Self {
        let class = class.as_ref();
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// Sets the class by signals.
    pub fn class_fn(self, class: impl Fn() -> String + 'static) -> Self {
        follow::classes(&self.0, Box::new(class));
        self
    }

    /// Has a further class while `on` says so.
    pub fn class_if(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        follow::class(&self.0, class, Box::new(on));
        self
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: impl AsRef<str>) -> Self {
        set_attr(&self.0, name, value.as_ref());
        self
    }

    /// Sets an attribute, if there is a value.
    pub fn attr_maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute by signals; `None` takes it away.
    pub fn attr_fn(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        follow::attr(&self.0, name, Box::new(value));
        self
    }

    /// Sets an attribute to `true` or `false` by signals: a state that screen readers tell.
    pub fn state(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        follow::state(&self.0, name, Box::new(on));
        self
    }

    /// What it is to a screen reader, where its tag does not say so.
    #[inline(never)]
    pub fn role(self, role: &str) -> Self {
        self.attr("role", role)
    }

    /// Screen readers pass over it: it is decoration, or said in other words elsewhere.
    #[inline(never)]
    pub fn unspoken(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// Says what a screen reader should, where the words on screen do not.
    pub fn label(self, label: impl AsRef<str>) -> Self {
        self.attr("aria-label", label)
    }

    /// Sets a style property (also a custom one). Through the object model: the security policy forbids `style=`.
    pub fn style(self, name: &str, value: impl AsRef<str>) -> Self {
        set_style(&self.0, name, value.as_ref());
        self
    }

    /// Sets a style property by signals.
    pub fn style_fn(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        follow::style(&self.0, name, Box::new(value));
        self
    }

    /// Adds text.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        add_text(&self.0, text.as_ref());
        self
    }

    /// Adds text that follows signals.
    pub fn text_fn(self, text: impl Fn() -> String + 'static) -> Self {
        follow::text(&self.0, Box::new(text));
        self
    }

    /// Adds a piece.
    pub fn child(self, piece: impl Into<View>) -> Self {
        append(&self.0, &piece.into());
        self
    }

    /// Adds pieces.
    pub fn children<V: Into<View>>(self, pieces: impl IntoIterator<Item = V>) -> Self {
        for piece in pieces {
            append(&self.0, &piece.into());
        }
        self
    }

    /// Adds a piece that is made anew whenever the signals that `make` reads change.
    pub fn dynamic<V: Into<View>>(self, make: impl Fn() -> V + 'static) -> Self {
        self.child(View::dynamic(move || make().into()))
    }

    /// Hears an event.
    pub fn on(self, event: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        listen(&self.0, event, Box::new(heard));
        self
    }

    /// Binds an input's text to a signal, both ways.
    pub fn bind(self, text: RwSignal<String>) -> Self {
        let input: HtmlInputElement = self.0.clone().unchecked_into();
        let show = move |value: &str| {
            if input.value() != value {
                input.set_value(value);
            }
        };
        follow::remember(Box::new(move || text.get()), Box::new(show));
        self.on("input", move |event| text.set(value_of(&event)))
    }

    /// Another element like this one, with all that is in it; nothing that listens to it comes along.
    pub fn copied(&self) -> Self {
        self.0.clone_node_with_deep(true).map_or_else(|_| self.clone(), |node| Self(node.unchecked_into()))
    }

    /// Chooses a value of a select that has its options.
    pub fn value(self, value: &str) -> Self {
        self.0.unchecked_ref::<HtmlInputElement>().set_value(value);
        self
    }

    /// Shows or hides an element that stands in the page already.
    pub fn set_hidden(&self, hidden: bool) {
        if hidden {
            set_attr(&self.0, "hidden", "");
        } else {
            let _ = self.0.remove_attribute("hidden");
        }
    }

    /// Puts these elements first in this one, in this order. What stands right already is not touched: moving an
    /// element makes the browser lay it out anew.
    pub fn put_first<'a>(&self, order: impl IntoIterator<Item = &'a Self>) {
        let mut place = self.0.first_child();
        for child in order {
            let node: &Node = &child.0;
            if place.as_ref().is_some_and(|place| place.is_same_node(Some(node))) {
                place = node.next_sibling();
            } else {
                let _ = self.0.insert_before(node, place.as_ref());
            }
        }
    }

    /// The element itself, for what changes it by hand.
    #[must_use]
    pub fn into_element(self) -> Element {
        self.0
    }

    /// Calls `ready` with the element now; for what attributes cannot say.
    pub fn with(self, ready: impl FnOnce(&Element)) -> Self {
        ready(&self.0);
        self
    }
}

/// The value of the input, text area or select that an event came from.
#[must_use]
pub fn value_of(event: &Event) -> String {
    // Text areas and selects have a `value` as inputs have; the cast only names it.
    let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    input.map(|input| input.value()).unwrap_or_default()
}

/// Puts a piece at the end of the page.
pub fn mount(piece: impl Into<View>) {
    if let Some(body) = document().body() {
        append(&body, &piece.into());
    }
}

fn listen(element: &Element, event: &'static str, heard: Box<dyn Hear<Event>>) {
    keep(Box::new(Listener::boxed(element, event, heard)));
}

/// Runs `run` now and again whenever the signals that it read change, until its owner goes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

/// Whatever is only there to be dropped. Unlike `Any` it needs no identity of its type, sixteen bytes that nothing
/// compresses.
pub trait Thing {}

impl<T> Thing for T {}

/// Lets a thing live as long as its reactive owner. One type for all: each type would be compiled for itself.
pub fn keep(thing: Box<dyn Thing>) {
    let _ = StoredValue::new(thing);
}

/// Calls `end` when the reactive owner goes.
pub fn at_end(end: impl Fn() + 'static) {
    struct AtEnd(Box<dyn Make<()>>);

    impl Drop for AtEnd {
        fn drop(&mut self) {
            self.0.make();
        }
    }

    keep(Box::new(AtEnd(Box::new(end))));
}

/// A share of one as a percentage with one decimal, such as `53.3%`, cut to 0 to 100.
#[must_use]
pub fn percent(share: f64) -> String {
    let thousandths = (share.clamp(0.0, 1.0) * 1_000.0) as u32;
    decimal(thousandths) + "%"
}

/// A positive number with one decimal, rounded.
#[must_use]
pub fn tenths(number: f64) -> String {
    decimal((number * 10.0 + 0.5) as u32)
}

fn decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn boxed_effect(mut run: Box<dyn Make<()>>) {
    keep(Box::new(leptos::prelude::RenderEffect::new(move |_: Option<()>| run.make())));
}

fn append(parent: &Node, piece: &View) {
    if !piece.0.is_null() {
        // Only a node that contains its parent is refused.
        let _ = parent.append_child(&piece.0);
    }
}

fn set_attr(element: &Element, name: &str, value: &str) {
    // Only a malformed name is refused, and the names are ours.
    let _ = element.set_attribute(name, value);
}

fn set_style(element: &Element, name: &str, value: &str) {
    let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
}

fn add_text(element: &Element, text: &str) {
    if !text.is_empty() {
        let _ = element.append_child(&document().create_text_node(text));
    }
}

/// The tags are ours, so no browser refuses them; a refused one would be an element that takes nothing.
fn made(element: Result<Element, JsValue>) -> Element {
    element.unwrap_or_else(|_| JsValue::NULL.unchecked_into())
}

fn document() -> Document {
    // A page without a document runs no app.
    web_sys::window().and_then(|window| window.document()).unwrap_or_else(|| JsValue::NULL.unchecked_into())
}
