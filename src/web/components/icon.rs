//! The icons: 24 px grid, 2 px stroke, square caps. Our own drawings.

use crate::web::dom::{El, svg};

/// Writes the icons as a list: the name of each and its path data, with an `f` before what is filled and not stroked. The
/// paths are one text: a pointer for each would cost as much as a short path.
macro_rules! glyphs {
    ($($name:ident $path:literal)*) => {
        /// One icon.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Glyph {
            $($name,)*
        }

        const PATHS: &str = concat!($($path, "\n"),*);
    };
}

glyphs! {
    Play "fM6 3.5v17L20.5 12z"
    Pause "fM5 4h5v16H5zM14 4h5v16h-5z"
    Plus "M12 5v14M5 12h14"
    Minus "M5 12h14"
    Left "M14.5 5.5 8 12l6.5 6.5"
    Right "M9.5 5.5 16 12l-6.5 6.5"
    Down "M5.5 9 12 15.5 18.5 9"
    More "fM3.5 10.2h3.6v3.6H3.5zM10.2 10.2h3.6v3.6h-3.6zM16.9 10.2h3.6v3.6h-3.6z"
    Check "M4.5 12.5 10 18 20 6.5"
    Close "M6 6l12 12M18 6 6 18"
    Search "M15.5 15.5 20.5 20.5M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0 -13 0"
    Sliders "M4 7h9M19 7h1M4 17h3M13 17h7M13 4h5v6h-5zM7 14h5v6H7z"
    Today "M3.5 9C6 5.2 18 5.2 20.5 9M3.5 9v8M20.5 9v8M12 6.3V13M9.4 15.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0"
    Prog "M4 5h4v4H4zM4 15h4v4H4zM12 7h8M12 17h8"
    Ex "M8 12h8M5.5 7v10M18.5 7v10M2.8 9.6v4.8M21.2 9.6v4.8"
    Skip "fM4 4.5v15l10.5-7.5zM16.5 4.5H20v15h-3.5z"
    Shield "M12 3.2 19.5 6v6c0 4.5-3.2 7.4-7.5 9-4.3-1.6-7.5-4.5-7.5-9V6z"
    Easy "M12 4.5v12M6.5 11.5 12 17l5.5-5.5M5 20.5h14"
    Hard "M12 19.5v-12M6.5 12.5 12 7l5.5 5.5M5 3.5h14"
    House "M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10"
    Sound "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"
    Vibe "M8 4h8v16H8zM4.5 8v8M19.5 8v8"
    Camera "M3.5 7.5h4l1.5-2.5h6l1.5 2.5h4v11h-17zM9 13a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
    Phone "M7 2.8h10v18.4H7zM10.5 18h3"
    Undo "M8.5 4 4 8.5l4.5 4.5M4.5 8.5H14a6 6 0 0 1 0 12H8"
    Cal "M4 5.5h16v15H4zM4 10h16M8.5 2.8v5M15.5 2.8v5"
    Line "M3.5 20.5h17M4 15.5l5-5.5 4.5 3.5 6.5-8"
    Warn "M12 3.5 21.5 20h-19zM12 10v4.5M12 17v.2"
    Mute "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5"
    Info "M12 11v5.5M12 7.6v.2M3.4 12a8.6 8.6 0 1 0 17.2 0a8.6 8.6 0 1 0 -17.2 0"
    Stop "fM5 5h14v14H5z"
    Timer "M12 9v4.5M9.5 2.8h5M5 14a7 7 0 1 0 14 0a7 7 0 1 0 -14 0"
    Share "M12 15V3.5M7.5 7.5 12 3l4.5 4.5M5 12v8.5h14V12"
    Swap "M4 8.5h15M15 4.5l4 4-4 4M20 16.5H5M9 12.5l-4 4 4 4"
    Flash "M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2 2M16.4 16.4l2 2M18.4 5.6l-2 2M7.6 16.4l-2 2M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
    Voice "M4 5h16v11.5h-8L7.5 20v-3.5H4zM8 9.5h8M8 12.5h5"
    Drag "M4 9h16M4 15h16"
    Ruler "M3 8h18v8H3zM7 8v3.5M11 8v3.5M15 8v3.5"
}

/// An icon. It is decoration: the words beside it, or the label of its button, say what it means.
pub fn icon(glyph: Glyph) -> El {
    let path = PATHS.split('\n').nth(glyph as usize).unwrap_or_default();
    let (class, path) = path.strip_prefix('f').map_or(("", path), |filled| ("f", filled));
    svg("svg.i").attr("viewBox", "0 0 24 24").unspoken().child(svg("path").class(class).attr("d", path))
}
