//! What is heard, felt, seen and said: chosen here, and tried out.

use crate::web::signal::{RwSignal, StoredValue};
use gloo_timers::callback::Timeout;

use super::settings::switch;
use crate::session::CueKind;
use crate::web::components::frame::{Frame, back_bar, section};
use crate::web::components::icon::{Glyph, icon};
use crate::web::dom::{El, View, at_end, button, el, heading, keep, p, span, value_of};
use crate::web::platform::audio::Audibility;
use crate::web::platform::vibration;
use crate::web::routes::Route;
use crate::web::state::{Yoke, use_yoke};

/// How the tones go together with other sound.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Mix,
    Pocket,
    Off,
}

/// The page of sound, voice, vibration and flash.
pub fn sound() -> View {
    let yoke = use_yoke();
    let modes = [
        (
            Mode::Mix,
            "Mix with my music",
            "Tones over whatever plays. An iPhone's silent switch silences them.",
        ),
        (
            Mode::Pocket,
            "Pocket mode",
            "Meant to sound with the phone locked or muted, with controls on the lock screen. Stops other music.",
        ),
        (Mode::Off, "No tones", "Vibration, voice and flash only, as chosen below."),
    ];
    let kinds = [
        (CueKind::Countdown, "3, 2, 1"),
        (CueKind::StartAndEnd, "Start and end"),
        (CueKind::Sides, "Side switch"),
        (CueKind::Halfway, "Halfway"),
        (CueKind::TenLeft, "10 seconds left"),
        (CueKind::Tempo, "Tempo"),
    ];
    let felt = if vibration::is_here() {
        "Short before a change, long at the end"
    } else {
        "Not in this browser; Chrome on Android can"
    };
    let found = RwSignal::new(0_u32);
    keep(Box::new(yoke.on_voices(move || found.update(|times| *times += 1))));
    Frame::new(back_bar(&Route::Settings, "Sound and vibration"))
        .deck(test(yoke))
        .child(heading("vh", "Sound and vibration"))
        .child(
            el("div.modes")
                .role("radiogroup")
                .label("Tones")
                .children(modes.map(|(mode, name, note)| mode_row(yoke, mode, name, note))),
        )
        .child(loudness(yoke))
        .child(section("Tones for"))
        .child(el("div.chips wrap").children(kinds.map(|(kind, name)| cue_chip(yoke, kind, name))))
        .child(section("Beside the tones"))
        .child(switch(yoke, (Glyph::Vibe, "Vibration", felt), |settings| &mut settings.vibrate))
        .child(switch(
            yoke,
            (Glyph::Flash, "Flash", "The screen lights up once with each change"),
            |settings| &mut settings.flash,
        ))
        .child(switch(
            yoke,
            (Glyph::Voice, "Voice", "Says exercise, set, side and seconds left, in English"),
            |settings| &mut settings.voice,
        ))
        .child(View::dynamic(move || {
            let _ = found.get();
            yoke.settings().with(|settings| settings.voice).then(|| voice_choice(yoke)).into()
        }))
        .build()
}

fn mode_row(yoke: Yoke, mode: Mode, name: &str, note: &str) -> El {
    let is_on = move || {
        mode == yoke.settings().with(|settings| match (settings.sound, settings.pocket) {
            (false, _) => Mode::Off,
            (true, false) => Mode::Mix,
            (true, true) => Mode::Pocket,
        })
    };
    let choose = move || {
        yoke.choose(|settings| {
            settings.sound = mode != Mode::Off;
            if mode != Mode::Off {
                settings.pocket = mode == Mode::Pocket;
            }
        });
    };
    button("mode", choose)
        .role("radio")
        .state("aria-checked", is_on)
        .child(span("box", "").unspoken())
        .child(el("span").child(span("tt", name)).child(span("ss", note)))
}

fn loudness(yoke: Yoke) -> El {
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
    let shown = move || format!("{} %", yoke.settings().with(|settings| settings.volume));
    el("div.set-row loud")
        .child(el("label.tt").attr("for", "volume").text("Loudness"))
        .child(slider)
        .child(span("rowt", "").text_fn(shown))
}

fn cue_chip(yoke: Yoke, kind: CueKind, name: &str) -> El {
    button("chip", move || yoke.choose(|settings| settings.turn(kind)))
        .state("aria-pressed", move || yoke.settings().with(|settings| settings.wants(kind)))
        .text(name)
}

/// The voices of this browser, if it has any.
fn voice_choice(yoke: Yoke) -> El {
    let voices = yoke.voices();
    if voices.is_empty() {
        return p(
            "cap",
            "This browser has no voice yet. Words stay on the screen; tones and vibration are not touched.",
        );
    }
    let chosen = yoke.settings().with_untracked(|settings| settings.voice_name.clone());
    let option = |value: &str, name: &str| {
        el("option")
            .attr("value", value)
            .attr_maybe("selected", (chosen.as_deref().unwrap_or("") == value).then_some(""))
            .text(name)
    };
    let picked = move |event| {
        let name = value_of(&event);
        yoke.choose(|settings| settings.voice_name = (!name.is_empty()).then_some(name));
    };
    el("div.form-row").child(el("label.tt").attr("for", "voice").text("Which voice")).child(
        el("select")
            .attr("id", "voice")
            .child(option("", "The phone's own choice"))
            .children(voices.iter().map(|name| option(name, name)))
            .on("change", picked),
    )
}

/// Three, two, one, go, and an honest word about what the browser did with it.
fn test(yoke: Yoke) -> View {
    let said = RwSignal::new("");
    let waiting = StoredValue::new(None::<Timeout>);
    at_end(move || yoke.end_test());
    let run = move || {
        yoke.test_sound();
        // A fresh player needs a moment before it says whether it runs.
        let judge = move || {
            said.set(match (yoke.settings().with_untracked(|settings| settings.sound), yoke.audibility()) {
                (false, _) => "Tones are off. What else is switched on came now.",
                (_, Audibility::Ready) => {
                    "You should hear 3, 2, 1, go. If not, check the volume keys, then the silent switch."
                }
                (_, Audibility::Suspended | Audibility::Untried) => {
                    "The browser is still holding the sound back. Tap once more."
                }
                (_, Audibility::Absent) => {
                    "This browser cannot play tones. The screen shows every change all the same."
                }
            });
        };
        waiting.set_value(Some(Timeout::new(400, judge)));
    };
    View::many([
        button("btn xl", run).child(icon(Glyph::Sound)).text("Test: 3, 2, 1, go").into(),
        p("cap said", "").role("status").text_fn(move || said.get().to_owned()).into(),
    ])
}
