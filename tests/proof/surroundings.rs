//! The canonical spec in other surroundings → the same bytes: locale, time zone, umask, folder, and no network.

use std::path::Path;
use std::process::Command;

use tests::{SPEC, program, read, render, spec_text, toolchain, write};

/// Generates all outputs below a folder of this name, by a command that runs the program, and compares them with those that are
/// made in memory.
fn generates_the_same(folder: &str, runner: &[&str], environment: &[(&str, &str)]) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let project = home.path().join(folder);
    write(&project.join(SPEC), &spec_text());
    let mut command = command(runner, program::path());
    let command = command.args(["generate", "--quiet"]).current_dir(&project);
    toolchain::run(command.envs(environment.iter().copied()));
    let files = render(&spec_text());
    assert!(files.iter().count() > 0, "the spec has outputs");
    for (path, text) in files.iter() {
        assert_eq!(read(&project.join(path)), text, "{path} in {folder}");
    }
}

/// `program`, run by `runner` if that is not empty.
fn command(runner: &[&str], program: &Path) -> Command {
    match runner {
        [] => Command::new(program),
        [first, rest @ ..] => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
    }
}

#[test]
fn locale_and_time_zone_change_nothing() {
    for (locale, zone) in [("tr_TR.UTF-8", "Asia/Tokyo"), ("C", "America/St_Johns")] {
        let environment = [("LC_ALL", locale), ("LANG", locale), ("TZ", zone)];
        generates_the_same("project", &[], &environment);
    }
}

#[test]
fn the_folder_changes_nothing() {
    generates_the_same("Größe & 'Maß' of it/project", &[], &[]);
}

#[test]
#[cfg(unix)]
fn the_umask_changes_nothing() {
    let script = "umask 077; exec \"$@\"";
    generates_the_same("project", &["sh", "-c", script, "sh"], &[]);
}

/// A process that has no network but a loopback device that is down.
#[test]
#[cfg(target_os = "linux")]
fn nothing_needs_a_network() {
    let runner = ["unshare", "--map-root-user", "--net"];
    let mut probe = command(&runner, Path::new("true"));
    if probe.output().is_ok_and(|output| output.status.success()) {
        generates_the_same("project", &runner, &[]);
    } else {
        toolchain::skip("`unshare` cannot take the network away from a process here");
    }
}
