//! Text → Markdown that shows it, and nothing else.

use super::super::address::address;
use crate::text::{escape_markdown, escape_start, one_line, paragraphs};

/// Plain text: no character of it means anything to Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in one_line(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~'
        ) {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// [`plain`] text that begins a line.
pub(super) fn paragraph(text: &str) -> String {
    escape_start(&plain(text))
}

/// Markdown of the spec: its paragraphs, each on one line, without HTML, headings, lists and fences.
pub(super) fn markdown(text: &str) -> String {
    let paragraphs: Vec<String> = paragraphs(text)
        .map(|paragraph| escape_start(&escape_markdown(&paragraph, &['<', '~'])))
        .collect();
    paragraphs.join("\n\n")
}

/// A link.
pub(super) fn link(text: &str, url: &str) -> String {
    format!("[{}]({})", plain(text), address(url))
}

/// Code, in longer marks than it has itself.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    if longest == 0 {
        return format!("`{text}`");
    }
    let marks = "`".repeat(longest + 1);
    format!("{marks} {text} {marks}")
}
