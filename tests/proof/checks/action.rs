//! The action, run on repositories as GitHub checks them out: in sync, out of sync, with what breaks others, with a new
//! spec, in shallow clones, and with inputs that are wrong or meant to do harm.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use tests::{program, scratch, toolchain};

use super::runner::{Job, annotated, has_bash};
use crate::refuses_drift::{git, replace_in_spec, repository, reword};

/// A job in `folder` that uses the program of these tests.
fn job(folder: &Path, temporary: &TempDir) -> Job {
    let program = program::path().to_str().expect("UTF-8");
    Job::of(folder, temporary.path()).with("program", program)
}

fn temporary() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn run_git(folder: &Path, arguments: &[&str]) {
    let output = git(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

/// A clone of the branch `change`, as `actions/checkout` makes one by default: one commit, and no other branch.
fn checked_out(origin: &Path) -> TempDir {
    run_git(origin, &["branch", "change"]);
    let clone = temporary();
    let url = format!("file://{}", origin.display());
    let arguments = [
        "clone",
        "--quiet",
        "--depth=1",
        "--branch=change",
        &url,
        ".",
    ];
    run_git(clone.path(), &arguments);
    clone
}

fn generate(folder: &Path) {
    assert_eq!(program::run(folder, &["--quiet"]).status, 0);
}

#[test]
fn it_refuses_drift_at_the_path_of_the_file() {
    if !has_bash() {
        return;
    }
    let (repository, temporary) = (repository(), temporary());
    let folder = repository.path();
    assert_eq!(job(folder, &temporary).run(), (0, String::new()));
    reword(folder);
    let (status, printed) = job(folder, &temporary).run();
    assert_eq!(status, 1, "{printed}");
    let files = [
        "ios/CloseCode.swift",
        "server/src/close_code.rs",
        "web/src/close-code.ts",
    ];
    assert_eq!(annotated(&printed, "stale"), files, "{printed}");
}

/// GitHub takes the path of an annotation for one from the top of the repository.
#[test]
fn a_spec_in_a_folder_is_annotated_from_the_top() {
    if !has_bash() {
        return;
    }
    let (repository, temporary) = (repository(), temporary());
    let folder = repository.path();
    let inner = folder.join("products/chat");
    for path in [
        "close-codes.json",
        "close-codes.outputs",
        "ios",
        "server",
        "web",
    ] {
        fs::create_dir_all(&inner).expect("a folder");
        fs::rename(folder.join(path), inner.join(path)).expect("a file that can be moved");
    }
    generate(&inner);
    let in_folder = || job(folder, &temporary).with("working-directory", "products/chat");
    let by_spec = || job(folder, &temporary).with("spec", "products/chat/close-codes.json");
    assert_eq!(in_folder().run(), (0, String::new()));
    assert_eq!(by_spec().run(), (0, String::new()));
    replace_in_spec(&inner, "4001", "3001");
    for job in [in_folder(), by_spec()] {
        let (status, printed) = job.run();
        assert_eq!(status, 1, "{printed}");
        let spec = ["products/chat/close-codes.json"];
        assert_eq!(
            annotated(&printed, "unregistered-number"),
            spec,
            "{printed}"
        );
        assert!(annotated(&printed, "stale").contains(&"products/chat/web/src/close-code.ts"));
    }
}

#[test]
fn it_compares_a_pull_request_with_its_base_in_a_shallow_clone() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let clone = checked_out(origin.path());
    let folder = clone.path();
    assert_eq!(job(folder, &temporary).to("main").run(), (0, String::new()));
    replace_in_spec(folder, "4001", "4002");
    generate(folder);
    let (status, printed) = job(folder, &temporary).to("main").run();
    assert_eq!(status, 1, "{printed}");
    let spec = ["close-codes.json"];
    assert_eq!(annotated(&printed, "renumbered"), spec, "{printed}");

    // For a push, or by request, there is no comparison; and some changes can be let through.
    assert_eq!(job(folder, &temporary).run(), (0, String::new()));
    let off = job(folder, &temporary).to("main").with("breaking", "false");
    assert_eq!(off.run(), (0, String::new()));
    let some = job(folder, &temporary)
        .to("main")
        .with("fail-on", "behaviour,source");
    let (status, printed) = some.run();
    assert!(
        status == 0 && printed.contains("title=renumbered"),
        "{status} {printed}"
    );
}

/// Both are found in one run.
#[test]
fn drift_does_not_hide_what_breaks() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let clone = checked_out(origin.path());
    replace_in_spec(clone.path(), "4001", "4002");
    let (status, printed) = job(clone.path(), &temporary).to("main").run();
    assert_eq!(status, 1, "{printed}");
    assert!(printed.contains("title=stale::") && printed.contains("title=renumbered::"));
}

