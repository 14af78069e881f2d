//! The TypeScript outputs: three compilers at their strictest, formatter, linter, packaging and a bundler.

use std::process::Command;
use std::sync::Once;

use serde_json::json;
use tests::{read, render, root, spec_with_outputs, toolchain};

/// Runs one of the checks in `tests/typescript` on the generated package.
fn check(script: &str) {
    if !toolchain::has(&["node"]) || !has_packages() {
        return;
    }
    let folder = root().join("tests/typescript");
    toolchain::run(
        Command::new("node")
            .arg(folder.join(script))
            .arg(root().join("generated/typescript")),
    );
}

/// Whether the npm packages of the checks are installed; where toolchains are required, installs them.
pub(crate) fn has_packages() -> bool {
    static INSTALL: Once = Once::new();
    let folder = root().join("tests/typescript");
    if toolchain::are_required() {
        INSTALL.call_once(|| {
            let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
            toolchain::run(Command::new("npm").args(arguments).current_dir(&folder));
        });
    }
    let installed = folder.join("node_modules").is_dir();
    if !installed {
        toolchain::skip("run `npm ci --ignore-scripts` in tests/typescript first");
    }
    installed
}

#[test]
fn compilers_are_content() {
    check("compiles.mjs");
}

#[test]
fn formatter_and_linter_are_content() {
    check("formatted.mjs");
}

#[test]
fn javascript_and_declarations_are_what_the_compilers_make() {
    check("emitted.mjs");
}

#[test]
fn package_is_fit_to_publish() {
    check("packaged.mjs");
}

#[test]
fn bundlers_drop_the_summaries() {
    check("shaken.mjs");
}

#[test]
fn functions_stand_every_input() {
    check("behaves.mjs");
}

#[test]
fn the_drop_in_is_the_source_of_the_package() {
    let files = render(&spec_with_outputs(
        json!({ "typescript": "web/close-code.ts" }),
    ));
    let package = read(&root().join("generated/typescript/src/index.ts"));
    assert_eq!(files.get("web/close-code.ts"), Some(package.as_str()));
}
