//! Text → `///` lines, as attributes that the printer turns into them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::prose::{escape_markdown, escape_start, visible, wrap};
use crate::registry::CloseCode;
use crate::target::on_the_wire;

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
    paragraphs.extend(on_the_wire(code, &["Rust"]));
    let lines = wrap(&paragraphs.join("\n\n"), WIDTH);
    let lines: Vec<String> = lines.iter().map(|line| escape_start(line)).collect();
    attributes(lines.iter().map(String::as_str))
}

/// Rustdoc would take a bracket for a link to an item, `<` for HTML, and what follows a fence for code to run.
pub(super) fn escape(text: &str) -> String {
    escape_markdown(&visible(text), &['[', ']', '<', '>', '~'])
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
