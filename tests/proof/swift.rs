//! The Swift outputs, on both shapes of Foundation's enum, in both language modes, at their strictest.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::documented::code_blocks;
use tests::{copy, read, render, root, scratch, spec_with_outputs, toolchain, write};

/// Puts the generated package, its one-file form and the stand-in for Apple's enum in one folder.
pub(crate) fn sources(name: &str) -> PathBuf {
    let folder = scratch(name);
    copy(&root().join("generated/swift"), &folder.join("CloseCodes"));
    copy(
        &root().join("tests/languages/swift/shapes"),
        &folder.join("shapes"),
    );
    copy(
        &root().join("generated/swift/Sources/CloseCodes"),
        &folder.join("shapes/Sources/CloseCodes"),
    );
    let files = render(&spec_with_outputs(json!({ "swift": "CloseCode.swift" })));
    let drop_in = files.get("CloseCode.swift").expect("the file");
    write(&folder.join("drop-in/CloseCode.swift"), drop_in);
    folder
}

pub(crate) fn swift(tool: &str, folder: &Path, arguments: &[&str]) -> String {
    toolchain::run(Command::new(tool).current_dir(folder).args(arguments))
}

/// Has `swiftc` make no code, but find all that it would find on the way.
pub(crate) const CHECKING: [&str; 3] = ["-emit-sil", "-o", "sil"];

/// A call of `swiftc` at its strictest in a language mode, on files that are one module.
pub(crate) fn strict_swiftc(folder: &Path, mode: &str) -> Command {
    let mut command = Command::new("swiftc");
    command.current_dir(folder).args([
        "-parse-as-library",
        "-wmo",
        "-strict-concurrency=complete",
        "-warnings-as-errors",
        "-swift-version",
        mode,
    ]);
    command
}

/// Holds the files of one module against `strict_swiftc`.
pub(crate) fn check(folder: &Path, mode: &str, shape: &[&str], files: &[&str]) {
    toolchain::run(
        strict_swiftc(folder, mode)
            .args(CHECKING)
            .args(shape)
            .args(files),
    );
}

#[test]
fn swift_format_has_nothing_to_say() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    let folder = sources("swift-format");
    for path in ["CloseCodes", "drop-in", "shapes"] {
        swift(
            "swift",
            &folder,
            &["format", "lint", "--strict", "--recursive", path],
        );
    }
}

#[test]
fn every_form_compiles_without_warnings() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = sources("swift-strict");
    build_stand_in(&folder);
    let package = [
        "CloseCodes/Sources/CloseCodes/CloseCode.swift",
        "CloseCodes/Sources/CloseCodes/URLSessionWebSocketTask+CloseCode.swift",
    ];
    let forms: [&[&str]; 3] = [&package, &package[..1], &["drop-in/CloseCode.swift"]];
    for mode in ["5", "6"] {
        for shape in shapes() {
            for form in forms {
                check(&folder, mode, shape, form);
            }
        }
    }
}

/// The arguments for Foundation's enum as it is here, and for the stand-in, whose enum is open.
pub fn shapes() -> [&'static [&'static str]; 2] {
    [
        &[],
        &[
            "-I",
            "stand-in",
            "-I",
            "shapes/Sources/CAppleCloseCode/include",
        ],
    ]
}

/// Compiles the modules that take the place of Foundation's networking and of Darwin.
pub fn build_stand_in(folder: &Path) {
    write(&folder.join("stand-in/.keep"), "");
    for (module, path) in [
        (
            "FoundationNetworking",
            "shapes/Sources/FoundationNetworking/FoundationNetworking.swift",
        ),
        ("Darwin", "shapes/Sources/Darwin/Darwin.swift"),
    ] {
        let output = format!("stand-in/{module}.swiftmodule");
        let arguments = [
            "-emit-module",
            "-parse-as-library",
            "-module-name",
            module,
            "-I",
            "shapes/Sources/CAppleCloseCode/include",
            "-o",
            &output,
            path,
        ];
        swift("swiftc", folder, &arguments);
    }
}

/// Foundation's own enum: open on Apple's platforms, closed elsewhere.
#[test]
fn every_member_answers_on_the_real_foundation() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    let shapes = sources("swift-real").join("shapes");
    let arguments = [
        "run",
        "--quiet",
        "--scratch-path",
        "../build-real",
        "Shapes",
    ];
    let printed = toolchain::run(
        Command::new("swift")
            .current_dir(shapes)
            .args(arguments)
            .env("FOUNDATION", "real"),
    );
    let shape = if cfg!(target_os = "macos") {
        "open"
    } else {
        "closed"
    };
    assert!(printed.starts_with(&format!("{shape} enum: ")), "{printed}");
}

#[test]
fn every_member_answers_on_an_open_enum() {
    if cfg!(target_os = "macos") || !toolchain::has(&["swift"]) {
        return;
    }
    let shapes = sources("swift-open").join("shapes");
    let arguments = [
        "run",
        "--quiet",
        "--scratch-path",
        "../build-open",
        "Shapes",
    ];
    let printed = swift("swift", &shapes, &arguments);
    assert!(printed.starts_with("open enum: "), "{printed}");
}

/// A constant that the platform's enum cannot represent is a message of the compiler, not a trap.
#[test]
fn a_closed_enum_says_why_a_constant_is_missing() {
    if cfg!(target_os = "macos") || !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = sources("swift-closed");
    let main = "import FoundationNetworking\n\
        let task = URLSessionWebSocketTask.CloseCode.serviceRestart\n";
    write(&folder.join("main.swift"), main);
    let output = Command::new("swiftc")
        .current_dir(&folder)
        .args(["-typecheck", "drop-in/CloseCode.swift", "main.swift"])
        .output()
        .expect("swiftc can be started");
    let message = "'serviceRestart' is unavailable: Foundation's enum cannot represent 1012 on this platform; \
        close(_:reason:) throws for it, too";
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && stderr.contains(message),
        "{stderr}"
    );
}

/// The examples of the readme, with what they leave to the application.
#[test]
fn the_examples_compile() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = sources("swift-examples");
    let readme = read(&root().join("generated/swift/README.md"));
    let examples = code_blocks(&readme, "swift");
    let [receiving, closing] = &examples[..] else {
        panic!("the readme has {} examples", examples.len());
    };
    let receiving = receiving.replace("import CloseCodes\n", "");
    let imports = "#if canImport(FoundationNetworking)\n  import FoundationNetworking\n#endif\n";
    let rest = format!(
        "func signIn() async throws {{}}\nfunc close(_ task: URLSessionWebSocketTask) throws {{\n{closing}\n}}\n"
    );
    write(
        &folder.join("Examples.swift"),
        &format!("{imports}{receiving}\n{rest}"),
    );
    let files = ["drop-in/CloseCode.swift", "Examples.swift"];
    check(&folder, "6", &[], &files);
}
