//! A code or a range → what each language calls it, and a line to copy for a code.

use super::super::{RangeNames, range_names, snippets};
use super::fact::{Fact, Inline, Part, code};
use crate::registry::{CloseCode, Range, Registry};

/// Identifiers of one kind.
pub(super) struct Names {
    /// What they are: `Constants`.
    pub(super) term: &'static str,
    pub(super) named: Vec<Named>,
}

pub(super) struct Named {
    pub(super) language: &'static str,
    pub(super) identifier: String,
    /// What stands before and after it in the line to copy, if there is one.
    pub(super) around: Option<[String; 2]>,
}

/// The constants of a code.
pub(super) fn of_code(registry: &Registry, code: &CloseCode) -> Names {
    let snippets = snippets(registry, code).into_iter();
    let named = snippets.map(|(target, [before, identifier, after])| Named {
        language: target.title,
        identifier,
        around: Some([before, after]),
    });
    Names {
        term: "Constants",
        named: named.collect(),
    }
}

/// The constants with both ends of a range, and the predicates.
pub(super) fn of_range(registry: &Registry, range: &Range) -> Vec<Names> {
    let names = range_names(registry, range);
    if names.is_empty() {
        return Vec::new();
    }
    let of = |term, identifier: fn(&RangeNames) -> &String| Names {
        term,
        named: names
            .iter()
            .map(|names| Named {
                language: names.target.title,
                identifier: identifier(names).clone(),
                around: None,
            })
            .collect(),
    };
    vec![
        of("Constants", |names| &names.constant),
        of("Predicates", |names| &names.predicate),
    ]
}

impl Names {
    /// The identifiers with their languages.
    pub(super) fn fact(&self) -> Fact {
        let value = |named: &Named| {
            let language = Inline::Text(format!(" ({})", named.language));
            vec![code(&named.identifier), language]
        };
        Fact {
            term: self.term,
            values: self.named.iter().map(value).collect(),
            class: None,
            part: Part::Names,
        }
    }
}
