//! The doc comments of a generated file, as the Markdown that documentation tools take them for: text of a spec stays
//! text in them, in every language alike whose comments are Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;

use close_codes_cli::FileSet;
use close_codes_cli::registry::Registry;
use close_codes_cli::text::{escaped, one_line};
use pulldown_cmark::{Event, Options, Parser, Tag};
use tests::languages::{Language, languages};

/// The summary of each code and of each range, by its numbers.
type Summaries = BTreeMap<String, String>;

/// What the comment of a code or a range ends with.
const LAST: &str = "Reconnect: ";

pub fn check(registry: &Registry, files: &FileSet) {
    let codes = registry.named();
    let codes = codes.map(|code| (code.number.to_string(), one_line(&code.summary)));
    let ranges = registry.named_ranges().map(|range| {
        let numbers = format!("{}-{}", range.from, range.to);
        (numbers, one_line(&range.summary))
    });
    let summaries: Summaries = codes.chain(ranges).collect();
    let named: BTreeSet<String> = summaries.keys().cloned().collect();
    // Others have a script that reads them as the language's own tools do.
    let markdown = |language: &Language| language.script("comments").is_none();
    for language in languages().into_iter().filter(markdown) {
        let folder = format!("{}/", language.name());
        let sources = files.iter().filter(|(path, _)| path.starts_with(&folder));
        // Declarations and code stand beside each other, and each has all comments.
        let mut kinds: BTreeMap<&OsStr, BTreeSet<String>> = BTreeMap::new();
        for (path, text) in sources {
            let kind = Path::new(path).extension().unwrap_or_default();
            let lines = if kind == "py" {
                in_docstrings(text)
            } else {
                in_comments(text)
            };
            let numbers = check_source(&summaries, &lines);
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

/// The codes and ranges that have a comment in a file, by their numbers. Before these may stand what the language calls it.
fn check_source(summaries: &Summaries, lines: &[Option<&str>]) -> BTreeSet<String> {
    let comments = comments(lines).into_iter();
    let numbers = comments.map(|comment| {
        let first = comment.trim_start().split(':').next().unwrap_or_default();
        let numbers = first.split(' ').next_back().unwrap_or_default().to_owned();
        let summary = summaries.get(&numbers);
        let summary = summary.unwrap_or_else(|| panic!("no code or range:\n{comment}"));
        check_comment(&format!("{first}: {summary}"), &comment);
        numbers
    });
    numbers.collect()
}

/// What each line of a file says behind the mark of a comment, if it has one.
fn in_comments(text: &str) -> Vec<Option<&str>> {
    let lines = text.lines().map(|line| {
        let line = line.trim_start();
        let mut marks = ["///", "//", "*"].into_iter();
        let content = marks.find_map(|mark| line.strip_prefix(mark));
        content.filter(|_| line != "*/")
    });
    lines.collect()
}

/// What each line of a file says within a docstring of several lines, if it is in one.
fn in_docstrings(text: &str) -> Vec<Option<&str>> {
    let mut is_inside = false;
    let lines = text.lines().map(|line| {
        let line = line.trim_start();
        if is_inside {
            is_inside = line != "\"\"\"";
            return is_inside.then_some(line);
        }
        let start = line.strip_prefix('r').unwrap_or(line);
        let start = start.strip_prefix("\"\"\"")?;
        is_inside = !start.ends_with("\"\"\"");
        is_inside.then_some(start)
    });
    lines.collect()
}

/// The comments of the codes and ranges.
fn comments(lines: &[Option<&str>]) -> Vec<String> {
    let mut comments = Vec::new();
    for comment in lines.split(Option::is_none) {
        let comment: Vec<&str> = comment.iter().flatten().copied().collect();
        let last = comment
            .iter()
            .rposition(|line| line.trim_start().starts_with(LAST));
        comments.extend(last.map(|last| {
            let end = comment[last..].iter().position(|line| line.is_empty());
            comment[..end.map_or(comment.len(), |end| last + end)].join("\n")
        }));
    }
    comments
}

/// A comment has paragraphs, code and emphasis. The first paragraph is the summary, and what follows the last is ours.
fn check_comment(summary: &str, comment: &str) {
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
