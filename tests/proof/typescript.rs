//! The TypeScript package in the hands of strangers: a program under three compilers, a bundler, odd inputs.

use std::process::Command;

use tests::languages::Language;
use tests::{root, toolchain};

/// Runs one of the checks in `tests/languages/typescript` on the generated package.
fn check(script: &str) {
    if !has_packages() {
        return;
    }
    let folder = Language::named("typescript").folder();
    toolchain::run(
        Command::new("node")
            .arg(folder.join(script))
            .arg(root().join("generated/typescript")),
    );
}

/// Whether Node and the npm packages of the checks are installed.
pub(crate) fn has_packages() -> bool {
    Language::named("typescript").is_ready()
}

#[test]
fn compilers_are_content() {
    check("compiles.mjs");
}

#[test]
fn bundlers_drop_the_summaries() {
    check("shaken.mjs");
}

#[test]
fn functions_stand_every_input() {
    check("behaves.mjs");
}
