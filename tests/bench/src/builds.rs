//! The sources → the programs that are measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// Where the programs are.
#[derive(Debug)]
pub struct Programs {
    /// The generator.
    pub close_codes: PathBuf,
    /// What calls the generated Rust.
    pub calls: PathBuf,
    /// What only reads and writes.
    pub floor: PathBuf,
    /// What prints the peak memory of another program.
    pub peak: PathBuf,
}

/// Cargo in `folder`, as it runs this program, without what a machine may have set.
#[must_use]
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder);
    for variable in ["RUSTFLAGS", "RUSTC_WRAPPER", "CARGO_BUILD_TARGET"] {
        cargo.env_remove(variable);
    }
    cargo
}

/// Builds what is counted: the generator as the packages contain it, and the calls as a crate has them by default.
pub fn counted(root: &Path) -> Result<Programs> {
    let target = root.join("target");
    let calls = target.join("bench/calls");
    let generator = [
        "build",
        "--locked",
        "--profile",
        "dist",
        "-p",
        "codegen",
        "--target-dir",
    ];
    build(cargo(root).args(generator).arg(&target))?;
    let call = ["build", "--locked", "--release", "--target-dir"];
    build(
        cargo(&root.join("tests/bench/calls"))
            .args(call)
            .arg(&calls),
    )?;
    Ok(Programs {
        close_codes: target.join("dist/close-codes"),
        calls: calls.join("release/calls"),
        floor: target.join("dist/floor"),
        peak: target.join("dist/peak"),
    })
}

/// Builds everything.
pub fn all(root: &Path) -> Result<Programs> {
    let programs = counted(root)?;
    let others = [
        "build",
        "--locked",
        "--profile",
        "dist",
        "-p",
        "bench",
        "--bin",
        "floor",
        "--bin",
        "peak",
    ];
    build(
        cargo(root)
            .args(others)
            .arg("--target-dir")
            .arg(root.join("target")),
    )?;
    Ok(programs)
}

/// What cargo prints goes to standard error.
fn build(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}"))
    }
}
