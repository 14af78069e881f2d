//! Problems → a JSON array, one object each.

use serde::Serialize;

use super::Placed;
use crate::diagnostics::Source;

#[derive(Serialize)]
struct Item<'a> {
    level: &'static str,
    rule: &'a str,
    message: &'a str,
    help: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// JSON to use instead.
    suggestion: Option<&'a str>,
}

pub(super) fn render(source: &Source, problems: &[Placed<'_>]) -> String {
    let items: Vec<Item<'_>> = problems.iter().map(|placed| item(source, placed)).collect();
    let text = serde_json::to_string_pretty(&items)
        .unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"));
    format!("{text}\n")
}

fn item<'a>(source: &'a Source, placed: &Placed<'a>) -> Item<'a> {
    let problem = placed.problem;
    Item {
        level: problem.level.as_str(),
        rule: problem.rule,
        message: &problem.message,
        help: &problem.help,
        file: &source.path,
        line: placed.start.line,
        column: placed.start.column,
        end_line: placed.end.line,
        end_column: placed.end.column,
        suggestion: problem.suggestion.as_deref(),
    }
}
