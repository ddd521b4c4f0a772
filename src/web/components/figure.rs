//! Pictures of the body: the muscle chart, and its small version for lists.

use std::rc::Rc;

use super::moving::{moving, thumb};
use crate::catalog::{self, muscles};
use crate::figure::musclemap::{self, Crop, Layers, Shape, Side};
use crate::figure::{Figure, View as Angle};
use crate::training::exercise::{Exercise, Muscle, Share};
use crate::web::dom::{El, View, svg};
use crate::web::platform::pointer;

/// The muscle chart, coloured by `heat` (0 to 4) a muscle, 0 where a muscle is not named. `label` says the same in
/// words.
pub fn muscle_chart(side: Side, crop: Crop, heat: &[(Muscle, u8)], label: &str) -> El {
    let layers = Layers::Split;
    let region = |muscle: Muscle| {
        let level = heat.iter().find(|(known, _)| *known == muscle).map_or(0, |(_, level)| *level);
        svg("g")
            .attr("data-h", level.to_string())
            .children(musclemap::muscle_shapes(side, layers, muscle).into_iter().map(chart_path))
    };
    svg("svg.mm")
        .attr("viewBox", crop.view_box().to_string())
        .role("img")
        .label(label)
        .children(musclemap::scenery(side, layers).into_iter().map(chart_path))
        .children(musclemap::regions(side, layers).map(region))
        .child(musclemap::midline(side, layers).map(chart_path))
}

/// The muscle chart as a set of buttons, one a muscle; the chosen one is lit. `picked` hears which was tapped.
pub fn pick_chart(
    side: Side,
    crop: Crop,
    chosen: Option<Muscle>,
    picked: impl Fn(Muscle) + Clone + 'static,
) -> El {
    let layers = Layers::Split;
    let region = |muscle: Muscle| {
        let (tap, key) = (picked.clone(), picked.clone());
        svg("g.mm-pick")
            .attr("data-h", if chosen == Some(muscle) { "3" } else { "0" })
            .role("button")
            .attr("tabindex", "0")
            .attr("aria-pressed", (chosen == Some(muscle)).to_string())
            .label(muscles::about(muscle).name)
            .on("click", move |_| tap(muscle))
            .on("keydown", move |event| {
                if pointer::is_activation(&event) {
                    event.prevent_default();
                    key(muscle);
                }
            })
            .children(musclemap::muscle_shapes(side, layers, muscle).into_iter().map(chart_path))
    };
    svg("svg.mm")
        .attr("viewBox", crop.view_box().to_string())
        .role("group")
        .label(if side == Side::Back { "Muscles of the back" } else { "Muscles of the front" })
        .children(musclemap::scenery(side, layers).into_iter().map(chart_path))
        .children(musclemap::regions(side, layers).map(region))
        .child(musclemap::midline(side, layers).map(chart_path))
}

fn chart_path(shape: Shape) -> El {
    svg("path")
        .class(shape.kind.class())
        .attr("d", shape.d)
        .attr_maybe("transform", shape.mirrored.then_some("scale(-1 1)"))
}

/// The small chart that stands for an exercise or a program in lists. Decoration.
pub fn muscle_glyph(muscles: &[Muscle]) -> El {
    let glyph = musclemap::glyph(musclemap::best_side(muscles), muscles);
    let path = |class, d: &str| svg("path").class(class).attr("d", d);
    let drawing = svg("svg.mg")
        .attr("viewBox", Crop::Glyph.view_box().to_string())
        .unspoken()
        .child(path("mg-b", &glyph.body));
    glyph.regions.into_iter().fold(drawing, |drawing, d| {
        drawing.child(path("mg-r", &d)).child(path("mg-r", &d).attr("transform", "scale(-1 1)"))
    })
}

/// The muscles that stand for an exercise: the primary ones.
#[must_use]
pub fn leading_muscles(exercise: &Exercise) -> Vec<Muscle> {
    exercise.muscles_with(Share::Primary).collect()
}

/// What stands for an exercise in lists: its figure, or its muscles where it has none.
pub fn exercise_thumb(id: &str) -> View {
    match Figure::for_exercise(id) {
        Some(figure) => thumb(figure),
        None => muscle_glyph(&catalog::find(id).map(leading_muscles).unwrap_or_default()).into(),
    }
}

/// The moving figure of an exercise, or its muscles where it has none. `instant` gives the figure's instant in
/// milliseconds from the figure and the time since it began to move.
pub fn exercise_stage(id: &str, name: &str, mut instant: impl FnMut(&Figure, f64) -> f64 + 'static) -> View {
    match Figure::for_exercise(id) {
        Some(figure) => {
            let figure = Rc::new(figure);
            let own = Rc::clone(&figure);
            moving(figure, Angle::Best, name, move |millis| instant(&own, millis)).into()
        }
        None => muscle_glyph(&catalog::find(id).map(leading_muscles).unwrap_or_default()).into(),
    }
}
