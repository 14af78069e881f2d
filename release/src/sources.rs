//! The workspace → a folder with the generator as one crate, `close-codes-cli`, in which every file is where the workspace has
//! it. Cargo packages what lies below a manifest, and `codegen/` needs `templates/` and `spec/`.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::facts::Facts;
use crate::run::{self, Failure};
use crate::{Folders, NAME};

/// What the crate contains, beside its readme and its manifest.
const CONTENTS: [&str; 9] = [
    "codegen/src",
    "templates",
    "spec/clients.json",
    "spec/close-codes.json",
    "spec/identifiers.json",
    "spec/implementations.json",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

/// The readme of all packages.
pub const README: &str = "release/package.md";

/// Makes the folder.
pub fn copy(folders: &Folders, facts: &Facts) -> Result<(), Failure> {
    let Folders { root, sources, .. } = folders;
    for path in CONTENTS.into_iter().chain([README, "Cargo.lock"]) {
        run::copy(root, sources, path)?;
    }
    run::copy_to(&root.join(README), &sources.join("README.md"))?;
    let source = root.join("codegen/askama.toml");
    let askama = fs::read_to_string(&source)?;
    let askama = replaced(&askama, "\"../templates\"", "\"templates\"")?;
    run::write_instead(&sources.join("askama.toml"), askama.as_bytes(), &source)?;
    let python = fs::read_to_string(root.join("pyproject.toml"))?;
    let python = replaced(&python, "\"codegen/Cargo.toml\"", "\"Cargo.toml\"")?;
    run::write(&sources.join("pyproject.toml"), python.as_bytes())?;

    let workspace = fs::read_to_string(root.join("Cargo.toml"))?;
    let manifest = manifest(facts) + &profiles(&workspace);
    run::write(&sources.join("Cargo.toml"), manifest.as_bytes())?;
    // The lock file keeps the versions of the workspace, and loses what only its tests need.
    run::output(run::cargo(sources).args(["update", "--quiet", "--workspace", "--offline"]))?;
    Ok(())
}

fn replaced(text: &str, old: &str, new: &str) -> Result<String, Failure> {
    if text.contains(old) {
        return Ok(text.replace(old, new));
    }
    Err(Failure(format!(
        "{old} is not there any more: change release/src/sources.rs"
    )))
}

/// The manifest of the crate, with everything that it has from the workspace. JSON and TOML write these texts and lists alike.
fn manifest(facts: &Facts) -> String {
    // The folder lies in that of a workspace, to which it does not belong.
    let mut text = format!("[workspace]\n\n[package]\nname = {NAME:?}\n");
    for field in [
        "version",
        "edition",
        "description",
        "license",
        "repository",
        "documentation",
        "homepage",
    ] {
        if let Some(value) = facts.text(field) {
            let _ = writeln!(text, "{field} = {}", Value::from(value));
        }
    }
    let _ = writeln!(text, "rust-version = {:?}", facts.needed("rust_version"));
    for field in ["keywords", "categories"] {
        let _ = writeln!(text, "{field} = {}", Value::from(facts.list(field)));
    }
    let contents: Vec<String> = CONTENTS.map(|path| format!("/{path}")).into();
    let contents = contents
        .into_iter()
        .chain(["/askama.toml".to_owned(), "/README.md".to_owned()]);
    let contents: Value = contents.collect();
    let _ = writeln!(text, "readme = \"README.md\"\ninclude = {contents}");
    text += "\n[lib]\nname = \"close_codes_cli\"\npath = \"codegen/src/lib.rs\"\n";
    text += "\n[[bin]]\nname = \"close-codes\"\npath = \"codegen/src/main.rs\"\ndoc = false\n";
    text += "\n[dependencies]\n";
    for dependency in facts.list("dependencies") {
        let name = dependency["name"]
            .as_str()
            .expect("a dependency has a name");
        let _ = write!(text, "{name} = {{ version = {}", dependency["req"]);
        if dependency["uses_default_features"] == false {
            text += ", default-features = false";
        }
        if dependency["features"]
            .as_array()
            .is_some_and(|features| !features.is_empty())
        {
            let _ = write!(text, ", features = {}", dependency["features"]);
        }
        text += " }\n";
    }
    text
}

/// The profiles of the workspace that build packages.
fn profiles(workspace: &str) -> String {
    let is_wanted =
        |table: &&str| table.starts_with("profile.release") || table.starts_with("profile.dist");
    let tables = workspace.split("\n[").filter(is_wanted);
    let lines = tables.flat_map(|table| {
        let (head, values) = table.split_once('\n').unwrap_or((table, ""));
        let values = values.lines().filter(|line| line.contains(" = "));
        std::iter::once(format!("\n[{head}\n")).chain(values.map(|line| format!("{line}\n")))
    });
    lines.collect()
}
