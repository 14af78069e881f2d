//! The npm packages, where there is only Node.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use tests::toolchain;

use super::{LIMIT, Machine, are_made, ends_by_a_signal, packages};

/// A machine with Node, npm and the shell that npm needs.
fn machine() -> Machine {
    let find = |tool| toolchain::find(tool).expect("it is installed");
    let tools: Vec<(&str, PathBuf)> = ["node", "npm", "npx"].map(|tool| (tool, find(tool))).into();
    let mut tools: Vec<(&str, &Path)> = tools
        .iter()
        .map(|(name, path)| (*name, path.as_path()))
        .collect();
    tools.push(("sh", Path::new("/bin/sh")));
    Machine::with(&tools)
}

fn install(machine: &Machine, packages: &[PathBuf]) {
    let mut line = vec!["npm", "install", "--offline", "--no-update-notifier"];
    line.extend(packages.iter().map(|path| path.to_str().expect("text")));
    machine.succeed(&line.join(" "));
}

#[test]
fn only_node_is_enough() {
    if !are_made() {
        return;
    }
    let packages = packages(".tgz");
    assert_eq!(packages.len(), 2, "{packages:?}");
    let machine = machine();
    install(&machine, &packages);
    assert!(machine.checks_names("npx close-codes") < LIMIT);
    // The name of the package starts the program, too.
    assert!(
        machine
            .succeed("npx close-codes-cli --version")
            .starts_with("close-codes ")
    );

    let launcher = machine.app().join("node_modules/.bin/close-codes");
    let line = [
        launcher.as_os_str(),
        OsStr::new("breaking"),
        OsStr::new("--against"),
        OsStr::new("-"),
    ];
    ends_by_a_signal(&mut machine.command(&line));
}

#[test]
fn a_missing_program_is_explained() {
    if !are_made() {
        return;
    }
    let machine = machine();
    install(&machine, &packages(".tgz"));
    let modules = machine.app().join("node_modules");
    fs::remove_dir_all(modules.join("@close-codes")).expect("the package of the program");
    let output = machine.run("node_modules/.bin/close-codes");
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.starts_with("error: the npm package @close-codes/cli-"),
        "{stderr}"
    );
    assert!(
        stderr.contains("\nhelp: install close-codes-cli again"),
        "{stderr}"
    );

    // On a platform that there is no package for.
    let preload = machine.app().join("other.cjs");
    let other = "Object.defineProperty(process, 'arch', { value: 's390x' });";
    fs::write(&preload, other).expect("a file can be written");
    let launcher = "node_modules/close-codes-cli/bin/close-codes.js";
    let output = machine.run(&format!("node --require ./other.cjs {launcher}"));
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.starts_with("error: close-codes has no npm package for "),
        "{stderr}"
    );
    assert!(
        stderr.contains("s390x\nhelp: compile it with `cargo install close-codes-cli`\n"),
        "{stderr}"
    );
}
