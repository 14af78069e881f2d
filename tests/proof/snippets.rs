//! The files in `docs/snippets`: they compile, run, and do what the guide says of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use tests::{copy, program, read, root, scratch, toolchain, write};

use crate::examples::compile_app;
use crate::rust::{cargo, crate_at};
use crate::swift::{CHECKING, strict_swiftc};
use crate::typescript::has_packages;

fn snippets() -> PathBuf {
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
fn own_cargo(name: &str, arguments: &[&str]) -> String {
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

/// A copy of the crate with a build script, as deep below the project's folder, so that its paths hold.
fn build(folder: &Path) -> Output {
    toolchain::cargo(folder)
        .args(["run", "--quiet", "--offline", "--color", "never"])
        .env("CARGO_TARGET_DIR", scratch("build-script-target"))
        .output()
        .expect("cargo can be started")
}

#[test]
fn a_build_script_makes_the_codes_or_says_what_is_wrong() {
    let folder = scratch("build-script");
    let original = snippets().join("build-script");
    for file in ["Cargo.toml", "build.rs", "src/main.rs", "close-codes.json"] {
        write(&folder.join(file), &read(&original.join(file)));
    }
    let lock = read(&root().join("Cargo.lock"));
    write(&folder.join("Cargo.lock"), &lock);

    let Output { stdout, stderr, .. } = build(&folder);
    let printed = String::from_utf8_lossy(&stdout);
    let expected = "4001 session-expired: reconnect immediately\n";
    assert_eq!(printed, expected, "{}", String::from_utf8_lossy(&stderr));

    let spec = folder.join("close-codes.json");
    let broken = read(&spec).replace("\"summary\"", "\"sumary\"");
    write(&spec, &broken);
    let output = build(&folder);
    assert!(!output.status.success(), "a broken spec is built");
    assert_refused_alike(&folder, &String::from_utf8_lossy(&output.stderr));
}

/// The build script's words are those of the program, to the letter.
fn assert_refused_alike(folder: &Path, stderr: &str) {
    let (_, said) = stderr.split_once("Error: \n").expect("an error");
    let said: Vec<&str> = said
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect();
    let said = said.join("\n");
    let ended = program::run(folder, &["check"]);
    assert_eq!(ended.status, 2);
    assert!(
        ended
            .stderr
            .contains("error[unknown-field]: unknown field `sumary`")
    );
    assert!(
        said.starts_with(&ended.stderr),
        "{stderr}\n{}",
        ended.stderr
    );
}

#[test]
fn outside_of_cargo_a_build_script_says_so() {
    let error =
        close_codes_cli::build_script::generate("close-codes.json").expect_err("no OUT_DIR");
    assert_eq!(
        error.to_string(),
        "error: there is no OUT_DIR\nhelp: call this from a build script, which cargo runs\n"
    );
}

/// A git repository with the app of the guide, its outputs committed.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&snippets().join("own-codes"), folder.path());
    assert_eq!(program::run(folder.path(), &["--quiet"]).status, 0);
    for arguments in [
        &["init", "--quiet"][..],
        &["config", "user.name", "A. Tester"],
        &["config", "user.email", "tester@example.com"],
        &["config", "commit.gpgsign", "false"],
        &["config", "core.hooksPath", ".git/hooks"],
        &["add", "--all"],
        &["commit", "--quiet", "--message", "Add the close codes"],
    ] {
        let output = git(folder.path(), arguments);
        assert!(output.status.success(), "{output:?}");
    }
    folder
}

fn git(folder: &Path, arguments: &[&str]) -> Output {
    with_program(Command::new("git").current_dir(folder).args(arguments))
}

/// Runs `command` where `close-codes` is installed.
fn with_program(command: &mut Command) -> Output {
    let installed = program::path().parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [installed].into_iter().chain(std::env::split_paths(&path));
    let paths = std::env::join_paths(paths).expect("a PATH");
    command
        .env("PATH", paths)
        .env("NO_COLOR", "1")
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// Changes the spec, and nothing that is made from it.
fn reword(folder: &Path) {
    let spec = folder.join("close-codes.json");
    let text = read(&spec).replace("no longer valid", "too old");
    fs::write(&spec, text).expect("the spec can be written");
}

#[test]
fn the_hook_refuses_drift() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    let hook = snippets().join("hooks/pre-commit");
    toolchain::run(Command::new("sh").arg("-n").arg(&hook));
    let repository = repository();
    let folder = repository.path();
    let installed = folder.join(".git/hooks/pre-commit");
    fs::create_dir_all(folder.join(".git/hooks"))
        .and_then(|()| fs::copy(&hook, &installed))
        .expect("the hook can be copied");
    let commit = || {
        git(
            folder,
            &["commit", "--quiet", "--message", "Reword a summary"],
        )
    };

    reword(folder);
    git(folder, &["add", "close-codes.json"]);
    let refused = commit();
    let said = String::from_utf8_lossy(&[refused.stdout, refused.stderr].concat()).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("stale: web/src/close-code.ts"), "{said}");
    assert!(said.contains("3 files are out of sync: run `close-codes generate`"));

    // Mended, but not staged: the commit would still hold the old files.
    assert_eq!(program::run(folder, &["--quiet"]).status, 0);
    assert!(!commit().status.success());
    git(folder, &["add", "--all"]);
    let accepted = commit();
    assert!(accepted.status.success(), "{accepted:?}");
}

/// The commands of the workflow, but for the installation.
#[test]
fn the_workflow_refuses_drift() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    let workflow = read(&snippets().join("github.yml"));
    let commands: Vec<&str> = workflow
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- run: "))
        .collect();
    let [install, check] = &commands[..] else {
        panic!("{commands:?}");
    };
    assert!(install.starts_with("cargo install --locked --git "));
    let repository = repository();
    let run = || {
        with_program(
            Command::new("sh")
                .current_dir(&repository)
                .args(["-ec", check]),
        )
    };
    assert_eq!(run().status.code(), Some(0));
    reword(repository.path());
    assert_eq!(run().status.code(), Some(1));
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
        let sources = ["CloseCode.swift", "SignIn.swift"];
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
