//! "Which code do I send?": the situation, the code for it, and which sides may send that.

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
        let answer = registry.answer(code.number);
        let [server, client, browser] = senders(&answer);
        let cells = [server, client, browser].map(cell);
        let start = [cell(&code.summary), vec![to_code(code)]];
        start.into_iter().chain(cells).collect()
    };
    let range_row = |range: &Range| {
        let [server, client, browser] = senders(&registry.answer(range.from));
        let cells = [server, client, browser].map(cell);
        let start = [cell(&range.summary), vec![to_range(range)]];
        start.into_iter().chain(cells).collect()
    };
    let ranges = registry.named_ranges();
    let ranges = ranges.filter(|range| registry.answer(range.from).is_sendable());
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

/// Whether a server, a client and a script in a browser send it.
fn senders(answer: &Answer<'_>) -> [&'static str; 3] {
    let is_by = |side: SentBy| [SentBy::Either, side].contains(&answer.sent_by());
    let is_by_client = is_by(SentBy::Client);
    let is_by_browser = is_by_client && answer.is_browser_sendable();
    [is_by(SentBy::Server), is_by_client, is_by_browser].map(|is| if is { "yes" } else { "-" })
}
