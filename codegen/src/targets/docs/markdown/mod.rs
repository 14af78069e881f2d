//! [`Registry`] → one Markdown page: a table of all codes, then a section for each.

mod table;
mod text;
mod view;

use schemars::JsonSchema;

use super::super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file, print};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::fields;
use view::Page;

pub(in crate::targets) const TARGET: Target = Target {
    name: "markdown",
    title: "Markdown",
    about: "The Markdown page.",
    extension: "md",
    folder: None,
    heads: &["<!-- "],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The Markdown page has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

impl Render for Options {
    fn render(&self, registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        vec![file("", print(&Page::new(registry, notice)))]
    }
}
