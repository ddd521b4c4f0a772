//! What the app knows while it is open: one `Copy` struct of signals, whose methods are the only writers.
//!
//! Works with `platform` and the pure half. Invariant: every change goes through a pure function first, then to
//! the store, then to the screen; what the store did not take is said.

mod copies;
mod data;
mod exchange;
mod journal;
mod measure;
mod notes;
mod own;
mod past;
mod programs;
mod reminder;
mod sound;
mod timers;
mod training;
mod workout;

use crate::web::signal::{Kept, Lasting, ReadSignal};

use super::platform::audio::Cues;
use super::platform::heartbeat::Heartbeat;
use super::platform::install;
use super::platform::listener::Listener;
use super::platform::pocket::Pocket;
use super::platform::speech::Voice;
use super::platform::storage::PageStorage;
use super::platform::wake_lock::{self, Awake};
use super::platform::{clock, journal as lock, page, service_worker};
use super::routes::Route;
use crate::session::{IntervalTimer, Session, TimedCue};
use crate::store::settings::Theme;
use crate::store::{Settings, Store, StoreError};
use crate::training::history::Workout;
use crate::training::measure::{Measurement, Watch};
use crate::training::own::OwnExercise;
use crate::training::program::Program;
use crate::training::time::{Day, Now, Wall};

pub use exchange::Picked;
pub use notes::{Note, NoteKind};
pub use reminder::TITLE;
pub use training::Grounds;
pub use workout::Saved;

/// The app's state. `Copy` and as small as a pointer, for every closure of a page holds one: hand it around freely.
#[derive(Clone, Copy)]
pub struct Yoke(&'static State);

/// A sheet over the running workout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// What else can be done.
    More,
    /// Another exercise of the plan.
    Go,
    /// Another exercise in place of the one that comes.
    Swap,
    /// A shorter workout.
    Shorten,
    /// Pain in the exercise in hand.
    Hurts,
    /// Why this weight.
    Why,
    /// Notes.
    Note,
    /// Finish or throw away.
    End,
}

/// What there is to know, made once and never taken down.
struct State {
    route: Lasting<Route>,
    settings: Lasting<Settings>,
    history: Lasting<Vec<Workout>>,
    /// Tells when what was done long ago is in the history.
    older: Lasting<()>,
    own: Lasting<Vec<OwnExercise>>,
    timers: Lasting<Vec<(String, IntervalTimer)>>,
    programs: Lasting<Vec<Program>>,
    tests: Lasting<Vec<Measurement>>,
    /// The stopwatch of a self-test, while it runs.
    watch: Lasting<Option<Watch>>,
    session: Lasting<Option<Session>>,
    now: Lasting<Now>,
    notes: Lasting<Vec<Note>>,
    awake: Lasting<Awake>,
    /// Whether something that was written is not in the journal yet.
    saving: Lasting<bool>,
    /// Whether nothing was ever stored or chosen here.
    fresh: Lasting<bool>,
    /// The names of the copies of earlier days.
    copies: Lasting<Vec<String>>,
    sheet: Lasting<Option<Sheet>>,
    /// A file of another app, while one looks at it.
    file: Kept<Option<Picked>>,
    store: Kept<Store<PageStorage>>,
    cues: Kept<Cues>,
    pocket: Kept<Option<Pocket>>,
    /// Hears the pocket player's progress.
    ticking: Kept<Option<Listener>>,
    voice: Kept<Voice>,
    /// Whether the voice was unlocked by a tap.
    primed: Kept<bool>,
    flashes: Lasting<u32>,
    /// Whether tones are wanted and the browser holds them back.
    held_back: Lasting<bool>,
    /// When the browser last let us sound, or was asked to.
    heard: Kept<Wall>,
    /// When pocket mode last looked far ahead.
    looked_far: Kept<Wall>,
    heart: Kept<Option<Heartbeat>>,
    coming: Kept<Vec<TimedCue>>,
    /// When was last looked at what is to be heard.
    looked: Kept<Wall>,
    /// When the page was opened.
    opened: Wall,
    /// Whether a reminder waits for an answer.
    reminds: Lasting<bool>,
    /// Whether a new version of the app waits and was not put off.
    updates: Lasting<bool>,
    /// The one timer of reminders.
    alarm: Kept<Option<gloo_timers::callback::Timeout>>,
    beat: Kept<Option<gloo_timers::callback::Interval>>,
    listeners: Kept<Vec<Listener>>,
}

