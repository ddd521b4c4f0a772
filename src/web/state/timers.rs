//! Interval timers that the person saved.

use crate::web::signal::ReadSignal;

use super::Yoke;
use crate::session::IntervalTimer;
use crate::web::platform::clock;

impl Yoke {
    /// The saved timers, oldest first, each with its id.
    pub fn timers(self) -> ReadSignal<Vec<(String, IntervalTimer)>> {
        self.0.timers.read_only()
    }

    /// Keeps a timer: in place of the one with that id, or as a new one. Gives back the id.
    pub fn keep_timer(self, id: Option<String>, timer: IntervalTimer) -> String {
        let id = id.unwrap_or_else(|| format!("{}-{}", clock::now().wall.0, clock::salt() % 1_000));
        self.write(|store| store.save_timer(&id, &timer));
        self.0.timers.update(|timers| match timers.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => *known = timer,
            None => timers.push((id.clone(), timer)),
        });
        id
    }

    /// Takes a saved timer away, and gives it back so that this can be undone.
    pub fn drop_timer(self, id: &str) -> Option<IntervalTimer> {
        self.write(|store| store.remove_timer(id));
        let timer = self.0.timers.with_untracked(|timers| {
            timers.iter().find(|(known, _)| known == id).map(|(_, timer)| timer.clone())
        });
        self.0.timers.update(|timers| timers.retain(|(known, _)| known != id));
        timer
    }
}
