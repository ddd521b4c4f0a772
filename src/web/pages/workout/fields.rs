//! The two numbers of a set, as they are entered: read, checked, stepped.

use leptos::prelude::*;

use crate::catalog::{self, equipment};
use crate::training::exercise::Measure;
use crate::training::prescription::Prescription;
use crate::training::progression::Suggestion;
use crate::training::units::{InputError, Load, Reps, WeightUnit};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{El, el};
use crate::web::platform::page;

/// What was typed makes no sense; the field says why.
#[derive(Clone, Copy, Debug)]
pub struct Refused;

/// The fields of one set.
#[derive(Clone, Copy)]
pub struct Fields {
    load: RwSignal<String>,
    load_error: RwSignal<Option<String>>,
    reps: RwSignal<String>,
    reps_error: RwSignal<Option<String>>,
    unit: WeightUnit,
    takes_load: bool,
    /// Body weight alone is a load too: an empty field means none was added.
    load_may_be_empty: bool,
    asks_reps: bool,
    steps: equipment::LoadSteps,
}

impl Fields {
    /// Fields for a set of `prescription`, filled with the suggestion.
    pub fn new(
        prescription: &Prescription,
        suggestion: Suggestion,
        unit: WeightUnit,
        asks_reps: bool,
    ) -> Self {
        let unit = suggestion.load.map_or(unit, Load::unit);
        let exercise = catalog::find(prescription.exercise.as_str());
        let is_body = prescription.measure == Measure::BodyReps;
        let load = match suggestion.load {
            Some(load) => load.number(),
            None if is_body => "0".to_owned(),
            None => String::new(),
        };
        Self {
            load: RwSignal::new(load),
            load_error: RwSignal::new(None),
            reps: RwSignal::new(suggestion.reps.to_string()),
            reps_error: RwSignal::new(None),
            unit,
            takes_load: prescription.takes_load(),
            load_may_be_empty: is_body,
            asks_reps,
            steps: equipment::load_steps(exercise, unit),
        }
    }

    /// The load as typed. A wrong one is said beside its field and gets the keyboard; nothing typed is lost.
    ///
    /// # Errors
    /// [`Refused`] where it makes no sense.
    pub fn read_load(self) -> Result<Option<Load>, Refused> {
        if !self.takes_load {
            return Ok(None);
        }
        let read = self.load.with_untracked(|text| Load::parse(text, self.unit));
        match read {
            Ok(load) => {
                self.load_error.set(None);
                Ok((!load.is_none() || !self.load_may_be_empty).then_some(load))
            }
            Err(InputError::Empty) if self.load_may_be_empty => Ok(None),
            Err(error) => {
                self.load_error.set(Some(error.to_string()));
                page::focus("load");
                Err(Refused)
            }
        }
    }

    /// Load and repetitions as typed, if both make sense.
    pub fn read(self) -> Option<(Option<Load>, Reps)> {
        let load = self.read_load();
        let reps = match self.reps.with_untracked(|text| Reps::parse(text)) {
            Ok(reps) => {
                self.reps_error.set(None);
                Some(reps)
            }
            Err(error) => {
                self.reps_error.set(Some(error.to_string()));
                if load.is_ok() {
                    page::focus("reps");
                }
                None
            }
        };
        Some((load.ok()?, reps?))
    }

    fn step_load(self, direction: i32) {
        let unit = self.unit;
        let now = self.load.with_untracked(|text| Load::parse(text, unit));
        let next = match now {
            Ok(load) => load.stepped(direction, self.steps.step),
            Err(_) => Load::none(unit).stepped(1, self.steps.first),
        };
        self.load.set(next.number());
        self.load_error.set(None);
    }

    fn step_reps(self, direction: i32) {
        let now = self.reps.with_untracked(|text| Reps::parse(text));
        self.reps.set(now.map_or(Reps::ONE, |reps| reps.stepped(direction)).to_string());
        self.reps_error.set(None);
    }
}

/// The steppers of a set.
pub fn set_fields(fields: Fields, per_side: bool) -> El {
    let symbol = fields.unit.symbol();
    let (label, unit) = if fields.load_may_be_empty {
        (format!("Added weight in {symbol}"), format!("+{symbol}"))
    } else {
        (format!("Weight in {symbol}"), symbol.to_owned())
    };
    let load = fields.takes_load.then(|| {
        let step = Load::none(fields.unit).stepped(1, fields.steps.step).to_string();
        let words = Words { id: "load", label, unit, step };
        stepper(&words, fields.load, fields.load_error, move |direction| fields.step_load(direction))
    });
    let reps = fields.asks_reps.then(|| {
        let (label, unit) = if per_side { ("Reps a side", "a side") } else { ("Reps", "reps") };
        let words =
            Words { id: "reps", label: label.to_owned(), unit: unit.to_owned(), step: "One rep".to_owned() };
        stepper(&words, fields.reps, fields.reps_error, move |direction| fields.step_reps(direction))
    });
    let one = load.is_none() || reps.is_none();
    el("div").class(if one { "steps one" } else { "steps" }).child(load).child(reps)
}
