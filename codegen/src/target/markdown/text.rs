//! Text → Markdown that shows it, and nothing else.

use crate::prose::one_line;

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

/// Markdown of the spec: its paragraphs, each on one line, without HTML and without headings.
pub(super) fn markdown(text: &str) -> String {
    let paragraphs = text
        .split("\n\n")
        .map(one_line)
        .filter(|paragraph| !paragraph.is_empty());
    let paragraphs: Vec<String> = paragraphs.map(|paragraph| safe(&paragraph)).collect();
    paragraphs.join("\n\n")
}

/// A link.
pub(super) fn link(text: &str, url: &str) -> String {
    format!(
        "[{}]({})",
        plain(text),
        url.replace(' ', "%20").replace(')', "%29")
    )
}

/// Code. Longer fences hold what has backquotes itself.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

fn safe(paragraph: &str) -> String {
    let mut safe = String::new();
    if paragraph.starts_with(['#', '>', '-', '+', '=']) {
        safe.push('\\');
    }
    let mut in_code = false;
    for c in paragraph.chars() {
        if c == '`' {
            in_code = !in_code;
        } else if c == '<' && !in_code {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
