//! The crate in `docs/snippets/build-script`: its build script generates the codes, or refuses the spec as the program does.

use std::path::Path;
use std::process::Output;

use tests::{program, read, root, scratch, toolchain, write};

use crate::snippets::snippets;

/// A copy of the crate with a build script, as deep below the project's folder, so that its paths hold.
fn build(folder: &Path) -> Output {
    toolchain::cargo(folder)
        .args(["run", "--quiet", "--offline", "--color", "never"])
        .env("CARGO_TARGET_DIR", scratch("build-script-target"))
        .output()
        .expect("cargo can be started")
}

#[test]
fn a_build_script_makes_the_codes_or_says_what_is_wrong() {
    let folder = scratch("build-script");
    let original = snippets().join("build-script");
    for file in ["Cargo.toml", "build.rs", "src/main.rs", "close-codes.json"] {
        write(&folder.join(file), &read(&original.join(file)));
    }
    let lock = read(&root().join("Cargo.lock"));
    write(&folder.join("Cargo.lock"), &lock);

    let Output { stdout, stderr, .. } = build(&folder);
    let printed = String::from_utf8_lossy(&stdout);
    let expected = "4001 session-expired: reconnect immediately\n";
    assert_eq!(printed, expected, "{}", String::from_utf8_lossy(&stderr));

    let spec = folder.join("close-codes.json");
    let broken = read(&spec).replace("\"summary\"", "\"sumary\"");
    write(&spec, &broken);
    let output = build(&folder);
    assert!(!output.status.success(), "a broken spec is built");
    assert_refused_alike(&folder, &String::from_utf8_lossy(&output.stderr));
}

/// The build script prints what the program prints.
fn assert_refused_alike(folder: &Path, stderr: &str) {
    let (_, printed) = stderr.split_once("Error: \n").expect("an error");
    let printed: Vec<&str> = printed
        .lines()
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect();
    let printed = printed.join("\n");
    let ended = program::run(folder, &["check"]);
    assert_eq!(ended.status, 2);
    assert!(
        ended
            .stderr
            .contains("error[unknown-field]: unknown field `sumary`")
    );
    assert!(
        printed.starts_with(&ended.stderr),
        "{stderr}\n{}",
        ended.stderr
    );
}

#[test]
fn outside_of_cargo_a_build_script_says_so() {
    let error =
        close_codes_cli::build_script::generate("close-codes.json").expect_err("no OUT_DIR");
    assert_eq!(
        error.to_string(),
        "error: there is no OUT_DIR\nhelp: call this from a build script, which cargo runs\n"
    );
}
