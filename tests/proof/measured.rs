//! What the outputs tell of measurements: only what deviates for the sides of a code, and nothing of it in code.

use close_codes::{CloseCode, SentBy};
use close_codes_cli::implementations::{Implementation, Received, Role, implementations};
use tests::{read, render, root, spec_text};

fn reference() -> String {
    read(&root().join("generated/docs/close-codes.md"))
}

/// The cell of an implementation in a column of the table.
fn cell(implementation: &Implementation, column: &str) -> String {
    let reference = reference();
    let rows = || reference.lines().filter(|line| line.starts_with("| "));
    let cells = |row: &str| -> Vec<String> {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    let heads = rows().map(cells).find(|head| head[0] == "Implementations");
    let heads = heads.expect("a head");
    let place = heads.iter().position(|head| head == column);
    let row = rows()
        .map(cells)
        .find(|row| is_in(&row[0], implementation))
        .expect("a row for every implementation");
    row[place.expect("a column")].clone()
}

/// Whether a cell such as `ws, undici (client)` has an implementation: without a side, both are meant.
fn is_in(names: &str, implementation: &Implementation) -> bool {
    let name = implementation.to_string();
    names
        .split(", ")
        .any(|found| found == name || found == implementation.name)
}

/// Whether runs such as `0-999, 1004` have `number`.
fn has(runs: &str, number: u16) -> bool {
    runs.split(", ").any(|run| {
        let (from, to) = run.split_once('-').unwrap_or((run, run));
        let bound = |text: &str| text.parse::<u16>().ok();
        matches!((bound(from), bound(to)), (Some(from), Some(to)) if (from..=to).contains(&number))
    })
}

#[test]
fn only_the_sides_of_a_code_deviate() {
    for code in CloseCode::ALL.iter().filter(|code| code.is_sendable()) {
        let (sender, receiver) = match code.sent_by() {
            SentBy::Client => (Role::Client, Role::Server),
            SentBy::Server => (Role::Server, Role::Client),
            _ => continue,
        };
        for implementation in implementations() {
            let is_in = |column| has(&cell(implementation, column), code.as_u16());
            let named = format!("{implementation}: {code}");
            assert!(
                implementation.role == sender || !is_in("Does not send"),
                "{named}"
            );
            assert!(
                implementation.role == receiver || !is_in("Does not report"),
                "{named}"
            );
        }
    }
}

/// Who reports 1006 because it failed the connection itself does not report the 1006 of a peer.
#[test]
fn a_forged_1006_is_told_from_an_own_one() {
    let own = |received| received == Some(Received::As(1006));
    assert!(implementations().iter().any(|one| own(one.receives(1006))));
    for implementation in implementations() {
        let is_forged = implementation.receives(1006) == Some(Received::AsItIs);
        let cell = cell(implementation, "Reports all the same");
        assert_eq!(has(&cell, 1006), is_forged, "{implementation}");
    }
}

#[test]
fn autobahns_codes_are_as_valid_as_ours() {
    let reference = reference();
    for (column, is_valid) in [("Autobahn 7.7", true), ("Autobahn 7.9", false)] {
        let start = format!("- {column}: ");
        let line = reference.lines().find(|line| line.starts_with(&start));
        let demand = line.and_then(|line| line.split_once(" demand that "));
        let (_, numbers) = demand.expect("a sentence on the cases");
        let (numbers, _) = numbers.split_once(" are answered ").expect("numbers");
        for number in numbers.split(", ") {
            let code = CloseCode::from(number.parse::<u16>().expect("a number"));
            assert_eq!(code.is_sendable(), is_valid, "{code}");
        }
    }
}

/// A comment in code has what its reader needs there; measurements are in the reference and in `explain`.
#[test]
fn code_tells_nothing_that_was_measured() {
    let files = render(&spec_text());
    let is_code =
        |path: &str| !path.starts_with("generated/docs/") && path.starts_with("generated/");
    let mut seen = 0;
    for (path, text) in files.iter().filter(|(path, _)| is_code(path)) {
        seen += 1;
        let names = implementations().iter().map(Implementation::to_string);
        for told in names.chain(["measured".to_owned()]) {
            assert!(!text.contains(&told), "{path}: {told}");
        }
    }
    assert!(seen > 0, "no output is code");
}
