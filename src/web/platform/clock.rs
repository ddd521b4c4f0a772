//! The clocks, the local zone and chance: what the pure half must not read itself.

use super::window;
use crate::training::time::{Now, UtcOffset, Wall};

/// What both clocks say.
#[must_use]
pub fn now() -> Now {
    let mono = window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now());
    Now { wall: Wall(js_sys::Date::now() as u64), mono: mono as u64 }
}

/// How far local time is ahead of UTC now.
#[must_use]
pub fn utc_offset() -> UtcOffset {
    zone(Wall(js_sys::Date::now() as u64))
}

/// How far local time is ahead of UTC at a point in time.
#[must_use]
pub fn zone(at: Wall) -> UtcOffset {
    let behind = js_sys::Date::new(&(at.0 as f64).into()).get_timezone_offset();
    UtcOffset::minutes(-(behind as i16))
}

/// Twenty random bits.
#[must_use]
pub fn salt() -> u32 {
    (js_sys::Math::random() * f64::from(1_u32 << 20)) as u32
}
