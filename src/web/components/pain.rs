//! Where it hurts and how much: one tap each, never preselected, taken back by a second tap.

use std::rc::Rc;

use crate::training::remarks::{Advice, Pain, Spot};
use crate::web::dom::{View, button, el};
use crate::web::signal::{RwSignal, untrack};

/// The places, and the scale for the one that is chosen. `told` says how much was told of a place, `tell` hears the new
/// answer, or `None` where it was taken back.
pub fn pain_scale(told: Rc<dyn Fn(Spot) -> Option<Pain>>, tell: Rc<dyn Fn(Spot, Option<Pain>)>) -> View {
    let spot = RwSignal::new(Spot::Middle);
    let spots = Spot::ALL.map(|one| {
        button("", move || spot.set(one)).state("aria-pressed", move || spot.get() == one).text(one.name())
    });
    let score = |score: u8| {
        let (pain, told, tell) = (Pain::new(score), told.clone(), tell.clone());
        let is_told = move || told(spot.get()) == Some(pain);
        let was_told = is_told.clone();
        let tapped = move || tell(spot.get_untracked(), (!untrack(&was_told)).then_some(pain));
        let class = match pain.advice() {
            Advice::GoOn => "",
            Advice::Ease => "ease",
            Advice::Stop => "stop",
        };
        button(class, tapped).state("aria-pressed", is_told).text(score.to_string())
    };
    View::many([
        el("div.seg").attr("role", "group").label("Where").children(spots).into(),
        el("div.pain").attr("role", "group").label("How much").children((0..=Pain::MOST).map(score)).into(),
    ])
}
