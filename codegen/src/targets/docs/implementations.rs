//! The table of measured implementations, which every format of the documentation shows.

use crate::implementations::{
    Implementation, implementations, receiving_deviation, sending_deviation,
};
use crate::registry::{Registry, Sendable};

/// The head of the table of implementations.
pub(super) const HEAD: [&str; 6] = [
    "Implementation",
    "Language",
    "Version",
    "Does not send",
    "Sends although forbidden",
    "Does not report",
];

/// A row of that table for every implementation that was measured.
pub(super) fn rows(registry: &Registry) -> impl Iterator<Item = [String; 6]> {
    let sendable = registry.sendable();
    implementations()
        .iter()
        .map(|implementation| row(implementation, sendable))
}

fn row(implementation: &Implementation, sendable: &Sendable) -> [String; 6] {
    let sends_otherwise = |number: u16, is_sendable: bool| {
        let sent = implementation.sends(number);
        sendable.contains(number) == is_sendable
            && sent.is_some_and(|sent| sending_deviation(sent, is_sendable).is_some())
    };
    let reports_otherwise = |number: u16| {
        let received = implementation.receives(number);
        sendable.contains(number)
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
