//! The lines of doc comments, as gofmt leaves them: it rewrites quotation marks, and what looks like a heading.

use super::super::comment::{of_code_as, of_range_as, of_text};
use crate::registry::{CloseCode, Range};

/// How long a line of a doc comment's text gets.
pub(super) const WIDTH: usize = 90;

/// The lines for the constant of a code.
pub(super) fn of_constant(constant: &str, code: &CloseCode) -> Vec<String> {
    let mut lines = of_code_as(constant, code, WIDTH);
    if let Some(instead) = &code.deprecated {
        lines.push(String::new());
        lines.extend(of_text(&format!("Deprecated: {instead}"), WIDTH));
    }
    formatted(lines)
}

/// The lines for the ends of a range.
pub(super) fn of_ends(constant: &str, range: &Range) -> Vec<String> {
    formatted(of_range_as(constant, range, WIDTH))
}

/// The lines as gofmt formats them. It takes a paragraph of one line for a heading if it ends like one.
fn formatted(mut lines: Vec<String>) -> Vec<String> {
    for line in &mut lines {
        *line = apart(line);
    }
    let is_empty: Vec<bool> = lines.iter().map(String::is_empty).collect();
    for (index, line) in lines.iter_mut().enumerate().skip(1) {
        let is_paragraph = is_empty[index - 1] && is_empty.get(index + 1) == Some(&true);
        let begins = line.trim_start().starts_with(char::is_uppercase);
        if is_paragraph && begins && line.ends_with(char::is_alphanumeric) {
            line.push('.');
        }
    }
    lines
}

/// A line in which no two quotation marks meet: gofmt would make one of them.
fn apart(line: &str) -> String {
    let mut apart = String::with_capacity(line.len());
    for c in line.chars() {
        if apart.ends_with(c) {
            match c {
                '`' => apart.push(' '),
                '\'' => apart.push('\\'),
                _ => {}
            }
        }
        apart.push(c);
    }
    apart
}
