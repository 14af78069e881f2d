//! Stopped before any step of writing, `generate` leaves every file whole, and the next run mends everything.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use close_codes_cli::FileSet;
use close_codes_cli::files::{Step, Temporary, apply, apply_with, drift, sweep};
use tests::{render, spec_text};

/// Names the folder, and the step before which the process that runs this test stops.
const FOLDER: &str = "CLOSE_CODES_STOP_FOLDER";
const STEP: &str = "CLOSE_CODES_STOP_STEP";

/// The temporary files of the spec.
fn temporary() -> Temporary {
    Temporary::of(Path::new("/spec/close-codes.json"))
}

/// The outputs before and after a change of the spec.
fn before() -> FileSet {
    render(&spec_text())
}

fn after() -> FileSet {
    render(&spec_text().replace("The service is restarting.", "The service restarts."))
}

/// Writes `before()` into a folder.
fn prepare(folder: &Path) {
    let outputs = before();
    let drifts = drift(folder, &outputs).expect("an empty folder");
    apply(folder, &drifts, &temporary()).expect("a temporary folder");
}

/// The process that is stopped: it ends without any clean-up before the step that the environment names.
#[test]
fn stopping_process() {
    let (Ok(folder), Ok(stop)) = (std::env::var(FOLDER), std::env::var(STEP)) else {
        return;
    };
    let stop: usize = stop.parse().expect("a number");
    let folder = Path::new(&folder);
    let mut count = 0;
    let outputs = after();
    let drifts = drift(folder, &outputs).expect("a folder");
    let applied = apply_with(folder, &drifts, &temporary(), &mut |_: Step, _: &Path| {
        if count == stop {
            std::process::abort();
        }
        count += 1;
        Ok(())
    });
    applied.expect("a temporary folder can be written");
}

#[test]
fn every_step_can_be_the_last() {
    let steps = steps();
    assert!(steps.len() > 15, "{steps:?}");
    for stop in 0..steps.len() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        prepare(folder.path());
        let status = Command::new(std::env::current_exe().expect("this test"))
            .args(["stops::stopping_process", "--exact", "--quiet"])
            .envs([
                (FOLDER, folder.path().as_os_str()),
                (STEP, stop.to_string().as_ref()),
            ])
            .output()
            .expect("this test can be started")
            .status;
        assert!(!status.success(), "step {stop} was never reached");
        assert_whole(folder.path(), stop);
        sweep(folder.path(), &after(), &temporary()).expect("a temporary folder");
        let outputs = after();
        let drifts = drift(folder.path(), &outputs).expect("a folder");
        apply(folder.path(), &drifts, &temporary()).expect("a temporary folder");
        assert_mended(folder.path(), stop);
    }
}

/// What is done in which order, without a stop.
fn steps() -> Vec<Step> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    prepare(folder.path());
    let mut steps = Vec::new();
    let outputs = after();
    let drifts = drift(folder.path(), &outputs).expect("a folder");
    let note = &mut |step, _: &Path| {
        steps.push(step);
        Ok(())
    };
    apply_with(folder.path(), &drifts, &temporary(), note).expect("a temporary folder");
    steps
}

/// Every file says what it said before or what it should say.
fn assert_whole(folder: &Path, stop: usize) {
    let (before, after) = (before(), after());
    for (path, text) in after.iter() {
        let found = fs::read_to_string(folder.join(path)).expect("a file that is there");
        assert!(
            found == text || Some(found.as_str()) == before.get(path),
            "step {stop}: {path} is torn"
        );
    }
}

/// The next run leaves nothing to do and nothing behind.
fn assert_mended(folder: &Path, stop: usize) {
    assert_eq!(
        drift(folder, &after()).expect("a folder"),
        [],
        "step {stop}"
    );
    let left = files(folder);
    assert_eq!(
        left,
        after().len(),
        "step {stop}: something was left behind"
    );
}

fn files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path());
    entries
        .map(|path| if path.is_dir() { files(&path) } else { 1 })
        .sum()
}

/// At whichever step it comes.
#[test]
fn an_error_leaves_the_file_as_it_was() {
    for stop in 0..steps().len() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        prepare(folder.path());
        let outputs = after();
        let drifts = drift(folder.path(), &outputs).expect("a folder");
        let mut count = 0;
        let mut at = None;
        let full = &mut |_: Step, path: &Path| {
            if count == stop {
                at = Some(path.to_owned());
                return Err(io::Error::other("the disk is full"));
            }
            count += 1;
            Ok(())
        };
        let failed = apply_with(folder.path(), &drifts, &temporary(), full);
        let failed = failed.expect_err("the disk is full");
        assert_eq!(Some(failed.path), at, "step {stop}");
        assert_whole(folder.path(), stop);
        let left = files(folder.path());
        assert_eq!(left, after().len(), "step {stop}: something was left");
    }
}

/// What somebody else writes while the program runs is not overwritten.
#[test]
fn a_file_that_appears_or_changes_meanwhile_stays() {
    for changed in [
        "generated/docs/close-codes.html",
        "generated/swift/Package.swift",
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        prepare(folder.path());
        let changed = folder.path().join(changed);
        fs::remove_file(folder.path().join("generated/swift/Package.swift")).expect("an output");
        let outputs = after();
        let drifts = drift(folder.path(), &outputs).expect("a folder");
        let meanwhile = &mut |step, path: &Path| {
            if step == Step::Rename && path == changed {
                fs::write(path, "Mine.\n")?;
            }
            Ok(())
        };
        let failed = apply_with(folder.path(), &drifts, &temporary(), meanwhile);
        let failed = failed.expect_err("the file was changed");
        assert_eq!(failed.path, changed);
        assert!(
            failed.error.to_string().contains("changed while"),
            "{}",
            failed.error
        );
        assert_eq!(fs::read_to_string(&changed).expect("the file"), "Mine.\n");
        let parent = changed.parent().expect("a folder");
        let left = fs::read_dir(parent).expect("a folder").any(|entry| {
            let name = entry.expect("an entry").file_name();
            name.to_string_lossy().starts_with(".close-codes-")
        });
        assert!(!left, "no temporary file is left");
    }
}

/// So that a run never takes another spec's file for what a killed run left.
#[test]
fn temporary_files_of_other_specs_have_other_names() {
    let prefixes = (0..1000).map(|index| {
        let spec = format!("/specs/{index}/close-codes.json");
        format!("{:?}", Temporary::of(Path::new(&spec)))
    });
    assert_eq!(prefixes.collect::<BTreeSet<_>>().len(), 1000);
}

/// A folder that is missing has nothing to remove; any other error is reported.
#[test]
fn a_folder_that_cannot_be_read_is_an_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("root");
    sweep(&root, &after(), &temporary()).expect("nothing is there");
    fs::write(&root, "no folder").expect("a file");
    sweep(&root, &after(), &temporary()).expect_err("a file is not a folder");
}
