//! An entry of the documentation → a section of a page: what the template prints of it, in the order of reading.

use std::collections::BTreeSet;

use super::super::cause::Cause;
use super::super::entry::{Entry, anchor};
use super::super::fact::{self, Fact, Inline};
use super::super::names::Names;
use super::tree::{BranchView, branches};
use crate::text::{Block, Span, address, line, one_line};

/// A section of a code or a range.
pub(super) struct Section {
    pub(super) id: String,
    /// `1006` or `4000-4999`, which is also the id of the heading: both addresses lead here.
    pub(super) numbers: String,
    pub(super) name: String,
    pub(super) summary: Vec<Span>,
    pub(super) details: Vec<Block>,
    /// What to do, in one line.
    pub(super) verdict: Vec<FactView>,
    /// The way to a cause, if there is one.
    pub(super) branches: Vec<BranchView>,
    pub(super) causes: Vec<CauseView>,
    /// Why to do it, and who advises it.
    pub(super) grounds: Vec<FactView>,
    pub(super) doubts: Vec<FactView>,
    /// Who sends it, and whether it travels.
    pub(super) facts: Vec<FactView>,
    pub(super) names: Vec<Names>,
    /// Identifiers, each with the libraries that have it.
    pub(super) elsewhere: Vec<(&'static str, String)>,
    pub(super) measured: Vec<FactView>,
    pub(super) sources: Vec<FactView>,
    /// Its page of its own, if it has one.
    pub(super) page: Option<String>,
}

pub(super) struct CauseView {
    pub(super) id: String,
    pub(super) rows: Vec<FactView>,
}

pub(super) struct FactView {
    pub(super) term: &'static str,
    pub(super) class: &'static str,
    pub(super) values: Vec<Vec<Part>>,
    /// Whether it is a text that needs no word before it.
    pub(super) is_prose: bool,
}

/// A part of a value, on one line.
pub(super) enum Part {
    Text(String),
    Code(String),
    Link { title: String, url: String },
}

impl From<Entry> for Section {
    fn from(entry: Entry) -> Self {
        let id = anchor(&entry.numbers, &entry.name);
        let tree = entry.tree.iter();
        let mut section = Self {
            branches: tree
                .flat_map(|tree| branches(&entry.numbers, tree))
                .collect(),
            id,
            summary: line(entry.summary.as_deref().unwrap_or_default()),
            details: entry
                .details
                .map_or_else(Vec::new, |details| details.blocks().to_vec()),
            causes: (1..)
                .zip(entry.causes)
                .map(|(count, cause)| CauseView {
                    id: cause_id(&entry.numbers, count),
                    rows: rows(cause),
                })
                .collect(),
            numbers: entry.numbers,
            name: entry.name,
            verdict: Vec::new(),
            grounds: Vec::new(),
            doubts: Vec::new(),
            facts: Vec::new(),
            names: entry.names,
            elsewhere: entry
                .elsewhere
                .into_iter()
                .map(|(identifier, libraries)| (identifier, libraries.join(", ")))
                .collect(),
            measured: Vec::new(),
            sources: Vec::new(),
            page: None,
        };
        for fact in entry.facts {
            section.push(fact);
        }
        section.cite_once();
        section
    }
}

/// The place of a cause on the page: `1006.3`.
pub(super) fn cause_id(numbers: &str, count: usize) -> String {
    format!("{numbers}.{count}")
}

impl Section {
    /// Puts a fact where a reader looks for it. Names are there already, and branches in the tree.
    fn push(&mut self, fact: Fact) {
        let place = match fact.part {
            fact::Part::Advice => &mut self.verdict,
            // The page says once whose advice it is when nobody else gives it.
            fact::Part::Grounds if fact.term == "Advice from" && !has_link(&fact) => return,
            fact::Part::Grounds => &mut self.grounds,
            fact::Part::Doubt => &mut self.doubts,
            fact::Part::Sender | fact::Part::Use => &mut self.facts,
            fact::Part::Branch | fact::Part::Names | fact::Part::Elsewhere => return,
            fact::Part::Measured => &mut self.measured,
            fact::Part::Sources => &mut self.sources,
        };
        place.push(fact.into());
    }

    /// Takes away sources that a cause or the advice links to already.
    fn cite_once(&mut self) {
        let causes = self.causes.iter().flat_map(|cause| addresses(&cause.rows));
        let cited: BTreeSet<String> = causes.chain(addresses(&self.grounds)).cloned().collect();
        for fact in &mut self.sources {
            let is_cited =
                |part: &Part| matches!(part, Part::Link { url, .. } if cited.contains(url));
            fact.values.retain(|parts| !parts.iter().any(is_cited));
        }
        self.sources.retain(|fact| !fact.values.is_empty());
    }
}

/// The addresses that facts link to.
fn addresses(facts: &[FactView]) -> impl Iterator<Item = &String> {
    let parts = facts.iter().flat_map(|fact| fact.values.iter().flatten());
    parts.filter_map(|part| match part {
        Part::Link { url, .. } => Some(url),
        Part::Text(_) | Part::Code(_) => None,
    })
}

/// What one sees comes first, as it is what one comes with.
fn rows(cause: Cause) -> Vec<FactView> {
    let why = FactView {
        term: "Why",
        class: "why",
        values: vec![parts(Inline::Text(cause.summary))],
        is_prose: true,
    };
    // The tree has what several causes have in common, and the page says once what a cause without a source comes from.
    let facts = cause.facts.into_iter();
    let facts = facts.filter(|fact| match fact.part {
        fact::Part::Branch => false,
        fact::Part::Sources => has_link(fact),
        _ => true,
    });
    let mut rows: Vec<FactView> = facts.map(FactView::from).collect();
    for row in &mut rows {
        (row.term, row.class) = match row.term {
            "Seen" => ("You see", ""),
            "Check" => ("Check", ""),
            "Fix" => ("Do", ""),
            "Doubt" => ("Doubt", "quiet"),
            term => (term, ""),
        };
    }
    let before = rows.iter().take_while(|row| row.term == "You see").count();
    rows.insert(before, why);
    rows
}

fn has_link(fact: &Fact) -> bool {
    let mut parts = fact.values.iter().flatten();
    parts.any(|part| matches!(part, Inline::Link { .. }))
}

impl From<Fact> for FactView {
    fn from(fact: Fact) -> Self {
        Self {
            term: fact.term,
            class: fact.class.unwrap_or_default(),
            values: fact
                .values
                .into_iter()
                .map(|value| value.into_iter().flat_map(parts).collect())
                .collect(),
            is_prose: fact.term == "Because",
        }
    }
}

pub(super) fn parts(inline: Inline) -> Vec<Part> {
    match inline {
        Inline::Text(text) => {
            // The spaces at its ends separate it from the parts around it.
            let space = |is_there: bool| is_there.then(|| Part::Text(" ".to_owned()));
            let [before, after] = [text.starts_with(' '), text.ends_with(' ')].map(space);
            let spans = line(&text).into_iter().map(|span| match span {
                Span::Code(text) => Part::Code(text),
                Span::Text { text, .. } | Span::Link { text, .. } => Part::Text(text),
            });
            before.into_iter().chain(spans).chain(after).collect()
        }
        Inline::Code(text) => vec![Part::Code(one_line(&text))],
        Inline::Link { title, url } => vec![link(&title, &url)],
    }
}

pub(super) fn link(title: &str, url: &str) -> Part {
    Part::Link {
        title: one_line(title),
        url: address(url),
    }
}
