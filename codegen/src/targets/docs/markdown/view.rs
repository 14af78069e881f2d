//! What the page prints: headings, tables, and for every entry its facts as list items.

use askama::Template;

use super::super::cause::Cause;
use super::super::entry::{self, Entry, anchor};
use super::super::fact::{Fact, Inline};
use super::super::{clients, implementations};
use super::table::table;
use super::text::{code, link, markdown, paragraph, plain};
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Registry, Snapshot};

#[derive(Template)]
#[template(path = "docs/close-codes.md", escape = "none")]
pub(super) struct Page {
    notice: [String; 2],
    title: String,
    summary: Option<String>,
    table: String,
    snapshot: Option<String>,
    max_reason_bytes: usize,
    codes: Vec<EntryView>,
    ranges: Vec<EntryView>,
    implementation_columns: Vec<String>,
    implementations: String,
    client_columns: Vec<String>,
    clients: String,
    retired: Vec<String>,
    documents: Vec<String>,
}

/// A section.
struct EntryView {
    heading: String,
    summary: String,
    details: Option<String>,
    causes: Vec<CauseView>,
    facts: Vec<String>,
}

struct CauseView {
    summary: String,
    facts: Vec<String>,
}

impl Page {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let documents = registry.documents.iter();
        let retired = registry.retired.iter();
        Self {
            notice: notice.lines(),
            title: plain(&registry.title),
            summary: registry.summary.as_deref().map(paragraph),
            table: codes_table(registry),
            snapshot: registry.snapshot.as_ref().map(snapshot),
            max_reason_bytes: MAX_REASON_BYTES,
            codes: Entry::of_codes(registry).map(EntryView::from).collect(),
            ranges: registry
                .ranges()
                .iter()
                .map(|range| Entry::of_range(registry, range).into())
                .collect(),
            implementation_columns: implementations::columns().iter().map(item).collect(),
            implementations: measured_table(implementations::HEAD, implementations::rows()),
            client_columns: clients::columns().iter().map(item).collect(),
            clients: measured_table(clients::HEAD, clients::rows()),
            retired: retired
                .map(|retired| format!("{} {}", retired.number, retired.name))
                .collect(),
            documents: documents
                .map(|document| link(&document.title, &document.url))
                .collect(),
        }
    }
}

fn codes_table(registry: &Registry) -> String {
    let mut rows = vec![entry::HEAD.map(str::to_owned)];
    rows.extend(entry::rows(registry).map(|row| {
        let anchor = format!("#{}", anchor(&row.numbers, row.name.as_str()));
        [
            row.numbers,
            link(row.name.as_str(), &anchor),
            row.sent_by.to_owned(),
            row.sendable.to_owned(),
            row.reconnect.to_owned(),
            plain(row.summary),
        ]
    }));
    table(&rows, true)
}

fn measured_table<const COLUMNS: usize>(
    head: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let mut all = vec![head.map(str::to_owned)];
    all.extend(rows.map(|row| row.map(|cell| plain(&cell))));
    table(&all, false)
}

fn snapshot(snapshot: &Snapshot) -> String {
    let registry = link(&snapshot.registry.title, &snapshot.registry.url);
    let doubt = snapshot.doubt.as_deref().map(plain).unwrap_or_default();
    format!("It follows {registry} as of {}. {doubt}", snapshot.date)
        .trim_end()
        .to_owned()
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        Self {
            heading: format!("{} {}", entry.numbers, entry.name),
            summary: entry.summary.as_deref().map(paragraph).unwrap_or_default(),
            details: entry.details.as_deref().map(markdown),
            causes: entry.causes.iter().map(CauseView::from).collect(),
            facts: entry.facts.iter().map(item).collect(),
        }
    }
}

impl From<&Cause> for CauseView {
    fn from(cause: &Cause) -> Self {
        Self {
            summary: paragraph(&cause.summary),
            facts: cause.facts.iter().map(item).collect(),
        }
    }
}

fn item(fact: &Fact) -> String {
    let values: Vec<String> = fact.values.iter().map(|value| inline(value)).collect();
    format!("{}: {}", plain(fact.term), values.join("; "))
}

fn inline(parts: &[Inline]) -> String {
    let parts = parts.iter().map(|part| match part {
        Inline::Text(text) => spaced(text),
        Inline::Code(text) => code(text),
        Inline::Link { title, url } => link(title, url),
    });
    parts.collect()
}

/// Plain text, with the space at its start that separates it from the part before.
fn spaced(text: &str) -> String {
    let space = if text.starts_with(' ') { " " } else { "" };
    format!("{space}{}", plain(text))
}
