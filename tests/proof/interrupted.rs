//! Runs that are killed, that race, or that cannot write: no file is torn, lost or left over. `CLOSE_CODES_RUNS` makes more of
//! them than a test run has time for.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::Instant;

use serde_json::json;
use tests::program::{close_codes, run};
use tests::{read, toolchain, write};

use crate::ownership::{files, repository, set_outputs};

const OUTPUTS: &str = r#"{ "rust": "r/", "swift": "s/", "typescript": "t/", "html": "d/c.html", "json": "d/c.json" }"#;

/// How many runs a test makes.
pub(crate) fn runs(usual: u32) -> u32 {
    let wanted = env::var("CLOSE_CODES_RUNS").ok();
    wanted.map_or(usual, |runs| {
        runs.parse().expect("CLOSE_CODES_RUNS is a number")
    })
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = close_codes(folder, arguments);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().expect("the program can be started")
}

/// Changes what every output says.
fn reword(spec: &Path, summary: &str) {
    let mut value: serde_json::Value = serde_json::from_str(&read(spec)).expect("JSON");
    value["codes"][0]["summary"] = summary.into();
    write(spec, &value.to_string());
}

/// The outputs are those of the spec, and there is nothing else.
fn assert_in_sync(folder: &Path, count: usize) {
    let ended = run(folder, &["check"]);
    assert_eq!(ended.status, 0, "{}{}", ended.stdout, ended.stderr);
    let found = files(folder);
    assert_eq!(found.len(), count, "{:?}", found.keys());
}

#[test]
fn killed_runs_leave_whole_files_and_nothing_else() {
    let outputs: serde_json::Value = serde_json::from_str(OUTPUTS).expect("JSON");
    let repository = repository(&outputs);
    let path = repository.path();
    let spec = path.join("close-codes.json");
    assert_eq!(run(path, &["generate"]).status, 0);
    let count = files(path).len();
    reword(&spec, "How long a run takes.");
    let started = Instant::now();
    assert_eq!(run(path, &["generate"]).status, 0);
    let whole_run = started.elapsed();
    let mut before = files(path);
    let mut struck = 0;
    for index in 0..runs(40) {
        reword(&spec, &format!("Summary {index}."));
        let mut child = start(path, &["generate"]);
        sleep(whole_run * (index % 40) / 40);
        struck += u32::from(child.try_wait().expect("a child").is_none());
        child.kill().expect("a child can be killed");
        child.wait().expect("a child ends");
        let killed = files(path);
        assert_eq!(run(path, &["generate"]).status, 0, "run {index}");
        let after = files(path);
        for (file, bytes) in &killed {
            let is_whole = before.get(file) == Some(bytes) || after.get(file) == Some(bytes);
            let is_temporary = !after.contains_key(file);
            assert!(
                is_whole || is_temporary,
                "run {index}: {} is torn",
                file.display()
            );
        }
        assert_in_sync(path, count);
        before = after;
    }
    println!("{struck} runs were killed before they ended");
}

/// On one spec, and on two that write into one folder.
#[test]
fn runs_at_the_same_time_all_succeed() {
    let repository = repository(&json!({ "rust": "x/a.rs", "json": "x/a.json" }));
    let path = repository.path();
    let other = json!({ "name": "other", "outputs": { "swift": "x/b.swift", "json": "x/b.json" } });
    write(&path.join("other.json"), &other.to_string());
    for index in 0..runs(25) {
        reword(&path.join("close-codes.json"), &format!("Summary {index}."));
        let other = ["generate", "--spec", "other.json"];
        if index % 5 == 0 {
            fs::remove_dir_all(path.join("x")).unwrap_or_default();
        }
        let children = [
            start(path, &["generate"]),
            start(path, &["generate"]),
            start(path, &other),
        ];
        for child in children {
            let output = child.wait_with_output().expect("a child ends");
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "run {index}: {stderr}");
        }
        assert_eq!(run(path, &["check", "--spec", "other.json"]).status, 0);
        // Two specs, four outputs, two records.
        assert_in_sync(path, 8);
    }
}

