//! Text → Rust literals.

use proc_macro2::Literal;

use crate::text::is_hidden;

/// A string literal with escapes for all hidden characters; `Literal::string` leaves some of them as they are.
pub(super) fn string(text: &str) -> Literal {
    let mut literal = String::new();
    for c in Literal::string(text).to_string().chars() {
        if is_hidden(c) {
            literal.extend(c.escape_unicode());
        } else {
            literal.push(c);
        }
    }
    literal
        .parse()
        .unwrap_or_else(|error| panic!("made a literal that is none: {error}"))
}
