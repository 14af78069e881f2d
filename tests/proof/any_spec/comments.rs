//! The doc comments of a generated file, as the Markdown that documentation tools take them for: text of a spec stays
//! text in them, in every language alike.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use close_codes_cli::FileSet;
use close_codes_cli::registry::{CloseCode, Registry};
use close_codes_cli::text::{escaped, one_line};
use pulldown_cmark::{Event, Options, Parser, Tag};
use tests::languages::languages;

/// What the comment of a code ends with.
const LAST: &str = "Reconnect: ";

pub fn check(registry: &Registry, files: &FileSet) {
    let named: BTreeSet<u16> = registry.named().map(|code| code.number).collect();
    for language in languages() {
        let folder = format!("{}/", language.name());
        let sources = files.iter().filter(|(path, _)| path.starts_with(&folder));
        // Declarations and code stand beside each other, and each has all comments.
        let mut kinds: BTreeMap<&OsStr, BTreeSet<u16>> = BTreeMap::new();
        for (path, text) in sources {
            let kind = Path::new(path).extension().unwrap_or_default();
            let numbers = check_source(registry, text);
            kinds.entry(kind).or_default().extend(numbers);
        }
        let mut commented = kinds.values().filter(|numbers| !numbers.is_empty());
        assert_eq!(
            commented.next().unwrap_or(&BTreeSet::new()),
            &named,
            "{folder}"
        );
        assert!(commented.all(|numbers| *numbers == named), "{folder}");
    }
}

/// The codes that have a comment in a file.
fn check_source(registry: &Registry, text: &str) -> BTreeSet<u16> {
    let comments = comments(text).into_iter();
    let numbers = comments.map(|comment| {
        let number = comment.trim_start().split(':').next();
        let number = number.and_then(|number| number.parse().ok());
        let number = number.unwrap_or_else(|| panic!("no number:\n{comment}"));
        let code = registry.answer(number).code.expect("a code");
        check_comment(code, &comment);
        number
    });
    numbers.collect()
}

/// The comments of the codes, each without its marks.
fn comments(text: &str) -> Vec<String> {
    let mut comments = Vec::new();
    let mut comment = Vec::new();
    for line in text.lines() {
        let line = line.trim_start();
        let content = line.strip_prefix("///").or_else(|| line.strip_prefix('*'));
        match content {
            Some(content) if line != "*/" => comment.push(content),
            _ => {
                let last = comment
                    .iter()
                    .rposition(|line| line.starts_with(" Reconnect: "));
                comments.extend(last.map(|last| {
                    let end = comment[last..].iter().position(|line| line.is_empty());
                    comment[..end.map_or(comment.len(), |end| last + end)].join("\n")
                }));
                comment.clear();
            }
        }
    }
    comments
}

/// A comment has paragraphs, code and emphasis. The first paragraph is the summary, and what follows the last is ours.
fn check_comment(code: &CloseCode, comment: &str) {
    let mut paragraphs = vec![String::new()];
    for event in Parser::new_ext(comment, options()) {
        let text = paragraphs.last_mut().expect("a paragraph");
        match event {
            Event::Start(Tag::Paragraph) if text.is_empty() => {}
            Event::Start(Tag::Paragraph) => paragraphs.push(String::new()),
            Event::Text(more) | Event::Code(more) => text.push_str(&more),
            Event::SoftBreak => text.push(' '),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(_) => {}
            other => panic!("{other:?} in\n{comment}"),
        }
    }
    let summary = format!("{}: {}", code.number, one_line(&code.summary));
    assert_eq!(escaped(&paragraphs[0]), summary, "{comment}");
    let last = paragraphs.last().expect("a paragraph");
    assert!(last.starts_with(LAST), "{comment}");
}

/// The extensions that documentation tools turn on.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}
