//! Whatever a sound spec says, its outputs are well-formed and say the same: random specs, always the same thousand.

mod comments;
mod hostile;
mod rust_source;
mod specs;
mod strict;
mod texts;
mod thousand;
mod worst;

pub(crate) use hostile::{ATTACKS, HOSTILE};
pub(crate) use worst::worst;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use close_codes_cli::FileSet;
use close_codes_cli::registry::Registry;
use close_codes_cli::targets::constants;
use close_codes_cli::text::is_hidden;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use serde_json::Value;
use tests::{project, root, scratch, toolchain, write};

/// How many specs there are.
const SPECS: u32 = 1000;

/// The same specs in every run.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        rng_seed: RngSeed::Fixed(4001),
        failure_persistence: None,
        max_shrink_iters: 300,
        ..Config::default()
    })
}

#[test]
fn every_output_is_well_formed() {
    let rendered = RefCell::new(Vec::new());
    let check = |mut spec: Value| {
        // The worst have no outputs of their own.
        if spec.get("outputs").is_none() {
            spec["outputs"] = strict::outputs();
        }
        let project = project(&spec.to_string());
        let files = project.render();
        for (path, text) in files.iter() {
            check_text(path, text);
        }
        check_same(&files, &spec);
        check_rust(&project.registry, &files);
        check_json(&project.registry, &files);
        check_markdown(&project.registry, &files);
        comments::check(&project.registry, &files);
        rendered.borrow_mut().push(files);
        Ok(())
    };
    if let Err(error) = runner(SPECS).run(&specs::spec(), check) {
        panic!("{error}");
    }
    for spec in worst() {
        check(spec).expect("a check passes or panics");
    }
    let rendered = rendered.into_inner();
    check_swift(&rendered);
    check_typescript(&rendered);
}

fn check_same(files: &FileSet, spec: &Value) {
    let again = tests::render(&spec.to_string());
    assert!(files.iter().eq(again.iter()), "two runs differ");
}

/// One newline at the end, no spaces before one, and nothing that an editor does not show.
fn check_text(path: &str, text: &str) {
    assert!(
        text.ends_with('\n') && !text.ends_with("\n\n"),
        "{path}: the end"
    );
    for line in text.lines() {
        let hidden = line.chars().find(|c| is_hidden(*c));
        assert_eq!(hidden, None, "{path}: {line}");
        assert_eq!(line, line.trim_end(), "{path}: the end of a line");
    }
}

fn file<'a>(files: &'a FileSet, extension: &str) -> &'a str {
    let mut texts = files.iter().filter(|(path, _)| path.ends_with(extension));
    texts
        .next()
        .unwrap_or_else(|| panic!("a file *{extension}"))
        .1
}

fn check_rust(registry: &Registry, files: &FileSet) {
    let tables = rust_source::tables(file(files, ".rs"));
    let variant = |code| constants(code)[0].1.replace("CloseCode::", "");
    let numbers: BTreeMap<_, _> = registry
        .named()
        .map(|code| (variant(code), code.number))
        .collect();
    assert_eq!(tables.from_u16, numbers);
    assert_eq!(tables.as_u16, numbers);
    let summaries = registry
        .named()
        .map(|code| (variant(code), code.summary.clone()));
    assert_eq!(tables.summaries, summaries.collect());
}

fn check_json(registry: &Registry, files: &FileSet) {
    let json: Value = serde_json::from_str(file(files, "codes.json")).expect("JSON");
    let codes = json["codes"].as_array().expect("codes");
    let found = codes
        .iter()
        .map(|code| (code["code"].as_u64(), code["summary"].as_str()));
    let expected = registry
        .entries()
        .map(|code| (Some(u64::from(code.number)), Some(code.summary.as_str())));
    assert!(found.eq(expected), "{codes:?}");
}

/// The headings are the page's own, and nothing of a text is HTML, a code block, an image or a link but to the web.
fn check_markdown(registry: &Registry, files: &FileSet) {
    let text = file(files, "docs.md");
    let mut headings = Vec::new();
    let mut html = String::new();
    let mut events = Parser::new_ext(text, Options::all());
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let inline = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(_)));
                let words = inline.filter_map(|event| match event {
                    Event::Text(text) => Some(text.into_string()),
                    _ => None,
                });
                headings.push((level, words.collect::<String>()));
            }
            Event::Html(raw) | Event::InlineHtml(raw) => html.push_str(&raw),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let lower = dest_url.to_ascii_lowercase();
                let is_web = ["https://", "http://", "mailto:", "#"]
                    .iter()
                    .any(|start| lower.starts_with(start));
                assert!(is_web, "{dest_url}:\n{text}");
            }
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => panic!("{event:?}:\n{text}"),
            _ => {}
        }
    }
    let sections = registry
        .entries()
        .map(|code| (HeadingLevel::H2, format!("{} {}", code.number, code.name)));
    let ranges = registry.ranges().iter().map(|range| {
        (
            HeadingLevel::H3,
            format!("{}-{} {}", range.from, range.to, range.name),
        )
    });
    let part = |title: &str, is_there: bool| is_there.then(|| (HeadingLevel::H2, title.to_owned()));
    let expected: Vec<_> = sections
        .chain(part(
            "Numbers without a name",
            !registry.ranges().is_empty(),
        ))
        .chain(ranges)
        .chain(part("Implementations", true))
        .chain(part("Retired", !registry.retired.is_empty()))
        .chain(part("Documents", !registry.documents.is_empty()))
        .collect();
    assert_eq!(headings[0].0, HeadingLevel::H1, "{text}");
    assert_eq!(headings[1..], expected, "{text}");
    let notice: Vec<&str> = text.lines().take(2).collect();
    assert_eq!(html.trim_end(), notice.join("\n"), "{text}");
}

/// All files in one call.
fn check_swift(rendered: &[FileSet]) {
    if !toolchain::has("every_output_is_well_formed", &["swiftc"]) {
        return;
    }
    let folder = fresh("any-spec/swift");
    for (index, files) in rendered.iter().enumerate() {
        let swift = files.iter().filter(|(path, _)| path.ends_with("swift"));
        for (part, (_, text)) in swift.enumerate() {
            write(&folder.join(format!("spec_{index}_{part}.swift")), text);
        }
    }
    let names = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name());
    let mut swiftc = Command::new("swiftc");
    swiftc
        .current_dir(&folder)
        .args(["-frontend", "-parse"])
        .args(names);
    toolchain::run(&mut swiftc);
}

/// All packages in one call, which parses every file and runs the JavaScript.
fn check_typescript(rendered: &[FileSet]) {
    let test = "every_output_is_well_formed";
    if !toolchain::has(test, &["node"]) || !crate::typescript::has_packages(test) {
        return;
    }
    let folder = fresh("any-spec/typescript");
    for (index, files) in rendered.iter().enumerate() {
        let wanted = files
            .iter()
            .filter(|(path, _)| path.starts_with("web/") || *path == "codes.json");
        for (path, text) in wanted {
            write(&folder.join(index.to_string()).join(path), text);
        }
    }
    let script = root().join("tests/typescript/evaluated.mjs");
    toolchain::run(Command::new("node").arg(script).arg(&folder));
}

/// A scratch folder without what an earlier run left in it.
fn fresh(name: &str) -> PathBuf {
    fs::remove_dir_all(scratch(name)).expect("a scratch folder can be removed");
    scratch(name)
}
