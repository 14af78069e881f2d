//! Text → `///` lines, as attributes that the printer turns into them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::prose::{visible, wrap};
use crate::registry::CloseCode;

/// How long a line of documentation gets, without its comment mark and indent.
const WIDTH: usize = 90;

/// Markdown that is taken as it is.
pub(super) fn doc(text: &str) -> TokenStream {
    let lines = wrap(text, WIDTH);
    attributes(lines.iter().map(String::as_str))
}

/// What hovering over a code's variant shows.
pub(super) fn of_code(code: &CloseCode) -> TokenStream {
    let mut paragraphs = vec![format!("{}: {}", code.number, escape(&code.summary))];
    paragraphs.extend(code.details.as_deref().map(escape));
    paragraphs.push(format!("Reconnect: {}.", code.statement.advice.phrase()));
    doc(&paragraphs.join("\n\n"))
}

/// Rustdoc would take a bracket for a link to an item, and `<` for HTML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut in_code = false;
    for c in visible(text).chars() {
        if c == '`' {
            in_code = !in_code;
        } else if matches!(c, '[' | ']' | '<' | '>') && !in_code {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// One attribute a line: an attribute of several lines would be printed as a block comment.
fn attributes<'a>(lines: impl Iterator<Item = &'a str>) -> TokenStream {
    let attributes = lines.map(|line| {
        let line = if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        quote!(#[doc = #line])
    });
    attributes.collect()
}
