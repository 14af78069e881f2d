//! The hook and the workflow in `docs/snippets`: in a git repository they refuse outputs that do not fit the spec.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use tests::{copy, program, read, toolchain};

use crate::snippets::snippets;

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
    let printed = String::from_utf8_lossy(&[refused.stdout, refused.stderr].concat()).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{printed}");
    assert!(
        printed.contains("stale: web/src/close-code.ts"),
        "{printed}"
    );
    assert!(printed.contains("3 files are out of sync: run `close-codes generate`"));

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
