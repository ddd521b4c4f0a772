//! Words said aloud. Voices may be absent, late or cut short: never the only cue.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::listener::Listener;
use super::window;

/// The browser's voice, if it has one.
#[derive(Debug)]
pub struct Voice(Option<SpeechSynthesis>);

impl Voice {
    /// Looks whether this browser can speak.
    #[must_use]
    pub fn find() -> Self {
        let speech = window().and_then(|it| Reflect::get(&it, &JsValue::from_str("speechSynthesis")).ok());
        Self(speech.filter(JsValue::is_object).map(JsCast::unchecked_into))
    }

    /// Whether this browser can speak. It may still have no voice to do it with: see [`Self::voices`].
    #[must_use]
    pub const fn available(&self) -> bool {
        self.0.is_some()
    }

    /// The names of the voices, English ones first. Chrome knows none when it is first asked; see
    /// [`Self::on_voices`].
    #[must_use]
    pub fn voices(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut others = Vec::new();
        for voice in self.known() {
            let list = if voice.lang().starts_with("en") { &mut names } else { &mut others };
            list.push(voice.name());
        }
        names.append(&mut others);
        names
    }

    /// Calls `heard` when the browser has found its voices.
    pub fn on_voices(&self, heard: impl FnMut(Event) + 'static) -> Option<Listener> {
        Some(Listener::on(self.0.as_ref()?, "voiceschanged", heard))
    }

    /// Says a text at once, whatever is being said. A voice of an unknown name is the browser's own choice.
    /// `volume` is 0 to 100.
    pub fn say(&self, text: &str, voice_name: Option<&str>, volume: u8) {
        let (Some(speech), Ok(utterance)) = (&self.0, SpeechSynthesisUtterance::new_with_text(text)) else {
            return;
        };
        utterance.set_volume(f32::from(volume.min(100)) / 100.0);
        // The texts are English, whatever the phone speaks.
        utterance.set_lang("en");
        if let Some(name) = voice_name
            && let Some(voice) = self.known().find(|voice| voice.name() == name)
        {
            utterance.set_lang(&voice.lang());
            utterance.set_voice(Some(&voice));
        }
        self.hush();
        speech.speak(&utterance);
    }

    /// Ends what is being said.
    pub fn hush(&self) {
        // Only if there is something: a needless `cancel` makes some browsers lose what is said next.
        if let Some(speech) = self.0.as_ref().filter(|speech| speech.speaking() || speech.pending()) {
            speech.cancel();
        }
    }

    /// Says nothing, aloud: inside a tap this allows later words.
    pub fn prime(&self) {
        self.say("", None, 0);
    }

    fn known(&self) -> impl Iterator<Item = SpeechSynthesisVoice> {
        self.0.iter().flat_map(SpeechSynthesis::get_voices).map(JsCast::unchecked_into)
    }
}
