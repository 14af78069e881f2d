//! Foreign toolchains: a test that needs a missing one says so and passes, unless `REQUIRE_TOOLCHAINS=1` is set.

use std::env;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// Whether every one of `tools` is installed. If not, a line on standard error names the first that is missing.
#[must_use]
pub fn has(tools: &[&str]) -> bool {
    let Some(missing) = tools.iter().find(|tool| find(tool).is_none()) else {
        return true;
    };
    skip(&format!("{missing} is not installed"));
    false
}

/// Says that the test of this thread, which bears its name, is skipped, past the capture of the test runner.
pub fn skip(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    assert!(
        !are_required(),
        "{test}: {why}, and REQUIRE_TOOLCHAINS=1 forbids to skip"
    );
    let _ = writeln!(std::io::stderr(), "skipped {test}: {why}");
}

/// Whether nothing may be skipped.
#[must_use]
pub fn are_required() -> bool {
    env::var("REQUIRE_TOOLCHAINS").is_ok_and(|value| value == "1")
}

/// Where `tool` is installed.
#[must_use]
pub fn find(tool: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .flat_map(|folder| [folder.join(tool), folder.join(format!("{tool}.exe"))])
        .find(|path| path.is_file())
}

/// Runs `command` and gives back what it printed on standard output.
pub fn run(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{command:?} failed: {}\n{stdout}\n{stderr}",
        output.status
    );
    stdout
}

/// Cargo as it runs these tests, for a project in `folder` that nothing here knows of.
#[must_use]
pub fn cargo(folder: &std::path::Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).env_remove("RUSTFLAGS");
    cargo
}
