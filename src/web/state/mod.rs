//! What the app knows while it is open: one `Copy` struct of signals, whose methods are the only writers.
//!
//! Works with `platform` and the pure half. Invariant: every change goes through a pure function first, then to
//! the store, then to the screen; what the store did not take is said.

mod notes;
mod own;
mod sound;
mod timers;
mod training;
mod workout;

use crate::web::signal::{ReadSignal, RwSignal, StoredValue, use_context};

use super::platform::audio::Cues;
use super::platform::heartbeat::Heartbeat;
use super::platform::listener::Listener;
use super::platform::pocket::Pocket;
use super::platform::speech::Voice;
use super::platform::storage::PageStorage;
use super::platform::wake_lock::{Awake, ScreenLock};
use super::platform::{clock, page, service_worker};
use super::routes::Route;
use crate::catalog;
use crate::session::{IntervalTimer, Session, TimedCue};
use crate::store::settings::Theme;
use crate::store::{Settings, Store, StoreError};
use crate::training::history::Workout;
use crate::training::own::OwnExercise;
use crate::training::program::Program;
use crate::training::time::{Day, Now, Wall};

pub use notes::{Note, NoteKind};
pub use training::Grounds;
pub use workout::Saved;

/// The app's state. `Copy`: hand it around freely.
#[derive(Clone, Copy)]
pub struct Yoke {
    route: RwSignal<Route>,
    settings: RwSignal<Settings>,
    history: RwSignal<Vec<Workout>>,
    own: RwSignal<Vec<OwnExercise>>,
    timers: RwSignal<Vec<(String, IntervalTimer)>>,
    session: RwSignal<Option<Session>>,
    now: RwSignal<Now>,
    notes: RwSignal<Vec<Note>>,
    awake: RwSignal<Awake>,
    store: StoredValue<Store<PageStorage>>,
    cues: StoredValue<Cues>,
    pocket: StoredValue<Option<Pocket>>,
    /// Hears the pocket player's progress.
    ticking: StoredValue<Option<Listener>>,
    voice: StoredValue<Voice>,
    /// Whether the voice was unlocked by a tap.
    primed: StoredValue<bool>,
    flashes: RwSignal<u32>,
    /// Whether tones are wanted and the browser holds them back.
    held_back: RwSignal<bool>,
    /// When pocket mode last looked far ahead.
    looked_far: StoredValue<Wall>,
    heart: StoredValue<Option<Heartbeat>>,
    coming: StoredValue<Vec<TimedCue>>,
    /// When was last looked at what is to be heard.
    looked: StoredValue<Wall>,
    beat: StoredValue<Option<gloo_timers::callback::Interval>>,
    lock: StoredValue<Option<ScreenLock>>,
    listeners: StoredValue<Vec<Listener>>,
}

impl Yoke {
    /// Opens the store and begins to listen.
    #[must_use]
    pub fn open() -> Self {
        let now = clock::now();
        let storage = PageStorage::find();
        let lasting = storage.is_lasting();
        let (store, loaded) = Store::open(storage, now.wall);
        let state = Self {
            route: RwSignal::new(Route::parse(&page::hash())),
            settings: RwSignal::new(loaded.settings),
            history: RwSignal::new(loaded.workouts),
            own: RwSignal::new(loaded.own),
            timers: RwSignal::new(loaded.timers),
            session: RwSignal::new(loaded.session),
            now: RwSignal::new(now),
            notes: RwSignal::new(notes::at_start(&loaded.findings, lasting)),
            awake: RwSignal::new(Awake::Off),
            store: StoredValue::new(store),
            cues: StoredValue::new(Cues::default()),
            pocket: StoredValue::new(None),
            ticking: StoredValue::new(None),
            voice: StoredValue::new(Voice::find()),
            primed: StoredValue::new(false),
            flashes: RwSignal::new(0),
            held_back: RwSignal::new(false),
            looked_far: StoredValue::new(now.wall),
            heart: StoredValue::new(None),
            coming: StoredValue::new(Vec::new()),
            looked: StoredValue::new(now.wall),
            beat: StoredValue::new(None),
            lock: StoredValue::new(None),
            listeners: StoredValue::new(Vec::new()),
        };
        state.listen();
        state.follow_theme();
        if state.session.with_untracked(Option::is_some) {
            // Some browsers let an installed or much used page sound at once; the others wait for a tap.
            state.unlock_sound();
        }
        state.keep_time();
        service_worker::register();
        state
    }

