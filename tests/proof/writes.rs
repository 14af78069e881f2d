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
