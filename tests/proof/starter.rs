//! What `init` and `generate` make in an empty folder holds in the strictest settings and formatters of each language.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tests::program::run;
use tests::{read, root, scratch, toolchain, write};

use crate::examples::compile_app;
use crate::rust::{assert_formatted, cargo, crate_at};
use crate::swift::{check, swift};
use crate::typescript::has_packages;

/// A folder in which a newcomer has renamed one code.
fn started() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(run(folder.path(), &["init"]).status, 0);
    let spec = folder.path().join("close-codes.json");
    write(&spec, &read(&spec).replace("session-expired", "signed-out"));
    assert_eq!(run(folder.path(), &["generate"]).status, 0);
    let ended = run(folder.path(), &["check"]);
    assert_eq!(
        (ended.status, ended.stdout.as_str()),
        (0, "6 files are in sync\n")
    );
    folder
}

fn output(folder: &Path, path: &str) -> String {
    read(&folder.join(path))
}

#[test]
fn the_starter_is_strict_rust() {
    let folder = started();
    let text = output(folder.path(), "server/close_code.rs");
    let main = "#![deny(warnings, clippy::all, clippy::pedantic)]\n//! A server.\nmod close_code;\n\
        fn main() {\n    println!(\"{}\", close_code::CloseCode::SignedOut);\n}\n";
    let program = crate_at("starter", "", main);
    write(&program.join("src/close_code.rs"), &text);
    cargo(&program, &["clippy", "--quiet"]);
    assert_eq!(cargo(&program, &["run", "--quiet"]), "4001 signed-out\n");
    if toolchain::has(&["rustfmt"]) {
        assert_formatted("starter.rs", &text);
    }
}

#[test]
fn the_starter_is_strict_swift() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    let folder = scratch("starter-swift");
    let text = output(started().path(), "ios/ChatCloseCode.swift");
    write(&folder.join("ChatCloseCode.swift"), &text);
    swift(
        "swift",
        &folder,
        &["format", "lint", "--strict", "ChatCloseCode.swift"],
    );
    for mode in ["5", "6"] {
        check(&folder, mode, &[], &["ChatCloseCode.swift"]);
    }
}

#[test]
fn the_starter_is_strict_typescript() {
    if !has_packages() {
        return;
    }
    let folder = scratch("starter-typescript");
    let source = output(started().path(), "web/close-code.ts");
    write(&folder.join("close-code.ts"), &source);
    toolchain::run(&mut compile_app(&folder));
    let prettier = root().join("tests/languages/typescript/node_modules/prettier/bin/prettier.cjs");
    toolchain::run(
        Command::new("node")
            .current_dir(&folder)
            .arg(prettier)
            .args([
                "--check",
                "--no-config",
                "--ignore-path",
                "none",
                "close-code.ts",
            ]),
    );
}
