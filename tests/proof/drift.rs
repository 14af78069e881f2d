//! A change of the canonical spec → `check` finds every output that it changes, and `generate` writes these.

use std::path::Path;

use tempfile::TempDir;
use tests::program::run;
use tests::{SPEC, read, spec_text, write};

/// The outputs that show the summary of a code.
const WITH_SUMMARY: [&str; 9] = [
    "rust/src/lib.rs",
    "swift/Sources/CloseCodes/CloseCode.swift",
    "swift/Sources/CloseCodes/URLSessionWebSocketTask+CloseCode.swift",
    "typescript/src/index.ts",
    "typescript/dist/index.js",
    "typescript/dist/index.d.ts",
    "docs/close-codes.md",
    "docs/close-codes.html",
    "docs/close-codes.json",
];

/// A fresh project of the canonical spec, with its outputs.
pub(crate) fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(&folder.path().join(SPEC), &spec_text());
    let ended = run(folder.path(), &["generate", "--quiet"]);
    assert_eq!(
        (ended.status, ended.stdout.as_str(), ended.stderr.as_str()),
        (0, "", "")
    );
    folder
}

/// Changes the summary of 1012 in the spec.
pub(crate) fn reword(project: &Path) {
    let spec = project.join(SPEC);
    let text = read(&spec);
    let reworded = text.replace("The service is restarting.", "The service restarts.");
    assert_ne!(text, reworded);
    write(&spec, &reworded);
}

/// Whether `check` found every file as it should be, however many there are.
fn is_in_sync(stdout: &str) -> bool {
    stdout.ends_with(" files are in sync\n")
}

#[test]
fn check_writes_nothing_and_generate_writes_what_changed() {
    let folder = project();
    let path = folder.path();
    assert!(is_in_sync(&run(path, &["check"]).stdout));
    reword(path);
    let ended = run(path, &["check"]);
    assert_eq!((ended.status, ended.stderr.as_str()), (1, ""));
    let last = " files are out of sync: run `cargo run -p codegen`\n";
    assert!(ended.stdout.ends_with(last), "{}", ended.stdout);
    for output in WITH_SUMMARY {
        let heading = format!("stale: generated/{output}\n");
        assert!(ended.stdout.contains(&heading), "{output}");
        let text = read(&path.join("generated").join(output));
        assert!(text.contains("The service is restarting."), "{output}");
    }

    let ended = run(path, &[]);
    assert!(ended.stdout.ends_with(" changed\n"), "{}", ended.stdout);
    for output in WITH_SUMMARY {
        let text = read(&path.join("generated").join(output));
        assert!(text.contains("The service restarts."), "{output}");
    }
    assert_eq!(run(path, &["check", "--quiet"]).status, 0);
}

/// Git cannot keep such a file for a case.
#[test]
fn line_endings_are_told_apart() {
    let folder = project();
    let index = folder.path().join("generated/typescript/src/index.ts");
    let text = read(&index);
    let crlf = text.replace('\n', "\r\n");
    write(&index, &crlf.replace(" = 123", " = \r123"));
    let stdout = run(folder.path(), &["check"]).stdout;
    assert!(stdout.starts_with("formatted: "), "{stdout}");
    write(&index, &crlf);
    let ended = run(folder.path(), &["check"]);
    assert_eq!(ended.status, 1);
    let mut lines = ended.stdout.lines();
    let first = lines.next().unwrap_or_default();
    let heading = "line endings: generated/typescript/src/index.ts (";
    assert!(
        first.starts_with(heading) && first.contains("eol=lf"),
        "{first}"
    );
    let rest = ["", "1 file is out of sync: run `cargo run -p codegen`"];
    assert!(lines.eq(rest), "{}", ended.stdout);
    assert_eq!(run(folder.path(), &["generate", "--quiet"]).status, 0);
    assert_eq!(read(&index), text);
}

#[test]
fn a_spec_is_found_from_below_and_named_from_anywhere() {
    let folder = project();
    let below = folder.path().join("generated/rust/src");
    assert!(is_in_sync(&run(&below, &["check"]).stdout));
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let spec = folder.path().join(SPEC);
    let ended = run(
        elsewhere.path(),
        &["check", "--spec", spec.to_str().expect("UTF-8")],
    );
    assert!(is_in_sync(&ended.stdout));
}

/// A change of layout alone is named as that, and no other change is.
#[test]
fn a_formatter_is_told_apart_from_a_change() {
    let folder = project();
    let path = folder.path();
    let file = path.join("generated/typescript/src/index.ts");
    let text = read(&file);
    for (before, after, kind) in [
        ("=\n  | ", "= ", "formatted"),
        ("export const ", "export const\n", "formatted"),
        ("\";", "'", "formatted"),
        ("MAX_REASON_BYTES = 123", "MAX_REASON_BYTES = 223", "stale"),
        ("  | \"new-session\"", "  \"new-session\"", "stale"),
    ] {
        assert!(text.contains(before), "{before}");
        write(&file, &text.replace(before, after));
        let stdout = run(path, &["check"]).stdout;
        let heading = format!("{kind}: generated/typescript/src/index.ts");
        assert!(stdout.starts_with(&heading), "{before} → {after}: {stdout}");
    }
}
