//! [`Source`] → [`Spec`]: reads the JSON, and goes on past every mistake so that all of them are reported at once.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::pointer::Pointer;
use crate::problem::{Place, Problem, nearest};
use crate::source::Source;
use crate::spec::Spec;

/// What could be read of a spec, and what was wrong with the rest.
#[derive(Debug)]
pub struct Parsed {
    /// The spec, without the values that are named in `problems`.
    pub spec: Spec,
    /// Syntax and type errors.
    pub problems: Vec<Problem>,
    /// The places about which `problems` say enough: that something is missing there follows from them.
    pub explained: Vec<Pointer>,
}

/// Reads the spec in `source`.
#[must_use]
pub fn parse(source: &Source) -> Parsed {
    let value = match serde_json::from_str::<Value>(&source.text) {
        Ok(value) => value,
        Err(error) => {
            return Parsed {
                spec: Spec::default(),
                problems: vec![syntax_problem(source, &error)],
                explained: vec![Pointer::root()],
            };
        }
    };
    let mut problems: Vec<Problem> = source
        .duplicate_keys()
        .iter()
        .map(|(pointer, bytes)| duplicate_key_problem(pointer, bytes.clone()))
        .collect();
    let spec = deserialize(value, &mut problems);
    let mut explained: Vec<Pointer> = problems
        .iter()
        .filter_map(Problem::pointer)
        .cloned()
        .collect();
    explained.extend(problems.iter().filter_map(meant_field));
    Parsed {
        spec,
        problems,
        explained,
    }
}

/// What is said of a null that serde takes for a field that was left out.
const NULL: &str =
    "invalid type: null, expected a value, or leave the field out if it may be left out";

/// Each round reports the first mistake that serde finds and takes the value out, until what is left can be read.
fn deserialize(mut value: Value, problems: &mut Vec<Problem>) -> Spec {
    let mut taken_out = BTreeSet::new();
    for pointer in arrays_for_objects(&value) {
        let message = "invalid type: sequence, expected an object";
        problems.push(type_problem(&pointer, message));
        if pointer == Pointer::root() {
            return Spec::default();
        }
        take_out(&mut value, &pointer, &mut taken_out);
    }
    loop {
        let (mut pointer, known, message) =
            match serde_path_to_error::deserialize::<_, Spec>(&value) {
                Ok(spec) => match null(&value) {
                    None => return spec,
                    Some(pointer) => (pointer, true, NULL.to_owned()),
                },
                Err(error) => {
                    let (pointer, known) = pointer_of(error.path());
                    (pointer, known, error.inner().to_string())
                }
            };
        if let Some(missing) = quoted_after(&message, "missing field ") {
            // The object cannot be read without the field: it goes as a whole.
            let field = pointer.key(missing);
            if !taken_out.contains(&field) {
                problems.push(type_problem(&field, &message));
            }
        } else {
            if let (Some(field), false) = (quoted_after(&message, "unknown field "), known) {
                pointer = pointer.key(field);
            }
            if !taken_out.contains(&pointer) {
                problems.push(type_problem(&pointer, &message));
            }
        }
        while !take_out(&mut value, &pointer, &mut taken_out) {
            match pointer.parent() {
                Some(parent) => pointer = parent,
                None => return Spec::default(),
            }
        }
    }
}

/// Arrays where a spec has objects: serde would take their elements for fields.
fn arrays_for_objects(value: &Value) -> Vec<Pointer> {
    let root = Pointer::root();
    let mut objects = vec![root.clone()];
    for field in ["package", "registry", "otherwise", "outputs"] {
        objects.push(root.key(field));
    }
    for field in ["codes", "ranges", "retired", "documents"] {
        let entries = value
            .get(field)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        objects.extend((0..entries).map(|index| root.key(field).index(index)));
    }
    let inner = objects.iter().flat_map(|object| {
        let backoff = object.key("reconnect").key("backoff");
        [object.key("names"), backoff]
    });
    objects.extend(inner.collect::<Vec<_>>());
    let is_array = |pointer: &Pointer| value.pointer(pointer.as_str()).is_some_and(Value::is_array);
    objects.into_iter().filter(is_array).collect()
}

/// The first null in `value`.
fn null(value: &Value) -> Option<Pointer> {
    fn below(value: &Value, at: &Pointer) -> Option<Pointer> {
        match value {
            Value::Null => Some(at.clone()),
            Value::Object(object) => object
                .iter()
                .find_map(|(key, value)| below(value, &at.key(key))),
            Value::Array(array) => array
                .iter()
                .enumerate()
                .find_map(|(index, value)| below(value, &at.index(index))),
            _ => None,
        }
    }
    below(value, &Pointer::root())
}

/// The field that a misspelt one was probably meant to be.
fn meant_field(problem: &Problem) -> Option<Pointer> {
    let meant = quoted_after(&problem.help, "did you mean ")?;
    let object = problem
        .pointer()
        .filter(|_| problem.rule == "unknown-field")?
        .parent()?;
    Some(object.key(meant))
}

