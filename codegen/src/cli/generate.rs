//! `generate`: writes the outputs that changed, and prints what it did.

use std::path::Path;

use super::Outcome;
use super::arguments::{Common, Format, GenerateOptions};
use super::changes::{Change, ChangeKind, changes, planned};
use super::failure::Failure;
use super::output::{print, print_error, shown_line, write_json};
use super::refusals::{refuse_blocked, refuse_foreign, refuse_nothing, refuse_outside};
use super::spec_file::SpecFile;
use super::spec_place::SpecPlace;
use super::summary::Summary;
use crate::files::{self, Comparison, FileSet, Temporary};
use crate::targets::heads;

pub fn run(common: &Common, options: &GenerateOptions) -> Result<Outcome, Failure> {
    let place = SpecPlace::find(common)?;
    // What is read before the lock is held can change until then.
    let lock = if options.dry_run {
        None
    } else {
        files::lock(&place.path, || report_wait(common, &place.path))
            .map_err(|error| Failure::File(place.given.clone(), error))?
    };
    let spec_file = SpecFile::read(place)?;
    let files = spec_file.render()?;
    if !options.allow_outside {
        refuse_outside(&spec_file, &files)?;
    }
    let comparison = spec_file.compare(&files)?;
    refuse_nothing(&files, &comparison)?;
    refuse_blocked(&comparison.drifts)?;
    if !options.overwrite {
        refuse_foreign(&comparison.drifts)?;
    }
    let count = comparison.files;
    let changes = if options.dry_run {
        let record = spec_file.place.folders.record();
        planned(&comparison.drifts, options.prune, &record, files.is_empty())
    } else {
        write(&spec_file, &files, comparison, options, lock.is_some())?
    };
    let summary = Summary {
        registry: &spec_file.project.registry,
        files: count,
        changes,
        is_dry_run: options.dry_run,
    };
    let mut out = Vec::new();
    match common.format {
        _ if common.quiet => {}
        Format::Json => write_json(&mut out, &summary.json())?,
        Format::Human | Format::Github => out.extend(summary.text().into_bytes()),
    }
    print(out)?;
    Ok(Outcome::Good)
}

/// Nothing else of the program takes long enough to report that it is still at work.
fn report_wait(common: &Common, spec: &Path) {
    if !common.quiet {
        let path = shown_line(&spec.to_string_lossy());
        print_error(&format!("waiting for another run on {path}\n"));
    }
}

/// Writes and removes; returns what was done.
fn write<'a>(
    spec_file: &SpecFile,
    files: &'a FileSet,
    mut comparison: Comparison<'a>,
    options: &GenerateOptions,
    is_locked: bool,
) -> Result<Vec<Change>, Failure> {
    let root = &spec_file.place.folders.project;
    let temporary = Temporary::of(&spec_file.place.path);
    if is_locked {
        files::sweep(root, files, &temporary)?;
    }
    let mut done = Vec::new();
    // Without files, the record is the last one to go.
    let mut is_pruning = options.prune;
    while is_pruning {
        let folders = &spec_file.place.folders;
        let removed = files::prune(folders, &comparison.drifts, files, &heads(), &mut |_, _| {
            Ok(())
        })?;
        is_pruning = !removed.is_empty();
        done.extend(removed.into_iter().map(|path| Change {
            path: path.to_owned(),
            kind: ChangeKind::Remove,
        }));
        comparison = spec_file.compare(files)?;
    }
    done.extend(changes(&comparison.drifts));
    done.sort_by(|a, b| a.path.cmp(&b.path));
    // A run that stops halfway leaves nothing that no record names.
    let record = spec_file.place.folders.record();
    comparison.drifts.sort_by_key(|drift| drift.path != record);
    files::apply(root, &comparison.drifts, &temporary)?;
    Ok(done)
}
