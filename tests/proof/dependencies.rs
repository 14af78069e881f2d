//! What the project depends on: licences that `deny.toml` allows, packages of crates.io alone, and one version of each. cargo-deny
//! holds the same where it is installed; this needs only Rust.

use std::collections::BTreeSet;

use serde_json::Value;
use spdx::{Expression, ParseMode};
use tests::{read, root, toolchain};

/// The only place that packages come from, as a lock file names it.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The values of `field` in the lock file, in its order.
fn locked(field: &str) -> Vec<String> {
    let lock = read(&root().join("Cargo.lock"));
    let start = format!("{field} = ");
    let values = lock.lines().filter_map(|line| line.strip_prefix(&start));
    let texts = values.map(|value| serde_json::from_str(value).expect("a text between quotes"));
    texts.collect()
}

#[test]
fn each_package_has_one_version() {
    let names = locked("name");
    let different: BTreeSet<&String> = names.iter().collect();
    assert!(different.len() > 50, "{different:?}");
    let twice: Vec<&String> = different
        .iter()
        .filter(|name| names.iter().filter(|other| other == *name).count() > 1)
        .copied()
        .collect();
    assert!(twice.is_empty(), "more than one version of {twice:?}");
}

#[test]
fn packages_are_those_of_crates_io() {
    let sources = locked("source");
    assert!(sources.len() > 50, "{sources:?}");
    let others: Vec<&String> = sources
        .iter()
        .filter(|source| *source != CRATES_IO)
        .collect();
    assert!(others.is_empty(), "packages come from {others:?}");
}

#[test]
fn licences_are_those_that_are_allowed() {
    let rules = read(&root().join("deny.toml"));
    let allowed = rules.lines().find_map(|line| line.strip_prefix("allow = "));
    let allowed: Vec<String> = serde_json::from_str(allowed.expect("a list")).expect("texts");
    let packages = packages();
    assert!(packages.len() > 50, "{packages:?}");
    for (name, licence) in packages {
        let expression = Expression::parse_mode(&licence, ParseMode::LAX);
        let expression = expression.unwrap_or_else(|error| panic!("{name}: {error}"));
        let is_allowed = expression.evaluate(|requirement| {
            let licence = requirement.to_string();
            allowed.contains(&licence)
        });
        assert!(is_allowed, "{name} has the licence {licence}");
    }
}

/// The name and the licence of every package that is compiled on this machine.
fn packages() -> Vec<(String, String)> {
    let version = toolchain::run(toolchain::cargo(&root()).args(["version", "--verbose"]));
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let metadata = toolchain::run(toolchain::cargo(&root()).args([
        "metadata",
        "--format-version",
        "1",
        "--offline",
        "--locked",
        "--filter-platform",
        host.expect("cargo names its host"),
    ]));
    let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let packages = packages.iter().map(|package| {
        let text = |field: &str| package[field].as_str().unwrap_or_default().to_owned();
        (text("name"), text("license"))
    });
    packages.collect()
}
