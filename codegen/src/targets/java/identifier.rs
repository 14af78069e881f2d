//! Which identifiers are constants and packages in Java, and which the generated file or the language uses already.

use super::super::package_name::Reserved;
use crate::name::Name;

/// Whether Java and its usual style accept the identifier as a constant.
pub(super) fn is_constant(identifier: &str) -> bool {
    identifier.starts_with(|c: char| c.is_ascii_uppercase())
        && identifier
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// A constant of the record that a code could meet. Other identifiers of it are no words in capitals.
pub(super) const TAKEN: &[&str] = &["MAX_REASON_BYTES"];

/// What the constant and the predicate of a range could meet.
pub(super) const TAKEN_BY_RANGES: &[&str] = &[
    "MAX_REASON_BYTES",
    "isBetween",
    "isBrowserSendable",
    "isNamed",
    "isOwn",
    "isSendable",
];

/// Types that the file declares or uses. A nested type cannot have the name of the one around it.
pub(super) const TAKEN_TYPES: &[&str] = &[
    "AsIs",
    "Backoff",
    "Character",
    "CloseReason",
    "Comparable",
    "Deprecated",
    "Duration",
    "Enum",
    "First",
    "Instead",
    "Integer",
    "List",
    "Locale",
    "Math",
    "Object",
    "Optional",
    "OptionalInt",
    "OptionalLong",
    "Override",
    "Own",
    "Range",
    "Record",
    "Stop",
    "Stream",
    "String",
    "System",
    "Wait",
    "WithoutCode",
];

/// What no part of a package's name can be: the keywords, and the literals that look like names (The Java Language
/// Specification, 3.9 and 3.10). The class loader refuses packages in `java`.
pub(super) const RESERVED: Reserved = Reserved {
    language: "Java",
    keywords: &[
        "_",
        "abstract",
        "assert",
        "boolean",
        "break",
        "byte",
        "case",
        "catch",
        "char",
        "class",
        "const",
        "continue",
        "default",
        "do",
        "double",
        "else",
        "enum",
        "extends",
        "false",
        "final",
        "finally",
        "float",
        "for",
        "goto",
        "if",
        "implements",
        "import",
        "instanceof",
        "int",
        "interface",
        "long",
        "native",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "short",
        "static",
        "strictfp",
        "super",
        "switch",
        "synchronized",
        "this",
        "throw",
        "throws",
        "transient",
        "true",
        "try",
        "void",
        "volatile",
        "while",
    ],
    roots: &["java"],
};

/// The package of a module whose spec names none: the module's own name, in letters and digits. The Java Language
/// Specification, 6.1, appends an underscore to a keyword.
pub(super) fn package(module: &Name) -> String {
    let word = module.as_str().replace('-', "");
    if RESERVED.roots.contains(&word.as_str()) || RESERVED.keywords.contains(&word.as_str()) {
        word + "_"
    } else {
        word
    }
}
