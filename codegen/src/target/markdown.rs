//! [`Registry`] → one Markdown page: a table of all codes, then a section for each.

mod table;
mod text;
mod view;

use super::{GeneratedFile, Target, file, plain, print};
use crate::notice::Notice;
use crate::output::Output;
use crate::registry::Registry;
use view::Page;

pub(super) const TARGET: Target = Target {
    name: "markdown",
    title: "Markdown",
    extension: "md",
    has_package: false,
    output: |outputs| plain(outputs.markdown.as_ref()),
    code: None,
    render,
};

fn render(registry: &Registry, notice: &Notice, _output: &Output) -> Vec<GeneratedFile> {
    vec![file("", print(&Page::new(registry, notice)))]
}
