//! The values of the JSON output, of `--format json` and of templates. Their comments are the descriptions in the JSON Schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::protocol::CodeRange;
use crate::spec::{After, Kind, Reconnect, SentBy};

/// The version of these values. It changes when a field goes away or changes its meaning, and not when one is added.
pub(super) const FORMAT: u32 = 1;

/// A whole registry, every default filled in.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ResolvedRegistry<'a> {
    /// The version of this format, 1. It changes when a field goes away or changes its meaning, not when one is added.
    pub(super) format: u32,
    /// The name of the registry, in kebab-case.
    pub(super) name: &'a str,
    /// The heading of its documentation.
    pub(super) title: &'a str,
    /// One sentence on what it is.
    pub(super) summary: Option<&'a str>,
    /// How long a reason can be, in bytes of UTF-8: 123.
    pub(super) max_reason_bytes: usize,
    /// Every code with an entry, by number.
    pub(super) codes: Vec<ResolvedCode<'a>>,
    /// Every range, by its first number.
    pub(super) ranges: Vec<ResolvedRange<'a>>,
    /// The advice for every other number.
    pub(super) otherwise: ResolvedAdvice<'a>,
    /// The numbers that may be in a Close frame, with an entry or without one.
    pub(super) sendable: Vec<Run>,
    /// The documents that references point to.
    pub(super) documents: Vec<ResolvedDocument<'a>>,
}

/// One code.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ResolvedCode<'a> {
    /// The number.
    pub(super) code: u16,
    /// The name, in kebab-case.
    pub(super) name: &'a str,
    /// One sentence on what it means.
    pub(super) summary: &'a str,
    /// More on it, in Markdown.
    pub(super) details: Option<&'a str>,
    /// Whether it has a constant, and may be sent.
    #[schemars(with = "Kind")]
    pub(super) kind: &'static str,
    /// Whether the spec names it itself, and does not inherit it.
    pub(super) own: bool,
    #[serde(flatten)]
    pub(super) class: Class,
    #[serde(flatten)]
    pub(super) advice: ResolvedAdvice<'a>,
    /// The default reason of a Close frame with it.
    pub(super) reason: Option<&'a str>,
    /// What to use instead of it, if it is deprecated.
    pub(super) deprecated: Option<&'a str>,
    /// What typically lies behind it.
    pub(super) causes: Vec<ResolvedCause<'a>>,
    /// What is uncertain about it.
    pub(super) doubt: Option<&'a str>,
    /// Where it is defined.
    pub(super) references: Vec<ResolvedReference>,
    /// The constant for it in each language, by the names of outputs; empty for a reserved code.
    #[schemars(with = "BTreeMap<String, String>")]
    pub(super) constants: Map<String, Value>,
}

/// The answer for a number without an entry.
#[derive(Serialize)]
pub(crate) struct ResolvedNumber<'a> {
    pub(super) code: u16,
    pub(super) label: &'a str,
    /// The name that it had.
    pub(super) retired: Option<&'a str>,
    pub(super) summary: Option<&'a str>,
    pub(super) details: Option<&'a str>,
    #[serde(flatten)]
    pub(super) class: Class,
    #[serde(flatten)]
    pub(super) advice: ResolvedAdvice<'a>,
    /// What typically lies behind it.
    pub(super) causes: Vec<ResolvedCause<'a>>,
}

/// What follows from a number and its kind.
#[derive(Serialize, JsonSchema)]
pub(super) struct Class {
    /// Which range of the protocol's the number is in.
    #[schemars(with = "CodeRange")]
    pub(super) code_range: &'static str,
    /// Who sends it.
    #[schemars(with = "SentBy")]
    pub(super) sent_by: &'static str,
    /// Whether it may be in a Close frame.
    pub(super) sendable: bool,
    /// Whether the `close()` of browsers accepts it.
    pub(super) browser_sendable: bool,
}

