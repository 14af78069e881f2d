//! `--help` and `-h` of every verb: they fit into 80 columns, and each example in them is a command that works.

use std::fs;
use std::path::Path;
use std::process::Command;

use tests::{copy, program, toolchain};

use crate::refuses_drift::{git, repository, with_program};

/// The verbs, and the program itself as an empty name.
fn pages() -> Vec<String> {
    let help = page("", "--help");
    let (_, commands) = help.split_once("Commands:\n").expect("a list of verbs");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let verbs = commands.filter_map(|line| line.split_whitespace().next());
    let verbs = verbs.filter(|verb| *verb != "help").map(str::to_owned);
    [String::new()].into_iter().chain(verbs).collect()
}

fn page(verb: &str, flag: &str) -> String {
    let arguments: Vec<&str> = verb.split_whitespace().chain([flag]).collect();
    let mut command = program::close_codes(Path::new("."), &arguments);
    toolchain::run(command.env("COLUMNS", "80"))
}

#[test]
fn every_page_fits_into_80_columns() {
    let pages = pages();
    assert!(pages.len() > 8, "{pages:?}");
    for verb in pages {
        for flag in ["-h", "--help"] {
            let text = page(&verb, flag);
            let wide = text.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None, "{verb} {flag}");
        }
    }
}

/// The commands of the examples of a page.
fn examples(page: &str) -> Vec<&str> {
    let (_, examples) = page.split_once("\nExamples:\n").expect("examples");
    let lines = examples.lines().filter_map(|line| line.strip_prefix("  "));
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .collect()
}

/// A clone that has what the examples name: branches, a tag, another spec, an older one, and folders for completions.
fn folder() -> (tempfile::TempDir, tempfile::TempDir) {
    let origin = repository();
    let protocol = origin.path().join("protocol");
    copy(&crate::snippets::snippets().join("own-codes"), &protocol);
    assert_eq!(program::run(&protocol, &["--quiet"]).status, 0);
    for arguments in [
        &["add", "--all"][..],
        &["commit", "--quiet", "--message", "Add a protocol"],
        &["tag", "v1.0.0"],
    ] {
        assert!(git(origin.path(), arguments).status.success());
    }
    let clone = tempfile::tempdir().expect("a temporary folder");
    let url = origin.path().to_str().expect("UTF-8");
    assert!(
        git(clone.path(), &["clone", "--quiet", url, "."])
            .status
            .success()
    );
    let spec = clone.path().join("close-codes.json");
    fs::copy(spec, clone.path().join("old.json")).expect("a copy");
    for folder in [".zfunc", ".config/fish/completions"] {
        fs::create_dir_all(clone.path().join(folder)).expect("a folder");
    }
    (origin, clone)
}

#[test]
fn every_example_works() {
    if !toolchain::has(&["git", "sh"]) {
        return;
    }
    let (_origin, clone) = folder();
    for verb in pages() {
        // What writes a spec does so where there is none.
        let empty = tempfile::tempdir().expect("a temporary folder");
        let is_empty = ["", "init"].contains(&verb.as_str());
        let folder = if is_empty { empty.path() } else { clone.path() };
        for flag in ["-h", "--help"] {
            let page = page(&verb, flag);
            let examples = examples(&page);
            assert!(!examples.is_empty(), "{verb}: {page}");
            for example in examples {
                assert!(example.starts_with("close-codes"), "{verb}: {example}");
                if is_empty && flag == "-h" {
                    continue;
                }
                let mut shell = Command::new("sh");
                shell.current_dir(folder).env("HOME", clone.path());
                let output = with_program(shell.args(["-ec", example]));
                assert!(output.status.success(), "{example}: {output:?}");
                assert!(output.stderr.is_empty(), "{example}: {output:?}");
            }
        }
    }
}
