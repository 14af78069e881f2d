//! [`Registry`] → one HTML page that needs nothing beside it: a table of all codes, then a section for each.

mod pieces;
mod view;

use super::{GeneratedFile, Target, file, plain, print};
use crate::notice::Notice;
use crate::output::Output;
use crate::registry::Registry;
use view::Page;

pub(super) const TARGET: Target = Target {
    name: "html",
    title: "HTML",
    extension: "html",
    has_package: false,
    output: |outputs| plain(outputs.html.as_ref()),
    code: None,
    render,
};

fn render(registry: &Registry, notice: &Notice, _output: &Output) -> Vec<GeneratedFile> {
    vec![file("", print(&Page::new(registry, notice)))]
}
