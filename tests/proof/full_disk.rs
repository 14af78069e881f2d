//! A disk that is full at one write after the other: each file is as it was or as it should be, and nothing else is left.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::json;
use tempfile::TempDir;
use tests::{program, toolchain};

use crate::ownership::{files, repository};

/// More free pages than any run needs.
const ENOUGH: u32 = 1000;

/// The folder `$1` on a file system of its own, with `$2` free pages: `$3` runs there, and the folder `$4` gets what is left.
/// The file system ends with the script, since nothing outside of it sees it.
const ON_A_FULL_DISK: &str = r#"
set -e
mount -t tmpfs -o size=16m none /mnt
cp -a "$1/." /mnt
used=$(df --output=used -B4096 /mnt | tail -n 1)
mount -o "remount,size=$(( (used + $2) * 4096 ))" /mnt
cd /mnt
status=0
"$3" generate || status=$?
cp -a /mnt/. "$4"
exit "$status"
"#;

/// Runs `script` as root of a namespace, which needs no other rights.
fn unshare(script: &str, arguments: &[&Path]) -> Output {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    let output = command.args(arguments).output();
    output.expect("unshare can be started")
}

fn can_mount() -> bool {
    if !toolchain::has(&["unshare", "mount", "df"]) {
        return false;
    }
    let can = unshare("mount -t tmpfs none /mnt", &[]).status.success();
    if !can {
        toolchain::skip("this user cannot mount a file system in a namespace");
    }
    can
}

/// The files below `folder` by their path in it.
fn below(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files(folder).into_iter();
    files
        .map(|(path, bytes)| {
            let path = path.strip_prefix(folder).expect("a path in the folder");
            (path.to_owned(), bytes)
        })
        .collect()
}

/// Runs `generate` in a copy of `folder`, with more free pages each time, until it succeeds; returns how often it failed.
fn fill(folder: &Path) -> u32 {
    let before = below(folder);
    let whole = copied(folder);
    assert_eq!(program::run(whole.path(), &["generate"]).status, 0);
    let after = below(whole.path());
    for pages in 0..ENOUGH {
        let left = tempfile::tempdir().expect("a temporary folder");
        let free = pages.to_string();
        let arguments = [folder, Path::new(&free), program::path(), left.path()];
        let output = unshare(ON_A_FULL_DISK, &arguments);
        let found = below(left.path());
        for (file, bytes) in &found {
            let is_whole = before.get(file) == Some(bytes) || after.get(file) == Some(bytes);
            assert!(is_whole, "{pages} pages: {} is torn", file.display());
        }
        let lost = before.keys().find(|file| !found.contains_key(*file));
        assert!(lost.is_none(), "{pages} pages: {lost:?} is lost");
        if output.status.success() {
            assert_eq!(found, after);
            return pages;
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{pages} pages: {stderr}");
        assert!(stderr.contains("No space left on device"), "{stderr}");
        assert_eq!(program::run(left.path(), &["generate"]).status, 0);
        assert_eq!(below(left.path()), after, "{pages} pages: not mended");
    }
    panic!("no run succeeds with {ENOUGH} free pages");
}

fn copied(folder: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    tests::copy(folder, copy.path());
    fs::create_dir_all(copy.path().join(".git")).expect("a folder");
    copy
}

/// New files fill the disk one after the other; a replaced one needs room for both texts.
#[test]
fn a_full_disk_leaves_whole_files_and_nothing_else() {
    if !can_mount() {
        return;
    }
    let outputs =
        json!({ "rust": "r/", "swift": "s/s.swift", "typescript": "t/", "json": "d/c.json" });
    let repository = repository(&outputs);
    let path = repository.path();
    let failed = fill(path);
    assert!(failed > 10, "{failed} runs failed for want of space");

    assert_eq!(program::run(path, &["generate"]).status, 0);
    let spec = path.join("close-codes.json");
    let reworded = tests::read(&spec).replace("\"s\"", "\"Another summary.\"");
    tests::write(&spec, &reworded);
    let failed = fill(path);
    assert!(failed > 2, "{failed} runs failed for want of space");
}
