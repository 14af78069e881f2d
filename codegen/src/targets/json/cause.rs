//! Causes and references, as values that serialize.

use serde::Serialize;

use crate::registry::{Cause, Reference};

/// What may lie behind a code.
#[derive(Serialize)]
pub(super) struct ResolvedCause<'a> {
    seen: Option<&'a str>,
    summary: &'a str,
    check: &'a str,
    fix: &'a str,
    doubt: Option<&'a str>,
    references: Vec<ResolvedReference<'a>>,
}

#[derive(Serialize)]
pub(super) struct ResolvedReference<'a> {
    title: &'a str,
    url: &'a str,
}

pub(super) fn resolved_causes(causes: &[Cause]) -> Vec<ResolvedCause<'_>> {
    let resolved = causes.iter().map(|cause| ResolvedCause {
        seen: cause.seen.as_deref(),
        summary: &cause.summary,
        check: &cause.check,
        fix: &cause.fix,
        doubt: cause.doubt.as_deref(),
        references: resolved_references(&cause.references),
    });
    resolved.collect()
}

pub(super) fn resolved_references(references: &[Reference]) -> Vec<ResolvedReference<'_>> {
    let resolved = references.iter().map(|reference| ResolvedReference {
        title: &reference.title,
        url: &reference.url,
    });
    resolved.collect()
}
