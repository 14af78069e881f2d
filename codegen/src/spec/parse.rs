//! [`Source`] → [`Spec`], past every mistake, so that all of them are reported at once.

use serde_json_borrow::Value;

use super::Spec;
use super::read::Read;
use crate::diagnostics::{At, Pointer, Problem, Problems, Source};
use crate::text::excerpt;

/// Reads the spec in `source`: what could be read of it, and what is wrong with the rest.
pub(crate) fn parse(source: &Source) -> (Spec, Problems) {
    let mut problems = Problems::default();
    let value = json(source, &mut problems);
    let spec = value.and_then(|value| Spec::read(&value, &At::Root, &mut problems));
    (spec.unwrap_or_default(), problems)
}

/// The JSON in `source`, or `None` after reporting why it is none, which explains all that is missing.
pub(crate) fn json<'a>(source: &'a Source, problems: &mut Problems) -> Option<Value<'a>> {
    match serde_json::from_str(&source.text) {
        Ok(value) => {
            if has_duplicate_keys(&value) {
                for (key, bytes) in source.duplicate_keys() {
                    problems.add_and_explain(duplicate_key_problem(key, bytes.clone()));
                }
            }
            Some(value)
        }
        Err(error) => {
            problems.add_and_explain(syntax_problem(source, &error));
            problems.explain(Pointer::root());
            None
        }
    }
}

/// Whether any object in `value` has a key twice, before their places are looked for.
fn has_duplicate_keys(value: &Value<'_>) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(has_duplicate_keys),
        Value::Object(members) => {
            let mut keys: Vec<&str> = members.keys().collect();
            keys.sort_unstable();
            let has_twice = keys.windows(2).any(|pair| pair[0] == pair[1]);
            has_twice || members.values().any(has_duplicate_keys)
        }
        _ => false,
    }
}

fn syntax_problem(source: &Source, error: &serde_json::Error) -> Problem {
    let lines = source.text.split_inclusive('\n');
    let before = lines.take(error.line().saturating_sub(1));
    let line_start: usize = before.map(str::len).sum();
    let column = error.column().saturating_sub(1);
    let start = source.text.floor_char_boundary(line_start + column);
    let end = source.text.ceil_char_boundary(start + 1);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let help = match message {
        _ if is_comment(&source.text[start..]) => {
            "JSON has no comments: remove it, or write the text into a field such as `details`"
        }
        "trailing comma" => "remove the comma before this bracket: JSON does not allow it",
        "key must be a string" => "write the key in double quotes",
        _ if source.text.trim().is_empty() => {
            "the file is empty: remove it, and `close-codes init` writes a spec to start from"
        }
        _ if message.starts_with("EOF") => "a closing quote, bracket or brace is missing",
        _ => "look here and just before: a comma, a quote or a bracket is missing or unexpected",
    };
    let message = format!("this is not JSON: {message}");
    Problem::in_bytes(start..end, "syntax", message, help)
}

/// Whether a comment of another language begins `text`.
fn is_comment(text: &str) -> bool {
    ["//", "/*", "#"].iter().any(|mark| text.starts_with(mark))
}

fn duplicate_key_problem(key: &str, bytes: std::ops::Range<usize>) -> Problem {
    let message = format!("duplicate key `{}`", excerpt(key));
    let help = "keep one of the two: JSON readers differ in which one they use";
    Problem::in_bytes(bytes, "duplicate-key", message, help)
}
