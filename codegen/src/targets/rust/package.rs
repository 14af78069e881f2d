//! The crate's manifest and readme.

use askama::Template;

use super::super::ranges::RangeView;
use super::super::target::print;
use super::example::ExampleView;
use super::view::View;
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::text::{Place, escape, escape_start, one_line};

#[derive(Template)]
// Cargo would leave a folder with a `Cargo.toml` out of the package that the templates are in.
#[template(path = "rust/manifest.toml", escape = "none")]
struct Manifest<'a> {
    notice: [String; 2],
    name: &'a str,
    version: String,
    description: String,
    license: Option<String>,
    repository: Option<String>,
    homepage: Option<String>,
}

#[derive(Template)]
#[template(path = "rust/README.md", escape = "none")]
struct Readme<'a> {
    notice: [String; 2],
    name: &'a str,
    library: &'a str,
    type_name: &'a str,
    summary: String,
    example: Option<&'a ExampleView>,
    ranges: &'a [RangeView],
}

/// The keywords in lower case, strict and reserved, of any edition (The Rust Reference, "Keywords"). As raw identifiers
/// most would compile, but nobody expects one in an import, and `crate`, `self` and `super` cannot be raw.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The crates that come with the compiler. The generated code is built on `core`.
const LIBRARY: &[&str] = &["alloc", "core", "proc_macro", "std", "test"];

/// Why no crate can have that name, if none can.
pub(super) fn refused(name: &Name) -> Option<String> {
    let library = library(name);
    if KEYWORDS.contains(&library.as_str()) {
        Some("it is a keyword".to_owned())
    } else if LIBRARY.contains(&library.as_str()) {
        Some(format!("`{library}` is a crate of Rust's own"))
    } else {
        None
    }
}

/// What the crate is called in Rust.
pub(super) fn library(name: &Name) -> String {
    name.as_str().replace('-', "_")
}

pub(super) fn manifest(registry: &Registry, notice: &Notice) -> String {
    let package = &registry.package;
    print(&Manifest {
        notice: notice.lines(),
        name: package.name.as_str(),
        version: quoted(&package.version),
        description: quoted(about(registry)),
        license: package.license.as_deref().map(quoted),
        repository: package.repository.as_deref().map(quoted),
        homepage: package.homepage.as_deref().map(quoted),
    })
}

pub(super) fn readme(registry: &Registry, notice: &Notice, view: &View) -> String {
    print(&Readme {
        notice: notice.lines(),
        name: registry.package.name.as_str(),
        library: &view.library,
        type_name: &view.type_name,
        summary: escape_start(&escape(&one_line(about(registry)), Place::Page)).into_owned(),
        example: view.example.as_ref(),
        ranges: &view.ranges,
    })
}

/// The registry in a sentence.
fn about(registry: &Registry) -> &str {
    registry.summary.as_ref().unwrap_or(&registry.title)
}

/// A TOML string, whose escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(one_line(text)).to_string()
}
