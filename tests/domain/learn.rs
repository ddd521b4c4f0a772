//! The pages to read are plain and say nothing twice; the six movements lead to exercises that train them, and
//! their picture moves the way it should.

use std::collections::BTreeSet;

use yoke_app::catalog::learn::{
    BEFORE, Glide, Look, MOVEMENTS, PAGES, Section, WHY, movement, movements_of, page,
};
use yoke_app::catalog::{self, muscles};
use yoke_app::figure::blades::{VIEW_BOX, frame};
use yoke_app::training::exercise::{Muscle, Role};
use yoke_app::training::words::rung;

/// Paint classes that the style sheet knows.
const CLASSES: [&str; 9] = ["skin", "skin far", "crease", "m1", "m2", "bone", "start", "scapline", "hair"];

fn page_texts() -> Vec<&'static str> {
    let of_section = |section: &'static Section| {
        section.paragraphs.iter().copied().chain(section.points.iter().map(|point| point.text))
    };
    PAGES
        .into_iter()
        .flat_map(|page| [page.lead].into_iter().chain(page.sections.iter().flat_map(of_section)))
        .chain(MOVEMENTS.iter().map(|movement| movement.plain))
        .collect()
}

fn catalog_texts() -> Vec<&'static str> {
    let mut all: Vec<&str> = muscles::ALL.iter().map(|info| info.does).collect();
    for one in catalog::exercises() {
        let words = one.words;
        all.extend([words.safely(), words.stop(), words.home()]);
        all.extend(words.steps().iter().chain(words.mistakes().iter()));
        all.extend(words.easier().iter().chain(words.harder().iter()).map(|line| rung(line).1));
    }
    all
}

fn sentences(text: &str) -> impl Iterator<Item = String> {
    text.split(". ").map(|sentence| sentence.trim_end_matches('.').to_lowercase())
}

#[test]
fn texts_are_whole_plain_sentences() {
    for text in page_texts() {
        assert!(text.ends_with('.') && text.starts_with(|c: char| c.is_uppercase()), "{text:?}");
    }
    let short = PAGES.iter().flat_map(|page| {
        let of_section = |section: &'static Section| {
            [section.heading].into_iter().chain(section.points.iter().map(|point| point.term))
        };
        [page.title].into_iter().chain(page.sections.iter().flat_map(of_section))
    });
    let named = MOVEMENTS.iter().flat_map(|movement| [movement.name, movement.cue]);
    for text in
        short.chain(named).inspect(|text| assert!(!text.ends_with('.'), "{text:?}")).chain(page_texts())
    {
        let plain = text.chars().all(|c| c.is_ascii() || c == '\u{b0}' || c == '\u{2013}');
        assert!(plain && !text.is_empty() && !text.contains(['!', '\n']) && !text.contains("  "), "{text:?}");
    }
    for sentence in page_texts().iter().flat_map(|text| sentences(text)) {
        assert!(sentence.split(' ').count() <= 36, "too long: {sentence:?}");
    }
}

#[test]
fn no_sentence_stands_twice() {
    let mut seen: BTreeSet<String> = catalog_texts().iter().flat_map(|text| sentences(text)).collect();
    for sentence in page_texts().iter().flat_map(|text| sentences(text)) {
        assert!(seen.insert(sentence.clone()), "said before: {sentence:?}");
    }
}

#[test]
fn pages_are_found_and_no_section_is_empty() {
    let ids: BTreeSet<&str> = PAGES.iter().map(|page| page.id).collect();
    assert_eq!(ids.len(), PAGES.len());
    for one in PAGES {
        assert_eq!(page(one.id).map(|found| found.title), Some(one.title));
        assert!(!one.sections.is_empty(), "{}", one.id);
        for section in one.sections {
            assert!(!section.paragraphs.is_empty() || !section.points.is_empty(), "{}", section.heading);
            let has_points = matches!(section.look, Look::Numbered | Look::Table);
            assert_eq!(has_points, !section.points.is_empty(), "{}", section.heading);
        }
    }
    assert!(page("nowhere").is_none());
}

