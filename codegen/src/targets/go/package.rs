//! The options `package` and `module`: the name of the package, and the path of the module that holds it.

use crate::diagnostics::{Pointer, Problem};
use crate::name::MAX_NAME_BYTES;
use crate::text::excerpt;

/// The name of the package when a spec chooses none.
pub(super) const PACKAGE: &str = "closecode";
/// What a package can be called, but for keywords, as a regular expression.
pub(super) const PACKAGE_PATTERN: &str = "^[a-z][A-Za-z0-9_]*$";
/// What the path of a module can be, as a regular expression.
pub(super) const MODULE_PATTERN: &str =
    "^[A-Za-z0-9]([A-Za-z0-9._~-]*[A-Za-z0-9])?(/[A-Za-z0-9]([A-Za-z0-9._~-]*[A-Za-z0-9])?)*$";
/// How long the path of a module gets.
pub(super) const MAX_MODULE_BYTES: usize = 200;

/// The keywords of the language specification, and names with which a package cannot be imported or is no library.
const RESERVED: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "init",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// What is wrong with the name of the package in the options at `at`.
pub(super) fn package_problem(package: Option<&str>, at: &Pointer) -> Option<Problem> {
    let package = package?;
    let shown = excerpt(package);
    let message = if RESERVED.contains(&package) {
        format!("`{shown}` cannot be a package: Go reserves it")
    } else if is_package(package) {
        return None;
    } else {
        format!("`{shown}` cannot be a package in Go")
    };
    let help = format!(
        "write one word of small letters and digits, in at most {MAX_NAME_BYTES} characters, for example `{PACKAGE}`"
    );
    Some(Problem::at(
        at.key("package"),
        "package-name",
        message,
        help,
    ))
}

/// A package that ends in `_test` is taken for tests.
fn is_package(package: &str) -> bool {
    package.len() <= MAX_NAME_BYTES
        && package.starts_with(|c: char| c.is_ascii_lowercase())
        && package
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !package.ends_with("_test")
}

/// What is wrong with the path of the module in the options at `at`.
pub(super) fn module_problem(module: Option<&str>, at: &Pointer) -> Option<Problem> {
    let module = module.filter(|module| !is_module(module))?;
    let message = format!("`{}` cannot be the path of a Go module", excerpt(module));
    let help = format!(
        "write the address of its repository without a scheme, in at most {MAX_MODULE_BYTES} characters, for example \
         `example.com/chat/{PACKAGE}`"
    );
    Some(Problem::at(at.key("module"), "package-name", message, help))
}

fn is_module(module: &str) -> bool {
    let is_element = |element: &str| {
        element.starts_with(|c: char| c.is_ascii_alphanumeric())
            && element.ends_with(|c: char| c.is_ascii_alphanumeric())
            && element
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte))
    };
    module.len() <= MAX_MODULE_BYTES && module.split('/').all(is_element)
}
