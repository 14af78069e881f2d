//! [`Drift`] → written: each file whole or as it was, whenever the program is stopped.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::comparison::is_orphan;
use super::permissions::keep;
use super::temporary::Temporary;
use super::{Drift, DriftKind, FileError, FileSet, Folders};

/// What is done to a file next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The new text is written beside the file.
    Write,
    /// The new text takes the file's place.
    Rename,
    /// The file is removed.
    Remove,
}

/// Called before each step: an error stops there.
type Before<'a> = &'a mut dyn FnMut(Step, &Path) -> io::Result<()>;

/// Writes what is missing or stale; returns how many files it wrote.
///
/// # Errors
///
/// When a file cannot be written. It is then as it was, and the files before it are done.
pub fn apply(root: &Path, drifts: &[Drift<'_>], temporary: &Temporary) -> Result<usize, FileError> {
    apply_with(root, drifts, temporary, &mut |_, _| Ok(()))
}

/// The same, calling `before` each step, so that tests can stop at any of them.
///
/// # Errors
///
/// As [`apply`], and when `before` fails.
pub fn apply_with(
    root: &Path,
    drifts: &[Drift<'_>],
    temporary: &Temporary,
    before: Before<'_>,
) -> Result<usize, FileError> {
    let mut written = 0;
    for drift in drifts {
        let path = root.join(&drift.path);
        let result = match &drift.kind {
            DriftKind::Missing { text } => create(&path, text, temporary, before),
            DriftKind::Stale { found, text, .. } => {
                replace(&path, found.as_deref(), text, temporary, before)
            }
            DriftKind::Blocked(_) | DriftKind::Orphan => continue,
        };
        result.map_err(|error| FileError { path, error })?;
        written += 1;
    }
    Ok(written)
}

/// Removes every orphan among `drifts`, if it still is one; returns their paths.
///
/// # Errors
///
/// When a file cannot be removed.
pub fn prune<'a>(
    folders: &Folders,
    drifts: &'a [Drift<'_>],
    files: &FileSet,
    heads: &[&str],
    before: Before<'_>,
) -> Result<Vec<&'a str>, FileError> {
    let mut removed = Vec::new();
    let orphans = drifts
        .iter()
        .filter(|drift| drift.kind == DriftKind::Orphan);
    for Drift { path, .. } in orphans {
        if is_orphan(folders, path, &files.notice, heads)? {
            let at = folders.project.join(path);
            let result = before(Step::Remove, &at).and_then(|()| fs::remove_file(&at));
            result.map_err(|error| FileError { path: at, error })?;
            removed.push(path.as_str());
        }
    }
    Ok(removed)
}

/// Removes what killed runs for the same spec left beside its files. Only the holder of the spec's lock may call it.
///
/// # Errors
///
/// When a folder cannot be read, or a file in it cannot be removed.
pub fn sweep(root: &Path, files: &FileSet, temporary: &Temporary) -> Result<(), FileError> {
    let folders: BTreeSet<_> = files
        .iter()
        .filter_map(|(path, _)| root.join(path).parent().map(Path::to_owned))
        .chain([root.to_owned()])
        .collect();
    for folder in folders {
        let swept = temporary.sweep(&folder);
        swept.map_err(|error| FileError {
            path: folder,
            error,
        })?;
    }
    Ok(())
}

/// Creates files of which none is of use without the others: all texts are on the disk before the first file appears.
///
/// # Errors
///
/// When a file is there already, or cannot be written.
pub fn create_together(files: &[(PathBuf, &str)], temporary: &Temporary) -> Result<(), FileError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |error| FileError { path, error }
    };
    let mut prepared = Vec::new();
    for (path, text) in files {
        let file = prepare(path, text, temporary, &mut |_, _| Ok(()));
        prepared.push((path, file.map_err(failed(path))?));
    }
    for (path, file) in prepared {
        persist_new(file, path).map_err(failed(path))?;
    }
    Ok(())
}

/// Writes a new file. One that has appeared since the comparison stays.
fn create(path: &Path, text: &str, temporary: &Temporary, before: Before<'_>) -> io::Result<()> {
    let file = prepare(path, text, temporary, before)?;
    before(Step::Rename, path)?;
    persist_new(file, path)
}

fn persist_new(file: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    file.persist_noclobber(path).map_err(|failed| {
        if failed.error.kind() == io::ErrorKind::AlreadyExists {
            changed_meanwhile()
        } else {
            failed.error
        }
    })?;
    Ok(())
}

/// Replaces a file that has not changed since it was `found`, and keeps its mode and owner.
fn replace(
    path: &Path,
    found: Option<&[u8]>,
    text: &str,
    temporary: &Temporary,
    before: Before<'_>,
) -> io::Result<()> {
    let file = prepare(path, text, temporary, before)?;
    let metadata = path.symlink_metadata()?;
    keep(&metadata, file.as_file())?;
    before(Step::Rename, path)?;
    let is_unchanged = metadata.is_file()
        && match found {
            Some(found) => fs::read(path)? == found,
            None => true,
        };
    if !is_unchanged {
        return Err(changed_meanwhile());
    }
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

fn changed_meanwhile() -> io::Error {
    io::Error::other(
        "it was changed while close-codes was running, and is left as it is; run again",
    )
}

/// The text in a temporary file beside `path`.
fn prepare(
    path: &Path,
    text: &str,
    temporary: &Temporary,
    before: Before<'_>,
) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    before(Step::Write, path)?;
    let mut file = temporary.create(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}
