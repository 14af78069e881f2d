//! Rules about several fields of an entry → their part of the schema, so that an editor finds what the parser would refuse.

use serde_json::{Value, json};

use super::words::{Kind, Reconnect};
use crate::protocol;
use crate::text::Word;

/// `after` has no effect where `reconnect` is `never`.
pub(super) fn nothing_after_never() -> Value {
    let never = Reconnect::Never.as_str();
    json!({
        "if": { "properties": { "reconnect": { "const": never } }, "required": ["reconnect"] },
        "then": { "properties": { "after": false } },
    })
}

/// A code with a name is usable unless its `kind` is another, and then it may be sent. One without a name adjusts an inherited code.
pub(super) fn usable_is_sendable() -> Value {
    let others = [Kind::Local.as_str(), Kind::Reserved.as_str()];
    let sendable: Vec<Value> = runs(protocol::is_sendable)
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

/// The numbers for which `holds`, as runs from the first to the last.
fn runs(holds: impl Fn(u16) -> bool) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for number in (0..=u16::MAX).filter(|number| holds(*number)) {
        match runs
            .last_mut()
            .filter(|(_, to)| to.checked_add(1) == Some(number))
        {
            Some((_, to)) => *to = number,
            None => runs.push((number, number)),
        }
    }
    runs
}
