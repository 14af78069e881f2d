//! A lock on the spec file: of two runs for one spec, the second waits until the first is done.

use std::fs::File;
use std::io;
use std::path::Path;

/// Holds the lock until it is dropped, or the program ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "holding it is all that it is for")] File);

/// Waits for the lock on the spec at `path`; `None` where the file system has no locks.
///
/// # Errors
///
/// When the spec cannot be opened.
pub fn lock(path: &Path) -> io::Result<Option<Lock>> {
    let file = File::open(path)?;
    match file.lock() {
        Ok(()) => Ok(Some(Lock(file))),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error),
    }
}
