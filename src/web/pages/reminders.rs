//! Reminders of the posture break: the plan, what the app does with it, and the way to the calendar.

use super::settings::switch_of;
use crate::exchange::calendar;
use crate::training::program::Weekdays;
use crate::training::reminder::{ABOUT, EVERY, Plan, Reminder, SNOOZE_MILLIS, Standing};
use crate::training::time::{Day, TimeOfDay, WEEKDAYS, day_and_time};
use crate::web::components::frame::{Frame, back_bar, link_to, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::components::notice::plain;
use crate::web::dom::{El, View, button, el, heading, keep, p, span};
use crate::web::platform::listener::Listener;
use crate::web::platform::{clock, remind};
use crate::web::routes::Route;
use crate::web::signal::RwSignal;
use crate::web::state::{TITLE, Yoke, use_yoke};

/// The line over every page while a reminder waits.
pub fn line(yoke: Yoke) -> El {
    let snooze = move || yoke.answer(|now| Standing::Snoozed(now.plus(SNOOZE_MILLIS)));
    let enough = move || yoke.answer(|now| Standing::NotToday(Day::local(now, clock::zone(now))));
    let acts = el("div.na")
        .child(link_to("link acc", Route::Break).text("Start"))
        .child(button("link", snooze).text("Snooze 10 min"))
        .child(button("link", enough).text("Not today"));
    plain(TITLE, ABOUT, acts)
}

/// The page of reminders.
pub fn reminders() -> View {
    let yoke = use_yoke();
    let allowed = RwSignal::new(remind::may_notify());
    keep(Box::new(Listener::on_window(remind::ANSWERED, move |_| allowed.set(remind::may_notify()))));
    let hand_out = move || yoke.to_calendar(calendar::BREAKS, calendar::breaks, "#/break");
    let deck = button("btn pri xl", hand_out).child(icon(Glyph::Cal)).text("Add to calendar");
    let mut list = el("ul.points");
    for (place, what) in [
        ("Android", "While Yoke is open, and for some minutes behind other apps."),
        ("iPhone, iPad", "While Yoke is in front. Notifications only if it is on the home screen."),
        ("Computer", "While its tab or window is open, also behind others."),
        (
            "Calendar",
            "Always, by the time of the place you are in. To change or end it, delete the events there.",
        ),
    ] {
        list = list.child(el("li").child(el("b").text(place)).child(p("body2", what)));
    }
    Frame::new(back_bar(&Route::Settings, Route::Reminders.title()))
        .deck(View::many([deck.into(), p("cap", "A file to open: yoke-posture.ics").into()]))
        .child(heading("vh", Route::Reminders.title()))
        .child(p(
            "body2",
            "A web app cannot wake itself: Yoke reminds you of the posture break while it is open, your calendar at all \
             other times. Never look at the phone while you drive.",
        ))
        .child(plan(yoke))
        .child(section("While Yoke is open"))
        .child(switch_of(
            (Glyph::Today, "Remind me", "A line on the page, a tone, a mark on title and icon. Never during a workout"),
            Box::new(move || yoke.settings().with(|settings| settings.reminder.on)),
            Box::new(move || {
                let Reminder { on, plan, .. } = now(yoke);
                yoke.plan_reminder(!on, plan);
            }),
        ))
        .child(el("div.acts").dynamic(move || notifications(allowed.get())))
        .child(section("What comes where"))
        .child(list)
        .build()
}

fn now(yoke: Yoke) -> Reminder {
    yoke.settings().with_untracked(|settings| settings.reminder)
}

/// The fields of the plan. What makes no sense is said, and the plan stays as it was.
fn plan(yoke: Yoke) -> El {
    let plan = now(yoke).plan;
    let first = RwSignal::new(plan.first().text(":"));
    let last = RwSignal::new(plan.last().text(":"));
    let every = RwSignal::new(plan.every().to_string());
    let wrong = RwSignal::new(false);
    let keep = move |_| {
        let Reminder { on, plan, .. } = now(yoke);
        let read = || {
            let (first, last) =
                (TimeOfDay::parse(&first.get_untracked())?, TimeOfDay::parse(&last.get_untracked())?);
            Plan::new(first, last, every.get_untracked().parse().ok()?, plan.days())
        };
        let read = read();
        wrong.set(read.is_none());
        if let Some(plan) = read {
            yoke.plan_reminder(on, plan);
        }
    };
    let time = |label: &str, text: RwSignal<String>| {
        let field = el("input").attr("type", "time").state("aria-invalid", move || wrong.get()).bind(text);
        el("label.form-row")
            .child(span("rowt", label))
            .child(el("span.field").child(field.on("change", keep)))
    };
    let mut select = el("select");
    for minutes in EVERY {
        let (count, unit) = if minutes % 60 == 0 { (minutes / 60, " h") } else { (minutes, " min") };
        let option = el("option").attr("value", minutes.to_string());
        select = select.child(option.text([&count.to_string(), unit].concat()));
    }
    let mut days = el("div.chips wrap").role("group").label("Days");
    for (nth, name) in WEEKDAYS.iter().enumerate() {
        let flip = move || {
            let Reminder { on, plan, .. } = now(yoke);
            // One day stays at least.
            if let Some(days) = Weekdays::of(plan.days().bits() ^ 1 << nth) {
                yoke.plan_reminder(on, plan.on(days));
            }
        };
        let is_on = move || yoke.settings().with(|settings| settings.reminder.plan.days().has(nth));
        let chip = button("chip", flip).state("aria-pressed", is_on);
        days = days.child(chip.text(name.get(..3).unwrap_or_default()));
    }
    let said =
        move || if wrong.get() { "Give both times, the last not before the first." } else { "" }.to_owned();
    el("div.acts")
        .child(days)
        .child(el("div.times").child(time("First", first)).child(time("Last", last)))
        .child(el("label.form-row").child(span("rowt", "Every")).child(select.bind(every).on("change", keep)))
        .child(p("err", "").role("alert").text_fn(said))
        .child(p("cap", "").role("status").text_fn(move || next(yoke)))
}

/// How many there are in a week, and when the next one comes.
fn next(yoke: Yoke) -> String {
    let plan = yoke.settings().with(|settings| settings.reminder.plan);
    let mut text = (u32::from(plan.a_day()) * plan.days().bits().count_ones()).to_string() + " a week.";
    if let Some(at) = yoke.next_reminder() {
        text += " The next: ";
        text += &day_and_time(at, clock::zone(at));
    }
    text
}

/// What can be said of notifications, and the button that asks for them.
fn notifications(allowed: usize) -> View {
    let text = match allowed {
        0 => return button("btn line", remind::ask_to_notify).text("Allow notifications").into(),
        2 => "Notifications are allowed; one comes while Yoke is open and not in front.",
        _ => "The browser or its settings allow no notifications here.",
    };
    p("body2", text).into()
}
