//! The self-tests: a row each on Progress; the page of one, with how it goes, how it is done and the stopwatch.
//!
//! Invariant: what was typed or ticked is one text, read by [`Reading::parse`] when it is saved.

use crate::catalog;
use crate::exchange::calendar;
use crate::figure::{Figure, View as Angle};
use crate::training::measure::{COUNT_IN_MILLIS, EVERY_DAYS, POINTS, Reading, Scale, Test, last, points};
use crate::training::progress::change;
use crate::training::time::Day;
use crate::training::units::{InputError, WeightUnit, hundredths_text};
use crate::web::components::frame::{Frame, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::moving::still;
use crate::web::components::notice::plain;
use crate::web::components::ring::ring;
use crate::web::components::stepper::{Words, stepper};
use crate::web::components::trend::{ALL, NOTHING, ranges, table, trend, within};
use crate::web::dom::{View, at_end, button, el, heading, p, span, svg};
use crate::web::pages::exercise::picture;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{Yoke, use_yoke};

/// So many measurements are listed before one asks for all.
const LISTED: usize = 12;
/// The ids of the field and of the heading.
const FIELD: &str = "measured";
const TITLE: &str = "test";

/// The line of Today on a test that is due.
pub fn due(yoke: Yoke) -> View {
    let line = |(test, ago): (Test, i32)| {
        let acts = el("div.na")
            .child(link_to("link acc", place(test)).text("Measure"))
            .child(button("link", move || yoke.put_off_tests()).text("Not this month"));
        let title = ["Self-test: ", test.name()].concat();
        plain(&title, &["Last taken ", &when(ago), "."].concat(), acts)
    };
    yoke.test_due().map(line).into()
}

fn place(test: Test) -> Route {
    Route::Test(test.id().to_owned())
}

fn when(ago: i32) -> String {
    match ago {
        ..=0 => "today".to_owned(),
        1 => "1 day ago".to_owned(),
        days => [&days.to_string(), " days ago"].concat(),
    }
}

/// The tests with their last values.
pub fn tests(yoke: Yoke) -> View {
    let (unit, today) = (unit(yoke), yoke.day_untracked().number());
    let mut list = el("ul.list");
    for test in Test::ALL {
        let (mut value, mut said) = (String::new(), "Not measured yet".to_owned());
        yoke.tests().with(|tests| {
            if let Some(one) = last(tests, test) {
                value = with_unit(test, unit, one.reading.value(unit));
                said = when(today - one.day().number());
            }
        });
        let words = el("span").child(span("tt", test.name())).child(span("ss", said));
        let row = link_to("li", place(test)).child(words).child(span("rowt", value));
        list = list.child(el("li").child(row));
    }
    let remind = move || yoke.to_calendar(calendar::TESTS, calendar::tests, "#/progress");
    let remind =
        button("link", remind).text(["Add to calendar, every ", &EVERY_DAYS.to_string(), " days"].concat());
    View::many([section("Self-tests").into(), list.into(), remind.into()])
}

fn unit(yoke: Yoke) -> WeightUnit {
    yoke.settings().with_untracked(|settings| settings.unit)
}

fn number(value: u64) -> String {
    hundredths_text(value as u32)
}

fn with_unit(test: Test, unit: WeightUnit, value: u64) -> String {
    [&number(value), " ", test.scale(unit).symbol()].concat()
}

/// What the page of a test holds.
#[derive(Clone, Copy)]
struct Desk {
    yoke: Yoke,
    test: Test,
    unit: WeightUnit,
    /// What stands in the field, or how many points are ticked.
    text: RwSignal<String>,
    /// Whether one is about to measure, or looks at what was measured.
    measures: RwSignal<bool>,
}

/// What the page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Watch,
    Measure,
    Look,
}

/// The page of a test.
pub fn test(id: &str) -> View {
    let Some(test) = Test::find(id) else { return unknown(&["progress/tests/", id].concat()) };
    let yoke = use_yoke();
    let unit = unit(yoke);
    let (mut typed, mut measures) = (String::new(), true);
    yoke.tests().with_untracked(|tests| {
        if let Some(one) = last(tests, test) {
            measures = yoke.day_untracked() >= one.day().plus(EVERY_DAYS);
            // The next gap will be near the last one.
            if test == Test::Wall {
                typed = number(one.reading.value(unit));
            }
        }
    });
    let desk = Desk { yoke, test, unit, text: RwSignal::new(typed), measures: RwSignal::new(measures) };
    at_end(move || {
        yoke.end_watch();
    });
    Frame::new(back_bar(&Route::Progress, "Self-test"))
        .deck(desk.by_mode([stop, entry, again]))
        .child(desk.by_mode([watch, how, way]))
        .build()
}

