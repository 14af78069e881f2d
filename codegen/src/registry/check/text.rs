//! Rules for names and texts: what must be there, what must not be empty, what must fit.

use super::Check;
use crate::name::{MAX_NAME_BYTES, Name};
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::prose::visible;
use crate::spec::{CodeSpec, Kind};
use crate::wire::MAX_REASON_BYTES;

impl Check<'_> {
    /// Reports that nothing stands at `pointer`.
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
            let help = "write it, or leave the field out if it may be left out";
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
                let message = format!("`{text}` is no kebab-case name");
                let help = format!(
                    "write words of a-z and 0-9, each beginning with a letter, joined by `-`, \
                     {MAX_NAME_BYTES} characters at most"
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
            let message = format!("this reason has {} bytes of UTF-8", reason.len());
            let help = format!("a Close frame holds {MAX_REASON_BYTES} at most: shorten it");
            self.problems
                .push(Problem::at(&pointer, "reason-too-long", message, help));
        }
        if kind != Kind::Usable {
            let message = "a code that is never sent has no reason text".to_owned();
            self.problems
                .push(Problem::at(&pointer, "kind", message, "leave `reason` out"));
        }
        Some(reason)
    }
}
