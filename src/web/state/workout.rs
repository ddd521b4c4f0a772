//! The running workout: events in, effects out to store, sound, screen lock and screen.

use super::{Yoke, notes};
use crate::catalog::flows::begun;
use crate::catalog::programs::posture_break;
use crate::session::{Effect, Event, Stage};
use crate::session::{IntervalTimer, Plan, Session};
use crate::store::{Settings, Store};
use crate::training::amend::insert;
use crate::training::exercise::ExerciseId;
use crate::training::history::{Source, WorkoutId};
use crate::training::length::Length;
use crate::training::prescription::Prescription;
use crate::training::program::Program;
use crate::training::reminder::Standing;
use crate::web::platform::heartbeat::Heartbeat;
use crate::web::platform::wake_lock::{self, Awake};
use crate::web::platform::{clock, journal, page};

/// How often the clock is looked at while a workout runs, in milliseconds.
const BEAT_MILLIS: u32 = 200;

/// How saving a workout went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in the history.
    Yes,
    /// Nothing had been logged, so there was nothing to keep.
    Nothing,
    /// It could not be stored; it is still open.
    No,
}

impl Yoke {
    /// Begins a program's day; a flow at this length, anything else with the warm-up in front if that is chosen; either with
    /// what was added to its end. An open workout is not replaced.
    pub fn begin(self, program: &Program, day: usize, length: Length) {
        let Some(day_plan) = program.days.get(day) else { return };
        if self.0.session.with_untracked(Option::is_some) {
            return;
        }
        let mut items = begun(day_plan, self.0.settings.with_untracked(|settings| settings.warm_up), length);
        items.extend(self.extras(program, &day_plan.items));
        let plan = Plan {
            title: day_plan.name.clone().into_owned(),
            source: Some(Source {
                program: program.id.clone(),
                day,
                mark: day_plan.mark.clone().into_owned(),
            }),
            items,
            timer: None,
        };
        self.begin_plan(plan);
    }

    /// What the next workout of a program ends with beside its own `items`, if it is the chosen one.
    #[must_use]
    pub fn extras(self, program: &Program, items: &[Prescription]) -> Vec<Prescription> {
        let chosen = self.0.settings.with(|settings| {
            if settings.program.as_ref() == Some(&program.id) { settings.extras.clone() } else { Vec::new() }
        });
        let is_new = |id: &&ExerciseId| items.iter().all(|item| item.exercise != **id);
        chosen.iter().filter(is_new).filter_map(|id| self.usual(id)).collect()
    }

    /// Ends the next workout of the chosen program with this exercise too, or no longer.
    pub fn turn_extra(self, exercise: &ExerciseId) {
        self.choose(|settings| {
            let before = settings.extras.len();
            settings.extras.retain(|known| known != exercise);
            if settings.extras.len() == before {
                settings.extras.push(exercise.clone());
            }
        });
    }

    /// The item of the open workout in which this exercise is to be done or was done, the last one.
    #[must_use]
    pub fn item_of(self, exercise: &ExerciseId) -> Option<usize> {
        self.0.session.with(|session| {
            let items = &session.as_ref()?.plan().items;
            items.iter().rposition(|item| item.is_planned() && item.exercise == *exercise)
        })
    }

    /// Puts an exercise at the end of the open workout, or does no more of it.
    pub fn turn_last(self, exercise: &ExerciseId) {
        match (self.item_of(exercise), self.usual(exercise)) {
            (Some(item), _) => self.leave_out(item),
            (None, Some(with)) => {
                self.act(Event::Append { with: Box::new(with) });
            }
            (None, None) => {}
        }
    }

    /// Begins the posture break. An open workout is not replaced.
    pub fn begin_break(self) {
        if self.0.session.with_untracked(Option::is_none) {
            let items = posture_break().into_iter().collect();
            self.begin_plan(Plan { title: "Posture break".to_owned(), source: None, items, timer: None });
        }
    }

    /// Begins an interval timer. An open workout is not replaced.
    pub fn begin_timer(self, timer: IntervalTimer) {
        if self.0.session.with_untracked(Option::is_none) {
            self.begin_plan(Plan::of_timer(timer));
        }
    }

    pub(super) fn begin_plan(self, plan: Plan) {
        self.answer(Standing::After);
        let now = clock::now();
        let id = WorkoutId::new(now.wall, clock::salt());
        let session = Session::begin(id, plan, now, clock::utc_offset());
        self.write(|store| store.begin(&session));
        self.unlock_sound();
        self.0.now.set(now);
        self.0.session.set(Some(session));
        self.keep_time();
    }

    /// Hands an event to the machine and does what it asks for. Returns whether it was taken.
    pub fn act(self, event: Event) -> bool {
        self.unlock_sound();
        self.advance(event)
    }

