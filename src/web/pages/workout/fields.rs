//! The numbers of a set, as they are entered: read, checked, stepped.

use crate::web::signal::RwSignal;

use crate::catalog;
use crate::training::exercise::{Exercise, Laterality, Measure, Target};
use crate::training::history::{Amount, Done};
use crate::training::loading::Loading;
use crate::training::prescription::Prescription;
use crate::training::units::{InputError, Load, Metres, Reps, Seconds, WeightUnit, parse_count};
use crate::web::components::stepper::{Words, stepper};
use crate::web::dom::{View, button, el};
use crate::web::platform::page;
use crate::web::state::use_yoke;

/// What was typed makes no sense; the field says why.
#[derive(Clone, Copy, Debug)]
pub struct Refused;

/// What is counted of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    Reps,
    Metres,
    Seconds,
    /// The clock counts, or what was done cannot be changed: only the load is asked.
    Nothing(Option<Done>),
}

impl Counted {
    fn amount(self, text: &str) -> Result<Amount, InputError> {
        match self {
            Self::Metres => {
                let metres = parse_count(text, u32::from(Metres::MAX))?;
                Metres::new(metres as u16).map(Amount::Walked)
            }
            Self::Seconds => parse_count(text, Seconds::MAX).map(|s| Amount::Held(Seconds::new(s))),
            Self::Reps | Self::Nothing(_) => Reps::parse(text).map(Amount::Reps),
        }
    }

    const fn step(self) -> i64 {
        match self {
            Self::Reps | Self::Nothing(_) => 1,
            Self::Metres | Self::Seconds => 5,
        }
    }
}

/// One number with what is wrong with it.
#[derive(Clone, Copy)]
struct Number {
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
}

impl Number {
    fn new(text: String) -> Self {
        Self { text: RwSignal::new(text), error: RwSignal::new(None) }
    }

    /// Says what is wrong beside the field, and puts the keyboard there unless another field has it.
    fn judge<T>(self, read: Result<T, InputError>, id: &str, free: &mut bool) -> Option<T> {
        match read {
            Ok(value) => {
                self.error.set(None);
                Some(value)
            }
            Err(error) => {
                self.error.set(Some(error.to_string()));
                if std::mem::take(free) {
                    page::focus(id);
                }
                None
            }
        }
    }
}

/// The fields of one set.
#[derive(Clone, Copy)]
pub struct Fields {
    load: Number,
    first: Number,
    /// The right side, where it did other than the left.
    right: Number,
    sides_differ: RwSignal<bool>,
    unit: WeightUnit,
    takes_load: bool,
    /// Body weight alone is a load too: an empty field means none was added.
    load_may_be_empty: bool,
    counted: Counted,
    per_side: bool,
    exercise: Option<&'static Exercise>,
}

impl Fields {
    /// Fields for a set of `prescription` that is still to do, filled with `load` and `amount`; a set that the clock
    /// counts asks for its load alone.
    pub fn coming(
        prescription: &Prescription,
        load: Option<Load>,
        amount: u16,
        unit: WeightUnit,
        by_clock: bool,
    ) -> Self {
        let counted = match prescription.target {
            _ if by_clock => Counted::Nothing(None),
            Target::Distance(_) => Counted::Metres,
            _ => Counted::Reps,
        };
        Self::new(prescription, load, (amount.to_string(), None), unit, counted)
    }

    /// Fields for a set that was logged, filled with what was.
    pub fn logged(prescription: &Prescription, load: Option<Load>, done: Done, unit: WeightUnit) -> Self {
        let (left, right) = match done {
            Done::Both(amount) => (Some(amount), None),
            Done::Sides { left, right } => (left, right.filter(|right| Some(*right) != left)),
        };
        let counted = match left.or(right) {
            Some(Amount::Reps(_)) => Counted::Reps,
            Some(Amount::Walked(_)) => Counted::Metres,
            Some(Amount::Held(_)) => Counted::Seconds,
            Some(Amount::Breaths(_) | Amount::Holds { .. }) | None => Counted::Nothing(Some(done)),
        };
        let number = |amount| match amount {
            Amount::Reps(reps) => reps.get().to_string(),
            Amount::Walked(metres) => metres.get().to_string(),
            Amount::Held(seconds) => seconds.get().to_string(),
            Amount::Breaths(_) | Amount::Holds { .. } => String::new(),
        };
        let left = left.map_or(String::new(), number);
        Self::new(prescription, load, (left, right.map(number)), unit, counted)
    }

    fn new(
        prescription: &Prescription,
        load: Option<Load>,
        (first, right): (String, Option<String>),
        unit: WeightUnit,
        counted: Counted,
    ) -> Self {
        let exercise = catalog::find(prescription.exercise.as_str());
        // A set keeps its unit; a new one has that of the gear.
        let gear = || use_yoke().loading(exercise, unit).and_then(|gear| gear.lightest());
        let unit = load.or_else(gear).map_or(unit, Load::unit);
        let is_body = prescription.measure == Measure::BodyReps;
        let load = match load {
            Some(load) => load.number(),
            None if is_body => "0".to_owned(),
            None => String::new(),
        };
        Self {
            load: Number::new(load),
            sides_differ: RwSignal::new(right.is_some()),
            right: Number::new(right.unwrap_or_else(|| first.clone())),
            first: Number::new(first),
            unit,
            takes_load: prescription.takes_load(),
            load_may_be_empty: is_body,
            counted,
            per_side: prescription.laterality == Laterality::PerSide,
            exercise,
        }
    }