#[test]
fn a_new_spec_breaks_nothing() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let folder = origin.path();
    run_git(folder, &["branch", "before"]);
    run_git(folder, &["checkout", "--quiet", "before"]);
    run_git(folder, &["rm", "--quiet", "-r", "."]);
    run_git(
        folder,
        &[
            "commit",
            "--quiet",
            "--allow-empty",
            "--message",
            "Remove all",
        ],
    );
    run_git(folder, &["checkout", "--quiet", "main"]);
    let clone = checked_out(folder);
    let (status, printed) = job(clone.path(), &temporary).to("before").run();
    assert_eq!(status, 0, "{printed}");
    assert!(
        printed.starts_with("::notice title=new-spec::nothing to compare with"),
        "{printed}"
    );
}

#[test]
fn a_base_that_is_not_there_is_an_error() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let clone = checked_out(origin.path());
    let (status, printed) = job(clone.path(), &temporary).to("gone").run();
    assert_eq!(status, 2, "{printed}");
    assert!(printed.contains("::error title=usage::the repository has no ref `origin/gone`"));
    assert!(printed.contains("`fetch-depth: 0`"), "{printed}");
}

#[test]
fn wrong_inputs_are_errors() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let clone = checked_out(origin.path());
    let cases = [
        ("breaking", "yes", "neither true nor false"),
        ("fail-on", "peers", "invalid value 'peers'"),
        ("spec", "gone.json", "gone.json: No such file"),
        ("spec", "--help", "--help: No such file"),
    ];
    for (input, value, message) in cases {
        let job = job(clone.path(), &temporary).to("main").with(input, value);
        let (status, printed) = job.run();
        assert_eq!(status, 2, "{input} {value}: {printed}");
        assert!(printed.contains(message), "{input} {value}: {printed}");
    }
    let job = job(clone.path(), &temporary).with("program", "close-codes-of-nobody");
    let (status, printed) = job.run();
    assert!(
        status == 127 && printed.contains("command not found"),
        "{printed}"
    );
}

/// What a shell would run in the name of a branch or in an input stays a text.
#[test]
fn nothing_is_injected() {
    if !has_bash() {
        return;
    }
    let (origin, temporary) = (repository(), temporary());
    let clone = checked_out(origin.path());
    let folder = clone.path();
    for text in [
        "$(touch${IFS}made)",
        "`touch${IFS}made`",
        "x;touch${IFS}made",
        "\"&&touch${IFS}made&&\"",
    ] {
        let _ = job(folder, &temporary).to(text).run();
        for input in ["spec", "breaking", "fail-on", "program"] {
            let _ = job(folder, &temporary).to("main").with(input, text).run();
        }
        assert!(!folder.join("made").exists(), "{text}");
    }
}

/// Without an installed program the action compiles its own, and the next job has it from the cache.
#[test]
fn it_compiles_its_own_program() {
    if !has_bash() {
        return;
    }
    if !toolchain::are_required() {
        toolchain::skip("it compiles the program, for which REQUIRE_TOOLCHAINS=1 asks");
        return;
    }
    let runner = scratch("checks/runner");
    let _ = fs::remove_dir_all(runner.join("close-codes"));
    let repository = repository();
    let app = repository.path();
    assert_eq!(Job::of(app, &runner).run(), (0, String::new()));
    let installed = runner.join("close-codes/bin/close-codes");
    let modified = || fs::metadata(&installed).and_then(|data| data.modified());
    let first = modified().expect("the program");
    reword(app);
    let (status, printed) = Job::of(app, &runner).run();
    assert_eq!(status, 1, "{printed}");
    assert_eq!(modified().expect("the program"), first);
}
