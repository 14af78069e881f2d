//! The option `type` of the code targets: how an application calls the type of its close codes.

use super::target::Target;
use crate::diagnostics::{Pointer, Problem};

/// The type's name when a spec chooses none.
pub(crate) const CLOSE_CODE: &str = "CloseCode";

/// How long it may be: with a longer one, lines do not fit where formatters break them.
pub(super) const MAX_TYPE_BYTES: usize = 32;

/// The types beside it, which keep their names in every language.
const HELPERS: &[&str] = &[
    "After",
    "CodeRange",
    "Next",
    "Reconnect",
    "Reconnection",
    "Relay",
    "SentBy",
    "Side",
];

/// What is wrong with the type's name in the options at `at`.
pub(super) fn problems(name: Option<&str>, target: &Target, at: &Pointer) -> Vec<Problem> {
    let taken = target
        .code
        .as_ref()
        .map_or(&[][..], |code| code.taken_types);
    let name = name.filter(|name| !is_type(name, taken));
    let problem = name.map(|name| problem(name, target, at));
    problem.into_iter().collect()
}

/// The problem that `name` is not usable in the options at `at`.
pub(super) fn problem(name: &str, target: &Target, at: &Pointer) -> Problem {
    let message = format!("`{name}` cannot be the name of the type");
    let help = format!(
        "write a word in upper camel case, of at most {MAX_TYPE_BYTES} characters, that {} does not use, for example \
         `ChatCloseCode`",
        target.title
    );
    Problem::at(at.key("type"), "type-name", message, help)
}

fn is_type(name: &str, taken: &[&str]) -> bool {
    name.len() <= MAX_TYPE_BYTES
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !HELPERS.contains(&name)
        && !taken.contains(&name)
}
