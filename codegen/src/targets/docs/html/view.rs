//! What the page prints: a row and a section for every entry. The template escapes all text.

use askama::Template;

use super::super::cause::Cause;
use super::super::entry::{self, Entry, anchor};
use super::super::fact::{Fact, Inline};
use super::super::implementations;
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Document, Registry, Snapshot};
use crate::text::{Block, Span, Tone, address, blocks, one_line};

#[derive(Template)]
#[template(path = "docs/close-codes.html")]
pub(super) struct Page {
    notice: [String; 2],
    title: String,
    summary: Option<String>,
    snapshot: Option<SnapshotView>,
    max_reason_bytes: usize,
    head: [&'static str; 6],
    rows: Vec<RowView>,
    codes: Vec<EntryView>,
    ranges: Vec<EntryView>,
    implementation_head: [&'static str; implementations::COLUMNS],
    implementation_columns: Vec<FactView>,
    implementations: Vec<[String; implementations::COLUMNS]>,
    retired: Vec<String>,
    documents: Vec<Part>,
}

struct SnapshotView {
    registry: Part,
    date: String,
    doubt: Option<String>,
}

/// A line of the table.
struct RowView {
    id: String,
    numbers: String,
    name: String,
    sent_by: &'static str,
    sendable: &'static str,
    reconnect: &'static str,
    summary: String,
}

/// A section.
pub(super) struct EntryView {
    pub(super) id: String,
    pub(super) numbers: String,
    pub(super) name: String,
    pub(super) summary: String,
    pub(super) details: Vec<Block>,
    pub(super) causes: Vec<CauseView>,
    pub(super) facts: Vec<FactView>,
    /// Its page of its own, if it has one.
    pub(super) page: Option<String>,
}

pub(super) struct CauseView {
    pub(super) summary: String,
    pub(super) facts: Vec<FactView>,
}

pub(super) struct FactView {
    pub(super) term: &'static str,
    pub(super) class: Option<&'static str>,
    pub(super) values: Vec<Vec<Part>>,
}

/// A part of a value, on one line.
pub(super) enum Part {
    Text(String),
    Code(String),
    Link { title: String, url: String },
}

impl Page {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let retired = registry.retired.iter();
        Self {
            notice: notice.lines(),
            title: one_line(&registry.title),
            summary: line(registry.summary.as_ref()),
            snapshot: registry.snapshot.as_ref().map(snapshot),
            max_reason_bytes: MAX_REASON_BYTES,
            head: entry::HEAD,
            rows: entry::rows(registry).map(RowView::from).collect(),
            codes: Entry::of_codes(registry).map(EntryView::from).collect(),
            ranges: registry
                .ranges()
                .iter()
                .map(|range| Entry::of_range(registry, range).into())
                .collect(),
            implementation_head: implementations::HEAD,
            implementation_columns: implementations::columns()
                .into_iter()
                .map(FactView::from)
                .collect(),
            implementations: implementations::rows().collect(),
            retired: retired
                .map(|retired| format!("{} {}", retired.number, retired.name))
                .collect(),
            documents: registry.documents.iter().map(document).collect(),
        }
    }

    /// The same in a folder, where every section has a page of its own.
    pub(super) fn of_folder(registry: &Registry, notice: &Notice) -> Self {
        let mut page = Self::new(registry, notice);
        for entry in page.codes.iter_mut().chain(&mut page.ranges) {
            entry.page = Some(super::code::path(&entry.numbers));
        }
        page
    }
}

fn snapshot(snapshot: &Snapshot) -> SnapshotView {
    SnapshotView {
        registry: link(&snapshot.registry.title, &snapshot.registry.url),
        date: one_line(&snapshot.date),
        doubt: line(snapshot.doubt.as_ref()),
    }
}

impl From<entry::Row<'_>> for RowView {
    fn from(row: entry::Row<'_>) -> Self {
        Self {
            id: anchor(&row.numbers, row.name.as_str()),
            numbers: row.numbers,
            name: row.name.to_string(),
            sent_by: row.sent_by,
            sendable: row.sendable,
            reconnect: row.reconnect,
            summary: one_line(row.summary),
        }
    }
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        Self {
            id: anchor(&entry.numbers, &entry.name),
            summary: entry.summary.as_deref().map(one_line).unwrap_or_default(),
            details: blocks(entry.details.as_deref().unwrap_or_default()),
            causes: entry.causes.into_iter().map(CauseView::from).collect(),
            facts: entry.facts.into_iter().map(FactView::from).collect(),
            numbers: entry.numbers,
            name: entry.name,
            page: None,
        }
    }
}

impl From<Cause> for CauseView {
    fn from(cause: Cause) -> Self {
        Self {
            summary: one_line(&cause.summary),
            facts: cause.facts.into_iter().map(FactView::from).collect(),
        }
    }
}

impl From<Fact> for FactView {
    fn from(fact: Fact) -> Self {
        let values = fact.values.into_iter();
        Self {
            term: fact.term,
            class: fact.class,
            values: values
                .map(|value| value.into_iter().map(Part::from).collect())
                .collect(),
        }
    }
}

impl From<Inline> for Part {
    fn from(inline: Inline) -> Self {
        match inline {
            Inline::Text(text) if text.starts_with(' ') => {
                Self::Text(format!(" {}", one_line(&text)))
            }
            Inline::Text(text) => Self::Text(one_line(&text)),
            Inline::Code(text) => Self::Code(one_line(&text)),
            Inline::Link { title, url } => link(&title, &url),
        }
    }
}

fn document(document: &Document) -> Part {
    link(&document.title, &document.url)
}

fn link(title: &str, url: &str) -> Part {
    Part::Link {
        title: one_line(title),
        url: address(url),
    }
}

fn line(text: Option<&String>) -> Option<String> {
    text.map(|text| one_line(text))
}
