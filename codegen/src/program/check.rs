//! `check`: says how the outputs differ from what the spec yields, and writes nothing.

use std::io::Write;

use codegen::sync;

use super::Outcome;
use super::arguments::Common;
use super::diff::write_drift;
use super::failure::Failure;
use super::project::Project;

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let project = Project::open(common)?;
    let files = &project.yielded.files;
    let drifts = sync::drift(&project.folder, files)?;
    let mut out = anstream::stdout().lock();
    if drifts.is_empty() {
        if !common.quiet {
            writeln!(out, "{} files are in sync", files.len())?;
        }
        return Ok(Outcome::Good);
    }
    if !common.quiet {
        for drift in &drifts {
            write_drift(&mut out, drift)?;
        }
        let count = drifts.len();
        let verb = if count == 1 { "file is" } else { "files are" };
        writeln!(
            out,
            "{count} {verb} out of sync: run `{}`",
            files.notice.command()
        )?;
    }
    Ok(Outcome::Findings)
}
