//! The page itself: its address, title, theme, visibility and scroll.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, VisibilityState};

use super::listener::Listener;
use super::window;

/// The part of the address behind the page: `#/today`.
#[must_use]
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address within the page.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Changes the address within the page without leaving a step for *back*. The browser says nothing of it, so whoever
/// calls this shows the place as well.
pub fn replace(hash: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Sets the title; the mark before it says that something waits.
pub fn set_title(title: &str, marked: bool) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(&[if marked { "(1) " } else { "" }, title, " \u{b7} Yoke"].concat());
    }
}

/// Scrolls to the top and lets a screen reader begin at the page's heading.
pub fn arrive() {
    to_top();
    focus_heading();
}

/// Scrolls to the top.
pub fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Puts the keyboard on the page's heading.
pub fn focus_heading() {
    if let Some(heading) = heading() {
        let _ = heading.focus();
    }
}

/// Puts the keyboard on the page's heading, and scrolls nowhere.
pub fn rest_on_heading() {
    if let Some(heading) = heading() {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&still);
    }
}

fn heading() -> Option<HtmlElement> {
    let document = window()?.document()?;
    document.query_selector("h1[tabindex]").ok().flatten()?.dyn_into().ok()
}

fn root() -> Option<web_sys::Element> {
    window()?.document()?.document_element()
}

/// Sets the theme by name; `None` follows the system.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Whether the page can be seen.
#[must_use]
pub fn is_visible() -> bool {
    let document = window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Whether the person asked for less motion.
#[must_use]
pub fn prefers_still() -> bool {
    let query =
        window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Calls `changed` whenever the system goes over to light or to dark.
pub fn on_scheme_change(changed: impl Fn() + 'static) -> Option<Listener> {
    let scheme = window()?.match_media("(prefers-color-scheme: light)").ok().flatten()?;
    Some(Listener::on(&scheme, "change", move |_| changed()))
}

/// The event of the window: all of the app is there; see [`is_whole`].
pub const WHOLE: &str = "yoke-whole";

/// Whether all of the app is there, and not only what the first screen needs; see `public/load.js`.
#[must_use]
pub fn is_whole() -> bool {
    !root().is_some_and(|root| root.has_attribute("data-part"))
}

/// Takes away the frame that stood in for the app while it loaded.
pub fn remove_boot_frame() {
    let boot = window().and_then(|window| window.document()).and_then(|d| d.get_element_by_id("boot"));
    if let Some(boot) = boot {
        boot.remove();
    }
}

/// Puts the keyboard on the element with that id as soon as what was just changed stands in the page; where no such element
/// is, it stays where it is, or goes to the heading if that was asked.
pub fn focus_soon(id: String, or_heading: bool) {
    let there = move || {
        if !focus(&id) && or_heading {
            focus_heading();
        }
    };
    Timeout::new(0, there).forget();
}

/// Puts the keyboard on the element with that id, and selects its text if it has any. Returns whether there is one.
pub fn focus(id: &str) -> bool {
    let element = window().and_then(|window| window.document()).and_then(|d| d.get_element_by_id(id));
    let Some(element) = element else { return false };
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    } else if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
    true
}
