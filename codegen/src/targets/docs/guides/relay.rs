//! "How do I relay a code?": what a proxy closes the other connection with, by the rule that all languages have in `relay`.

use super::super::table::{Table, cell};
use super::Guide;
use crate::protocol::{RELAYED_TO_CLIENT, RELAYED_TO_SERVER};
use crate::registry::Registry;
use crate::runs::in_words;

/// What the other connection is closed with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Relay {
    AsItIs,
    WithoutCode,
    Instead(u16),
}

/// A Close frame without a code, and the code that only clients send.
const NO_CODE: u16 = 1005;
const ONLY_FROM_CLIENTS: u16 = 1010;

/// Outcomes towards a client and a server, with the runs of numbers that have them.
type Group = ([Relay; 2], Vec<(u16, u16)>);

pub(super) fn guide(registry: &Registry) -> Guide {
    let mut edges = registry.edges().clone();
    edges.extend([
        NO_CODE,
        NO_CODE + 1,
        ONLY_FROM_CLIENTS,
        ONLY_FROM_CLIENTS + 1,
    ]);
    let ends = edges.iter().skip(1).map(|next| next - 1);
    let ends: Vec<u16> = ends.chain([u16::MAX]).collect();
    let mut groups: Vec<Group> = vec![([Relay::AsItIs; 2], Vec::new())];
    for (from, to) in edges.into_iter().zip(ends) {
        let outcome = relay(from, registry.answer(from).is_sendable());
        let known = groups.iter().position(|(known, _)| *known == outcome);
        let index = known.unwrap_or_else(|| {
            groups.push((outcome, Vec::new()));
            groups.len() - 1
        });
        match groups[index].1.last_mut() {
            Some(run) if u32::from(run.1) + 1 == u32::from(from) => run.1 = to,
            _ => groups[index].1.push((from, to)),
        }
    }
    // Single numbers before those of which there are many.
    groups[1..].sort_by_key(|(_, runs)| runs.len());
    let groups = groups.into_iter();
    let groups = groups.filter(|(_, runs)| !runs.is_empty());
    let rows = groups.map(|([client, server], numbers)| {
        let received = in_words(&numbers);
        vec![cell(received), cell(client.words()), cell(server.words())]
    });
    Guide {
        id: "how-do-i-relay-a-code",
        question: "How do I relay a code?",
        text: "For a proxy: one connection ended, and the other one is closed. What may be sent is sent with its reason, the rest is \
            replaced and sent without one. A library that cannot close without a code sends 1000.",
        table: Table {
            id: "relayed",
            caption: "What to close the other side with",
            head: vec!["Received", "Towards a client", "Towards a server"],
            rows: rows.collect(),
        },
    }
}

/// What `relay` of the generated code answers.
fn relay(number: u16, is_sendable: bool) -> [Relay; 2] {
    match (number, is_sendable) {
        (NO_CODE, _) => [Relay::WithoutCode; 2],
        (ONLY_FROM_CLIENTS, true) => [Relay::Instead(RELAYED_TO_CLIENT), Relay::AsItIs],
        (_, true) => [Relay::AsItIs; 2],
        (_, false) => [
            Relay::Instead(RELAYED_TO_CLIENT),
            Relay::Instead(RELAYED_TO_SERVER),
        ],
    }
}

impl Relay {
    fn words(self) -> String {
        match self {
            Self::AsItIs => "as it is".to_owned(),
            Self::WithoutCode => "without a code".to_owned(),
            Self::Instead(number) => format!("{number}, without the reason"),
        }
    }
}
