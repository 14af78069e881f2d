//! The crate's manifest and readme.

use askama::Template;

use super::super::ranges::RangeView;
use super::super::target::print;
use super::example::ExampleView;
use super::view::View;
use crate::files::Notice;
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
