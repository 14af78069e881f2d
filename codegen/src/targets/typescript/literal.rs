//! Text → TypeScript literals, as prettier formats them.

use unicode_width::UnicodeWidthStr;

use crate::text::is_hidden;

/// The longest line that prettier allows.
pub(super) const LINE_WIDTH: usize = 80;
/// How long a line of a doc comment's text gets.
pub(super) const COMMENT_WIDTH: usize = 74;
/// Keys up to this length stay on the line of their value, however long it is.
const SHORT_KEY: usize = 4;

/// A string literal, in the quotes that need fewer escapes.
pub(super) fn string(text: &str) -> String {
    let count = |quote: char| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push(quote);
    for c in text.chars() {
        match c {
            '\n' => literal.push_str("\\n"),
            '\\' => literal.push_str("\\\\"),
            _ if c == quote => literal.extend(['\\', c]),
            _ if is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    literal.extend(["\\u", &format!("{unit:04x}")]);
                }
            }
            _ => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

/// An object with a property for each number; `{}` when there is none.
pub(super) fn object(properties: impl IntoIterator<Item = (u16, String)>) -> String {
    let mut object = String::from("{");
    for (number, value) in properties {
        let number = number.to_string();
        let is_long = || "  : ,".len() + number.len() + value.width() > LINE_WIDTH;
        let space = if number.len() > SHORT_KEY && is_long() {
            "\n    "
        } else {
            " "
        };
        object.extend(["\n  ", &number, ":", space, &value, ","]);
    }
    object.push_str(if object.len() > 1 { "\n}" } else { "}" });
    object
}
