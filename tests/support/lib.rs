//! What the tests share: folders, foreign toolchains, the program itself, and the vectors that all languages answer.

// A helper that cannot do its work ends the test that called it.
#![allow(clippy::missing_panics_doc)]

pub mod fuzzed;
pub mod languages;
pub mod program;
pub mod sequences;
pub mod toolchain;
pub mod vectors;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use close_codes_cli::FileSet;
use close_codes_cli::Project;
use close_codes_cli::Source;
use close_codes_cli::diagnostics::report::Format;

/// The path of the canonical spec from the project's folder.
pub const SPEC: &str = "spec/close-codes.json";

/// The project's folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests lie in the project's folder")
        .to_owned()
}

/// A folder for what a test builds. It stays, so that the next run builds less.
#[must_use]
pub fn scratch(name: &str) -> PathBuf {
    let path = root().join("target/proof").join(name);
    fs::create_dir_all(&path).expect("the target folder can be written");
    path
}

/// The text of the canonical spec.
#[must_use]
pub fn spec_text() -> String {
    read(&root().join(SPEC))
}

/// What `spec` says, if it is sound.
#[must_use]
pub fn project(spec: &str) -> Project {
    let source = Source::new(SPEC, spec);
    Project::read(&source).unwrap_or_else(|problems| {
        panic!(
            "{}",
            close_codes_cli::diagnostics::report::report(&source, &problems, Format::Human)
        )
    })
}

/// The outputs of `spec`, in memory.
#[must_use]
pub fn render(spec: &str) -> FileSet {
    render_project(&project(spec))
}

/// The outputs of `project`, in memory.
#[must_use]
pub fn render_project(project: &Project) -> FileSet {
    let files = project.render();
    files.unwrap_or_else(|failed| panic!("an output is not rendered: {failed:?}"))
}

/// The canonical spec with only the outputs in `outputs`.
#[must_use]
pub fn spec_with_outputs(outputs: serde_json::Value) -> String {
    let mut spec: serde_json::Value = serde_json::from_str(&spec_text()).expect("the spec is JSON");
    spec["outputs"] = outputs;
    spec.to_string()
}

/// The text of a file.
#[must_use]
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file and the folders around it, unless it says the same already: compilers look at the time.
pub fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return;
    }
    let folder = path.parent().expect("a file lies in a folder");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// Makes a folder hold exactly `files`, by path: writes what differs, and removes what an earlier run left.
pub fn mirror(folder: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        write(&folder.join(path), text);
    }
    remove_others(folder, folder, files);
}

fn remove_others(root: &Path, folder: &Path, files: &BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("a folder's entry can be read").path();
        if path.is_dir() {
            remove_others(root, &path, files);
            // It stays if there is something in it.
            let _ = fs::remove_dir(&path);
            continue;
        }
        let below = path.strip_prefix(root).expect("it lies in the folder");
        let is_wanted = below.to_str().is_some_and(|path| files.contains_key(path));
        if !is_wanted {
            fs::remove_file(&path).expect("a scratch file can be removed");
        }
    }
}

/// Copies the files of a folder and its subfolders, but for what builds leave there.
pub fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("a folder's entry can be read").path();
        let name = path.file_name().expect("an entry has a name");
        if path.is_file() {
            write(&to.join(name), &read(&path));
        } else if ![".build", "node_modules", "target"]
            .iter()
            .any(|built| name == *built)
        {
            copy(&path, &to.join(name));
        }
    }
}
