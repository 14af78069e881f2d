//! The table of measured implementations, and what its columns mean, which every format of the documentation shows.

use super::fact::{Fact, Inline, Part};
use super::facts::senders_by_standard;
use crate::implementations::{Cases, INVALID_CODES, Implementation, VALID_CODES, implementations};
use crate::runs::shown;
use crate::spec::SentBy;

/// How many columns the table has.
pub(super) const COLUMNS: usize = 9;

/// The head of the table of implementations.
pub(super) const HEAD: [&str; COLUMNS] = [
    "Implementation",
    "Language",
    "Version",
    "Does not send",
    "Sends although forbidden",
    "Does not report",
    "Reports all the same",
    "Autobahn 7.7",
    "Autobahn 7.9",
];

/// What the columns after the version mean.
pub(super) fn columns() -> Vec<Fact> {
    let text = |text: &str| vec![Inline::Text(text.to_owned())];
    let meanings = [
        text(
            "codes that this side may send, and that its API refuses, changes or does not put into the Close frame",
        ),
        text("codes that must not be sent, and that its API sends"),
        text("codes that the other side may send, and that the application does not get"),
        text(
            "codes that must not be sent, and that the application gets: with 1006 here, a peer can forge a lost connection",
        ),
        cases(&VALID_CODES, "the same code, 1000 or no code"),
        cases(&INVALID_CODES, "1002, no code or no Close frame"),
    ];
    let heads = HEAD.into_iter().skip(3);
    let facts = heads.zip(meanings).map(|(term, meaning)| Fact {
        term,
        values: vec![meaning],
        class: None,
        part: Part::Lookup,
    });
    facts.collect()
}

fn cases(cases: &Cases, demanded: &str) -> Vec<Inline> {
    let numbers: Vec<String> = cases.numbers.iter().map(u16::to_string).collect();
    let numbers = numbers.join(", ");
    vec![
        Inline::Link {
            title: format!("cases {}.* of the Autobahn Testsuite", cases.group),
            url: cases.url(),
        },
        Inline::Text(format!(
            " demand that {numbers} are answered with {demanded}: whether the measured answers are such"
        )),
    ]
}

/// A row of that table for every implementation that was measured.
pub(super) fn rows() -> impl Iterator<Item = [String; COLUMNS]> {
    implementations().iter().map(row)
}

/// The codes are those of the standards, whatever a spec adds to them.
fn row(implementation: &Implementation) -> [String; COLUMNS] {
    let runs_of = |deviation: Deviation, is_forbidden: bool| {
        runs(&implementation.runs(|number| {
            let sent_by = senders_by_standard(number);
            (sent_by == SentBy::Nobody) == is_forbidden
                && deviation(implementation, number, sent_by).is_some()
        }))
    };
    [
        implementation.to_string(),
        implementation.language.clone(),
        implementation.version.clone(),
        runs_of(Implementation::sending_deviation, false),
        runs_of(Implementation::sending_deviation, true),
        runs_of(Implementation::receiving_deviation, false),
        runs_of(Implementation::receiving_deviation, true),
        VALID_CODES.verdict(implementation),
        INVALID_CODES.verdict(implementation),
    ]
}

type Deviation = fn(&Implementation, u16, SentBy) -> Option<String>;

/// `1001-1003, 1014`, or a dash for none.
fn runs(runs: &[(u16, u16)]) -> String {
    let runs: Vec<String> = runs.iter().map(|(from, to)| shown(*from, *to)).collect();
    if runs.is_empty() {
        "-".to_owned()
    } else {
        runs.join(", ")
    }
}
