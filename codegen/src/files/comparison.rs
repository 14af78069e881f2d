//! A spec's outputs and its project's folder → everything that differs, the record of generated files included.

use std::path::Path;

use super::claims::is_claimed;
use super::drift::{DriftKind, compare};
use super::found::{Found, look};
use super::notice::HEAD_BYTES;
use super::{Drift, FileError, FileSet, Folders, Notice, boundary, drift, record};

/// What differs, and what there should be.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// What differs, by path.
    pub drifts: Vec<Drift<'a>>,
    /// How many files there should be, the record included.
    pub files: usize,
}

/// Compares `files`, which the spec yields, with what is on disk. `heads` is what precedes the notice in generated
/// files.
///
/// # Errors
///
/// When a file that is there cannot be read.
pub fn compare_all<'a>(
    folders: &Folders,
    files: &'a FileSet,
    heads: &[&str],
) -> Result<Comparison<'a>, FileError> {
    let root = &folders.project;
    let mut drifts = drift(root, files)?;
    disown(folders, files, &mut drifts)?;
    let record_path = record::path(&folders.spec);
    let recorded = record::read(&root.join(&record_path), &files.notice)
        .map_err(|error| folders.failed(&record_path, error))?;
    let mut listed: Vec<&str> = files.iter().map(|(path, _)| path).collect();
    let record_place = boundary::place(root, Path::new(&record_path));
    for path in &recorded {
        let is_record = || boundary::place(root, Path::new(path)) == record_place;
        let is_gone = files.get(path).is_none() && !is_record();
        if is_gone && is_orphan(folders, path, &files.notice, heads)? {
            listed.push(path);
            drifts.push(Drift {
                path: path.clone(),
                kind: DriftKind::Orphan,
            });
        }
    }
    let count = files.len() + usize::from(!files.is_empty());
    if listed.is_empty() {
        if is_orphan(folders, &record_path, &files.notice, heads)? {
            drifts.push(Drift {
                path: record_path,
                kind: DriftKind::Orphan,
            });
        }
    } else {
        listed.sort_unstable();
        let text = record::text(&files.notice, listed.into_iter());
        let kind = compare(&root.join(&record_path), text.into(), &files.notice)?;
        drifts.extend(kind.map(|kind| Drift {
            path: record_path,
            kind,
        }));
    }
    drifts.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Comparison {
        drifts,
        files: count,
    })
}

/// Corrects what another spec generates, too.
fn disown(folders: &Folders, files: &FileSet, drifts: &mut [Drift<'_>]) -> Result<(), FileError> {
    for drift in drifts {
        if let DriftKind::Stale { is_ours, .. } = &mut drift.kind {
            *is_ours = *is_ours && !is_claimed(folders, &drift.path, &files.notice)?;
        }
    }
    Ok(())
}

/// Whether a recorded path, or the record itself, is still a file that was generated from this spec. A record can be edited, so
/// nothing outside of the repository, in `.git` or behind a link counts, and nothing that another spec generates.
pub(super) fn is_orphan(
    folders: &Folders,
    path: &str,
    notice: &Notice,
    heads: &[&str],
) -> Result<bool, FileError> {
    if !boundary::is_inside(folders, path) {
        return Ok(false);
    }
    let found = look(&folders.project.join(path), HEAD_BYTES);
    let found = found.map_err(|error| folders.failed(path, error))?;
    let heads = if path == folders.record() {
        record::HEADS
    } else {
        heads
    };
    let notice_there = notice.at(path);
    let begins = matches!(found, Found::File(file) if notice_there.begins(&file.bytes, heads));
    Ok(begins && !is_claimed(folders, path, notice)?)
}
