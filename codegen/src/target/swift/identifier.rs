//! A name → a Swift identifier: lower camel case, in backticks where it is a keyword.

use crate::registry::CloseCode;

/// Words that no member may be called without backticks.
const KEYWORDS: &[&str] = &[
    "as",
    "associatedtype",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "fileprivate",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "operator",
    "precedencegroup",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

/// Members that the struct, Foundation's type or an optional has, so that one of the two would not be found.
pub(super) const TAKEN: &[&str] = &[
    "allCases",
    "allOwn",
    "fitReason",
    "maxReasonBytes",
    "none",
    "rawValue",
    "some",
];

/// The constant for a code: `goingAway`.
pub(super) fn constant(code: &CloseCode) -> String {
    let fixed = code.names.swift.clone();
    fixed.unwrap_or_else(|| code.name.lower_camel())
}

/// The constant as code writes it: `` `default` ``.
pub(super) fn escaped(code: &CloseCode) -> String {
    let constant = constant(code);
    if KEYWORDS.contains(&constant.as_str()) {
        format!("`{constant}`")
    } else {
        constant
    }
}
