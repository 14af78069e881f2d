//! `lint`: what is allowed in a spec, but unwise; or the list of rules.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::diagnostics::Problem;
use crate::diagnostics::Source;
use crate::diagnostics::report::report;
use crate::lint::{RULES, lint};

use super::arguments::{Common, Format, LintOptions};
use super::failure::Failure;
use super::output::{print, shown_line, write_json};
use super::spec_file::SpecFile;
use super::{Outcome, counted};

pub fn run(common: &Common, options: &LintOptions) -> Result<Outcome, Failure> {
    let mut out = Vec::new();
    if options.rules {
        match common.format {
            Format::Json => write_json(&mut out, &rules())?,
            Format::Human | Format::Github => write_rules(&mut out)?,
        }
        print(out)?;
        return Ok(Outcome::Good);
    }
    let spec_file = SpecFile::open_or_standard(common)?;
    let findings = lint(&spec_file.project.registry);
    match common.format {
        _ if common.quiet => {}
        Format::Human => write_findings(&mut out, &spec_file.source, &findings)?,
        format => write!(
            out,
            "{}",
            report(&spec_file.source, &findings, format.into())
        )?,
    }
    print(out)?;
    Ok(if findings.is_empty() {
        Outcome::Good
    } else {
        Outcome::Findings
    })
}

fn rules() -> Vec<Value> {
    let rules = RULES.iter();
    rules
        .map(|rule| json!({ "rule": rule.id, "about": rule.about }))
        .collect()
}

fn write_rules(out: &mut impl Write) -> io::Result<()> {
    let widths = RULES.iter().map(|rule| rule.id.len());
    let width = widths.max().unwrap_or_default();
    for rule in RULES {
        writeln!(out, "{:<width$}  {}", rule.id, rule.about)?;
    }
    Ok(())
}

/// Prints what lint finds in a spec, and how many findings that are.
pub fn write_findings(
    out: &mut impl Write,
    source: &Source,
    findings: &[Problem],
) -> io::Result<()> {
    write!(out, "{}", report(source, findings, Format::Human.into()))?;
    if findings.is_empty() {
        return Ok(());
    }
    let (path, count) = (shown_line(&source.path), counted(findings.len(), "warning"));
    writeln!(
        out,
        "{path} has {count}; a code can `allow` a rule, with a reason\n"
    )
}
