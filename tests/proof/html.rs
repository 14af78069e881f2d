//! The HTML page: its links lead somewhere, no text of a spec becomes markup, and everybody can read it.

mod browser;
mod site;

use std::collections::BTreeSet;

use close_codes_cli::Project;
use close_codes_cli::Source;
use serde_json::{Value, json};
use tests::{read, render_project, root};

const PAGE: &str = "generated/docs/close-codes.html";

/// What would run or break out if a page took it as it is.
const HOSTILE: &str = "</code></title><script>alert(1)</script>--><img src=x onerror='alert(2)'>\"><b>&amp; `<i>` ` \u{202e}{{ 7 * 7 }}";

fn hostile_spec() -> Value {
    json!({
        "name": "chat",
        "title": HOSTILE,
        "summary": HOSTILE,
        "command": format!("make\n{HOSTILE} --!>"),
        "extends": "standard",
        "registry": { "document": "wiki", "snapshot": "2026-02-28", "doubt": HOSTILE },
        "codes": [{
            "code": 4001, "name": "kicked", "summary": HOSTILE, "details": format!("{HOSTILE}\n\n{HOSTILE}"),
            "because": HOSTILE, "doubt": HOSTILE, "deprecated": HOSTILE, "reason": "</code><script>",
            "reference": ["wiki"], "advised_by": ["wiki#\"><script>"],
            "causes": [{
                "when": HOSTILE, "seen": HOSTILE, "summary": HOSTILE, "check": HOSTILE, "fix": HOSTILE, "doubt": HOSTILE, "reference": ["wiki"],
            }],
        }],
        "ranges": [{ "from": 4000, "to": 4999, "name": "private", "summary": HOSTILE, "details": HOSTILE }],
        "retired": [{ "code": 4002, "name": "banned" }],
        "documents": [{ "id": "wiki", "title": HOSTILE, "url": format!("https://example.com/{HOSTILE}") }],
        "outputs": { "markdown": "codes.md", "html": "codes.html", "rust": "rust/", "swift": "swift/", "typescript": "ts/" },
    })
}

fn hostile_files() -> close_codes_cli::FileSet {
    let source = Source::new("a-->b.json", &hostile_spec().to_string());
    let project = Project::read(&source).unwrap_or_else(|problems| {
        panic!(
            "{}",
            close_codes_cli::diagnostics::report::report(
                &source,
                &problems,
                close_codes_cli::diagnostics::report::Format::Human
            )
        )
    });
    render_project(&project)
}

/// A spec that says nothing.
fn smallest() -> Value {
    json!({ "name": "chat", "outputs": { "html": "codes.html" } })
}

fn pages() -> [String; 3] {
    let page = |files: &close_codes_cli::FileSet| {
        let page = files.get("codes.html").expect("a page");
        page.to_owned()
    };
    [
        read(&root().join(PAGE)),
        page(&hostile_files()),
        page(&tests::render(&smallest().to_string())),
    ]
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(&format!(" {attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_link_into_the_page_has_its_place() {
    for page in pages() {
        let ids = values(&page, "id");
        let places: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), places.len(), "an id stands twice: {ids:?}");
        let links = values(&page, "href").into_iter();
        let inner: Vec<&str> = links.filter_map(|link| link.strip_prefix('#')).collect();
        assert!(!inner.is_empty() || !page.contains("class=\"entry\""));
        for link in inner {
            assert!(places.contains(link), "nothing has the id {link}");
        }
    }
}

#[test]
fn text_of_a_spec_never_becomes_markup() {
    let [_, page, _] = pages();
    let (_, body) = page.split_once("<html").expect("a page behind the notice");
    for markup in [
        "<script>alert",
        "<img",
        "<b>&",
        "<i>",
        "\u{202e}",
        "javascript:",
    ] {
        assert!(!body.contains(markup), "the page holds {markup}");
    }
    assert_eq!(
        body.matches("<script").count(),
        1,
        "a script beside our own"
    );
    assert!(page.contains("<code>&#60;i&#62;</code>"), "code is code");
    // The two lines of the notice, and what keeps prettier from the rest in five places.
    assert_eq!(page.matches("-->").count(), 7);
    assert_eq!(page.matches("--!>").count(), 0);
}

/// Whatever the spec's path and command are, the comment around them ends where it should, and is known again.
#[test]
fn the_notice_stays_in_its_comment() {
    let files = hostile_files();
    for (path, text) in files.iter() {
        assert!(files.notice.head_of(text).is_some(), "{path} has no notice");
        let is_markup = text.starts_with('<');
        let notice = text.lines().filter(|line| line.contains("alert(1)"));
        for line in notice.take(1) {
            assert!(line.contains("Do not edit"), "{path}: {line}");
            assert_eq!(
                line.matches("-->").count(),
                usize::from(is_markup),
                "{path}"
            );
        }
    }
}

#[test]
fn the_page_needs_nothing_beside_it() {
    let [own, _, smallest] = pages();
    for loader in [" src=", "<link", "<iframe", "@import", "url("] {
        assert!(!own.contains(loader), "the page holds {loader}");
        assert!(!smallest.contains(loader), "the page holds {loader}");
    }
}
