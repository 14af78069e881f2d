//! Which identifiers are constants and packages in Kotlin, and which the generated file or the language uses already.

use super::super::package_name::Reserved;

/// Whether Kotlin and its usual style accept the identifier as a constant.
pub(super) fn is_constant(identifier: &str) -> bool {
    identifier.starts_with(|c: char| c.is_ascii_uppercase())
        && identifier
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

/// Constants of the companion.
pub(super) const TAKEN: &[&str] = &["MAX_REASON_BYTES"];

/// Constants of the companion, and properties of the class.
pub(super) const TAKEN_BY_RANGES: &[&str] = &[
    "MAX_REASON_BYTES",
    "isBrowserSendable",
    "isNamed",
    "isOwn",
    "isSendable",
];

/// Types that the file declares or uses, and those of Kotlin that every file can use without an import.
pub(super) const TAKEN_TYPES: &[&str] = &[
    "Annotation",
    "Any",
    "Array",
    "AsIs",
    "Backoff",
    "Boolean",
    "Byte",
    "Char",
    "CharSequence",
    "Collection",
    "Companion",
    "Comparable",
    "Deprecated",
    "Double",
    "Duration",
    "Enum",
    "Error",
    "Exception",
    "First",
    "Float",
    "Function",
    "Instead",
    "Int",
    "IntRange",
    "Iterable",
    "Iterator",
    "JvmInline",
    "Lazy",
    "List",
    "Long",
    "Map",
    "Nothing",
    "Number",
    "Pair",
    "Result",
    "Sequence",
    "Set",
    "Short",
    "Stop",
    "String",
    "Suppress",
    "Throwable",
    "Triple",
    "Unit",
    "Wait",
    "WithoutCode",
];

/// The hard keywords of <https://kotlinlang.org/docs/keyword-reference.html>. In backticks they would compile, but no
/// directory or import looks like that. The compiler refuses packages in `kotlin`, and the class loader those in `java`.
pub(super) const RESERVED: Reserved = Reserved {
    language: "Kotlin",
    keywords: &[
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
    ],
    roots: &["kotlin", "java"],
};
