//! Signals and stored values: Leptos' arena and graph under types of our own.
//!
//! Leptos compiles every look at a signal for each type and each closure, hundreds of bytes a piece. Here all of it but the
//! cast to the type is compiled once; ARCHITECTURE.md has what that saves. The names and methods are those of Leptos.
//!
//! Invariant: a value belongs to the reactive owner in which it was made, and goes with it.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, ArenaItem, LocalStorage, Notify, Track};

pub use leptos::prelude::{Owner, untrack};

/// A value, always a `RefCell<T>`, and who wants to know of its changes.
struct Slot {
    trigger: ArcTrigger,
    value: Box<dyn Any>,
}

type Id = ArenaItem<Rc<Slot>, LocalStorage>;

fn keep(value: Box<dyn Any>) -> Id {
    ArenaItem::new_with_storage(Rc::new(Slot { trigger: ArcTrigger::new(), value }))
}

#[inline(never)]
fn find(id: Id) -> Option<Rc<Slot>> {
    id.try_get_value()
}

#[inline(never)]
fn tracked(id: Id) -> Option<Rc<Slot>> {
    let slot = find(id);
    if let Some(slot) = &slot {
        slot.trigger.track();
    }
    slot
}

#[inline(never)]
fn notify(id: Id) {
    if let Some(slot) = find(id) {
        slot.trigger.notify();
    }
}

/// The value by its type. Once a type, not once a look: an identity of a type is sixteen bytes that nothing compresses.
#[inline(never)]
fn cell<T: 'static>(slot: &Slot) -> Option<&RefCell<T>> {
    slot.value.downcast_ref()
}

/// Looks at the value, if its owner still lives.
fn look<T: 'static, U>(slot: Option<Rc<Slot>>, look: impl FnOnce(&T) -> U) -> Option<U> {
    let slot = slot?;
    Some(look(&cell::<T>(&slot)?.borrow()))
}

/// Changes the value, if its owner still lives.
fn change<T: 'static, U>(id: Id, change: impl FnOnce(&mut T) -> U) -> Option<U> {
    let slot = find(id)?;
    Some(change(&mut cell::<T>(&slot)?.borrow_mut()))
}

/// A page that has gone is asked for something: the one thing to do is to stop what asks.
#[inline(never)]
fn gone() -> ! {
    wasm_bindgen::throw_str("this belongs to a page that has gone")
}

macro_rules! handle {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        pub struct $name<T: 'static> {
            id: Id,
            kind: PhantomData<fn() -> T>,
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> std::fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

handle! {
    /// A value that tells who looked at it when it changes.
    RwSignal
}

handle! {
    /// A value that tells nobody.
    StoredValue
}

impl<T> RwSignal<T> {
    /// A signal of this value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { id: keep(Box::new(RefCell::new(value))), kind: PhantomData }
    }

    /// Looks at the value, and will hear of changes.
    pub fn with<U>(self, f: impl FnOnce(&T) -> U) -> U {
        look(tracked(self.id), f).unwrap_or_else(|| gone())
    }

    /// Looks at the value once.
    pub fn with_untracked<U>(self, f: impl FnOnce(&T) -> U) -> U {
        look(find(self.id), f).unwrap_or_else(|| gone())
    }

    /// Changes the value and tells of it.
    pub fn update(self, f: impl FnOnce(&mut T)) {
        change(self.id, f);
        notify(self.id);
    }

    /// Changes the value and tells nobody. `None` if its owner has gone.
    pub fn try_update_untracked<U>(self, f: impl FnOnce(&mut T) -> U) -> Option<U> {
        change(self.id, f)
    }

    /// Puts another value in its place and tells of it. Of an owner that has gone nobody hears.
    pub fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    /// Tells that the value changed.
    pub fn notify(self) {
        notify(self.id);
    }
}

