//! What the documentation says of an entry, in words that every format of it shares.

use crate::implementations::{
    Implementation, deviations_sentence, implementations, receiving_deviation, sending_deviation,
};
use crate::name::Name;
use crate::registry::{Answer, CloseCode, Retired};
use crate::spec::{Kind, SentBy};
use crate::wire;

/// Something said of an entry, and what it is about.
pub(super) struct Fact {
    pub(super) term: &'static str,
    pub(super) text: &'static str,
}

/// What is said of a code that only a script in a browser cannot send.
pub(super) const NOT_BY_BROWSER: &str = "A script in a browser cannot send it.";

/// Who sends a code, or why nobody does.
pub(super) fn sender(code: &CloseCode) -> Fact {
    match code.kind {
        Kind::Usable => sent_by(code.sent_by),
        Kind::Local => Fact {
            term: "Local",
            text: "reported to the application, never sent",
        },
        Kind::Reserved => Fact {
            term: "Reserved",
            text: "not to be used, and without a constant",
        },
    }
}

/// Who sends what is usable.
pub(super) fn sent_by(side: SentBy) -> Fact {
    let text = match side {
        SentBy::Either => "either side",
        SentBy::Client => "the client",
        SentBy::Server => "the server",
        SentBy::Nobody => "nobody",
    };
    Fact {
        term: "Sent by",
        text,
    }
}

/// Whether a number may be sent, as a table says it.
pub(super) fn sendable(answer: &Answer<'_>) -> &'static str {
    match (answer.is_sendable(), answer.is_browser_sendable()) {
        (true, true) => "also by a browser",
        (true, false) => "not by a browser",
        (false, _) => "no",
    }
}

/// A code that is used no more, as a list says it.
pub(super) fn retired(retired: &Retired) -> String {
    format!("{} {}", retired.number, retired.name)
}

/// The place of a section on the page: `1001-going-away`, `4000-4999-private`.
pub(super) fn anchor(numbers: &str, name: &Name) -> String {
    format!("{numbers}-{name}")
}

/// What was measured of a code at real endpoints, where that is not what the standards say.
pub(super) fn measured(answer: &Answer<'_>) -> Option<String> {
    deviations_sentence(answer.number, answer.is_sendable(), &[])
}

/// The head of the table of implementations.
pub(super) const IMPLEMENTATION_HEAD: [&str; 6] = [
    "Implementation",
    "Language",
    "Version",
    "Does not send",
    "Sends all the same",
    "Does not report",
];

/// A row of that table for every implementation that was measured.
pub(super) fn implementation_rows() -> impl Iterator<Item = [String; 6]> {
    implementations().iter().map(implementation_row)
}

fn implementation_row(implementation: &Implementation) -> [String; 6] {
    let sends_otherwise = |number: u16, is_sendable: bool| {
        let sent = implementation.sends(number);
        wire::is_sendable(number) == is_sendable
            && sent.is_some_and(|sent| sending_deviation(sent, is_sendable).is_some())
    };
    let reports_otherwise = |number: u16| {
        let received = implementation.receives(number);
        wire::is_sendable(number)
            && received.is_some_and(|received| receiving_deviation(received).is_some())
    };
    [
        implementation.to_string(),
        implementation.language.clone(),
        implementation.version.clone(),
        runs(&implementation.runs(|number| sends_otherwise(number, true))),
        runs(&implementation.runs(|number| sends_otherwise(number, false))),
        runs(&implementation.runs(reports_otherwise)),
    ]
}

/// `1001-1003, 1014`, or a dash for none.
fn runs(runs: &[(u16, u16)]) -> String {
    let runs: Vec<String> = runs
        .iter()
        .map(|(from, to)| {
            if from == to {
                from.to_string()
            } else {
                format!("{from}-{to}")
            }
        })
        .collect();
    if runs.is_empty() {
        "-".to_owned()
    } else {
        runs.join(", ")
    }
}
