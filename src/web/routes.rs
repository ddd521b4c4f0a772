//! Places in the app, as they stand behind the `#` of the address.
//!
//! A hash router needs no server rules: deep links work on every static host and offline.
//! Invariant: [`Route::parse`] of [`Route::href`] is the same route.

use crate::training::exercise::ExerciseId;
use crate::training::own::ID_PREFIX;

/// Stands for the id of a program that is to be made.
pub const NEW: &str = "new";

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is next.
    Today,
    /// The first run: what for, with what, and the first session.
    Start,
    /// All programs.
    Programs,
    /// One program, by id.
    Program(String),
    /// The program that the code of a link carries.
    ProgramLink(String),
    /// Where an own program is changed, by id; [`NEW`] for one that is to be made.
    Edit(String),
    /// All exercises, or those that the query part of the address asks for.
    Exercises(String),
    /// One exercise, by id.
    Exercise(String),
    /// The camera as a mirror for one exercise, by id.
    Mirror(String),
    /// One of the person's own exercises, by id.
    Own(String),
    /// The form that changes it.
    OwnEdit(String),
    /// The form for a new one.
    OwnNew,
    /// One muscle, by id.
    Muscle(String),
    /// A page to read, by id; without one, the list of them.
    Learn(String),
    /// Interval timers; with the code of a link, the one that it carries.
    Timers(String),
    /// The posture break, begun at once: for the icon on the home screen.
    Break,
    /// The running workout.
    Workout,
    /// How it goes.
    Progress,
    /// A self-test, by id: how it went, and where it is taken.
    Test(String),
    /// What was done.
    History,
    /// One finished workout, by id.
    Past(String),
    /// Where a finished workout is put right, by id; [`NEW`] for one that was done without the app.
    PastEdit(String),
    /// The settings.
    Settings,
    /// What is heard, felt and said.
    Sound,
    /// The weights one has.
    Weights,
    /// Reminders of the posture break.
    Reminders,
    /// Backups, what comes in from a file, and deletion.
    Data,
    /// Files of other apps, in and out.
    Import,
    /// An address that leads nowhere.
    Unknown(String),
}

impl Route {
    /// The page of an exercise, shipped or own.
    #[must_use]
    pub fn of_exercise(id: &ExerciseId) -> Self {
        let text = id.as_str().to_owned();
        if text.starts_with(ID_PREFIX) { Self::Own(text) } else { Self::Exercise(text) }
    }

