//! The HTML output as a folder: a page for each code and range, which goes when its code goes.

use std::collections::BTreeSet;

use serde_json::json;
use tests::program::run;
use tests::{project, read, render, spec_with_outputs};

use crate::ownership::{repository, set_outputs};

/// The pages of the standard codes.
fn site() -> close_codes_cli::FileSet {
    render(&spec_with_outputs(json!({ "html": "site/" })))
}

#[test]
fn every_code_and_range_has_a_page() {
    let registry = project(&tests::spec_text()).registry;
    let codes = registry.entries().map(|code| code.number.to_string());
    let ranges = registry.ranges().iter();
    let ranges = ranges.map(|range| format!("{}-{}", range.from, range.to));
    let mut expected: BTreeSet<String> = codes
        .chain(ranges)
        .map(|numbers| format!("site/{numbers}/index.html"))
        .collect();
    expected.insert("site/index.html".to_owned());
    let files = site();
    let written: BTreeSet<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(written, expected);
}

/// Whoever starts at the first page and always takes the next one reads all, by number.
#[test]
fn the_pages_are_a_chain() {
    let files = site();
    let link = |page: &str, rel: &str| -> Option<String> {
        let (_, link) = page.split_once(&format!("rel=\"{rel}\" href=\"../"))?;
        Some(link.split_once("/index.html\"")?.0.to_owned())
    };
    let page = |numbers: &str| {
        let path = format!("site/{numbers}/index.html");
        files.get(&path).expect("a page").to_owned()
    };
    let mut read = vec!["0".to_owned()];
    assert_eq!(link(&page("0"), "prev"), None);
    while let Some(next) = link(&page(read.last().expect("a page")), "next") {
        assert_eq!(link(&page(&next), "prev"), read.last().cloned());
        read.push(next);
    }
    assert_eq!(read.len() + 1, files.iter().count());
    let first = |numbers: &String| -> u16 {
        let first = numbers.split('-').next().expect("a number");
        first.parse().expect("a number")
    };
    assert!(read.is_sorted_by_key(first), "{read:?}");
}

#[test]
fn every_page_is_about_its_code_and_leads_back() {
    for (path, page) in site().iter() {
        let Some(numbers) = path
            .strip_suffix("/index.html")
            .and_then(|path| path.strip_prefix("site/"))
        else {
            continue;
        };
        assert!(page.contains(&format!("<title>{numbers} ")), "{path}");
        let (_, section) = page.split_once("<h1").expect("a heading");
        assert!(section.contains(numbers), "{path}");
        assert!(page.contains(&format!("href=\"../index.html#{numbers}-")));
        assert!(page.contains("Content-Security-Policy"), "{path}");
        assert!(!page.contains("src="), "{path} loads something");
    }
}

#[test]
fn the_page_of_a_code_that_is_gone_is_an_orphan() {
    let repository = repository(&json!({ "html": "site/" }));
    let path = repository.path();
    let spec = path.join("close-codes.json");
    let set_codes = |codes: serde_json::Value| {
        let mut value: serde_json::Value = serde_json::from_str(&read(&spec)).expect("JSON");
        value["codes"] = codes;
        tests::write(&spec, &value.to_string());
    };
    let code = |number: u16, name: &str| json!({ "code": number, "name": name, "summary": "A code.", "reconnect": "never" });
    set_codes(json!([code(4001, "kicked"), code(4002, "banned")]));
    assert_eq!(run(path, &["generate"]).status, 0);
    assert!(path.join("site/4002/index.html").exists());
    set_codes(json!([code(4001, "kicked")]));
    let ended = run(path, &["check"]);
    assert_eq!(ended.status, 1);
    assert!(ended.stdout.contains("orphan: site/4002/index.html"));
    assert!(
        ended.stdout.contains("stale: site/4001/index.html"),
        "it links to its neighbour"
    );
    let ended = run(path, &["generate", "--prune"]);
    assert!(ended.stdout.contains("removed: site/4002/index.html\n"));
    assert!(!path.join("site/4002/index.html").exists());
    assert_eq!(run(path, &["check"]).status, 0);
    // A page of one's own in the folder stays.
    tests::write(&path.join("site/mine/index.html"), "Mine.\n");
    set_outputs(path, &json!({ "html": "page.html" }));
    assert_eq!(run(path, &["generate", "--prune"]).status, 0);
    assert!(!path.join("site/index.html").exists());
    assert_eq!(read(&path.join("site/mine/index.html")), "Mine.\n");
    assert_eq!(run(path, &["check"]).status, 0);
}
