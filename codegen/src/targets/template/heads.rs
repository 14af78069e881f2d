//! What a rendered text must begin with, so that the file is proved to be generated and nothing else is ever overwritten.

use super::super::target::Unrendered;
use super::failure;
use crate::diagnostics::Problem;
use crate::files::Notice;

/// What can precede the notice: how comments begin in many languages, and what some files must have before one.
pub(super) const HEADS: &[&str] = &[
    "// ",
    "# ",
    "-- ",
    "; ",
    ";; ",
    "% ",
    "! ",
    "' ",
    "\" ",
    "/* ",
    "/*\n * ",
    "/**\n * ",
    "(* ",
    "{- ",
    "<!-- ",
    "<!--\n",
    "{\n  \"$comment\": \"",
    "<?php\n// ",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ",
];

/// Refuses a text that does not begin with one of them and the whole notice.
pub(super) fn check(
    rendered: &str,
    notice: &Notice,
    path: &str,
    template: &str,
) -> Result<(), Box<Unrendered>> {
    if notice.is_whole_in(rendered, HEADS) {
        return Ok(());
    }
    let message = "the text does not begin with the notice in a comment";
    let help = "begin it with `{{ notice | comment(\"# \") }}`, with the mark of comments in its language: the documentation lists \
                them";
    let first = template.find('\n').unwrap_or(template.len());
    let problem = Problem::in_bytes(0..first, "template-notice", message, help);
    Err(failure::in_template(path, template, problem))
}
