//! `explain`: the meaning of one number, name or range, what typically lies behind it, and what to do next.

use std::io::{self, Write};
use std::iter;

use anstyle::Style;

use super::Outcome;
use super::arguments::{Common, ExplainOptions, Format};
use super::asked::{Asked, asked};
use super::failure::Failure;
use super::output::{print, shown, shown_line, write_json};
use super::spec_file::SpecFile;
use crate::registry::Registry;
use crate::targets::docs::{Cause, Entry, Fact, Inline, Part};
use crate::targets::json::{ResolvedCode, ResolvedNumber, ResolvedRange};
use crate::text::wrap;

const HEADING: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();

/// How long a line of text gets.
const WIDTH: usize = 98;
/// How far the values of facts are indented.
const INDENT: usize = 20;
/// The same below a cause.
const CAUSE_INDENT: usize = 10;
/// How many lines an answer has without `--all`.
const MAX_LINES: usize = 25;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<Outcome, Failure> {
    let SpecFile { project, .. } = SpecFile::open_or_standard(common)?;
    let registry = &project.registry;
    let mut out = Vec::new();
    match asked(registry, &options.code.join(" "))? {
        Asked::Range(range) if common.format == Format::Json => {
            write_json(&mut out, &ResolvedRange::new(registry, range))?;
        }
        Asked::Range(range) => {
            let entry = Entry::of_range(registry, range);
            write_entry(&mut out, &entry, options.all)?;
        }
        Asked::Number(number) => write_answer(&mut out, registry, common, options, number)?,
    }
    print(out)?;
    Ok(Outcome::Good)
}

fn write_answer(
    out: &mut Vec<u8>,
    registry: &Registry,
    common: &Common,
    options: &ExplainOptions,
    number: u16,
) -> io::Result<()> {
    let answer = registry.answer(number);
    match (common.format, answer.code) {
        (Format::Human | Format::Github, _) => {
            let entry = Entry::of_answer(registry, &answer);
            write_entry(out, &entry, options.all)
        }
        (Format::Json, Some(code)) => write_json(out, &ResolvedCode::new(registry, code)),
        (Format::Json, None) => write_json(out, &ResolvedNumber::new(registry, &answer)),
    }
}

