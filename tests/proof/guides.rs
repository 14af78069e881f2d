//! The guides of the pages say of every code what the generated code says.

use close_codes::{After, CloseCode, Reconnect, Relay, SentBy, Side};
use serde_json::json;
use tests::{read, render, root};

fn reference() -> String {
    read(&root().join("generated/docs/close-codes.md"))
}

/// The rows of the first table below a heading, without its head.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let (_, section) = page
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("no section {heading}"));
    let lines = section.lines().skip_while(|line| !line.starts_with('|'));
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    lines.map(cells).collect()
}

/// The numbers of links such as `[1000 normal-closure](#1000-normal-closure)`, without ranges.
fn linked(cell: &str) -> Vec<u16> {
    let titles = cell.split('[').skip(1);
    let numbers = titles.filter_map(|title| title.split(' ').next()?.parse().ok());
    numbers.collect()
}

#[test]
fn every_code_that_may_be_sent_is_offered_to_its_sides() {
    let rows = rows(&reference(), "Which code do I send?");
    for code in CloseCode::ALL {
        let number = code.as_u16();
        let row = rows.iter().find(|row| linked(&row[1]) == [number]);
        if !code.is_sendable() {
            assert!(row.is_none(), "{number} is offered");
            continue;
        }
        let row = row.unwrap_or_else(|| panic!("{number} is not offered"));
        let is_by = |side| [SentBy::Either, side].contains(&code.sent_by());
        let senders = [
            is_by(SentBy::Server),
            is_by(SentBy::Client),
            is_by(SentBy::Client) && (number == 1000 || number >= 3000),
        ];
        assert_eq!(
            [2, 3, 4].map(|cell| row[cell] == "yes"),
            senders,
            "{number}"
        );
    }
}

#[test]
fn every_code_stands_once_beside_its_advice() {
    let rows = rows(&reference(), "Which do I retry?");
    for code in CloseCode::ALL {
        let number = code.as_u16();
        let mut with = rows.iter().filter(|row| linked(&row[3]).contains(&number));
        if code.sent_by() == SentBy::Client {
            assert!(with.next().is_none(), "no client receives {number}");
            continue;
        }
        let row = with.next().unwrap_or_else(|| panic!("no row for {number}"));
        assert!(with.next().is_none(), "two rows for {number}");
        let reconnect = match code.reconnect() {
            Reconnect::Never => "no",
            Reconnect::Immediately => "at once",
            Reconnect::Backoff => "after a delay",
        };
        assert_eq!(row[0], reconnect, "{number}");
        let first = match code.after() {
            None => "-",
            Some(After::NewCredentials) => "get new credentials first",
            Some(After::ChangedRequest) => {
                "change the request first: the same one would be refused again"
            }
            other => panic!("{number}: {other:?} is new here"),
        };
        assert_eq!(row[2], first, "{number}");
    }
}

#[test]
fn every_number_is_handed_on_as_relay_does() {
    let rows = rows(&reference(), "How do I relay a code?");
    for number in 0..=u16::MAX {
        let has = |runs: &str| {
            runs.split(", ").any(|run| {
                let (from, to) = run.split_once('-').unwrap_or((run, run));
                let bound = |text: &str| text.parse::<u16>().expect("a number");
                (bound(from)..=bound(to)).contains(&number)
            })
        };
        let found: Vec<_> = rows.iter().filter(|row| has(&row[0])).collect();
        assert_eq!(found.len(), 1, "rows for {number}");
        for (side, cell) in [(Side::Client, &found[0][1]), (Side::Server, &found[0][2])] {
            let expected = match CloseCode::from(number).relay(side) {
                Relay::AsIs(_) => "as it is".to_owned(),
                Relay::WithoutCode => "without a code".to_owned(),
                Relay::Instead(code) => format!("{}, without the reason", code.as_u16()),
            };
            assert_eq!(*cell, expected, "{number} to {side:?}");
        }
    }
}

#[test]
fn own_codes_come_first_and_none_that_is_deprecated() {
    let spec = r#"{
        "name": "chat",
        "extends": "standard",
        "codes": [
            { "code": 4001, "name": "kicked", "summary": "Kicked.", "deprecated": "Use 4002." },
            { "code": 4002, "name": "removed", "summary": "Removed.", "reconnect": "never" }
        ],
        "ranges": [{ "from": 4100, "to": 4199, "name": "overloaded", "summary": "No room." }],
        "otherwise": { "reconnect": "never" },
        "outputs": { "markdown": "codes.md" }
    }"#;
    let files = render(spec);
    let page = files.get("codes.md").expect("a page");
    let send = rows(page, "Which code do I send?");
    assert_eq!(send[0][1], "[4002 removed](#4002-removed)");
    assert_eq!(send[1][1], "[4100-4199 overloaded](#4100-4199-overloaded)");
    assert!(!send.iter().any(|row| row[1].contains("4001")));
    let retry = rows(page, "Which do I retry?");
    assert_eq!(retry[0][0], "no");
    for expected in ["[4002 removed]", "[4000-4999 private]"] {
        assert!(retry[0][3].contains(expected), "{expected}");
    }
}

#[test]
fn up_to_forty_codes_with_one_advice_are_linked() {
    for (count, links) in [(40, 40), (41, 0)] {
        let code = |index: u16| {
            let (number, name) = (4000 + index, format!("condition-{index}"));
            json!({ "code": number, "name": name, "summary": "It ends.", "reconnect": "never" })
        };
        let codes: Vec<_> = (0..count).map(code).collect();
        let outputs = json!({ "markdown": "codes.md" });
        let spec = json!({ "name": "chat", "codes": codes, "outputs": outputs });
        let files = render(&spec.to_string());
        let page = files.get("codes.md").expect("a page");
        let retry = rows(page, "Which do I retry?");
        assert_eq!(retry[0][0], "no");
        assert_eq!(linked(&retry[0][3]).len(), links, "{}", retry[0][3]);
    }
}
