//! Closures behind a pointer, called in one way.
//!
//! The table of a `dyn Fn` has an entry for each way of calling it, one of them code that nobody calls: to be called by
//! value. Three hundred closures of pages came to 3 kB that way; here a table has one entry.
//!
//! Works with `dom` and `platform::listener`. Invariant: every closure is one of these; none is made by hand.

/// Makes something whenever it is asked.
pub trait Make<T> {
    /// Makes it.
    fn make(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Make<T> for F {
    fn make(&mut self) -> T {
        self()
    }
}

/// Is told something now and then.
pub trait Hear<T> {
    /// Tells it.
    fn hear(&mut self, what: T);
}

impl<T, F: FnMut(T)> Hear<T> for F {
    fn hear(&mut self, what: T) {
        self(what);
    }
}
