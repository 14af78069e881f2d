//! `generate`: writes the outputs that changed and says in one line what it did.

use std::io::Write;

use close_codes_cli::sync::{self, Drift, DriftKind};

use super::Outcome;
use super::arguments::{Common, GenerateOptions};
use super::failure::Failure;
use super::project::Opened;

pub fn run(common: &Common, options: &GenerateOptions) -> Result<Outcome, Failure> {
    let opened = Opened::open(common)?;
    let files = opened.project.render();
    if files.is_empty() {
        return Err(Failure::Usage(
            "the spec names no outputs".to_owned(),
            "add for example \"outputs\": { \"rust\": \"src/close_code.rs\" }".to_owned(),
        ));
    }
    if !options.allow_outside {
        refuse_outside(&sync::outside(&opened.root, &opened.folder, &files))?;
    }
    let drifts = sync::drift(&opened.folder, &files)?;
    if !options.overwrite {
        refuse_foreign(&drifts)?;
    }
    if options.dry_run {
        return preview(common, &drifts);
    }
    let touched = sync::apply(&opened.folder, &drifts)?;
    if !common.quiet {
        let codes = opened.project.registry.named().count();
        let mut out = anstream::stdout().lock();
        writeln!(
            out,
            "{codes} close codes, {} files, {touched} changed",
            files.len()
        )?;
        for drift in &drifts {
            if drift.kind == (DriftKind::Orphan { in_package: false }) {
                let path = &drift.path;
                writeln!(
                    out,
                    "left alone: {path} (made from this spec, not made any more)"
                )?;
            }
        }
    }
    Ok(Outcome::Good)
}

/// Says what would be done.
fn preview(common: &Common, drifts: &[Drift]) -> Result<Outcome, Failure> {
    if common.quiet {
        return Ok(Outcome::Good);
    }
    let mut out = anstream::stdout().lock();
    let mut count = 0;
    for drift in drifts {
        let verb = match drift.kind {
            DriftKind::Missing { .. } => "make",
            DriftKind::Stale { .. } => "change",
            DriftKind::Orphan { in_package: true } => "remove",
            DriftKind::Orphan { in_package: false } => continue,
        };
        count += 1;
        writeln!(out, "would {verb} {}", drift.path)?;
    }
    writeln!(out, "{count} files would change")?;
    Ok(Outcome::Good)
}

/// What lies elsewhere is not ours to write without being told.
fn refuse_outside(outside: &[&str]) -> Result<(), Failure> {
    if outside.is_empty() {
        return Ok(());
    }
    Err(Failure::Usage(
        format!(
            "{} would be written outside the repository, or through a symbolic link; nothing was written",
            outside.join(", ")
        ),
        "choose another path in `outputs`, or pass --allow-outside".to_owned(),
    ))
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
