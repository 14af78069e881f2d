//! An endpoint's line → its tools looked for, and its folder installed and built.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::endpoints::Endpoint;
use crate::process::{in_group, kill_group};

/// A cold build of the largest endpoint takes a few minutes.
const LIMIT: Duration = Duration::from_mins(30);

/// The exit status with which a `prepare` command says that something is not installed.
const MISSING: i32 = 77;

/// Whether an endpoint can be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Prepared {
    /// It can.
    Yes,
    /// This is not installed.
    Missing(String),
    /// This failed.
    Failed(String),
}

/// Prepares endpoints, the same command in the same folder only once.
#[derive(Debug, Default)]
pub struct Preparations {
    done: BTreeMap<(&'static str, &'static str), Prepared>,
}

impl Preparations {
    /// Prepares `endpoint`.
    pub fn prepare(&mut self, endpoint: &Endpoint) -> Prepared {
        if let Some(tool) = endpoint
            .needs
            .split_whitespace()
            .find(|tool| !installed(tool))
        {
            return Prepared::Missing(format!("{tool} is not installed"));
        }
        let key = (endpoint.folder, endpoint.prepare);
        let run = || run(endpoint.prepare, &endpoint.path(), LIMIT);
        self.done.entry(key).or_insert_with(run).clone()
    }
}

/// Runs `command` in `folder`, with what it prints on our standard error.
#[must_use]
pub fn run(command: &str, folder: &Path, limit: Duration) -> Prepared {
    if command.is_empty() {
        return Prepared::Yes;
    }
    match status(command, folder, limit) {
        Err(error) => Prepared::Failed(error),
        Ok(status) if status.success() => Prepared::Yes,
        Ok(status) if status.code() == Some(MISSING) => {
            Prepared::Missing(format!("`{command}` finds something missing"))
        }
        Ok(status) => Prepared::Failed(format!("`{command}` failed: {status}")),
    }
}

fn status(command: &str, folder: &Path, limit: Duration) -> Outcome<ExitStatus> {
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
    Err(format!("`{command}` takes longer than {limit:?}"))
}

fn installed(tool: &str) -> bool {
    find(tool).is_some()
}

fn find(tool: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .flat_map(|folder| [folder.join(tool), folder.join(format!("{tool}.exe"))])
        .find(|path| path.is_file())
}
