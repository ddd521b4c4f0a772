//! Elements follow signals, and what they own goes with its owner.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;
use yoke_app::web::dom::{self, View, button, el, p};
use yoke_app::web::signal::*;

fn host(id: &'static str) -> web_sys::Element {
    web_sys::window().unwrap().document().unwrap().get_element_by_id(id).unwrap()
}

/// Effects run in the next microtask.
async fn settle() {
    for _ in 0..3 {
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL))
            .await
            .unwrap();
    }
}

fn executor() {
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

#[wasm_bindgen_test]
async fn texts_attributes_and_classes_follow_signals() {
    executor();
    let owner = Owner::new();
    let name = owner.with(|| RwSignal::new("one".to_owned()));
    owner.with(|| {
        dom::mount(
            el("div").attr("id", "follow").child(
                p("", "")
                    .text_fn(move || name.get())
                    .attr_fn("title", move || (name.get() != "two").then(|| name.get()))
                    .class_if("long", move || name.with(|name| name.len() > 3)),
            ),
        );
    });
    let child = host("follow").first_element_child().unwrap();
    assert_eq!(
        (child.text_content().as_deref(), child.get_attribute("title").as_deref()),
        (Some("one"), Some("one"))
    );
    name.set("two".to_owned());
    settle().await;
    assert_eq!((child.text_content().as_deref(), child.get_attribute("title")), (Some("two"), None));
    name.set("three".to_owned());
    settle().await;
    assert!(child.class_list().contains("long"));
}

#[wasm_bindgen_test]
async fn a_keyed_piece_is_remade_only_for_another_key_and_its_owner_goes() {
    executor();
    let owner = Owner::new();
    let (made, gone) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(0)));
    let number = owner.with(|| RwSignal::new(0_u32));
    let (made_inside, gone_inside) = (Rc::clone(&made), Rc::clone(&gone));
    owner.with(|| {
        let piece = move |half: u32| {
            made_inside.set(made_inside.get() + 1);
            let counter = Rc::clone(&gone_inside);
            dom::at_end(move || counter.set(counter.get() + 1));
            p("", half.to_string()).into()
        };
        dom::mount(el("div").attr("id", "keyed").child(View::keyed(move || number.get() / 2, piece)));
    });
    for next in [1, 2, 3, 4] {
        number.set(next);
        settle().await;
    }
    assert_eq!((made.get(), gone.get()), (3, 2));
    assert_eq!(host("keyed").text_content().as_deref(), Some("2"));
    assert_eq!(host("keyed").child_element_count(), 1);
}

#[wasm_bindgen_test]
async fn a_listener_goes_with_its_owner() {
    executor();
    let owner = Owner::new();
    let taps = Rc::new(Cell::new(0));
    let counter = Rc::clone(&taps);
    owner.with(|| dom::mount(button("", move || counter.set(counter.get() + 1)).attr("id", "tapped")));
    let element: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(host("tapped"));
    element.click();
    assert_eq!(taps.get(), 1);
    owner.cleanup();
    element.click();
    assert_eq!(taps.get(), 1);
}

#[wasm_bindgen_test]
fn texts_are_never_markup() {
    executor();
    Owner::new().with(|| dom::mount(p("", "<b>bold</b>").attr("id", "markup")));
    assert_eq!(host("markup").child_element_count(), 0);
    assert_eq!(host("markup").text_content().as_deref(), Some("<b>bold</b>"));
}
