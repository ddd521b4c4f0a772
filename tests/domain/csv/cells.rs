//! What stands in one cell: tables by hand.

use yoke_app::exchange::csv::{DayOrder, Reader, Row, moment, seconds, thousandths};
use yoke_app::training::time::{Day, UtcOffset, Wall};

#[test]
fn numbers() {
    let cases = [
        ("82.5", Some((82_500, true))),
        ("82,5", Some((82_500, true))),
        ("0", Some((0, true))),
        ("8.0", Some((8_000, true))),
        ("61.2349", Some((61_234, false))),
        ("61.2340000", Some((61_234, true))),
        (".5", Some((500, true))),
        ("5.", Some((5_000, true))),
        ("0.0009", Some((0, false))),
        ("", None),
        (".", None),
        ("1e3", None),
        ("-5", None),
        ("1,200.5", None),
        ("1 200", None),
        ("NaN", None),
        ("\u{661}", None),
        ("99999999999999999999", None),
    ];
    for (text, value) in cases {
        assert_eq!(thousandths(text), value, "{text}");
    }
}

#[test]
fn lengths_of_time() {
    let cases = [
        ("90", Some(90)),
        ("90.0", Some(90)),
        ("45m", Some(2_700)),
        ("1h 12m", Some(4_320)),
        ("1h12m", Some(4_320)),
        ("8 min", Some(480)),
        ("1 hr 5 mins 3 sec", Some(3_903)),
        ("2H", Some(7_200)),
        ("0:32:06", Some(1_926)),
        ("1:30", Some(90)),
        ("0:00:45.5", Some(45)),
        ("1 Std. 5 Min.", None),
        ("min", None),
        ("", None),
        ("::", None),
        // Far above what a set may have.
        ("99999999999:99999999999:99999999999:99999999999:99999999999", Some(u32::MAX)),
    ];
    for (text, value) in cases {
        assert_eq!(seconds(text), value, "{text}");
    }
}

/// How a moment is read, as `2026-07-06 17:59:00`, with the minutes of its zone.
fn read(text: &str, month_first: bool) -> String {
    let Some(found) = moment(text, &mut DayOrder { month_first, ..DayOrder::default() }) else {
        return "-".to_owned();
    };
    let day = Day::local(Wall(found.local), UtcOffset::default());
    let second = found.local / 1_000 % 86_400;
    let time = format!("{:02}:{:02}:{:02}", second / 3_600, second / 60 % 60, second % 60);
    let zone = found.zone.map_or(String::new(), |zone| format!(" {zone:+}"));
    format!("{day} {time}{zone}")
}

