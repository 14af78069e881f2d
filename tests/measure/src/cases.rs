//! The cases: the numbers, the odd ends of connections, and the time limit of every wait.

use std::time::Duration;

use crate::frame::close_payload;
use crate::ranges::NumberRange;

/// The reason of every Close frame that has a code.
pub const REASON: &str = "bye";

/// The measured numbers.
pub const NUMBERS: &[NumberRange] = &[
    NumberRange::new(0, 1),
    NumberRange::new(999, 1017),
    NumberRange::new(1099, 1101),
    NumberRange::new(1999, 2001),
    NumberRange::new(2998, 3001),
    NumberRange::new(3003, 3003),
    NumberRange::new(3008, 3008),
    NumberRange::new(3999, 4001),
    NumberRange::new(4499, 4500),
    NumberRange::new(4999, 5000),
    NumberRange::new(32767, 32768),
    NumberRange::new(65535, 65535),
];

/// The measured numbers one by one.
#[must_use]
pub fn numbers() -> Vec<u16> {
    NUMBERS
        .iter()
        .flat_map(|range| range.from..=range.to)
        .collect()
}

/// An end of a connection that carries no valid code and reason.
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

/// How long the harness waits. Only an endpoint that hangs uses up a limit, except `end`, and `refusal` for those that answer no
/// ping after a refusal. Time in which the machine does something else does not count.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For an endpoint to be ready: some start a virtual machine or a browser.
    pub start: Duration,
    /// For a connection to be open on both sides.
    pub open: Duration,
    /// For the API to accept or refuse a close, and for the Close frame.
    pub close: Duration,
    /// For an answer to a Close frame, and for a server to end the connection after it.
    pub answer: Duration,
    /// For a frame that is sent although the API has refused the close.
    pub refusal: Duration,
    /// For the API to report the end: some implementations wait long for the other side.
    pub told: Duration,
    /// For the end of the TCP connection after the API has reported it.
    pub end: Duration,
    /// For all cases of one endpoint in one role.
    pub total: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start: Duration::from_secs(30),
            open: Duration::from_secs(30),
            close: Duration::from_secs(3),
            answer: Duration::from_secs(3),
            refusal: Duration::from_millis(500),
            told: Duration::from_secs(10),
            end: Duration::from_millis(200),
            total: Duration::from_mins(10),
        }
    }
}
