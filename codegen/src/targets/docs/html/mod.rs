//! [`Registry`] → one HTML page that needs nothing beside it: a table of all codes, then a section for each. In a folder, each
//! section is also a page of its own.

mod assets;
mod code;
mod section;
mod tables;
mod tree;
mod view;

use schemars::JsonSchema;

use super::super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file, print};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::fields;
use assets::compact;
use view::Page;

pub(in crate::targets) const TARGET: Target = Target {
    name: "html",
    title: "HTML",
    about: "The HTML page, or a folder with it and a page for each code.",
    extension: "html",
    folder: Some("a page for each code"),
    heads: &["<!doctype html>\n<!-- "],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The HTML page has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

impl Render for Options {
    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        match form {
            Form::File => vec![file("", compact(&print(&Page::new(registry, notice))))],
            Form::Folder => code::pages(registry, notice),
        }
    }
}
