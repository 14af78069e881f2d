//! `check`: lint, then how the outputs differ from what the spec yields. It writes nothing.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::diagnostics::report::report;
use crate::files::{Comparison, Drift, DriftKind};
use crate::lint::lint;
use serde_json::{Value, json};

use super::arguments::{CheckOptions, Common, Format};
use super::diff::{annotation, write_drift};
use super::failure::Failure;
use super::lint::write_findings;
use super::output::{print, write_json};
use super::refusals::{refuse_nothing, refuse_outside};
use super::spec_file::SpecFile;
use super::{Outcome, counted};

pub fn run(common: &Common, options: &CheckOptions) -> Result<Outcome, Failure> {
    let spec_file = SpecFile::open(common)?;
    let findings = lint(&spec_file.project.registry);
    let files = spec_file.render()?;
    if !options.allow_outside {
        refuse_outside(&spec_file, &files)?;
    }
    let comparison = spec_file.compare(&files)?;
    refuse_nothing(&files, &comparison)?;
    let Comparison {
        drifts,
        files: count,
    } = &comparison;
    let own = files.notice.command();
    let command = command(drifts, own);
    let mut out = Vec::new();
    match common.format {
        _ if common.quiet => {}
        Format::Json => {
            let findings = report(&spec_file.source, &findings, Format::Json.into());
            write_json(&mut out, &as_json(&findings, drifts, &command))?;
        }
        Format::Github => {
            let report = report(&spec_file.source, &findings, Format::Github.into());
            out.write_all(report.as_bytes())?;
            for drift in drifts {
                let path = spec_file.place.shown_output(&drift.path);
                out.write_all(annotation(&path, drift, own).as_bytes())?;
            }
        }
        Format::Human => {
            write_findings(&mut out, &spec_file.source, &findings)?;
            write_drifts(&mut out, drifts, *count, &command)?;
        }
    }
    print(out)?;
    Ok(if findings.is_empty() && drifts.is_empty() {
        Outcome::Good
    } else {
        Outcome::Findings
    })
}

/// What removes every difference. A command of the spec's own need not remove files.
fn command<'a>(drifts: &[Drift<'_>], own: &'a str) -> Cow<'a, str> {
    let has_orphan = drifts.iter().any(|drift| drift.kind == DriftKind::Orphan);
    match own.strip_prefix("close-codes generate") {
        _ if !has_orphan => Cow::Borrowed(own),
        Some(options) => Cow::Owned(format!("close-codes generate --prune{options}")),
        None => Cow::Borrowed("close-codes generate --prune"),
    }
}

fn write_drifts(
    out: &mut impl Write,
    drifts: &[Drift<'_>],
    files: usize,
    command: &str,
) -> io::Result<()> {
    for drift in drifts {
        write_drift(out, drift)?;
    }
    let verb = |count| if count == 1 { "is" } else { "are" };
    match drifts.len() {
        0 => writeln!(out, "{} {} in sync", counted(files, "file"), verb(files)),
        count => {
            let (count, verb) = (counted(count, "file"), verb(count));
            let is_ours = drifts.iter().all(Drift::is_ours);
            let first = if is_ours {
                ""
            } else {
                "move what is not generated, then "
            };
            writeln!(out, "{count} {verb} out of sync: {first}run `{command}`")
        }
    }
}

fn as_json(findings: &str, drifts: &[Drift<'_>], command: &str) -> Value {
    let findings: Value = serde_json::from_str(findings).unwrap_or_default();
    let drifts: Vec<Value> = drifts
        .iter()
        .map(|drift| json!({ "file": drift.path, "kind": drift.title() }))
        .collect();
    json!({ "findings": findings, "drift": drifts, "command": command })
}
