//! What can be chosen.

use crate::web::signal::untrack;

use crate::catalog::equipment;
use crate::catalog::search::{GEAR, Kit};
use crate::store::Settings;
use crate::store::settings::Theme;
use crate::training::exercise::Equipment;
use crate::training::units::WeightUnit;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, link, p, span};
use crate::web::pages::before::warm_up;
use crate::web::pages::home;
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The settings.
pub fn settings() -> View {
    let yoke = use_yoke();
    let themes = [("System", Theme::System), ("Dark", Theme::Dark), ("Light", Theme::Light)];
    let about = concat!(
        "Yoke ",
        env!("CARGO_PKG_VERSION"),
        ". Everything you log stays on this phone; nothing is sent \
        anywhere. Yoke gives general training information, not medical advice. Sharp pain, numbness or weakness: stop \
        and see a professional."
    );
    Frame::new(back_bar(&Route::Today, "Settings"))
        .child(heading("vh", "Settings"))
        .child(section("Weights"))
        .child(units(yoke))
        .child(section("What I have"))
        .child(p("cap", "The gear filter of the exercise list goes by this. Walls, doors, chairs and floors count anyway."))
        .child(all_gear(yoke))
        .child(place(&Route::Weights, Glyph::Ex, "My weights", move || weights_line(yoke)))
        .child(section("During a workout"))
        .child(place(&Route::Sound, Glyph::Sound, "Sound and vibration", move || sound_line(yoke)))
        .child(switch(
            yoke,
            (Glyph::Phone, "Keep screen on", "While a workout runs and Yoke is in front"),
            |settings| &mut settings.keep_awake,
        ))
        .child(warm_up(yoke, "In front of each session that the app does not lead"))
        .child(switch(
            yoke,
            (Glyph::Timer, "Drills in long rests", "One that leaves the next set fresh, from 2 minutes on"),
            |settings| &mut settings.fillers,
        ))
        .child(section("Through the day"))
        .child(place(&Route::Reminders, Glyph::Cal, "Reminders", || "For the posture break".to_owned()))
        .child(section("Look"))
        .child(choice(
            yoke,
            ("Theme", ""),
            &themes,
            |settings| settings.theme,
            |settings, theme| settings.theme = theme,
        ))
        .child(section("Your data"))
        .child(place(&Route::Data, Glyph::Easy, "Backup", || "Save it, bring it in, delete it".to_owned()))
        .child(place(&Route::Import, Glyph::Share, "Other apps", || "Strong, Hevy, FitNotes, spreadsheets".to_owned()))
        .child(place(&Route::Start, Glyph::Today, "First steps", || "Goal, gear and units, asked again".to_owned()))
        .child(home::row(yoke))
        .child(section("About"))
        .child(p("body2", about))
        .build()
}

/// The choice of the unit.
pub(super) fn units(yoke: Yoke) -> El {
    choice(
        yoke,
        ("Units", "For new sets. Logged sets keep the unit they were entered in."),
        &[("kg", WeightUnit::Kg), ("lb", WeightUnit::Lb)],
        |settings| settings.unit,
        |settings, unit| settings.unit = unit,
    )
}

/// What one has, a chip each.
pub(super) fn all_gear(yoke: Yoke) -> El {
    el("div.chips wrap").children(GEAR.iter().map(|&(thing, _)| gear(yoke, thing)))
}

fn weights_line(yoke: Yoke) -> String {
    let told = yoke.settings().with(|settings| settings.outfit.0.iter().any(Option::is_some));
    if told { "As you told" } else { "As a usual gym has them" }.to_owned()
}

fn gear(yoke: Yoke, thing: Equipment) -> El {
    let kit = Kit::of(&[thing]);
    let has = move || yoke.settings().with(|settings| settings.gear.covers(kit));
    let flip = move || {
        let inside = !untrack(has);
        yoke.choose(|settings| settings.gear = settings.gear.with(kit, inside));
    };
    button("chip", flip).state("aria-pressed", has).text(equipment::name(thing))
}

fn choice<T: Copy + PartialEq + 'static>(
    yoke: Yoke,
    (label, note): (&str, &str),
    options: &[(&str, T)],
    get: fn(&Settings) -> T,
    set: fn(&mut Settings, T),
) -> El {
    let one = |&(name, value): &(&str, T)| {
        let pressed = move || yoke.settings().with(|settings| get(settings) == value);
        button("", move || yoke.choose(|settings| set(settings, value)))
            .state("aria-pressed", pressed)
            .text(name)
    };
    el("div.set-row choice")
        .child(el("span").child(span("tt", label)).child(span("ss", note)))
        .child(el("div.seg").role("group").label(label).children(options.iter().map(one)))
}

/// A row that leads to more settings; `now` says in short what is chosen there.
pub(super) fn place(to: &Route, glyph: Glyph, name: &str, now: impl Fn() -> String + 'static) -> El {
    place_with(to, glyph, name, span("ss", "").text_fn(now))
}

fn place_with(to: &Route, glyph: Glyph, name: &str, now: El) -> El {
    link("set-row", to.href())
        .child(icon(glyph))
        .child(el("span").child(span("tt", name)).child(now))
        .child(icon(Glyph::Right))
}

fn sound_line(yoke: Yoke) -> String {
    yoke.settings().with(|settings| {
        let mode = match (settings.sound, settings.pocket) {
            (false, _) => "No tones",
            (true, false) => "Mixed with my music",
            (true, true) => "Pocket mode",
        };
        let mut line = mode.to_owned();
        for (on, name) in
            [(settings.voice, ", voice"), (settings.vibrate, ", vibration"), (settings.flash, ", flash")]
        {
            if on {
                line.push_str(name);
            }
        }
        line
    })
}

pub(super) fn switch(yoke: Yoke, words: (Glyph, &str, &str), field: fn(&mut Settings) -> &mut bool) -> El {
    let is_on = move || yoke.settings().with(|settings| *field(&mut settings.clone()));
    let flip = move || {
        yoke.choose(|settings| {
            let on = field(settings);
            *on = !*on;
        });
    };
    switch_of(words, Box::new(is_on), Box::new(flip))
}

/// A switch of something that is more than a choice.
pub(super) fn switch_of(
    (glyph, label, note): (Glyph, &str, &str),
    is_on: Box<dyn Fn() -> bool>,
    flip: Box<dyn Fn()>,
) -> El {
    button("set-row", flip)
        .role("switch")
        .state("aria-checked", is_on)
        .label(label)
        .child(icon(glyph))
        .child(el("span").child(span("tt", label)).child(span("ss", note)))
        .child(span("sw", "").unspoken())
}
