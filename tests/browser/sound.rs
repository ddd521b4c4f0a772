//! Pocket mode, voice and heartbeat, as far as a browser without ears and a locked phone can tell.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use yoke_app::session::{Cue, TimedCue};
use yoke_app::training::time::Wall;
use yoke_app::web::platform::clock;
use yoke_app::web::platform::heartbeat::Heartbeat;
use yoke_app::web::platform::pocket::{self, Pocket, PocketState, Press};
use yoke_app::web::platform::speech::Voice;

const HEADER: usize = 44;
const MINUTE: u64 = 60_000;

async fn wait(millis: i32) {
    let promise = Promise::new(&mut |done: Function, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until something is so, at most ten seconds.
async fn until(mut so: impl FnMut() -> bool) -> bool {
    for _ in 0..200 {
        if so() {
            return true;
        }
        wait(50).await;
    }
    false
}

async fn fetch(address: &str) -> Option<Vec<u8>> {
    let window = web_sys::window().unwrap();
    let fetch: Function = Reflect::get(&window, &"fetch".into()).unwrap().unchecked_into();
    let promise: Promise = fetch.call1(&window, &address.into()).unwrap().unchecked_into();
    let response = JsFuture::from(promise).await.ok()?;
    let read: Function = Reflect::get(&response, &"arrayBuffer".into()).unwrap().unchecked_into();
    let promise: Promise = read.call0(&response).unwrap().unchecked_into();
    let bytes = JsFuture::from(promise).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

fn silent() -> Pocket {
    Pocket::new(Box::new(|_| ()))
}

fn cue(at: Wall, cue: Cue) -> TimedCue {
    TimedCue { at, cue }
}

#[wasm_bindgen_test]
async fn the_track_holds_the_cues_ahead_and_a_minute_of_silence() {
    let now = clock::now().wall;
    let mut pocket = silent();
    assert_eq!((pocket.state(), pocket.address()), (PocketState::Off, None));
    let cues = [cue(now.minus(500), Cue::Go), cue(now.plus(2_000), Cue::End), cue(now.plus(30_000), Cue::Go)];
    pocket.set_track(&cues, now, now.plus(15 * MINUTE), 80);
    let file = fetch(pocket.address().unwrap()).await.unwrap();
    assert_eq!(file.len(), HEADER + 90 * 16_000);
    let first = file[HEADER..].chunks_exact(2).position(|pair| pair != [0, 0]);
    assert_eq!(first, Some(16_000));
}

#[wasm_bindgen_test]
async fn the_file_is_changed_only_when_what_lies_ahead_changes_and_the_old_one_is_given_back() {
    let now = clock::now().wall;
    let far = |now: Wall| now.plus(15 * MINUTE);
    let mut pocket = silent();
    let cues = [cue(now.plus(1_000), Cue::Go), cue(now.plus(20_000), Cue::End)];
    pocket.set_track(&cues, now, far(now), 80);
    let first = pocket.address().unwrap().to_owned();
    // The first cue is over, and the caller has forgotten it.
    let later = now.plus(2_000);
    pocket.set_track(&cues[1..], later, far(later), 80);
    assert_eq!(pocket.address(), Some(first.as_str()));
    // A cue that is known only now, in the far silence behind the track, waits for the next file.
    let known_later = [cues[1], cue(now.plus(14 * MINUTE), Cue::RestOver)];
    pocket.set_track(&known_later, later, far(later), 80);
    assert_eq!(pocket.address(), Some(first.as_str()));
    // Fifteen seconds more.
    let moved = [cue(now.plus(35_000), Cue::End)];
    pocket.set_track(&moved, later, far(later), 80);
    let second = pocket.address().unwrap().to_owned();
    assert_ne!(second, first);
    assert_eq!(fetch(&first).await, None);
    // Another loudness.
    pocket.set_track(&moved, later, far(later), 30);
    assert_ne!(pocket.address(), Some(second.as_str()));
    // A cue of this very moment.
    let third = pocket.address().unwrap().to_owned();
    pocket.set_track(&[cue(later, Cue::Go), moved[0]], later, far(later), 30);
    assert_ne!(pocket.address(), Some(third.as_str()));
    let last = pocket.address().unwrap().to_owned();
    pocket.stop();
    assert_eq!((pocket.state(), pocket.address()), (PocketState::Off, None));
    assert_eq!(fetch(&last).await, None);
}

#[wasm_bindgen_test]
async fn a_long_silence_is_played_again_instead_of_changed() {
    let mut now = clock::now().wall;
    let mut pocket = silent();
    pocket.set_track(&[cue(now.plus(1_000), Cue::End)], now, now.plus(15 * MINUTE), 80);
    let first = pocket.address().unwrap().to_owned();
    for _ in 0..60 {
        now = now.plus(5_000);
        pocket.set_track(&[], now, now.plus(15 * MINUTE), 80);
        assert_eq!(pocket.address(), Some(first.as_str()));
    }
    // Five minutes later something lies ahead again.
    pocket.set_track(&[cue(now.plus(3_000), Cue::Go)], now, now.plus(15 * MINUTE), 80);
    assert_ne!(pocket.address(), Some(first.as_str()));
}

#[wasm_bindgen_test]
async fn without_a_tap_the_player_plays_or_says_that_it_is_held_back() {
    let mut pocket = silent();
    let now = clock::now().wall;
    pocket.unlock();
    pocket.set_track(&[], now, now.plus(MINUTE), 80);
    wait(500).await;
    pocket.keep_true(clock::now().wall);
    assert!(matches!(pocket.state(), PocketState::Playing | PocketState::Blocked));
    pocket.pause();
    assert_eq!(pocket.state(), PocketState::Off);
    pocket.stop();
}

/// Lets a test get at the players that are told to play, and at the handlers of the lock screen's buttons.
fn spy() -> js_sys::Object {
    let code = "
        const spy = { handlers: {}, refused: 0 };
        const play = HTMLMediaElement.prototype.play;
        HTMLMediaElement.prototype.play = function () { spy.player = this; return play.call(this); };
        const set = MediaSession.prototype.setActionHandler;
        MediaSession.prototype.setActionHandler = function (action, handler) {
            spy.handlers[action] = handler;
            return set.call(this, action, handler);
        };
        addEventListener('unhandledrejection', () => { spy.refused += 1; });
        return spy;";
    Function::new_no_args(code).call0(&JsValue::NULL).unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_playing_track_is_kept_true_and_started_again_and_its_buttons_are_heard() {
    let spy = spy();
    let get = |name: &str| Reflect::get(&spy, &JsValue::from_str(name)).unwrap();
    let presses = Rc::new(std::cell::RefCell::new(Vec::new()));
    let told = Rc::clone(&presses);
    let mut pocket = Pocket::new(Box::new(move |press| told.borrow_mut().push(press)));
    pocket.unlock();
    let began = clock::now().wall;
    pocket.set_track(&[cue(began.plus(700), Cue::Go)], began, began.plus(MINUTE), 80);
    let player: web_sys::HtmlAudioElement = get("player").unchecked_into();
    let off = |began: Wall| clock::now().wall.since(began) as f64 / 1_000.0 - player.current_time();
    wait(700).await;
    if pocket.state() == PocketState::Blocked {
        // This browser wants a tap, and a test cannot tap.
        assert_eq!(get("refused").as_f64(), Some(0.0));
        return;
    }
    pocket.keep_true(clock::now().wall);
    wait(300).await;
    assert!(off(began).abs() < 0.2, "{}", off(began));
    let times = Rc::new(Cell::new(0));
    let counter = Rc::clone(&times);
    let listener = pocket.on_time(move |_| counter.set(counter.get() + 1)).unwrap();
    wait(1_000).await;
    drop(listener);
    assert!(times.get() >= 2);
    // The phone halts it for a while.
    player.pause().unwrap();
    assert_eq!(pocket.state(), PocketState::Blocked);
    wait(800).await;
    pocket.keep_true(clock::now().wall);
    assert_eq!(pocket.state(), PocketState::Playing);
    wait(300).await;
    assert!(off(began).abs() < 0.2, "{}", off(began));
    // It slips.
    wait(2_000).await;
    player.set_current_time(player.current_time() - 1.0);
    wait(200).await;
    pocket.keep_true(clock::now().wall);
    wait(200).await;
    assert!(off(began).abs() < 0.2, "{}", off(began));
    // Paused, and on again at the right place.
    pocket.pause();
    wait(500).await;
    assert_eq!(pocket.state(), PocketState::Off);
    let now = clock::now().wall;
    pocket.set_track(&[], now, began.plus(MINUTE), 80);
    wait(300).await;
    assert_eq!(pocket.state(), PocketState::Playing);
    assert!(off(began).abs() < 0.2, "{}", off(began));
    // The buttons of the lock screen.
    let handlers = get("handlers");
    for action in ["nexttrack", "previoustrack", "pause", "play"] {
        let handler: Function = Reflect::get(&handlers, &action.into()).unwrap().unchecked_into();
        let details = js_sys::Object::new();
        Reflect::set(&details, &"action".into(), &action.into()).unwrap();
        handler.call1(&JsValue::NULL, &details).unwrap();
    }
    assert_eq!(*presses.borrow(), [Press::Skip, Press::Longer, Press::Pause, Press::Play]);
    assert!(!Reflect::get(&handlers, &"seekforward".into()).unwrap().is_truthy());
    pocket.stop();
    wait(200).await;
    assert!(!Reflect::get(&handlers, &"pause".into()).unwrap().is_truthy());
    assert_eq!(get("refused").as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
fn the_lock_screen_is_told_and_cleared() {
    let session = Reflect::get(&web_sys::window().unwrap().navigator(), &"mediaSession".into()).unwrap();
    assert_eq!(pocket::has_controls(), session.is_object());
    if !session.is_object() {
        return;
    }
    let metadata = |field: &str| {
        let metadata = Reflect::get(&session, &"metadata".into()).unwrap();
        Reflect::get(&metadata, &JsValue::from_str(field)).unwrap().as_string()
    };
    let state = || Reflect::get(&session, &"playbackState".into()).unwrap().as_string().unwrap();
    let mut pocket = silent();
    pocket.show("Rest", "Next: Face pull", Some((30, 90)), false);
    assert_eq!(metadata("title").as_deref(), Some("Rest"));
    assert_eq!(metadata("artist").as_deref(), Some("Next: Face pull"));
    assert_eq!(metadata("album").as_deref(), Some("Yoke"));
    assert_eq!(state(), "playing");
    // Nothing of it may throw: no end, past the end, no length at all.
    pocket.show("Set 2", "Rest", None, true);
    pocket.show("Set 2", "Rest", Some((91, 90)), true);
    pocket.show("Set 2", "Rest", Some((0, 0)), true);
    assert_eq!((metadata("title").as_deref(), state().as_str()), (Some("Set 2"), "paused"));
    pocket.stop();
    assert!(Reflect::get(&session, &"metadata".into()).unwrap().is_null());
    assert_eq!(state(), "none");
}

#[wasm_bindgen_test]
fn a_voice_may_be_absent_and_nothing_breaks() {
    let voice = Voice::find();
    voice.prime();
    voice.say("Rest over", voice.voices().first().map(String::as_str), 50);
    voice.say("Go", Some("a voice that nobody has"), 200);
    voice.hush();
    drop(voice.on_voices(|_| ()));
    assert!(voice.available() || voice.voices().is_empty());
}

#[wasm_bindgen_test]
async fn a_heartbeat_beats_until_it_is_dropped() {
    let beats = Rc::new(Cell::new(0));
    let counter = Rc::clone(&beats);
    // The test runner serves the package's folder.
    let beat = Box::new(move || counter.set(counter.get() + 1));
    let heart = Heartbeat::start(20, beat).unwrap();
    let (count, began) = (Rc::clone(&beats), clock::now().mono);
    assert!(until(move || count.get() >= 10).await);
    assert!(clock::now().mono - began >= 180);
    drop(heart);
    let count = beats.get();
    wait(200).await;
    assert_eq!(beats.get(), count);
}
