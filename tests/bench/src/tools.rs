//! The tools that measurements need: found or not, and their versions.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::Result;

/// Where `tool` is.
pub fn find(tool: &str) -> Result<PathBuf> {
    let paths = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&paths)
        .map(|folder| folder.join(tool))
        .find(|path| path.is_file());
    found.ok_or_else(|| format!("{tool} is not installed: run .ci/install"))
}

/// Whether nothing may be skipped.
#[must_use]
pub fn are_required() -> bool {
    env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1")
}

/// What `tool` prints as its version: the first word that contains a digit, from there.
pub fn version(tool: &str) -> Result<String> {
    let printed = output(Command::new(tool).arg("--version"))?;
    let word = printed
        .split_whitespace()
        .find(|word| word.contains(|c: char| c.is_ascii_digit()));
    let version = word.map(|word| word.trim_start_matches(|c: char| !c.is_ascii_digit()));
    Ok(version.unwrap_or_default().to_owned())
}

/// What `command` prints on standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let ended = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if ended.status.success() {
        Ok(String::from_utf8_lossy(&ended.stdout).into_owned())
    } else {
        let errors = String::from_utf8_lossy(&ended.stderr);
        Err(format!("{command:?}: {}\n{errors}", ended.status))
    }
}
