//! Text → Go literals.

use crate::text::is_hidden;

/// A string literal.
pub(super) fn string(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            _ if is_hidden(c) && c > '\u{ffff}' => {
                literal.extend(["\\U", &format!("{:08x}", u32::from(c))]);
            }
            _ if is_hidden(c) => literal.extend(["\\u", &format!("{:04x}", u32::from(c))]),
            _ => literal.push(c),
        }
    }
    literal.push('"');
    literal
}
