//! `explain`: the meaning of one number or name, who sends it, and what to do next.

use std::io::Write;

use anstyle::Style;

use super::Outcome;
use super::arguments::{Common, ExplainOptions, Format};
use super::asked::asked;
use super::failure::Failure;
use super::list::write_json;
use super::output::{print, shown, shown_line};
use super::spec_file::SpecFile;
use crate::targets::docs::{Entry, Fact, Inline, Part, names_elsewhere};
use crate::targets::json::{ResolvedCode, ResolvedNumber};
use crate::text::wrap;

const HEADING: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();

/// How long a line of text gets.
const WIDTH: usize = 78;
/// How far the values of facts are indented.
const INDENT: usize = 20;
/// How many lines an answer has without `--all`.
const MAX_LINES: usize = 25;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<Outcome, Failure> {
    let SpecFile { project, .. } = SpecFile::open_or_standard(common)?;
    let registry = &project.registry;
    let answer = registry.answer(asked(registry, &options.code.join(" "))?);
    let mut out = Vec::new();
    match (common.format, answer.code) {
        (Format::Human | Format::Github, _) => {
            let entry = Entry::of_answer(registry, &answer);
            let lines = if options.all {
                all(&entry, names_elsewhere(answer.number).as_ref())
            } else {
                brief(&entry)
            };
            for line in lines {
                writeln!(out, "{line}")?;
            }
        }
        (Format::Json, Some(code)) => write_json(&mut out, &ResolvedCode::new(registry, code))?,
        (Format::Json, None) => write_json(&mut out, &ResolvedNumber::new(&answer))?,
    }
    print(out)?;
    Ok(Outcome::Good)
}

/// Everything that is known.
fn all(entry: &Entry, names_elsewhere: Option<&Fact>) -> Vec<String> {
    let mut blocks = head(entry);
    blocks.push(vec![String::new()]);
    let facts = entry.facts.iter().chain(names_elsewhere);
    blocks.extend(facts.map(|fact| fact_lines(fact, true)));
    blocks.concat()
}

/// What someone with a code in a log wants to know: what it means, what to do, who sends it.
fn brief(entry: &Entry) -> Vec<String> {
    let mut blocks = head(entry);
    for part in [Part::Advice, Part::Use, Part::Doubt] {
        let mut facts = entry
            .facts
            .iter()
            .filter(|fact| fact.part == part)
            .peekable();
        if part == Part::Advice && facts.peek().is_some() {
            blocks.push(vec![String::new()]);
        }
        blocks.extend(facts.map(|fact| fact_lines(fact, false)));
    }
    let more = "--all adds constants, names in libraries, measurements and sources";
    blocks.push(vec![String::new(), format!("  {LABEL}{more}{LABEL:#}")]);
    cut(&mut blocks);
    blocks.concat()
}

/// Shortens the longest blocks until all of them fit.
fn cut(blocks: &mut [Vec<String>]) {
    while blocks.iter().map(Vec::len).sum::<usize>() > MAX_LINES {
        let Some(longest) = blocks.iter_mut().rev().max_by_key(|block| block.len()) else {
            return;
        };
        longest.pop();
        if let Some(last) = longest.last_mut().filter(|last| !last.ends_with('…')) {
            last.push_str(" …");
        }
    }
}

/// The name, the summary and the details.
fn head(entry: &Entry) -> Vec<Vec<String>> {
    let title = format!("{HEADING}{} {}{HEADING:#}", entry.numbers, entry.name);
    let mut blocks = vec![vec![title]];
    for text in [&entry.summary, &entry.details].into_iter().flatten() {
        let lines = wrap(&shown(text), WIDTH).into_iter();
        blocks.push([String::new()].into_iter().chain(lines).collect());
    }
    blocks
}

/// One labelled line for each value; a long value continues below itself.
fn fact_lines(fact: &Fact, with_addresses: bool) -> Vec<String> {
    let mut label = fact.term;
    let mut lines = Vec::new();
    for value in &fact.values {
        for line in wrap(&shown(&plain(value)), WIDTH - INDENT) {
            lines.push(format!("  {LABEL}{label:<0$}{LABEL:#}{line}", INDENT - 2));
            label = "";
        }
        for url in value.iter().filter_map(url).filter(|_| with_addresses) {
            lines.push(format!("{:INDENT$}{}", "", shown_line(url)));
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
