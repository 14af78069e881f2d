//! The recipes for CI systems other than GitHub: their scripts are run for a change that is in sync, for one that breaks
//! peers, and for a spec that the other branch does not have.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tests::{copy, program, read, toolchain};

use super::yaml;
use crate::refuses_drift::{git, replace_in_spec, repository, reword, with_program};
use crate::snippets::snippets;

/// A recipe: what it prints in a folder, for a change that is to be merged into the branch, if there is one.
type Recipe = fn(&Path, Option<&str>) -> (Option<i32>, String);

fn ended(command: &mut Command) -> (Option<i32>, String) {
    let output = with_program(command);
    let printed = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&printed).into_owned(),
    )
}

fn script(folder: &Path, branch: Option<&str>) -> (Option<i32>, String) {
    let script = snippets().join("ci/check-close-codes");
    ended(Command::new(script).args(branch).current_dir(folder))
}

/// GitLab runs the lines of `script` one after the other, in one shell that ends with the first that fails.
fn gitlab(folder: &Path, branch: Option<&str>) -> (Option<i32>, String) {
    let job = &yaml("docs/snippets/ci/gitlab-ci.yml")["close-codes"];
    let lines = job["script"].as_array().expect("a list");
    let lines: Vec<&str> = lines.iter().filter_map(|line| line.as_str()).collect();
    let mut shell = Command::new("sh");
    shell.args(["-ec", &lines.join("\n")]).current_dir(folder);
    if let Some(branch) = branch {
        shell.env("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", branch);
    }
    ended(&mut shell)
}

const RECIPES: [(&str, Recipe); 2] = [("check-close-codes", script), ("gitlab-ci.yml", gitlab)];

/// A clone of one commit of `origin`, without its branches.
fn clone(origin: &Path) -> TempDir {
    let clone = tempfile::tempdir().expect("a temporary folder");
    let url = format!("file://{}", origin.display());
    let output = git(clone.path(), &["clone", "--quiet", "--depth=1", &url, "."]);
    assert!(output.status.success(), "{output:?}");
    let output = git(
        clone.path(),
        &["update-ref", "-d", "refs/remotes/origin/main"],
    );
    assert!(output.status.success(), "{output:?}");
    clone
}

#[test]
fn every_recipe_refuses_drift_and_what_breaks_peers() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    for (name, run) in RECIPES {
        let origin = repository();
        let clone = clone(origin.path());
        let folder = clone.path();
        let in_sync = "4 files are in sync\n";
        assert_eq!(run(folder, None), (Some(0), in_sync.to_owned()), "{name}");
        let both = format!("{in_sync}nothing breaks\n");
        assert_eq!(run(folder, Some("main")), (Some(0), both), "{name}");

        reword(folder);
        let (status, printed) = run(folder, Some("main"));
        assert_eq!(status, Some(1), "{name}: {printed}");
        assert!(
            printed.contains("3 files are out of sync"),
            "{name}: {printed}"
        );

        replace_in_spec(folder, "4001", "4002");
        assert_eq!(program::run(folder, &["--quiet"]).status, 0);
        assert_eq!(run(folder, None).0, Some(0), "{name}");
        let (status, printed) = run(folder, Some("main"));
        assert_eq!(status, Some(1), "{name}: {printed}");
        assert!(printed.contains("error[renumbered]"), "{name}: {printed}");

        let (status, printed) = run(folder, Some("gone"));
        assert_eq!(status, Some(128), "{name}: {printed}");
    }
}

#[test]
fn the_makefile_generates_and_checks() {
    if !toolchain::has(&["make"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&snippets().join("own-codes"), folder.path());
    let makefile = snippets().join("ci/Makefile");
    let make = |goal: &str| {
        let mut make = Command::new("make");
        ended(
            make.arg("--file")
                .arg(&makefile)
                .arg(goal)
                .current_dir(folder.path()),
        )
    };
    assert_eq!(make("check").0, Some(2));
    assert_eq!(make("generate").0, Some(0));
    let (status, printed) = make("check");
    assert_eq!(status, Some(0), "{printed}");
}

/// The guide shows the Makefile as it is.
#[test]
fn the_guide_shows_the_makefile() {
    let guide = read(&tests::root().join("docs/own-codes.md"));
    let makefile = read(&snippets().join("ci/Makefile"));
    assert!(guide.contains(&format!("```make\n{makefile}```")));
}
