//! What RFC 6455 and the WHATWG standard say of numbers, whatever a spec says: ranges, and what may travel.

/// The longest reason of a Close frame, in bytes of UTF-8: 125 of a control frame less two for the code
/// (RFC 6455 section 5.5).
pub const MAX_REASON_BYTES: usize = 123;

/// A range of numbers with one purpose (RFC 6455 sections 7.4.2 and 11.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRange {
    /// 0-999.
    Unused,
    /// 1000-2999.
    Protocol,
    /// 3000-3999.
    Registered,
    /// 4000-4999.
    Private,
    /// 5000 and above.
    OutOfRange,
}

impl CodeRange {
    /// Every range, from the lowest up.
    pub const ALL: [Self; 5] = [
        Self::Unused,
        Self::Protocol,
        Self::Registered,
        Self::Private,
        Self::OutOfRange,
    ];

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

    /// The first number.
    #[must_use]
    pub fn from(self) -> u16 {
        match self {
            Self::Unused => 0,
            Self::Protocol => 1000,
            Self::Registered => 3000,
            Self::Private => 4000,
            Self::OutOfRange => 5000,
        }
    }

    /// The range's name, which is also the label of its numbers that have no name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Protocol => "protocol",
            Self::Registered => "registered",
            Self::Private => "private",
            Self::OutOfRange => "out-of-range",
        }
    }
}

/// Whether RFC 6455 section 7.4 lets `number` stand in a Close frame: a defined code of the protocol that is not
/// kept for local use, or any of 3000-4999.
#[must_use]
pub fn is_sendable(number: u16) -> bool {
    matches!(number, 1000..=1003 | 1007..=1014 | 3000..=4999)
}

/// Whether the WHATWG `WebSockets` Standard lets a script pass `number` to `WebSocket.close()`.
#[must_use]
pub fn is_browser_sendable(number: u16) -> bool {
    matches!(number, 1000 | 3000..=4999)
}

/// The numbers whose answers from this module differ from those of the number before them.
pub const EDGES: [u16; 8] = [1000, 1001, 1004, 1007, 1015, 3000, 4000, 5000];
