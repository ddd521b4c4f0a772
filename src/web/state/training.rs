//! The next set and why: the rules of progression, asked with what was done and what there is to lift.

use super::Yoke;
use crate::catalog::{self, equipment};
use crate::session::Session;
use crate::training::exercise::{Exercise, ExerciseId, Pattern};
use crate::training::history::SetLog;
use crate::training::loading::Loading;
use crate::training::prescription::Prescription;
use crate::training::progression::{
    Ask, Decision, Forecast, Mode, PastSession, StepSize, decide, forecast, warm_ups,
};
use crate::training::remarks::Pain;
use crate::training::time::Day;
use crate::training::units::{Load, Reps, WeightUnit};

/// How many earlier sessions are looked at: the rules need two, the forecast a gap between them.
const SESSIONS: usize = 4;
/// How many sessions are looked ahead.
const AHEAD: usize = 4;

/// All that a decision about one exercise rests on.
#[derive(Clone, Debug)]
pub struct Grounds {
    prescription: Prescription,
    /// What can be loaded, where that is known.
    pub loading: Option<Loading>,
    size: StepSize,
    mode: Mode,
    today: Vec<SetLog>,
    past: Vec<(Day, Vec<SetLog>, Option<Pain>)>,
    pain_today: Option<Pain>,
    pain_is_new: bool,
    day: Day,
}

impl Grounds {
    /// The next set.
    #[must_use]
    pub fn decide(&self) -> Decision {
        self.asked(decide)
    }

    /// What it is about.
    #[must_use]
    pub const fn exercise(&self) -> &ExerciseId {
        &self.prescription.exercise
    }

    /// The next sessions, if all goes as asked.
    #[must_use]
    pub fn forecast(&self) -> Vec<Forecast> {
        self.asked(|ask| forecast(ask, AHEAD))
    }

    /// The sets to get warm before `working`.
    #[must_use]
    pub fn warm_ups(&self, working: Load) -> Vec<(Load, Reps)> {
        self.loading.as_ref().map_or(Vec::new(), |loading| warm_ups(working, loading))
    }

    fn asked<T>(&self, answer: impl FnOnce(&Ask) -> T) -> T {
        let past: Vec<PastSession> =
            self.past.iter().map(|(day, sets, pain)| PastSession { day: *day, sets, pain: *pain }).collect();
        answer(&Ask {
            prescription: &self.prescription,
            mode: self.mode,
            size: self.size,
            loading: self.loading.as_ref(),
            today: &self.today,
            past: &past,
            day: self.day,
            pain_today: self.pain_today,
            pain_is_new: self.pain_is_new,
        })
    }
}

impl Yoke {
    /// What there is to load for an exercise, as the person told or else as a usual gym has it.
    #[must_use]
    pub fn loading(self, exercise: Option<&Exercise>, unit: WeightUnit) -> Option<Loading> {
        self.0.settings.with_untracked(|settings| equipment::loading(exercise, unit, &settings.outfit))
    }

    /// What the decision about a step of the running workout rests on.
    #[must_use]
    pub fn grounds(self, session: &Session, step: usize) -> Option<Grounds> {
        let prescription = session.prescription(step)?.clone();
        let id = &prescription.exercise;
        let same = |step: usize| session.prescription(step).is_some_and(|other| other.exercise == *id);
        let today: Vec<SetLog> = session
            .records()
            .iter()
            .enumerate()
            .filter_map(|(step, record)| record.log().filter(|log| !log.warm_up && same(step)).copied())
            .collect();
        let mut past = Vec::new();
        self.history().with_untracked(|history| {
            for workout in history {
                for entry in workout.entries.iter().filter(|entry| entry.exercise == *id) {
                    if past.len() < SESSIONS {
                        let sets: Vec<SetLog> =
                            entry.sets.iter().copied().filter(|set| !set.warm_up).collect();
                        let pain = workout.remarks.worst(id);
                        // What was only there to get warm says nothing of the load.
                        if !sets.is_empty() || pain.is_some() {
                            past.push((workout.day(), sets, pain));
                        }
                    }
                }
            }
        });
        let known = today.iter().rev().chain(past.iter().flat_map(|(_, sets, _)| sets.iter().rev()));
        let unit = known.filter_map(|set| set.load).map(Load::unit).next();
        let unit = unit.unwrap_or_else(|| self.settings().with_untracked(|settings| settings.unit));
        let exercise = catalog::find(id.as_str());
        let small = exercise.is_some_and(|exercise| {
            matches!(exercise.pattern, Pattern::Fly | Pattern::Rotation | Pattern::Raise | Pattern::Scapular)
        });
        let told = session.remarks().told(id);
        Some(Grounds {
            pain_today: session.remarks().worst(id),
            pain_is_new: today.last().is_none_or(|set| told.is_some_and(|told| told > set.at)),
            loading: self.loading(exercise, unit),
            mode: self.0.settings.with(|settings| settings.mode(id)),
            size: if small { StepSize::Small } else { StepSize::Usual },
            today,
            past,
            day: self.day_untracked(),
            prescription,
        })
    }
}
