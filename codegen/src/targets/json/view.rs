//! The registry with every default filled in, as values that serialize: the JSON output, and `--format json`.

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::{constants, range_names};
use super::cause::{ResolvedCause, ResolvedReference, resolved_causes, resolved_references};
use crate::protocol::{CodeRange, MAX_REASON_BYTES};
use crate::registry::{Advice, Answer, CloseCode, Document, Range, Registry, Statement};
use crate::spec::Reconnect;
use crate::text::Word;

/// A whole registry.
#[derive(Serialize)]
pub(crate) struct ResolvedRegistry<'a> {
    name: &'a str,
    title: &'a str,
    summary: Option<&'a str>,
    max_reason_bytes: usize,
    codes: Vec<ResolvedCode<'a>>,
    ranges: Vec<ResolvedRange<'a>>,
    otherwise: ResolvedAdvice<'a>,
    documents: Vec<ResolvedDocument<'a>>,
}

/// One code.
#[derive(Serialize)]
pub(crate) struct ResolvedCode<'a> {
    code: u16,
    name: &'a str,
    summary: &'a str,
    details: Option<&'a str>,
    kind: &'static str,
    /// Whether the spec names it itself, and does not inherit it.
    own: bool,
    #[serde(flatten)]
    class: Class,
    #[serde(flatten)]
    advice: ResolvedAdvice<'a>,
    reason: Option<&'a str>,
    causes: Vec<ResolvedCause<'a>>,
    doubt: Option<&'a str>,
    references: Vec<ResolvedReference<'a>>,
    constants: Map<String, Value>,
}

/// The answer for a number without an entry.
#[derive(Serialize)]
pub(crate) struct ResolvedNumber<'a> {
    code: u16,
    label: &'a str,
    summary: Option<&'a str>,
    details: Option<&'a str>,
    #[serde(flatten)]
    class: Class,
    #[serde(flatten)]
    advice: ResolvedAdvice<'a>,
    causes: Vec<ResolvedCause<'a>>,
}

/// What follows from a number and its kind.
#[derive(Serialize)]
struct Class {
    code_range: &'static str,
    sent_by: &'static str,
    sendable: bool,
    browser_sendable: bool,
}

#[derive(Serialize)]
pub(crate) struct ResolvedRange<'a> {
    from: u16,
    to: u16,
    name: &'a str,
    summary: &'a str,
    details: Option<&'a str>,
    own: bool,
    sent_by: &'static str,
    #[serde(flatten)]
    advice: ResolvedAdvice<'a>,
    causes: Vec<ResolvedCause<'a>>,
    doubt: Option<&'a str>,
    references: Vec<ResolvedReference<'a>>,
    /// The constants with both ends, by language; empty for the code ranges.
    constants: Map<String, Value>,
    predicates: Map<String, Value>,
}

#[derive(Serialize)]
struct ResolvedAdvice<'a> {
    reconnect: &'static str,
    backoff: Option<ResolvedBackoff>,
    after: Option<&'static str>,
    because: Option<&'a str>,
    advised_by: Vec<ResolvedReference<'a>>,
}

/// The bounds of growing delays.
#[derive(Serialize)]
struct ResolvedBackoff {
    #[serde(rename = "from_seconds")]
    from: Value,
    #[serde(rename = "to_seconds")]
    to: Value,
    #[serde(rename = "cap_seconds")]
    cap: Value,
}

#[derive(Serialize)]
struct ResolvedDocument<'a> {
    id: &'a str,
    title: &'a str,
    url: &'a str,
}

impl<'a> ResolvedRegistry<'a> {
    /// Resolves every entry of `registry`.
    pub(crate) fn new(registry: &'a Registry) -> Self {
        Self {
            name: registry.name.as_str(),
            title: &registry.title,
            summary: registry.summary.as_deref(),
            max_reason_bytes: MAX_REASON_BYTES,
            codes: registry
                .entries()
                .map(|code| ResolvedCode::new(registry, code))
                .collect(),
            ranges: registry
                .ranges()
                .iter()
                .map(|range| ResolvedRange::new(registry, range))
                .collect(),
            otherwise: resolved_advice(&registry.otherwise),
            documents: registry.documents.iter().map(resolved_document).collect(),
        }
    }
}

impl<'a> ResolvedCode<'a> {
    /// Resolves one entry.
    pub(crate) fn new(registry: &'a Registry, code: &'a CloseCode) -> Self {
        Self {
            code: code.number,
            name: code.name.as_str(),
            summary: &code.summary,
            details: code.details.as_deref(),
            kind: code.kind.as_str(),
            own: code.is_own,
            class: class(&registry.answer(code.number)),
            advice: resolved_advice(&code.statement),
            reason: code.reason.as_deref(),
            causes: resolved_causes(&code.causes),
            doubt: code.doubt.as_deref(),
            references: resolved_references(&code.references),
            constants: constants(registry, code)
                .into_iter()
                .map(|(target, constant)| (target.name.to_owned(), constant.into()))
                .collect(),
        }
    }
}

impl<'a> ResolvedNumber<'a> {
    /// Resolves the answer for a number without an entry.
    pub(crate) fn new(answer: &Answer<'a>) -> Self {
        Self {
            code: answer.number,
            label: answer.label(),
            summary: answer.range.map(|range| range.summary.as_str()),
            details: answer.range.and_then(|range| range.details.as_deref()),
            class: class(answer),
            advice: resolved_advice(answer.statement()),
            causes: resolved_causes(answer.causes()),
        }
    }
}

fn class(answer: &Answer<'_>) -> Class {
    Class {
        code_range: CodeRange::of(answer.number).as_str(),
        sent_by: answer.sent_by().as_str(),
        sendable: answer.is_sendable(),
        browser_sendable: answer.is_browser_sendable(),
    }
}

impl<'a> ResolvedRange<'a> {
    /// Resolves a range.
    pub(crate) fn new(registry: &Registry, range: &'a Range) -> Self {
        let names = range_names(registry, range).into_iter();
        let (constants, predicates) = names
            .map(|names| {
                let key = |identifier: String| (names.target.name.to_owned(), identifier.into());
                (key(names.constant), key(names.predicate))
            })
            .unzip();
        Self {
            constants,
            predicates,
            from: range.from,
            to: range.to,
            name: range.name.as_str(),
            summary: &range.summary,
            details: range.details.as_deref(),
            own: range.is_own,
            sent_by: range.sent_by.as_str(),
            advice: resolved_advice(&range.statement),
            causes: resolved_causes(&range.causes),
            doubt: range.doubt.as_deref(),
            references: resolved_references(&range.references),
        }
    }
}

fn resolved_advice(statement: &Statement) -> ResolvedAdvice<'_> {
    let Advice {
        reconnect,
        backoff,
        after,
    } = statement.advice;
    let backoff = (reconnect != Reconnect::Never).then(|| ResolvedBackoff {
        from: seconds(backoff.from),
        to: seconds(backoff.to),
        cap: seconds(backoff.cap),
    });
    ResolvedAdvice {
        reconnect: reconnect.as_str(),
        backoff,
        after: after.map(Word::as_str),
        because: statement.because.as_deref(),
        advised_by: resolved_references(&statement.advised_by),
    }
}

/// Whole seconds without a decimal point, as a person would write them.
fn seconds(seconds: f64) -> Value {
    serde_json::from_str(&seconds.to_string()).unwrap_or(Value::Null)
}

fn resolved_document(document: &Document) -> ResolvedDocument<'_> {
    ResolvedDocument {
        id: &document.id,
        title: &document.title,
        url: &document.url,
    }
}
