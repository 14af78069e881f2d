//! What is measured: the numbers, the odd bodies, and the limits of every wait.

use std::time::Duration;

use crate::frame::close_payload;
use crate::rows::Span;

/// The reason of every Close frame that has a code.
pub const REASON: &str = "bye";

/// The measured numbers.
pub const NUMBERS: &[Span] = &[
    Span::new(0, 1),
    Span::new(999, 1016),
    Span::new(1099, 1100),
    Span::new(1999, 2000),
    Span::new(2999, 3001),
    Span::new(3003, 3003),
    Span::new(3008, 3008),
    Span::new(3999, 4001),
    Span::new(4499, 4500),
    Span::new(4999, 5000),
    Span::new(32767, 32768),
    Span::new(65535, 65535),
];

/// The measured numbers one by one.
#[must_use]
pub fn numbers() -> Vec<u16> {
    NUMBERS
        .iter()
        .flat_map(|span| span.from..=span.to)
        .collect()
}

/// An ending that has no number to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// A Close frame without a body.
    Empty,
    /// A Close frame with one byte.
    OneByte,
    /// Code 1000 with a reason that is not UTF-8.
    ReasonNotUtf8,
    /// FIN without a Close frame.
    Dropped,
    /// RST.
    Reset,
}

impl Odd {
    /// The payload of the Close frame, if there is one.
    #[must_use]
    pub fn payload(self) -> Option<Vec<u8>> {
        match self {
            Self::Empty => Some(Vec::new()),
            Self::OneByte => Some(vec![3]),
            Self::ReasonNotUtf8 => Some(close_payload(1000, b"\xff\xfe")),
            Self::Dropped | Self::Reset => None,
        }
    }
}

/// How long the harness waits for what. Only what takes too long anyway ever takes so long.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For an endpoint to be ready: some start a virtual machine or a browser.
    pub start: Duration,
    /// For a connection to be open on both sides.
    pub open: Duration,
    /// For the API and the wire to show what became of a close.
    pub close: Duration,
    /// For an answer to a Close frame.
    pub answer: Duration,
    /// For a frame that is still written after the API has refused.
    pub refusal: Duration,
    /// For the application to be told of the end: some implementations wait long for the other side.
    pub told: Duration,
    /// For the end of the connection itself when the application knows of it.
    pub end: Duration,
    /// For all cases of one endpoint in one role.
    pub total: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start: Duration::from_secs(30),
            open: Duration::from_secs(5),
            close: Duration::from_secs(3),
            answer: Duration::from_secs(3),
            refusal: Duration::from_millis(50),
            told: Duration::from_secs(10),
            end: Duration::from_millis(200),
            total: Duration::from_mins(10),
        }
    }
}
