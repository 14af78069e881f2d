//! What the page prints: headings, a table, and for every entry its facts as list items.

use askama::Template;

use super::table::table;
use super::text::{code, link, markdown, paragraph, plain};
use crate::notice::Notice;
use crate::registry::{CloseCode, Range, Reference, Registry, Snapshot, Statement};
use crate::resolved::constants;
use crate::target::facts::{
    Fact, IMPLEMENTATION_HEAD, NOT_BY_BROWSER, anchor, implementation_rows, measured, retired,
    sendable, sender, sent_by,
};
use crate::wire::MAX_REASON_BYTES;

#[derive(Template)]
#[template(path = "docs/close-codes.md")]
pub(super) struct Page {
    view: View,
}

struct View {
    notice: [String; 2],
    title: String,
    summary: Option<String>,
    table: String,
    snapshot: Option<String>,
    max_reason_bytes: usize,
    codes: Vec<EntryView>,
    ranges: Vec<EntryView>,
    implementations: String,
    retired: Vec<String>,
    documents: Vec<String>,
}

/// A section.
struct EntryView {
    heading: String,
    summary: String,
    details: Option<String>,
    facts: Vec<String>,
}

impl Page {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let documents = registry.documents.iter();
        let view = View {
            notice: notice.lines(),
            title: plain(&registry.title),
            summary: registry.summary.as_deref().map(paragraph),
            table: table(&rows(registry), true),
            snapshot: registry.snapshot.as_ref().map(snapshot),
            max_reason_bytes: MAX_REASON_BYTES,
            codes: registry
                .entries()
                .map(|entry| code_view(registry, entry))
                .collect(),
            ranges: registry.ranges().iter().map(range_view).collect(),
            implementations: implementations(),
            retired: registry.retired.iter().map(retired).collect(),
            documents: documents
                .map(|document| link(&document.title, &document.url))
                .collect(),
        };
        Self { view }
    }
}

fn rows(registry: &Registry) -> Vec<[String; 6]> {
    let head = [
        "Code",
        "Name",
        "Sent by",
        "Sendable",
        "Reconnect",
        "Summary",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(registry.entries().map(|entry| {
        let anchor = format!("#{}", anchor(&entry.number.to_string(), &entry.name));
        [
            entry.number.to_string(),
            link(entry.name.as_str(), &anchor),
            entry.sent_by.as_str().to_owned(),
            sendable(&registry.answer(entry.number)).to_owned(),
            entry.statement.advice.reconnect.as_str().to_owned(),
            plain(&entry.summary),
        ]
    }));
    rows
}

fn implementations() -> String {
    let mut rows = vec![IMPLEMENTATION_HEAD.map(str::to_owned)];
    rows.extend(implementation_rows().map(|row| row.map(|cell| plain(&cell))));
    table(&rows, false)
}

fn snapshot(snapshot: &Snapshot) -> String {
    let registry = link(&snapshot.registry.title, &snapshot.registry.url);
    let doubt = snapshot.doubt.as_deref().map(plain).unwrap_or_default();
    format!("It follows {registry} as of {}. {doubt}", snapshot.date)
        .trim_end()
        .to_owned()
}

fn code_view(registry: &Registry, entry: &CloseCode) -> EntryView {
    let answer = registry.answer(entry.number);
    let mut facts = vec![sentence(&sender(entry))];
    if answer.is_sendable() && !answer.is_browser_sendable() {
        facts.push(NOT_BY_BROWSER.to_owned());
    }
    let deprecated = entry.deprecated.as_deref().map(plain);
    facts.extend(deprecated.map(|instead| format!("Deprecated: {instead}")));
    facts.push(advice(&entry.statement));
    facts.extend(
        entry
            .reason
            .as_deref()
            .map(|reason| format!("Default reason: {}", code(reason))),
    );
    let constants = constants(entry);
    if !constants.is_empty() {
        let constants = constants
            .iter()
            .map(|(language, constant)| format!("{} {}", language, code(constant)));
        facts.push(format!(
            "Constants: {}",
            constants.collect::<Vec<_>>().join(", ")
        ));
    }
    facts.extend(measured(&answer).as_deref().map(plain));
    facts.extend(sources(entry.doubt.as_deref(), &entry.references));
    EntryView {
        heading: format!("{} {}", entry.number, entry.name),
        summary: paragraph(&entry.summary),
        details: entry.details.as_deref().map(markdown),
        facts,
    }
}

fn range_view(range: &Range) -> EntryView {
    let mut facts = vec![sentence(&sent_by(range.sent_by))];
    facts.push(advice(&range.statement));
    facts.extend(sources(range.doubt.as_deref(), &range.references));
    EntryView {
        heading: format!("{}-{} {}", range.from, range.to, range.name),
        summary: paragraph(&range.summary),
        details: range.details.as_deref().map(markdown),
        facts,
    }
}

fn sentence(Fact { term, text }: &Fact) -> String {
    let colon = if *term == "Sent by" { "" } else { ":" };
    format!("{term}{colon} {text}.")
}

fn advice(statement: &Statement) -> String {
    let because = statement.because.as_deref().map(plain).unwrap_or_default();
    let source = if statement.advised_by.is_empty() {
        "our own advice".to_owned()
    } else {
        format!("as {} advises", links(&statement.advised_by))
    };
    let advice = format!(
        "Reconnect: {} ({source}). {because}",
        statement.advice.phrase()
    );
    advice.trim_end().to_owned()
}

fn sources(doubt: Option<&str>, references: &[Reference]) -> Vec<String> {
    let mut sources: Vec<String> = doubt
        .map(|doubt| format!("Not certain: {}", plain(doubt)))
        .into_iter()
        .collect();
    if !references.is_empty() {
        sources.push(format!("See {}.", links(references)));
    }
    sources
}

fn links(references: &[Reference]) -> String {
    let links = references
        .iter()
        .map(|reference| link(&reference.title, &reference.url));
    links.collect::<Vec<_>>().join("; ")
}
