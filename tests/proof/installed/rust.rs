//! The crate, where there is only Rust, with the C compiler that links for it.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tests::toolchain;

use super::{LIMIT, Machine, PACKAGES, are_made};

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
    let find = |tool| toolchain::find(tool).expect("it is installed");
    let cargo = Path::new(env!("CARGO"));
    let machine = Machine::with(&[
        ("cargo", cargo),
        ("rustc", &cargo.with_file_name("rustc")),
        ("cc", &find("cc")),
        ("ld", &find("ld")),
        ("tar", &find("tar")),
        ("gzip", &find("gzip")),
    ]);
    let machine = machine.set("CARGO_NET_OFFLINE", "true");
    let home = machine.home().join(".cargo");
    fs::create_dir(&home).expect("a folder");
    symlink(cargo_home().join("registry"), home.join("registry")).expect("a link");
    // Other tests run at the same time, so what is measured is the work: two cores of a usual machine do that of two minutes in one,
    // and a machine that is half as fast must pass, too.
    let took = machine.follows_the_readme("cargo install");
    assert!(took.work < 5.0 * LIMIT.as_secs_f64(), "{took:?}");
    machine.passes_the_exit_status_on("close-codes");
}

/// `cargo package` has nothing to complain of, the manifest has all that crates.io asks for.
#[test]
fn the_crate_is_packaged_without_a_warning() {
    if !are_made() {
        return;
    }
    assert!(PACKAGES.exists());
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
