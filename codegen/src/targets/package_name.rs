//! The option `package` of languages whose packages have dotted names: names joined by dots, none of which is a keyword.

use crate::diagnostics::{Pointer, Problem};
use crate::text::excerpt;

/// The same rule, but for what a language reserves, as a regular expression.
pub(super) const PATTERN: &str = "^[A-Za-z_][A-Za-z0-9_]*([.][A-Za-z_][A-Za-z0-9_]*)*$";
/// How long a package's name gets.
pub(super) const MAX_BYTES: usize = 200;

/// What one language reserves.
pub(super) struct Reserved {
    /// Its name in messages.
    pub(super) language: &'static str,
    /// The words that no part of a package's name can be.
    pub(super) keywords: &'static [&'static str],
    /// The first parts of the names of the standard libraries, which accept no other package.
    pub(super) roots: &'static [&'static str],
}

/// How the names of the platform's own packages begin. Those of its modules may be in no other module (The Java Language
/// Specification, 7.4.3), and Java looks for the classes in them nowhere else. Anyone else's packages begin with a domain.
const PLATFORM: &[&str] = &["com.sun.", "javax.", "jdk.", "sun."];

/// What is wrong with the package in the options at `at`.
pub(super) fn problem(package: Option<&str>, reserved: &Reserved, at: &Pointer) -> Option<Problem> {
    let package = package?;
    let parts: Vec<&str> = package.split('.').collect();
    let Reserved {
        language,
        keywords,
        roots,
    } = reserved;
    let keyword = parts.iter().find(|part| keywords.contains(part));
    let shown = excerpt(package);
    let why = if let Some(keyword) = keyword {
        format!(": `{keyword}` is a keyword of {language}")
    } else if !parts.iter().all(|part| is_identifier(part)) || package.len() > MAX_BYTES {
        String::new()
    } else if let Some(root) = roots.iter().find(|root| parts[0] == **root) {
        format!(": only the standard library can be in `{root}`")
    } else if let Some(platform) = PLATFORM.iter().find(|start| package.starts_with(**start)) {
        let platform = platform.trim_end_matches('.');
        format!(": only the platform's own packages are in `{platform}`")
    } else {
        return None;
    };
    let message = format!("`{shown}` cannot be a package{why}");
    let help = format!(
        "write names of letters and digits, joined by dots, in at most {MAX_BYTES} characters, for example \
         `com.example.chat`"
    );
    Some(Problem::at(
        at.key("package"),
        "package-name",
        message,
        help,
    ))
}

/// What source relies on, as the object of a sentence.
pub(super) fn offer(package: Option<&str>) -> String {
    package.map_or_else(
        || "its declarations without a package".to_owned(),
        |package| format!("its declarations in the package `{package}`"),
    )
}

/// Languages reserve names of underscores alone.
fn is_identifier(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && part
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && part.bytes().any(|byte| byte != b'_')
}
