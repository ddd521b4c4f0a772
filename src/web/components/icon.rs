//! The icons: 24 px grid, 2 px stroke, square caps. Our own drawings.

use crate::web::dom::{El, svg};

/// One icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Play,
    Pause,
    Plus,
    Minus,
    Left,
    Right,
    Down,
    More,
    Check,
    Close,
    Search,
    Sliders,
    Today,
    Prog,
    Ex,
    Skip,
    Shield,
    Easy,
    Hard,
    House,
    Sound,
    Vibe,
    Phone,
    Undo,
    Cal,
    Line,
    Warn,
    Mute,
    Info,
    Stop,
    Timer,
    Share,
    Swap,
    Flash,
    Voice,
    Drag,
}

impl Glyph {
    /// Stroked path data, then filled path data.
    const fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Play => ("", "M6 3.5v17L20.5 12z"),
            Self::Pause => ("", "M5 4h5v16H5zM14 4h5v16h-5z"),
            Self::Plus => ("M12 5v14M5 12h14", ""),
            Self::Minus => ("M5 12h14", ""),
            Self::Left => ("M14.5 5.5 8 12l6.5 6.5", ""),
            Self::Right => ("M9.5 5.5 16 12l-6.5 6.5", ""),
            Self::Down => ("M5.5 9 12 15.5 18.5 9", ""),
            Self::More => ("", "M3.5 10.2h3.6v3.6H3.5zM10.2 10.2h3.6v3.6h-3.6zM16.9 10.2h3.6v3.6h-3.6z"),
            Self::Check => ("M4.5 12.5 10 18 20 6.5", ""),
            Self::Close => ("M6 6l12 12M18 6 6 18", ""),
            Self::Search => ("M15.5 15.5 20.5 20.5M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0", ""),
            Self::Sliders => ("M4 7h9M19 7h1M4 17h3M13 17h7M13 4h5v6h-5zM7 14h5v6H7z", ""),
            Self::Today => (
                "M3.5 9C6 5.2 18 5.2 20.5 9M3.5 9v8M20.5 9v8M12 6.3V13M9.4 15.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0",
                "",
            ),
            Self::Prog => ("M4 5h4v4H4zM4 15h4v4H4zM12 7h8M12 17h8", ""),
            Self::Ex => ("M8 12h8M5.5 7v10M18.5 7v10M2.8 9.6v4.8M21.2 9.6v4.8", ""),
            Self::Skip => ("", "M4 4.5v15l10.5-7.5zM16.5 4.5H20v15h-3.5z"),
            Self::Shield => ("M12 3.2 19.5 6v6c0 4.5-3.2 7.4-7.5 9-4.3-1.6-7.5-4.5-7.5-9V6z", ""),
            Self::Easy => ("M12 4.5v12M6.5 11.5 12 17l5.5-5.5M5 20.5h14", ""),
            Self::Hard => ("M12 19.5v-12M6.5 12.5 12 7l5.5 5.5M5 3.5h14", ""),
            Self::House => ("M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10", ""),
            Self::Sound => {
                ("M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11", "")
            }
            Self::Vibe => ("M8 4h8v16H8zM4.5 8v8M19.5 8v8", ""),
            Self::Phone => ("M7 2.8h10v18.4H7zM10.5 18h3", ""),
            Self::Undo => ("M8.5 4 4 8.5l4.5 4.5M4.5 8.5H14a6 6 0 0 1 0 12H8", ""),
            Self::Cal => ("M4 5.5h16v15H4zM4 10h16M8.5 2.8v5M15.5 2.8v5", ""),
            Self::Line => ("M3.5 20.5h17M4 15.5l5-5.5 4.5 3.5 6.5-8", ""),
            Self::Warn => ("M12 3.5 21.5 20h-19zM12 10v4.5M12 17v.2", ""),
            Self::Mute => ("M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5", ""),
            Self::Info => ("M12 11v5.5M12 7.6v.2M3.4 12a8.6 8.6 0 1 0 17.2 0a8.6 8.6 0 1 0 -17.2 0", ""),
            Self::Stop => ("", "M5 5h14v14H5z"),
            Self::Timer => ("M12 9v4.5M9.5 2.8h5M5 14a7 7 0 1 0 14 0a7 7 0 1 0 -14 0", ""),
            Self::Share => ("M12 15V3.5M7.5 7.5 12 3l4.5 4.5M5 12v8.5h14V12", ""),
            Self::Swap => ("M4 8.5h15M15 4.5l4 4-4 4M20 16.5H5M9 12.5l-4 4 4 4", ""),
            Self::Flash => (
                "M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2 2M16.4 16.4l2 2M18.4 5.6l-2 2M7.6 16.4l-2 2M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
                "",
            ),
            Self::Drag => ("M4 9h16M4 15h16", ""),
            Self::Voice => ("M4 5h16v11.5h-8L7.5 20v-3.5H4zM8 9.5h8M8 12.5h5", ""),
        }
    }
}

/// An icon. It is decoration: the words beside it, or the label of its button, say what it means.
pub fn icon(glyph: Glyph) -> El {
    let (stroked, filled) = glyph.paths();
    let path = |class, d: &'static str| (!d.is_empty()).then(|| svg("path").class(class).attr("d", d));
    svg("svg.i")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(path("", stroked))
        .child(path("f", filled))
}
