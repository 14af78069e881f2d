//! The code in `docs/snippets`: it is formatted, and what is a crate of its own runs.

pub(crate) mod forms;

use std::path::{Path, PathBuf};
use std::process::Command;

use tests::{root, scratch, toolchain};

/// The folder of the snippets.
pub(crate) fn snippets() -> PathBuf {
    root().join("docs/snippets")
}

#[test]
fn the_swift_snippets_are_formatted() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    for path in [
        "docs/snippets",
        "tests/languages/swift/bridges",
        "tests/samples",
        "tests/languages/swift/ThreeApps.swift",
    ] {
        let lint = ["format", "lint", "--strict", "--recursive", path];
        toolchain::run(Command::new("swift").current_dir(root()).args(lint));
    }
}

/// Cargo in a crate of `docs/snippets` with its own lock file.
pub(crate) fn own_cargo(name: &str, arguments: &[&str]) -> String {
    cargo_in(&snippets().join(name), name, arguments)
}

/// Cargo in `folder`, which shares what is built for the crate `name`.
pub(crate) fn cargo_in(folder: &Path, name: &str, arguments: &[&str]) -> String {
    toolchain::run(
        toolchain::cargo(folder)
            .args(arguments)
            .env("CARGO_TARGET_DIR", scratch(name).join("target")),
    )
}

/// A web server and all that it depends on are much to build, so it is for those who ask.
#[test]
fn the_axum_server_closes_with_codes() {
    if !toolchain::are_required() {
        let why = "it builds a web server, for which REQUIRE_TOOLCHAINS=1 asks";
        toolchain::skip(why);
        return;
    }
    own_cargo("axum", &["fetch", "--locked"]);
    own_cargo("axum", &["test", "--quiet", "--locked", "--offline"]);
    own_cargo("axum", &["fmt", "--check"]);
    let clippy = [
        "clippy",
        "--quiet",
        "--all-targets",
        "--locked",
        "--offline",
        "--",
        "-Dwarnings",
    ];
    own_cargo("axum", &clippy);
}
