//! The sources → the program, and the wheel that contains it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Folders;
use crate::platform::Platform;
use crate::run::{self, Failure};

/// The time of every file in a wheel, whatever the environment has: the first that a ZIP file knows, in 1980.
const TIME: &str = "315532800";

/// Makes the wheel with maturin. Gives the path of the program.
pub fn build(folders: &Folders, platform: &Platform) -> Result<PathBuf, Failure> {
    let Folders {
        root,
        sources,
        builds,
        packages,
    } = folders;
    let tools = root
        .join("release/.venv")
        .join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !tools.exists() {
        return Err(Failure(
            "maturin is not installed: run release/install first".to_owned(),
        ));
    }
    let python = tools.join("python");
    let mut maturin = Command::new(tools.join("maturin"));
    maturin.current_dir(sources);
    maturin.args([
        "build",
        "--quiet",
        "--locked",
        "--profile",
        "dist",
        "--target",
        platform.target,
    ]);
    if let Some(compatibility) = platform.compatibility() {
        // zig links for a C library of that age, whatever this machine has.
        maturin.args(["--zig", "--compatibility", compatibility]);
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let paths = [tools].into_iter().chain(env::split_paths(&path));
    let paths = env::join_paths(paths).map_err(|error| Failure(error.to_string()))?;
    maturin
        .env("PATH", paths)
        .env("CARGO_TARGET_DIR", builds)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(sources, platform)?)
        .env("CARGO_INCREMENTAL", "0")
        .env("SOURCE_DATE_EPOCH", TIME)
        .env_remove("RUSTFLAGS");
    run::output(maturin.arg("--out").arg(packages))?;
    program(folders, platform, &python)
}

/// The program that is in the wheel.
fn program(folders: &Folders, platform: &Platform, python: &Path) -> Result<PathBuf, Failure> {
    let wheel = run::only(&folders.packages, ".whl")?;
    let unpacked = folders.builds.join("wheel");
    run::empty(&unpacked)?;
    run::output(
        Command::new(python)
            .args(["-m", "zipfile", "-e"])
            .args([&wheel, &unpacked]),
    )?;
    let data = run::only(&unpacked, ".data")?;
    Ok(data.join("scripts").join(platform.program()))
}

/// Flags of rustc that keep folders and times of this machine out of the program.
fn flags(sources: &Path, platform: &Platform) -> Result<String, Failure> {
    let home = env::home_dir().ok_or_else(|| Failure("there is no home folder".to_owned()))?;
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let mut flags = vec![
        format!("--remap-path-prefix={}=/cargo", cargo.display()),
        format!("--remap-path-prefix={}=/close-codes", sources.display()),
    ];
    if platform.os == "win32" {
        flags.push("-Clink-arg=/Brepro".to_owned());
    }
    Ok(flags.join("\x1f"))
}
