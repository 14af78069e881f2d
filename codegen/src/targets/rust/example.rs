//! The code in the examples of the crate, and what the registry says of it.

use std::cmp::Reverse;

use super::variant;
use crate::registry::Registry;
use crate::spec::Kind;
use crate::text::Word;

/// A code that may be sent: one with a reason, if there is any.
pub(super) struct ExampleView {
    pub(super) number: u16,
    pub(super) name: String,
    pub(super) variant: String,
    pub(super) sent_by: &'static str,
    pub(super) reconnect: &'static str,
}

impl ExampleView {
    pub(super) fn new(registry: &Registry) -> Option<Self> {
        let code = registry
            .named()
            .filter(|code| code.kind == Kind::Usable)
            .max_by_key(|code| (code.reason.is_some(), Reverse(code.number)))?;
        Some(Self {
            number: code.number,
            name: code.name.to_string(),
            variant: variant(code),
            sent_by: code.sent_by.as_str(),
            reconnect: code.statement.advice.reconnect.as_str(),
        })
    }
}