/// Takes the value at `pointer` out of `value`; false when that was tried before or there is nothing there.
fn take_out(value: &mut Value, pointer: &Pointer, taken_out: &mut BTreeSet<Pointer>) -> bool {
    if !taken_out.insert(pointer.clone()) {
        return false;
    }
    let Some(parent) = pointer.parent() else {
        return false;
    };
    match value.pointer_mut(parent.as_str()) {
        Some(Value::Object(object)) => object.shift_remove(&pointer.last()).is_some(),
        // The elements behind it must keep their places: an object that says nothing stands in.
        Some(Value::Array(array)) => pointer
            .last()
            .parse::<usize>()
            .ok()
            .and_then(|index| array.get_mut(index))
            .map(|element| *element = Value::Object(serde_json::Map::new()))
            .is_some(),
        _ => false,
    }
}

/// The pointer of a path, and whether its last part is the field in question itself.
fn pointer_of(path: &Path) -> (Pointer, bool) {
    let mut pointer = Pointer::root();
    let mut known = true;
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer = pointer.index(*index),
            Segment::Map { key } => pointer = pointer.key(key),
            Segment::Enum { variant } => pointer = pointer.key(variant),
            Segment::Unknown => known = false,
        }
    }
    (pointer, known)
}

fn syntax_problem(source: &Source, error: &serde_json::Error) -> Problem {
    let line_start: usize = source
        .text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let start = source
        .text
        .floor_char_boundary(line_start + error.column().saturating_sub(1));
    let end = source.text.ceil_char_boundary(start + 1);
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let help = match message {
        "trailing comma" => "take the comma before this bracket away: JSON allows none",
        "key must be a string" => "write the key in double quotes",
        _ if source.text.trim().is_empty() => {
            "the file is empty: the smallest spec is { \"name\": \"chat\", \"codes\": [] }"
        }
        _ if message.starts_with("EOF") => "a closing quote, bracket or brace is missing",
        _ => {
            "look at this place and just before it: a comma, a quote or a bracket is missing or too many"
        }
    };
    let message = format!("this is not JSON: {message}");
    Problem::in_bytes(start..end, "syntax", message, help)
}

fn duplicate_key_problem(pointer: &Pointer, bytes: std::ops::Range<usize>) -> Problem {
    let message = format!("`{}` stands twice in one object", pointer.last());
    let help = "keep one of the two: JSON does not say which of them counts";
    Problem::in_bytes(bytes, "duplicate-key", message, help)
}

/// Words serde's message anew: what is wrong, then what could stand there.
fn type_problem(pointer: &Pointer, message: &str) -> Problem {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    if let Some(field) = quoted_after(what, "unknown field ") {
        let message = format!("unknown field `{field}`");
        let problem = Problem::at(pointer, "unknown-field", message, "");
        return Problem {
            place: Place::Key(pointer.clone()),
            ..with_choice(problem, field, expected, "fields here")
        };
    }
    if let Some(word) = quoted_after(what, "unknown variant ") {
        let message = format!("unknown word `{word}`");
        let problem = Problem::at(pointer, "unknown-word", message, "");
        return with_choice(problem, word, expected, "words here");
    }
    if let Some(field) = quoted_after(what, "missing field ") {
        let message = format!("`{field}` is missing");
        return Problem::at(pointer, "missing-field", message, format!("add `{field}`"));
    }
    let (rule, message) = match what.split_once(": ") {
        Some(("invalid value", found)) if found.starts_with("integer") => (
            "number-out-of-range",
            format!(
                "{} is out of range",
                found.replace("integer ", "").replace('`', "")
            ),
        ),
        Some((_, found)) => (
            "wrong-type",
            format!("{} cannot stand here", json_type(found)),
        ),
        None => ("wrong-type", what.to_owned()),
    };
    let expected = match expected {
        "a sequence" => "an array",
        "f64" => "a number",
        _ => expected,
    };
    Problem::at(pointer, rule, message, format!("write {expected}"))
}

/// Helps with the nearest of serde's backquoted `expected` words, else with all of them.
fn with_choice(problem: Problem, word: &str, expected: &str, label: &str) -> Problem {
    let words: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let nearest = nearest(word, words.iter().copied());
    Problem {
        help: match nearest {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("{label}: {}", words.join(", ")),
        },
        suggestion: nearest.map(|meant| format!("\"{meant}\"")),
        ..problem
    }
}

/// The backquoted word that follows `prefix` at the start of `message`.
fn quoted_after<'a>(message: &'a str, prefix: &str) -> Option<&'a str> {
    message.strip_prefix(prefix)?.split('`').nth(1)
}

/// What serde calls a value, as JSON calls it.
fn json_type(found: &str) -> String {
    match found {
        "map" => "an object".to_owned(),
        "sequence" => "an array".to_owned(),
        "null" | "unit value" => "null".to_owned(),
        _ => format!(
            "the {}",
            found
                .replace("floating point", "number")
                .replace("integer", "number")
        ),
    }
}
