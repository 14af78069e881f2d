//! A code, a range or a number without a name → what documentation shows of it, in every format alike.

use super::facts::{Fact, facts_of_answer, facts_of_range};
use crate::name::Name;
use crate::registry::{Answer, Range, Registry};

/// A section of documentation.
pub(crate) struct Entry {
    /// `1001`, or `4000-4999` for a range.
    pub(crate) numbers: String,
    /// The name, or `no name`.
    pub(crate) name: String,
    /// One sentence.
    pub(crate) summary: Option<String>,
    /// Markdown of the spec.
    pub(crate) details: Option<String>,
    /// Everything else.
    pub(crate) facts: Vec<Fact>,
}

impl Entry {
    /// What is known of any number.
    pub(crate) fn of_answer(registry: &Registry, answer: &Answer<'_>) -> Self {
        let (summary, details) = match (answer.code, answer.range) {
            (Some(code), _) => (Some(&code.summary), code.details.as_ref()),
            (None, Some(range)) => (Some(&range.summary), range.details.as_ref()),
            (None, None) => (None, None),
        };
        Self {
            numbers: answer.number.to_string(),
            name: answer
                .code
                .map_or("no name", |code| code.name.as_str())
                .to_owned(),
            summary: summary.cloned(),
            details: details.cloned(),
            facts: facts_of_answer(registry, answer),
        }
    }

    /// What is known of a range.
    pub(super) fn of_range(range: &Range) -> Self {
        Self {
            numbers: format!("{}-{}", range.from, range.to),
            name: range.name.to_string(),
            summary: Some(range.summary.clone()),
            details: range.details.clone(),
            facts: facts_of_range(range),
        }
    }

    /// Every code of the registry, by number.
    pub(super) fn of_codes(registry: &Registry) -> impl Iterator<Item = Self> {
        let codes = registry.entries();
        codes.map(|code| Self::of_answer(registry, &registry.answer(code.number)))
    }
}

/// The place of a section on a page: `1001-going-away`, `4000-4999-private`.
pub(super) fn anchor(numbers: &str, name: &str) -> String {
    format!("{numbers}-{name}")
}

/// A line of the table of all codes.
pub(super) struct Row<'a> {
    pub(super) number: u16,
    pub(super) name: &'a Name,
    pub(super) sent_by: &'static str,
    pub(super) sendable: &'static str,
    pub(super) reconnect: &'static str,
    pub(super) summary: &'a str,
}

/// The head of that table.
pub(super) const HEAD: [&str; 6] = [
    "Code",
    "Name",
    "Sent by",
    "Sendable",
    "Reconnect",
    "Summary",
];

/// The lines of the table of all codes.
pub(super) fn rows(registry: &Registry) -> impl Iterator<Item = Row<'_>> {
    use crate::text::Word;

    registry.entries().map(|code| {
        let answer = registry.answer(code.number);
        Row {
            number: code.number,
            name: &code.name,
            sent_by: code.sent_by.as_str(),
            sendable: match (answer.is_sendable(), answer.is_browser_sendable()) {
                (true, true) => "also by a browser",
                (true, false) => "not by a browser",
                (false, _) => "no",
            },
            reconnect: code.statement.advice.reconnect.as_str(),
            summary: &code.summary,
        }
    })
}
