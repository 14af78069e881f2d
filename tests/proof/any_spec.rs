//! Whatever a sound spec says, its outputs are well-formed and say the same: random specs, always the same thousand.

mod comments;
mod entries;
mod hostile;
mod rust_source;
pub mod specs;
mod texts;
pub mod thousand;
pub mod worst;

pub use hostile::{ATTACKS, HOSTILE};

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::iter::repeat;

use close_codes_cli::FileSet;
use close_codes_cli::registry::Registry;
use close_codes_cli::targets::constants;
use close_codes_cli::text::is_hidden;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use serde_json::Value;
use tests::languages::Language;
use tests::{project, render_project};

/// How many specs there are.
const SPECS: u32 = 1000;

/// Where the resolved registry goes.
const CODES: &str = "docs/json.json";

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
            spec["outputs"] = specs::outputs(repeat(true));
        }
        let project = project(&spec.to_string());
        let files = render_project(&project);
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
    for spec in worst::worst_specs() {
        check(spec).expect("a check passes or panics");
    }
    let rendered = rendered.into_inner();
    crate::languages::parse(|language| {
        let specs = rendered.iter().enumerate();
        specs
            .map(|(index, files)| (index.to_string(), of_language(language, files)))
            .collect()
    });
}

fn check_same(files: &FileSet, spec: &Value) {
    let again = tests::render(&spec.to_string());
    assert!(files.iter().eq(again.iter()), "two runs differ");
}

/// One newline at the end, no spaces before one, and nothing that an editor does not show, but tabs as indentation.
fn check_text(path: &str, text: &str) {
    assert!(
        text.ends_with('\n') && !text.ends_with("\n\n"),
        "{path}: the end"
    );
    for line in text.lines() {
        let mut characters = line.trim_start_matches('\t').chars();
        let hidden = characters.find(|c| is_hidden(*c));
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
    let variant = |code| {
        let constant = &constants(registry, code)[0].1;
        constant.split("::").last().expect("a variant").to_owned()
    };
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
    let json: Value = serde_json::from_str(file(files, CODES)).expect("JSON");
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
    let text = file(files, "docs/markdown.md");
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
    let is_question = |heading: &&(HeadingLevel, String)| heading.1.ends_with('?');
    let questions = headings[1..].iter().take_while(is_question).count();
    let expected: Vec<_> = sections
        .chain(part(
            "Numbers without a name",
            !registry.ranges().is_empty(),
        ))
        .chain(ranges)
        .chain(part("Implementations", true))
        .chain(part("Client libraries", true))
        .chain(part("Retired", !registry.retired.is_empty()))
        .chain(part("Documents", !registry.documents.is_empty()))
        .collect();
    assert_eq!(headings[0].0, HeadingLevel::H1, "{text}");
    assert!(questions <= 3, "{headings:?}");
    assert_eq!(headings[1 + questions..], expected, "{text}");
    let notice: Vec<&str> = text.lines().take(2).collect();
    assert_eq!(html.trim_end(), notice.join("\n"), "{text}");
}

/// The outputs in one language, and the resolved registry that they were made from.
fn of_language(language: Language, files: &FileSet) -> BTreeMap<String, String> {
    let folder = format!("{}/", language.name());
    let own = files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(&folder)?;
        Some((path.to_owned(), text.to_owned()))
    });
    let registry = file(files, CODES).to_owned();
    own.chain([("codes.json".to_owned(), registry)]).collect()
}
