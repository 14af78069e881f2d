//! A run that has to wait for another one prints that it does, once that takes longer than a run does.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use tests::{copy, program};

use crate::snippets::snippets;

/// The app of the guide, and its spec, locked.
fn locked() -> (TempDir, File) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&snippets().join("own-codes"), folder.path());
    let spec = File::open(folder.path().join("close-codes.json")).expect("the spec");
    spec.lock().expect("a lock");
    (folder, spec)
}

fn generate(folder: &TempDir, arguments: &[&str]) -> Child {
    let mut command = program::close_codes(folder.path(), arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the program can be started")
}

#[test]
fn a_run_that_waits_prints_so() {
    let (folder, lock) = locked();
    let mut run = generate(&folder, &["generate"]);
    let mut errors = BufReader::new(run.stderr.take().expect("a pipe"));
    let mut line = String::new();
    errors.read_line(&mut line).expect("a line");
    assert!(line.starts_with("waiting for another run on /"), "{line}");
    assert!(line.ends_with("/close-codes.json\n"), "{line}");
    assert!(!folder.path().join("web/src/close-code.ts").exists());
    drop(lock);
    assert!(run.wait().expect("its end").success());
    line.clear();
    errors.read_to_string(&mut line).expect("the rest");
    assert_eq!(line, "");
    assert!(folder.path().join("web/src/close-code.ts").exists());
}

/// Neither one that is to be quiet, nor one that need not wait long.
#[test]
fn other_runs_do_not() {
    for (arguments, held) in [(&["--quiet"][..], 800), (&["generate"], 100)] {
        let (folder, lock) = locked();
        let run = generate(&folder, arguments);
        thread::sleep(Duration::from_millis(held));
        drop(lock);
        let ended = run.wait_with_output().expect("its end");
        assert!(ended.status.success(), "{ended:?}");
        assert!(ended.stderr.is_empty(), "{ended:?}");
        assert!(fs::exists(folder.path().join("web/src/close-code.ts")).is_ok_and(|is| is));
    }
}
