//! What the standard codes allow in a Close frame → the part of the schema that refuses other numbers for a code that is used.

use serde_json::{Value, json};

use crate::registry::Registry;
use crate::runs::runs;
use crate::spec::Kind;
use crate::text::Word;

/// A code with a name is usable unless its `kind` is another, and then it may be sent. One without a name adjusts an inherited code.
pub(super) fn usable_is_sendable() -> Value {
    let others = [Kind::Local.as_str(), Kind::Reserved.as_str()];
    let standard = Registry::standard().sendable();
    let numbers = (0..=u16::MAX).filter(|number| standard.contains(*number));
    let sendable: Vec<Value> = runs(numbers)
        .into_iter()
        .map(|(from, to)| json!({ "minimum": from, "maximum": to }))
        .collect();
    json!({
        "if": {
            "properties": { "kind": { "enum": others } },
            "required": ["kind"],
        },
        "else": {
            "if": { "properties": { "name": true }, "required": ["name"] },
            "then": { "properties": { "code": { "type": "integer", "anyOf": sendable } } },
        },
    })
}