impl Desk {
    /// A piece that is made anew when the stopwatch starts or ends, and when one goes over to measuring or to looking.
    fn by_mode(self, make: [fn(Self) -> View; 3]) -> View {
        let mode = move || match self.yoke.watches() {
            true => Mode::Watch,
            false if self.measures.get() || self.next_day().is_none() => Mode::Measure,
            false => Mode::Look,
        };
        View::keyed(mode, move |mode| make[mode as usize](self))
    }

    /// When it is due again; none before it was taken once.
    fn next_day(self) -> Option<Day> {
        self.yoke.tests().with(|tests| last(tests, self.test).map(|one| one.day().plus(EVERY_DAYS)))
    }

    fn scale(self) -> Scale {
        self.test.scale(self.unit)
    }

    /// Goes over to measuring or to looking.
    fn turn(self, measures: bool) {
        self.measures.set(measures);
        page::focus_soon(TITLE.to_owned(), false);
    }

    fn read(self) -> Result<Reading, InputError> {
        self.text.with_untracked(|text| Reading::parse(text, self.scale()))
    }

    fn save(self, error: RwSignal<Option<String>>) {
        match self.read() {
            Ok(reading) => {
                if self.yoke.keep_test(reading) {
                    if self.test != Test::Wall {
                        self.text.set(String::new());
                    }
                    self.turn(false);
                }
            }
            Err(wrong) => {
                error.set(Some(wrong.to_string()));
                page::focus(FIELD);
            }
        }
    }

    fn title(self) -> View {
        heading("h2 page-title", self.test.name()).attr("id", TITLE).into()
    }
}

/// How the test is done.
fn how(desk: Desk) -> View {
    let Desk { test, text: count, .. } = desk;
    let mut ticks = View::none();
    if test == Test::Angel {
        count.set("0".to_owned());
        let ticked = RwSignal::new(0_usize);
        let mut chips = el("div.chips wrap").role("group").label("What touched the wall");
        for (nth, name) in POINTS.into_iter().enumerate() {
            let flip = move || {
                ticked.update(|ticked| *ticked ^= 1 << nth);
                count.set(ticked.get_untracked().count_ones().to_string());
            };
            let is_on = move || ticked.get() >> nth & 1 == 1;
            chips = chips.child(button("chip", flip).state("aria-pressed", is_on).text(name));
        }
        ticks = chips.into();
    }
    let exercise = test.exercise();
    View::many([
        if test == Test::Wall { gap(desk, exercise) } else { catalog::find(exercise).map(picture).into() },
        desk.title(),
        p("body2", test.words().steps().first()).into(),
        ticks,
        p("cap", [test.words().better(), " ", test.words().stop()].concat()).into(),
    ])
}

/// The head at the wall, with the gap as it stands in the field.
fn gap(desk: Desk, exercise: &str) -> View {
    let Some(figure) = Figure::for_exercise(exercise) else { return View::none() };
    let text = move || match desk.text.get() {
        empty if empty.is_empty() => empty,
        gap => [&gap, " ", desk.scale().symbol()].concat(),
    };
    let path = |class, d| svg("path").class(class).attr("d", d);
    let drawing = still(&figure, Angle::Side, figure.end_t())
        .attr("viewBox", "-45 -186 104 62")
        .child(path("wall", "M-17-216h3.2v122h-3.2z"))
        .child(path("gap", "M-13-166.5h5.3m-3.7-1.3-1.6 1.3 1.6 1.3m2.1-2.6 1.6 1.3-1.6 1.3"))
        .child(svg("text").attr("x", "-20").attr("y", "-164").text_fn(text));
    el("div.stage show").child(drawing).into()
}

/// The field and what can be done with it.
fn entry(desk: Desk) -> View {
    let (test, timed) = (desk.test, desk.test.is_timed());
    let error = RwSignal::new(None);
    let mut field = View::none();
    if test != Test::Angel {
        let (scale, symbol) = (desk.scale(), desk.scale().symbol());
        let words = Words {
            id: FIELD,
            label: if timed { "Seconds".to_owned() } else { ["Gap in ", symbol].concat() },
            unit: symbol.to_owned(),
            step: [&hundredths_text(scale.step()), " ", symbol].concat(),
        };
        let stepped = move |by| {
            if let Ok(reading) = desk.read().or_else(|_| Reading::new(scale, 0)) {
                desk.text.set(reading.stepped(by).number());
                error.set(None);
            }
        };
        field = stepper(&words, desk.text, error, stepped).class("step one").into();
    }
    let acts = move || {
        let empty = timed && desk.text.with(String::is_empty);
        let start = |class, name| {
            let tapped = move || {
                desk.yoke.begin_watch();
                page::focus_soon(TITLE.to_owned(), false);
            };
            button(class, tapped).child(icon(Glyph::Play)).text(name)
        };
        let first = if empty {
            start("btn pri xl", "Start")
        } else {
            let said = move || match test {
                Test::Angel => ["Save ", &*desk.text.get(), " of 7"].concat(),
                _ => "Save".to_owned(),
            };
            button("btn pri xl", move || desk.save(error)).child(icon(Glyph::Check)).text_fn(said)
        };
        let second = if timed && !empty {
            start("btn xl side", "Again")
        } else if desk.next_day().is_some() {
            button("btn xl side", move || desk.turn(false)).text("Cancel")
        } else {
            return first.into();
        };
        el("div.row-go").child(first).child(second).into()
    };
    View::many([field, View::dynamic(acts)])
}

