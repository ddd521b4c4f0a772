//! The self-tests: a row each on Progress; the page of one, with how it goes, how it is done and the stopwatch.
//!
//! Invariant: what was typed or ticked is one text, read by [`Reading::parse`] when it is saved.

use crate::catalog;
use crate::figure::{Figure, View as Angle};
use crate::training::measure::{COUNT_IN_MILLIS, EVERY_DAYS, POINTS, Reading, Scale, Test, last, points};
use crate::training::progress::change;
use crate::training::time::Day;
use crate::training::units::{InputError, Seconds, WeightUnit, hundredths_text};
use crate::web::components::frame::{Frame, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::moving::still;
use crate::web::components::notice::plain;
use crate::web::components::ring::ring;
use crate::web::components::stepper::{Words, stepper};
use crate::web::components::trend::{ALL, ranges, table, trend, within};
use crate::web::dom::{El, View, at_end, button, el, heading, p, span, svg};
use crate::web::pages::exercise::picture;
use crate::web::pages::unknown::unknown;
use crate::web::platform::page;
use crate::web::routes::Route;
use crate::web::signal::{RwSignal, untrack};
use crate::web::state::{Yoke, use_yoke};

/// So many measurements are listed before one asks for all.
const LISTED: usize = 12;
/// The ids of the field and of the heading.
const FIELD: &str = "measured";
const TITLE: &str = "test";

/// The line of Today on a test that is due.
pub fn due(yoke: Yoke) -> View {
    let line = |(test, ago): (Test, i32)| {
        let about = test.about();
        let acts = el("div.na")
            .child(link_to("link acc", Route::Test(about.id.to_owned())).text("Measure"))
            .child(button("link", move || yoke.put_off_tests()).text("Not this month"));
        plain(&["Self-test: ", about.name].concat(), &["Last taken ", &when(ago), "."].concat(), acts)
    };
    yoke.test_due().map(line).into()
}

fn when(ago: i32) -> String {
    match ago {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => [&days.to_string(), " days ago"].concat(),
    }
}

/// The tests with their last values.
pub fn tests(yoke: Yoke) -> View {
    let (unit, today) = (unit(yoke), yoke.day_untracked().number());
    let mut list = el("ul.list");
    for test in Test::ALL {
        let about = test.about();
        let (value, said) = yoke.tests().with(|tests| {
            tests
                .iter()
                .find(|one| one.test() == test)
                .map_or((String::new(), "Not measured yet".to_owned()), |one| {
                    (with_unit(test, unit, one.reading.value(unit)), when(today - one.day().number()))
                })
        });
        let words = el("span").child(span("tt", about.name)).child(span("ss", said));
        let row = link_to("li", Route::Test(about.id.to_owned()));
        list = list.child(el("li").child(row.child(words).child(span("rowt", value))));
    }
    View::many([section("Self-tests").into(), list.into()])
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
    scale: Scale,
    unit: WeightUnit,
    text: RwSignal<String>,
    error: RwSignal<Option<String>>,
    /// The [`POINTS`] that are ticked, one bit each.
    ticked: RwSignal<usize>,
    /// Whether one is about to measure, or looks at what was.
    measures: RwSignal<bool>,
    range: RwSignal<usize>,
    listed: RwSignal<usize>,
}

/// The page of a test.
pub fn test(id: &str) -> View {
    let Some(test) = Test::find(id) else { return unknown(&["progress/tests/", id].concat()) };
    let yoke = use_yoke();
    let unit = unit(yoke);
    let taken = yoke.tests().with_untracked(|tests| last(tests, test));
    let desk = Desk {
        yoke,
        test,
        scale: test.scale(unit),
        unit,
        text: RwSignal::new(String::new()),
        error: RwSignal::new(None),
        ticked: RwSignal::new(0),
        measures: RwSignal::new(taken.is_none_or(|day| yoke.day_untracked() >= day.plus(EVERY_DAYS))),
        range: RwSignal::new(ALL),
        listed: RwSignal::new(LISTED),
    };
    at_end(move || {
        yoke.end_watch();
    });
    Frame::new(back_bar(&Route::Progress, "Self-test"))
        .deck(View::dynamic(move || desk.by_mode([watch_deck, entry, next])))
        .child(View::dynamic(move || desk.by_mode([watch, how, way])))
        .build()
}

impl Desk {
    /// While the stopwatch runs, while one measures, and while one looks at what was measured.
    fn by_mode(self, [watches, measures, looks]: [fn(Self) -> View; 3]) -> View {
        let taken = self.last_day().is_some();
        let make = match (self.yoke.watches(), self.measures.get() || !taken) {
            (true, _) => watches,
            (_, true) => measures,
            _ => looks,
        };
        untrack(move || make(self))
    }

    fn last_day(self) -> Option<Day> {
        self.yoke.tests().with(|tests| last(tests, self.test))
    }

    /// Goes over to measuring or to looking.
    fn turn(self, measures: bool) {
        self.measures.set(measures);
        page::focus_soon(TITLE);
    }

    /// Starts the stopwatch, or ends it and puts what was held into the field.
    fn watch(self, starts: bool) {
        if starts {
            self.yoke.begin_watch();
        } else {
            let held = Seconds::held(self.yoke.end_watch()).get();
            // Who stops in the count-in has not measured.
            self.text.set(if held > 0 { held.to_string() } else { String::new() });
            self.error.set(None);
        }
        page::focus_soon(TITLE);
    }

    fn read(self) -> Result<Reading, InputError> {
        self.text.with_untracked(|text| Reading::parse(text, self.scale))
    }

    fn save(self) {
        match self.read() {
            Ok(reading) if self.yoke.keep_test(reading) => {
                self.text.set(String::new());
                self.ticked.set(0);
                self.turn(false);
            }
            Ok(_) => {}
            Err(error) => {
                self.error.set(Some(error.to_string()));
                page::focus(FIELD);
            }
        }
    }

    fn title(self) -> El {
        heading("h2 page-title", self.test.about().name).attr("id", TITLE)
    }
}

/// How the test is done.
fn how(desk: Desk) -> View {
    let about = desk.test.about();
    let mut ticks = View::none();
    if desk.test == Test::Angel {
        desk.text.set(desk.ticked.get().count_ones().to_string());
        let mut chips = el("div.chips wrap").role("group").label("What touched the wall");
        for (nth, name) in POINTS.into_iter().enumerate() {
            let flip = move || {
                desk.ticked.update(|ticked| *ticked ^= 1 << nth);
                desk.text.set(desk.ticked.get_untracked().count_ones().to_string());
            };
            let is_on = move || desk.ticked.get() >> nth & 1 == 1;
            chips = chips.child(button("chip", flip).state("aria-pressed", is_on).text(name));
        }
        ticks = chips.into();
    }
    View::many([
        if desk.test == Test::Wall { gap(desk) } else { catalog::find(about.exercise).map(picture).into() },
        desk.title().into(),
        p("body2", about.how).into(),
        ticks,
        p("cap", [about.tip, " ", about.better].concat()).into(),
        p("cap", about.stop).into(),
    ])
}

/// The head at the wall, with the gap as it stands in the field.
fn gap(desk: Desk) -> View {
    let about = desk.test.about();
    let Some(figure) = Figure::for_exercise(about.exercise) else { return View::none() };
    let text = move || [&*desk.text.get(), " ", desk.scale.symbol()].concat();
    let drawing = still(&figure, Angle::Side, figure.end_t())
        .attr("viewBox", "-45 -186 104 62")
        .child(svg("path.wall").attr("d", "M-17-186h3.2v62h-3.2z"))
        .child(
            svg("path.gap")
                .attr("d", "M-13-166.5h5.3M-11.4-167.800l-1.6 1.3 1.6 1.3M-9.3-167.800l1.6 1.3-1.6 1.3"),
        )
        .child(svg("text").attr("x", "-20").attr("y", "-164").text_fn(text));
    el("div.stage show").child(drawing).into()
}

/// The field and what can be done with it.
fn entry(desk: Desk) -> View {
    let (test, symbol) = (desk.test, desk.scale.symbol());
    let mut field = View::none();
    if test != Test::Angel {
        let counted = test.about().counted;
        let words = Words {
            id: FIELD,
            label: if test.is_timed() { counted.to_owned() } else { [counted, " in ", symbol].concat() },
            unit: symbol.to_owned(),
            step: [&hundredths_text(desk.scale.step()), " ", symbol].concat(),
        };
        let stepped = move |by| {
            if let Ok(reading) = desk.read().or_else(|_| Reading::new(desk.scale, 0)) {
                desk.text.set(reading.stepped(by).number());
                desk.error.set(None);
            }
        };
        // The next gap will be near the last one.
        if test == Test::Wall {
            let last = desk.yoke.tests().with(|tests| {
                tests.iter().find(|one| one.test() == test).map(|one| one.reading.value(desk.unit))
            });
            desk.text.set(last.map(number).unwrap_or_default());
        }
        field = stepper(&words, desk.text, desk.error, stepped).class("step one").into();
    }
    let acts = move || {
        let empty = test.is_timed() && desk.text.with(String::is_empty);
        let start =
            move |class, name| button(class, move || desk.watch(true)).child(icon(Glyph::Play)).text(name);
        let first = if empty {
            start("btn pri xl", "Start")
        } else {
            button("btn pri xl", move || desk.save()).child(icon(Glyph::Check)).text("Save").text_fn(
                move || {
                    if test == Test::Angel {
                        [" ", &*desk.text.get(), " of 7"].concat()
                    } else {
                        String::new()
                    }
                },
            )
        };
        let second = if test.is_timed() && !empty {
            Some(start("btn xl side", "Again"))
        } else {
            desk.last_day().map(|_| button("btn xl", move || desk.turn(false)).text("Cancel"))
        };
        match second {
            Some(second) => el("div.row-go").child(first).child(second),
            None => first,
        }
    };
    View::many([field, View::dynamic(move || acts().into())])
}

/// The running stopwatch.
fn watch(desk: Desk) -> View {
    let now = move || desk.yoke.watched().unwrap_or_default();
    let share = move || match now() {
        (0, held) => (held % 60_000) as f64 / 60_000.0,
        (left, _) => left as f64 / COUNT_IN_MILLIS as f64,
    };
    let seconds = move || match now() {
        (0, held) => held / 1_000,
        (left, _) => left.div_ceil(1_000),
    };
    let word = move || if now().0 > 0 { "Get ready" } else { "Hold" }.to_owned();
    let inside = View::many([
        span("h3 word", "").role("status").text_fn(word).into(),
        span("big1", "")
            .class_if("long", move || seconds() > 99)
            .text_fn(move || seconds().to_string())
            .into(),
        span("of", "s").into(),
    ]);
    let tone = move || if now().0 > 0 { "ring-wrap t-rest" } else { "ring-wrap t-hold" }.to_owned();
    let ring = el("div").class_fn(tone).child(ring(share, inside));
    View::many([desk.title().into(), ring.into(), p("cap", desk.test.about().stop).into()])
}

fn watch_deck(desk: Desk) -> View {
    button("btn pri xl", move || desk.watch(false)).child(icon(Glyph::Stop)).text("Stop").into()
}

/// How the test went.
fn way(desk: Desk) -> View {
    let Desk { yoke, test, unit, range, listed, .. } = desk;
    let about = test.about();
    let text = move |value| with_unit(test, unit, value);
    let line = move || {
        let mut shown = yoke.tests().with(|tests| points(tests, test, unit));
        within(&mut shown, yoke.day_untracked(), range);
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
            return p("body2", "Nothing in this time. Look further back.").into();
        };
        let alike = test.alike(first.value, last.value, unit);
        let amount = |value| if test == Test::Angel { number(value) } else { text(value) };
        let mut said = change(first, last, &amount, alike.then_some("about the same"));
        if !alike && !said.is_empty() {
            said += if test.is_better(last.value, first.value) { ", better" } else { ", worse" };
        }
        trend(&shown, about.name, &number, desk.scale.symbol(), &said)
    };
    let list = move || {
        let all = yoke
            .tests()
            .with(|tests| tests.iter().filter(|one| one.test() == test).cloned().collect::<Vec<_>>());
        let points = points(&all, test, unit);
        let most = listed.get();
        let rest = (points.len() > most).then(|| {
            let label = ["Show all ", &points.len().to_string()].concat();
            button("btn line", move || listed.set(usize::MAX)).text(label)
        });
        let remove = |nth: usize| {
            let one = all.get(nth).cloned();
            let Some(one) = one else { return View::none() };
            let said = [&one.day().day_month(), ", ", &text(one.reading.value(unit))].concat();
            let label = ["Remove ", &said].concat();
            let tapped = move || yoke.drop_test(&one, &said);
            el("td").child(button("ib", tapped).label(label).child(icon(Glyph::Close))).into()
        };
        View::many([table(&points, most, about.name, &text, &remove).into(), rest.into()])
    };
    View::many([
        desk.title().into(),
        View::dynamic(line),
        ranges(range).into(),
        p("cap", ["A steady trend over weeks says more than one number. ", about.better].concat()).into(),
        section("Measured").into(),
        View::dynamic(list),
    ])
}

fn next(desk: Desk) -> View {
    let next = desk.last_day().map(|day| {
        let day = day.plus(EVERY_DAYS);
        p("cap", ["Next: ", day.weekday_name(), ", ", &day.day_month()].concat())
    });
    let again = button("btn md", move || desk.turn(true)).child(icon(Glyph::Ruler)).text("Measure again");
    View::many([again.into(), next.into()])
}
