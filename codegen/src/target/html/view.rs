//! What the page prints: a row and a section for every entry. The template escapes all text.

use askama::Template;

use super::pieces::{Piece, paragraphs};
use crate::notice::Notice;
use crate::prose::{one_line, visible};
use crate::registry::{CloseCode, Document, Range, Reference, Registry, Snapshot, Statement};
use crate::resolved::constants;
use crate::target::facts::{
    IMPLEMENTATION_HEAD, NOT_BY_BROWSER, anchor, implementation_rows, measured, retired, sendable,
    sender, sent_by,
};
use crate::wire::MAX_REASON_BYTES;

#[derive(Template)]
#[template(path = "docs/close-codes.html")]
pub(super) struct Page {
    view: View,
}

struct View {
    notice: [String; 2],
    title: String,
    summary: Option<String>,
    snapshot: Option<SnapshotView>,
    max_reason_bytes: usize,
    rows: Vec<RowView>,
    codes: Vec<EntryView>,
    ranges: Vec<EntryView>,
    implementation_head: [&'static str; 6],
    implementations: Vec<[String; 6]>,
    retired: Vec<String>,
    documents: Vec<Link>,
}

struct SnapshotView {
    registry: Link,
    date: String,
    doubt: Option<String>,
}

/// A line of the table.
struct RowView {
    id: String,
    number: u16,
    name: String,
    sent_by: &'static str,
    sendable: &'static str,
    reconnect: &'static str,
    summary: String,
}

/// A section.
struct EntryView {
    id: String,
    number: String,
    name: String,
    summary: String,
    details: Vec<Vec<Piece>>,
    advice: AdviceView,
    doubt: Option<String>,
    facts: Vec<FactView>,
    measured: Option<String>,
    deprecated: Option<String>,
    reason: Option<String>,
    constants: Vec<Constant>,
    references: Vec<Link>,
}

struct AdviceView {
    reconnect: &'static str,
    phrase: String,
    advised_by: Vec<Link>,
    because: Option<String>,
}

struct FactView {
    term: &'static str,
    texts: Vec<&'static str>,
}

struct Constant {
    language: &'static str,
    name: String,
}

struct Link {
    title: String,
    url: String,
}

impl Page {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let view = View {
            notice: notice.lines(),
            title: one_line(&registry.title),
            summary: line(registry.summary.as_ref()),
            snapshot: registry.snapshot.as_ref().map(snapshot),
            max_reason_bytes: MAX_REASON_BYTES,
            rows: registry.entries().map(|code| row(registry, code)).collect(),
            codes: registry
                .entries()
                .map(|code| code_view(registry, code))
                .collect(),
            ranges: registry.ranges().iter().map(range_view).collect(),
            implementation_head: IMPLEMENTATION_HEAD,
            implementations: implementation_rows().collect(),
            retired: registry.retired.iter().map(retired).collect(),
            documents: registry.documents.iter().map(Link::from).collect(),
        };
        Self { view }
    }
}

fn snapshot(snapshot: &Snapshot) -> SnapshotView {
    SnapshotView {
        registry: Link::from(&snapshot.registry),
        date: one_line(&snapshot.date),
        doubt: line(snapshot.doubt.as_ref()),
    }
}

fn row(registry: &Registry, code: &CloseCode) -> RowView {
    RowView {
        id: anchor(&code.number.to_string(), &code.name),
        number: code.number,
        name: code.name.to_string(),
        sent_by: code.sent_by.as_str(),
        sendable: sendable(&registry.answer(code.number)),
        reconnect: code.statement.advice.reconnect.as_str(),
        summary: one_line(&code.summary),
    }
}

fn code_view(registry: &Registry, code: &CloseCode) -> EntryView {
    let answer = registry.answer(code.number);
    let sender = sender(code);
    let mut texts = vec![sender.text];
    if answer.is_sendable() && !answer.is_browser_sendable() {
        texts.push(NOT_BY_BROWSER);
    }
    let constants = constants(code).into_iter();
    let number = code.number.to_string();
    EntryView {
        id: anchor(&number, &code.name),
        number,
        name: code.name.to_string(),
        summary: one_line(&code.summary),
        details: code.details.as_deref().map(paragraphs).unwrap_or_default(),
        advice: advice(&code.statement),
        doubt: line(code.doubt.as_ref()),
        facts: vec![FactView {
            term: sender.term,
            texts,
        }],
        measured: measured(&answer),
        deprecated: line(code.deprecated.as_ref()),
        reason: line(code.reason.as_ref()),
        constants: constants
            .map(|(language, name)| Constant { language, name })
            .collect(),
        references: links(&code.references),
    }
}

fn range_view(range: &Range) -> EntryView {
    let sender = sent_by(range.sent_by);
    let number = format!("{}-{}", range.from, range.to);
    EntryView {
        id: anchor(&number, &range.name),
        number,
        name: range.name.to_string(),
        summary: one_line(&range.summary),
        details: range.details.as_deref().map(paragraphs).unwrap_or_default(),
        advice: advice(&range.statement),
        doubt: line(range.doubt.as_ref()),
        facts: vec![FactView {
            term: sender.term,
            texts: vec![sender.text],
        }],
        measured: None,
        deprecated: None,
        reason: None,
        constants: Vec::new(),
        references: links(&range.references),
    }
}

fn advice(statement: &Statement) -> AdviceView {
    AdviceView {
        reconnect: statement.advice.reconnect.as_str(),
        phrase: statement.advice.phrase(),
        advised_by: links(&statement.advised_by),
        because: line(statement.because.as_ref()),
    }
}

fn line(text: Option<&String>) -> Option<String> {
    text.map(|text| one_line(text))
}

fn links(references: &[Reference]) -> Vec<Link> {
    references.iter().map(Link::from).collect()
}

impl From<&Reference> for Link {
    fn from(reference: &Reference) -> Self {
        Self {
            title: one_line(&reference.title),
            url: visible(&reference.url),
        }
    }
}

impl From<&Document> for Link {
    fn from(document: &Document) -> Self {
        Self {
            title: one_line(&document.title),
            url: visible(&document.url),
        }
    }
}
