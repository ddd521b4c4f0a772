//! The screen wake lock. Its `web_sys` types want unstable flags; these few lines do.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;

#[wasm_bindgen]
extern "C" {
    type WakeLockNavigator;
    type WakeLock;
    type Sentinel;

    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    fn wake_lock(this: &WakeLockNavigator) -> Option<WakeLock>;

    #[wasm_bindgen(method, catch)]
    fn request(this: &WakeLock, kind: &str) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(method)]
    fn release(this: &Sentinel) -> js_sys::Promise;

    #[wasm_bindgen(method, getter)]
    fn released(this: &Sentinel) -> bool;
}

/// Whether the screen is kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awake {
    /// Not asked for.
    Off,
    /// The screen stays on.
    On,
    /// The browser said no, for instance because the battery is low.
    Refused,
    /// This browser cannot.
    Absent,
}

/// Keeps the screen on while it lives and the page is visible.
pub struct ScreenLock {
    held: Rc<RefCell<Option<Sentinel>>>,
}

impl ScreenLock {
    /// Asks for the lock; `told` hears how it went.
    pub fn ask(told: impl Fn(Awake) + 'static) -> Self {
        let lock = Self { held: Rc::default() };
        lock.ask_again(told);
        lock
    }

    /// Asks again, as must be done each time the page becomes visible.
    pub fn ask_again(&self, told: impl Fn(Awake) + 'static) {
        if self.held.borrow().as_ref().is_some_and(|sentinel| !sentinel.released()) {
            return;
        }
        let navigator = window().map(|window| window.navigator().unchecked_into::<WakeLockNavigator>());
        let Some(lock) = navigator.and_then(|navigator| navigator.wake_lock()) else {
            told(Awake::Absent);
            return;
        };
        let held = Rc::downgrade(&self.held);
        spawn_local(async move {
            let answer = match lock.request("screen") {
                Ok(promise) => JsFuture::from(promise).await,
                Err(refused) => Err(refused),
            };
            match answer {
                Ok(sentinel) => {
                    let sentinel: Sentinel = sentinel.unchecked_into();
                    // Asked for and given up meanwhile: let it go at once.
                    match held.upgrade() {
                        Some(held) => {
                            *held.borrow_mut() = Some(sentinel);
                            told(Awake::On);
                        }
                        None => drop(sentinel.release()),
                    }
                }
                Err(_) => told(Awake::Refused),
            }
        });
    }
}

impl Drop for ScreenLock {
    fn drop(&mut self) {
        if let Some(sentinel) = self.held.borrow_mut().take() {
            let _ = sentinel.release();
        }
    }
}
