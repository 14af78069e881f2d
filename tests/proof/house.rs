//! The house itself: imports run one way, the map is complete, files stay small and begin with what they do, and nothing that git
//! tracks is ignored.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::{read, root, toolchain};

/// How long a file of the generator gets, in lines.
const MAX_LINES: usize = 300;

/// How long the comment at the head of a file gets, in lines.
const MAX_HEAD: usize = 4;

/// Every Rust file below `folder`.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// Every file that git tracks, from the top of the repository.
fn tracked() -> Vec<String> {
    let output = toolchain::run(Command::new("git").current_dir(root()).arg("ls-files"));
    output.lines().map(str::to_owned).collect()
}

/// The part of `folder` that a file below it belongs to: `registry` for `registry/check/codes.rs`.
fn part(folder: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(folder).expect("a file below the folder");
    let first = relative.components().next().expect("a path");
    let first = Path::new(first.as_os_str());
    first.with_extension("").display().to_string()
}

/// The parts of `folder` and what each imports of the others, where an import begins with `prefix`.
fn imports(folder: &Path, prefix: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in rust_files(folder) {
        graph.entry(part(folder, &file)).or_default();
    }
    let parts: BTreeSet<String> = graph.keys().cloned().collect();
    for file in rust_files(folder) {
        let from = part(folder, &file);
        let text = without_comments(&read(&file));
        let imported = text.split(prefix).skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            rest[..end.unwrap_or(rest.len())].to_owned()
        });
        let others = imported.filter(|name| parts.contains(name) && *name != from);
        graph
            .entry(from.clone())
            .or_default()
            .extend(others.collect::<Vec<_>>());
    }
    graph
}

fn without_comments(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The parts that lead back to themselves: what is left after all that import nothing are taken away, again and again.
fn circles(mut graph: BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    loop {
        let leaves: Vec<String> = graph
            .iter()
            .filter(|(_, imports)| imports.iter().all(|name| !graph.contains_key(name)))
            .map(|(part, _)| part.clone())
            .collect();
        if leaves.is_empty() {
            return graph.into_keys().collect();
        }
        for leaf in leaves {
            graph.remove(&leaf);
        }
    }
}

#[test]
fn no_module_is_imported_in_a_circle() {
    let source = root().join("codegen/src");
    let graph = imports(&source, "crate::");
    assert!(
        graph["cli"].contains("registry"),
        "imports are found: {graph:?}"
    );
    assert_eq!(circles(graph), [""; 0]);
    // Within a folder, the parts reach each other through its own module file.
    for folder in [
        "cli",
        "diagnostics",
        "files",
        "implementations",
        "registry",
        "spec",
        "text",
    ] {
        let graph = imports(&source.join(folder), "super::");
        assert_eq!(circles(graph), [""; 0], "{folder}");
    }
    let targets = imports(&source.join("targets"), "super::super::");
    assert_eq!(circles(targets), [""; 0], "targets");
}

#[test]
fn a_circle_is_found() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry((*to).to_owned()).or_default();
            graph
                .entry((*from).to_owned())
                .or_default()
                .insert((*to).to_owned());
        }
        graph
    };
    assert_eq!(
        circles(graph(&[("a", "b"), ("b", "c"), ("a", "c")])),
        [""; 0]
    );
    assert_eq!(
        circles(graph(&[("a", "b"), ("b", "c"), ("c", "b")])),
        ["a", "b", "c"]
    );
}

/// ARCHITECTURE.md's map has a row for every folder and file at the top of the generator and of the repository.
#[test]
fn the_map_is_complete_and_true() {
    let map = read(&root().join("ARCHITECTURE.md"));
    let rows: Vec<&str> = map
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    for row in &rows {
        assert!(root().join(row).exists(), "the map names {row}");
    }
    let mut tops: BTreeSet<String> = BTreeSet::new();
    for path in tracked() {
        let parts: Vec<&str> = path.split('/').collect();
        let depth = match parts[..] {
            ["codegen", "src", ..] => 3,
            ["tests" | "spec" | "docs", ..] => 2,
            _ => 1,
        };
        let is_folder = parts.len() > depth;
        let top = parts[..depth.min(parts.len())].join("/");
        tops.insert(if is_folder { format!("{top}/") } else { top });
    }
    let is_named = |top: &String| rows.iter().any(|row| row == top);
    let unnamed: Vec<&String> = tops.iter().filter(|top| !is_named(top)).collect();
    assert!(unnamed.is_empty(), "the map lacks {unnamed:?}");
}

#[test]
fn files_of_the_generator_are_small() {
    let mut lengths = Vec::new();
    for file in rust_files(&root().join("codegen/src")) {
        let lines = read(&file).lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines", file.display());
        lengths.push(lines);
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(median < 90, "the median file has {median} lines");
}

#[test]
fn every_file_begins_with_what_it_does() {
    // The documentation of what other crates call has examples.
    let is_documentation = ["codegen/src/build_script.rs", "codegen/src/lib.rs"];
    // These are shown, compared or compiled as a part of something else.
    let is_material = [
        "docs/",
        "generated/",
        "templates/",
        "tests/cases/",
        "tests/samples/",
    ];
    let is_rust = |path: &&String| Path::new(path).extension().is_some_and(|end| end == "rs");
    for path in tracked().iter().filter(is_rust) {
        let is_other = is_material.iter().any(|folder| path.starts_with(folder));
        if is_other || is_documentation.contains(&path.as_str()) {
            continue;
        }
        let text = read(&root().join(path));
        let lines = text.lines().take_while(|line| line.starts_with("//!"));
        let count = lines.count();
        assert!(
            (1..=MAX_HEAD).contains(&count),
            "{path} has a head of {count} lines"
        );
    }
}

#[test]
fn nothing_that_git_tracks_is_ignored() {
    if !root().join(".git").exists() {
        return;
    }
    let ignored = toolchain::run(Command::new("git").current_dir(root()).args([
        "ls-files",
        "--cached",
        "--ignored",
        "--exclude-standard",
    ]));
    assert_eq!(ignored, "");
}