    /// The load as typed. A wrong one is said beside its field and gets the keyboard; nothing typed is lost.
    ///
    /// # Errors
    /// [`Refused`] where it makes no sense.
    pub fn read_load(self) -> Result<Option<Load>, Refused> {
        self.load_or_focus(&mut true)
    }

    fn load_or_focus(self, free: &mut bool) -> Result<Option<Load>, Refused> {
        if !self.takes_load {
            return Ok(None);
        }
        let read = match self.load.text.with_untracked(|text| Load::parse(text, self.unit)) {
            Err(InputError::Empty) if self.load_may_be_empty => Ok(Load::none(self.unit)),
            read => read,
        };
        let load = self.load.judge(read, "load", free).ok_or(Refused)?;
        Ok((!load.is_none() || !self.load_may_be_empty).then_some(load))
    }

    /// Load and what was done as typed, if all of it makes sense.
    pub fn read(self) -> Option<(Option<Load>, Done)> {
        let mut free = true;
        let load = self.load_or_focus(&mut free);
        if let Counted::Nothing(done) = self.counted {
            return Some((load.ok()?, done?));
        }
        let mut amount = |number: Number, id: &str| {
            let read = number.text.with_untracked(|text| self.counted.amount(text));
            number.judge(read, id, &mut free)
        };
        let first = amount(self.first, "reps");
        let done = if !self.per_side {
            Done::Both(first?)
        } else if self.sides_differ.get_untracked() {
            let right = amount(self.right, "reps-right");
            Done::Sides { left: Some(first?), right: Some(right?) }
        } else {
            Done::Sides { left: Some(first?), right: Some(first?) }
        };
        Some((load.ok()?, done))
    }

    fn gear(self) -> Loading {
        use_yoke().loading(self.exercise, self.unit).unwrap_or_else(|| Loading::free(self.unit))
    }

    /// From the lightest load to the next.
    fn step(self) -> Load {
        let gear = self.gear();
        let steps = gear.lightest().and_then(|first| Some((first, gear.next_above(first)?)));
        let step = steps.map_or(100, |(first, next)| next.hundredths() - first.hundredths());
        Load::from_hundredths(step, self.unit).unwrap_or(Load::none(self.unit))
    }

    fn step_load(self, direction: i32) {
        let unit = self.unit;
        let now = self.load.text.with_untracked(|text| Load::parse(text, unit));
        let gear = self.gear();
        let next = match now {
            Ok(load) => {
                let there = if direction > 0 { gear.next_above(load) } else { gear.next_below(load) };
                // Past both ends one goes on by the usual step: the bar of another gym is not ours to forbid.
                there
                    .filter(|there| there.unit() == unit)
                    .unwrap_or_else(|| load.stepped(direction, self.step().hundredths()))
            }
            Err(_) => gear.lightest().filter(|there| there.unit() == unit).unwrap_or(Load::none(unit)),
        };
        self.load.text.set(next.number());
        self.load.error.set(None);
    }

    fn step_amount(self, number: Number, direction: i32) {
        let now = number.text.with_untracked(|text| parse_count(text, 20_000)).unwrap_or(0);
        let next = i64::from(now) + i64::from(direction) * self.counted.step();
        number.text.set(next.clamp(1, 20_000).to_string());
        number.error.set(None);
    }
}

/// The steppers of a set.
pub fn set_fields(fields: Fields) -> View {
    let symbol = fields.unit.symbol();
    let (label, unit) = if fields.load_may_be_empty {
        (format!("Added weight in {symbol}"), format!("+{symbol}"))
    } else {
        (format!("Weight in {symbol}"), symbol.to_owned())
    };
    let load = fields.takes_load.then(|| {
        let step = fields.step().to_string();
        let words = Words { id: "load", label, unit, step };
        stepper(&words, fields.load.text, fields.load.error, move |direction| fields.step_load(direction))
    });
    let (name, unit, step) = match fields.counted {
        Counted::Reps => ("Reps", "reps", "One rep"),
        Counted::Metres => ("Metres", "m", "5 metres"),
        Counted::Seconds => ("Seconds", "s", "5 seconds"),
        Counted::Nothing(_) => {
            return el("div.steps one").child(load).into();
        }
    };
    let amount = move |id, label: String, unit: &str, number: Number| {
        let words = Words { id, label, unit: unit.to_owned(), step: step.to_owned() };
        stepper(&words, number.text, number.error, move |direction| fields.step_amount(number, direction))
    };
    let has_load = load.is_some();
    let steppers = View::keyed(
        move || fields.sides_differ.get(),
        move |differ| match (fields.per_side, differ) {
            (true, true) => View::many([
                amount("reps", format!("{name}, left"), "left", fields.first).into(),
                amount("reps-right", format!("{name}, right"), "right", fields.right).into(),
            ]),
            (true, false) => amount("reps", format!("{name} a side"), "a side", fields.first).into(),
            (false, _) => amount("reps", name.to_owned(), unit, fields.first).into(),
        },
    );
    let class = move || match 1 + usize::from(has_load) + usize::from(fields.sides_differ.get()) {
        1 => "steps one",
        2 => "steps",
        _ => "steps three",
    };
    let turn = move || {
        let differ = !fields.sides_differ.get_untracked();
        fields.right.text.set(fields.first.text.get_untracked());
        fields.sides_differ.set(differ);
    };
    let differ = fields.per_side.then(|| {
        button("txl", turn).text_fn(move || {
            if fields.sides_differ.get() { "Both sides alike" } else { "Sides differ" }.to_owned()
        })
    });
    View::many([
        el("div").class_fn(move || class().to_owned()).child(load).child(steppers).into(),
        differ.map(|differ| el("div.under-steps").child(differ)).into(),
    ])
}
