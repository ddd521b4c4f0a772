//! Files of other apps: looked at, brought in, taken back; and the way out.

use super::Yoke;
use crate::exchange::csv::{self, Ask, Found, Refusal};
use crate::training::exercise::ExerciseId;
use crate::training::units::WeightUnit;
use crate::web::platform::clock;

/// A file in hand, and what it would bring in.
pub struct Picked {
    text: String,
    /// The unit of weights where it names none.
    pub unit: WeightUnit,
    /// How `05/06/2026` is read where it does not show it.
    pub month_first: bool,
    /// What is in it.
    pub found: Found,
}

impl Yoke {
    /// Takes a file in hand, and looks what is in it.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn open_file(self, text: String) -> Result<(), Refusal> {
        let unit = self.0.settings.with_untracked(|settings| settings.unit);
        // Where one writes the month first, one lifts pounds.
        let month_first = unit == WeightUnit::Lb;
        self.read_file(Picked { text, unit, month_first, found: Found::default() })
    }

    fn read_file(self, mut file: Picked) -> Result<(), Refusal> {
        let names = std::mem::take(&mut file.found.names);
        let (unit, month_first, offset) = (file.unit, file.month_first, clock::utc_offset());
        file.found = self.0.history.with_untracked(|history| {
            self.0.own.with_untracked(|own| {
                csv::read(&file.text, &Ask { unit, month_first, offset, history, own }, names)
            })
        })?;
        self.0.file.set(Some(file));
        Ok(())
    }

    /// Puts the file in hand away.
    pub fn close_file(self) {
        self.0.file.set(None);
    }

    /// Looks at the file in hand.
    pub fn file<T>(self, look: impl FnOnce(&Picked) -> T) -> Option<T> {
        self.0.file.with(|file| file.as_ref().map(look))
    }

    /// Settles something that the file left open, and looks again if that changes what it says.
    pub fn settle_file(self, settle: &mut dyn FnMut(&mut Picked), again: bool) {
        let mut file = self.0.file.change(Option::take);
        if let Some(file) = &mut file {
            settle(file);
        }
        match file {
            // It was read before.
            Some(file) if again => drop(self.read_file(file)),
            file => self.0.file.set(file),
        }
    }

    /// Brings the file in hand in, all of it or nothing, and says so.
    pub fn bring_in(self) {
        self.settle_file(&mut |_| (), true);
        let Some(Picked { found, .. }) = self.0.file.change(Option::take) else { return };
        let changes = self.0.own.with_untracked(|own| found.changes(own));
        self.change_all("Brought in", &|store| store.import(&changes));
    }

    /// All sets as a table in Strong's layout, or those of one exercise.
    #[must_use]
    pub fn table(self, only: Option<&ExerciseId>) -> String {
        self.0.history.with_untracked(|history| csv::export(history, only, &|id| self.name_of(id)))
    }
}
