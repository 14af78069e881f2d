//! Removes from a schema what only Rust's types need. In a spec, an optional field must not be null, either.

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::Value;

use crate::text::one_line;

/// The order in which a reader wants to know of a value; what is not named here comes last.
const ORDER: &[&str] = &[
    "$schema",
    "title",
    "description",
    "type",
    "const",
    "default",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "allOf",
    "oneOf",
];

/// Leaves plain types and every paragraph of a description on one line.
pub(super) fn tidy(schema: &mut Schema) {
    transform_subschemas(&mut tidy, schema);
    change(schema, described);
}

/// The same, and nothing can be null.
pub(super) fn simple(schema: &mut Schema) {
    transform_subschemas(&mut simple, schema);
    change(schema, |key, value| {
        let (key, value) = described(key, value);
        without_null(key, value)
    });
}

fn change(schema: &mut Schema, field: fn(String, Value) -> (String, Value)) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    let mut simple: Vec<(String, Value)> = std::mem::take(fields)
        .into_iter()
        .filter(|(key, value)| key != "format" && !(key == "default" && value.is_null()))
        .map(|(key, value)| field(key, value))
        .collect();
    simple.sort_by_key(|(key, _)| {
        ORDER
            .iter()
            .position(|known| known == key)
            .unwrap_or(ORDER.len())
    });
    fields.extend(simple);
}

fn described(key: String, mut value: Value) -> (String, Value) {
    if let ("description", Value::String(text)) = (key.as_str(), &mut value) {
        let paragraphs: Vec<String> = text.split("\n\n").map(one_line).collect();
        *text = paragraphs.join("\n\n");
    }
    (key, value)
}

fn without_null(key: String, mut value: Value) -> (String, Value) {
    match (key.as_str(), &mut value) {
        ("type", Value::Array(types)) => {
            types.retain(|name| name != "null");
            if let [only] = types.as_mut_slice() {
                value = only.take();
            }
        }
        ("anyOf", Value::Array(choices)) => {
            choices.retain(|choice| choice["type"] != "null");
            if choices.len() == 1 {
                return ("allOf".to_owned(), value);
            }
        }
        _ => {}
    }
    (key, value)
}
