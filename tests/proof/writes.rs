//! Where `generate` writes: in the repository, not through links, and with the permissions that a file has.

use std::fs;
use std::path::Path;

use tests::program::run;
use tests::{read, write};

use crate::drift::{project, reword};

/// Outputs may lie anywhere in the repository, and nowhere else unless told to.
#[test]
fn outputs_stay_in_the_repository() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let repository = home.path().join("repository");
    fs::create_dir_all(repository.join(".git")).expect("a folder");
    let spec = repository.join("shared/close-codes.json");
    let to = |path: &str| {
        write(
            &spec,
            &format!(r#"{{ "name": "chat", "outputs": {{ "json": "{path}" }} }}"#),
        );
        run(&repository.join("shared"), &["generate"])
    };
    assert_eq!(to("../web/codes.json").status, 0);
    assert!(repository.join("web/codes.json").exists());

    let ended = to("../../outside/codes.json");
    assert_eq!(ended.status, 2);
    let named = "error: ../../outside/codes.json is outside the repository";
    assert!(ended.stderr.starts_with(named), "{}", ended.stderr);
    assert!(
        ended.stderr.contains("pass --allow-outside"),
        "{}",
        ended.stderr
    );
    assert!(!home.path().join("outside").exists());
    let ended = run(&repository.join("shared"), &["generate", "--allow-outside"]);
    assert_eq!(ended.status, 0);
    assert!(home.path().join("outside/codes.json").exists());
}

/// `check` and `generate` refuse the same with the same words, before anything is read.
fn is_refused_by_both(folder: &Path, arguments: &[&str]) {
    let refuse = |verb: &[&str]| {
        let arguments = [verb, arguments].concat();
        let ended = run(folder, &arguments);
        let printed = (ended.status, ended.stdout.as_str());
        assert_eq!(printed, (2, ""), "{arguments:?}");
        assert!(ended.stderr.contains("outside the repository"));
        ended.stderr
    };
    let refused = refuse(&["check"]);
    assert_eq!(refuse(&["generate"]), refused);
    assert_eq!(refuse(&["generate", "--overwrite", "--prune"]), refused);
    assert_eq!(refuse(&["generate", "--dry-run"]), refused);
}

#[test]
fn check_refuses_what_generate_refuses() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let repository = home.path().join("repository");
    fs::create_dir_all(repository.join(".git")).expect("a folder");
    // A folder at the output's path: reading it would be another finding.
    fs::create_dir_all(home.path().join("outside/codes.json")).expect("a folder");
    let spec = r#"{ "name": "chat", "outputs": { "json": "../outside/codes.json" } }"#;
    write(&repository.join("close-codes.json"), spec);
    is_refused_by_both(&repository, &[]);

    fs::remove_dir(home.path().join("outside/codes.json")).expect("a folder");
    for (verb, status) in [("check", 1), ("generate", 0), ("check", 0)] {
        let ended = run(&repository, &[verb, "--allow-outside"]);
        assert_eq!(ended.status, status, "{verb}: {}", ended.stderr);
    }
}

/// Through a link to the spec, and through a link to its folder.
#[cfg(unix)]
#[test]
fn a_linked_spec_does_not_lead_out_of_the_repository() {
    use std::os::unix::fs::symlink;

    let home = tempfile::tempdir().expect("a temporary folder");
    let repository = home.path().join("repository");
    let elsewhere = home.path().join("elsewhere");
    fs::create_dir_all(repository.join(".git")).expect("a folder");
    let spec = |path: &str| {
        let spec = format!(r#"{{ "name": "chat", "outputs": {{ "json": "{path}" }} }}"#);
        write(&elsewhere.join("close-codes.json"), &spec);
    };
    symlink(
        elsewhere.join("close-codes.json"),
        repository.join("close-codes.json"),
    )
    .expect("a link");
    spec("../elsewhere/codes.json");
    is_refused_by_both(&repository, &[]);

    fs::remove_file(repository.join("close-codes.json")).expect("a link");
    symlink(&elsewhere, repository.join("spec")).expect("a link");
    symlink(&elsewhere, repository.join("linked")).expect("a link");
    spec("codes.json");
    is_refused_by_both(&repository, &[]);
    is_refused_by_both(&repository, &["--spec", "linked/close-codes.json"]);
    is_refused_by_both(home.path(), &["--spec", "repository/spec/close-codes.json"]);
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 1);

    // The way there without a link is another project's own.
    let ended = run(&repository, &["--spec", "../elsewhere/close-codes.json"]);
    assert_eq!(ended.status, 0, "{}", ended.stderr);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_unless_told_to() {
    use std::os::unix::fs::symlink;

    let home = tempfile::tempdir().expect("a temporary folder");
    let repository = home.path().join("repository");
    let elsewhere = home.path().join("elsewhere");
    fs::create_dir_all(&repository).expect("a folder");
    fs::create_dir_all(&elsewhere).expect("a folder");
    symlink(&elsewhere, repository.join("linked")).expect("a link");
    symlink(elsewhere.join("file.json"), repository.join("file.json")).expect("a link");
    for path in ["linked/codes.json", "linked/deeper/codes.json", "file.json"] {
        let spec = format!(r#"{{ "name": "chat", "outputs": {{ "json": "{path}" }} }}"#);
        write(&repository.join("close-codes.json"), &spec);
        let ended = run(&repository, &["generate"]);
        assert_eq!(ended.status, 2, "{path}");
        assert!(ended.stderr.contains("symbolic link"), "{}", ended.stderr);
        assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);
    }
    let spec = r#"{ "name": "chat", "outputs": { "json": "linked/codes.json" } }"#;
    write(&repository.join("close-codes.json"), spec);
    assert_eq!(run(&repository, &["generate", "--allow-outside"]).status, 0);
    assert!(read(&elsewhere.join("codes.json")).contains("@generated"));
}

#[cfg(unix)]
#[test]
fn permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;

    let folder = project();
    let path = folder.path().join("generated/rust/src/lib.rs");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("our own file");
    reword(folder.path());
    assert_eq!(run(folder.path(), &["generate"]).status, 0);
    let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o640);
    let fresh = folder.path().join("fresh");
    write(&fresh, "");
    let output = folder.path().join("generated/docs/close-codes.md");
    assert_eq!(
        mode(&output),
        mode(&fresh),
        "a new file gets the usual permissions"
    );
}