fn write_entry(out: &mut Vec<u8>, entry: &Entry, is_all: bool) -> io::Result<()> {
    let lines = if is_all { all(entry) } else { brief(entry) };
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Everything that is known.
fn all(entry: &Entry) -> Vec<String> {
    let mut blocks = head(entry);
    blocks.extend(entry.details.iter().map(|text| paragraph(text.as_str())));
    let causes = (1..).zip(&entry.causes);
    for (number, cause) in causes {
        blocks.push(vec![String::new()]);
        blocks.push(cause_lines(number, cause, true));
    }
    blocks.push(vec![String::new()]);
    let facts = entry.facts.iter();
    blocks.extend(facts.map(|fact| fact_lines(fact, 2, INDENT, true)));
    blocks.concat()
}

/// What someone with a code in a log wants to know: what it means, what lies behind it, what to do, who sends it.
fn brief(entry: &Entry) -> Vec<String> {
    let causes = (1..).zip(&entry.causes);
    let causes: Vec<_> = causes
        .map(|(number, cause)| cause_lines(number, cause, false))
        .collect();
    // As many as fit, and the first one in any case.
    let mut shown = causes.len();
    let mut blocks = answer(entry, &causes);
    while shown > 1 && length(&blocks) > MAX_LINES {
        shown -= 1;
        blocks = answer(entry, &causes[..shown]);
    }
    cut(&mut blocks);
    blocks.concat()
}

/// The answer with these of the causes of `entry`. They leave no room for details.
fn answer(entry: &Entry, causes: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut blocks = head(entry);
    let parts = if causes.is_empty() {
        blocks.extend(entry.details.iter().map(|text| paragraph(text.as_str())));
        &[
            Part::Advice,
            Part::Grounds,
            Part::Sender,
            Part::Use,
            Part::Doubt,
        ][..]
    } else {
        blocks.push(vec![String::new()]);
        blocks.extend_from_slice(causes);
        &[Part::Advice, Part::Sender, Part::Doubt]
    };
    blocks.push(vec![String::new()]);
    for part in parts {
        let facts = entry.facts.iter().filter(|fact| fact.part == *part);
        blocks.extend(facts.map(|fact| fact_lines(fact, 2, INDENT, false)));
    }
    let left = left(entry, causes.len());
    if let Some((last, before)) = left.split_last() {
        let and = if before.is_empty() { "" } else { " and " };
        let more = format!("--all adds {}{and}{last}", before.join(", "));
        blocks.push(vec![String::new(), format!("  {LABEL}{more}{LABEL:#}")]);
    }
    blocks
}

/// What an answer with so many causes leaves out.
fn left(entry: &Entry, causes: usize) -> Vec<String> {
    let more = match entry.causes.len() - causes {
        0 => None,
        1 => Some("1 more cause".to_owned()),
        count => Some(format!("{count} more causes")),
    };
    let details = (causes > 0).then(|| "details".to_owned());
    let parts = [
        (Part::Names, "constants"),
        (Part::Elsewhere, "names in libraries"),
        (Part::Measured, "measurements"),
        (Part::Sources, "sources"),
    ];
    let parts = parts
        .into_iter()
        .filter(|(part, _)| entry.facts.iter().any(|fact| fact.part == *part));
    let parts = parts.map(|(_, what)| what.to_owned());
    more.into_iter().chain(details).chain(parts).collect()
}

fn length(blocks: &[Vec<String>]) -> usize {
    blocks.iter().map(Vec::len).sum()
}

/// Shortens the longest blocks until all of them fit.
fn cut(blocks: &mut [Vec<String>]) {
    while length(blocks) > MAX_LINES {
        let Some(longest) = blocks.iter_mut().rev().max_by_key(|block| block.len()) else {
            return;
        };
        longest.pop();
        if let Some(last) = longest.last_mut().filter(|last| !last.ends_with('…')) {
            last.push_str(" …");
        }
    }
}

/// The name and the summary.
fn head(entry: &Entry) -> Vec<Vec<String>> {
    let title = format!("{HEADING}{} {}{HEADING:#}", entry.numbers, entry.name);
    let mut blocks = vec![vec![title]];
    blocks.extend(entry.summary.iter().map(|text| paragraph(text)));
    blocks
}

fn paragraph(text: &str) -> Vec<String> {
    let lines = wrap(&shown(text), WIDTH).into_iter();
    [String::new()].into_iter().chain(lines).collect()
}

/// A cause with its number, and below it what is seen, what to check and what to do; the source as well with `is_all`.
fn cause_lines(number: usize, cause: &Cause, is_all: bool) -> Vec<String> {
    let mark = format!("{number}. ");
    let marks = iter::once(mark.as_str()).chain(iter::repeat("   "));
    let summary = wrap(&shown(&cause.summary), WIDTH - mark.len()).into_iter();
    let mut lines: Vec<String> = marks
        .zip(summary)
        .map(|(mark, line)| format!("{mark}{HEADING}{line}{HEADING:#}"))
        .collect();
    let facts = cause.facts.iter();
    let facts = facts.filter(|fact| is_all || !fact.part.is_looked_up());
    lines.extend(facts.flat_map(|fact| fact_lines(fact, 3, CAUSE_INDENT, is_all)));
    lines
}

/// One labelled line for each value; a long value continues below itself.
fn fact_lines(fact: &Fact, margin: usize, indent: usize, with_addresses: bool) -> Vec<String> {
    let mut label = fact.term;
    let mut lines = Vec::new();
    for value in &fact.values {
        for line in wrap(&shown(&plain(value)), WIDTH - indent) {
            let width = indent - margin;
            lines.push(format!(
                "{:margin$}{LABEL}{label:<width$}{LABEL:#}{line}",
                ""
            ));
            label = "";
        }
        for url in value.iter().filter_map(url).filter(|_| with_addresses) {
            lines.push(format!("{:indent$}{}", "", shown_line(url)));
        }
    }
    lines
}

fn plain(value: &[Inline]) -> String {
    let parts = value.iter().map(|part| match part {
        Inline::Text(text) | Inline::Code(text) => text.as_str(),
        Inline::Link { title, .. } => title.as_str(),
    });
    parts.collect()
}

/// An address has a line of its own, so that a terminal can open it.
fn url(part: &Inline) -> Option<&str> {
    match part {
        Inline::Link { url, .. } => Some(url),
        Inline::Text(_) | Inline::Code(_) => None,
    }
}
