//! The records of other specs with the same notice → whether a file is one of them, or listed in one. A notice names a spec by its
//! path from a folder above the file, so these are the only specs that can write it, too.

use std::path::{Path, PathBuf};

use super::boundary::{self, real_or_same};
use super::words::normal;
use super::{FileError, Folders, Notice, record};

/// Whether the file at `path`, as an output of the spec with `notice`, is the record of another spec, or listed in one.
pub(super) fn is_claimed(
    folders: &Folders,
    path: &str,
    notice: &Notice,
) -> Result<bool, FileError> {
    let repository = real_or_same(&folders.repository);
    let project = real_or_same(&folders.project);
    let own = normal(&project.join(path));
    let place = boundary::place(&project, Path::new(path));
    let inside = |folder: &&Path| folder.starts_with(&repository);
    for folder in own.ancestors().skip(1).take_while(inside) {
        let other: PathBuf = folder.join(notice.folders_above(path));
        let record = other.join(record::path(&folders.spec));
        if other == project || !record.exists() {
            continue;
        }
        if boundary::place(&other, &record) == place {
            return Ok(true);
        }
        let listed = record::read(&record, notice);
        let listed = listed.map_err(|error| FileError {
            path: record,
            error,
        })?;
        let mut listed = listed.iter().map(Path::new);
        if listed.any(|path| boundary::place(&other, path) == place) {
            return Ok(true);
        }
    }
    Ok(false)
}
