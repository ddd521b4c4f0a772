//! What can be loaded with the gear a person has, and which plates make it.
//!
//! Works with `units`. Invariants: loads are compared by mass, exactly and in integers, and never converted; every
//! load given back is one that the gear can build, in the gear's own unit.

use std::cmp::Ordering;

use super::units::{Load, WeightUnit};

/// The most hundredths a load can have.
const TOP: u32 = Load::MAX * 100;

/// What there is to load. All loads of one value are in one unit; a plate in another unit than the bar is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// A bar with plates.
    Bar {
        /// The empty bar, or the empty sled of a machine.
        bar: Load,
        /// A plate's weight and how many pairs there are of it; each pair is one plate a side.
        pairs: Vec<(Load, u8)>,
    },
    /// Weights of one piece, such as dumbbells or kettlebells, lightest first.
    Fixed(Vec<Load>),
    /// A stack with a pin.
    Stack {
        /// The first plate.
        first: Load,
        /// From one plate to the next.
        step: Load,
        /// The whole stack.
        top: Load,
    },
    /// Anything filled as one likes (a bag, a landmine): every multiple of a step.
    Free {
        /// The step, above zero.
        step: Load,
    },
}

/// The kind of gear, for a sentence about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gear {
    /// A bar with plates.
    Bar,
    /// Weights of one piece.
    Fixed,
    /// A stack, and its step.
    Stack(Load),
    /// Filled as one likes, and the step of that.
    Free(Load),
}

/// The mass in tenths of a microgram, exact: 0.01 kg is 10 g, 0.01 lb is 4.5359237 g.
/// Source: international yard and pound agreement, 1959 (1 lb = 453.59237 g).
///
/// ```
/// use yoke_app::training::{loading::mass, units::{Load, WeightUnit}};
/// assert_eq!(mass(Load::from_hundredths(100, WeightUnit::Lb)?), 4_535_923_700);
/// # Ok::<(), yoke_app::training::units::InputError>(())
/// ```
#[must_use]
pub const fn mass(load: Load) -> u64 {
    load.hundredths() as u64 * grain(load.unit())
}

/// The mass of one hundredth of a unit, in tenths of a microgram.
const fn grain(unit: WeightUnit) -> u64 {
    match unit {
        WeightUnit::Kg => 100_000_000,
        WeightUnit::Lb => 45_359_237,
    }
}

/// Which of two loads is heavier, whatever their units.
#[must_use]
pub fn compare(one: Load, other: Load) -> Ordering {
    mass(one).cmp(&mass(other))
}

/// A load of so many hundredths, cut to the range of loads.
fn load(hundredths: u32, unit: WeightUnit) -> Load {
    Load::from_hundredths(hundredths.min(TOP), unit).unwrap_or(Load::none(unit))
}

impl Loading {
    /// A gym's bar: 20 kg with plates of 25, 20, 15, 10, 5, 2.5 and 1.25 kg, or 45 lb with 45, 35, 25, 10, 5 and
    /// 2.5 lb. Ours: how many pairs a gym usually has.
    #[must_use]
    pub fn bar(unit: WeightUnit) -> Self {
        let (bar, pairs): (u32, &[(u32, u8)]) = match unit {
            WeightUnit::Kg => {
                (2_000, &[(2_500, 4), (2_000, 2), (1_500, 1), (1_000, 2), (500, 2), (250, 2), (125, 1)])
            }
            WeightUnit::Lb => (4_500, &[(4_500, 5), (3_500, 1), (2_500, 2), (1_000, 2), (500, 2), (250, 1)]),
        };
        let pairs = pairs.iter().map(|&(plate, count)| (load(plate, unit), count)).collect();
        Self::Bar { bar: load(bar, unit), pairs }
    }

    /// A gym's dumbbells: 2 to 40 kg by 2, or 5 to 100 lb by 5. Each is one hand's weight.
    #[must_use]
    pub fn dumbbells(unit: WeightUnit) -> Self {
        let step = match unit {
            WeightUnit::Kg => 200,
            WeightUnit::Lb => 500,
        };
        Self::Fixed((1..=20).map(|count| load(count * step, unit)).collect())
    }

    /// A cable stack: 5 to 120 kg by 2.5, or 10 to 250 lb by 5.
    #[must_use]
    pub fn stack(unit: WeightUnit) -> Self {
        let (first, step, top) = match unit {
            WeightUnit::Kg => (500, 250, 12_000),
            WeightUnit::Lb => (1_000, 500, 25_000),
        };
        Self::Stack { first: load(first, unit), step: load(step, unit), top: load(top, unit) }
    }

