//! A lock on the spec file: of two runs for one spec, the second waits until the first is done.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// Holds the lock until it is dropped, or the program ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "holding it is all that it is for")] File);

/// How long a run waits before it reports that it does: many times as long as another one takes.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often it looks meanwhile.
const PAUSE: Duration = Duration::from_millis(5);

/// Waits for the lock on the spec at `path`, and calls `waiting` where that takes long; `None` where the file system has no locks.
///
/// # Errors
///
/// When the spec cannot be opened.
pub fn lock(path: &Path, waiting: impl FnOnce()) -> io::Result<Option<Lock>> {
    let file = File::open(path)?;
    let started = Instant::now();
    let mut locked = file.try_lock();
    while matches!(locked, Err(TryLockError::WouldBlock)) && started.elapsed() < PATIENCE {
        thread::sleep(PAUSE);
        locked = file.try_lock();
    }
    let locked = match locked {
        Err(TryLockError::WouldBlock) => {
            waiting();
            file.lock()
        }
        locked => locked.map_err(io::Error::from),
    };
    match locked {
        Ok(()) => Ok(Some(Lock(file))),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(error),
    }
}
