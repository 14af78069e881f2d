//! The sources → the programs that are measured.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Result, tools};

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
    let call = ["build", "--locked", "--release", "--target-dir"];
    build(
        cargo(&root.join("tests/bench/calls"))
            .args(call)
            .arg(&calls),
    )?;
    Ok(Programs {
        close_codes: packed(root, &target.join("bench/packed"))?,
        calls: calls.join("release/calls"),
        floor: target.join("dist/floor"),
        peak: target.join("dist/peak"),
    })
}

/// Makes the packages for this platform, and unpacks the program from the one for npm into `folder`.
fn packed(root: &Path, folder: &Path) -> Result<PathBuf> {
    build(&mut Command::new(root.join("release/install")))?;
    let release = ["run", "--locked", "-p", "release"];
    let made = tools::output(cargo(root).args(release).stderr(Stdio::inherit()))?;
    // The name of the other, of the launcher, has the version there.
    let package = made.lines().find(|path| {
        let name = path.strip_suffix(".tgz");
        let name = name.and_then(|name| name.rsplit_once("close-codes-cli-"));
        name.is_some_and(|(_, name)| name.starts_with(char::is_alphabetic))
    });
    let package = package.ok_or_else(|| format!("no package contains the program:\n{made}"))?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    tools::output(
        Command::new("tar")
            .args(["-xzf", package, "-C"])
            .arg(folder),
    )?;
    Ok(folder.join("package/bin/close-codes"))
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
