//! Rows against the JSON that everybody reads and writes.

use proptest::prelude::*;
use serde_json::{Value, json};
use yoke_app::store::rows::{self, Cell, Out, Wrong};

fn any_cell() -> impl Strategy<Value = Cell> {
    let text =
        prop_oneof![".{0,20}", "[\\x00-\\x1f\"\\\\/\\[\\],]{0,8}", "[\u{1f3cb}\u{fffd}\u{10ffff}]{0,4}"];
    let leaf = prop_oneof![
        Just(Cell::Nothing),
        any::<bool>().prop_map(Cell::Flag),
        any::<i64>().prop_map(Cell::Number),
        text.prop_map(Cell::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |cell| prop::collection::vec(cell, 0..6).prop_map(Cell::List))
}

fn write(out: &mut Out, cell: &Cell) {
    match cell {
        Cell::Nothing => out.maybe(None),
        Cell::Flag(flag) => out.flag(*flag),
        Cell::Number(number) => out.signed(*number),
        Cell::Text(text) => out.text(text),
        Cell::List(cells) => {
            out.open();
            for cell in cells {
                write(out, cell);
            }
            out.close();
        }
    }
}

fn ours(cells: &[Cell]) -> String {
    let mut out = Out::row();
    for cell in cells {
        write(&mut out, cell);
    }
    out.end()
}

fn theirs(cell: &Cell) -> Value {
    match cell {
        Cell::Nothing => Value::Null,
        Cell::Flag(flag) => json!(flag),
        Cell::Number(number) => json!(number),
        Cell::Text(text) => json!(text),
        Cell::List(cells) => cells.iter().map(theirs).collect(),
    }
}

/// What stands in a text, if it is read at all.
fn read(text: &str) -> Result<Value, Wrong> {
    let mut row = rows::read(text)?;
    let mut values = Vec::new();
    while let Some(cell) = row.next() {
        values.push(theirs(&cell));
    }
    Ok(Value::Array(values))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_is_written_here_is_read_there_and_the_other_way_round(cells in prop::collection::vec(any_cell(), 0..6)) {
        let value = Value::Array(cells.iter().map(theirs).collect());
        let ours = ours(&cells);
        prop_assert_eq!(&serde_json::from_str::<Value>(&ours).unwrap(), &value);
        prop_assert_eq!(read(&serde_json::to_string(&value).unwrap()).unwrap(), value.clone());
        prop_assert_eq!(read(&ours).unwrap(), value);
    }

    #[test]
    fn escapes_of_every_kind_mean_what_they_mean_there(units in prop::collection::vec(any::<u16>(), 0..6)) {
        let escapes: Vec<String> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let text = format!("[\"{}\"]", escapes.concat());
        prop_assert_eq!(read(&text).ok(), serde_json::from_str::<Value>(&text).ok());
    }

    #[test]
    fn whatever_stands_there_is_read_as_there_or_refused(
        text in prop_oneof!["\\[[\\[\\]0-9,\"a\\\\u-]{0,24}", ".{0,24}"],
    ) {
        if let Ok(value) = read(&text) {
            prop_assert_eq!(value, serde_json::from_str::<Value>(&text).unwrap());
        }
    }

    #[test]
    fn a_cut_row_is_refused_and_a_changed_one_means_what_it_says(
        cells in prop::collection::vec(any_cell(), 1..6),
        at in any::<prop::sample::Index>(),
        with in any::<char>(),
    ) {
        let text = ours(&cells);
        let count = text.chars().count();
        let cut: String = text.chars().take(at.index(count)).collect();
        prop_assert_eq!(read(&cut), Err(Wrong));
        let changed: String =
            text.chars().enumerate().map(|(nth, c)| if nth == at.index(count) { with } else { c }).collect();
        if let Ok(value) = read(&changed) {
            prop_assert_eq!(serde_json::from_str::<Value>(&changed).unwrap(), value);
        }
    }
}

#[test]
fn what_is_no_row_is_refused() {
    for text in
        ["{}", "1", "[1.5]", "[1e5]", " []", "[] ", "[01]", "[-]", "[1,]", "[,1]", "[1", "[nul]", "[\"a]", ""]
    {
        assert!(rows::read(text).is_err(), "{text}");
    }
    assert!(rows::read("[9223372036854775808]").is_err(), "larger than any number here");
    assert!(rows::read("[\"\n\"]").is_err() && rows::read("[\"\\x\"]").is_err());
}

#[test]
fn a_row_gives_what_is_asked_for_or_says_that_it_is_something_else() {
    let mut row = rows::read(r#"["a",256,true,null,"b",[1,2],7]"#).unwrap();
    assert_eq!(row.text(), Ok("a".to_owned()));
    assert_eq!(row.number::<u8>(), Err(Wrong), "out of range");
    assert_eq!(row.flag(), Ok(true));
    assert_eq!((row.maybe(), row.maybe()), (Ok(None), Ok(Some("b".to_owned()))));
    let mut list = row.list().unwrap();
    assert_eq!(
        (list.number::<u64>(), list.number::<u64>(), list.number::<u64>()),
        (Ok(1), Ok(2), Err(Wrong))
    );
    assert!(row.list().is_err());
    assert_eq!(row.number::<u64>(), Ok(7), "what is no list stays where it is");
    assert_eq!(row.maybe(), Ok(None), "what came later may be missing");
}

#[test]
fn no_depth_breaks_the_reader() {
    assert!(rows::read(&"[".repeat(1_000_000)).is_err());
    assert!(rows::read(&format!("{}{}", "[".repeat(9), "]".repeat(9))).is_err());
    assert!(rows::read(&format!("{}{}", "[".repeat(8), "]".repeat(8))).is_ok());
}
