//! The timer that is being built: what was typed, what it comes to, what is wrong with it.
//!
//! Invariant: it outlives its page, so going elsewhere and back loses nothing, not even what makes no sense.

use super::slot::Slot;
use crate::session::interval::{MOST_WORK, TimerError, WorkInterval, presets};
use crate::session::{IntervalTimer, Tone};
use crate::training::units::Seconds;
use crate::web::signal::{Owner, RwSignal, untrack};
use crate::web::state::Yoke;

/// One field: what stands in it, and what is wrong with that.
#[derive(Clone, Copy)]
pub struct Entry {
    pub text: RwSignal<String>,
    pub error: RwSignal<Option<String>>,
}

impl Entry {
    fn new() -> Self {
        Self { text: RwSignal::new(String::new()), error: RwSignal::new(None) }
    }

    fn say(self, error: Option<String>) {
        if self.error.with_untracked(|known| *known != error) {
            self.error.set(error);
        }
    }
}

/// The fields of one work interval.
#[derive(Clone, Copy)]
pub struct Row {
    pub name: Entry,
    pub length: Entry,
    pub tone: RwSignal<String>,
}

/// What the person should know of what was just done, and the way back from it.
#[derive(Clone)]
pub struct Said {
    pub warn: bool,
    pub title: String,
    pub text: String,
    pub back: Option<Back>,
}

/// What was there before.
#[derive(Clone)]
pub struct Back {
    pub label: &'static str,
    pub id: Option<String>,
    pub timer: IntervalTimer,
    /// Whether it is to be saved again.
    pub keep: bool,
}

/// The timer that is being built.
pub struct Desk {
    fixed: [Entry; 6],
    pub rows: [Row; MOST_WORK],
    /// How many work intervals there are.
    pub count: RwSignal<usize>,
    pub name: Entry,
    pub sided: RwSignal<bool>,
    pub rest_tone: RwSignal<String>,
    /// The saved timer that it is, if any.
    pub id: RwSignal<Option<String>>,
    /// What the fields come to; where one makes no sense, what it said before.
    pub draft: RwSignal<IntervalTimer>,
    /// Why it cannot run.
    pub fault: RwSignal<Option<String>>,
    pub said: RwSignal<Option<Said>>,
    /// The link that was opened last.
    pub opened: RwSignal<String>,
    /// Of all these signals.
    _owner: Owner,
}

thread_local! {
    static DESK: &'static Desk = Box::leak(Box::new(Desk::new()));
}

/// The one timer that is being built.
pub fn desk() -> &'static Desk {
    DESK.with(|desk| *desk)
}

impl Desk {
    fn new() -> Self {
        let page = Owner::current();
        // An owner without a parent, so that nothing of it goes with the page.
        let owner = Owner::new_root(None);
        let first = presets().swap_remove(0);
        let row = |_| Row { name: Entry::new(), length: Entry::new(), tone: RwSignal::new(String::new()) };
        let desk = Self {
            fixed: std::array::from_fn(|_| Entry::new()),
            rows: std::array::from_fn(row),
            count: RwSignal::new(1),
            name: Entry::new(),
            sided: RwSignal::new(false),
            rest_tone: RwSignal::new(String::new()),
            id: RwSignal::new(None),
            draft: RwSignal::new(first.clone()),
            fault: RwSignal::new(None),
            said: RwSignal::new(None),
            opened: RwSignal::new(String::new()),
            _owner: owner,
        };
        if let Some(page) = page {
            page.set();
        }
        desk.lay(None, &first);
        desk
    }

    /// The field of a number.
    pub fn entry(&self, slot: Slot) -> Entry {
        match slot {
            Slot::Work(nth) => self.rows[nth].length,
            slot => self.fixed[Slot::FIXED.iter().position(|(fixed, _)| *fixed == slot).unwrap_or(0)],
        }
    }

    /// What a number is called.
    pub fn label(&self, slot: Slot) -> String {
        match slot {
            Slot::Work(0) if self.count.get() == 1 => "Work".to_owned(),
            Slot::Work(nth) => format!("Work {}", nth + 1),
            slot => {
                Slot::FIXED.iter().find(|(fixed, _)| *fixed == slot).map_or("", |(_, label)| label).to_owned()
            }
        }
    }

    /// Puts a timer into the fields.
    pub fn lay(&self, id: Option<String>, timer: &IntervalTimer) {
        for (slot, _) in Slot::FIXED {
            self.entry(slot).text.set(slot.text(slot.of(timer)));
        }
        for (nth, work) in timer.work.iter().enumerate().take(MOST_WORK) {
            self.lay_work(nth, work);
        }
        self.count.set(timer.work.len().clamp(1, MOST_WORK));
        // The name of a preset is not the name of what is made of it.
        let preset = id.is_none() && presets().contains(timer);
        self.name.text.set(if preset { String::new() } else { timer.name.clone() });
        self.sided.set(timer.sided);
        self.rest_tone.set(timer.rest_tone.label().to_owned());
        self.id.set(id);
        self.read();
    }

    fn lay_work(&self, nth: usize, work: &WorkInterval) {
        let row = self.rows[nth];
        row.name.text.set(work.name.clone());
        row.length.text.set(Slot::Work(nth).text(work.length.get()));
        row.tone.set(work.tone.label().to_owned());
    }

