//! [`Problem`]s and their [`Source`] → text: like a compiler's for people, JSON for programs, commands for GitHub.

mod github;
mod human;
mod json;
mod placed;

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::diagnostics::{Level, Place, Problem, Source};
use crate::text::escaped;
pub(crate) use github::annotation;
use placed::{Lines, More, Placed};

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

/// How many problems a report lists.
const MAX_PROBLEMS: usize = 50;

/// The problems in the order of their places: the first of them, and how many more there are.
#[must_use]
pub fn report(source: &Source, problems: &[Problem], format: Format) -> String {
    let mut found: Vec<(Range<usize>, &Problem)> = problems
        .iter()
        .map(|problem| (bytes(source, problem), problem))
        .collect();
    found.sort_by_key(|(bytes, _)| bytes.start);
    let (listed, omitted) = found.split_at(found.len().min(MAX_PROBLEMS));
    let count = omitted.len();
    let first = omitted.first();
    let stand_in = first.map(|(bytes, problem)| more(count, problem.level, bytes.clone()));
    let lines = Lines::of(&source.text);
    let listed: Vec<Placed<'_>> = listed
        .iter()
        .map(|(bytes, problem)| Placed::new(&lines, problem, bytes.clone()))
        .collect();
    let more = stand_in.as_ref().map(|problem| More {
        count,
        placed: Placed::new(&lines, problem, bytes(source, problem)),
    });
    match format {
        Format::Human => human::render(source, &listed, more.as_ref()),
        Format::Json => json::render(source, &listed, more.as_ref()),
        Format::Github => github::render(source, &listed, more.as_ref()),
    }
}

/// The report of a spec that cannot be used, with a last line for people.
#[must_use]
pub fn refusal(source: &Source, problems: &[Problem], format: Format) -> String {
    let mut text = report(source, problems, format);
    if format == Format::Human {
        let count = problems.len();
        let noun = if count == 1 { "problem" } else { "problems" };
        let path = escaped(&source.path);
        let last = format!("{ERROR}error{ERROR:#}: {path} has {count} {noun}\n");
        text.push_str(&last);
    }
    text
}

/// The reports of several texts that cannot be used. A program gets one array.
pub(crate) fn refusals(refused: &[(Source, Vec<Problem>)], format: Format) -> String {
    let texts = refused
        .iter()
        .map(|(source, problems)| refusal(source, problems, format));
    if format == Format::Json {
        json::joined(texts)
    } else {
        texts.collect()
    }
}

/// The bytes that a problem is about.
fn bytes(source: &Source, problem: &Problem) -> Range<usize> {
    let range = match &problem.place {
        Place::Value(pointer) => source.value(pointer),
        Place::Key(pointer) => source.key(pointer),
        Place::Bytes(bytes) => bytes.clone(),
    };
    clamp(&source.text, &range)
}

/// What stands for the problems from `bytes` on that are not listed.
fn more(count: usize, level: Level, bytes: Range<usize>) -> Problem {
    let noun = if count == 1 { "problem" } else { "problems" };
    let message = format!("and {} more {noun}", with_commas(count));
    let problem = Problem::in_bytes(bytes, "more-problems", message, "fix those above first");
    Problem { level, ..problem }
}

/// `2,950`.
fn with_commas(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Bytes that lie in the text and begin and end between characters.
fn clamp(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start.min(text.len()));
    let end = text.ceil_char_boundary(range.end.min(text.len()));
    start..end.max(start)
}
