//! The code in `docs/snippets`: it compiles at its strictest, is formatted, and runs.

use std::path::{Path, PathBuf};
use std::process::Command;

use tests::{copy, program, read, root, scratch, toolchain, write};

use crate::examples::compile_app;
use crate::rust::{cargo, crate_at};
use crate::swift::{CHECKING, strict_swiftc};
use crate::typescript::has_packages;

/// The folder of the snippets.
pub(crate) fn snippets() -> PathBuf {
    root().join("docs/snippets")
}

/// Swift at its strictest, in both language modes.
fn swiftc(folder: &Path, arguments: &[&str]) {
    for mode in ["5", "6"] {
        toolchain::run(strict_swiftc(folder, mode).args(arguments));
    }
}

#[test]
fn the_receive_loop_compiles() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = scratch("receive-loop");
    let sources = root().join("generated/swift/Sources/CloseCodes");
    let package = ["CloseCode", "URLSessionWebSocketTask+CloseCode"]
        .map(|name| sources.join(format!("{name}.swift")).display().to_string());
    let module = ["-emit-module", "-module-name", "CloseCodes"];
    swiftc(
        &folder,
        &[&module[..], &[&package[0], &package[1]]].concat(),
    );
    let receive_loop = snippets().join("ReceiveLoop.swift").display().to_string();
    let arguments = ["-I", ".", &receive_loop];
    swiftc(&folder, &[&CHECKING[..], &arguments].concat());
}

#[test]
fn the_swift_snippets_are_formatted() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    for path in [
        "docs/snippets",
        "tests/conversation",
        "tests/samples",
        "tests/languages/swift/ThreeApps.swift",
    ] {
        let lint = ["format", "lint", "--strict", "--recursive", path];
        toolchain::run(Command::new("swift").current_dir(root()).args(lint));
    }
}

#[test]
fn the_page_that_reconnects_compiles() {
    if has_packages() {
        toolchain::run(&mut compile_app(&snippets()));
    }
}

/// A crate of `docs/snippets` with its own lock file.
pub(crate) fn own_cargo(name: &str, arguments: &[&str]) -> String {
    toolchain::run(
        toolchain::cargo(&snippets().join(name))
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

/// The app of the guide with its outputs.
fn app(name: &str) -> PathBuf {
    let folder = scratch(name);
    copy(&snippets().join("own-codes"), &folder);
    assert_eq!(program::run(&folder, &["--quiet"]).status, 0);
    folder
}

#[test]
fn the_server_of_the_guide_compiles() {
    let sources = app("own-codes-rust").join("server/src");
    let main = format!("#![deny(warnings)]\n{}", read(&sources.join("main.rs")));
    let folder = crate_at("own-codes", "", &main);
    let codes = read(&sources.join("close_code.rs"));
    write(&folder.join("src/close_code.rs"), &codes);
    assert_eq!(
        cargo(&folder, &["run", "--quiet"]),
        "closing with 4001 session-expired: The session token is no longer valid.\n"
    );
}

#[test]
fn the_phone_app_of_the_guide_compiles() {
    if toolchain::has(&["swiftc"]) {
        let sources = ["CloseCode.swift", "Connect.swift", "SignIn.swift"];
        let folder = app("own-codes-swift").join("ios");
        swiftc(&folder, &[&CHECKING[..], &sources].concat());
    }
}

#[test]
fn the_page_of_the_guide_compiles() {
    if has_packages() {
        let folder = app("own-codes-typescript").join("web/src");
        toolchain::run(&mut compile_app(&folder));
    }
}
