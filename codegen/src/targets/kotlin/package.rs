//! The option `package`: names joined by dots, none of which is a keyword.

use crate::diagnostics::{Pointer, Problem};
use crate::text::excerpt;

/// The same rule, but for keywords, as a regular expression.
pub(super) const PATTERN: &str = "^[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)*$";
/// How long the package gets.
pub(super) const MAX_BYTES: usize = 200;

/// The hard keywords of <https://kotlinlang.org/docs/keyword-reference.html>. In backticks they would compile, but no
/// directory or import looks like that.
const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

/// What is wrong with the package in the options at `at`.
pub(super) fn problem(package: Option<&str>, at: &Pointer) -> Option<Problem> {
    let package = package?;
    let parts: Vec<&str> = package.split('.').collect();
    let bad = parts.iter().find(|part| !is_identifier(part));
    let keyword = parts.iter().find(|part| KEYWORDS.contains(part));
    let shown = excerpt(package);
    let message = if let Some(keyword) = keyword {
        format!("`{shown}` cannot be a package: `{keyword}` is a keyword of Kotlin")
    } else if bad.is_some() || package.len() > MAX_BYTES {
        format!("`{shown}` cannot be a package")
    } else if let root @ ("java" | "kotlin") = parts[0] {
        format!("`{shown}` cannot be a package: only the standard library can be in `{root}`")
    } else {
        return None;
    };
    let help = format!(
        "write names of letters and digits, joined by dots, in at most {MAX_BYTES} characters, for example \
         `com.example.chat`"
    );
    Some(Problem::at(
        &at.key("package"),
        "package-name",
        message,
        help,
    ))
}

/// Kotlin reserves names of underscores alone.
fn is_identifier(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && part
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && part.bytes().any(|byte| byte != b'_')
}
