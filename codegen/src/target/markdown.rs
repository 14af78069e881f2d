//! [`Registry`] → one Markdown page: a table of all codes, then a section for each.

mod table;
mod text;
mod view;

use super::{GeneratedFile, Target, file, print};
use crate::notice::Notice;
use crate::output::Form;
use crate::registry::Registry;
use view::Page;

pub(super) const TARGET: Target = Target {
    name: "markdown",
    title: "Markdown",
    extension: "md",
    has_package: false,
    path: |outputs| outputs.markdown.as_deref(),
    constant: None,
    render,
};

fn render(registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
    vec![file("", print(&Page::new(registry, notice)))]
}
