//! A registry → short answers to the questions that people have about all codes at once. They name no code themselves.

mod relay;
mod retry;
mod send;

use super::entry::anchor;
use super::fact::Inline;
use super::table::Table;
use crate::registry::{CloseCode, Range, Registry};

/// A question, and the table that answers it.
pub(super) struct Guide {
    /// The place of its section on a page, as GitHub makes it of the question.
    pub(super) id: &'static str,
    pub(super) question: &'static str,
    /// What to know before the table.
    pub(super) text: &'static str,
    pub(super) table: Table,
}

/// The guides that have something to tell.
pub(super) fn guides(registry: &Registry) -> Vec<Guide> {
    let guides = [
        send::guide(registry),
        retry::guide(registry),
        relay::guide(registry),
    ];
    let guides = guides.into_iter();
    guides
        .filter(|guide| !guide.table.rows.is_empty())
        .collect()
}

/// A link to the section of a code.
fn to_code(code: &CloseCode) -> Inline {
    let numbers = code.number.to_string();
    to_entry(&numbers, code.name.as_str())
}

/// A link to the section of a range.
fn to_range(range: &Range) -> Inline {
    let numbers = format!("{}-{}", range.from, range.to);
    to_entry(&numbers, range.name.as_str())
}

fn to_entry(numbers: &str, name: &str) -> Inline {
    Inline::Link {
        title: format!("{numbers} {name}"),
        url: format!("#{}", anchor(numbers, name)),
    }
}
