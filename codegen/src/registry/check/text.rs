//! Rules for names and texts: what must be there, what must not be empty, what must fit.

use super::Check;
use crate::diagnostics::{At, Problem};
use crate::name::{MAX_NAME_BYTES, Name};
use crate::protocol::MAX_REASON_BYTES;
use crate::spec::Kind;
use crate::text::{excerpt, is_blank};

impl Check {
    /// Reports that the value at `at` is missing.
    pub(super) fn missing(&mut self, at: &At<'_>) {
        let field = at.last();
        let message = format!("`{field}` is missing");
        self.problems.push(Problem::at(
            at,
            "missing-field",
            message,
            format!("add `{field}`"),
        ));
    }

    /// A text of at most `max` characters that may be left out.
    pub(super) fn text(&mut self, at: &At<'_>, text: Option<String>, max: usize) -> Option<String> {
        text.filter(|text| self.has_text(at, text, max))
    }

    /// Whether `text` is one of at most `max` characters.
    pub(super) fn has_text(&mut self, at: &At<'_>, text: &str, max: usize) -> bool {
        let problem = if is_blank(text) {
            let message = format!("{} is empty", at.in_words());
            let help = "write a text, or remove the field if it is optional";
            Some(Problem::at(at, "empty-text", message, help))
        } else {
            too_long(at, text, max)
        };
        let is_fine = problem.is_none();
        self.problems.extend(problem);
        is_fine
    }

    /// A text of at most `max` characters that must be there.
    pub(super) fn required(
        &mut self,
        at: &At<'_>,
        text: Option<String>,
        max: usize,
    ) -> Option<String> {
        if text.is_none() {
            self.missing(at);
        }
        self.text(at, text, max)
    }

    /// A name that must be there.
    pub(super) fn name(&mut self, at: &At<'_>, text: Option<String>) -> Option<Name> {
        // What is too long for a name is reported as that.
        let text = self.required(at, text, usize::MAX)?;
        match Name::new(&text) {
            Ok(name) => Some(name),
            Err(bad) => {
                let message = format!("`{}` is not a kebab-case name", excerpt(&text));
                let help = format!(
                    "write words of a-z and 0-9, joined by `-`, the first of which begins with a letter, \
                     at most {MAX_NAME_BYTES} characters"
                );
                let problem = Problem::at(at, "name", message, help);
                self.problems.push(Problem {
                    suggestion: bad.suggestion.map(|name| format!("\"{name}\"")),
                    ..problem
                });
                None
            }
        }
    }

    /// A default reason, which must fit a Close frame that may be sent.
    pub(super) fn reason(
        &mut self,
        at: &At<'_>,
        reason: Option<String>,
        kind: Kind,
    ) -> Option<String> {
        let reason = self.text(at, reason, usize::MAX)?;
        if reason.len() > MAX_REASON_BYTES {
            let message = format!("the reason has {} bytes of UTF-8", reason.len());
            let help = format!("a Close frame holds at most {MAX_REASON_BYTES}: shorten it");
            self.problems
                .push(Problem::at(at, "reason-too-long", message, help));
        }
        if kind != Kind::Usable {
            let message = "a code that is never sent cannot have a reason".to_owned();
            self.problems
                .push(Problem::at(at, "kind", message, "remove `reason`"));
        }
        Some(reason)
    }
}

/// The problem of a text with more than `max` characters.
pub(super) fn too_long(at: &At<'_>, text: &str, max: usize) -> Option<Problem> {
    // No text has more characters than bytes.
    let length = if text.len() > max {
        text.chars().count()
    } else {
        0
    };
    (length > max).then(|| {
        let message = format!("the text has {length} characters");
        let help = format!("shorten it to {max}");
        Problem::at(at, "text-too-long", message, help)
    })
}
