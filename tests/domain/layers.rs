//! The arrows of ARCHITECTURE.md: who may import whom.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// For each folder (or file) of `src`, what it may name after `crate::`.
const ARROWS: [(&str, &[&str]); 16] = [
    ("training", &["training"]),
    ("catalog", &["catalog", "training"]),
    ("figure", &["figure", "training", "catalog"]),
    ("session", &["session", "training"]),
    ("store", &["store", "session", "training", "catalog"]),
    ("exchange", &["exchange", "store", "session", "training", "catalog"]),
    ("sound", &["sound", "session"]),
    ("web/call.rs", &["web::call"]),
    ("web/dom", &["web::dom", "web::call", "web::signal"]),
    ("web/dom.rs", &["web::dom", "web::call", "web::signal", "web::platform"]),
    ("web/signal.rs", &["web::signal"]),
    ("web/routes.rs", &["web::routes", "training"]),
    ("web/platform", &["web::platform", "web::call", "web::dom", "sound", "store", "session", "training"]),
    (
        "web/components",
        &[
            "web::components",
            "web::dom",
            "web::signal",
            "web::routes",
            "web::platform",
            "figure",
            "training",
            "catalog",
        ],
    ),
    (
        "web/state",
        &[
            "web::state",
            "web::signal",
            "web::platform",
            "web::routes",
            "catalog",
            "exchange",
            "session",
            "sound",
            "store",
            "training",
        ],
    ),
    (
        "web/pages",
        &[
            "web::pages",
            "web::signal",
            "web::state",
            "web::components",
            "web::dom",
            "web::routes",
            "web::platform",
            "figure",
            "catalog",
            "exchange",
            "session",
            "store",
            "training",
        ],
    ),
];

#[test]
fn imports_follow_the_arrows() {
    let mut wrong = Vec::new();
    for (place, allowed) in ARROWS {
        for (file, text) in sources(&Path::new("src").join(place)) {
            for used in crate_paths(&text) {
                if !allowed.iter().any(|path| used == *path || used.starts_with(&format!("{path}::"))) {
                    wrong.push(format!("{file} names crate::{used}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_stands_under_an_arrow() {
    let known: BTreeSet<_> = ARROWS.iter().map(|(place, _)| Path::new("src").join(place)).collect();
    for (file, _) in sources(Path::new("src")) {
        let path = Path::new(&file);
        let roots = ["src/lib.rs", "src/main.rs", "src/web/mod.rs", "src/web/app.rs"];
        let covered = known.iter().any(|place| path.starts_with(place)) || roots.contains(&file.as_str());
        assert!(covered, "{file} stands outside of the layers: give it an arrow");
    }
}

#[test]
fn the_pure_half_names_no_browser_and_no_clock() {
    for folder in ["training", "catalog", "figure", "session", "store", "exchange", "sound"] {
        for (file, text) in sources(&Path::new("src").join(folder)) {
            for banned in ["web_sys", "js_sys", "leptos", "gloo", "Instant::now", "SystemTime", "rand::"] {
                assert!(!text.contains(banned), "{file} names {banned}");
            }
        }
    }
}

fn sources(place: &Path) -> Vec<(String, String)> {
    if place.is_file() {
        let name = place.to_string_lossy().replace('\\', "/");
        return vec![(name, fs::read_to_string(place).unwrap())];
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(place).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "rs") {
            found.extend(sources(&path));
        }
    }
    found
}

/// All `crate::a::b` paths in the code, comments left out.
fn crate_paths(text: &str) -> Vec<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.match_indices("crate::")
        .map(|(at, found)| {
            let rest = &code[at + found.len()..];
            rest[..rest.find(|c| !part(c)).unwrap_or(rest.len())].trim_end_matches(':').to_owned()
        })
        .collect()
}