/// The running stopwatch.
fn watch(desk: Desk) -> View {
    let now = move || desk.yoke.watched();
    let share = move || match now() {
        (0, held) => (held % 60_000) as f64 / 60_000.0,
        (left, _) => left as f64 / COUNT_IN_MILLIS as f64,
    };
    let seconds = move || match now() {
        (0, held) => held / 1_000,
        (left, _) => left.div_ceil(1_000),
    };
    let readies = move || now().0 > 0;
    let inside = View::many([
        span("h3 word", "")
            .role("status")
            .text_fn(move || if readies() { "Get ready" } else { "Hold" }.to_owned())
            .into(),
        span("big1", "")
            .class_if("long", move || seconds() > 99)
            .text_fn(move || seconds().to_string())
            .into(),
        span("of", "s").into(),
    ]);
    let ring = el("div.ring-wrap t-hold").class_if("t-rest", readies).child(ring(share, inside));
    View::many([desk.title(), ring.into(), p("cap", desk.test.words().stop()).into()])
}

/// What ends the stopwatch and puts what was held into the field; who stops in the count-in has not measured.
fn stop(desk: Desk) -> View {
    let tapped = move || {
        let held = desk.yoke.end_watch() / 1_000;
        desk.text.set(if held > 0 { held.to_string() } else { String::new() });
        page::focus_soon(TITLE.to_owned(), false);
    };
    button("btn pri xl", tapped).child(icon(Glyph::Stop)).text("Stop").into()
}

/// How the test went.
fn way(desk: Desk) -> View {
    let Desk { yoke, test, unit, .. } = desk;
    let (range, listed) = (RwSignal::new(ALL), RwSignal::new(LISTED));
    let text = move |value| with_unit(test, unit, value);
    let line = move || {
        let mut shown = yoke.tests().with(|tests| points(tests, test, unit));
        within(&mut shown, yoke.day_untracked(), range);
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
            return p("body2", NOTHING).into();
        };
        let alike = test.alike(first.value, last.value, unit);
        let amount: &dyn Fn(u64) -> String = if test == Test::Angel { &number } else { &text };
        let mut said = change(first, last, amount, alike.then_some("about the same"));
        if !alike && !said.is_empty() {
            said += if test.is_better(last.value, first.value) { ", better" } else { ", worse" };
        }
        trend(&shown, (u64::MAX, 0), test.name(), &number, desk.scale().symbol(), &said)
    };
    let list = move || {
        let mut all = yoke.tests().with(Vec::clone);
        all.retain(|one| one.test() == test);
        let (points, most) = (points(&all, test, unit), listed.get());
        let next = desk.next_day().map(|day| span("cap", ["next: ", &day.day_month()].concat()));
        let remove = |nth: usize| {
            let Some(one) = all.get(nth).cloned() else { return View::none() };
            let said = [&one.day().day_month(), ", ", &text(one.reading.value(unit))].concat();
            let label = ["Remove ", &said].concat();
            let tapped = move || yoke.drop_test(&one, &said);
            el("td").child(button("ib", tapped).label(label).child(icon(Glyph::Close))).into()
        };
        let rest = (points.len() > most).then(|| {
            let label = ["Show all ", &points.len().to_string()].concat();
            button("btn line", move || listed.set(usize::MAX)).text(label)
        });
        View::many([
            section("Measured").child(next).into(),
            table(&points, most, test.name(), &text, &remove).into(),
            rest.into(),
        ])
    };
    View::many([
        desk.title(),
        View::dynamic(line),
        ranges(range).into(),
        p("cap", ["A steady trend over weeks says more than one number. ", test.words().better()].concat())
            .into(),
        View::dynamic(list),
    ])
}

fn again(desk: Desk) -> View {
    button("btn md", move || desk.turn(true)).child(icon(Glyph::Ruler)).text("Measure again").into()
}
