//! The crate, where there is only Rust, with the C compiler that links for it.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::toolchain;

use super::{LIMIT, Machine, are_made, packages};

/// Where cargo keeps the crates that the lock file names: they are not downloaded again.
pub fn cargo_home() -> PathBuf {
    let home = || env::home_dir().expect("a home folder").join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

#[test]
fn only_rust_is_enough() {
    if !are_made() {
        return;
    }
    let crates = packages(".crate");
    assert_eq!(crates.len(), 1, "{crates:?}");
    let find = |tool| toolchain::find(tool).expect("it is installed");
    let cargo = Path::new(env!("CARGO"));
    let machine = Machine::with(&[
        ("cargo", cargo),
        ("rustc", &cargo.with_file_name("rustc")),
        ("cc", &find("cc")),
        ("ld", &find("ld")),
    ]);
    let unpacked = machine.app().join("unpacked");
    fs::create_dir(&unpacked).expect("a folder");
    let mut tar = Command::new("tar");
    tar.arg("-xzf")
        .arg(&crates[0])
        .arg("-C")
        .arg(&unpacked)
        .arg("--strip-components=1");
    toolchain::run(&mut tar);
    std::os::unix::fs::symlink(cargo_home(), machine.folder.path().join("home/.cargo"))
        .expect("a link");
    // Other tests run at the same time, so what is measured is the work: on two cores, it is a minute.
    let install =
        "cargo install --quiet --locked --offline --path unpacked --root installed && times";
    let line = ["/bin/sh", "-ec", install].map(OsStr::new);
    let times = toolchain::run(&mut machine.command(&line));
    let took = machine.checks_names("installed/bin/close-codes");
    let work = of_children(&times);
    assert!(
        work < 2.0 * LIMIT.as_secs_f64(),
        "{work} s of work, {took:?}"
    );
}

/// The seconds that `times` of the shell prints for what it ran: `0m0.01s 0m0.02s`, and the same for its children.
fn of_children(times: &str) -> f64 {
    let children = times.lines().nth(1).expect("a second line");
    let seconds = children.split_whitespace().map(|time| {
        let (minutes, seconds) = time.trim_end_matches('s').split_once('m').expect("minutes");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        number(minutes) * 60.0 + number(seconds)
    });
    seconds.sum()
}

/// `cargo package` has nothing to complain of, the manifest has all that crates.io asks for.
#[test]
fn the_crate_is_packaged_without_a_warning() {
    if !are_made() {
        return;
    }
    let _ = packages(".crate");
    let sources = tests::root().join("target/release-sources");
    let mut cargo = toolchain::cargo(&sources);
    cargo.args([
        "package",
        "--no-verify",
        "--offline",
        "--allow-dirty",
        "--target-dir",
    ]);
    let output = cargo
        .arg(tests::scratch("packaged"))
        .output()
        .expect("cargo can be started");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && stderr.contains("Packaged"),
        "{stderr}"
    );
    assert!(!stderr.contains("warning"), "{stderr}");
}
