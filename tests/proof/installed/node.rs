//! The npm packages, where there is only Node.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tests::{root, toolchain};

use super::{LIMIT, Machine, PACKAGES, are_made, ends_by_a_signal};
use crate::conversation::process::Process;

/// A machine with Node, npm and the shell that npm needs, which download nothing.
fn machine() -> Machine {
    let find = |tool| (tool, toolchain::find(tool).expect("it is installed"));
    let tools: [(&str, PathBuf); 3] = ["node", "npm", "npx"].map(find);
    let [node, npm, npx] = &tools;
    let tools = [node, npm, npx].map(|(name, path)| (*name, path.as_path()));
    let sh = ("sh", Path::new("/bin/sh"));
    let machine = Machine::with(&[tools[0], tools[1], tools[2], sh]);
    machine
        .set("npm_config_offline", "true")
        .set("npm_config_update_notifier", "false")
}

#[test]
fn only_node_is_enough() {
    if !are_made() {
        return;
    }
    let machine = machine();
    let took = machine.follows_the_readme("npm install ./packages/");
    assert!(took.time < LIMIT, "{took:?}");
    machine.passes_the_exit_status_on("npx close-codes");
    machine.passes_the_exit_status_on("npx close-codes-cli");
    // The shell becomes the launcher, so that the signal gets there.
    ends_by_a_signal(
        &mut machine.command("exec node_modules/.bin/close-codes breaking --against -"),
    );
}

/// The commands of the readme for the time after a release, with a registry that has these packages and no others.
#[test]
fn what_holds_once_released_holds_for_a_registry_with_the_packages() {
    if !are_made() {
        return;
    }
    let script = root().join("tests/support/registry.mjs");
    let registry = Process::start(Command::new("node").arg(script).arg(&*PACKAGES));
    let address = registry
        .line(Instant::now() + LIMIT)
        .expect("it prints its address");
    let readme = tests::read(&root().join("README.md"));
    for (command, program) in [
        ("npx close-codes-cli init", "npx close-codes-cli"),
        ("npm install --save-dev close-codes-cli", "npx close-codes"),
    ] {
        assert!(readme.contains(&format!("`{command}`")), "{command}");
        let machine = machine()
            .set("npm_config_offline", "false")
            .set("npm_config_registry", &address);
        let init = if command.ends_with("init") {
            String::new()
        } else {
            format!("{program} init")
        };
        let script = format!("{command}\n{init}\n{program} generate\n{program} check");
        let printed = toolchain::run(&mut machine.command(&script));
        assert!(printed.ends_with("are in sync\n"), "{printed}");
    }
}

#[test]
fn a_missing_program_is_explained() {
    if !are_made() {
        return;
    }
    let machine = machine();
    toolchain::run(&mut machine.command("npm install ./packages/*.tgz"));
    let modules = machine.app().join("node_modules");
    fs::remove_dir_all(modules.join("@close-codes")).expect("the package of the program");
    let refused = |script: &str| {
        let output = machine
            .command(script)
            .output()
            .expect("the shell is there");
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let stderr = refused("node_modules/.bin/close-codes");
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
    let stderr =
        refused("node --require ./other.cjs node_modules/close-codes-cli/bin/close-codes.js");
    assert!(
        stderr.starts_with("error: close-codes has no npm package for "),
        "{stderr}"
    );
    assert!(
        stderr.ends_with("s390x\nhelp: compile it with `cargo install close-codes-cli`\n"),
        "{stderr}"
    );
}
