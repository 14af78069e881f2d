//! The lines to copy of the HTML page: the page prints them, and every one of them compiles in its language.

use std::collections::BTreeMap;

use close_codes_cli::registry::Registry;
use close_codes_cli::targets::snippets;
use serde_json::{Value, json};
use tests::{read, render_project, root, toolchain};

use crate::languages::{in_every_language, outputs, parsed};

/// The specs by name: the standard, and one with codes and types of its own.
fn specs() -> [(&'static str, Value); 2] {
    let chat = root().join("spec/examples/chat.json");
    [
        ("standard", parsed(&tests::spec_text())),
        ("chat", parsed(&read(&chat))),
    ]
}

/// The lines of each language by the title that the page gives it, each in three parts.
fn lines(registry: &Registry) -> BTreeMap<&'static str, Vec<[String; 3]>> {
    let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let all = registry.entries().flat_map(|code| snippets(registry, code));
    for (target, line) in all {
        lines.entry(target.name).or_default().push(line);
    }
    lines
}

#[test]
fn the_page_prints_every_snippet() {
    for (name, mut spec) in specs() {
        spec["outputs"]["html"] = json!("codes.html");
        let project = tests::project(&spec.to_string());
        let files = render_project(&project);
        let page = files.get("codes.html").expect("a page");
        for [before, constant, after] in lines(&project.registry).into_values().flatten() {
            let line = format!("<dd>{before}<b>{constant}</b>{after}\n");
            assert!(page.contains(&line), "{name}: {line}");
        }
    }
}

#[test]
fn a_line_names_the_package_that_the_spec_chooses() {
    let mut spec = parsed(&tests::spec_text());
    spec["outputs"] =
        json!({ "go": { "path": "codes.go", "package": "codes" }, "html": "codes.html" });
    let registry = tests::project(&spec.to_string()).registry;
    for [before, ..] in &lines(&registry)["go"] {
        assert!(before.ends_with(" codes."), "{before}");
    }
}

#[test]
fn every_snippet_compiles() {
    for (name, spec) in specs() {
        let lines = lines(&tests::project(&spec.to_string()).registry);
        in_every_language(|language| {
            let lines = &lines[language.name()];
            let text = lines.iter().map(|line| line.concat() + "\n").collect();
            let mut files = language.render(&spec);
            files.insert("snippets".to_owned(), text);
            let outputs = outputs(language, &format!("snippets/{name}"), &files);
            toolchain::run(&mut language.call("snippets", &outputs));
        });
    }
}