impl Yoke {
    /// Opens the store and begins to listen.
    fn open() -> Self {
        let now = clock::now();
        let storage = PageStorage::find();
        let lasting = storage.is_lasting();
        let open = if lock::leads() || !lasting { Store::open } else { Store::open_to_follow };
        let (store, loaded) = open(storage, now.wall);
        let state = Self(Box::leak(Box::new(State {
            route: Lasting::new(Route::parse(&page::hash())),
            settings: Lasting::new(loaded.settings),
            history: Lasting::new(loaded.workouts),
            older: Lasting::new(()),
            own: Lasting::new(loaded.own),
            timers: Lasting::new(loaded.timers),
            programs: Lasting::new(loaded.programs),
            tests: Lasting::new(loaded.tests),
            watch: Lasting::new(None),
            session: Lasting::new(loaded.session),
            now: Lasting::new(now),
            notes: Lasting::new(notes::at_start(&loaded.findings, lasting)),
            awake: Lasting::new(Awake::Off),
            // Until both stores agree.
            saving: Lasting::new(lasting),
            fresh: Lasting::new(loaded.fresh),
            copies: Lasting::new(Vec::new()),
            sheet: Lasting::new(None),
            file: Kept::new(None),
            store: Kept::new(store),
            cues: Kept::new(Cues::default()),
            pocket: Kept::new(None),
            ticking: Kept::new(None),
            voice: Kept::new(Voice::find()),
            primed: Kept::new(false),
            flashes: Lasting::new(0),
            held_back: Lasting::new(false),
            heard: Kept::new(now.wall),
            looked_far: Kept::new(now.wall),
            heart: Kept::new(None),
            coming: Kept::new(Vec::new()),
            looked: Kept::new(now.wall),
            opened: now.wall,
            reminds: Lasting::new(false),
            updates: Lasting::new(false),
            alarm: Kept::new(None),
            beat: Kept::new(None),
            listeners: Kept::new(Vec::new()),
        })));
        state.listen();
        state.join(lasting);
        state.follow_theme();
        if state.0.session.with_untracked(Option::is_some) {
            // Some browsers let an installed or much used page sound at once; the others wait for a tap.
            state.unlock_sound();
        }
        state.keep_time();
        state.read_on();
        service_worker::register();
        state
    }

    /// Where we are.
    pub fn route(self) -> ReadSignal<Route> {
        self.0.route.read_only()
    }

    /// Goes to a place at once, without a step for *back*; the browser's own word of it would come frames later.
    pub fn replace(self, route: Route) {
        page::replace(&route.href());
        self.0.route.set(route);
    }

    /// What was chosen.
    pub fn settings(self) -> ReadSignal<Settings> {
        self.0.settings.read_only()
    }

    /// What was done, newest first.
    pub fn history(self) -> ReadSignal<Vec<Workout>> {
        self.0.history.read_only()
    }

    /// Whether something lacks in what a page shows of the history; if so, the page will hear when what was done long ago is
    /// there too, a moment after the start.
    pub fn lacks(self, lacks: bool) -> bool {
        if lacks {
            self.0.older.with(|()| ());
        }
        lacks
    }

    /// The running workout.
    pub fn session(self) -> ReadSignal<Option<Session>> {
        self.0.session.read_only()
    }

    /// The wall clock, four times a second while a workout runs, else now and then.
    pub fn wall(self) -> Wall {
        self.0.now.with(|now| now.wall)
    }

    /// The wall clock at this very moment, for what moves between two looks at it.
    #[must_use]
    pub fn instant(self) -> Wall {
        clock::now().wall
    }

    /// Today, by the local clock.
    #[must_use]
    pub fn today(self) -> Day {
        Day::local(self.0.now.with(|now| now.wall), clock::utc_offset())
    }

    /// Today, looked at once.
    #[must_use]
    pub fn day_untracked(self) -> Day {
        Day::local(self.instant(), clock::utc_offset())
    }

