//! The name of a package → its module, and those that no package can have.

use crate::name::Name;

/// Words that no import can name (The Swift Programming Language, "Lexical Structure").
const KEYWORDS: &[&str] = &["Any", "Self"];

/// Modules that the generated code imports, and those that they import on some platform: another one of the name would be
/// imported in their place.
const IMPORTED: &[&str] = &[
    "Android",
    "Bionic",
    "Combine",
    "CoreFoundation",
    "Darwin",
    "Dispatch",
    "Foundation",
    "FoundationEssentials",
    "FoundationInternationalization",
    "FoundationNetworking",
    "Glibc",
    "Musl",
    "ObjectiveC",
    "Observation",
    "Swift",
    "Synchronization",
];

/// The module that a package of the name has.
pub(super) fn module(package: &Name) -> String {
    package.upper_camel()
}

/// Why no package can have a module of that name, if none can.
pub(super) fn refused(module: &str) -> Option<String> {
    if KEYWORDS.contains(&module) {
        Some(format!("`{module}` is a keyword"))
    } else if IMPORTED.contains(&module) {
        Some(format!("`{module}` is a module of Swift's own"))
    } else {
        None
    }
}