/// One range of numbers.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ResolvedRange<'a> {
    /// Its first number.
    pub(super) from: u16,
    /// Its last number.
    pub(super) to: u16,
    /// Its name, which is the label of numbers without a name in it.
    pub(super) name: &'a str,
    /// One sentence on what it means.
    pub(super) summary: &'a str,
    /// More on it, in Markdown.
    pub(super) details: Option<&'a str>,
    /// Whether it is a range of the spec, and not inherited.
    pub(super) own: bool,
    /// Who sends its numbers.
    #[schemars(with = "SentBy")]
    pub(super) sent_by: &'static str,
    #[serde(flatten)]
    pub(super) advice: ResolvedAdvice<'a>,
    /// What typically lies behind it.
    pub(super) causes: Vec<ResolvedCause<'a>>,
    /// What is uncertain about it.
    pub(super) doubt: Option<&'a str>,
    /// Where it is defined.
    pub(super) references: Vec<ResolvedReference>,
    /// The constant with both ends in each language, by the names of outputs; empty for the code ranges.
    #[schemars(with = "BTreeMap<String, String>")]
    pub(super) constants: Map<String, Value>,
    /// The predicate in each language, by the names of outputs; empty for the code ranges.
    #[schemars(with = "BTreeMap<String, String>")]
    pub(super) predicates: Map<String, Value>,
}

/// What a client does that received a code.
#[derive(Serialize, JsonSchema)]
pub(super) struct ResolvedAdvice<'a> {
    /// Whether to reconnect.
    #[schemars(with = "Reconnect")]
    pub(super) reconnect: &'static str,
    /// The bounds of growing delays; null for `never`.
    pub(super) backoff: Option<ResolvedBackoff>,
    /// What must happen first.
    #[schemars(with = "Option<After>")]
    pub(super) after: Option<&'static str>,
    /// The reason for the advice.
    pub(super) because: Option<&'a str>,
    /// Who gives the advice; empty for that of the spec's authors.
    pub(super) advised_by: Vec<ResolvedReference>,
}

/// The bounds of growing delays, in seconds.
#[derive(Serialize, JsonSchema)]
pub(super) struct ResolvedBackoff {
    /// The least first delay.
    #[serde(rename = "from_seconds")]
    #[schemars(with = "f64")]
    pub(super) from: Value,
    /// The greatest first delay.
    #[serde(rename = "to_seconds")]
    #[schemars(with = "f64")]
    pub(super) to: Value,
    /// The greatest delay of all.
    #[serde(rename = "cap_seconds")]
    #[schemars(with = "f64")]
    pub(super) cap: Value,
}

/// Numbers without a gap.
#[derive(Serialize, JsonSchema)]
pub(super) struct Run {
    /// The first number.
    pub(super) from: u16,
    /// The last number.
    pub(super) to: u16,
}

/// A document that references point to.
#[derive(Serialize, JsonSchema)]
pub(super) struct ResolvedDocument<'a> {
    /// Its id in references of the spec.
    pub(super) id: &'a str,
    /// Its title.
    pub(super) title: &'a str,
    /// Its URL.
    pub(super) url: &'a str,
}

/// What may lie behind a code.
#[derive(Serialize, JsonSchema)]
pub(super) struct ResolvedCause<'a> {
    /// What one notices first, which causes of one branch have in common.
    pub(super) when: Option<&'a str>,
    /// What a log or a program shows then.
    pub(super) seen: Option<&'a str>,
    /// The cause.
    pub(super) summary: &'a str,
    /// How to find out whether it is this one.
    pub(super) check: &'a str,
    /// What to do about it.
    pub(super) fix: &'a str,
    /// What is uncertain about it.
    pub(super) doubt: Option<&'a str>,
    /// Where it is described; empty for what the authors of the spec know themselves.
    pub(super) references: Vec<ResolvedReference>,
}

/// A place in a document.
#[derive(Serialize, JsonSchema)]
pub(super) struct ResolvedReference {
    /// The title of the document, and the section.
    pub(super) title: String,
    /// The URL of the section.
    pub(super) url: String,
}
