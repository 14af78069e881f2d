//! The options `package` and `module`: the name of the package, and the path of the module that holds it.

use super::super::path::is_reserved;
use super::file_name;
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

/// The keywords of the language specification, and `documentation`, whose files Go ignores.
const RESERVED: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "documentation",
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

/// Paths that mean something else to the `go` command: its patterns, its directives, and the packages of the standard library
/// that `go list std` has at the top.
#[rustfmt::skip]
const OWN_MODULES: &[&str] = &[
    "all", "bufio", "bytes", "cmd", "cmp", "context", "crypto", "embed", "encoding", "errors", "expvar", "flag", "fmt",
    "go", "hash", "html", "image", "io", "iter", "log", "main", "maps", "math", "mime", "net", "os", "path", "plugin",
    "reflect", "regexp", "runtime", "slices", "sort", "std", "strconv", "strings", "structs", "sync", "syscall",
    "testing", "time", "tool", "toolchain", "unicode", "unique", "unsafe", "weak", "work",
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

/// What is wrong with the package of a module, and help: nobody could import it, or its file would be left out.
pub(super) fn module_package_problem(package: &str) -> Option<(String, String)> {
    let why = if package == "main" {
        "nothing can import the package `main`".to_owned()
    } else {
        let name = format!("{package}.go");
        format!("its file `{name}` {}", file_name::refusal(&name)?)
    };
    let message = format!("a module cannot have the package `{package}`: {why}");
    let help = format!("use another package, for example `{PACKAGE}`");
    Some((message, help))
}

/// What is wrong with the path of the module in the options at `at`.
pub(super) fn module_problem(module: Option<&str>, at: &Pointer) -> Option<Problem> {
    let module = module?;
    let why = module_refusal(module)?;
    let message = format!(
        "`{}` cannot be the path of a Go module{why}",
        excerpt(module)
    );
    let help = format!(
        "write the address of its repository without a scheme, in at most {MAX_MODULE_BYTES} characters, for example \
         `example.com/chat/{PACKAGE}`"
    );
    Some(Problem::at(at.key("module"), "package-name", message, help))
}

/// Why no module can have that path, if none can, as the rest of a message:
/// [the rules for paths](https://go.dev/ref/mod#go-mod-file-ident), and what the `go` command has already.
pub(super) fn module_refusal(module: &str) -> Option<String> {
    let elements = || module.split('/');
    if module.len() > MAX_MODULE_BYTES || !elements().all(is_element) {
        return Some(String::new());
    }
    if let Some(device) = elements().find(|element| is_reserved(element)) {
        return Some(format!(": Windows reserves `{device}` for a device"));
    }
    if let Some(short) = elements().find(|element| is_short_name(element)) {
        return Some(format!(": `{short}` looks like a short name of Windows"));
    }
    if OWN_MODULES.contains(&module) {
        return Some(": Go has that itself".to_owned());
    }
    let (_, last) = module.rsplit_once('/')?;
    let why = || format!(": `{last}` is no version that a path can end in, as `v2` is");
    is_wrong_version(last).then(why)
}

fn is_element(element: &str) -> bool {
    element.starts_with(|c: char| c.is_ascii_alphanumeric())
        && element.ends_with(|c: char| c.is_ascii_alphanumeric())
        && element
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte))
}

/// As `chat~1`.
fn is_short_name(element: &str) -> bool {
    let end = element.rsplit_once('~');
    end.is_some_and(|(_, end)| end.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the last element of a path is a version, but none that a path can end in: `v2` is, `v1` and `v2.1` are not.
fn is_wrong_version(element: &str) -> bool {
    let version = element.strip_prefix('v').unwrap_or_default();
    let is_version = version.starts_with(|c: char| c.is_ascii_digit())
        && version
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_version && (version == "1" || version.starts_with('0') || version.contains('.'))
}
