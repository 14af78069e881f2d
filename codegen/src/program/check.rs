//! `check`: lint, then how the outputs differ from what the spec yields. It writes nothing.

use std::io::{self, Write};

use close_codes_cli::lint::lint;
use close_codes_cli::report::report;
use close_codes_cli::sync::{self, Drift};
use serde_json::{Value, json};

use super::Outcome;
use super::arguments::{Common, Format};
use super::diff::{write_annotation, write_drift};
use super::failure::Failure;
use super::lint::write_findings;
use super::list::write_json;
use super::project::Opened;

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let opened = Opened::open(common)?;
    let findings = lint(&opened.project.registry);
    let files = opened.project.render();
    let drifts = sync::drift(&opened.folder, &files)?;
    let command = files.notice.command();
    let mut out = anstream::stdout().lock();
    match common.format {
        _ if common.quiet => {}
        Format::Json => {
            let findings = report(&opened.source, &findings, Format::Json.into());
            write_json(&mut out, &as_json(&findings, &drifts, command))?;
        }
        Format::Github => {
            write!(
                out,
                "{}",
                report(&opened.source, &findings, Format::Github.into())
            )?;
            for drift in &drifts {
                write_annotation(&mut out, &opened.shown(&drift.path), drift, command)?;
            }
        }
        Format::Human => {
            write_findings(&mut out, &opened.source, &findings)?;
            write_drifts(&mut out, &drifts, files.len(), command)?;
        }
    }
    Ok(if findings.is_empty() && drifts.is_empty() {
        Outcome::Good
    } else {
        Outcome::Findings
    })
}

fn write_drifts(
    out: &mut impl Write,
    drifts: &[Drift],
    files: usize,
    command: &str,
) -> io::Result<()> {
    for drift in drifts {
        write_drift(out, drift)?;
    }
    match drifts.len() {
        0 => writeln!(out, "{files} files are in sync"),
        1 => writeln!(out, "1 file is out of sync: run `{command}`"),
        count => writeln!(out, "{count} files are out of sync: run `{command}`"),
    }
}

fn as_json(findings: &str, drifts: &[Drift], command: &str) -> Value {
    let findings: Value = serde_json::from_str(findings).unwrap_or_default();
    let drifts: Vec<Value> = drifts
        .iter()
        .map(|drift| json!({ "file": drift.path, "kind": drift.word() }))
        .collect();
    json!({ "findings": findings, "drift": drifts, "command": command })
}