impl<T: Clone> RwSignal<T> {
    /// The value; will hear of changes.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T> StoredValue<T> {
    /// Keeps a value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { id: keep(Box::new(RefCell::new(value))), kind: PhantomData }
    }

    /// Looks at the value.
    pub fn with_value<U>(self, f: impl FnOnce(&T) -> U) -> U {
        look(find(self.id), f).unwrap_or_else(|| gone())
    }

    /// Changes the value.
    pub fn update_value(self, f: impl FnOnce(&mut T)) {
        change(self.id, f);
    }

    /// Changes the value and gives back what that came to. `None` if its owner has gone.
    pub fn try_update_value<U>(self, f: impl FnOnce(&mut T) -> U) -> Option<U> {
        change(self.id, f)
    }

    /// Puts another value in its place.
    pub fn set_value(self, value: T) {
        self.update_value(|old| *old = value);
    }
}

impl<T: Clone> StoredValue<T> {
    /// The value.
    #[must_use]
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }
}

/// A signal that lives as long as the page: no look-up, no cast.
pub struct Lasting<T: 'static> {
    trigger: ArcTrigger,
    value: RefCell<T>,
}

impl<T> Lasting<T> {
    /// A signal of this value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { trigger: ArcTrigger::new(), value: RefCell::new(value) }
    }

    /// The side that is only looked at.
    #[must_use]
    pub const fn read_only(&'static self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    /// Looks at the value, and will hear of changes.
    pub fn with<U>(&self, f: impl FnOnce(&T) -> U) -> U {
        follow(&self.trigger);
        f(&self.value.borrow())
    }

    /// Looks at the value once.
    pub fn with_untracked<U>(&self, f: impl FnOnce(&T) -> U) -> U {
        f(&self.value.borrow())
    }

    /// Changes the value and tells of it.
    pub fn update(&self, f: impl FnOnce(&mut T)) {
        f(&mut self.value.borrow_mut());
        self.notify();
    }

    /// Changes the value and tells nobody.
    pub fn update_untracked<U>(&self, f: impl FnOnce(&mut T) -> U) -> U {
        f(&mut self.value.borrow_mut())
    }

    /// Puts another value in its place and tells of it.
    pub fn set(&self, value: T) {
        self.update(|old| *old = value);
    }

    /// Tells that the value changed.
    pub fn notify(&self) {
        tell(&self.trigger);
    }
}

/// The side of a lasting signal that is only looked at.
pub struct ReadSignal<T: 'static>(&'static Lasting<T>);

impl<T> Clone for ReadSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReadSignal<T> {}

impl<T> ReadSignal<T> {
    /// Looks at the value, and will hear of changes.
    pub fn with<U>(self, f: impl FnOnce(&T) -> U) -> U {
        self.0.with(f)
    }

    /// Looks at the value once.
    pub fn with_untracked<U>(self, f: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(f)
    }
}

impl<T: Clone> ReadSignal<T> {
    /// The value; will hear of changes.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// A value that lives as long as the page and tells nobody.
pub struct Kept<T>(RefCell<T>);

impl<T> Kept<T> {
    /// Keeps a value.
    #[must_use]
    pub const fn new(value: T) -> Self {
        Self(RefCell::new(value))
    }

    /// Looks at the value.
    pub fn with<U>(&self, f: impl FnOnce(&T) -> U) -> U {
        f(&self.0.borrow())
    }

    /// Changes the value and gives back what that came to.
    pub fn change<U>(&self, f: impl FnOnce(&mut T) -> U) -> U {
        f(&mut self.0.borrow_mut())
    }

    /// Puts another value in its place. The old one goes when the new one is there: its end may ask for it.
    pub fn set(&self, value: T) {
        drop(self.0.replace(value));
    }
}

impl<T: Copy> Kept<T> {
    /// The value.
    #[must_use]
    pub fn get(&self) -> T {
        *self.0.borrow()
    }
}

#[inline(never)]
fn follow(trigger: &ArcTrigger) {
    trigger.track();
}

#[inline(never)]
fn tell(trigger: &ArcTrigger) {
    trigger.notify();
}
