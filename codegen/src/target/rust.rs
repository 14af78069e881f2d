//! [`Registry`] → a Rust crate, or one Rust file that works in any module: an enum with a variant for each name.

mod documentation;
mod items;
mod layout;
mod package;
mod tables;
mod traits;
mod words;

use super::{GeneratedFile, Target, file};
use crate::name::Name;
use crate::notice::Notice;
use crate::output::Form;
use crate::registry::Registry;

pub(super) const TARGET: Target = Target {
    name: "rust",
    title: "Rust",
    extension: "rs",
    has_package: true,
    path: |outputs| outputs.rust.as_deref(),
    constant: Some(|name| format!("CloseCode::{}", variant(name))),
    render,
};

fn render(registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
    let source = source(registry, notice, form);
    match form {
        Form::File => vec![file("", source)],
        Form::Package => vec![
            file("Cargo.toml", package::manifest(registry, notice)),
            file("README.md", package::readme(registry, notice)),
            file("src/lib.rs", source),
        ],
    }
}

/// The variant for a name. No name in upper camel case is a keyword but `Self`, which the registry refuses.
fn variant(name: &Name) -> String {
    name.upper_camel()
}

fn source(registry: &Registry, notice: &Notice, form: Form) -> String {
    let mut parts = vec![notice.lines().map(|line| format!("// {line}")).join("\n")];
    if form == Form::Package {
        parts.push("#![doc = include_str!(\"../README.md\")]\n#![no_std]".to_owned());
    }
    parts.push("use core::{fmt, str::FromStr, time::Duration};".to_owned());
    let items = [
        items::close_code(registry, form),
        items::unnamed_code(form),
        items::close_code_impl(registry, form),
        traits::conversions(form),
        words::enums(form),
    ];
    parts.extend(items.concat().into_iter().map(layout::print));
    format!("{}\n", parts.join("\n\n"))
}
