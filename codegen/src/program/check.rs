//! `check`: says how the outputs differ from what the spec yields, and writes nothing.

use std::io::Write;

use codegen::sync;

use super::Outcome;
use super::arguments::Common;
use super::diff::write_drift;
use super::failure::Failure;
use super::project::Opened;

pub fn run(common: &Common) -> Result<Outcome, Failure> {
    let Opened { folder, project } = Opened::open(common)?;
    let files = project.render();
    let drifts = sync::drift(&folder, &files)?;
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
