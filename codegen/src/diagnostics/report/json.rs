//! Problems → a JSON array, one object each.

use serde::Serialize;
use serde_json::Value;

use super::{More, Placed};
use crate::diagnostics::Source;
use crate::text::visible_json;

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
    /// What a change breaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    breaks: Option<&'static str>,
    /// How many problems the item stands for that are not listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    omitted: Option<usize>,
}

pub(super) fn render(source: &Source, problems: &[Placed<'_>], more: Option<&More<'_>>) -> String {
    let mut items: Vec<Item<'_>> = problems.iter().map(|placed| item(source, placed)).collect();
    items.extend(more.map(|more| Item {
        omitted: Some(more.count),
        ..item(source, &more.placed)
    }));
    array(&items)
}

/// One array of the items of several reports.
pub(super) fn joined(reports: impl Iterator<Item = String>) -> String {
    let items = reports.flat_map(|report| {
        let items: Vec<Value> = serde_json::from_str(&report).unwrap_or_default();
        items
    });
    array(&items.collect::<Vec<_>>())
}

fn array(items: &[impl Serialize]) -> String {
    let text = serde_json::to_string_pretty(items)
        .unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"));
    visible_json(&format!("{text}\n"))
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
        breaks: problem.breaks,
        omitted: None,
    }
}
