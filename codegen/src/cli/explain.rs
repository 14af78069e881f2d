//! `explain`: the meaning of one number or name, who sends it, and what to do next.

use std::io::{self, Write};

use anstyle::Style;

use super::Outcome;
use super::arguments::{Common, ExplainOptions, Format};
use super::failure::Failure;
use super::list::write_json;
use super::output::{print, shown, shown_line};
use super::spec_file::SpecFile;
use crate::diagnostics::nearest;
use crate::implementations::number_of;
use crate::registry::Registry;
use crate::targets::docs::{Entry, Fact, Inline, names_elsewhere};
use crate::targets::json::{ResolvedCode, ResolvedNumber};
use crate::text::wrap;

const HEADING: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();

/// How long a line of text gets.
const WIDTH: usize = 78;
/// How far the values of facts are indented.
const INDENT: usize = 20;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<Outcome, Failure> {
    let SpecFile { project, .. } = SpecFile::open_or_standard(common)?;
    let registry = &project.registry;
    let answer = registry.answer(number(registry, &options.code)?);
    let mut out = Vec::new();
    match (common.format, answer.code) {
        (Format::Human | Format::Github, _) => {
            write_entry(&mut out, &Entry::of_answer(registry, &answer))?;
            if let Some(names) = names_elsewhere(answer.number) {
                write_fact(&mut out, &names)?;
            }
        }
        (Format::Json, Some(code)) => write_json(&mut out, &ResolvedCode::new(registry, code))?,
        (Format::Json, None) => write_json(&mut out, &ResolvedNumber::new(&answer))?,
    }
    print(out)?;
    Ok(Outcome::Good)
}

/// The number that `text` means: the number itself, or a name.
fn number(registry: &Registry, text: &str) -> Result<u16, Failure> {
    if let Some(code) = registry.find(text) {
        return Ok(code.number);
    }
    if let Some(number) = number_of(text) {
        return Ok(number);
    }
    text.parse().map_err(|_| {
        let why = if text.parse::<f64>().is_ok() {
            format!("{text} is not a close code")
        } else {
            format!("there is no close code with the name {text}")
        };
        let names = registry.entries().map(|code| code.name.as_str());
        let help = match nearest(&text.to_lowercase(), names) {
            Some(meant) => format!("did you mean {meant}?"),
            None => "use a whole number from 0 to 65535, or a name from `list`".to_owned(),
        };
        Failure::Usage(why, help)
    })
}

fn write_entry(out: &mut impl Write, entry: &Entry) -> io::Result<()> {
    writeln!(out, "{HEADING}{} {}{HEADING:#}", entry.numbers, entry.name)?;
    for text in [&entry.summary, &entry.details].into_iter().flatten() {
        writeln!(out)?;
        for line in wrap(&shown(text), WIDTH) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    for fact in &entry.facts {
        write_fact(out, fact)?;
    }
    Ok(())
}

/// One labelled line for each value; a long value continues below itself.
fn write_fact(out: &mut impl Write, fact: &Fact) -> io::Result<()> {
    let mut label = fact.term;
    for value in &fact.values {
        for line in wrap(&shown(&plain(value)), WIDTH - INDENT) {
            writeln!(out, "  {LABEL}{label:<0$}{LABEL:#}{line}", INDENT - 2)?;
            label = "";
        }
        for url in value.iter().filter_map(url) {
            writeln!(out, "{:INDENT$}{}", "", shown_line(url))?;
        }
    }
    Ok(())
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
