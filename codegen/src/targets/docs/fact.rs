//! One fact of the documentation, and what it is made of.

use crate::registry::Reference;

/// A fact: what it is about, and one or more values.
pub(crate) struct Fact {
    pub(crate) term: &'static str,
    pub(crate) values: Vec<Vec<Inline>>,
    /// What a page emphasizes: `doubt`, or the word of the advice.
    pub(crate) class: Option<&'static str>,
    pub(crate) part: Part,
}

/// What facts are about, in the order in which someone with a code in a log wants to know it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// What to do.
    Advice,
    /// Why to do that, and who advises it.
    Grounds,
    /// Who sends the code.
    Sender,
    /// How else it is used.
    Use,
    /// What is not certain.
    Doubt,
    /// What several causes begin with.
    Branch,
    /// What each language calls it.
    Names,
    /// What was measured.
    Measured,
    /// Where it stands.
    Sources,
    /// What libraries call it.
    Elsewhere,
}

impl Part {
    /// Whether it is looked up rather than read.
    pub(crate) fn is_looked_up(self) -> bool {
        self >= Self::Branch
    }
}

/// A part of a value.
pub(crate) enum Inline {
    /// Text of one line, in which code stands between backquotes.
    Text(String),
    Code(String),
    Link {
        title: String,
        url: String,
    },
}

pub(super) fn links(term: &'static str, references: &[Reference]) -> Fact {
    let values = references.iter().map(|reference| {
        vec![Inline::Link {
            title: reference.title(),
            url: reference.url(),
        }]
    });
    Fact {
        term,
        values: values.collect(),
        class: None,
        part: Part::Sources,
    }
}

pub(super) fn doubt(uncertain: &str) -> Fact {
    Fact {
        class: Some("doubt"),
        part: Part::Doubt,
        ..text("Not certain", uncertain)
    }
}

pub(super) fn text(term: &'static str, value: impl Into<String>) -> Fact {
    fact(term, vec![Inline::Text(value.into())])
}

/// The note on an implementation or a library: what measurements of it do not show.
pub(super) fn note(name: &'static str, note: Option<&str>) -> Option<Fact> {
    note.map(|note| Fact {
        part: Part::Measured,
        ..text(name, note)
    })
}

pub(super) fn fact(term: &'static str, value: Vec<Inline>) -> Fact {
    Fact {
        term,
        values: vec![value],
        class: None,
        part: Part::Use,
    }
}

pub(super) fn code(text: &str) -> Inline {
    Inline::Code(text.to_owned())
}
