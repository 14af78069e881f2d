//! [`Registry`] → the registry with every default filled in, as values that serialize.

use serde_json::Value;

use super::super::lookup::sendable;
use super::super::{constants, range_names};
use super::view::{
    Class, FORMAT, ResolvedAdvice, ResolvedBackoff, ResolvedCause, ResolvedCode, ResolvedDocument,
    ResolvedNumber, ResolvedRange, ResolvedReference, ResolvedRegistry, Run,
};
use crate::name::Name;
use crate::protocol::{CodeRange, MAX_REASON_BYTES};
use crate::registry::{
    Advice, Answer, Cause, CloseCode, Document, Range, Reference, Registry, Statement,
};
use crate::spec::Reconnect;
use crate::text::{Prose, Word};

impl<'a> ResolvedRegistry<'a> {
    /// Resolves every entry of `registry`.
    pub(crate) fn new(registry: &'a Registry) -> Self {
        Self {
            format: FORMAT,
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
            sendable: sendable(registry)
                .into_iter()
                .map(|(from, to)| Run { from, to })
                .collect(),
            documents: registry
                .documents
                .iter()
                .map(|document| resolved_document(document))
                .collect(),
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
            details: code.details.as_ref().map(Prose::as_str),
            kind: code.kind.as_str(),
            own: code.is_own,
            class: class(&registry.answer(code.number)),
            advice: resolved_advice(&code.statement),
            reason: code.reason.as_deref(),
            deprecated: code.deprecated.as_deref(),
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
    pub(crate) fn new(registry: &'a Registry, answer: &Answer<'a>) -> Self {
        Self {
            code: answer.number,
            label: answer.label(),
            retired: registry.retired_name(answer).map(Name::as_str),
            summary: answer.range.map(|range| range.summary.as_str()),
            details: answer
                .range
                .and_then(|range| Some(range.details.as_ref()?.as_str())),
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
            details: range.details.as_ref().map(Prose::as_str),
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

fn resolved_causes(causes: &[Cause]) -> Vec<ResolvedCause<'_>> {
    let resolved = causes.iter().map(|cause| ResolvedCause {
        when: cause.when.as_deref(),
        seen: cause.seen.as_deref(),
        summary: &cause.summary,
        check: &cause.check,
        fix: &cause.fix,
        doubt: cause.doubt.as_deref(),
        references: resolved_references(&cause.references),
    });
    resolved.collect()
}

fn resolved_references(references: &[Reference]) -> Vec<ResolvedReference> {
    let resolved = references.iter().map(|reference| ResolvedReference {
        title: reference.title(),
        url: reference.url(),
    });
    resolved.collect()
}
