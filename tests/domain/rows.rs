//! Rows against the JSON that everybody reads and writes.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use yoke_app::store::rows::{self, Wrong};

/// As the stored shapes are: a list of unlike things, some of which came later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Row(
    String,
    bool,
    u64,
    i16,
    Option<String>,
    Vec<(String, Vec<u64>)>,
    #[serde(default)] Option<u32>,
    #[serde(default)] Vec<u8>,
);

fn any_row() -> impl Strategy<Value = Row> {
    let text = || prop_oneof![".{0,20}", "[\\x00-\\x1f\"\\\\/]{0,8}", "[\u{1f3cb}\u{fffd}\u{10ffff}]{0,4}"];
    let list = prop::collection::vec((text(), prop::collection::vec(any::<u64>(), 0..4)), 0..4);
    (text(), any::<bool>(), any::<u64>(), any::<i16>(), prop::option::of(text()), list, any::<Option<u32>>(), any::<Vec<u8>>())
        .prop_map(|(a, b, c, d, e, f, g, h)| Row(a, b, c, d, e, f, g, h))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_is_written_here_is_read_there_and_the_other_way_round(row in any_row()) {
        let ours = rows::write(&row).unwrap();
        let theirs = serde_json::to_string(&row).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Row>(&ours).unwrap(), &row);
        prop_assert_eq!(rows::read::<Row>(&theirs).unwrap(), row.clone());
        prop_assert_eq!(rows::read::<Row>(&ours).unwrap(), row);
    }

    #[test]
    fn escapes_of_every_kind_mean_what_they_mean_there(units in prop::collection::vec(any::<u16>(), 0..6)) {
        let text: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let text = format!("\"{text}\"");
        prop_assert_eq!(rows::read::<String>(&text).ok(), serde_json::from_str::<String>(&text).ok());
    }

    #[test]
    fn whatever_stands_there_is_read_as_there_or_refused(
        text in prop_oneof!["[\\[\\]0-9,\"a\\\\u-]{0,24}", ".{0,24}"],
    ) {
        if let Ok(read) = rows::read::<Vec<u64>>(&text) {
            prop_assert_eq!(read, serde_json::from_str::<Vec<u64>>(&text).unwrap());
        }
        if let Ok(read) = rows::read::<Vec<String>>(&text) {
            prop_assert_eq!(read, serde_json::from_str::<Vec<String>>(&text).unwrap());
        }
    }

    #[test]
    fn a_cut_or_changed_row_is_refused_or_means_what_it_says(row in any_row(), at in any::<prop::sample::Index>(), with in any::<char>()) {
        let text = rows::write(&row).unwrap();
        let cut: String = text.chars().take(at.index(text.chars().count())).collect();
        prop_assert_eq!(rows::read::<Row>(&cut), Err(Wrong));
        let changed: String =
            text.chars().enumerate().map(|(nth, c)| if nth == at.index(text.chars().count()) { with } else { c }).collect();
        if let Ok(read) = rows::read::<Row>(&changed) {
            prop_assert_eq!(serde_json::from_str::<Row>(&changed).unwrap(), read);
        }
    }
}

#[test]
fn what_rows_cannot_hold_is_refused_on_both_sides() {
    assert_eq!(rows::write(&1.5_f64), Err(Wrong));
    assert_eq!(rows::write(&serde_json::json!({ "a": 1 })), Err(Wrong));
    for text in ["{}", "1.5", "1e5", " 1", "1 ", "01", "-", "[1,]", "[,1]", "[1", "nul", "\"a", "\"\\x\"", "\"\n\"", ""] {
        assert!(rows::read::<Value>(text).is_err(), "{text}");
    }
    assert_eq!(rows::read::<u8>("256"), Err(Wrong));
    assert_eq!(rows::read::<u64>("18446744073709551616"), Err(Wrong));
    let short: Row = rows::read(r#"["a",true,1,-2,null,[]]"#).unwrap();
    assert_eq!((short.6, short.7), (None, vec![]), "what came later may be missing");
    assert_eq!(rows::read::<Row>(r#"["a",true,1,-2,null,[],null,[],9]"#), Err(Wrong), "and nothing more may be there");
}

#[test]
fn no_depth_breaks_the_reader() {
    let deep = "[".repeat(1_000_000);
    assert!(rows::read::<Value>(&deep).is_err());
    assert!(rows::read::<Vec<Vec<u64>>>(&deep).is_err());
}