    /// What the person should know.
    pub fn notes(self) -> ReadSignal<Vec<Note>> {
        self.0.notes.read_only()
    }

    /// Whether the screen is kept on.
    pub fn awake(self) -> ReadSignal<Awake> {
        self.0.awake.read_only()
    }

    /// Which sheet of the workout is open. It stays so when the view under it changes.
    pub fn sheet(self) -> ReadSignal<Option<Sheet>> {
        self.0.sheet.read_only()
    }

    /// Opens a sheet of the workout, or closes what is open.
    pub fn show_sheet(self, sheet: Option<Sheet>) {
        self.0.sheet.set(sheet);
    }

    /// Takes a note off the screen.
    pub fn dismiss(self, note: &Note) {
        self.0.notes.update(|notes| notes.retain(|known| known != note));
    }

    /// Whether to say that a new version waits: on Today and never during a workout.
    #[must_use]
    pub fn updates(self) -> bool {
        self.0.updates.with(|waits| *waits)
            && self.0.session.with(Option::is_none)
            && self.0.route.with(|route| *route == Route::Today)
    }

    /// Says no more of the new version; the next start takes it.
    pub fn put_off_update(self) {
        self.0.updates.set(false);
    }

    /// Whether to show the way to the home screen: once, after the third workout, where the browser is known to have one.
    #[must_use]
    pub fn asks_home(self) -> bool {
        self.0.settings.with_untracked(|settings| !settings.home_asked)
            && self.0.history.with_untracked(|workouts| workouts.len() >= 3)
            && self.0.session.with_untracked(Option::is_none)
            && matches!(install::way_home(), install::ASKS | install::SHARE)
    }

    /// Whether nothing was ever stored or chosen here: the first run asks what for.
    #[must_use]
    pub fn is_fresh(self) -> bool {
        self.0.fresh.with_untracked(|fresh| *fresh)
    }

    /// Changes the settings.
    pub fn choose(self, change: impl FnOnce(&mut Settings)) {
        self.0.settings.update(change);
        self.chosen();
    }

    fn chosen(self) {
        let settings = self.0.settings.with_untracked(Settings::clone);
        self.write(|store| store.save_settings(&settings));
        self.follow_theme();
        self.follow_screen_lock(&settings);
        self.remind();
    }

    fn follow_theme(self) {
        page::set_theme(match self.0.settings.with_untracked(|settings| settings.theme) {
            Theme::System => None,
            Theme::Dark => Some("dark"),
            Theme::Light => Some("light"),
        });
    }

    fn listen(self) {
        let routed = move |_| self.0.route.set(Route::parse(&page::hash()));
        let woken = move |_| self.wake();
        let seen = move |_| {
            self.wake();
            self.stay_awake();
        };
        // After a reload the browser keeps silent until the first tap, wherever that is.
        let tapped = move |_| {
            if self.0.session.with_untracked(Option::is_some) {
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
            Listener::on_window(wake_lock::ANSWERED, move |_| self.awake_answered()),
            Listener::on_window(service_worker::WAITS, move |_| self.0.updates.set(true)),
        ];
        self.0.listeners.set(listeners.into_iter().flatten().collect());
    }

    /// Writes to the store, and says so if it could not be written. Returns whether it was.
    fn write<T>(self, write: impl FnOnce(&mut Store<PageStorage>) -> Result<T, StoreError>) -> bool {
        let error = self.0.store.change(write).err();
        self.written(error)
    }

    #[inline(never)]
    fn written(self, error: Option<StoreError>) -> bool {
        self.0.fresh.set(false);
        self.hand_on();
        match error {
            None => return true,
            Some(StoreError::Follows) => {
                self.refuses();
                // What was changed on this screen alone goes again.
                lock::changed();
            }
            Some(error) => self.note(notes::unsaved(error, lock::is_there())),
        }
        false
    }

    fn note(self, note: Note) {
        self.0.notes.update(|notes| {
            if !notes.contains(&note) {
                notes.push(note);
            }
        });
    }
}

thread_local! {
    static YOKE: Yoke = Yoke::open();
}

/// The app's state, from any component; opened when first asked for.
#[must_use]
pub fn use_yoke() -> Yoke {
    YOKE.with(|yoke| *yoke)
}
