//! IANA's list against registries: a small one that differs in every way, and the one of the project.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use measure::iana::{self, Differences};

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/iana")
        .join(name)
}

fn program(arguments: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_measure"));
    command.arg("iana").args(arguments);
    command.output().expect("the program starts")
}

#[test]
fn every_difference_is_told() {
    let Differences(lines) = iana::compare(&file("differs.csv"), &file("spec")).unwrap();
    let expected = [
        r#"changed: 1000 fine: means "Good", recorded is "Fine""#,
        "changed: 1001 leaving: IANA cites [RFC6455, Section 7.4.1], its `reference` does not",
        "changed: 1002 unlisted: its `reference` lacks IANA's registry",
        "lacking: 1004 New: see [RFC9999][https://example.com/new]",
        "lacking: 3000-3099 Reserved for Tests: no such range",
        "too much: 3000 gone: it is in 3000-3099 Reserved for Tests",
        "too much: 4000 private: it is in 4000-4999 Reserved for Private Use",
        "no row: 3100-3999 in the list: is the file complete?",
    ];
    assert_eq!(lines, expected);
}

/// `list.csv` is the list as it was last seen. When IANA's list changes, its new file takes the place of it.
#[test]
fn the_registry_agrees_with_the_list_as_last_seen() {
    let list = file("list.csv");
    let output = program(&[&list]);
    let expected = format!("spec/close-codes.json agrees with {}\n", list.display());
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_exit_status_tells_a_difference_from_a_bad_file() {
    assert_eq!(program(&[&file("differs.csv")]).status.code(), Some(1));
    for unreadable in [file("no-such-file.csv"), file("spec/identifiers.json")] {
        let output = program(&[&unreadable]);
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8_lossy(&output.stderr);
        let start = format!("{}: ", unreadable.display());
        assert!(message.starts_with(&start), "{message}");
    }
    let usage = program(&[]);
    assert_eq!(usage.status.code(), Some(2));
    assert!(usage.stderr.starts_with(b"Usage: "));
}
