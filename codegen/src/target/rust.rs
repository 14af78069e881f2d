//! [`Registry`] → a Rust crate, or one Rust file that works in any module: an enum with a variant for each name.

mod documentation;
mod items;
mod layout;
mod package;
mod tables;
mod traits;
mod words;

use super::{CodeTarget, GeneratedFile, Target, file};
use crate::notice::Notice;
use crate::output::{Form, Options, Output};
use crate::registry::{CloseCode, Registry};
use crate::spec::RustSpec;

pub(super) const TARGET: Target = Target {
    name: "rust",
    title: "Rust",
    extension: "rs",
    has_package: true,
    output: |outputs| {
        let RustSpec { path, serde } = outputs.rust.as_ref()?;
        let options = Options {
            serde: *serde,
            ..Options::default()
        };
        Some((path, options))
    },
    code: Some(CodeTarget {
        qualified: |code| format!("CloseCode::{}", variant(code)),
        constant: variant,
        fixed: |names| names.rust.as_deref(),
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_uppercase())
                && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        },
        taken: &["ALL", "OWN", "Self", "Unnamed"],
    }),
    render,
};

fn render(registry: &Registry, notice: &Notice, output: &Output) -> Vec<GeneratedFile> {
    let source = source(registry, notice, output);
    match output.form {
        Form::File => vec![file("", source)],
        Form::Package => vec![
            file("Cargo.toml", package::manifest(registry, notice)),
            file("README.md", package::readme(registry, notice)),
            file("src/lib.rs", source),
        ],
    }
}

/// The variant for a code.
fn variant(code: &CloseCode) -> String {
    let fixed = code.names.rust.clone();
    fixed.unwrap_or_else(|| code.name.upper_camel())
}

fn source(registry: &Registry, notice: &Notice, output: &Output) -> String {
    let form = output.form;
    let mut parts = vec![notice.lines().map(|line| format!("// {line}")).join("\n")];
    if form == Form::Package {
        parts.push("#![doc = include_str!(\"../README.md\")]\n#![no_std]".to_owned());
    }
    parts.push("use core::{fmt, str::FromStr, time::Duration};".to_owned());
    let items = [
        items::close_code(registry, form),
        items::unnamed_code(form),
        items::close_code_impl(registry, form),
        traits::conversions(output),
        words::enums(form),
    ];
    parts.extend(items.concat().into_iter().map(layout::print));
    format!("{}\n", parts.join("\n\n"))
}
