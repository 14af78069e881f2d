//! The languages and formats that a registry is rendered in: one module, one template folder and one line each.

mod clash;
mod facts;
mod html;
mod json;
mod markdown;
mod rust;
mod schema;
mod swift;
mod table;
mod typescript;

use crate::implementations::deviations_sentence;
use crate::notice::Notice;
use crate::output::{Options, Output};
use crate::registry::{CloseCode, Registry};
use crate::spec::{FileSpec, Kind, NamesSpec, OutputsSpec};
use crate::wire;
pub use clash::clashes;

/// Something that a registry can be rendered as.
#[derive(Debug)]
pub struct Target {
    /// Its key in a spec's `outputs`.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The extension of its files when it is one file.
    pub extension: &'static str,
    /// Whether it can also be a package.
    pub has_package: bool,
    /// The path that a spec gives it, and what it chooses.
    pub output: fn(&OutputsSpec) -> Option<(&str, Options)>,
    /// How its code spells a constant; `None` for what is no code.
    pub code: Option<CodeTarget>,
    /// Registry → files, whose paths are relative to the package; the one file of [`Form::File`] has an empty path.
    ///
    /// [`Form::File`]: crate::output::Form::File
    pub render: fn(&Registry, &Notice, &Output) -> Vec<GeneratedFile>,
}

/// How a target spells the constant for a code.
#[derive(Debug)]
pub struct CodeTarget {
    /// The constant with its type, as people write it.
    pub qualified: fn(&CloseCode) -> String,
    /// The constant alone, without escapes.
    pub constant: fn(&CloseCode) -> String,
    /// The identifier that the spec fixes for the code.
    pub fixed: fn(&NamesSpec) -> Option<&str>,
    /// Whether an identifier can be a constant, as compilers and linters have it.
    pub is_identifier: fn(&str) -> bool,
    /// Identifiers that the generated type or its language has already.
    pub taken: &'static [&'static str],
}

/// One text and where it goes.
#[derive(Debug)]
pub struct GeneratedFile {
    /// The path inside the package, or nothing for an output that is one file.
    pub path: String,
    /// The text.
    pub text: String,
}

/// Every target, in the order in which documentation names them.
pub const TARGETS: &[Target] = &[
    rust::TARGET,
    swift::TARGET,
    typescript::TARGET,
    markdown::TARGET,
    html::TARGET,
    json::TARGET,
    schema::TARGET,
];

/// The path of an output that has no options.
fn plain(spec: Option<&FileSpec>) -> Option<(&str, Options)> {
    Some((&spec?.path, Options::default()))
}

/// What users of these languages meet when they send or receive the code, where that is not what one expects.
fn on_the_wire(code: &CloseCode, languages: &[&str]) -> Option<String> {
    let is_sendable = code.kind == Kind::Usable && wire::is_sendable(code.number);
    deviations_sentence(code.number, is_sendable, languages)
}

/// Prints a template. It reads nothing and formats only values, so it cannot fail.
fn print(template: &impl askama::Template) -> String {
    template
        .render()
        .unwrap_or_else(|error| panic!("a template failed: {error}"))
}

/// One file of a package, or the only one of an output.
fn file(path: impl Into<String>, text: String) -> GeneratedFile {
    GeneratedFile {
        path: path.into(),
        text,
    }
}
