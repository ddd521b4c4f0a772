//! The three zones of every screen: bezel (status), dial (content), deck (actions, in reach of the thumb).

use super::icon::{Glyph, icon};
use crate::web::dom::{El, View, el, link, span};
use crate::web::platform::page;
use crate::web::routes::Route;

/// The places of the bar at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What is next.
    Today,
    /// All programs.
    Programs,
    /// All exercises.
    Exercises,
    /// Interval timers.
    Timers,
    /// How it goes.
    Progress,
}

static TABS: [(Tab, &str, Glyph, Route); 5] = [
    (Tab::Today, "Today", Glyph::Today, Route::Today),
    (Tab::Programs, "Programs", Glyph::Prog, Route::Programs),
    (Tab::Exercises, "Exercises", Glyph::Ex, Route::Exercises(String::new())),
    (Tab::Timers, "Timers", Glyph::Timer, Route::Timers(String::new())),
    (Tab::Progress, "Progress", Glyph::Line, Route::Progress),
];

/// A screen under construction: bezel and dial; deck and bar where it has them.
#[derive(Debug)]
#[must_use = "a frame that is not built is not seen"]
pub struct Frame {
    class: &'static str,
    bezel: View,
    dial: Vec<View>,
    deck: Option<View>,
    tab: Option<Tab>,
}

impl Frame {
    /// A screen with this title line.
    pub fn new(bezel: impl Into<View>) -> Self {
        Self { class: "", bezel: bezel.into(), dial: Vec::new(), deck: None, tab: None }
    }

    /// An extra class of the whole screen.
    pub const fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The actions.
    pub fn deck(mut self, deck: impl Into<View>) -> Self {
        self.deck = Some(deck.into());
        self
    }

    /// The tab this screen belongs to; without one there is no bar.
    pub const fn tab(mut self, tab: Tab) -> Self {
        self.tab = Some(tab);
        self
    }

    /// Adds content.
    pub fn child(mut self, piece: impl Into<View>) -> Self {
        self.dial.push(piece.into());
        self
    }

    /// Adds pieces of content.
    pub fn children<V: Into<View>>(mut self, pieces: impl IntoIterator<Item = V>) -> Self {
        self.dial.extend(pieces.into_iter().map(Into::into));
        self
    }

    /// The finished screen.
    pub fn build(self) -> View {
        let deck = self.deck.map(|deck| el("section.deck").label("Actions").child(deck));
        let has_foot = deck.is_some() || self.tab.is_some();
        let foot = has_foot.then(|| el("div.foot").child(deck).child(self.tab.map(tab_bar)));
        el("div")
            .class(if self.class.is_empty() { "screen".to_owned() } else { format!("screen {}", self.class) })
            .child(el("header.bezel").child(self.bezel))
            .child(el("main.dial").attr("id", "main").children(self.dial))
            .child(foot)
            .into()
    }
}

fn tab_bar(tab: Tab) -> El {
    let place = |(place, name, glyph, route): &(Tab, &'static str, Glyph, Route)| {
        link("", route.href())
            .attr_maybe("aria-current", (*place == tab).then_some("page"))
            .child(icon(*glyph))
            .child(span("", name))
    };
    el("nav.nav").label("Main").children(TABS.iter().map(place))
}

/// The title line of a screen that one goes back from.
pub fn back_bar(back: &Route, title: impl AsRef<str>) -> El {
    el("div.bar")
        .child(link("ib", back.href()).label("Back").child(icon(Glyph::Left)))
        .child(el("div.mid").text(title))
        .child(span("ib", "").unspoken())
}

/// The title line of a tab's first screen.
pub fn lead_bar(title: impl AsRef<str>) -> El {
    el("div.bar lead").child(super::super::dom::heading("h2", title))
}

/// A heading with a hairline; what is added to it stands at the end of the line.
pub fn section(title: impl AsRef<str>) -> El {
    el("div.sec").child(el("h2").text(title))
}

/// A link to a place in the app.
pub fn link_to(class: &'static str, to: Route) -> El {
    link(class, to.href())
}

/// Goes to a place in the app.
pub fn go_to(to: Route) {
    page::go(&to.href());
}
