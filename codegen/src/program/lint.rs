//! `lint`: what a spec may say, but should not; or the list of rules.

use std::io::{self, Write};

use close_codes_cli::lint::{RULES, lint};
use close_codes_cli::problem::Problem;
use close_codes_cli::report::report;
use close_codes_cli::source::Source;

use super::Outcome;
use super::arguments::{Common, Format, LintOptions};
use super::failure::Failure;
use super::project::Opened;

pub fn run(common: &Common, options: &LintOptions) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    if options.rules {
        for rule in RULES {
            writeln!(out, "{:<21}  {}", rule.id, rule.about)?;
        }
        return Ok(Outcome::Good);
    }
    let opened = Opened::open_or_standard(common)?;
    let findings = lint(&opened.project.registry);
    match common.format {
        _ if common.quiet => {}
        Format::Human => write_findings(&mut out, &opened.source, &findings)?,
        format => write!(out, "{}", report(&opened.source, &findings, format.into()))?,
    }
    Ok(if findings.is_empty() {
        Outcome::Good
    } else {
        Outcome::Findings
    })
}

/// Prints what lint finds in a spec, and how many findings that are.
pub fn write_findings(
    out: &mut impl Write,
    source: &Source,
    findings: &[Problem],
) -> io::Result<()> {
    write!(out, "{}", report(source, findings, Format::Human.into()))?;
    let path = &source.path;
    match findings.len() {
        0 => Ok(()),
        1 => writeln!(
            out,
            "{path} has 1 warning; a code can `allow` a rule and say why\n"
        ),
        count => writeln!(
            out,
            "{path} has {count} warnings; a code can `allow` a rule and say why\n"
        ),
    }
}
