//! The option `jsr`: the name of the package on the registry JSR, where every package is in a scope.

use crate::diagnostics::{Pointer, Problem};
use crate::text::excerpt;

/// What a package can be called, as a regular expression.
pub(super) const JSR_PATTERN: &str = "^@[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$";
/// How long the name of a package gets, its scope included.
pub(super) const MAX_JSR_BYTES: usize = 80;

/// What is wrong with the name in the options at `at`.
pub(super) fn problem(name: Option<&str>, at: &Pointer) -> Option<Problem> {
    let name = name.filter(|name| !is_name(name))?;
    let message = format!("`{}` cannot be a package on JSR", excerpt(name));
    let help = format!(
        "write `@`, your scope, `/` and a name, each of words of a-z and 0-9 joined by `-`, in at most {MAX_JSR_BYTES} \
         characters, for example `@example/close-codes`"
    );
    Some(Problem::at(at.key("jsr"), "package-name", message, help))
}

fn is_name(name: &str) -> bool {
    let is_part = |part: &str| {
        part.split('-').all(|word| {
            let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !word.is_empty() && word.bytes().all(is_letter)
        })
    };
    let parts = name.strip_prefix('@').and_then(|name| name.split_once('/'));
    name.len() <= MAX_JSR_BYTES
        && parts.is_some_and(|(scope, name)| is_part(scope) && is_part(name))
}
