//! The wheel, where there is only Python.

use std::path::{Path, PathBuf};
use std::process::Command;

use tests::{root, toolchain};

use super::{LIMIT, Machine, are_made, packages};

/// The interpreter itself, where `python3` is a script that chooses one.
fn python() -> PathBuf {
    let script = ["-c", "import sys; print(sys.executable)"];
    toolchain::run(Command::new("python3").args(script))
        .trim_end()
        .into()
}

fn wheel() -> String {
    let wheels = packages(".whl");
    assert_eq!(wheels.len(), 1, "{wheels:?}");
    wheels[0].to_str().expect("text").to_owned()
}

#[test]
fn only_python_is_enough() {
    if !are_made() {
        return;
    }
    let wheel = wheel();
    let machine = Machine::with(&[("python3", &python())]);
    machine.succeed("python3 -m venv .venv");
    machine.succeed(&format!(".venv/bin/pip install --quiet --no-index {wheel}"));
    assert!(machine.checks_names(".venv/bin/close-codes") < LIMIT);
}

#[test]
fn pipx_and_uv_run_it() {
    if !are_made() {
        return;
    }
    let wheel = wheel();
    let tools = root().join("release/.venv/bin");
    let uvx = Machine::with(&[
        ("python3", &python()),
        ("uv", &tools.join("uv")),
        ("uvx", &tools.join("uvx")),
    ]);
    assert!(uvx.checks_names(&format!("uvx --offline --from {wheel} close-codes")) < LIMIT);

    let own = tools.join("python");
    let own = own.to_str().expect("text");
    let pipx = Machine::with(&[("python3", Path::new(&python())), ("uv", &tools.join("uv"))]);
    assert!(pipx.checks_names(&format!("{own} -m pipx run --spec {wheel} close-codes")) < LIMIT);
}