    /// A bag or a landmine: by 1 kg or 2.5 lb.
    #[must_use]
    pub fn free(unit: WeightUnit) -> Self {
        let step = match unit {
            WeightUnit::Kg => 100,
            WeightUnit::Lb => 250,
        };
        Self::Free { step: load(step, unit) }
    }

    /// The kind of gear.
    #[must_use]
    pub const fn gear(&self) -> Gear {
        match self {
            Self::Bar { .. } => Gear::Bar,
            Self::Fixed(_) => Gear::Fixed,
            Self::Stack { step, .. } => Gear::Stack(*step),
            Self::Free { step } => Gear::Free(*step),
        }
    }

    /// The lightest load there is: the empty bar, the first plate of the stack.
    #[must_use]
    pub fn lightest(&self) -> Option<Load> {
        self.smallest(0)
    }

    /// The heaviest load there is.
    #[must_use]
    pub fn heaviest(&self) -> Option<Load> {
        self.largest(u64::MAX)
    }

    /// The heaviest load not above `limit`.
    #[must_use]
    pub fn at_most(&self, limit: Load) -> Option<Load> {
        self.largest(mass(limit))
    }

    /// The lightest load not below `limit`.
    #[must_use]
    pub fn at_least(&self, limit: Load) -> Option<Load> {
        self.smallest(mass(limit))
    }

    /// The next heavier load.
    #[must_use]
    pub fn next_above(&self, from: Load) -> Option<Load> {
        self.smallest(mass(from) + 1)
    }

    /// The next lighter load.
    #[must_use]
    pub fn next_below(&self, from: Load) -> Option<Load> {
        self.largest(mass(from).checked_sub(1)?)
    }

    /// The load nearest to `wish`; of two equally near the lighter.
    #[must_use]
    pub fn nearest(&self, wish: Load) -> Option<Load> {
        match (self.at_most(wish), self.at_least(wish)) {
            (Some(below), Some(above)) => {
                let is_above_nearer = mass(above) - mass(wish) < mass(wish) - mass(below);
                Some(if is_above_nearer { above } else { below })
            }
            (one, other) => one.or(other),
        }
    }

    /// Whether exactly this mass can be loaded.
    #[must_use]
    pub fn fits(&self, wish: Load) -> bool {
        self.at_most(wish).is_some_and(|found| mass(found) == mass(wish))
    }

    /// The plates on each side of a bar, heaviest first, with how many of each; empty for the empty bar.
    /// `None` where there is no bar or its plates cannot make the load.
    ///
    /// Worked example: 80 kg on a 20 kg bar are 30 a side: 25 and 5.
    #[must_use]
    pub fn plates(&self, wish: Load) -> Option<Vec<(Load, u8)>> {
        let Self::Bar { bar, pairs } = self else { return None };
        let unit = bar.unit();
        let total = u32::try_from(mass(wish) / grain(unit)).ok()?;
        let both = total.checked_sub(bar.hundredths())?;
        let side = Side::of(*bar, pairs);
        let is_exact = mass(wish).is_multiple_of(grain(unit)) && both.is_multiple_of(2 * side.grid);
        let mut cell = (both / 2 / side.grid) as usize;
        if !is_exact || !side.can(cell) {
            return None;
        }
        let mut found = Vec::new();
        // From the heaviest plate down: as many as leave a rest that the lighter ones can make.
        for (index, &(plate, have)) in side.plates.iter().enumerate().rev() {
            let cells = (plate / side.grid) as usize;
            let most = (cell / cells).min(have as usize);
            let used = (0..=most).rev().find(|used| side.layers[index][cell - used * cells])?;
            if used > 0 {
                found.push((load(plate, unit), used as u8));
            }
            cell -= used * cells;
        }
        Some(found)
    }

    /// The heaviest load of at most this mass.
    fn largest(&self, limit: u64) -> Option<Load> {
        let whole = |unit| u32::try_from((limit / grain(unit)).min(u64::from(TOP))).unwrap_or(TOP);
        match self {
            Self::Bar { bar, pairs } => {
                let both = whole(bar.unit()).checked_sub(bar.hundredths())?;
                let side = Side::of(*bar, pairs);
                let from = ((both / 2 / side.grid) as usize).min(side.cells() - 1);
                let cell = (0..=from).rev().find(|&cell| side.can(cell))?;
                Some(load(bar.hundredths() + 2 * side.grid * cell as u32, bar.unit()))
            }
            Self::Fixed(all) => {
                let fitting = all.iter().copied().filter(|&one| mass(one) <= limit);
                fitting.reduce(|best, one| if mass(one) > mass(best) { one } else { best })
            }
            Self::Stack { .. } | Self::Free { .. } => {
                let (first, step, top, unit) = self.ladder();
                let over = whole(unit).min(top).checked_sub(first)?;
                Some(load(first + over / step * step, unit))
            }
        }
    }

