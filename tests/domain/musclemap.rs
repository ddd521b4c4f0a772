//! The muscle map: every region is there, is drawable and keeps to its half and its picture.

use std::collections::HashSet;

use yoke_app::figure::musclemap::{
    Crop, Kind, Layers, Shape, Side, ViewBox, best_side, glyph, has_region, midline, muscle_shapes, regions,
    scenery, shapes, shows,
};
use yoke_app::figure::outline::path_data;
use yoke_app::training::exercise::Muscle;

const ALL: [Muscle; 19] = [
    Muscle::UpperTrapezius,
    Muscle::MiddleTrapezius,
    Muscle::LowerTrapezius,
    Muscle::Rhomboids,
    Muscle::PosteriorDeltoid,
    Muscle::Infraspinatus,
    Muscle::Supraspinatus,
    Muscle::Subscapularis,
    Muscle::TeresMajor,
    Muscle::TeresMinor,
    Muscle::LatissimusDorsi,
    Muscle::ErectorSpinae,
    Muscle::SerratusPosterior,
    Muscle::SerratusAnterior,
    Muscle::PectoralisMinor,
    Muscle::Biceps,
    Muscle::Scalenes,
    Muscle::DeepNeckFlexors,
    Muscle::AnteriorDeltoid,
];
const SIDES: [Side; 2] = [Side::Back, Side::Front];
const LAYERS: [Layers; 3] = [Layers::Split, Layers::Surface, Layers::Deep];

fn maps() -> impl Iterator<Item = (Side, Layers)> {
    SIDES.into_iter().flat_map(|side| LAYERS.into_iter().map(move |layers| (side, layers)))
}

fn every_shape() -> Vec<Shape> {
    maps().flat_map(|(side, layers)| shapes(side, layers)).collect()
}

/// One command of a path, numbers still as written.
type Command = (char, Vec<f64>);

/// Splits path data the way a browser does: numbers may touch if a sign or a second point parts them.
fn parse(d: &str) -> Result<Vec<Command>, String> {
    let mut commands: Vec<Command> = Vec::new();
    let mut rest = d.chars().peekable();
    while let Some(&c) = rest.peek() {
        if c == ' ' || c == ',' {
            rest.next();
        } else if c.is_ascii_alphabetic() {
            commands.push((c, Vec::new()));
            rest.next();
        } else {
            let mut number = String::new();
            while let Some(&n) = rest.peek() {
                let sign = n == '-' && number.is_empty();
                let point = n == '.' && !number.contains('.');
                if !(sign || point || n.is_ascii_digit()) {
                    break;
                }
                number.push(n);
                rest.next();
            }
            let value = number.parse::<f64>().map_err(|_| format!("bad number {number:?} before {c:?}"))?;
            commands.last_mut().ok_or("a number before any command")?.1.push(value);
        }
    }
    let first = commands.first().ok_or("empty")?;
    if first.0 != 'M' {
        return Err("must start with M".to_owned());
    }
    for (command, numbers) in &commands {
        let arity = arity(*command).ok_or(format!("unknown command {command}"))?;
        let fits =
            if arity == 0 { numbers.is_empty() } else { !numbers.is_empty() && numbers.len() % arity == 0 };
        if !fits {
            return Err(format!("{command} with {} numbers", numbers.len()));
        }
    }
    Ok(commands)
}

fn arity(command: char) -> Option<usize> {
    match command.to_ascii_lowercase() {
        'z' => Some(0),
        'h' | 'v' => Some(1),
        'm' | 'l' => Some(2),
        's' | 'q' => Some(4),
        'c' => Some(6),
        _ => None,
    }
}

/// The end points and control points of a path, absolute. A curve never leaves the hull of these.
#[expect(clippy::unwrap_used, reason = "a test helper: path data that does not parse fails the test")]
fn points(d: &str) -> Vec<(f64, f64)> {
    let (mut at, mut start, mut last_control) = ((0.0, 0.0), (0.0, 0.0), None);
    let mut out = Vec::new();
    for (command, numbers) in parse(d).unwrap() {
        let relative = command.is_ascii_lowercase();
        let kind = command.to_ascii_lowercase();
        if kind == 'z' {
            at = start;
            last_control = None;
            continue;
        }
        for part in numbers.chunks(arity(command).unwrap()) {
            let (ox, oy) = if relative { at } else { (0.0, 0.0) };
            let pairs: Vec<(f64, f64)> = match kind {
                'h' => vec![(ox + part[0], at.1)],
                'v' => vec![(at.0, oy + part[0])],
                _ => part.chunks(2).map(|p| (ox + p[0], oy + p[1])).collect(),
            };
            if kind == 's' {
                let (cx, cy) = last_control.unwrap_or(at);
                out.push((2.0 * at.0 - cx, 2.0 * at.1 - cy));
            }
            at = *pairs.last().unwrap();
            if kind == 'm' {
                start = at;
            }
            last_control = (kind == 'c' || kind == 's').then(|| pairs[pairs.len() - 2]);
            out.extend(pairs);
        }
    }
    out
}

