//! What follows signals: attributes, classes, styles and texts of an element that is there already.
//!
//! Invariant: the page is touched only when a value differs from the one before.

use web_sys::Element;

use super::{boxed_effect, document, set_attr, set_style};
use crate::web::call::Make;

/// Calls `apply` with the first value and then with each that differs from the one before.
pub(super) fn remember(mut value: Box<dyn Make<String>>, apply: Box<dyn Fn(&str)>) {
    let mut before: Option<String> = None;
    boxed_effect(Box::new(move || {
        let now = value.make();
        if before.as_deref() != Some(now.as_str()) {
            apply(&now);
            before = Some(now);
        }
    }));
}

pub(super) fn attr(element: &Element, name: &'static str, mut value: Box<dyn Make<Option<String>>>) {
    let element = element.clone();
    let mut before: Option<Option<String>> = None;
    boxed_effect(Box::new(move || {
        let now = value.make();
        if before.as_ref() != Some(&now) {
            match &now {
                Some(value) => set_attr(&element, name, value),
                None => drop(element.remove_attribute(name)),
            }
            before = Some(now);
        }
    }));
}

pub(super) fn state(element: &Element, name: &'static str, mut on: Box<dyn Make<bool>>) {
    attr(element, name, Box::new(move || Some(on.make().to_string())));
}

pub(super) fn classes(element: &Element, classes: Box<dyn Make<String>>) {
    let element = element.clone();
    remember(classes, Box::new(move |classes| set_attr(&element, "class", classes)));
}

pub(super) fn style(element: &Element, name: &'static str, value: Box<dyn Make<String>>) {
    let element = element.clone();
    remember(value, Box::new(move |value| set_style(&element, name, value)));
}

pub(super) fn class(element: &Element, class: &'static str, mut on: Box<dyn Make<bool>>) {
    let list = element.class_list();
    boxed_effect(Box::new(move || {
        let _ = list.toggle_with_force(class, on.make());
    }));
}

pub(super) fn text(element: &Element, text: Box<dyn Make<String>>) {
    let node = document().create_text_node("");
    let _ = element.append_child(&node);
    remember(text, Box::new(move |text| node.set_data(text)));
}
