//! Problems → workflow commands, which GitHub Actions shows beside the lines of a change.

use std::fmt::Write;

use super::{More, Placed};
use crate::diagnostics::Source;
use crate::text::is_hidden;

pub(super) fn render(source: &Source, problems: &[Placed<'_>], more: Option<&More<'_>>) -> String {
    let mut text = String::new();
    for placed in problems.iter().chain(more.map(|more| &more.placed)) {
        let problem = placed.problem;
        let message = format!("{}; {}", problem.message, problem.help);
        let written = writeln!(
            text,
            "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            problem.level.as_str(),
            property(&source.path),
            placed.start.line,
            placed.end.line,
            placed.start.column,
            placed.end.column,
            property(problem.rule),
            data(&message),
        );
        debug_assert!(written.is_ok(), "a string takes every text");
    }
    text
}

/// One workflow command about something that has no place in a spec.
pub(crate) fn annotation(level: &str, properties: &[(&str, &str)], message: &str) -> String {
    let properties: Vec<String> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    format!("::{level} {}::{}\n", properties.join(","), data(message))
}

/// Text after the command. GitHub reads line ends and the escape itself; the log is shown in terminals too.
fn data(text: &str) -> String {
    let mut data = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => data.push_str("%25"),
            '\r' => data.push_str("%0D"),
            '\n' => data.push_str("%0A"),
            _ if is_hidden(c) => data.extend(c.escape_unicode()),
            _ => data.push(c),
        }
    }
    data
}

/// A property's value: the signs between properties as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
