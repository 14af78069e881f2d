//! A code, a range or a number without a name → what documentation shows of it, in every format alike.

use super::cause::Cause;
use super::fact::Fact;
use super::facts::{facts_of_answer, facts_of_range};
use super::names::{self, Names};
use super::tree::Tree;
use crate::implementations::{Identifier, identifiers};
use crate::name::Name;
use crate::registry::{Answer, Range, Registry};
use crate::text::{Prose, Word};

/// A section of documentation.
pub(crate) struct Entry {
    /// `1001`, or `4000-4999` for a range.
    pub(crate) numbers: String,
    /// The name, or `no name`.
    pub(crate) name: String,
    /// One sentence.
    pub(crate) summary: Option<String>,
    /// Markdown of the spec.
    pub(crate) details: Option<Prose>,
    /// What typically lies behind it.
    pub(crate) causes: Vec<Cause>,
    /// The way to one of the causes.
    pub(super) tree: Option<Tree>,
    /// What each language calls it. The facts have it, too.
    pub(super) names: Vec<Names>,
    /// What libraries call it, and which ones. The facts have it, too.
    pub(super) elsewhere: Vec<Identifier>,
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
        let names: Vec<Names> = answer
            .named()
            .into_iter()
            .map(|code| names::of_code(registry, code))
            .collect();
        let elsewhere = identifiers(answer.number);
        let retired = registry.retired_name(answer);
        Self {
            numbers: answer.number.to_string(),
            name: match (answer.code, retired) {
                (Some(code), _) => code.name.to_string(),
                (None, Some(name)) => format!("{name} (retired)"),
                (None, None) => "no name".to_owned(),
            },
            summary: summary.cloned(),
            details: details.cloned(),
            causes: match retired {
                Some(name) => vec![Cause::of_retired(name)],
                None => answer.causes().iter().map(Cause::from).collect(),
            },
            tree: Tree::of(answer.causes()).filter(|_| retired.is_none()),
            facts: facts_of_answer(answer, &names, &elsewhere),
            names,
            elsewhere,
        }
    }

    /// What is known of a range.
    pub(crate) fn of_range(registry: &Registry, range: &Range) -> Self {
        let names = names::of_range(registry, range);
        Self {
            numbers: format!("{}-{}", range.from, range.to),
            name: range.name.to_string(),
            summary: Some(range.summary.clone()),
            details: range.details.clone(),
            causes: range.causes.iter().map(Cause::from).collect(),
            tree: Tree::of(&range.causes),
            facts: facts_of_range(range, &names),
            names,
            elsewhere: Vec::new(),
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

/// A line of the table of all codes, or of a range that has constants as they have.
pub(super) struct Row<'a> {
    /// `1001`, or `4100-4199`.
    pub(super) numbers: String,
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

/// The lines of the table, by number.
pub(super) fn rows(registry: &Registry) -> impl Iterator<Item = Row<'_>> {
    let codes = registry.entries().map(|code| {
        let row = Row {
            numbers: code.number.to_string(),
            name: &code.name,
            sent_by: code.sent_by.as_str(),
            sendable: sendable(&registry.answer(code.number)),
            reconnect: code.statement.advice.reconnect.as_str(),
            summary: &code.summary,
        };
        (code.number, row)
    });
    let ranges = registry.named_ranges().map(|range| {
        let mut rest = answers(registry, range).map(|answer| sendable(&answer));
        let first = rest.next().unwrap_or_default();
        let row = Row {
            numbers: format!("{}-{}", range.from, range.to),
            name: &range.name,
            sent_by: range.sent_by.as_str(),
            sendable: if rest.all(|other| other == first) {
                first
            } else {
                "in part"
            },
            reconnect: range.statement.advice.reconnect.as_str(),
            summary: &range.summary,
        };
        (range.from, row)
    });
    let mut rows: Vec<(u16, Row<'_>)> = ranges.chain(codes).collect();
    rows.sort_by_key(|(number, _)| *number);
    rows.into_iter().map(|(_, row)| row)
}

/// The answers for the numbers in a range, for each at which they may change.
pub(super) fn answers<'a>(
    registry: &'a Registry,
    range: &'a Range,
) -> impl Iterator<Item = Answer<'a>> {
    let edges = registry.edges().iter().copied();
    let inside = edges.filter(|edge| range.from < *edge && *edge <= range.to);
    let all = std::iter::once(range.from).chain(inside);
    all.map(|number| registry.answer(number))
}

fn sendable(answer: &Answer<'_>) -> &'static str {
    match (answer.is_sendable(), answer.is_browser_sendable()) {
        (true, true) => "also by a browser",
        (true, false) => "not by a browser",
        (false, _) => "no",
    }
}