#[test]
fn supplements_and_pain_stand_on_one_page_each() {
    let holders = |word: &str| {
        let says = |section: &Section| {
            section
                .paragraphs
                .iter()
                .copied()
                .chain(section.points.iter().map(|p| p.text))
                .any(|text| text.contains(word))
        };
        PAGES.iter().flat_map(|page| page.sections).filter(|section| says(section)).count()
    };
    assert_eq!(holders("Creatine"), 1);
    assert_eq!(holders("not medical advice"), 1);
    assert!(WHY.sections.iter().any(|section| section.heading == "Supplements"));

    let table = BEFORE.sections.iter().find(|section| section.look == Look::Table).expect("the pain table");
    let mut next = 0;
    for (from, to) in table.points.iter().filter_map(|point| point.term.split_once('\u{2013}')) {
        assert_eq!(from.parse(), Ok(next), "the scale has a gap or an overlap");
        next = to.parse::<u8>().expect("a number") + 1;
    }
    assert_eq!(next, 11, "the scale ends at 10");
}

#[test]
fn the_six_movements_lead_to_exercises_that_train_them() {
    let ids: BTreeSet<&str> = MOVEMENTS.iter().map(|movement| movement.id).collect();
    assert_eq!(
        ids,
        BTreeSet::from([
            "depression",
            "downward-rotation",
            "elevation",
            "protraction",
            "retraction",
            "upward-rotation"
        ])
    );
    for one in &MOVEMENTS {
        assert_eq!(movement(one.glide).id, one.id);
        assert!(!one.by.is_empty() && !one.trained_by.is_empty(), "{}", one.id);
        for muscle in one.by.iter().chain(one.helped_by) {
            assert_eq!(muscles::about(*muscle).muscle, *muscle, "{} is not described", one.id);
            assert!(movements_of(*muscle).any(|found| found.id == one.id));
        }
        assert!(one.helped_by.iter().all(|muscle| !one.by.contains(muscle)), "{}", one.id);
        for id in one.trained_by {
            let exercise = catalog::find(id).expect("an exercise of the catalog");
            let trains = exercise
                .muscles
                .iter()
                .any(|used| used.role == Role::Trained && one.by.contains(&used.muscle));
            assert!(trains, "{id} does not train what makes {}", one.id);
        }
    }
    assert_eq!(movements_of(Muscle::DeepNeckFlexors).count(), 0);
}

// ---- the picture

type Spot = (f64, f64);

/// The points that path data passes through or bends towards; fails on anything but absolute M, L, C, A and Z.
fn spots(d: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    let commands: Vec<usize> = d.match_indices(|c: char| c.is_ascii_alphabetic()).map(|(at, _)| at).collect();
    assert_eq!(commands.first(), Some(&0), "{d}");
    for (i, at) in commands.iter().enumerate() {
        let body = &d[at + 1..commands.get(i + 1).copied().unwrap_or(d.len())];
        let numbers: Vec<f64> =
            body.split_whitespace().map(|number| number.parse().expect("a finite number")).collect();
        assert!(numbers.iter().all(|n| n.is_finite() && n.abs() < 100.0), "{body}");
        let pairs = match (&d[*at..=*at], numbers.len()) {
            ("M" | "L", 2) | ("C", 6) => &numbers[..],
            ("A", 7) => &numbers[5..],
            ("Z", 0) => &[],
            other => panic!("{other:?} in {d}"),
        };
        all.extend(pairs.chunks(2).map(|pair| (pair[0], pair[1])));
    }
    all
}

/// Where the right blade, its ridge and its socket are.
struct Place {
    centre: Spot,
    inner_edge: f64,
    tip: Spot,
    /// How much higher the ridge's outer end is than its inner one.
    ridge_rise: f64,
}

fn place(glide: Glide, t: f32) -> Place {
    let shapes = frame(glide, t);
    let first = |class: &str, nth: usize| {
        let mut of_class = shapes.iter().filter(|(name, _)| *name == class);
        let (_, d) = of_class.nth(nth).expect("a shape of that class");
        // the right side is drawn first; stop at its end
        let end = d[1..].find('M').map_or(d.len(), |at| at + 1);
        spots(&d[..end])
    };
    let blade = first("bone", 1);
    let count = blade.len() as f64;
    let ridge = first("scapline", 0);
    let low = blade.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)).expect("points");
    Place {
        centre: (
            blade.iter().map(|p| p.0).sum::<f64>() / count,
            blade.iter().map(|p| p.1).sum::<f64>() / count,
        ),
        inner_edge: blade.iter().map(|p| p.0).fold(f64::INFINITY, f64::min),
        tip: low,
        ridge_rise: ridge[0].1 - ridge[ridge.len() - 1].1,
    }
}

fn instants() -> impl Iterator<Item = (Glide, f32)> {
    MOVEMENTS.iter().flat_map(|one| (0..=20_u8).map(|i| (one.glide, f32::from(i) / 20.0)))
}

