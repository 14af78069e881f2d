//! The program `close-codes`, built once for all tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use crate::{root, toolchain};

static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    toolchain::run(toolchain::cargo(&root()).args(["build", "--quiet", "-p", "codegen"]));
    let deps = env::current_exe().expect("a test knows its own path");
    let target = deps
        .ancestors()
        .nth(3)
        .expect("a test lies in target/PROFILE/deps");
    let name = format!("close-codes{}", env::consts::EXE_SUFFIX);
    target.join("debug").join(name)
});

/// The path of the program.
#[must_use]
pub fn path() -> &'static Path {
    &PROGRAM
}

/// The program in `folder`, with the arguments `args`, in English and without colour.
#[must_use]
pub fn close_codes(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(args).current_dir(folder).env("NO_COLOR", "1");
    command
}

/// How the program ended, and what it printed.
#[derive(Debug)]
pub struct Ended {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

/// Runs the program in `folder`.
#[must_use]
pub fn run(folder: &Path, args: &[&str]) -> Ended {
    let Output {
        status,
        stdout,
        stderr,
    } = close_codes(folder, args)
        .output()
        .expect("the program can be started");
    Ended {
        status: status.code().expect("the program ends by itself"),
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    }
}