    /// Where we are.
    pub fn route(self) -> ReadSignal<Route> {
        self.route.read_only()
    }

    /// Goes to a place at once, without a step for *back*; the browser's own word of it would come frames later.
    pub fn replace(self, route: Route) {
        page::replace(&route.href());
        self.route.set(route);
    }

    /// What was chosen.
    pub fn settings(self) -> ReadSignal<Settings> {
        self.settings.read_only()
    }

    /// What was done, newest first.
    pub fn history(self) -> ReadSignal<Vec<Workout>> {
        self.history.read_only()
    }

    /// The running workout.
    pub fn session(self) -> ReadSignal<Option<Session>> {
        self.session.read_only()
    }

    /// The wall clock, four times a second while a workout runs, else now and then.
    pub fn wall(self) -> Wall {
        self.now.get().wall
    }

    /// The wall clock at this very moment, for what moves between two looks at it.
    #[must_use]
    pub fn instant(self) -> Wall {
        clock::now().wall
    }

    /// Today, by the local clock.
    #[must_use]
    pub fn today(self) -> Day {
        Day::local(self.now.with(|now| now.wall), clock::utc_offset())
    }

    /// Today, looked at once.
    #[must_use]
    pub fn day_untracked(self) -> Day {
        Day::local(self.now.with_untracked(|now| now.wall), clock::utc_offset())
    }

    /// What the person should know.
    pub fn notes(self) -> ReadSignal<Vec<Note>> {
        self.notes.read_only()
    }

    /// Whether the screen is kept on.
    pub fn awake(self) -> ReadSignal<Awake> {
        self.awake.read_only()
    }

    /// Takes a note off the screen.
    pub fn dismiss(self, note: &Note) {
        self.notes.update(|notes| notes.retain(|known| known != note));
    }

    /// Changes the settings.
    pub fn choose(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        let settings = self.settings.get_untracked();
        let saved = self.store.try_update_value(|store| store.save_settings(&settings).map(drop));
        self.tell_unsaved(saved);
        self.follow_theme();
        self.follow_screen_lock(&settings);
    }

    /// The chosen program, if it is one this version knows.
    #[must_use]
    pub fn program(self) -> Option<Program> {
        self.settings.with(|settings| settings.program.as_deref().and_then(catalog::programs::program))
    }

    /// Which day of a program comes next, by what was done last.
    #[must_use]
    pub fn next_day(self, program: &Program) -> usize {
        let last = self.history.with(|history| {
            let sources = history.iter().filter_map(|workout| workout.source.as_ref());
            sources.filter(|source| source.program == program.id).map(|source| source.day).next()
        });
        program.next_day(last)
    }

    fn follow_theme(self) {
        page::set_theme(match self.settings.with_untracked(|settings| settings.theme) {
            Theme::System => None,
            Theme::Dark => Some("dark"),
            Theme::Light => Some("light"),
        });
    }

    fn listen(self) {
        let routed = move |_| self.route.set(Route::parse(&page::hash()));
        let woken = move |_| self.wake();
        let seen = move |_| {
            self.wake();
            self.stay_awake();
        };
        // After a reload the browser keeps silent until the first tap, wherever that is.
        let tapped = move |_| {
            if self.session.with_untracked(Option::is_some) {
                self.unlock_sound();
            }
        };
        let listeners = [
            Listener::on_window("hashchange", routed),
            Listener::on_document("visibilitychange", seen),
            Listener::on_document("resume", woken),
            Listener::on_window("pageshow", woken),
            Listener::on_window("focus", woken),
            Listener::on_window("pointerdown", tapped),
            Listener::on_window("keydown", tapped),
        ];
        self.listeners.set_value(listeners.into_iter().flatten().collect());
    }

    fn tell_unsaved(self, saved: Option<Result<(), StoreError>>) {
        if let Some(Err(error)) = saved {
            self.note(notes::unsaved(error));
        }
    }

    fn note(self, note: Note) {
        self.notes.update(|notes| {
            if !notes.contains(&note) {
                notes.push(note);
            }
        });
    }
}

/// The app's state, from any component.
///
/// Outside the app's tree there is none; then a fresh one is opened, which cannot happen in a mounted page.
#[must_use]
pub fn use_yoke() -> Yoke {
    use_context::<Yoke>().unwrap_or_else(Yoke::open)
}
