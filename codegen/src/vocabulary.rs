//! The words that every output answers with, and what they mean.

/// A word of a closed set.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// The word as specs, labels and JSON write it.
    pub word: &'static str,
    /// What it means, as one sentence.
    pub meaning: &'static str,
}

/// The ranges that numbers fall in.
pub const CODE_RANGES: [Word; 5] = [
    word("unused", "0-999: not used."),
    word(
        "protocol",
        "1000-2999: the WebSocket protocol, its revisions and extensions.",
    ),
    word(
        "registered",
        "3000-3999: libraries, frameworks and applications, registered with IANA.",
    ),
    word(
        "private",
        "4000-4999: private use, by agreement between two applications.",
    ),
    word("out-of-range", "5000 and above: no close code."),
];

/// Who sends a code.
pub const SENT_BY: [Word; 4] = [
    word("either", "The client or the server."),
    word("client", "Only the client."),
    word("server", "Only the server."),
    word("nobody", "No endpoint may send it."),
];

/// Whether to reconnect.
pub const RECONNECT: [Word; 3] = [
    word(
        "never",
        "Do not reconnect: it would end the same way, or there is nothing left to do.",
    ),
    word(
        "immediately",
        "Reconnect at once; after a failed attempt, with growing delays.",
    ),
    word(
        "backoff",
        "Reconnect after a random delay that grows with every attempt.",
    ),
];

/// What must happen before a client reconnects.
pub const AFTER: [Word; 5] = [
    word("new-credentials", "Get new credentials first."),
    word(
        "new-session",
        "Start a new session instead of resuming the old one.",
    ),
    word("other-server", "Choose another server first."),
    word("user-action", "Wait until a person asks for it."),
    word(
        "changed-request",
        "Change what is sent first: the same would be refused again.",
    ),
];

const fn word(word: &'static str, meaning: &'static str) -> Word {
    Word { word, meaning }
}
