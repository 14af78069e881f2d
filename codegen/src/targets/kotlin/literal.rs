//! Text → Kotlin literals.

use crate::text::is_hidden;

/// A string literal. A `$` would begin a template.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' | '$' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            _ if is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    literal.extend(["\\u", &format!("{unit:04x}")]);
                }
            }
            _ => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

/// A number as a `Double`: `5.0`.
pub(super) fn double(number: f64) -> String {
    format!("{number:?}")
}
