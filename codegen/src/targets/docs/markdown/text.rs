//! Text and prose → Markdown that shows them, and nothing else.

use crate::text::{
    Block, Place, Prose, Span, Tone, code as code_span, escape, escape_start, line as parts_of,
    line_of, one_line,
};

/// Plain text: no character of it means anything to Markdown.
pub(super) fn plain(text: &str) -> String {
    escape(&one_line(text), Place::Page)
}

/// Text of one line, in which only code means anything.
pub(super) fn text(text: &str) -> String {
    line_of(&parts_of(text), Place::Page)
}

/// The same that begins a line.
pub(super) fn paragraph(paragraph: &str) -> String {
    escape_start(&text(paragraph)).into_owned()
}

/// The same in a table, which looks for the ends of its cells in code too.
pub(super) fn cell(text: &str) -> String {
    let spans = parts_of(text).into_iter().map(|span| match span {
        Span::Code(text) if text.contains('|') => {
            let tone = Tone::Plain;
            Span::Text { text, tone }
        }
        span => span,
    });
    line_of(&spans.collect::<Vec<_>>(), Place::Page)
}

/// Markdown of the spec: paragraphs and lists, each paragraph on one line.
pub(super) fn markdown(prose: &Prose) -> String {
    let blocks = prose.blocks().iter().map(|block| match block {
        Block::Paragraph(spans) => line(spans),
        Block::List { start, items } => {
            let items = (0..).zip(items).map(|(index, spans)| {
                // The list of facts, which follows, has other bullets and so is another list.
                let mark = start.map_or("*".to_owned(), |start| format!("{}.", start + index));
                format!("{mark} {}", line(spans))
            });
            items.collect::<Vec<_>>().join("\n")
        }
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}

fn line(spans: &[Span]) -> String {
    escape_start(&line_of(spans, Place::Page)).into_owned()
}

/// A link.
pub(super) fn link(text: &str, url: &str) -> String {
    crate::text::link(&one_line(text), url)
}

/// Code.
pub(super) fn code(text: &str) -> String {
    code_span(&one_line(text))
}
