//! Reports of hostile specs: nothing of them reaches a terminal, a program or GitHub but as text.

use close_codes_cli::Project;
use close_codes_cli::Source;
use close_codes_cli::diagnostics::Problem;
use close_codes_cli::diagnostics::report::{Format, refusal, report};
use close_codes_cli::text::is_hidden;
use serde_json::{Value, json};

use crate::any_spec::{ATTACKS, HOSTILE};

/// What a terminal or GitHub would obey, and what a person would not see.
const CONTROLS: &str = "a\u{1b}[31mred\u{9b}1A\r\n::error file=x::pwned\n##[error]pwned\u{202e}\u{7}%0A,title=x\u{fe0f}\0";

/// Specs that break many rules, with `text` in every place that a message could quote.
fn broken(text: &str) -> Value {
    let id = format!("document {text}");
    json!({
        "name": text,
        (format!("{text}x")): 1,
        "package": { "name": text, "version": text },
        "registry": { "document": text, "snapshot": text },
        "codes": [
            { "code": text, "name": text, "summary": "s", "kind": text, "reference": [text, format!("{id}x")] },
            { "code": 4001, "name": "a", "summary": "s", "names": { text: "x", "rust": text }, "allow": { text: "x" } },
        ],
        "endpoints": [text],
        "clients": [text],
        "documents": [{ "id": id, "title": text, "url": text }, { "id": id, "title": text, "url": text }],
        "outputs": { text: "x", "rust": text, "swift": { "path": "a.swift", "type": text, text: 1 } },
    })
}

fn problems(source: &Source) -> Vec<Problem> {
    Project::read(source).expect_err("a broken spec")
}

#[test]
fn reports_escape_what_a_reader_would_obey() {
    for text in HOSTILE.iter().chain(ATTACKS).chain([&CONTROLS]) {
        let spec = broken(text);
        for source in [spec.to_string(), format!("{spec:#}"), raw(&spec)] {
            let source = Source::new(format!("folder {text}/close-codes.json"), &source);
            let problems = problems(&source);
            check_human(&refusal(&source, &problems, Format::Human), problems.len());
            check_json(&report(&source, &problems, Format::Json), problems.len());
            check_github(&report(&source, &problems, Format::Github), problems.len());
        }
    }
}

/// The same JSON without escapes, but for those that JSON needs.
fn raw(spec: &Value) -> String {
    spec.to_string()
        .replace("\\u001b", "\u{9b}")
        .replace("\\u0007", "\u{85}")
}

/// The colours are our own, and each problem has one title.
fn check_human(report: &str, problems: usize) {
    let mut plain = String::new();
    let mut parts = report.split('\u{1b}');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (style, text) = part.split_once('m').expect("a style");
        let is_style = |c: char| c.is_ascii_digit() || "[;".contains(c);
        assert!(style.chars().all(is_style), "{part:?}");
        plain.push_str(text);
    }
    let hidden = plain.chars().find(|c| *c != '\n' && is_hidden(*c));
    assert_eq!(hidden, None, "{plain}");
    let titles = plain.lines().filter(|line| line.starts_with("error["));
    assert_eq!(titles.count(), problems, "{plain}");
    let obeyed = plain.lines().find(|line| line.starts_with(['#', ':']));
    assert_eq!(obeyed, None, "{plain}");
}

fn check_json(report: &str, problems: usize) {
    let items: Vec<Value> = serde_json::from_str(report).expect("JSON");
    assert_eq!(items.len(), problems);
    let hidden = report.chars().find(|c| *c != '\n' && is_hidden(*c));
    assert_eq!(hidden, None, "{report}");
    for suggestion in items.iter().filter_map(|item| item["suggestion"].as_str()) {
        assert!(
            serde_json::from_str::<Value>(suggestion).is_ok(),
            "{suggestion}"
        );
    }
}

/// A command a problem, and no line beside them.
fn check_github(report: &str, problems: usize) {
    assert_eq!(report.lines().count(), problems, "{report}");
    for line in report.split_terminator('\n') {
        let properties = line.strip_prefix("::error ").expect("a command");
        let (properties, _) = properties.split_once("::").expect("a message");
        let names = properties
            .split(',')
            .filter_map(|one| one.split('=').next());
        let names: Vec<&str> = names.collect();
        assert_eq!(
            names,
            ["file", "line", "endLine", "col", "endColumn", "title"],
            "{line}"
        );
        assert_eq!(line.chars().find(|c| is_hidden(*c)), None, "{line}");
    }
}
