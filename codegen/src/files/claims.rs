//! The records of other specs with the same notice → whether one of them lists a file. A notice names a spec by its path from a
//! folder above the file, so these are the only specs that can write it, too.

use std::path::{Path, PathBuf};

use super::boundary::{normal, real_or_same};
use super::{FileError, Folders, Notice, record};

/// Whether the record of another spec lists the output at `path` of the spec with `notice`.
pub(super) fn is_claimed(
    folders: &Folders,
    path: &str,
    notice: &Notice,
) -> Result<bool, FileError> {
    let repository = real_or_same(&folders.repository);
    let project = real_or_same(&folders.project);
    let place = normal(&project.join(path));
    let inside = |folder: &&Path| folder.starts_with(&repository);
    for folder in place.ancestors().skip(1).take_while(inside) {
        let other: PathBuf = folder.join(notice.folders_above(path));
        let record = other.join(record::path(&folders.spec));
        if other == project || !record.exists() {
            continue;
        }
        let listed = record::read(&record, notice);
        let listed = listed.map_err(|error| FileError {
            path: record,
            error,
        })?;
        if listed.iter().any(|path| normal(&other.join(path)) == place) {
            return Ok(true);
        }
    }
    Ok(false)
}
