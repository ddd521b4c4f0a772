//! Pieces of the page that are made anew: with each change of a signal, or only when a key is another.
//!
//! Invariant: what a piece made for itself goes with it.

use super::{View, boxed_effect, document};
use crate::web::call::Make;
use crate::web::signal::{Owner, untrack};

/// A piece that goes by a key.
pub(super) trait Keyed {
    /// Looks at the key: whether it is another than before.
    fn changed(&mut self) -> bool;
    /// The piece of the key that was seen last.
    fn make(&self) -> View;
}

pub(super) struct ByKey<K, L, M> {
    pub key: L,
    pub make: M,
    pub now: Option<K>,
}

impl<K: PartialEq + Clone, L: Fn() -> K, M: Fn(K) -> View> Keyed for ByKey<K, L, M> {
    fn changed(&mut self) -> bool {
        let now = Some((self.key)());
        let changed = self.now != now;
        self.now = now;
        changed
    }

    fn make(&self) -> View {
        self.now.clone().map_or_else(View::none, &self.make)
    }
}

/// A piece made anew, in a scope of its own, whenever its key is another.
pub(super) fn fresh(mut piece: Box<dyn Keyed>) -> View {
    // The piece's own signals and listeners must outlive the looks at an unchanged key.
    let owner = Owner::current().unwrap_or_default();
    let mut before: Option<Owner> = None;
    dynamic(Box::new(move || {
        if !piece.changed() {
            return None;
        }
        if let Some(gone) = before.take() {
            gone.cleanup();
        }
        let scope = owner.child();
        let made = scope.with(|| untrack(|| piece.make()));
        before = Some(scope);
        Some(made)
    }))
}

pub(super) fn always(mut make: Box<dyn Make<View>>) -> View {
    dynamic(Box::new(move || Some(make.make())))
}

/// Two empty texts mark the place; what stands between them is replaced. `piece` gives nothing back where what
/// stands there is to stay.
fn dynamic(mut piece: Box<dyn Make<Option<View>>>) -> View {
    let fragment = document().create_document_fragment();
    let (start, end) = (document().create_text_node(""), document().create_text_node(""));
    let _ = fragment.append_child(&start);
    let _ = fragment.append_child(&end);
    boxed_effect(Box::new(move || {
        let Some(piece) = piece.make() else { return };
        let Some(parent) = end.parent_node() else { return };
        while let Some(old) = start.next_sibling().filter(|old| !old.is_same_node(Some(&end))) {
            let _ = parent.remove_child(&old);
        }
        if !piece.0.is_null() {
            let _ = parent.insert_before(&piece.0, Some(&end));
        }
    }));
    View(fragment.into())
}