/// A limit on the size of files stops each write at another place, as a full disk would.
#[test]
fn a_write_that_fails_leaves_the_file_as_it_was() {
    let outputs: serde_json::Value = serde_json::from_str(OUTPUTS).expect("JSON");
    let repository = repository(&outputs);
    let path = repository.path();
    let spec = path.join("close-codes.json");
    assert_eq!(run(path, &["generate"]).status, 0);
    let count = files(path).len();
    let program = tests::program::path().display();
    for blocks in [0, 1, 2, 4, 8, 16, 24, 32, 48] {
        reword(&spec, &format!("With {blocks} blocks."));
        let before = files(path);
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec {program} generate");
        let output = Command::new("sh")
            .current_dir(path)
            .args(["-c", &script])
            .output();
        let output = output.expect("sh can be started");
        let limited = files(path);
        assert_eq!(
            limited.len(),
            count,
            "{blocks} blocks: a file is left or lost"
        );
        assert_eq!(run(path, &["generate"]).status, 0);
        let after = files(path);
        let torn = limited.iter().find(|(file, bytes)| {
            before.get(*file) != Some(*bytes) && after.get(*file) != Some(*bytes)
        });
        assert!(torn.is_none(), "{blocks} blocks: {torn:?} is torn");
        if !output.status.success() {
            let stderr = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{blocks} blocks: {stderr}");
            assert!(stderr.starts_with("error: "), "{stderr}");
        }
    }
}

/// The program in `folder` as somebody who is not root, since root may write everywhere; `None` when that cannot be.
fn generate_as_nobody(folder: &Path) -> Option<Output> {
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|id| id.stdout == b"0\n");
    if !is_root {
        return close_codes(folder, &["generate"]).output().ok();
    }
    if !toolchain::has(&["setpriv"]) {
        return None;
    }
    // Where it was built, nobody else may enter.
    let program = tempfile::tempdir().expect("a temporary folder");
    let copy = program.path().join("close-codes");
    fs::copy(tests::program::path(), &copy).expect("the program can be copied");
    for path in [folder, program.path()] {
        set_mode(path, 0o755);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]);
    command.arg(copy).arg("generate").current_dir(folder);
    command.output().ok()
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("our own file");
}

/// A folder that cannot be written, read or entered, with an output in it that is stale, missing, or in a new folder.
#[test]
fn a_folder_without_permission_is_an_error() {
    for mode in [0o555, 0o444, 0o000] {
        for output in ["x/a.rs", "x/b.rs", "x/y/a.rs"] {
            let repository = repository(&json!({ "rust": "x/a.rs" }));
            let path = repository.path();
            assert_eq!(run(path, &["generate"]).status, 0);
            set_outputs(path, &json!({ "rust": output }));
            reword(&path.join("close-codes.json"), "Other.");
            let before = files(path);
            set_mode(&path.join("x"), mode);
            let ended = generate_as_nobody(path);
            set_mode(&path.join("x"), 0o755);
            let Some(ended) = ended else {
                return;
            };
            let stderr = String::from_utf8_lossy(&ended.stderr);
            assert_eq!(ended.status.code(), Some(2), "{mode:o} {output}: {stderr}");
            assert!(stderr.contains("Permission denied"), "{stderr}");
            // Whoever may write beside the spec has written the record by then, so that nothing is forgotten.
            let without_record = |mut files: BTreeMap<PathBuf, _>| {
                files.remove(&path.join("close-codes.outputs"));
                files
            };
            let left = without_record(files(path));
            assert_eq!(left, without_record(before), "{mode:o} {output}");
        }
    }
}

/// Every verb that prints, to a disk that is full and to a reader that is gone.
#[test]
fn nothing_panics_where_nothing_can_be_printed() {
    let repository = repository(&json!({ "rust": "a.rs" }));
    let path = repository.path();
    let program = tests::program::path().display();
    for arguments in [
        "schema",
        "completions bash",
        "explain 1006",
        "list",
        "list --format json",
        "--help",
        "lint --rules",
        "generate",
        "check",
    ] {
        for redirection in [">/dev/full", "| true", ">&-"] {
            let script = format!("{program} {arguments} {redirection}");
            let output = Command::new("sh")
                .current_dir(path)
                .args(["-c", &script])
                .output();
            let output = output.expect("sh can be started");
            let stderr = String::from_utf8_lossy(&output.stderr);
            let code = output.status.code();
            assert!(matches!(code, Some(0..=2)), "{script}: {output:?}");
            assert!(!stderr.contains("panicked"), "{script}: {stderr}");
            // Only Linux has this device, and clap prints the help itself, and no failure of that.
            let is_full = cfg!(target_os = "linux") && redirection == ">/dev/full";
            if is_full && arguments != "--help" {
                assert_eq!(code, Some(2), "{script}");
                assert!(stderr.contains("No space left"), "{script}: {stderr}");
            }
        }
    }
    for script in [
        "--spec nope.json generate 2>/dev/full",
        "generat 2>/dev/full",
        "--spec nope.json check 2>&-",
    ] {
        let output = Command::new("sh")
            .current_dir(path)
            .args(["-c", &format!("{program} {script}")])
            .output();
        assert_eq!(
            output.expect("sh can be started").status.code(),
            Some(2),
            "{script}"
        );
    }
}
