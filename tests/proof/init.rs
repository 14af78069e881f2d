//! `init` writes the starter and its schema, or nothing: whatever is in their places, and however little room there is.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use tests::program::run;
use tests::{read, write};

use crate::ownership::files;

/// A limit on the size of files stops the writing of either file, as a full disk would.
#[test]
fn what_cannot_be_written_leaves_nothing() {
    let program = tests::program::path().display();
    let mut failed = 0;
    for blocks in [0, 1, 2, 4, 8, 16, 32, 64, 256, 1024] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {program} init");
        let output = Command::new("sh")
            .current_dir(folder.path())
            .args(["-c", &script])
            .output();
        let output = output.expect("sh can be started");
        let count = files(folder.path()).len();
        let is_whole = output.status.success();
        assert_eq!(count, if is_whole { 2 } else { 0 }, "{blocks} blocks");
        failed += u32::from(!is_whole);
        if !is_whole {
            let ended = run(folder.path(), &["init"]);
            assert_eq!(ended.status, 0, "{blocks} blocks: {}", ended.stderr);
        }
        assert_eq!(run(folder.path(), &["generate"]).status, 0);
    }
    assert!(failed > 1, "{failed} runs failed");
}

#[test]
fn no_link_is_followed() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let elsewhere = home.path().join("elsewhere.json");
    for (name, why) in [
        ("close-codes.json", "close-codes.json exists already"),
        (
            "close-codes.schema.json",
            "close-codes.schema.json is not a regular file; nothing was written",
        ),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        symlink(&elsewhere, folder.path().join(name)).expect("a link");
        let ended = run(folder.path(), &["init"]);
        assert_eq!(ended.status, 2, "{name}");
        assert!(ended.stderr.contains(why), "{}", ended.stderr);
        assert!(!elsewhere.exists(), "{name}");
        let left = fs::read_dir(folder.path()).expect("a folder").count();
        assert_eq!(left, 1, "{name}: only the link");
    }
}

/// A schema that is there can be another spec's.
#[test]
fn a_schema_that_is_there_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let schema = folder.path().join("close-codes.schema.json");
    write(&schema, "{}\n");
    assert_eq!(run(folder.path(), &["init"]).status, 0);
    assert_eq!(read(&schema), "{}\n");
    let spec = read(&folder.path().join("close-codes.json"));
    assert!(!spec.contains("\"schema\":"), "{spec}");
    assert_eq!(run(folder.path(), &["generate"]).status, 0);
}
