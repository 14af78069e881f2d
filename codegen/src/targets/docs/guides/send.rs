//! "Which code do I send?": the situation, the code for it, and which sides may send that.

use super::super::entry::answers;
use super::super::table::{Table, cell};
use super::{Guide, to_code, to_range};
use crate::registry::{Answer, CloseCode, Range, Registry};
use crate::spec::SentBy;

pub(super) fn guide(registry: &Registry) -> Guide {
    let is_offered =
        |code: &&CloseCode| code.deprecated.is_none() && registry.answer(code.number).is_sendable();
    let codes = |is_own: bool| {
        let codes = registry.named().filter(is_offered);
        codes.filter(move |code| code.is_own == is_own)
    };
    let row = |code: &CloseCode| {
        let cells = senders(&[registry.answer(code.number)]).map(cell);
        let start = [cell(&code.summary), vec![to_code(code)]];
        start.into_iter().chain(cells).collect()
    };
    let range_row = |range: &Range| {
        let cells = senders(&answers(registry, range).collect::<Vec<_>>()).map(cell);
        let start = [cell(&range.summary), vec![to_range(range)]];
        start.into_iter().chain(cells).collect()
    };
    let ranges = registry.named_ranges();
    let ranges = ranges.filter(|range| answers(registry, range).any(|answer| answer.is_sendable()));
    let rows = codes(true)
        .map(row)
        .chain(ranges.map(range_row))
        .chain(codes(false).map(row));
    Guide {
        id: "which-code-do-i-send",
        question: "Which code do I send?",
        text: "Find what happened, then the side that you write. A script in a browser can send only what the last column allows: \
            for everything else it sends a code of its own from 4000-4999, or 1000. A server that refuses a client accepts the \
            connection first: a refused handshake reaches a script without a code.",
        table: Table {
            id: "situations",
            caption: "Codes to send",
            head: vec!["What happened", "Code", "Server", "Client", "Browser"],
            rows: rows.collect(),
        },
    }
}

/// Whether a server, a client and a script in a browser send all, some or none of the numbers.
fn senders(answers: &[Answer<'_>]) -> [&'static str; 3] {
    let is_by = |answer: &Answer<'_>, side: SentBy| {
        answer.is_sendable() && [SentBy::Either, side].contains(&answer.sent_by())
    };
    let of_each = [
        answers
            .iter()
            .map(|answer| is_by(answer, SentBy::Server))
            .collect::<Vec<_>>(),
        answers
            .iter()
            .map(|answer| is_by(answer, SentBy::Client))
            .collect(),
        answers
            .iter()
            .map(|answer| is_by(answer, SentBy::Client) && answer.is_browser_sendable())
            .collect(),
    ];
    of_each.map(|each| match (each.contains(&true), each.contains(&false)) {
        (true, false) => "yes",
        (true, true) => "in part",
        (false, _) => "-",
    })
}
