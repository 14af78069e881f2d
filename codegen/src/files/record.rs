//! The record of generated files: so that a file that a spec no longer generates is found, wherever it is.

use std::fs;
use std::io;
use std::path::Path;

use super::found::{Found, look};
use super::notice::HEAD_BYTES;
use super::{FileError, Folders, Notice};

/// What precedes the notice in a record.
pub(super) const HEADS: &[&str] = &["# "];

/// How long a record can be, in bytes.
const MAX_BYTES: usize = 16 << 20;

/// The path of the record of the spec at `spec`, both relative to the project's folder: `close-codes.outputs`.
pub(super) fn path(spec: &str) -> String {
    let (stem, _) = spec.rsplit_once('.').unwrap_or((spec, ""));
    format!("{stem}.outputs")
}

/// The text of a record of `paths`.
pub(super) fn text<'a>(notice: &Notice, paths: impl Iterator<Item = &'a str>) -> String {
    let [spec, command] = notice.lines();
    let mut text =
        format!("# {spec}\n# {command}\n# Commit this file: it lists what was generated.\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The paths in the record at `path`; none when there is none, or when it is not this spec's.
pub(super) fn read(path: &Path, notice: &Notice) -> io::Result<Vec<String>> {
    let Found::File(file) = look(path, MAX_BYTES)? else {
        return Ok(Vec::new());
    };
    if !notice.begins(&file.bytes, HEADS) {
        return Ok(Vec::new());
    }
    let text = String::from_utf8_lossy(&file.bytes);
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}

/// The spec that the record at the place of this spec's own belongs to, where that is another one: a file beside it whose name
/// differs only in its end.
///
/// # Errors
///
/// When the record or the folder cannot be read.
pub fn other_owner(folders: &Folders, notice: &Notice) -> Result<Option<String>, FileError> {
    let record = folders.record();
    let owner = || -> io::Result<Option<String>> {
        let Found::File(file) = look(&folders.project.join(&record), HEAD_BYTES)? else {
            return Ok(None);
        };
        if notice.begins(&file.bytes, HEADS) {
            return Ok(None);
        }
        let folder = folders.spec.rfind('/').map_or(0, |slash| slash + 1);
        let folder = &folders.spec[..folder];
        for entry in fs::read_dir(folders.project.join(folder))? {
            let other = format!("{folder}{}", entry?.file_name().to_string_lossy());
            let is_owner = || Notice::new(&other, notice.command()).begins(&file.bytes, HEADS);
            if other != folders.spec && path(&other) == record && is_owner() {
                return Ok(Some(other));
            }
        }
        Ok(None)
    };
    owner().map_err(|error| folders.failed(&record, error))
}
