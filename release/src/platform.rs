//! A target of Rust → what npm and maturin call that platform.

use std::env;

use crate::run::{Failure, cargo, output};

/// The platforms that packages are made for. `release/npm/close-codes.js` and the workflow have the same ones.
pub const PLATFORMS: [Platform; 7] = [
    Platform::new("x86_64-unknown-linux-gnu", "linux", "x64", Some("glibc")),
    Platform::new("aarch64-unknown-linux-gnu", "linux", "arm64", Some("glibc")),
    Platform::new("x86_64-unknown-linux-musl", "linux", "x64", Some("musl")),
    Platform::new("aarch64-unknown-linux-musl", "linux", "arm64", Some("musl")),
    Platform::new("x86_64-apple-darwin", "darwin", "x64", None),
    Platform::new("aarch64-apple-darwin", "darwin", "arm64", None),
    Platform::new("x86_64-pc-windows-msvc", "win32", "x64", None),
];

/// A platform.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// As Rust names it.
    pub target: &'static str,
    /// As `process.platform` of Node names its system.
    pub os: &'static str,
    /// As `process.arch` of Node names its processor.
    pub cpu: &'static str,
    /// The C library, of Linux.
    pub libc: Option<&'static str>,
}

impl Platform {
    const fn new(
        target: &'static str,
        os: &'static str,
        cpu: &'static str,
        libc: Option<&'static str>,
    ) -> Self {
        Self {
            target,
            os,
            cpu,
            libc,
        }
    }

    /// The platform that is called `target`, or this one.
    pub fn of(target: Option<String>) -> Result<Self, Failure> {
        let target = match target {
            Some(target) => target,
            None => host()?,
        };
        let found = PLATFORMS
            .into_iter()
            .find(|platform| platform.target == target);
        found.ok_or_else(|| {
            let targets = PLATFORMS.map(|platform| platform.target).join(", ");
            Failure(format!(
                "there is no package for {target}; there are packages for {targets}"
            ))
        })
    }

    /// The name of its npm package.
    pub fn npm_name(&self) -> String {
        let Self { os, cpu, libc, .. } = self;
        let libc = if *libc == Some("musl") { "-musl" } else { "" };
        format!("@close-codes/cli-{os}-{cpu}{libc}")
    }

    /// The name of the program's file.
    pub fn program(&self) -> &'static str {
        if self.os == "win32" {
            "close-codes.exe"
        } else {
            "close-codes"
        }
    }

    /// The oldest C library that the wheel runs with, as its name has it. Rust itself needs glibc 2.17.
    pub fn compatibility(&self) -> Option<&'static str> {
        match self.libc? {
            "musl" => Some("musllinux_1_2"),
            _ => Some("manylinux_2_17"),
        }
    }
}

/// The target that this program was compiled for.
fn host() -> Result<String, Failure> {
    let rustc = output(cargo(&env::temp_dir()).args(["version", "--verbose"]))?;
    let line = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned)
        .ok_or_else(|| Failure("cargo names no host".to_owned()))
}
