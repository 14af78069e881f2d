//! `generate`: writes the outputs that changed and says in one line what it did.

use std::io::Write;

use codegen::sync::{self, Drift, DriftKind};

use super::Outcome;
use super::arguments::{Common, GenerateOptions};
use super::failure::Failure;
use super::project::Opened;

pub fn run(common: &Common, options: &GenerateOptions) -> Result<Outcome, Failure> {
    let Opened { folder, project } = Opened::open(common)?;
    let files = project.render();
    if files.is_empty() {
        return Err(Failure::Usage(
            "the spec names no outputs".to_owned(),
            "add for example \"outputs\": { \"rust\": \"src/close_code.rs\" }".to_owned(),
        ));
    }
    let drifts = sync::drift(&folder, &files)?;
    if !options.overwrite {
        refuse_foreign(&drifts)?;
    }
    let touched = sync::apply(&folder, &drifts)?;
    let left = drifts.len() - touched;
    if !common.quiet {
        let codes = project.registry.named().count();
        let mut out = anstream::stdout().lock();
        writeln!(
            out,
            "{codes} close codes, {} files, {touched} changed",
            files.len()
        )?;
        for drift in drifts.iter().filter(|_| left > 0) {
            if drift.kind == (DriftKind::Orphan { in_package: false }) {
                writeln!(
                    out,
                    "left alone: {} (made from this spec, not made any more)",
                    drift.path
                )?;
            }
        }
    }
    Ok(Outcome::Good)
}

/// What we did not make is not ours to overwrite.
fn refuse_foreign(drifts: &[Drift]) -> Result<(), Failure> {
    let foreign: Vec<&str> = drifts
        .iter()
        .filter(|drift| matches!(drift.kind, DriftKind::Stale { marked: false, .. }))
        .map(|drift| drift.path.as_str())
        .collect();
    if foreign.is_empty() {
        return Ok(());
    }
    Err(Failure::Usage(
        format!(
            "close-codes did not make {}; nothing was written",
            foreign.join(", ")
        ),
        "move the file away, choose another path in `outputs`, or pass --overwrite".to_owned(),
    ))
}
