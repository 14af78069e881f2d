//! What the page prints: a row and a section for every entry. The template escapes all text.

use askama::Template;

use super::super::cause::Cause;
use super::super::entry::{self, Entry, anchor};
use super::super::fact::{Fact, Inline};
use super::super::guides::{Guide, guides};
use super::super::implementations;
use super::super::pictures::{cause_tree, number_space};
use super::super::table::{Cell, Table};
use super::super::tree::Tree;
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Document, Registry, Snapshot};
use crate::text::{Block, Span, Tone, address, blocks, line, one_line};

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
    implementation_columns: Vec<FactView>,
    implementations: Vec<TableView>,
    versions: Vec<FactView>,
    guides: Vec<GuideView>,
    number_space: String,
    retired: Vec<String>,
    documents: Vec<Part>,
}

struct SnapshotView {
    registry: Part,
    date: String,
    doubt: Vec<Span>,
}

/// A question with its answer.
struct GuideView {
    id: &'static str,
    question: &'static str,
    text: &'static str,
    table: TableView,
}

struct TableView {
    caption: &'static str,
    head: Vec<&'static str>,
    rows: Vec<Vec<Vec<Part>>>,
}

/// A line of the table.
struct RowView {
    id: String,
    numbers: String,
    name: String,
    sent_by: &'static str,
    sendable: &'static str,
    reconnect: &'static str,
    summary: Vec<Span>,
}

/// A section.
struct EntryView {
    id: String,
    numbers: String,
    name: String,
    summary: Vec<Span>,
    details: Vec<Block>,
    causes: Vec<CauseView>,
    tree: Option<TreeView>,
    facts: Vec<FactView>,
}

/// The way to the cause, drawn and as text.
struct TreeView {
    drawing: String,
    branches: Vec<BranchView>,
}

/// What one notices first, and the causes to look at then.
struct BranchView {
    when: Vec<Span>,
    leaves: Vec<LeafView>,
}

struct LeafView {
    number: usize,
    seen: Vec<Span>,
    summary: Vec<Span>,
}

struct CauseView {
    summary: Vec<Span>,
    facts: Vec<FactView>,
}

struct FactView {
    term: &'static str,
    class: Option<&'static str>,
    values: Vec<Vec<Part>>,
}

/// A part of a value, on one line.
enum Part {
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
            summary: registry.summary.as_deref().map(one_line),
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
            implementation_columns: implementations::columns()
                .into_iter()
                .map(FactView::from)
                .collect(),
            implementations: implementations::tables()
                .into_iter()
                .map(TableView::from)
                .collect(),
            number_space: number_space(registry),
            guides: guides(registry).into_iter().map(GuideView::from).collect(),
            versions: implementations::versions()
                .into_iter()
                .map(FactView::from)
                .collect(),
            retired: retired
                .map(|retired| format!("{} {}", retired.number, retired.name))
                .collect(),
            documents: registry.documents.iter().map(document).collect(),
        }
    }
}

fn snapshot(snapshot: &Snapshot) -> SnapshotView {
    SnapshotView {
        registry: link(&snapshot.registry.title, &snapshot.registry.url),
        date: one_line(&snapshot.date),
        doubt: line(snapshot.doubt.as_deref().unwrap_or_default()),
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
            summary: line(row.summary),
        }
    }
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        let id = anchor(&entry.numbers, &entry.name);
        let title = format!("{} {}", entry.numbers, entry.name);
        let tree = entry.tree.as_ref();
        Self {
            tree: tree.map(|tree| tree_view(&id, &title, tree)),
            id,
            summary: line(entry.summary.as_deref().unwrap_or_default()),
            details: blocks(entry.details.as_deref().unwrap_or_default()),
            causes: entry.causes.into_iter().map(CauseView::from).collect(),
            facts: entry.facts.into_iter().map(FactView::from).collect(),
            numbers: entry.numbers,
            name: entry.name,
        }
    }
}

fn tree_view(id: &str, title: &str, tree: &Tree) -> TreeView {
    let branches = tree.branches.iter().map(|branch| {
        let leaves = branch.leaves.iter().map(|leaf| LeafView {
            number: leaf.number,
            seen: line(leaf.seen.as_deref().unwrap_or_default()),
            summary: line(&leaf.summary),
        });
        BranchView {
            when: line(&branch.when),
            leaves: leaves.collect(),
        }
    });
    TreeView {
        drawing: cause_tree(id, title, tree),
        branches: branches.collect(),
    }
}

impl From<Cause> for CauseView {
    fn from(cause: Cause) -> Self {
        Self {
            summary: line(&cause.summary),
            facts: cause.facts.into_iter().map(FactView::from).collect(),
        }
    }
}

impl From<Fact> for FactView {
    fn from(fact: Fact) -> Self {
        Self {
            term: fact.term,
            class: fact.class,
            values: fact
                .lines()
                .into_iter()
                .map(|value| value.into_iter().flat_map(parts).collect())
                .collect(),
        }
    }
}

impl From<Guide> for GuideView {
    fn from(guide: Guide) -> Self {
        Self {
            id: guide.id,
            question: guide.question,
            text: guide.text,
            table: guide.table.into(),
        }
    }
}

impl From<Table> for TableView {
    fn from(table: Table) -> Self {
        let cells = |row: Vec<Cell>| -> Vec<Vec<Part>> {
            let cells = row.into_iter();
            cells
                .map(|cell| cell.into_iter().flat_map(parts).collect())
                .collect()
        };
        Self {
            caption: table.caption,
            head: table.head,
            rows: table.rows.into_iter().map(cells).collect(),
        }
    }
}

fn parts(inline: Inline) -> Vec<Part> {
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

fn document(document: &Document) -> Part {
    link(&document.title, &document.url)
}

fn link(title: &str, url: &str) -> Part {
    Part::Link {
        title: one_line(title),
        url: address(url),
    }
}
