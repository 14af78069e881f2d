//! An endpoint or a client library → its tools found, and its folder installed and built.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;
use crate::process::{in_group, kill_group};
use crate::subjects::Subject;

/// A cold build of the largest one takes a few minutes.
const LIMIT: Duration = Duration::from_mins(30);

/// Whether it can be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prepared {
    /// It can.
    Yes,
    /// This tool is not installed.
    Missing(String),
    /// This failed.
    Failed(String),
}

/// Prepares `subject`.
#[must_use]
pub fn prepare(subject: &impl Subject) -> Prepared {
    match subject.needs().iter().find(|tool| find(tool).is_none()) {
        Some(tool) => Prepared::Missing(tool.clone()),
        None => run(subject.preparation(), subject.folder(), LIMIT),
    }
}

/// Runs `command`, if there is one, in `folder`; what it prints goes to standard error.
#[must_use]
pub fn run(command: &str, folder: &Path, limit: Duration) -> Prepared {
    if command.is_empty() {
        return Prepared::Yes;
    }
    match status(command, folder, limit) {
        Ok(status) if status.success() => Prepared::Yes,
        Ok(status) => Prepared::Failed(format!("`{command}` failed: {status}")),
        Err(error) => Prepared::Failed(error),
    }
}

fn status(command: &str, folder: &Path, limit: Duration) -> Result<ExitStatus> {
    let mut child = in_group(command, folder)?
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .spawn()
        .map_err(|error| format!("cannot start `{command}`: {error}"))?;
    let until = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(20)),
            _ => break,
        }
    }
    kill_group(&mut child);
    let _ = child.wait();
    Err(format!("`{command}` took longer than {limit:?}"))
}

fn find(tool: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .flat_map(|folder| [folder.join(tool), folder.join(format!("{tool}.exe"))])
        .find(|path| path.is_file())
}
