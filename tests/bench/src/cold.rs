//! A package → what its first build takes, in an empty folder and without a network.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::Result;
use crate::builds::cargo;

/// What one build took.
#[derive(Debug, Clone, Copy)]
pub struct Cold {
    /// The time of all processors in the compilers.
    pub user: Duration,
    /// From the start to the end.
    pub wall: Duration,
    /// How many crates were compiled, the package's own included.
    pub crates: usize,
}

/// Builds `package` of the workspace as a newcomer does.
pub fn build(root: &Path, package: &str) -> Result<Cold> {
    let target = root.join("target/bench/cold");
    if target.exists() {
        fs::remove_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    }
    let mut cargo = cargo(root);
    cargo.args([
        "build",
        "--offline",
        "--locked",
        "-p",
        package,
        "--target-dir",
    ]);
    cargo
        .arg(&target)
        .stdin(Stdio::null())
        .stderr(Stdio::piped());
    let name = format!("the build of {package}");
    let failed = |error| format!("{name}: {error}");
    let start = Instant::now();
    let mut child = cargo.spawn().map_err(failed)?;
    let mut printed = String::new();
    if let Some(mut stderr) = child.stderr.take() {
        stderr.read_to_string(&mut printed).map_err(failed)?;
    }
    let used = child.wait4().map_err(failed)?;
    let wall = start.elapsed();
    if !used.status.success() {
        return Err(format!("{name}: {}\n{printed}", used.status));
    }
    let compiled = printed
        .lines()
        .filter(|line| line.trim_start().starts_with("Compiling "));
    Ok(Cold {
        user: used.rusage.utime,
        wall,
        crates: compiled.count(),
    })
}
