//! Places in the app, as they stand behind the `#` of the address.
//!
//! A hash router needs no server rules: deep links work on every static host and offline.
//! Invariant: [`Route::parse`] of [`Route::href`] is the same route.

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// What is next.
    Today,
    /// All programs.
    Programs,
    /// One program, by id.
    Program(String),
    /// All exercises.
    Exercises,
    /// One exercise, by id.
    Exercise(String),
    /// The running workout.
    Workout,
    /// What was done.
    History,
    /// One finished workout, by id.
    Past(String),
    /// The settings.
    Settings,
    /// An address that leads nowhere.
    Unknown(String),
}

impl Route {
    /// The route of an address's hash, with or without its `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let (first, second, rest) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        match (first, second, rest) {
            ("" | "today", None, None) => Self::Today,
            ("programs", None, None) => Self::Programs,
            ("programs", Some(id), None) => Self::Program(id.to_owned()),
            ("exercises", None, None) => Self::Exercises,
            ("exercises", Some(id), None) => Self::Exercise(id.to_owned()),
            ("workout", None, None) => Self::Workout,
            ("history", None, None) => Self::History,
            ("history", Some(id), None) => Self::Past(id.to_owned()),
            ("settings", None, None) => Self::Settings,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The address of the route.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Today => "#/".to_owned(),
            Self::Programs => "#/programs".to_owned(),
            Self::Program(id) => format!("#/programs/{id}"),
            Self::Exercises => "#/exercises".to_owned(),
            Self::Exercise(id) => format!("#/exercises/{id}"),
            Self::Workout => "#/workout".to_owned(),
            Self::History => "#/history".to_owned(),
            Self::Past(id) => format!("#/history/{id}"),
            Self::Settings => "#/settings".to_owned(),
            Self::Unknown(path) => format!("#/{path}"),
        }
    }

    /// What the browser's title and the screen reader say of the page.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Programs | Self::Program(_) => "Programs",
            Self::Exercises | Self::Exercise(_) => "Exercises",
            Self::Workout => "Workout",
            Self::History | Self::Past(_) => "History",
            Self::Settings => "Settings",
            Self::Unknown(_) => "Page not found",
        }
    }
}
