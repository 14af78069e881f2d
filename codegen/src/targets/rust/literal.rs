//! Text → Rust literals.

use proc_macro2::Literal;

use crate::text::is_hidden;

/// A string literal with escapes for all hidden characters; `Literal::string` leaves some of them as they are.
pub(super) fn string(text: &str) -> Literal {
    let literal = Literal::string(text);
    if !text.contains(is_hidden) {
        return literal;
    }
    let mut escaped = String::new();
    for c in literal.to_string().chars() {
        if is_hidden(c) {
            escaped.extend(c.escape_unicode());
        } else {
            escaped.push(c);
        }
    }
    escaped
        .parse()
        .unwrap_or_else(|error| panic!("made a literal that is none: {error}"))
}
