//! What the page prints: headings, tables, and for every entry its facts as list items.

use askama::Template;

use super::super::cause::Cause;
use super::super::entry::{self, Entry, anchor};
use super::super::fact::{Fact, Inline};
use super::super::guides::{Guide, guides};
use super::super::table::Table;
use super::super::tree::{Leaf, Tree};
use super::super::{clients, implementations};
use super::table::table;
use super::text::{cell, code, link, markdown, paragraph, plain, text};
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
    guides: Vec<GuideView>,
    versions: Vec<String>,
    implementation_columns: Vec<String>,
    implementations: Vec<String>,
    implementation_notes: Vec<String>,
    client_columns: Vec<String>,
    clients: String,
    client_notes: Vec<String>,
    retired: Vec<String>,
    documents: Vec<String>,
}

/// A question with its answer.
struct GuideView {
    question: &'static str,
    text: String,
    table: String,
}

/// A section.
struct EntryView {
    heading: String,
    summary: String,
    details: Option<String>,
    causes: Vec<CauseView>,
    tree: Vec<BranchView>,
    facts: Vec<String>,
}

/// What one notices first, and the causes to look at then.
struct BranchView {
    when: String,
    leaves: Vec<String>,
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
            guides: guides(registry).iter().map(GuideView::from).collect(),
            versions: implementations::versions().iter().map(item).collect(),
            implementation_columns: implementations::columns().iter().map(item).collect(),
            implementations: implementations::tables().iter().map(data_table).collect(),
            implementation_notes: implementations::notes().iter().map(item).collect(),
            client_columns: clients::columns().iter().map(item).collect(),
            clients: data_table(&clients::table()),
            client_notes: clients::notes().iter().map(item).collect(),
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
    let mut rows = vec![entry::HEAD.map(str::to_owned).to_vec()];
    rows.extend(entry::rows(registry).map(|row| {
        let anchor = format!("#{}", anchor(&row.numbers, row.name.as_str()));
        vec![
            row.numbers,
            link(row.name.as_str(), &anchor),
            row.sent_by.to_owned(),
            row.sendable.to_owned(),
            row.reconnect.to_owned(),
            cell(row.summary),
        ]
    }));
    table(&rows, true)
}

fn data_table(data: &Table) -> String {
    let head = data.head.iter();
    let mut rows = vec![head.map(|head| (*head).to_owned()).collect()];
    let rows_of_cells = data.rows.iter();
    rows.extend(rows_of_cells.map(|row| {
        let cells = row.iter().map(|parts| inline(parts, cell));
        cells.collect::<Vec<_>>()
    }));
    table(&rows, false)
}

fn snapshot(snapshot: &Snapshot) -> String {
    let registry = link(&snapshot.registry.title(), &snapshot.registry.url());
    let doubt = snapshot.doubt.as_deref().map(text).unwrap_or_default();
    format!("It follows {registry} as of {}. {doubt}", snapshot.date)
        .trim_end()
        .to_owned()
}

impl From<&Guide> for GuideView {
    fn from(guide: &Guide) -> Self {
        Self {
            question: guide.question,
            text: paragraph(guide.text),
            table: data_table(&guide.table),
        }
    }
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        Self {
            heading: format!("{} {}", entry.numbers, entry.name),
            summary: entry.summary.as_deref().map(paragraph).unwrap_or_default(),
            details: entry.details.as_ref().map(markdown),
            tree: entry.tree.iter().flat_map(branches).collect(),
            causes: entry.causes.iter().map(CauseView::from).collect(),
            facts: entry.facts.iter().map(item).collect(),
        }
    }
}

fn branches(tree: &Tree) -> Vec<BranchView> {
    let branches = tree.branches.iter().map(|branch| {
        let leaves = branch.leaves.iter().map(|leaf| {
            let Leaf {
                number, summary, ..
            } = leaf;
            let seen = leaf
                .seen
                .as_deref()
                .map(|seen| format!("{} → ", paragraph(seen)));
            let seen = seen.unwrap_or_default();
            format!("{seen}cause {number}: {}", text(summary))
        });
        BranchView {
            when: paragraph(&branch.when),
            leaves: leaves.collect(),
        }
    });
    branches.collect()
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
    let values = fact.values.iter().map(|value| inline(value, text));
    let values: Vec<String> = values.collect();
    format!("{}: {}", plain(fact.term), values.join("; "))
}

/// The parts on one line, of which `shown` makes the texts, without spaces at its ends, which a text of a spec can have.
fn inline(parts: &[Inline], shown: fn(&str) -> String) -> String {
    let mut line = String::new();
    for part in parts {
        match part {
            Inline::Text(text) => {
                // The spaces at its ends separate a text from the parts around it.
                let space = |is_there| if is_there { " " } else { "" };
                let [before, after] = [text.starts_with(' '), text.ends_with(' ')].map(space);
                line.extend([before, &shown(text), after]);
            }
            Inline::Code(text) => line.push_str(&code(text)),
            Inline::Link { title, url } => line.push_str(&link(title, url)),
        }
    }
    line.trim().to_owned()
}
