//! The browser's capabilities, one file each. The only place that names `web_sys`.
//!
//! Works with `sound` and `store::KeyValue`. Invariant: every listener, timer and lock has an owner that lets it go.

pub mod animation;
pub mod audio;
pub mod camera;
pub mod clock;
pub mod dialog;
pub mod file;
pub mod heartbeat;
pub mod install;
pub mod journal;
pub mod listener;
pub mod page;
pub mod paint;
pub mod pocket;
pub mod pointer;
pub mod remind;
pub mod service_worker;
pub mod share;
pub mod speech;
pub mod storage;
pub mod vibration;
pub mod wake_lock;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