    /// Reads all fields: what they come to, and what is wrong beside each.
    pub fn read(&self) {
        let mut timer = self.draft.get_untracked();
        let mut fault = None;
        let count = self.count.get();
        let empty = WorkInterval { name: String::new(), length: Seconds::new(1), tone: Tone::Bell };
        timer.work.resize(count, empty);
        let works = (0..count).map(Slot::Work);
        for slot in Slot::FIXED.into_iter().map(|(slot, _)| slot).chain(works) {
            let entry = self.entry(slot);
            let error = match entry.text.with(|text| slot.read(text)) {
                Ok(number) => {
                    slot.put(&mut timer, number);
                    None
                }
                Err(error) => {
                    fault = Some(format!("Mend \u{201c}{}\u{201d} first.", self.label(slot)));
                    Some(error)
                }
            };
            entry.say(error);
        }
        for (work, row) in timer.work.iter_mut().zip(&self.rows) {
            work.name = row.name.text.get();
            work.tone = tone(&row.tone.get());
            row.name.say(None);
        }
        timer.name = self.name.text.get();
        timer.sided = self.sided.get();
        timer.rest_tone = tone(&self.rest_tone.get());
        self.name.say(None);
        if let (None, Err(error)) = (&fault, timer.check()) {
            let place = match error {
                TimerError::WorkZero(nth) | TimerError::WorkTooLong(nth) => {
                    Some(self.rows[usize::from(nth)].length)
                }
                TimerError::LongWorkName(nth) => Some(self.rows[usize::from(nth)].name),
                TimerError::LongName => Some(self.name),
                _ => None,
            };
            if let Some(place) = place {
                place.say(Some(error.to_string()));
            }
            fault = Some(error.to_string());
        }
        self.fault.set(fault);
        self.draft.set(timer);
    }

    /// One step of a number: finer where it is small.
    pub fn step(&self, slot: Slot, by: i32) {
        let entry = self.entry(slot);
        let text = entry.text.get_untracked();
        let now = slot.read(&text).unwrap_or_else(|_| self.draft.with_untracked(|timer| slot.of(timer)));
        let (below, most) = (u32::from(by < 0), if slot.is_count() { 9_999 } else { Seconds::MAX });
        let step = match now {
            _ if slot.is_count() => 1,
            now if now < 60 + below => 5,
            now if now < 300 + below => 15,
            now if now < 3_600 + below => 60,
            _ => 300,
        };
        let steps = if by < 0 { now.saturating_sub(1) / step } else { now / step + 1 };
        entry.text.set(slot.text((steps * step).clamp(slot.least(), most)));
    }

    /// Writes what was typed as it was understood.
    pub fn tidy(&self, slot: Slot) {
        let entry = self.entry(slot);
        let wrong = entry.error.with_untracked(Option::is_some);
        match entry.text.with_untracked(|text| slot.read(text)) {
            Ok(number) if !wrong => entry.text.set(slot.text(number)),
            _ => {}
        }
    }

    /// One work interval more, like the one before it.
    pub fn add_work(&self) {
        let count = self.count.get_untracked();
        if count < MOST_WORK {
            let like = self.draft.with_untracked(|timer| timer.work.last().cloned());
            if let Some(like) = like {
                self.lay_work(count, &WorkInterval { name: String::new(), ..like });
            }
            self.count.set(count + 1);
        }
    }

    /// One work interval less; those after it move up, with all that was typed.
    pub fn remove_work(&self, nth: usize) {
        let count = self.count.get_untracked();
        for (one, next) in self.rows[nth..count].iter().zip(&self.rows[nth + 1..count]) {
            one.name.text.set(next.name.text.get_untracked());
            one.length.text.set(next.length.text.get_untracked());
            one.tone.set(next.tone.get_untracked());
        }
        self.count.set(count - 1);
    }

    /// The timer as it is run, saved and shared. An unnamed one that is a preset has the preset's name.
    pub fn timer(&self) -> IntervalTimer {
        let timer = self.draft.get().tidied();
        if !timer.name.is_empty() || self.id.with(Option::is_some) {
            return timer;
        }
        let same = |preset: &IntervalTimer| {
            let unnamed = IntervalTimer { name: String::new(), ..preset.clone() };
            unnamed == timer
        };
        presets().into_iter().find(same).unwrap_or(timer)
    }

    /// Whether all of it stands elsewhere too: as a preset, or saved.
    pub fn is_kept(&self, yoke: Yoke) -> bool {
        let timer = self.timer();
        self.fault.with(Option::is_none)
            && self.id.with(|id| match id {
                Some(id) => {
                    yoke.timers().with(|all| all.iter().any(|(known, saved)| known == id && *saved == timer))
                }
                None => presets().contains(&timer),
            })
    }

    /// Puts another timer into the fields. What stood there and nowhere else can be brought back.
    pub fn open(&self, yoke: Yoke, id: Option<String>, timer: &IntervalTimer, said: Option<Said>) {
        let kept = untrack(|| self.is_kept(yoke));
        let back = (!kept).then(|| Back {
            label: "Bring it back",
            id: self.id.get_untracked(),
            timer: self.draft.get_untracked(),
            keep: false,
        });
        let said = match said {
            Some(said) => Some(Said { back, ..said }),
            None => back.map(|back| Said {
                warn: false,
                title: "Your changes were not saved".to_owned(),
                text: "They are set aside as long as this note stands here.".to_owned(),
                back: Some(back),
            }),
        };
        self.said.set(said);
        self.lay(id, timer);
    }
}

fn tone(label: &str) -> Tone {
    Tone::ALL.into_iter().find(|tone| tone.label() == label).unwrap_or_default()
}
