//! [`Registry`] → one HTML page that needs nothing beside it: a table of all codes, then a section for each.

mod view;

use schemars::JsonSchema;

use super::super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file, print};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::fields;
use view::Page;

pub(in crate::targets) const TARGET: Target = Target {
    name: "html",
    title: "HTML",
    about: "The HTML page.",
    extension: "html",
    has_package: false,
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
    fn render(&self, registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        vec![file("", print(&Page::new(registry, notice)))]
    }
}
