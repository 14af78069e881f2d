//! The types that the generated code uses → names that no spec may give to the type of its codes.

use std::collections::BTreeSet;

use close_codes_cli::{Project, Source};
use serde_json::json;
use tests::languages::{Language, languages};
use tests::render;

/// The name of the type in the code that is read.
const TYPE: &str = "Zebra";

/// Languages where a word with a capital can be a variant, a method or a field. A type may have the name of one.
const CAPITAL_MEMBERS: &[&str] = &["rust", "go"];

#[test]
fn no_type_has_the_name_of_one_that_the_code_uses() {
    let languages = languages().into_iter();
    for language in languages.filter(|language| !CAPITAL_MEMBERS.contains(&language.name())) {
        let files = render(&spec(language, TYPE));
        let text = files.get(&language.path(false, TYPE)).expect("the file");
        let used = types(text);
        assert!(used.len() > 5, "{} uses {used:?}", language.name());
        let is_free = |name: &&String| {
            let source = Source::new("close-codes.json", &spec(language, name));
            Project::read(&source).is_ok()
        };
        let free: Vec<&String> = used.iter().filter(is_free).collect();
        let name = language.name();
        assert!(free.is_empty(), "a type in {name} can be called {free:?}");
    }
}

/// A spec of all that makes a difference, with one file under the name of the type.
fn spec(language: Language, type_name: &str) -> String {
    let output = json!({ "path": language.path(false, type_name), "type": type_name });
    let spec = json!({
        "name": "chat",
        "codes": [{
            "code": 4001, "name": "zebra-crossed", "summary": "S.", "reason": "r", "deprecated": "d",
            "reconnect": "never",
        }],
        "ranges": [{ "from": 4100, "to": 4199, "name": "zebras", "summary": "S.", "reconnect": "backoff" }],
        "outputs": { language.name(): output },
    });
    spec.to_string()
}

/// The words in code that begin with a capital, are not all capitals as constants are, and are not behind a dot.
fn types(text: &str) -> BTreeSet<String> {
    let mut types = BTreeSet::new();
    for line in code(text) {
        let mut before = ' ';
        for word in line.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            let name = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let is_constant = name.len() > 1 && !name.contains(|c: char| c.is_ascii_lowercase());
            let is_type = name.starts_with(|c: char| c.is_ascii_uppercase()) && !is_constant;
            if is_type && before != '.' && !name.contains(TYPE) {
                types.insert(name.to_owned());
            }
            before = word.chars().last().unwrap_or(' ');
        }
    }
    types
}

/// The lines without comments and texts. All languages but Python have the marks of C; its docstrings are the only texts of
/// several lines.
fn code(text: &str) -> Vec<String> {
    let mut is_docstring = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        let was_docstring = is_docstring;
        is_docstring ^= line.matches("\"\"\"").count() % 2 == 1;
        let is_comment = ["#", "/*", "*"]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark));
        if was_docstring || line.contains("\"\"\"") || is_comment {
            continue;
        }
        let code = line.split("//").next().unwrap_or_default();
        let code = code.split(" # ").next().unwrap_or_default();
        // Every second part is between two quotes.
        lines.push(code.split('"').step_by(2).collect());
    }
    lines
}
