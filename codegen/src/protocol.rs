//! What RFC 6455 and the WHATWG standard define for every number, whatever a spec adds: ranges, and what a browser sends.

use crate::text::words;

/// The longest reason of a Close frame, in bytes of UTF-8: 125 of a control frame less two for the code
/// (RFC 6455 section 5.5).
pub const MAX_REASON_BYTES: usize = 123;

words! {
    /// The range that a number is in (RFC 6455 section 7.4.2).
    pub enum CodeRange {
        Unused = "unused": "Not used.",
        Protocol = "protocol": "The WebSocket protocol, its revisions and extensions.",
        Registered = "registered": "Libraries, frameworks and applications, registered with IANA.",
        Private = "private": "Private use, by agreement between two applications.",
        OutOfRange = "out-of-range": "Not a close code.",
    }
}

impl CodeRange {
    /// The range that `number` lies in.
    #[must_use]
    pub fn of(number: u16) -> Self {
        match number {
            0..=999 => Self::Unused,
            1000..=2999 => Self::Protocol,
            3000..=3999 => Self::Registered,
            4000..=4999 => Self::Private,
            5000.. => Self::OutOfRange,
        }
    }

    /// The first and the last number.
    #[must_use]
    pub fn bounds(self) -> (u16, u16) {
        match self {
            Self::Unused => (0, 999),
            Self::Protocol => (1000, 2999),
            Self::Registered => (3000, 3999),
            Self::Private => (4000, 4999),
            Self::OutOfRange => (5000, u16::MAX),
        }
    }
}

/// Whether the WHATWG `WebSockets` Standard allows a script to pass `number` to `WebSocket.close()`.
#[must_use]
pub fn is_browser_sendable(number: u16) -> bool {
    matches!(number, 1000 | 3000..=4999)
}

/// What a relay closes the connection to a client with, instead of a code that must not be sent on.
pub const RELAYED_TO_CLIENT: u16 = 1011;

/// The same for the connection to a server.
pub const RELAYED_TO_SERVER: u16 = 1001;

/// The numbers whose answers from this module differ from those of the number before them.
pub const EDGES: [u16; 5] = [1000, 1001, 3000, 4000, 5000];
