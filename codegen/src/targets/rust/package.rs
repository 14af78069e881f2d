//! The crate's manifest and readme.

use askama::Template;

use super::super::ranges::RangeView;
use super::super::target::print;
use super::variant;
use super::view::View;
use crate::files::Notice;
use crate::registry::{CloseCode, Registry};
use crate::spec::Kind;
use crate::text::{Place, escape, escape_start, one_line};

#[derive(Template)]
#[template(path = "rust/Cargo.toml", escape = "none")]
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
    library: String,
    type_name: &'a str,
    summary: String,
    example: Option<ExampleView<'a>>,
    ranges: &'a [RangeView],
}

/// A code that a server may send, for the examples.
struct ExampleView<'a> {
    number: u16,
    name: &'a str,
    variant: String,
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
    let example = registry
        .named()
        .filter(|code| code.kind == Kind::Usable)
        .max_by_key(|code| (code.reason.is_some(), std::cmp::Reverse(code.number)));
    print(&Readme {
        notice: notice.lines(),
        name: registry.package.name.as_str(),
        library: registry.package.name.as_str().replace('-', "_"),
        type_name: &view.type_name,
        summary: escape_start(&escape(&one_line(about(registry)), Place::Page)),
        example: example.map(example_view),
        ranges: &view.ranges,
    })
}

/// The registry in a sentence.
fn about(registry: &Registry) -> &str {
    registry.summary.as_ref().unwrap_or(&registry.title)
}

fn example_view(code: &CloseCode) -> ExampleView<'_> {
    ExampleView {
        number: code.number,
        name: code.name.as_str(),
        variant: variant(code),
    }
}

/// A TOML string, whose escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(one_line(text)).to_string()
}
