//! What can be chosen.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::catalog::equipment;
use crate::catalog::search::{GEAR, Kit};
use crate::store::Settings;
use crate::store::settings::Theme;
use crate::training::exercise::Equipment;
use crate::training::units::WeightUnit;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, button, el, heading, p, span, value_of};
use crate::web::platform::audio::Audibility;
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// The settings.
pub fn settings() -> View {
    let yoke = use_yoke();
    let units = [("kg", WeightUnit::Kg), ("lb", WeightUnit::Lb)];
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
        .child(choice(
            yoke,
            ("Units", "For new sets. Logged sets keep the unit they were entered in."),
            &units,
            |settings| settings.unit,
            |settings, unit| settings.unit = unit,
        ))
        .child(section("What I have"))
        .child(p("cap", "The gear filter of the exercise list goes by this. Walls, doors, chairs and floors count anyway."))
        .child(el("div").class("chips wrap").children(GEAR.iter().map(|&(thing, _)| gear(yoke, thing))))
        .child(section("During a workout"))
        .child(switch(yoke, (Glyph::Sound, "Sound", "Short tones, mixed with your music"), |settings| {
            &mut settings.sound
        }))
        .child(loudness(yoke))
        .child(switch(
            yoke,
            (Glyph::Vibe, "Vibration", "Where phone and browser can: Chrome on Android"),
            |settings| &mut settings.vibrate,
        ))
        .child(switch(
            yoke,
            (Glyph::Phone, "Keep screen on", "While a workout runs and Yoke is in front"),
            |settings| &mut settings.keep_awake,
        ))
        .child(section("Look"))
        .child(choice(
            yoke,
            ("Theme", ""),
            &themes,
            |settings| settings.theme,
            |settings, theme| settings.theme = theme,
        ))
        .child(section("About"))
        .child(p("body2", about))
        .build()
}

fn gear(yoke: Yoke, thing: Equipment) -> El {
    let kit = Kit::of(&[thing]);
    let has = move || yoke.settings().with(|settings| settings.gear.covers(kit));
    let flip = move || {
        let inside = !untrack(has);
        yoke.choose(|settings| settings.gear = settings.gear.with(kit, inside));
    };
    button("chip", flip).attr_fn("aria-pressed", move || Some(has().to_string())).text(equipment::name(thing))
}

fn choice<T: Copy + PartialEq + 'static>(
    yoke: Yoke,
    (label, note): (&str, &str),
    options: &[(&str, T)],
    get: fn(&Settings) -> T,
    set: fn(&mut Settings, T),
) -> El {
    let one = |&(name, value): &(&str, T)| {
        let pressed = move || Some(yoke.settings().with(|settings| get(settings) == value).to_string());
        button("", move || yoke.choose(|settings| set(settings, value)))
            .attr_fn("aria-pressed", pressed)
            .text(name)
    };
    el("div")
        .class("set-row choice")
        .child(el("span").child(span("tt", label)).child(span("ss", note)))
        .child(el("div").class("seg").attr("role", "group").label(label).children(options.iter().map(one)))
}

fn switch(
    yoke: Yoke,
    (glyph, label, note): (Glyph, &str, &str),
    field: fn(&mut Settings) -> &mut bool,
) -> El {
    let is_on = move || Some(yoke.settings().with(|settings| *field(&mut settings.clone())).to_string());
    let flip = move || {
        yoke.choose(|settings| {
            let on = field(settings);
            *on = !*on;
        });
    };
    button("set-row", flip)
        .attr("role", "switch")
        .attr_fn("aria-checked", is_on)
        .label(label)
        .child(icon(glyph))
        .child(el("span").child(span("tt", label)).child(span("ss", note)))
        .child(span("sw", "").attr("aria-hidden", "true"))
}

fn loudness(yoke: Yoke) -> El {
    let said = RwSignal::new("");
    let waiting = StoredValue::new_local(None::<Timeout>);
    let test = move || {
        yoke.test_sound();
        // A fresh context needs a moment before it says whether it runs.
        let judge = move || {
            said.try_set(match yoke.audibility() {
                Audibility::Ready => {
                    "You should hear three rising tones. If not, check the phone's volume and silent switch."
                }
                Audibility::Suspended | Audibility::Untried => {
                    "The browser is still holding the sound back. Tap once more."
                }
                Audibility::Absent => {
                    "This browser cannot play tones. The screen shows every change all the same."
                }
            });
        };
        waiting.set_value(Some(Timeout::new(300, judge)));
    };
    let moved = move |event| {
        if let Ok(volume) = value_of(&event).parse::<u8>() {
            yoke.choose(|settings| settings.volume = volume.min(100));
        }
    };
    let slider = el("input")
        .attr("id", "volume")
        .attr("type", "range")
        .attr("min", "10")
        .attr("max", "100")
        .attr("step", "10")
        .attr("value", yoke.settings().with_untracked(|settings| settings.volume.to_string()))
        .on("change", moved);
    el("div")
        .class("set-row loud")
        .child(el("label").class("tt").attr("for", "volume").text("Loudness"))
        .child(slider)
        .child(button("btn line sm", test).text("Test sound"))
        .child(p("cap", "").attr("role", "status").text_fn(move || said.get().to_owned()))
}
