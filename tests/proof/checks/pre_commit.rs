//! The hooks, as pre-commit installs them from a clone of this repository and runs them in another one.

use std::process::Command;

use tests::{program, root, scratch, toolchain};

use super::{is_ready, tool};
use crate::refuses_drift::{git, repository, reword};

#[test]
fn the_hooks_are_valid() {
    if !is_ready() {
        return;
    }
    toolchain::run(tool("pre-commit").args(["validate-manifest", ".pre-commit-hooks.yaml"]));
    let configuration = "docs/snippets/pre-commit-config.yaml";
    toolchain::run(tool("pre-commit").args(["validate-config", configuration]));
}

/// `pre-commit try-repo`, which has pip compile the program: here without optimisation, and with what the action compiles, too.
fn try_repo(folder: &std::path::Path) -> (Option<i32>, String) {
    let wheels = root().join("tests/checks/.venv/wheels");
    let mut command: Command = tool("pre-commit");
    command
        .args(["try-repo", "--all-files", "--verbose", "--color=never"])
        .arg(root())
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            scratch("checks/runner/close-codes-target"),
        )
        .envs(super::QUICK_RELEASE)
        .env("PIP_NO_INDEX", "1")
        .env("PIP_FIND_LINKS", wheels);
    let output = command.output().expect("pre-commit can be started");
    let printed = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&printed).into_owned(),
    )
}

#[test]
fn the_hooks_refuse_drift_and_mend_it() {
    if !is_ready() {
        return;
    }
    if !toolchain::are_required() {
        toolchain::skip("pip compiles the program, for which REQUIRE_TOOLCHAINS=1 asks");
        return;
    }
    let repository = repository();
    let folder = repository.path();
    reword(folder);
    assert!(git(folder, &["add", "--all"]).status.success());
    let (status, printed) = try_repo(folder);
    assert_eq!(status, Some(1), "{printed}");
    let results = |printed: &str| -> Vec<String> {
        let lines = printed
            .lines()
            .filter(|line| line.contains("close codes..."));
        let result = |line: &str| line.rsplit('.').next().unwrap_or_default().to_owned();
        lines.map(result).collect()
    };
    assert_eq!(results(&printed), ["Failed", "Failed"], "{printed}");
    assert!(
        printed.contains("stale: web/src/close-code.ts"),
        "{printed}"
    );
    assert!(
        printed.contains("3 files are out of sync: run `close-codes generate`"),
        "{printed}"
    );
    assert!(
        printed.contains("files were modified by this hook"),
        "{printed}"
    );

    // The second hook has generated what the first one found.
    assert_eq!(program::run(folder, &["check"]).status, 0);
    let (status, printed) = try_repo(folder);
    assert_eq!(status, Some(0), "{printed}");
    assert_eq!(results(&printed), ["Passed", "Passed"], "{printed}");
}
