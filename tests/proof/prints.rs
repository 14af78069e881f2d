//! Every verb prints its answer on standard output, and why it has none on standard error; JSON is JSON.

use std::fs;

use serde_json::Value;
use tests::program::run;
use tests::{copy, read, root};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// A verb that needs a sound spec refuses this one, with the text of its case.
#[test]
fn a_bad_spec_is_refused_by_every_verb_and_nothing_is_written() {
    let case = root().join("tests/cases/refuses/several-problems");
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&case, folder.path());
    let before = fs::read_dir(folder.path()).expect("a folder").count();
    for arguments in [
        &[][..],
        &["generate"],
        &["generate", "--dry-run"],
        &["check"],
        &["lint"],
        &["list"],
        &["explain", "4001"],
        &["breaking", "--against", "close-codes.json"],
    ] {
        let ended = run(folder.path(), arguments);
        assert_eq!(
            (ended.status, ended.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        let expected = read(&case.join("stderr.txt"));
        assert_eq!(ended.stderr, expected, "{arguments:?}");
        let mut json_arguments = arguments.to_vec();
        json_arguments.extend(["--format", "json"]);
        let ended = run(folder.path(), &json_arguments);
        assert_eq!((ended.status, ended.stdout.as_str()), (2, ""));
        let problems = json(&ended.stderr);
        let problems = problems.as_array().expect("a list");
        assert_eq!(problems.len(), 6, "{arguments:?}");
    }
    let after = fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(before, after, "something was written");
}

#[test]
fn what_programs_read_is_json() {
    let folder = root().join("tests/cases/cli/format-json.in");
    for (arguments, status) in [
        (&["lint"][..], 1),
        (&["check"], 1),
        (&["list"], 0),
        (&["explain", "3001"], 0),
        (&["breaking", "--against", "old.json"], 1),
    ] {
        let arguments = [arguments, &["--format", "json"]].concat();
        let ended = run(&folder, &arguments);
        assert_eq!((ended.status, ended.stderr.as_str()), (status, ""));
        json(&ended.stdout);
    }
    let ended = run(&folder, &["check", "--format", "github"]);
    assert_eq!((ended.status, ended.stderr.as_str()), (1, ""));
}

#[test]
fn the_list_holds_every_standard_code() {
    let list = json(&run(&root(), &["list", "--format", "json"]).stdout);
    assert_eq!(list["codes"].as_array().expect("a list").len(), 20);
}

/// A name of the standard codes is one code, however it is spelled.
#[test]
fn every_spelling_is_explained_alike() {
    let explain = |code| run(&root(), &["explain", code]).stdout;
    let explained = explain("1012");
    assert!(!explained.is_empty());
    for name in [
        "service-restart",
        "ServiceRestart",
        "serviceRestart",
        "service_restart",
        "SERVICE_RESTART",
    ] {
        assert_eq!(explain(name), explained, "{name}");
    }
}

#[test]
fn whole_explanations_fit_a_terminal() {
    let list = json(&run(&root(), &["list", "--format", "json"]).stdout);
    for code in list["codes"].as_array().expect("a list") {
        let number = code["code"].to_string();
        for line in run(&root(), &["explain", &number, "--all"]).stdout.lines() {
            let is_address = line.trim_start().starts_with("https://");
            assert!(is_address || line.chars().count() <= 98, "{line}");
        }
    }
}

#[test]
fn the_schema_is_printed() {
    let ended = run(&root(), &["schema"]);
    assert_eq!((ended.status, ended.stdout), (0, close_codes_cli::schema()));
}

/// Whoever has a code in a log reads one screen: what it means, what lies behind it and what to do.
#[test]
fn an_explanation_fits_a_screen() {
    let registry = close_codes_cli::registry::Registry::standard();
    let codes = registry.entries().map(|code| code.number.to_string());
    let ranges = registry.ranges().iter().map(|range| range.name.to_string());
    let mut with_causes = 0;
    for asked in codes.chain(ranges) {
        let explained = run(&root(), &["explain", &asked]).stdout;
        assert!(explained.lines().count() <= 25, "{explained}");
        let is_narrow = |line: &str| line.chars().count() <= 98;
        assert!(explained.lines().all(is_narrow), "{explained}");
        if explained.contains("\n1. ") {
            with_causes += 1;
            for line in ["\n   Check  ", "\n   Fix    ", "\n  Reconnect  "] {
                assert!(explained.contains(line), "{asked} has no {line:?}");
            }
            assert!(!explained.contains('…'), "{explained}");
        }
    }
    assert_eq!(with_causes, 19);
}