#[test]
fn moments_in_the_ways_of_many_phones() {
    let cases = [
        ("2019-01-11 12:31:54", "2019-01-11 12:31:54"),
        ("2025-01-31 5:04:09\u{202f}PM", "2025-01-31 17:04:09"),
        ("2025-01-31 12:04:09 AM", "2025-01-31 00:04:09"),
        ("6 Jul 2026, 17:59", "2026-07-06 17:59:00"),
        ("May 15, 2026, 7:26 PM", "2026-05-15 19:26:00"),
        ("May 15, 2026 at 12:26 p.m.", "2026-05-15 12:26:00"),
        ("05.06.2026, 07:30", "2026-06-05 07:30:00"),
        ("2026-07-06", "2026-07-06 12:00:00"),
        ("2026-07-06T17:59:00Z", "2026-07-06 17:59:00 +0"),
        ("2026-07-06T17:59:00.000Z", "2026-07-06 17:59:00 +0"),
        ("2026-07-06T17:59:00+02:00", "2026-07-06 17:59:00 +120"),
        ("2026-07-06 17:59:00 -0530", "2026-07-06 17:59:00 -330"),
        ("2026-07-06 17:59 UTC", "2026-07-06 17:59:00"),
        ("Mon, 6 Jul 2026 17:59", "2026-07-06 17:59:00"),
        ("25 Juli 2026, 14:21", "2026-07-25 14:21:00"),
        ("3. M\u{e4}rz 2026, 08:00 Uhr", "2026-03-03 08:00:00"),
        ("15 mai 2026 \u{e0} 07:26", "2026-05-15 07:26:00"),
        ("15 ao\u{fb}t 2026 07h26", "2026-08-15 07:26:00"),
        ("15 f\u{e9}vr. 2026", "2026-02-15 12:00:00"),
        ("28 juin 2026, 08:05", "2026-06-28 08:05:00"),
        ("28 juil. 2026, 08:05", "2026-07-28 08:05:00"),
        ("mar., 5 de ene de 2026, 7:26 a. m.", "2026-01-05 07:26:00"),
        ("5 ott 2026, 10:00", "2026-10-05 10:00:00"),
        ("5 de set. de 2026, 10:00", "2026-09-05 10:00:00"),
        ("1 mrt. 2024, 10:00", "2024-03-01 10:00:00"),
        ("6 \u{438}\u{44e}\u{43b}. 2026 \u{433}., 17:59", "2026-07-06 17:59:00"),
        ("6 lis 2025, 17:59", "2025-11-06 17:59:00"),
        ("6 \u{15e}ub 2026 17:59", "2026-02-06 17:59:00"),
        ("2026\u{5e74}7\u{6708}6\u{65e5} 17:59", "2026-07-06 17:59:00"),
        ("05/06/26 07:30", "2026-06-05 07:30:00"),
        ("13/06/2026", "2026-06-13 12:00:00"),
        ("2026/06/13", "2026-06-13 12:00:00"),
        // Not understood.
        ("", "-"),
        ("yesterday", "-"),
        ("17:59", "-"),
        ("2026", "-"),
        ("2026-02-30 10:00", "-"),
        ("2026-13-01 10:00", "-"),
        ("2026-07-06 24:00", "-"),
        ("2026-07-06 10:60", "-"),
        ("2026-07-06 13:00 PM", "-"),
        ("2026-07-06 1:00 \u{3bc}.\u{3bc}.", "-"),
        ("1969-12-31 10:00", "-"),
        ("2200-01-01 10:00", "-"),
        ("99999999999999999999", "-"),
        ("1 2 3 4 5 6 7 8", "-"),
        ("2026-07-06 10:00+99:99", "-"),
        ("2026-07-06 10:00+", "2026-07-06 10:00:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text, false), expected, "{text}");
    }
    assert_eq!(read("05/06/2026 7:30 AM", true), "2026-05-06 07:30:00");
    assert_eq!(read("05.06.2026, 07:30", true), "2026-06-05 07:30:00", "with points the day is always first");
    assert_eq!(read("13/06/2026", true), "-");
}

/// Each row with its line, cells between bars; `!` where a quote stays open.
fn rows(text: &str) -> Vec<String> {
    let (mut reader, mut row, mut rows) = (Reader::new(text), Row::default(), Vec::new());
    while reader.next(&mut row) {
        let cells: Vec<_> = (0..row.len()).map(|nth| row.cell(nth)).collect();
        rows.push(if row.open_quote {
            format!("{}!", row.line)
        } else {
            format!("{} {}", row.line, cells.join("|"))
        });
    }
    rows
}

#[test]
fn rows_and_their_lines() {
    let cases: [(&str, &[&str]); 14] = [
        ("", &[]),
        ("a,b\n1,2\n", &["1 a|b", "2 1|2"]),
        ("a,b\r\n1,2", &["1 a|b", "2 1|2"]),
        ("a,b\r1,2\r", &["1 a|b", "2 1|2"]),
        ("\u{feff}a;b;c\n1,5;2;\n", &["1 a|b|c", "2 1,5|2|"]),
        ("a\tb\n1\t\n", &["1 a|b", "2 1|"]),
        ("\"a\",\"b, \"\"c\"\"\"\n", &["1 a|b, \"c\""]),
        ("a,b\n\"1\n\n2\",3\n4,5\n", &["1 a|b", "2 1\n\n2|3", "5 4|5"]),
        ("a,b\n 1 ,\"2\" \n", &["1 a|b", "2 1|2"]),
        ("a,b\n5\" plate,\"x\"y\n", &["1 a|b", "2 5\" plate|xy"]),
        ("a,b\n\n,\n", &["1 a|b", "2 ", "3 |"]),
        ("a,b\n\"1,2\n3,4\n", &["1 a|b", "2!", "3 3|4"]),
        ("a,b\n\"", &["1 a|b", "2!"]),
        ("\"a;b\",c\n", &["1 a;b|c"]),
    ];
    for (text, expected) in cases {
        assert_eq!(rows(text), expected, "{text:?}");
    }
    let far = format!("a,b\n\"1,2\n3,4\n{}\n5,\"6\"\n", "x".repeat(30_000));
    let found = rows(&far);
    assert_eq!(
        (&*found[1], &*found[2], &*found[4]),
        ("2!", "3 3|4", "5 5|6"),
        "a quote closed too far away was none"
    );
}