    /// What hands an event to the machine when it is called.
    pub fn doing(self, event: Event) -> impl Fn() + 'static {
        move || {
            self.act(event.clone());
        }
    }

    /// Does no more sets of an item of the plan.
    pub fn leave_out(self, item: usize) {
        let sets = self.0.session.with_untracked(|session| {
            let mut sets: Vec<u8> = session.as_ref()?.plan().items.iter().map(|item| item.sets).collect();
            *sets.get_mut(item)? = 0;
            Some(sets)
        });
        if let Some(sets) = sets {
            self.act(Event::Shorten { sets });
            self.act(Event::WarmUp { item, sets: 0 });
        }
    }

    /// Saves the workout to the history and closes it.
    pub fn save_workout(self) -> Saved {
        let ended = self.0.session.with_untracked(|session| match session.as_ref().map(Session::stage) {
            Some(Stage::Complete { since }) => since,
            _ => clock::now().wall,
        });
        let workout =
            self.0.session.with_untracked(|session| session.as_ref().and_then(|s| s.workout(ended)));
        let Some(workout) = workout else {
            self.discard_workout();
            return Saved::Nothing;
        };
        if !self.write(|store| store.finish(&workout)) {
            return Saved::No;
        }
        let of = workout.source.as_ref().map(|source| source.program.clone());
        self.0.history.update(|history| insert(history, workout));
        if self.0.settings.with_untracked(|settings| !settings.extras.is_empty() && settings.program == of) {
            self.choose(|settings| settings.extras.clear());
        }
        if self.0.history.with_untracked(Vec::len) == 1 {
            // Now there is something to keep, and this is still the tap.
            journal::persist();
        }
        self.close();
        Saved::Yes
    }

    /// Throws the running workout away. Sets that were logged can be brought back from the note that says so.
    pub fn discard_workout(self) {
        let gone = self.0.session.with_untracked(Option::clone);
        self.write(Store::discard);
        self.close();
        if let Some(gone) = gone.filter(|gone| gone.logged() > 0) {
            self.note(notes::discarded(gone.logged(), move || self.bring_back(&gone)));
        }
    }

    fn bring_back(self, session: &Session) {
        if !self.refuses() && self.0.session.with_untracked(Option::is_none) {
            self.write(|store| store.begin(session));
            self.0.session.set(Some(session.clone()));
            self.keep_time();
        }
    }

    /// Time may have passed: catch up.
    pub fn wake(self) {
        if self.0.session.with_untracked(Option::is_some) {
            self.advance(Event::Wake);
        } else {
            self.0.now.set(clock::now());
            self.remind();
        }
    }

    /// Whether neither a workout nor a stopwatch runs.
    fn rests(self) -> bool {
        self.0.session.with_untracked(Option::is_none) && self.0.watch.with_untracked(Option::is_none)
    }

    /// Asks for the screen lock (again), while something runs and the page is seen.
    pub(super) fn stay_awake(self) {
        let wanted = self.0.settings.with_untracked(|settings| settings.keep_awake) && !self.rests();
        if !wanted || !page::is_visible() {
            return;
        }
        wake_lock::keep_on();
    }

    /// The browser said whether it keeps the screen on.
    pub(super) fn awake_answered(self) {
        let awake = wake_lock::awake();
        self.0.awake.set(awake);
        if awake == Awake::Refused {
            self.note(notes::screen_may_sleep());
        }
    }

    fn let_sleep(self) {
        wake_lock::let_go();
        self.0.awake.set(Awake::Off);
    }

    /// Lets the screen go dark, or keeps it on, as was just chosen.
    pub(super) fn follow_screen_lock(self, settings: &Settings) {
        if settings.keep_awake {
            self.stay_awake();
        } else {
            self.let_sleep();
        }
    }

    /// Starts the beat if a workout is open or a stopwatch runs.
    pub(super) fn keep_time(self) {
        self.remind();
        if self.rests() {
            return;
        }
        self.0.beat.set(Some(gloo_timers::callback::Interval::new(BEAT_MILLIS, move || self.wake())));
        // A hidden page's own timers are held back to one a minute; those of a worker are not.
        let hidden = move || {
            if !page::is_visible() {
                self.wake();
            }
        };
        self.0.heart.set(Heartbeat::start(BEAT_MILLIS, Box::new(hidden)));
        self.stay_awake();
        self.wake();
    }

    pub(super) fn advance(self, event: Event) -> bool {
        let follows = self.follows();
        if follows && event != Event::Wake {
            return !self.refuses();
        }
        let now = clock::now();
        let before = self.place();
        let outcome = self.0.session.update_untracked(|session| session.as_mut()?.step(event, now).ok());
        let taken = outcome.is_some();
        let effects = outcome.unwrap_or_default();
        if !effects.is_empty() {
            if !follows {
                self.keep(&effects);
            }
            self.0.session.notify();
        }
        self.0.now.set(now);
        if follows {
            return taken;
        }
        self.tell(&effects);
        if self.place() != before {
            self.say_place();
        }
        self.sound(now, !effects.is_empty());
        taken
    }

    /// What the person should know of an event's effects.
    fn tell(self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::StepsWentBy(count) = *effect {
                self.note(notes::steps_went_by(count));
            }
        }
    }

    fn keep(self, effects: &[Effect]) {
        self.0.session.with_untracked(|session| {
            if let Some(session) = session {
                self.write(|store| store.save_changes(session, effects));
            }
        });
    }

    fn close(self) {
        self.0.session.set(None);
        self.stop();
    }

    /// Nothing runs any more.
    pub(super) fn stop(self) {
        self.0.beat.set(None);
        self.0.heart.set(None);
        self.let_sleep();
        self.end_sound();
        self.remind();
    }
}
