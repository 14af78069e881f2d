//! What the Rust template prints: variants, expressions, and comments in lines.

use std::borrow::Cow;

use askama::Template;
use unicode_width::UnicodeWidthStr;

use super::super::comment::{self, Vocabulary, lines, of_code};
use super::super::lookup;
use super::super::ranges::{RangeView, range_views};
use super::super::target::Form;
use super::super::type_name::CLOSE_CODE;
use super::example::ExampleView;
use super::expression::Expression;
use super::literal::string;
use super::lookups::{Lookups, code_range, numbers};
use super::package::library;
use super::{Rust, TARGET, variant};
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::text::{Block, Place, Span, blocks, escape, escape_start, one_line};

/// How long a line of a comment gets, without its mark and indent.
const WIDTH: usize = 90;
/// The longest line that rustfmt allows.
const LINE_WIDTH: usize = 100;
/// How far the first line of an expression is indented.
const INDENT: usize = 8;

#[derive(Template)]
#[template(path = "rust/close_code.rs", escape = "none")]
pub(super) struct Source<'a> {
    pub(super) view: &'a View,
}

/// Everything that the template prints.
pub(super) struct View {
    pub(super) type_name: String,
    notice: [String; 2],
    is_package: bool,
    /// What the crate is called in Rust.
    pub(super) library: String,
    pub(super) example: Option<ExampleView>,
    has_serde: bool,
    /// The lints that the lookups of this spec would meet.
    allowed: Vec<&'static str>,
    max_reason_bytes: usize,
    vocabulary: Vocabulary,
    codes: Vec<CodeView>,
    /// The variants of the spec's own codes, when they are not all.
    own: Option<Vec<String>>,
    pub(super) ranges: Vec<RangeView>,
    from_u16: String,
    as_u16: String,
    is_own: String,
    name: String,
    summary: String,
    label: String,
    code_range: String,
    sent_by: String,
    sendable_doc: Vec<String>,
    is_sendable: String,
    browser_doc: Vec<String>,
    browser_numbers: String,
    reconnect: String,
    after: String,
    backoff_seconds: String,
    reason: String,
}

struct CodeView {
    doc: Vec<String>,
    deprecated: Option<String>,
    variant: String,
}

impl View {
    pub(super) fn new(registry: &Registry, notice: &Notice, form: Form, options: &Rust) -> Self {
        let is_package = form == Form::Folder;
        let has_inherited = registry.named().any(|code| !code.is_own);
        let lookups = Lookups::new(registry);
        let backoff = lookups.backoff();
        let text = |expression: Expression<'_>| expression.print(INDENT);
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        Self {
            type_name: options
                .type_name
                .clone()
                .unwrap_or_else(|| CLOSE_CODE.to_owned()),
            notice: notice.lines(),
            is_package,
            library: library(&registry.package.name),
            example: ExampleView::new(registry),
            has_serde: is_package || options.serde,
            allowed: allowed(registry, &backoff),
            max_reason_bytes: MAX_REASON_BYTES,
            vocabulary: Vocabulary::new(),
            codes: registry.named().map(code_view).collect(),
            own: has_inherited.then(|| registry.own().map(variant).collect()),
            ranges: range_views(registry, &TARGET, WIDTH),
            from_u16: text(lookups.variant_of_number()),
            as_u16: text(lookups.number_of_variant()),
            is_own: text(lookups.is_own()),
            name: text(lookups.text(|code| Some(code.name.as_str()))),
            summary: text(lookups.text(|code| Some(&code.summary))),
            label: lookups.label().print(INDENT + 4),
            code_range: text(code_range()),
            sent_by: text(lookups.sent_by()),
            sendable_doc: lines(&comment::sendable(&sendable), WIDTH),
            is_sendable: text(lookups.is_sendable()),
            browser_doc: lines(
                &format!(
                    "Whether a script in a browser may pass the code to `WebSocket.close()`: {}. It throws for any other.",
                    in_a_sentence(&browser)
                ),
                WIDTH,
            ),
            browser_numbers: numbers(&browser),
            reconnect: text(lookups.reconnect()),
            after: text(lookups.after()),
            backoff_seconds: text(backoff),
            reason: text(lookups.text(|code| code.reason.as_deref())),
        }
    }
}

/// What the lookups look like depends on the spec, but for what the template allows in every one.
fn allowed(registry: &Registry, backoff: &Expression<'_>) -> Vec<&'static str> {
    let has_inherited = registry.named().any(|code| !code.is_own);
    let has_deprecated = registry.named().any(|code| code.deprecated.is_some());
    let lints = [
        ("clippy::match_like_matches_macro", has_inherited),
        ("clippy::unused_self", backoff.is_constant()),
        ("deprecated", has_deprecated),
    ];
    let lints = lints.into_iter().filter(|(_, is_met)| *is_met);
    lints.map(|(lint, _)| lint).collect()
}

fn code_view(code: &CloseCode) -> CodeView {
    CodeView {
        doc: of_code(code, WIDTH),
        deprecated: code.deprecated.as_deref().map(deprecated),
        variant: variant(code),
    }
}

/// The attribute, broken where rustfmt breaks it.
fn deprecated(instead: &str) -> String {
    let note = format!("note = {}", string(&note(instead)));
    if "    #[deprecated()]".len() + note.width() < LINE_WIDTH {
        format!("#[deprecated({note})]")
    } else {
        format!("#[deprecated(\n        {note}\n    )]")
    }
}

/// The note for a compiler, which prints it as it is, and for rustdoc, which reads it as Markdown: with escapes only where
/// that would make something else of it, such as a link to an item.
fn note(instead: &str) -> Cow<'_, str> {
    let line = one_line(instead);
    let is_text = match &blocks(instead)[..] {
        [Block::Paragraph(spans)] => spans.iter().map(as_written).collect::<String>() == line,
        _ => false,
    };
    if is_text && !line.contains(['[', '<', '&']) && !line.contains("//") {
        Cow::Borrowed(instead)
    } else {
        Cow::Owned(escape_start(&escape(&line, Place::Comment)).into_owned())
    }
}

fn as_written(span: &Span) -> String {
    match span {
        Span::Text { text, .. } => text.clone(),
        Span::Code(text) => format!("`{text}`"),
        Span::Link { .. } => String::new(),
    }
}
