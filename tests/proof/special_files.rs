//! What is not a regular file is refused before anything is read or written; what is one keeps its mode and owner.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

use serde_json::json;
use tests::program::run;
use tests::{read, write};

use crate::ownership::{repository, run_everything, set_outputs};

/// Whether the tool could make what the test needs: a device is for root alone.
fn make(tool: &str, arguments: &[&str], folder: &Path) -> bool {
    let status = Command::new(tool)
        .current_dir(folder)
        .args(arguments)
        .output();
    status.is_ok_and(|output| output.status.success())
}

fn is_refused(folder: &Path, what: &str) {
    for flags in [
        &["generate"][..],
        &["generate", "--overwrite", "--allow-outside", "--prune"],
    ] {
        let ended = run(folder, flags);
        assert_eq!(ended.status, 2, "{what}");
        let expected = format!("a.rs is {what}");
        assert!(ended.stderr.contains(&expected), "{what}: {}", ended.stderr);
    }
    let ended = run(folder, &["check"]);
    assert_eq!(ended.status, 1, "{what}: {}", ended.stderr);
    let expected = format!("blocked: a.rs (it is {what}, not a regular file: move it)");
    assert!(ended.stdout.contains(&expected), "{}", ended.stdout);
    assert!(
        !folder.join("b.json").exists(),
        "{what}: nothing is written"
    );
}

#[test]
fn only_regular_files_are_replaced() {
    let repository = repository(&json!({ "rust": "a.rs", "json": "b.json" }));
    let path = repository.path();
    let output = path.join("a.rs");

    fs::create_dir(&output).expect("a folder");
    is_refused(path, "a folder");
    fs::remove_dir(&output).expect("a folder");

    assert!(make("mkfifo", &["a.rs"], path), "mkfifo is everywhere");
    is_refused(path, "a device, a pipe or a socket");
    fs::remove_file(&output).expect("a pipe");

    let socket = UnixListener::bind(&output).expect("a socket");
    is_refused(path, "a device, a pipe or a socket");
    drop(socket);
    fs::remove_file(&output).expect("a socket");

    symlink("nowhere", &output).expect("a link");
    is_refused(path, "a symbolic link");
    fs::remove_file(&output).expect("a link");

    // A private node: the real one would be lost if this failed.
    if make("mknod", &["null", "c", "1", "3"], path) {
        symlink("null", &output).expect("a link");
        is_refused(path, "a symbolic link");
        fs::remove_file(&output).expect("a link");
        fs::rename(path.join("null"), &output).expect("a device");
        is_refused(path, "a device, a pipe or a socket");
        fs::remove_file(&output).expect("a device");
    }

    write(&path.join("a"), "A file.\n");
    set_outputs(path, &json!({ "rust": "a/a.rs", "json": "b.json" }));
    let ended = run(path, &["generate"]);
    assert_eq!(ended.status, 2);
    assert!(ended.stderr.contains("behind a file"), "{}", ended.stderr);
    assert!(!path.join("b.json").exists());
}

/// An equal text behind a link is not the output: the next clone would not have it.
#[test]
fn a_link_to_an_equal_text_is_not_in_sync() {
    let repository = repository(&json!({ "rust": "a.rs" }));
    let path = repository.path();
    assert_eq!(run(path, &["generate"]).status, 0);
    fs::rename(path.join("a.rs"), path.join("b.rs")).expect("the output");
    symlink("b.rs", path.join("a.rs")).expect("a link");
    assert_eq!(run(path, &["check"]).status, 1);
    let text = read(&path.join("b.rs"));
    run_everything(path);
    assert_eq!(read(&path.join("b.rs")), text);
    assert!(path.join("a.rs").is_symlink());
}

/// The outputs of a spec that is a link are beside the link, not beside what it leads to.
#[test]
fn a_spec_that_is_a_link_has_its_outputs_beside_it() {
    let elsewhere = repository(&json!({ "rust": "a.rs" }));
    let folder = repository(&json!({}));
    let spec = folder.path().join("close-codes.json");
    fs::remove_file(&spec).expect("the spec");
    symlink(elsewhere.path().join("close-codes.json"), &spec).expect("a link");
    assert_eq!(run(folder.path(), &["generate"]).status, 0);
    assert!(folder.path().join("a.rs").exists());
    assert!(!elsewhere.path().join("a.rs").exists());
}

#[test]
fn a_pipe_is_not_a_spec() {
    let folder = repository(&json!({}));
    assert!(make("mkfifo", &["pipe.json"], folder.path()));
    let ended = run(folder.path(), &["check", "--spec", "pipe.json"]);
    assert_eq!(ended.status, 2);
    assert!(
        ended.stderr.contains("not a regular file"),
        "{}",
        ended.stderr
    );
}

#[test]
fn modes_are_kept_whatever_the_umask() {
    let repository = repository(&json!({ "rust": "a.rs" }));
    let path = repository.path();
    let generate = |umask: &str| {
        let program = tests::program::path().display().to_string();
        let script = format!("umask {umask}; exec {program} generate");
        make("sh", &["-c", &script], path)
    };
    let mode = || fs::metadata(path.join("a.rs")).expect("the output").mode() & 0o7777;
    for (umask, made) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        let _ = fs::remove_file(path.join("a.rs"));
        assert!(generate(umask));
        assert_eq!(mode(), made, "a new file follows the umask {umask}");
    }
    for (before, after) in [
        (0o666, 0o666),
        (0o640, 0o640),
        (0o755, 0o755),
        (0o6755, 0o755),
    ] {
        for umask in ["022", "077"] {
            let text = read(&path.join("a.rs"));
            write(&path.join("a.rs"), &format!("{text}// Stale.\n"));
            let permissions = Permissions::from_mode(before);
            fs::set_permissions(path.join("a.rs"), permissions).expect("our own file");
            assert!(generate(umask));
            assert_eq!(mode(), after, "{before:o} under the umask {umask}");
        }
    }
}

#[test]
fn the_owner_is_kept() {
    let repository = repository(&json!({ "rust": "a.rs" }));
    let path = repository.path();
    assert_eq!(run(path, &["generate"]).status, 0);
    let text = read(&path.join("a.rs"));
    write(&path.join("a.rs"), &format!("{text}// Stale.\n"));
    if !make("chown", &["12345:12345", "a.rs"], path) {
        return;
    }
    assert_eq!(run(path, &["generate"]).status, 0);
    assert_eq!(read(&path.join("a.rs")), text);
    assert_eq!(
        fs::metadata(path.join("a.rs")).expect("the output").uid(),
        12345
    );
}

#[test]
fn a_read_only_file_is_refused() {
    let repository = repository(&json!({ "rust": "a.rs", "json": "b.json" }));
    let path = repository.path();
    write(
        &path.join("a.rs"),
        "// @generated by close-codes from close-codes.json.\n",
    );
    fs::set_permissions(path.join("a.rs"), Permissions::from_mode(0o444)).expect("our own file");
    let ended = run(path, &["generate", "--overwrite"]);
    assert_eq!(ended.status, 2);
    assert!(
        ended.stderr.contains("a.rs is read-only"),
        "{}",
        ended.stderr
    );
    assert!(!path.join("b.json").exists());
}
