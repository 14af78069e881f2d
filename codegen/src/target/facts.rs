//! What the documentation says of an entry, in words that every format of it shares.

use crate::name::Name;
use crate::registry::{Answer, CloseCode, Retired};
use crate::spec::{Kind, SentBy};

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
