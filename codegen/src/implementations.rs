//! `spec/implementations.json`, which is built in: what real endpoints were measured to do with close codes.

use std::fmt;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::spec::SentBy;

/// The measurements, as `cargo run -p wire` wrote them.
const MEASURED: &str = include_str!("../../spec/implementations.json");

static IMPLEMENTATIONS: LazyLock<Vec<Implementation>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(MEASURED).expect("the built-in measurements are JSON");
    let mut implementations = file.implementations;
    for implementation in &mut implementations {
        implementation.numbers.clone_from(&file.numbers);
    }
    implementations
});

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
    #[serde(skip)]
    numbers: Vec<Span>,
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

/// Numbers from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
struct Span {
    from: u16,
    to: u16,
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
enum Code {
    Number(i32),
    Word(Word),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    Same,
    Empty,
    OneByte,
    Nothing,
}

/// What becomes of a code that an implementation is asked to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sent {
    /// It stands on the wire.
    AsItIs,
    /// The API refuses it.
    Refused,
    /// Another code stands on the wire.
    As(i32),
    /// No code stands on the wire.
    Without,
}

/// What becomes of a code that an implementation receives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Received {
    /// The application is told of it.
    AsItIs,
    /// The application is told of another one.
    As(i32),
    /// The application is told of none.
    Without,
}

/// Every implementation and role, in the order of the file.
#[must_use]
pub fn implementations() -> &'static [Implementation] {
    &IMPLEMENTATIONS
}

impl Implementation {
    /// What becomes of `number` when this is asked to send it; `None` when that was not measured.
    ///
    /// A number between two measured ones that fare alike fares like them.
    #[must_use]
    pub fn sends(&self, number: u16) -> Option<Sent> {
        let row = self.sends.iter().find(|row| row.span.holds(number))?;
        Some(match (row.outcome, row.code) {
            (Outcome::Sent, _) => Sent::AsItIs,
            (Outcome::SentAs, Some(Code::Number(code))) => Sent::As(code),
            (Outcome::Refused, _) => Sent::Refused,
            (Outcome::SentAs | Outcome::NoFrame, _) => Sent::Without,
        })
    }

    /// What becomes of `number` when this receives it; `None` when that was not measured.
    #[must_use]
    pub fn receives(&self, number: u16) -> Option<Received> {
        let row = self.receives.iter().find(|row| row.span.holds(number))?;
        Some(match row.code {
            Some(Code::Word(Word::Same)) => Received::AsItIs,
            Some(Code::Number(code)) if code == i32::from(number) => Received::AsItIs,
            Some(Code::Number(code)) => Received::As(code),
            _ => Received::Without,
        })
    }

    /// The measured numbers for which `holds`, as runs from the first to the last.
    #[must_use]
    pub fn runs(&self, holds: impl Fn(u16) -> bool) -> Vec<(u16, u16)> {
        let mut runs: Vec<(u16, u16)> = Vec::new();
        let mut open = false;
        for number in self.numbers.iter().flat_map(|span| span.from..=span.to) {
            match runs.last_mut() {
                _ if !holds(number) => open = false,
                Some(run) if open => run.1 = number,
                _ => {
                    runs.push((number, number));
                    open = true;
                }
            }
        }
        runs
    }

    /// Whether this side sends what `sent_by` says.
    #[must_use]
    pub fn is_sender(&self, sent_by: SentBy) -> bool {
        matches!(
            (sent_by, self.role),
            (SentBy::Either, _) | (SentBy::Client, Role::Client) | (SentBy::Server, Role::Server)
        )
    }

    /// Whether this side receives what `sent_by` says.
    #[must_use]
    pub fn is_receiver(&self, sent_by: SentBy) -> bool {
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

impl Span {
    fn holds(self, number: u16) -> bool {
        (self.from..=self.to).contains(&number)
    }
}

/// What implementations in one of `languages`, or in any when there is none, do with a code that differs from what the
/// standards say of it: the difference, and who shows it.
#[must_use]
pub fn deviations(
    number: u16,
    is_sendable: bool,
    languages: &[&str],
) -> Vec<(String, Vec<String>)> {
    let is_asked = |implementation: &&Implementation| {
        languages.is_empty() || languages.contains(&implementation.language.as_str())
    };
    let mut deviations = Groups::new();
    for implementation in implementations().iter().filter(is_asked) {
        let sent = implementation.sends(number);
        let sent = sent.and_then(|sent| sending_deviation(sent, is_sendable));
        if let Some(deviation) = sent {
            deviations.put_side(format!("{deviation} by"), implementation);
        }
    }
    // What may not be sent need not be reported either: most endpoints take it for a breach of the protocol.
    let receivers = implementations()
        .iter()
        .filter(is_asked)
        .filter(|_| is_sendable);
    for implementation in receivers {
        let received = implementation.receives(number);
        if let Some(deviation) = received.and_then(receiving_deviation) {
            deviations.put_side(format!("{deviation} by"), implementation);
        }
    }
    deviations.0
}

/// Whether this very number was measured, and not only numbers around it that fare alike.
#[must_use]
pub fn is_measured(number: u16) -> bool {
    let mut spans = implementations()
        .iter()
        .flat_map(|implementation| &implementation.numbers);
    spans.any(|span| span.holds(number))
}

/// The same in one sentence; `None` when there is nothing to say.
#[must_use]
pub fn deviations_sentence(number: u16, is_sendable: bool, languages: &[&str]) -> Option<String> {
    let deviations = deviations(number, is_sendable, languages);
    let parts: Vec<String> = deviations
        .iter()
        .map(|(deviation, names)| format!("{deviation} {}", names.join(", ")))
        .collect();
    let basis = if is_measured(number) {
        "Measured"
    } else {
        "Measured around it"
    };
    (!parts.is_empty()).then(|| format!("{basis}: {}.", parts.join("; ")))
}

/// How sending differs from what the standards say, as the beginning of "… by ws (client)".
#[must_use]
pub fn sending_deviation(sent: Sent, is_sendable: bool) -> Option<String> {
    match (sent, is_sendable) {
        (Sent::AsItIs, true) | (Sent::Refused | Sent::Without, false) => None,
        (Sent::AsItIs, false) => Some("sent all the same".to_owned()),
        (Sent::Refused, true) => Some("refused".to_owned()),
        (Sent::As(code), _) => Some(format!("sent as {code}")),
        (Sent::Without, true) => Some("not put on the wire".to_owned()),
    }
}

/// How receiving differs from telling the code.
#[must_use]
pub fn receiving_deviation(received: Received) -> Option<String> {
    match received {
        Received::AsItIs => None,
        Received::As(code) => Some(format!("reported as {code}")),
        Received::Without => Some("reported without a code".to_owned()),
    }
}

/// Names by what they have in common, in the order in which that is met.
pub(crate) struct Groups(pub(crate) Vec<(String, Vec<String>)>);

impl Groups {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    /// Puts an implementation in; one that is there in its other role is named without any.
    fn put_side(&mut self, common: String, implementation: &Implementation) {
        let sides = [Role::Client, Role::Server]
            .map(|role| format!("{} ({})", implementation.name, role.as_str()));
        let group = self.0.iter_mut().find(|(known, _)| *known == common);
        let other = group.and_then(|(_, names)| names.iter_mut().find(|name| sides.contains(name)));
        match other {
            Some(other) => other.clone_from(&implementation.name),
            None => self.put(common, implementation.to_string()),
        }
    }

    pub(crate) fn put(&mut self, common: String, name: String) {
        match self.0.iter_mut().find(|(known, _)| *known == common) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => self.0.push((common, vec![name])),
        }
    }
}
