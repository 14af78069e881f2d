//! An error of the template engine → a problem with its place in the template.

use std::ops::Range;

use minijinja::{Error, ErrorKind};

use super::super::target::Unrendered;
use crate::diagnostics::{Problem, Source};

const TOO_MANY_STEPS: &str = "the template does not end within 2,000,000 steps";
const TOO_LONG: &str = "the template prints more than 16 MiB";
pub(super) const LOOP_HELP: &str =
    "look for a loop that runs too often, or makes a text longer each time";
const TOO_DEEP: &str = "macros, loops or includes are too deep in each other";
const DEPTH_HELP: &str = "look for a macro or a file that uses itself";
const INCLUDE_HELP: &str =
    "a template includes regular files of its own folder, by their paths from there";
const SYNTAX_HELP: &str = "templates are in the language of Jinja";
const FILTER_HELP: &str = "filters here: those of Jinja, camel, upper_camel, snake, upper_snake, kebab, one_line, comment, json, \
                           c_string, elixir_string";
const CONTEXT_HELP: &str =
    "`close-codes list --format json` prints the values that a template gets";

/// A problem of the template at `path`.
pub(super) fn in_template(path: &str, template: &str, problem: Problem) -> Box<Unrendered> {
    Box::new(Unrendered {
        source: Some(Source::new(path, template)),
        problem,
    })
}

/// The problem that `error` is, in the template at `path` or in one that this includes from `folder`.
pub(super) fn of(error: &Error, folder: &str, path: &str, template: &str) -> Box<Unrendered> {
    let cause = innermost(error);
    let name = cause.name().map(|name| format!("{folder}{name}"));
    let path = name.as_deref().unwrap_or(path);
    let template = cause.template_source().unwrap_or(template);
    let bytes = bytes(cause, template);
    in_template(path, template, problem(cause, bytes))
}

/// The error in an included template is the source of that of the including one.
fn innermost(error: &Error) -> &Error {
    let mut innermost = error;
    let mut next: Option<&dyn std::error::Error> = Some(error);
    while let Some(found) = next {
        if let Some(found) = found.downcast_ref::<Error>()
            && found.line().is_some()
        {
            innermost = found;
        }
        next = found.source();
    }
    innermost
}

/// What the error is about, else its whole line.
fn bytes(error: &Error, template: &str) -> Range<usize> {
    if let Some(range) = error.range().filter(|range| !range.is_empty()) {
        return range;
    }
    let line = error.line().unwrap_or(1).saturating_sub(1);
    let mut lines = template.split_inclusive('\n');
    let start = lines.by_ref().take(line).map(str::len).sum();
    let length = lines.next().map_or(0, |line| line.trim_end().len());
    start..start + length
}

fn problem(error: &Error, bytes: Range<usize>) -> Problem {
    let detail = match error.detail() {
        Some(detail) => detail.to_owned(),
        None => error.kind().to_string(),
    };
    let (rule, message, help) = match error.kind() {
        ErrorKind::OutOfFuel => ("template-limit", TOO_MANY_STEPS.to_owned(), LOOP_HELP),
        ErrorKind::WriteFailure => ("template-limit", TOO_LONG.to_owned(), LOOP_HELP),
        ErrorKind::InvalidOperation if detail == "recursion limit exceeded" => {
            ("template-limit", TOO_DEEP.to_owned(), DEPTH_HELP)
        }
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            ("template-file", detail, INCLUDE_HELP)
        }
        ErrorKind::SyntaxError => {
            let message = format!("{}: {detail}", error.kind());
            ("template", message, SYNTAX_HELP)
        }
        ErrorKind::UnknownFilter => ("template", detail, FILTER_HELP),
        _ => ("template", detail, CONTEXT_HELP),
    };
    Problem::in_bytes(bytes, rule, message, help)
}