#[test]
fn all_paths_parse_and_are_their_own_mirror_image() {
    for (glide, t) in instants() {
        for (class, d) in frame(glide, t) {
            assert!(CLASSES.contains(&class), "{class}");
            let all = spots(&d);
            for (x, y) in &all {
                // rounding to tenths may go either way
                let mirrored = all.iter().any(|(u, v)| (x + u).abs() < 0.11 && (y - v).abs() < 0.11);
                assert!(mirrored, "{class} of {glide:?} at {t}: ({x}, {y}) has no mirror image");
            }
        }
    }
}

#[test]
fn frames_keep_their_shapes_and_stand_still_outside_the_cycle() {
    for one in &MOVEMENTS {
        let classes = |t: f32| frame(one.glide, t).into_iter().map(|(class, _)| class).collect::<Vec<_>>();
        assert_eq!(classes(0.0), classes(0.37));
        assert_eq!(classes(0.0), classes(1.0));
        assert_eq!(frame(one.glide, -3.0), frame(one.glide, 0.0));
        assert_eq!(frame(one.glide, 7.0), frame(one.glide, 1.0));
        assert_ne!(frame(one.glide, 0.0), frame(one.glide, 1.0));
        assert!(classes(0.0).contains(&"m1"), "{}: nothing is tinted", one.id);
    }
}

#[test]
fn blades_stay_in_the_picture_and_off_the_spine() {
    let numbers: Vec<f64> = VIEW_BOX.split(' ').map(|n| n.parse().expect("a number")).collect();
    let [left, top, width, height] = numbers[..] else { panic!("{VIEW_BOX}") };
    assert!((left + width / 2.0).abs() < 1e-9, "the spine is not in the middle");
    for (glide, t) in instants() {
        let at = place(glide, t);
        assert!(at.inner_edge > 1.5, "{glide:?} at {t}: a blade on the spine");
        assert!(at.tip.1 < top + height && at.centre.1 > top && at.tip.0 < left + width, "{glide:?} at {t}");
    }
}

#[test]
fn each_movement_goes_its_way() {
    for one in &MOVEMENTS {
        let (start, end) = (place(one.glide, 0.0), place(one.glide, 1.0));
        let (out, down) = (end.centre.0 - start.centre.0, end.centre.1 - start.centre.1);
        let inner = end.inner_edge - start.inner_edge;
        let rise = end.ridge_rise - start.ridge_rise;
        let swing = (end.tip.0 - end.centre.0) - (start.tip.0 - start.centre.0);
        let right = match one.glide {
            Glide::Elevation => down < -3.0 && out.abs() < 1.0,
            Glide::Depression => down > 2.0 && out.abs() < 1.0,
            Glide::Retraction => inner < -2.0 && down.abs() < 1.0 && rise.abs() < 1.0,
            Glide::Protraction => inner > 2.0 && down.abs() < 1.0 && rise.abs() < 1.0,
            Glide::UpwardRotation => rise > 4.0 && swing > 4.0,
            Glide::DownwardRotation => rise < -4.0 && swing < -4.0,
        };
        assert!(right, "{}: out {out}, down {down}, inner {inner}, rise {rise}, swing {swing}", one.id);
        let half = place(one.glide, 0.5);
        let between = |a: f64, b: f64, c: f64| (a.min(c) - 0.5..=a.max(c) + 0.5).contains(&b);
        assert!(between(start.centre.0, half.centre.0, end.centre.0), "{}", one.id);
        assert!(between(start.centre.1, half.centre.1, end.centre.1), "{}", one.id);
    }
}

#[test]
fn muscles_that_make_a_movement_shorten() {
    // the widest extent of the first main tint says it well enough where the movement is a slide
    let span = |glide: Glide, t: f32, along: fn(Spot) -> f64| {
        let shapes = frame(glide, t);
        let (_, d) = shapes.iter().find(|(class, _)| *class == "m1").expect("a tint");
        let right: Vec<f64> = spots(d).into_iter().filter(|p| p.0 >= 0.0).map(along).collect();
        right.iter().copied().fold(f64::MIN, f64::max) - right.iter().copied().fold(f64::MAX, f64::min)
    };
    assert!(span(Glide::Retraction, 1.0, |p| p.0) < span(Glide::Retraction, 0.0, |p| p.0));
    assert!(span(Glide::Depression, 1.0, |p| p.1) < span(Glide::Depression, 0.0, |p| p.1));
    assert!(span(Glide::DownwardRotation, 1.0, |p| p.0) < span(Glide::DownwardRotation, 0.0, |p| p.0));
}
