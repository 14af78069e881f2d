//! A name → a Swift identifier: lower camel case, in backticks where it is a keyword.

/// Keywords of the language reference (The Swift Programming Language, "Lexical Structure") that a member can have as its
/// name only in backticks.
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

/// Properties that the struct or the extension of Foundation's type has.
pub(super) const TAKEN_BY_RANGES: &[&str] = &[
    "isBrowserSendable",
    "isCertain",
    "isNamed",
    "isOwn",
    "isSendable",
];

/// Types of the standard libraries, nested ones, and modules, whose name the struct must not have.
pub(super) const TAKEN_TYPES: &[&str] = &[
    "Any",
    "AnyObject",
    "Array",
    "Backoff",
    "BitwiseCopyable",
    "Bool",
    "CaseIterable",
    "CloseError",
    "Codable",
    "Comparable",
    "CustomStringConvertible",
    "Darwin",
    "Data",
    "Decodable",
    "Decoder",
    "Double",
    "Encodable",
    "Encoder",
    "Ending",
    "Equatable",
    "Error",
    "Foundation",
    "FoundationNetworking",
    "HTTPURLResponse",
    "Hashable",
    "Hasher",
    "Int",
    "LocalizedError",
    "Optional",
    "Protocol",
    "Range",
    "Ranges",
    "RawRepresentable",
    "Result",
    "Self",
    "Sendable",
    "String",
    "Swift",
    "Task",
    "TimeInterval",
    "Type",
    "UInt16",
    "URLSession",
    "URLSessionWebSocketTask",
    "UTF8",
    "WebSocketCloseCode",
];

/// A constant as code writes it: `` `default` ``.
pub(super) fn escaped(constant: &str) -> String {
    if KEYWORDS.contains(&constant) {
        format!("`{constant}`")
    } else {
        constant.to_owned()
    }
}
