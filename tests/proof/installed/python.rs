//! The wheel, where there is only Python.

use std::path::PathBuf;
use std::process::Command;

use tests::{root, toolchain};

use super::{LIMIT, Machine, PACKAGES, are_made};

/// The interpreter itself, where `python3` is a script that chooses one.
fn python() -> PathBuf {
    let script = ["-c", "import sys; print(sys.executable)"];
    toolchain::run(Command::new("python3").args(script))
        .trim_end()
        .into()
}

#[test]
fn only_python_is_enough() {
    if !are_made() {
        return;
    }
    let machine = Machine::with(&[("python3", &python())]).set("PIP_NO_INDEX", "1");
    let took = machine.follows_the_readme(".venv/bin/pip install");
    assert!(took.time < LIMIT, "{took:?}");
    machine.passes_the_exit_status_on(".venv/bin/close-codes");
}

/// The commands of the readme for the time after a release, with the folder of the packages in the place of the registry.
#[test]
fn what_holds_once_released_holds_for_the_folder_of_packages() {
    if !are_made() {
        return;
    }
    let tools = root().join("release/.venv/bin");
    let readme = tests::read(&root().join("README.md"));
    for (command, program) in [
        (
            "pipx run --spec close-codes-cli close-codes init",
            "pipx run --spec close-codes-cli close-codes",
        ),
        (
            "uvx --from close-codes-cli close-codes init",
            "uvx --from close-codes-cli close-codes",
        ),
        (
            "pipx install close-codes-cli",
            "\"$HOME\"/.local/bin/close-codes",
        ),
    ] {
        assert!(readme.contains(&format!("`{command}`")), "{command}");
        let tool = |name: &str| tools.join(name);
        let machine = Machine::with(&[
            ("python3", &python()),
            ("uv", &tool("uv")),
            ("uvx", &tool("uvx")),
        ]);
        let machine = machine
            .set("UV_FIND_LINKS", &*PACKAGES)
            .set("UV_OFFLINE", "1")
            .set("PIPX_DEFAULT_BACKEND", "uv");
        // A script of a venv names the interpreter of that venv.
        let pipx = tool("pipx");
        let pipx = format!("pipx() {{ '{}' \"$@\"; }}", pipx.display());
        let init = if command.ends_with("init") {
            String::new()
        } else {
            format!("{program} init")
        };
        let script = format!("{pipx}\n{command}\n{init}\n{program} generate\n{program} check");
        let printed = toolchain::run(&mut machine.command(&script));
        assert!(printed.ends_with("are in sync\n"), "{printed}");
    }
}
