//! A path → what is there: nothing, a regular file, or something that is neither read nor written.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

/// What is at a path.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    File(FoundFile),
    /// Something else, in words: `a folder`.
    Other(&'static str),
}

/// A regular file.
#[derive(Debug)]
pub(super) struct FoundFile {
    /// Its bytes, up to the limit.
    pub(super) bytes: Vec<u8>,
    /// Whether these are all.
    pub(super) is_whole: bool,
    pub(super) metadata: Metadata,
}

/// What is at `path`, without following a link, and at most `limit` bytes of it.
pub(super) fn look(path: &Path, limit: usize) -> io::Result<Found> {
    let metadata = match path.symlink_metadata() {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Ok(Found::Other("behind a file that is not a folder"));
        }
        Err(error) => return Err(error),
    };
    let kind = metadata.file_type();
    if !kind.is_file() {
        return Ok(Found::Other(if kind.is_symlink() {
            "a symbolic link"
        } else if kind.is_dir() {
            "a folder"
        } else {
            "a device, a pipe or a socket"
        }));
    }
    let limit = u64::try_from(limit).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(Found::File(FoundFile {
        bytes,
        is_whole: metadata.len() <= limit,
        metadata,
    }))
}
