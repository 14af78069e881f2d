//! Rules for names and texts: what must be there, what must not be empty, what must fit.

use super::Check;
use crate::diagnostics::{Pointer, Problem};
use crate::name::{MAX_NAME_BYTES, Name};
use crate::protocol::MAX_REASON_BYTES;
use crate::spec::{CodeSpec, Kind};
use crate::text::visible;

impl Check<'_> {
    /// Reports that the value at `pointer` is missing.
    pub(super) fn missing(&mut self, pointer: &Pointer) {
        let field = pointer.last();
        let message = format!("`{field}` is missing");
        self.problems.push(Problem::at(
            pointer,
            "missing-field",
            message,
            format!("add `{field}`"),
        ));
    }

    /// A text that may be left out.
    pub(super) fn text(&mut self, pointer: &Pointer, text: Option<&str>) -> Option<String> {
        let text = text?;
        if visible(text).trim().is_empty() {
            let message = format!("`{}` is empty", pointer.last());
            let help = "write a text, or remove the field if it is optional";
            self.problems
                .push(Problem::at(pointer, "empty-text", message, help));
            return None;
        }
        Some(text.to_owned())
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, pointer: &Pointer, text: Option<&str>) -> Option<String> {
        if text.is_none() {
            self.missing(pointer);
        }
        self.text(pointer, text)
    }

    /// A name that must be there.
    pub(super) fn name(&mut self, pointer: &Pointer, text: Option<&str>) -> Option<Name> {
        let text = self.required(pointer, text)?;
        match Name::new(&text) {
            Ok(name) => Some(name),
            Err(bad) => {
                let message = format!("`{text}` is not a kebab-case name");
                let help = format!(
                    "write words of a-z and 0-9 that begin with a letter, joined by `-`, \
                     at most {MAX_NAME_BYTES} characters"
                );
                let problem = Problem::at(pointer, "name", message, help);
                self.problems.push(Problem {
                    suggestion: bad.suggestion.map(|name| format!("\"{name}\"")),
                    ..problem
                });
                None
            }
        }
    }

    /// A default reason, which must fit a Close frame that may be sent.
    pub(super) fn reason(&mut self, at: &Pointer, spec: &CodeSpec, kind: Kind) -> Option<String> {
        let pointer = at.key("reason");
        let reason = self.text(&pointer, spec.reason.as_deref())?;
        if reason.len() > MAX_REASON_BYTES {
            let message = format!("the reason has {} bytes of UTF-8", reason.len());
            let help = format!("a Close frame holds at most {MAX_REASON_BYTES}: shorten it");
            self.problems
                .push(Problem::at(&pointer, "reason-too-long", message, help));
        }
        if kind != Kind::Usable {
            let message = "a code that is never sent cannot have a reason".to_owned();
            self.problems
                .push(Problem::at(&pointer, "kind", message, "remove `reason`"));
        }
        Some(reason)
    }
}
