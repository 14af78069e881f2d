//! [`Problem`]s and their [`Source`] → text: like a compiler's for people, JSON for programs, commands for GitHub.

mod github;
mod human;
mod json;

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::diagnostics::Source;
use crate::diagnostics::{Place, Problem};
pub(crate) use github::annotation;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

/// Who reads a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A person at a terminal, with colour codes.
    Human,
    /// A program: one JSON array.
    Json,
    /// GitHub Actions: one workflow command a line.
    Github,
}

/// The problems in the order of their places.
#[must_use]
pub fn report(source: &Source, problems: &[Problem], format: Format) -> String {
    let mut placed: Vec<Placed<'_>> = problems
        .iter()
        .map(|problem| Placed::new(source, problem))
        .collect();
    placed.sort_by_key(|placed| placed.bytes.start);
    match format {
        Format::Human => human::render(source, &placed),
        Format::Json => json::render(source, &placed),
        Format::Github => github::render(source, &placed),
    }
}

/// The report of a spec that cannot be used, with a last line for people.
#[must_use]
pub fn refusal(source: &Source, problems: &[Problem], format: Format) -> String {
    let mut text = report(source, problems, format);
    if format == Format::Human {
        let count = problems.len();
        let noun = if count == 1 { "problem" } else { "problems" };
        let path = &source.path;
        let last =
            format!("{ERROR}error{ERROR:#}: {path} has {count} {noun}; nothing was written\n");
        text.push_str(&last);
    }
    text
}

/// A problem and its place.
struct Placed<'a> {
    problem: &'a Problem,
    bytes: Range<usize>,
    /// What a suggestion would replace.
    whole: Range<usize>,
    start: Position,
    end: Position,
}

/// A line and a column, both counted from 1, the column in characters.
struct Position {
    line: usize,
    column: usize,
}

impl<'a> Placed<'a> {
    fn new(source: &Source, problem: &'a Problem) -> Self {
        let range = match &problem.place {
            Place::Value(pointer) => source.value(pointer),
            Place::Key(pointer) => source.key(pointer),
            Place::Bytes(bytes) => bytes.clone(),
        };
        let whole = clamp(&source.text, &range);
        // Of a long value its first line is enough to point at.
        let line = source.text[whole.clone()].find('\n');
        let bytes = whole.start..line.map_or(whole.end, |newline| whole.start + newline);
        Self {
            problem,
            start: position(&source.text, bytes.start),
            end: position(&source.text, bytes.end),
            bytes,
            whole,
        }
    }
}

/// Bytes that lie in the text and begin and end between characters.
fn clamp(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len()));
    start..end.max(start)
}

fn position(text: &str, byte: usize) -> Position {
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}
