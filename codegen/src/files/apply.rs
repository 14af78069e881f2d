//! [`Drift`] → written: each file whole or as it was, whenever the program is stopped.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::{Drift, DriftKind, FileError};

/// How the name of a file begins that is written but not in its place yet.
const TEMPORARY: &str = ".close-codes-";

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

/// Writes what is missing or stale, and removes the orphans of packages; returns how many files it touched.
///
/// # Errors
///
/// When a file cannot be written or removed. It is then as it was, and the files before it are done.
pub fn apply(root: &Path, drifts: &[Drift]) -> Result<usize, FileError> {
    apply_with(root, drifts, &mut |_, _| Ok(()))
}

/// The same, calling `before` each step, so that tests can stop at any of them.
///
/// # Errors
///
/// As [`apply`], and when `before` fails.
pub fn apply_with(
    root: &Path,
    drifts: &[Drift],
    before: &mut impl FnMut(Step, &Path) -> io::Result<()>,
) -> Result<usize, FileError> {
    let mut touched = 0;
    let mut swept = BTreeSet::new();
    for drift in drifts {
        let path = root.join(&drift.path);
        let failed = |error| FileError {
            path: path.clone(),
            error,
        };
        match &drift.kind {
            DriftKind::Missing { text } | DriftKind::Stale { text, .. } => {
                let folder = path.parent().unwrap_or(root);
                if swept.insert(folder.to_owned()) {
                    sweep(folder).map_err(failed)?;
                }
                write(&path, text, before).map_err(failed)?;
            }
            DriftKind::Orphan { in_package: true } => {
                before(Step::Remove, &path).map_err(failed)?;
                fs::remove_file(&path).map_err(failed)?;
            }
            DriftKind::Orphan { in_package: false } => continue,
        }
        touched += 1;
    }
    Ok(touched)
}

/// Writes a file beside its place, then renames it into it, with the permissions that it had.
fn write(
    path: &Path,
    text: &str,
    before: &mut impl FnMut(Step, &Path) -> io::Result<()>,
) -> io::Result<()> {
    // What a link leads to is written, not the link.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    // A temporary file is private to its owner by default, and keeps that when it is renamed.
    #[cfg(unix)]
    builder.permissions(permissions(path));
    before(Step::Write, path)?;
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    before(Step::Rename, path)?;
    file.persist(path)?;
    Ok(())
}

/// The permissions that a file has; those that any new file gets when there is none.
#[cfg(unix)]
fn permissions(path: &Path) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).map_or(fs::Permissions::from_mode(0o666), |found| {
        found.permissions()
    })
}

/// Makes a folder, and removes what an earlier run that was stopped left in it.
fn sweep(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
