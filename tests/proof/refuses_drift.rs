//! The hook and the workflow in `docs/snippets`: in a git repository they refuse outputs that do not fit the spec, and the
//! workflow also what breaks peers.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;
use tests::{copy, program, read, toolchain};

use crate::snippets::snippets;

/// A git repository with the app of the guide, its outputs committed.
pub(crate) fn repository() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&snippets().join("own-codes"), folder.path());
    assert_eq!(program::run(folder.path(), &["--quiet"]).status, 0);
    for arguments in [
        &["init", "--quiet", "--initial-branch", "main"][..],
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

pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Output {
    with_program(Command::new("git").current_dir(folder).args(arguments))
}

/// Runs `command` where `close-codes` is installed.
pub(crate) fn with_program(command: &mut Command) -> Output {
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
pub(crate) fn reword(folder: &Path) {
    replace_in_spec(folder, "no longer valid", "too old");
}

pub(crate) fn replace_in_spec(folder: &Path, old: &str, new: &str) {
    let spec = folder.join("close-codes.json");
    let text = read(&spec);
    assert!(text.contains(old), "{text}");
    fs::write(&spec, text.replace(old, new)).expect("the spec can be written");
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

/// The commands of the workflow: the installation, and those that check.
fn workflow() -> [String; 3] {
    let workflow = read(&snippets().join("github.yml"));
    let lines = workflow.lines().map(str::trim);
    let commands = lines.filter_map(|line| {
        line.strip_prefix("- ")
            .unwrap_or(line)
            .strip_prefix("run: ")
    });
    let commands: Vec<String> = commands.map(str::to_owned).collect();
    commands
        .try_into()
        .unwrap_or_else(|commands| panic!("{commands:?}"))
}

/// Runs a command of the workflow for a pull request to `main`.
fn step(folder: &Path, command: &str) -> (Option<i32>, String) {
    let mut shell = Command::new("sh");
    let shell = shell.current_dir(folder).args(["-ec", command]);
    let output = with_program(shell.env("GITHUB_BASE_REF", "main"));
    let printed = [output.stdout, output.stderr].concat();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    (output.status.code(), printed)
}

#[test]
fn the_workflow_refuses_drift() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    let [install, check, _] = workflow();
    assert!(install.starts_with("cargo install --locked --git "));
    let repository = repository();
    assert_eq!(step(repository.path(), &check).0, Some(0));
    reword(repository.path());
    assert_eq!(step(repository.path(), &check).0, Some(1));
}

/// A clone as the workflow has it: of a pull request, with the branch that it is for.
#[test]
fn the_workflow_refuses_what_breaks_peers() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    let [_, check, breaking] = workflow();
    let origin = repository();
    let url = format!("file://{}", origin.path().display());
    let cloned = |depth: &[&str]| {
        let clone = tempfile::tempdir().expect("a temporary folder");
        let output = git(
            clone.path(),
            &[&["clone", "--quiet"], depth, &[&url, "."]].concat(),
        );
        assert!(output.status.success(), "{output:?}");
        clone
    };

    let clone = cloned(&[]);
    reword(clone.path());
    assert_eq!(
        step(clone.path(), &breaking),
        (Some(0), "nothing breaks\n".to_owned())
    );
    replace_in_spec(clone.path(), "4001", "4002");
    assert_eq!(program::run(clone.path(), &["--quiet"]).status, 0);
    assert_eq!(step(clone.path(), &check).0, Some(0));
    let (status, printed) = step(clone.path(), &breaking);
    assert_eq!(status, Some(1), "{printed}");
    assert!(printed.contains("error[renumbered]"), "{printed}");

    // What `fetch-depth: 0` is for: by default, the branch of a pull request is all that there is.
    assert!(read(&snippets().join("github.yml")).contains("fetch-depth: 0"));
    assert!(git(origin.path(), &["branch", "change"]).status.success());
    let shallow = cloned(&["--depth", "1", "--branch", "change"]);
    let (status, printed) = step(shallow.path(), &breaking);
    assert_eq!(status, Some(2), "{printed}");
    assert!(printed.contains("`fetch-depth: 0`"), "{printed}");
}
