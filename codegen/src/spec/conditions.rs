//! A rule about several fields of an entry → its part of the schema, so that an editor finds what the parser would refuse.

use serde_json::{Value, json};

use super::words::Reconnect;
use crate::text::Word;

/// `after` has no effect where `reconnect` is `never`.
pub(super) fn nothing_after_never() -> Value {
    let never = Reconnect::Never.as_str();
    json!({
        "if": { "properties": { "reconnect": { "const": never } }, "required": ["reconnect"] },
        "then": { "properties": { "after": false } },
    })
}
