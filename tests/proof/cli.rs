//! The files of `tests/cases/cli` → each command in them is run, and prints what stands below it.
//!
//! `NAME.in` is the folder that the commands begin with. With a `NAME.out`, they may change a copy of it.
//! `TRYCMD=overwrite` writes what they print to these files.

use std::fs;

use tests::{program, read, root, toolchain};

/// What a terminal has: trycmd would skip any other command without a word.
const TOOLS: [&str; 4] = ["cat", "cp", "ls", "rm"];

#[test]
fn every_verb_prints_what_its_cases_show() {
    let cases = root().join("tests/cases/cli");
    let commands = trycmd::TestCases::new();
    commands
        .register_bin("close-codes", program::path())
        .env("NO_COLOR", "1")
        .env("COLUMNS", "80")
        .case(cases.join("*.trycmd"))
        .case(cases.join("*.toml"));
    for tool in TOOLS {
        let path = toolchain::find(tool).unwrap_or_else(|| panic!("{tool} is not installed"));
        commands.register_bin(tool, path.as_path());
    }
    commands.run();
}

#[test]
fn no_command_is_skipped() {
    for entry in fs::read_dir(root().join("tests/cases/cli")).expect("the folder of cases") {
        let path = entry.expect("an entry").path();
        if path
            .extension()
            .is_none_or(|extension| extension != "trycmd")
        {
            continue;
        }
        let text = read(&path);
        let commands: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("$ "))
            .collect();
        assert!(!commands.is_empty(), "{}: no commands", path.display());
        for command in commands {
            let name = command.split(' ').next().unwrap_or_default();
            let is_known = name == "close-codes" || TOOLS.contains(&name);
            assert!(is_known, "{}: {command}", path.display());
        }
    }
}
