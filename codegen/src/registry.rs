//! The sound registry: what targets see. Having a [`Registry`] proves that the spec broke no rule.

mod answer;
mod check;
mod rows;

use std::collections::BTreeMap;

pub use answer::Answer;
pub use rows::{Row, Subject};

use crate::advice::{Advice, Backoff, Reconnect};
use crate::implementations::Implementation;
use crate::name::Name;
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::spec::{Kind, NamesSpec, SentBy, Spec};

/// Every close code of a spec, and an answer for every number.
#[derive(Debug)]
pub struct Registry {
    /// The registry's name.
    pub name: Name,
    /// The heading of the documentation.
    pub title: String,
    /// One sentence on what the registry is.
    pub summary: Option<String>,
    /// What the manifests of generated packages say.
    pub package: Package,
    /// The public registry that the spec follows.
    pub snapshot: Option<Snapshot>,
    /// The documents that the spec cites.
    pub documents: Vec<Document>,
    /// The advice for numbers that nothing else speaks of.
    pub otherwise: Statement,
    /// Codes that are used no more, by number.
    pub retired: Vec<Retired>,
    /// The measured implementations that the application's peers use.
    pub endpoints: Vec<&'static Implementation>,
    codes: BTreeMap<u16, CloseCode>,
    ranges: Vec<Range>,
}

/// One close code.
#[derive(Debug, Clone)]
pub struct CloseCode {
    /// The number.
    pub number: u16,
    /// Whether the spec names it itself, and does not inherit it.
    pub is_own: bool,
    /// Where its entry stands in the spec; `None` for a code that is inherited as it is.
    pub place: Option<Pointer>,
    /// The name.
    pub name: Name,
    /// One sentence for logs and documentation.
    pub summary: String,
    /// Markdown for documentation.
    pub details: Option<String>,
    /// Whether it may be used.
    pub kind: Kind,
    /// Who sends it.
    pub sent_by: SentBy,
    /// What a client that received it should do.
    pub statement: Statement,
    /// The default reason text.
    pub reason: Option<String>,
    /// What to use instead.
    pub deprecated: Option<String>,
    /// Identifiers that languages use instead of the one that follows from the name.
    pub names: NamesSpec,
    /// What is not certain about it.
    pub doubt: Option<String>,
    /// What defines it.
    pub references: Vec<Reference>,
    /// The lint rules that it may break, each with the reason why.
    pub allow: BTreeMap<String, String>,
}

/// A range of numbers with one meaning.
#[derive(Debug, Clone)]
pub struct Range {
    /// Whether the spec has it itself, and does not inherit it.
    pub is_own: bool,
    /// The first number.
    pub from: u16,
    /// The last number.
    pub to: u16,
    /// The name: the label of the numbers in it that have none.
    pub name: Name,
    /// One sentence for documentation.
    pub summary: String,
    /// Markdown for documentation.
    pub details: Option<String>,
    /// Who sends these numbers.
    pub sent_by: SentBy,
    /// What a client that received one of them should do.
    pub statement: Statement,
    /// What is not certain about it.
    pub doubt: Option<String>,
    /// What defines it.
    pub references: Vec<Reference>,
}

/// Advice with its grounds.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Whether the spec gives the advice, and does not leave it to the default.
    pub is_stated: bool,
    /// The advice.
    pub advice: Advice,
    /// Why.
    pub because: Option<String>,
    /// What gives the advice; empty when it is the spec author's own.
    pub advised_by: Vec<Reference>,
}

/// What the manifests of generated packages say.
#[derive(Debug)]
pub struct Package {
    /// The name.
    pub name: Name,
    /// The version.
    pub version: String,
    /// The licence, as an SPDX expression.
    pub license: Option<String>,
}

/// A code that is used no more.
#[derive(Debug)]
pub struct Retired {
    /// The number that it had.
    pub number: u16,
    /// The name that it had.
    pub name: Name,
}

/// A dated look at a public registry.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Where the registry is.
    pub registry: Reference,
    /// The date, as `YYYY-MM-DD`.
    pub date: String,
    /// What is not certain about it.
    pub doubt: Option<String>,
}

/// A document that the spec cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What references call it.
    pub id: String,
    /// What readers call it.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// As the spec writes it: `rfc6455#section-7.4.1`.
    pub id: String,
    /// What readers call it: `RFC 6455, The WebSocket Protocol, section 7.4.1`.
    pub title: String,
    /// Where it is.
    pub url: String,
}

impl Registry {
    /// The registry of the protocol's own codes, which is built in.
    ///
    /// # Panics
    ///
    /// When it breaks a rule, which the tests rule out.
    #[must_use]
    pub fn standard() -> Self {
        let spec = serde_json::from_str(crate::STANDARD).expect("the built-in spec is JSON");
        Self::from_spec(&spec).expect("the built-in spec is sound")
    }

    /// Checks `spec` and fills in every default.
    ///
    /// # Errors
    ///
    /// Every rule that the spec breaks.
    pub fn from_spec(spec: &Spec) -> Result<Self, Vec<Problem>> {
        check::registry(spec)
    }

    /// Every entry, the reserved ones too, by number.
    pub fn entries(&self) -> impl Iterator<Item = &CloseCode> {
        self.codes.values()
    }

    /// The codes that have a constant, by number.
    pub fn named(&self) -> impl Iterator<Item = &CloseCode> {
        self.entries().filter(|code| code.kind != Kind::Reserved)
    }

    /// The codes that have a constant and that the spec names itself, by number.
    pub fn own(&self) -> impl Iterator<Item = &CloseCode> {
        self.named().filter(|code| code.is_own)
    }

    /// The ranges, by number; those of the spec itself come before those that it inherits.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The entry that `text` names in any language's spelling.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&CloseCode> {
        self.entries().find(|code| code.is_spelled(text))
    }

    /// The answer for any number.
    #[must_use]
    pub fn answer(&self, number: u16) -> Answer<'_> {
        Answer {
            code: self.codes.get(&number),
            ..self.answer_of_range(number)
        }
    }

    /// The answer that `number` would have without an entry of its own.
    fn answer_of_range(&self, number: u16) -> Answer<'_> {
        // The spec's own ranges, then those that it inherits: neither overlap among themselves.
        let own = self.ranges.partition_point(|range| range.is_own);
        let (own, inherited) = self.ranges.split_at(own);
        Answer {
            number,
            code: None,
            range: holding(own, number).or_else(|| holding(inherited, number)),
            otherwise: &self.otherwise,
        }
    }
}

/// The one of `ranges`, which are sorted, that holds `number`.
fn holding(ranges: &[Range], number: u16) -> Option<&Range> {
    let next = ranges.partition_point(|range| range.to < number);
    ranges.get(next).filter(|range| range.from <= number)
}

impl CloseCode {
    /// Whether `text` is the name in any language's spelling: `GoingAway`, `going_away`, `GOING_AWAY`.
    #[must_use]
    pub fn is_spelled(&self, text: &str) -> bool {
        let NamesSpec {
            rust,
            swift,
            typescript,
        } = &self.names;
        let fixed = [rust, swift, typescript];
        self.name.is_spelled(text) || fixed.iter().any(|name| name.as_deref() == Some(text))
    }
}

impl Statement {
    /// A statement of the advice that holds where a spec gives none.
    fn default_advice() -> Self {
        Self {
            is_stated: false,
            advice: Advice {
                reconnect: Reconnect::Backoff(Backoff::DEFAULT),
                after: None,
            },
            because: None,
            advised_by: Vec::new(),
        }
    }
}