    /// The lightest load of at least this mass.
    fn smallest(&self, limit: u64) -> Option<Load> {
        let whole = |unit| u32::try_from(limit.div_ceil(grain(unit))).ok().filter(|&all| all <= TOP);
        match self {
            Self::Bar { bar, pairs } => {
                let both = whole(bar.unit())?.saturating_sub(bar.hundredths());
                let side = Side::of(*bar, pairs);
                let from = both.div_ceil(2 * side.grid) as usize;
                let cell = (from..side.cells()).find(|&cell| side.can(cell))?;
                Some(load(bar.hundredths() + 2 * side.grid * cell as u32, bar.unit()))
            }
            Self::Fixed(all) => {
                let fitting = all.iter().copied().filter(|&one| mass(one) >= limit);
                fitting.reduce(|best, one| if mass(one) < mass(best) { one } else { best })
            }
            Self::Stack { .. } | Self::Free { .. } => {
                let (first, step, top, unit) = self.ladder();
                let found = first + whole(unit)?.saturating_sub(first).div_ceil(step) * step;
                (found <= top).then(|| load(found, unit))
            }
        }
    }

    /// First, step and top of even steps, in hundredths of the unit. A step in another unit is none: only the first
    /// load is left then.
    fn ladder(&self) -> (u32, u32, u32, WeightUnit) {
        match self {
            Self::Stack { first, step, top } => {
                let unit = first.unit();
                let is_one = step.unit() == unit && step.hundredths() > 0;
                let step = if is_one { step.hundredths() } else { TOP };
                let top = u32::try_from(mass(*top) / grain(unit)).unwrap_or(TOP).min(TOP);
                (first.hundredths(), step, top.max(first.hundredths()), unit)
            }
            Self::Free { step } => (step.hundredths().max(1), step.hundredths().max(1), TOP, step.unit()),
            Self::Bar { bar, .. } => (bar.hundredths(), TOP, bar.hundredths(), bar.unit()),
            Self::Fixed(_) => (TOP, TOP, TOP, WeightUnit::Kg),
        }
    }
}

/// What one side of a bar can carry, as a table over the common measure of its plates.
struct Side {
    /// The common measure in hundredths, at least 1.
    grid: u32,
    /// Plates in hundredths and their pairs, lightest first.
    plates: Vec<(u32, u8)>,
    /// Which multiples of `grid` can be made with the first 0, 1, 2 and so on kinds of plates.
    layers: Vec<Vec<bool>>,
}

impl Side {
    fn of(bar: Load, pairs: &[(Load, u8)]) -> Self {
        let mut plates: Vec<(u32, u8)> = Vec::with_capacity(pairs.len());
        let mut grid = 0;
        let mut sum = 0_u32;
        for &(plate, count) in pairs {
            let size = plate.hundredths();
            if plate.unit() != bar.unit() || size == 0 || count == 0 {
                continue;
            }
            let at = plates.iter().take_while(|&&(lighter, _)| lighter < size).count();
            plates.insert(at, (size, count));
            grid = common(grid, size);
            sum = sum.saturating_add(size * u32::from(count));
        }
        let grid = grid.max(1);
        let cells = (sum.min((TOP - bar.hundredths()) / 2) / grid) as usize + 1;
        let mut layer = vec![false; cells];
        layer[0] = true;
        let mut layers = vec![layer.clone()];
        for &(plate, count) in &plates {
            let size = (plate / grid) as usize;
            let mut used = vec![0_u8; cells];
            for cell in size..cells {
                // With the fewest plates of this kind, so that the pairs last as far as they can.
                let before = cell - size;
                if !layer[cell] && layer[before] && used[before] < count {
                    layer[cell] = true;
                    used[cell] = used[before] + 1;
                }
            }
            layers.push(layer.clone());
        }
        Self { grid, plates, layers }
    }

    fn cells(&self) -> usize {
        self.layers.last().map_or(1, Vec::len)
    }

    fn can(&self, cell: usize) -> bool {
        self.layers.last().and_then(|layer| layer.get(cell)).copied().unwrap_or(false)
    }
}

/// The greatest common measure (Euclid).
fn common(mut one: u32, mut other: u32) -> u32 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}
