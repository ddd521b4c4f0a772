//! Programs: those of the person's own beside the shipped ones, the chosen one, and what comes next.

use crate::web::signal::ReadSignal;

use super::Yoke;
use crate::catalog::{self, programs};
use crate::training::exercise::ExerciseId;
use crate::training::own::{OwnExercise, new_id};
use crate::training::prescription::Prescription;
use crate::training::program::{Program, ProgramId};
use crate::training::time::Day;
use crate::training::volume::{Group, HalfSets, planned};
use crate::web::platform::clock;

impl Yoke {
    /// The own programs, newest first.
    pub fn own_programs(self) -> ReadSignal<Vec<Program>> {
        self.0.programs.read_only()
    }

    /// The program of that id, own or shipped.
    #[must_use]
    pub fn find_program(self, id: &str) -> Option<Program> {
        let own = self.0.programs.with(|own| own.iter().find(|program| program.id == id).cloned());
        own.or_else(|| programs::program(id))
    }

    /// The chosen program, if it is still there.
    #[must_use]
    pub fn program(self) -> Option<Program> {
        self.find_program(&self.0.settings.with(|settings| settings.program.clone())?)
    }

    /// Which day of a program comes next, by what was done last.
    #[must_use]
    pub fn next_day(self, program: &Program) -> usize {
        program.next_day(self.last_of(program).map(|(day, _)| day))
    }

    /// Which of a program's days a day from today on asks for, once today's is done.
    #[must_use]
    pub fn due(self, program: &Program, day: Day) -> Option<usize> {
        let today = self.day_untracked();
        let done = self.last_of(program).is_some_and(|(_, at)| at == today);
        program.due(day, today.plus(done.into()), self.next_day(program))
    }

    /// The day of a program that was done last, and when.
    fn last_of(self, program: &Program) -> Option<(usize, Day)> {
        let last = self.0.history.with(|history| {
            let of_program = |source: &&crate::training::history::Source| source.program == program.id;
            history.iter().find_map(|workout| {
                workout.source.as_ref().filter(of_program).map(|source| (source.day, workout.day()))
            })
        });
        self.lacks(last.is_none());
        last
    }

    /// An id for a new program.
    #[must_use]
    pub fn new_program_id(self) -> ProgramId {
        new_id(clock::now().wall, clock::salt()).to_string().into()
    }

    /// Keeps an own program, new or changed.
    pub fn keep_program(self, program: Program) {
        self.write(|store| store.save_program(&program));
        self.0.programs.update(|own| match own.iter_mut().find(|known| known.id == program.id) {
            Some(known) => *known = program,
            None => own.insert(0, program),
        });
    }

    /// Takes an own program away. What runs goes on, and what was done with it stays in the history.
    pub fn drop_program(self, id: &str) {
        self.write(|store| store.remove_program(id));
        self.0.programs.update(|own| own.retain(|known| known.id != id));
    }

    /// Keeps a program that came by a link under a new id, and the own exercises in it that are not here yet.
    pub fn take_program(self, program: Program, own: Vec<OwnExercise>) -> ProgramId {
        for exercise in own {
            if self.own_exercise(&exercise.id).is_none() {
                self.keep_own(exercise);
            }
        }
        let id = self.new_program_id();
        self.keep_program(Program { id: id.clone(), ..program });
        id
    }

    /// An exercise as most people should do it, shipped or own.
    #[must_use]
    pub fn usual(self, id: &ExerciseId) -> Option<Prescription> {
        match self.own_exercise(id) {
            Some(own) => Some(own.usual()),
            None => catalog::find(id.as_str()).map(Prescription::usual),
        }
    }

    /// The hard sets of a group that a program adds up to in a week. Each muscle of an own exercise counts in full.
    #[must_use]
    pub fn planned(self, program: &Program, group: &Group) -> HalfSets {
        planned(program, |id| match self.own_exercise(id) {
            Some(own) => 2 * u32::from(own.muscles.iter().any(|muscle| group.muscles.contains(muscle))),
            None => catalog::find(id.as_str()).map_or(0, |exercise| group.share(exercise.muscles)),
        })
    }
}