fn inside(b: ViewBox, (x, y): (f64, f64)) -> bool {
    let (left, top) = (f64::from(b.x), f64::from(b.y));
    let (right, bottom) = (left + f64::from(b.width), top + f64::from(b.height));
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

#[test]
fn the_muscles_without_a_region_are_the_three_that_no_view_shows() {
    let without: Vec<Muscle> = ALL.into_iter().filter(|&muscle| !has_region(muscle)).collect();
    assert_eq!(without, [Muscle::Subscapularis, Muscle::SerratusPosterior, Muscle::DeepNeckFlexors]);
}

#[test]
fn every_other_muscle_appears_on_a_split_map() {
    for muscle in ALL.into_iter().filter(|&muscle| has_region(muscle)) {
        let seen = SIDES
            .into_iter()
            .any(|side| shapes(side, Layers::Split).any(|shape| shape.kind == Kind::Region(muscle)));
        assert!(seen, "{muscle:?}");
    }
}

#[test]
fn a_region_is_listed_exactly_when_it_is_drawn() {
    for (side, layers) in maps() {
        let listed: Vec<Muscle> = regions(side, layers).collect();
        let unique: HashSet<Muscle> = listed.iter().copied().collect();
        assert_eq!(unique.len(), listed.len(), "{side:?} {layers:?} lists a muscle twice");
        for muscle in ALL {
            let drawn = shapes(side, layers).any(|shape| shape.kind == Kind::Region(muscle));
            assert_eq!(drawn, unique.contains(&muscle), "{side:?} {layers:?} {muscle:?}");
            if layers == Layers::Split {
                assert_eq!(drawn, shows(side, muscle), "{side:?} {muscle:?}");
            }
        }
    }
}

#[test]
fn nothing_of_the_stored_data_is_left_out() {
    // A table entry whose muscle is missing from the focus order would never be drawn.
    for (side, layers) in maps() {
        let by_muscle: usize = ALL.into_iter().map(|muscle| muscle_shapes(side, layers, muscle).len()).sum();
        let line = usize::from(midline(side, layers).is_some());
        assert_eq!(shapes(side, layers).count(), scenery(side, layers).len() + by_muscle + line);
    }
}

#[test]
fn a_muscle_has_one_outline_in_each_half() {
    for (side, layers) in maps() {
        for muscle in regions(side, layers) {
            for mirrored in [false, true] {
                let count = muscle_shapes(side, layers, muscle)
                    .into_iter()
                    .filter(|shape| matches!(shape.kind, Kind::Region(_)) && shape.mirrored == mirrored)
                    .count();
                assert!(count <= 1, "{side:?} {layers:?} {muscle:?}");
            }
        }
    }
}

#[test]
fn the_shapes_of_a_muscle_follow_one_another_and_scenery_comes_first() {
    for (side, layers) in maps() {
        let mut groups: Vec<Option<Muscle>> = shapes(side, layers)
            .map(|shape| match shape.kind {
                Kind::Region(muscle) | Kind::Fibre(Some(muscle)) => Some(muscle),
                _ => None,
            })
            .collect();
        groups.dedup();
        if midline(side, layers).is_some() {
            assert_eq!(groups.pop(), Some(None));
        }
        assert_eq!(groups.first(), Some(&None));
        let muscles: Vec<Muscle> = groups[1..].iter().map(|group| group.unwrap()).collect();
        assert_eq!(muscles, regions(side, layers).collect::<Vec<_>>());
    }
}

#[test]
fn halves_show_the_layers_asked_for() {
    use yoke_app::figure::musclemap::Layer::{Deep, Surface};
    for side in SIDES {
        for (layers, left, right) in
            [(Layers::Split, Deep, Surface), (Layers::Surface, Surface, Surface), (Layers::Deep, Deep, Deep)]
        {
            for shape in shapes(side, layers) {
                if let Some(layer) = shape.layer {
                    assert_eq!(layer, if shape.mirrored { left } else { right });
                }
            }
        }
    }
}

#[test]
fn a_curve_goes_through_its_points() {
    for (outline, drawn) in [
        ("M 10-20l 5 0 0-4z", "M 1 -2l 0.5 0 0 -0.4z"),
        // Two ends, a third of the way from each other.
        ("M 0 0r 30 0", "M 0 0c 1 0 2 0 3 0"),
        // In the middle along the line between the neighbours, a sixth of it.
        ("M 0 0r 60 0 0 60", "M 0 0c 2 0 5 -1 6 0c 1 1 0 4 0 6"),
        // Back where it began, and smooth there too.
        ("M 0 0r 60 0 0 60-60-60z", "M 0 0c 0 -1 5 -1 6 0c 1 1 1 6 0 6c -1 0 -6 -5 -6 -6z"),
        ("M 0 0r", "M 0 0"),
    ] {
        assert_eq!(path_data(outline), drawn, "{outline}");
    }
}

#[test]
fn every_path_is_path_data() {
    for shape in every_shape() {
        if let Err(why) = parse(&shape.d) {
            panic!("{:?}: {why} in {}", shape.kind, shape.d);
        }
    }
}

#[test]
fn the_checker_finds_what_is_wrong() {
    for bad in ["", "l1 2", "1 2", "M1", "M1 2c1 2 3", "M1 2x3", "M1-", "M1 2z3"] {
        assert!(parse(bad).is_err(), "{bad:?}");
    }
    assert_eq!(parse("M1-2.5.5-.5").unwrap(), [('M', vec![1.0, -2.5, 0.5, -0.5])]);
    assert_eq!(points("M1 1h2v3l-1-1z"), [(1.0, 1.0), (3.0, 1.0), (3.0, 4.0), (2.0, 3.0)]);
}

#[test]
fn outlines_are_closed_and_lines_are_not() {
    for shape in every_shape() {
        let closed = shape.d.ends_with('z');
        let filled =
            matches!(shape.kind, Kind::Body | Kind::Context | Kind::Fascia | Kind::Bone | Kind::Region(_));
        assert_eq!(closed, filled, "{:?}", shape.kind);
        if filled {
            let commands = parse(&shape.d).unwrap();
            let count =
                |wanted: char| commands.iter().filter(|(c, _)| c.eq_ignore_ascii_case(&wanted)).count();
            assert_eq!(count('m'), count('z'), "{:?} has an open piece", shape.kind);
        }
    }
}

#[test]
fn every_path_is_inside_the_view_box_and_its_half() {
    for shape in every_shape() {
        for point in points(&shape.d) {
            assert!(inside(Crop::Whole.view_box(), point), "{:?} {point:?}", shape.kind);
            // A tenth of a unit is the rounding of the data.
            assert!(shape.layer.is_none() || point.0 >= -0.1, "{:?} crosses the middle", shape.kind);
        }
    }
}

#[test]
fn every_region_shows_whole_on_the_trunk_and_in_part_in_every_crop() {
    for shape in every_shape().into_iter().filter(|shape| matches!(shape.kind, Kind::Region(_))) {
        let points = points(&shape.d);
        assert!(points.iter().all(|&p| inside(Crop::Trunk.view_box(), p)), "{:?}", shape.kind);
        for crop in [Crop::Torso, Crop::Glyph] {
            assert!(points.iter().any(|&p| inside(crop.view_box(), p)), "{:?} {crop:?}", shape.kind);
        }
    }
}

#[test]
fn the_body_is_the_same_left_and_right() {
    let body = points(&scenery(Side::Back, Layers::Split)[0].d);
    for &(x, y) in &body {
        let twin = body.iter().any(|&(a, b)| (a + x).abs() < 0.21 && (b - y).abs() < 0.21);
        assert!(twin, "({x}, {y}) has no twin");
    }
}

#[test]
fn crops_write_themselves_as_a_view_box() {
    assert_eq!(Crop::Trunk.view_box().to_string(), "-78 4 156 202");
    assert_eq!(Crop::Torso.view_box().to_string(), "-64 26 128 152");
}

#[test]
fn every_region_has_a_glyph() {
    for side in SIDES {
        for muscle in ALL {
            let glyph = glyph(side, &[muscle]);
            assert!(parse(&glyph.body).is_ok());
            assert_eq!(glyph.regions.len(), usize::from(shows(side, muscle)), "{side:?} {muscle:?}");
        }
    }
}

#[test]
fn a_glyph_lights_each_muscle_once_and_keeps_the_cuff_in_one_layer() {
    let twice = glyph(Side::Back, &[Muscle::Rhomboids, Muscle::LatissimusDorsi, Muscle::Rhomboids]);
    assert_eq!(twice.regions.len(), 2);
    let alone = glyph(Side::Back, &[Muscle::Infraspinatus]);
    let cuff = glyph(Side::Back, &[Muscle::Infraspinatus, Muscle::Supraspinatus, Muscle::TeresMinor]);
    assert_eq!(cuff.regions.len(), 3);
    assert!(!cuff.regions.contains(&alone.regions[0]));
    assert!(glyph(Side::Back, &[]).regions.is_empty());
}

#[test]
fn the_best_side_shows_the_most() {
    assert_eq!(best_side(&[Muscle::LatissimusDorsi, Muscle::Rhomboids, Muscle::Biceps]), Side::Back);
    assert_eq!(best_side(&[Muscle::PectoralisMinor, Muscle::AnteriorDeltoid]), Side::Front);
    assert_eq!(best_side(&[Muscle::SerratusAnterior, Muscle::LowerTrapezius]), Side::Front);
    assert_eq!(best_side(&[Muscle::LowerTrapezius, Muscle::SerratusAnterior]), Side::Back);
    assert_eq!(best_side(&[Muscle::UpperTrapezius]), Side::Back);
    assert_eq!(best_side(&[Muscle::Subscapularis, Muscle::Biceps]), Side::Front);
    assert_eq!(best_side(&[Muscle::DeepNeckFlexors]), Side::Back);
    assert_eq!(best_side(&[]), Side::Back);
}
