//! The languages and formats that a registry is rendered in: one module, one template folder and one line each.

mod json;
mod markdown;
mod rust;
mod swift;
mod table;
mod typescript;

use crate::name::Name;
use crate::notice::Notice;
use crate::output::Form;
use crate::registry::Registry;
use crate::spec::OutputsSpec;

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
    /// The path that a spec gives it.
    pub path: fn(&OutputsSpec) -> Option<&str>,
    /// How its code spells the constant for a name; `None` for what is no code.
    pub constant: Option<fn(&Name) -> String>,
    /// Registry → files, whose paths are relative to the package; the one file of [`Form::File`] has an empty path.
    pub render: fn(&Registry, &Notice, Form) -> Vec<GeneratedFile>,
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
    json::TARGET,
];

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
