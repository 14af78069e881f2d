//! `spec/implementations.json`, which is built in: what was measured of real endpoints and each close code.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use super::span::Span;
use crate::spec::SentBy;

/// The measurements, as `cargo run -p measure` wrote them.
const MEASURED: &str = include_str!("../../../spec/implementations.json");

static FILE: LazyLock<File> =
    LazyLock::new(|| serde_json::from_str(MEASURED).expect("the built-in measurements are JSON"));

#[derive(Deserialize)]
struct File {
    numbers: Vec<Span>,
    implementations: Vec<Implementation>,
}

/// What was measured of an implementation on one side of connections.
#[derive(Debug, Deserialize)]
pub struct Implementation {
    /// Its name.
    pub name: String,
    /// Its programming language.
    pub language: String,
    /// The measured version.
    pub version: String,
    /// The side.
    pub role: Role,
    /// What measurements do not show, in one line.
    pub note: Option<String>,
    sends: Vec<SendRow>,
    receives: Vec<ReceiveRow>,
}

/// A side of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The side that opens it.
    Client,
    /// The side that accepts it.
    Server,
}

#[derive(Debug, Deserialize)]
struct SendRow {
    #[serde(flatten)]
    span: Span,
    outcome: Outcome,
    code: Option<Code>,
}

#[derive(Debug, Deserialize)]
struct ReceiveRow {
    #[serde(flatten)]
    span: Span,
    code: Option<Code>,
    answer: Option<Code>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Sent,
    SentAs,
    Refused,
    NoFrame,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Code {
    Number(i32),
    Special(Special),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Special {
    Same,
    Empty,
    OneByte,
    Nothing,
}

/// The outcome of passing a code to the close function of an implementation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sent {
    /// The Close frame has it.
    AsItIs,
    /// The API refuses it.
    Refused,
    /// The Close frame has another code.
    As(i32),
    /// The Close frame has no code, or there is no Close frame.
    Without,
}

/// The outcome of receiving a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Received {
    /// The application gets it.
    AsItIs,
    /// The application gets a code of the implementation's own, which can be equal.
    As(i32),
    /// The application gets no code.
    Without,
}

/// Every implementation and role, in the order of the file.
#[must_use]
pub fn implementations() -> &'static [Implementation] {
    &FILE.implementations
}

/// The numbers that were measured with each of them. Between two with equal outcomes, others count as having that outcome.
pub(crate) fn measured_numbers() -> impl Iterator<Item = u16> {
    FILE.numbers.iter().flat_map(|span| span.numbers())
}

impl Implementation {
    /// The outcome of sending `number`; `None` when that was not measured.
    ///
    /// A number between two measured ones with equal outcomes counts as having that outcome.
    #[must_use]
    pub fn sends(&self, number: u16) -> Option<Sent> {
        let row = self.sends.iter().find(|row| row.span.contains(number))?;
        Some(match (row.outcome, row.code) {
            (Outcome::Sent, _) => Sent::AsItIs,
            (Outcome::SentAs, Some(Code::Number(code))) => Sent::As(code),
            (Outcome::Refused, _) => Sent::Refused,
            (Outcome::SentAs | Outcome::NoFrame, _) => Sent::Without,
        })
    }

    /// The outcome of receiving `number`; `None` when that was not measured.
    #[must_use]
    pub fn receives(&self, number: u16) -> Option<Received> {
        let row = self.receives.iter().find(|row| row.span.contains(number))?;
        Some(match row.code {
            Some(Code::Special(Special::Same)) => Received::AsItIs,
            Some(Code::Number(code)) => Received::As(code),
            _ => Received::Without,
        })
    }

    /// What a Close frame with `number` is answered with; `None` when that was not recorded.
    pub(super) fn answers(&self, number: u16) -> Option<Code> {
        let row = self.receives.iter().find(|row| row.span.contains(number))?;
        row.answer
    }

    /// Whether this side sends codes with this `sent_by`.
    pub(crate) fn is_sender(&self, sent_by: SentBy) -> bool {
        matches!(
            (sent_by, self.role),
            (SentBy::Either, _) | (SentBy::Client, Role::Client) | (SentBy::Server, Role::Server)
        )
    }

    /// Whether this side receives codes with this `sent_by`.
    pub(crate) fn is_receiver(&self, sent_by: SentBy) -> bool {
        matches!(
            (sent_by, self.role),
            (SentBy::Either, _) | (SentBy::Client, Role::Server) | (SentBy::Server, Role::Client)
        )
    }
}

impl fmt::Display for Implementation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.role.as_str())
    }
}

impl Role {
    /// The word as the file writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}
