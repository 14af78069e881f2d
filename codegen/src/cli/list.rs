//! `list`: every close code and named range in a table, or the whole registry as JSON.

use std::io::{self, Write};

use crate::registry::{CloseCode, Range, Registry};
use crate::targets::json::ResolvedRegistry;
use crate::text::Word;

use super::Outcome;
use super::arguments::{Common, Format};
use super::failure::Failure;
use super::output::{print, shown_line, write_json};
use super::spec_file::SpecFile;

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let SpecFile { project, .. } = SpecFile::open_or_standard(common)?;
    let registry = &project.registry;
    let mut out = Vec::new();
    match common.format {
        Format::Human | Format::Github => write_table(&mut out, registry)?,
        Format::Json => write_json(&mut out, &ResolvedRegistry::new(registry))?,
    }
    print(out)?;
    Ok(Outcome::Good)
}

fn write_table(out: &mut impl Write, registry: &Registry) -> io::Result<()> {
    let codes = registry.entries().map(|code| (code.number, row(code)));
    let ranges = registry.named_ranges();
    let ranges = ranges.map(|range| (range.from, range_row(range)));
    // A range precedes the codes in it.
    let mut rows: Vec<(u16, [String; 5])> = ranges.chain(codes).collect();
    rows.sort_by_key(|(number, _)| *number);
    let rows: Vec<[String; 5]> = rows.into_iter().map(|(_, row)| row).collect();
    let head = ["code", "name", "sent by", "reconnect", "summary"];
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].len());
        cells.chain([head[column].len()]).max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2), width(3)];
    for row in [head.map(str::to_owned)].iter().chain(&rows) {
        let [code, name, sent_by, reconnect, summary] = row;
        writeln!(
            out,
            "{code:<0$}  {name:<1$}  {sent_by:<2$}  {reconnect:<3$}  {summary}",
            widths[0], widths[1], widths[2], widths[3]
        )?;
    }
    Ok(())
}

fn row(code: &CloseCode) -> [String; 5] {
    let advice = &code.statement.advice;
    [
        code.number.to_string(),
        code.name.to_string(),
        code.sent_by.as_str().to_owned(),
        advice.reconnect.as_str().to_owned(),
        shown_line(&code.summary),
    ]
}

fn range_row(range: &Range) -> [String; 5] {
    [
        format!("{}-{}", range.from, range.to),
        range.name.to_string(),
        range.sent_by.as_str().to_owned(),
        range.statement.advice.reconnect.as_str().to_owned(),
        shown_line(&range.summary),
    ]
}
