//! A name → a Swift identifier: lower camel case, in backticks where it is a keyword.

use crate::name::Name;

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

/// The constant for a name: `goingAway`, `` `default` ``.
pub(super) fn constant(name: &Name) -> String {
    let constant = name.lower_camel();
    if KEYWORDS.contains(&constant.as_str()) {
        format!("`{constant}`")
    } else {
        constant
    }
}
