//! What the person should know, in plain words: what happened, what was kept, what to do now.

use std::rc::Rc;

use crate::store::{Finding, StorageError, StoreError};

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Something works less well than it could.
    Limited,
    /// Data is or may be lost.
    Warn,
    /// Another page writes.
    Follows,
}

/// One note.
#[derive(Clone)]
pub struct Note {
    /// How much it matters.
    pub kind: NoteKind,
    /// What happened.
    pub title: &'static str,
    /// What was kept, and what to do.
    pub text: String,
    /// What takes back what happened, if that can be done.
    pub undo: Option<Rc<dyn Fn()>>,
}

impl PartialEq for Note {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title && self.text == other.text
    }
}

impl Note {
    fn warn(title: &'static str, text: &str) -> Self {
        Self { kind: NoteKind::Warn, title, text: text.to_owned(), undo: None }
    }

    fn limited(title: &'static str, text: &str) -> Self {
        Self { kind: NoteKind::Limited, ..Self::warn(title, text) }
    }

    /// A note on something that can be taken back.
    pub fn undo(title: &'static str, text: &str, undo: impl Fn() + 'static) -> Self {
        Self { undo: Some(Rc::new(undo)), ..Self::limited(title, text) }
    }
}

const UNSAVED: &str = "Not saved";

/// The notes that what was found at start-up gives rise to.
pub(super) fn at_start(findings: &[Finding], lasting: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if !lasting || findings.contains(&Finding::Blocked) {
        notes.push(Note::warn(
            "Nothing can be saved here",
            "This browser blocks storage for this page, perhaps because the window is private. The app works, \
             but your sets are gone when you close it. Allow storage, or open Yoke in a normal window.",
        ));
    }
    let count = |wanted: fn(&Finding) -> bool| findings.iter().filter(|finding| wanted(finding)).count();
    let aside = count(|finding| matches!(finding, Finding::SetAside { .. }));
    if aside > 0 {
        let records = if aside == 1 { "One record".to_owned() } else { format!("{aside} records") };
        notes.push(Note::warn(
            "Something could not be read",
            &format!("{records} could not be read and was set aside unchanged. Everything else is here."),
        ));
    }
    let left = count(|finding| matches!(finding, Finding::LeftInPlace { .. }));
    if left > 0 {
        notes.push(Note::warn(
            "Something cannot be read",
            "A record cannot be read. It was left untouched where it is. Everything else is here.",
        ));
    }
    if findings.contains(&Finding::NearlyFull) {
        notes.push(Note::warn(
            "The storage is nearly full",
            "The browser gives each app little room, and four fifths of it are taken. Save a backup; Settings, Your data \
             shows what takes the room.",
        ));
    }
    if count(|finding| matches!(finding, Finding::Newer { .. })) > 0 {
        notes.push(Note::warn(
            "Your data is newer than this app",
            "A newer version of Yoke wrote here. This one touches nothing, so sets you log now are not saved. Close \
             all tabs of Yoke and open it again to get the new version.",
        ));
    }
    notes
}

/// The note on something that localStorage did not take; `in_journal` says whether the journal has it.
pub(super) fn unsaved(error: StoreError, in_journal: bool) -> Note {
    let (title, text) = match error {
        StoreError::Storage(StorageError::Full) if in_journal => (
            "The storage is full",
            "Your last change is kept in a second place and is not lost. Free some space for this browser, so that \
             everything is kept twice again. Settings, Your data saves a backup and shows what takes the room.",
        ),
        StoreError::Storage(StorageError::Full) => (
            UNSAVED,
            "The browser's storage is full. Your last change is still on screen, but would be lost if you close the \
             app. Save a backup now (Settings, Your data), free some space for this browser, then change the set again.",
        ),
        StoreError::Storage(StorageError::Blocked) => (
            UNSAVED,
            "The browser no longer lets this page save. Your last change is still on screen. Reopen Yoke in a normal \
             window and enter it again.",
        ),
        StoreError::ReadOnly | StoreError::Follows => (
            UNSAVED,
            "A newer version of Yoke wrote here, so this one saves nothing. Close all tabs of Yoke and open it again.",
        ),
    };
    Note::warn(title, text)
}

/// The note on another page that writes.
pub(super) fn follows() -> Note {
    let text = "This one follows along. Only one of them can log, so that nothing is lost.";
    Note { kind: NoteKind::Follows, ..Note::warn("Yoke is open in another tab", text) }
}

/// The note on what the storage had lost and the journal had kept.
pub(super) fn brought_back(count: usize) -> Note {
    Note::limited(
        "Brought back",
        &format!(
            "Changes that the browser had lost, in a crash or by clearing its storage, and that are here again: \
             {count}."
        ),
    )
}

/// The note on a file that was not taken in, or on data that was not deleted.
pub(super) fn not_taken() -> Note {
    Note::warn(
        "Nothing was changed",
        "The browser did not take all of it; a full storage is the usual reason. Free some space for this browser, then \
         try again.",
    )
}

/// The note on a file that brought nothing.
pub(super) fn nothing_new() -> Note {
    Note::limited("Nothing was changed", "All of it is here already.")
}

/// The note on a guided workout that went on while the phone slept.
pub(super) fn steps_went_by(count: usize) -> Note {
    Note::limited(
        "It went on while you were away",
        &format!("Moves that ran out by the clock and stand as done: {count}. Undo takes them back."),
    )
}

/// The note on a screen that will go dark.
pub(super) fn screen_may_sleep() -> Note {
    Note::limited(
        "The screen may go dark",
        "The browser did not let Yoke keep it on; a low battery is the usual reason. Timers stay right, and \
               the screen shows the true time when you wake it.",
    )
}

/// The note on a workout that was thrown away.
pub(super) fn discarded(sets: usize, undo: impl Fn() + 'static) -> Note {
    let text =
        if sets == 1 { "1 set went with it.".to_owned() } else { format!("{sets} sets went with it.") };
    Note::undo("Workout discarded", &text, undo)
}
