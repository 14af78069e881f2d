//! The outputs of hostile specs, through the tools that make pages of them: nothing of a text runs, loads anything, or
//! links elsewhere than to the web.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use close_codes_cli::registry::CloseCode;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use serde_json::{Value, json};
use tests::{render, root, scratch, toolchain, write};

use crate::any_spec::worst::worst_specs;
use crate::rust::{cargo_doc, crate_at};
use crate::typescript::has_packages;

/// The same specs, each with one output.
fn outputs(outputs: &Value) -> Vec<Vec<(String, String)>> {
    let specs = worst_specs().into_iter().map(|mut spec| {
        spec["outputs"] = outputs.clone();
        let files = render(&spec.to_string());
        let files = files.iter();
        files
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect()
    });
    specs.collect()
}

/// Writes the one file of each spec to a folder.
fn written(folder: &Path, output: &str, extension: &str) -> Vec<PathBuf> {
    let files = outputs(&json!({ output: format!("codes.{extension}") }));
    let files = files.into_iter().enumerate().map(|(index, files)| {
        let path = folder.join(format!("spec_{index}.{extension}"));
        write(&path, &files[0].1);
        path
    });
    files.collect()
}

/// Runs the checks of `tests/languages/typescript/inert.mjs`, and gives back how many parts it looked at.
fn inert(kind: &str, paths: &[PathBuf]) -> usize {
    let script = root().join("tests/languages/typescript/inert.mjs");
    let printed = toolchain::run(Command::new("node").arg(script).arg(kind).args(paths));
    printed.trim().parse().expect("a number")
}

/// How many of the codes that the specs name are of a kind.
fn count(is_counted: fn(&CloseCode) -> bool) -> usize {
    let codes = worst_specs().into_iter().map(|spec| {
        let registry = tests::project(&spec.to_string()).registry;
        registry.named().filter(|code| is_counted(code)).count()
    });
    codes.sum()
}

/// How many constants have a comment with a text of the specs: those of codes and of named ranges.
fn documented() -> usize {
    let ranges = worst_specs().into_iter().map(|spec| {
        let registry = tests::project(&spec.to_string()).registry;
        registry.named_ranges().count()
    });
    count(|_| true) + ranges.sum::<usize>()
}

fn fresh(name: &str) -> PathBuf {
    let folder = scratch("inert").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("a scratch folder can be removed");
    }
    folder
}

#[test]
fn html_pages_are_inert() {
    if has_packages() {
        let pages = written(&fresh("html"), "html", "html");
        assert_eq!(inert("page", &pages), pages.len());
    }
}

#[test]
fn markdown_pages_are_inert() {
    if !has_packages() {
        return;
    }
    let folder = fresh("markdown");
    let mut sources = written(&folder, "markdown", "md");
    let packages = outputs(&json!({ "rust": "rust/" })).into_iter().enumerate();
    sources.extend(packages.map(|(index, files)| {
        let readme = files.iter().find(|(path, _)| path == "rust/README.md");
        let path = folder.join(format!("readme_{index}.md"));
        write(&path, &readme.expect("a readme").1);
        path
    }));
    assert_eq!(inert("markdown", &sources), 2 * sources.len());
    // A third renderer, with everything that it knows turned on.
    let pages: Vec<PathBuf> = sources
        .iter()
        .map(|source| {
            let text = tests::read(source);
            let mut page = String::new();
            html::push_html(&mut page, Parser::new_ext(&text, Options::ENABLE_GFM));
            let path = source.with_extension("html");
            write(&path, &page);
            path
        })
        .collect();
    assert_eq!(inert("page", &pages), pages.len());
}

/// The text of each cell of the tables in a Markdown page.
fn cells(page: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = None;
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => cells.extend(cell.take()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            _ => {}
        }
    }
    cells
}

/// A table takes a bar for the end of a cell, in code too.
#[test]
fn a_bar_in_code_ends_no_cell() {
    let text = "Not `a|b`, never `c`.";
    let spec = json!({
        "name": "chat",
        "codes": [{ "code": 4001, "name": "kicked", "summary": text, "reconnect": "never", "because": text }],
        "ranges": [{ "from": 4100, "to": 4199, "name": "shard", "summary": text, "reconnect": "immediately" }],
        "outputs": { "markdown": "codes.md" },
    });
    let files = render(&spec.to_string());
    let cells = cells(files.get("codes.md").expect("the page"));
    let found: Vec<&String> = cells.iter().filter(|cell| cell.contains("Not ")).collect();
    assert!(found.len() >= 3, "{cells:?}");
    assert!(
        found.iter().all(|cell| *cell == "Not a|b, never c."),
        "{found:?}"
    );
}

#[test]
fn rustdoc_makes_text_of_texts() {
    if !has_packages() {
        return;
    }
    let sources = outputs(&json!({ "rust": "close_code.rs" }));
    let modules: Vec<String> = (0..sources.len())
        .map(|index| format!("pub mod spec_{index};"))
        .collect();
    let modules = modules.join("\n");
    let folder = crate_at("inert", "", "fn main() {}\n");
    write(
        &folder.join("src/lib.rs"),
        &format!("//! Hostile.\n{modules}\n"),
    );
    for (index, files) in sources.iter().enumerate() {
        write(&folder.join(format!("src/spec_{index}.rs")), &files[0].1);
    }
    let pages = cargo_doc(&folder, "inert");
    assert_eq!(inert("comments", &[pages]), documented());
}

#[test]
fn typedoc_makes_text_of_texts() {
    if !has_packages() {
        return;
    }
    let folder = fresh("typedoc");
    let sources = written(&folder, "typescript", "ts");
    let tool = root().join("tests/languages/typescript/node_modules/typedoc/bin/typedoc");
    let config = folder.join("tsconfig.json");
    write(
        &config,
        r#"{ "compilerOptions": { "strict": true, "target": "es2022", "types": [] }, "include": ["*.ts"] }"#,
    );
    let pages = folder.join("pages");
    let arguments = [
        "--disableSources",
        "--readme",
        "none",
        "--logLevel",
        "Error",
    ];
    toolchain::run(
        Command::new("node")
            .current_dir(&folder)
            .arg(tool)
            .args(arguments)
            .arg("--tsconfig")
            .arg(config)
            .arg("--out")
            .arg(&pages)
            .args(sources),
    );
    assert_eq!(inert("comments", &[pages]), documented());
}

#[test]
fn editors_find_no_tags_in_texts() {
    if has_packages() {
        let sources = written(&fresh("tags"), "typescript", "ts");
        let deprecated = count(|code| code.deprecated.is_some());
        assert_eq!(inert("tags", &sources), deprecated);
    }
}
