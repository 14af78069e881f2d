//! Text → Swift literals.

use crate::text::is_hidden;

/// A string literal.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            _ if is_hidden(c) => literal.extend(c.escape_unicode()),
            _ => literal.push(c),
        }
    }
    literal.push('"');
    literal
}