    /// The route of an address's hash, with or without its `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let path = path.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let (first, second, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        match (first, second, rest) {
            ("" | "today", None, None) => Self::Today,
            ("start", None, None) => Self::Start,
            ("programs", None, None) => Self::Programs,
            ("programs", Some(id), None) => Self::Program(id.to_owned()),
            ("program", Some("link"), Some(code)) => Self::ProgramLink(code.to_owned()),
            ("edit", Some(id), None) => Self::Edit(id.to_owned()),
            ("exercises", None, None) => Self::Exercises(query.to_owned()),
            ("exercises", Some(id), None) => Self::Exercise(id.to_owned()),
            ("exercises", Some(id), Some("mirror")) => Self::Mirror(id.to_owned()),
            ("own", Some("new"), None) => Self::OwnNew,
            ("own", Some(id), None) => Self::Own(id.to_owned()),
            ("own", Some(id), Some("edit")) => Self::OwnEdit(id.to_owned()),
            ("muscles", Some(id), None) => Self::Muscle(id.to_owned()),
            ("learn", None, None) => Self::Learn(String::new()),
            ("learn", Some(id), None) => Self::Learn(id.to_owned()),
            ("timers", None, None) => Self::Timers(String::new()),
            ("timers", Some(code), None) => Self::Timers(code.to_owned()),
            ("break", None, None) => Self::Break,
            ("workout", None, None) => Self::Workout,
            ("progress", None, None) => Self::Progress,
            ("progress", Some("tests"), Some(id)) => Self::Test(id.to_owned()),
            ("history", None, None) => Self::History,
            ("history", Some(id), None) => Self::Past(id.to_owned()),
            ("history", Some(id), Some("edit")) => Self::PastEdit(id.to_owned()),
            ("settings", None, None) => Self::Settings,
            ("settings", Some("sound"), None) => Self::Sound,
            ("settings", Some("weights"), None) => Self::Weights,
            ("settings", Some("reminders"), None) => Self::Reminders,
            ("settings", Some("data"), None) => Self::Data,
            ("import", None, None) => Self::Import,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The address of the route.
    #[must_use]
    pub fn href(&self) -> String {
        let (place, more) = match self {
            Self::Today => ("", ""),
            Self::Start => ("start", ""),
            Self::Programs => ("programs", ""),
            Self::Program(id) => ("programs/", id.as_str()),
            Self::ProgramLink(code) => ("program/link/", code.as_str()),
            Self::Edit(id) => ("edit/", id.as_str()),
            Self::Exercises(query) if query.is_empty() => ("exercises", ""),
            Self::Exercises(query) => ("exercises?", query.as_str()),
            Self::Exercise(id) => ("exercises/", id.as_str()),
            Self::Mirror(id) => return ["#/exercises/", id.as_str(), "/mirror"].concat(),
            Self::Own(id) => ("own/", id.as_str()),
            Self::OwnEdit(id) => return ["#/own/", id.as_str(), "/edit"].concat(),
            Self::OwnNew => ("own/new", ""),
            Self::Muscle(id) => ("muscles/", id.as_str()),
            Self::Learn(id) if id.is_empty() => ("learn", ""),
            Self::Learn(id) => ("learn/", id.as_str()),
            Self::Timers(code) if code.is_empty() => ("timers", ""),
            Self::Timers(code) => ("timers/", code.as_str()),
            Self::Break => ("break", ""),
            Self::Workout => ("workout", ""),
            Self::Progress => ("progress", ""),
            Self::Test(id) => ("progress/tests/", id.as_str()),
            Self::History => ("history", ""),
            Self::Past(id) => ("history/", id.as_str()),
            Self::PastEdit(id) => return ["#/history/", id.as_str(), "/edit"].concat(),
            Self::Settings => ("settings", ""),
            Self::Sound => ("settings/sound", ""),
            Self::Weights => ("settings/weights", ""),
            Self::Reminders => ("settings/reminders", ""),
            Self::Data => ("settings/data", ""),
            Self::Import => ("import", ""),
            Self::Unknown(path) => ("", path.as_str()),
        };
        ["#/", place, more].concat()
    }

    /// The screen that shows the route: one list of exercises serves every query.
    #[must_use]
    pub fn screen(&self) -> Self {
        match self {
            Self::Exercises(_) => Self::Exercises(String::new()),
            other => other.clone(),
        }
    }

    /// What the browser's title and the screen reader say of the page.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Start => "Welcome",
            Self::Programs | Self::Program(_) | Self::ProgramLink(_) => "Programs",
            Self::Edit(_) => "Edit program",
            Self::Exercises(_) | Self::Exercise(_) | Self::Own(_) => "Exercises",
            Self::Mirror(_) => "Form check",
            Self::OwnEdit(_) => "Edit exercise",
            Self::OwnNew => "New exercise",
            Self::Muscle(_) => "Muscles",
            Self::Learn(_) => "Learn",
            Self::Timers(_) => "Timers",
            Self::Break | Self::Workout => "Workout",
            Self::Progress => "Progress",
            Self::Test(_) => "Self-test",
            Self::History | Self::Past(_) => "History",
            Self::PastEdit(_) => "Edit workout",
            Self::Settings => "Settings",
            Self::Sound => "Sound and vibration",
            Self::Weights => "My weights",
            Self::Reminders => "Reminders",
            Self::Data => "Your data",
            Self::Import => "Other apps",
            Self::Unknown(_) => "Page not found",
        }
    }
}
