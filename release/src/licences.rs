//! The crates that the program contains → `LICENSE-THIRD-PARTY`, the texts of their licences, which every copy of it has to bring along.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::Folders;
use crate::platform::Platform;
use crate::run::{self, Failure};

/// The file's name.
pub const FILE: &str = "LICENSE-THIRD-PARTY";

/// Writes the file into the sources, where the packages take it from.
pub fn collect(folders: &Folders, platform: &Platform) -> Result<(), Failure> {
    let arguments = [
        "metadata",
        "--format-version",
        "1",
        "--offline",
        "--locked",
        "--filter-platform",
    ];
    let metadata = run::output(
        run::cargo(&folders.sources)
            .args(arguments)
            .arg(platform.target),
    )?;
    let metadata: Value =
        serde_json::from_str(&metadata).map_err(|error| Failure(error.to_string()))?;
    let contained = contained(&metadata);
    let packages = list(&metadata["packages"]);
    let packages = packages.filter(|package| contained.contains(text(&package["id"])));

    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let [name, version, licence] =
            ["name", "version", "license"].map(|field| text(&package[field]));
        let manifest = Path::new(text(&package["manifest_path"]));
        let texts = texts(manifest.parent().expect("a manifest lies in a folder"))?;
        if texts.is_empty() {
            return Err(Failure(format!(
                "{name} {version} has no text of its licence, {licence}"
            )));
        }
        for text in texts {
            by_text
                .entry(text)
                .or_default()
                .insert(format!("{name} {version} ({licence})"));
        }
    }
    let mut file =
        "The program close-codes contains these libraries, under these licences.\n".to_owned();
    for (text, names) in by_text {
        let names: Vec<String> = names.into_iter().collect();
        let _ = write!(
            file,
            "\n{}\n\n{}\n\n{}\n",
            "-".repeat(80),
            names.join("\n"),
            text.trim_end()
        );
    }
    run::write(&folders.sources.join(FILE), file.as_bytes())
}

/// The packages that the program is linked from: neither what only builds or tests it, nor macros.
fn contained(metadata: &Value) -> BTreeSet<&str> {
    let root = text(&metadata["resolve"]["root"]);
    let macros: BTreeSet<&str> = list(&metadata["packages"])
        .filter(|package| list(&package["targets"]).any(|target| target["kind"][0] == "proc-macro"))
        .map(|package| text(&package["id"]))
        .collect();
    let mut found = BTreeSet::new();
    let mut new = vec![root];
    while let Some(id) = new.pop() {
        let node = list(&metadata["resolve"]["nodes"]).find(|node| node["id"] == id);
        for dependency in node.into_iter().flat_map(|node| list(&node["deps"])) {
            let id = text(&dependency["pkg"]);
            let is_linked = list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            if is_linked && !macros.contains(id) && found.insert(id) {
                new.push(id);
            }
        }
    }
    found
}

/// The licences and notices in the folder of a crate.
fn texts(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .expect("an entry has a name")
            .to_string_lossy()
            .to_uppercase();
        let is_licence = [
            "LICENSE",
            "LICENCE",
            "COPYING",
            "COPYRIGHT",
            "NOTICE",
            "UNLICENSE",
        ];
        if path.is_file() && is_licence.iter().any(|start| name.starts_with(start)) {
            texts.push(fs::read_to_string(&path)?.replace("\r\n", "\n"));
        }
    }
    Ok(texts)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
