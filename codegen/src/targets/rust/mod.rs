//! [`Registry`] → a Rust crate, or one Rust file that works in any module: an enum with a variant for each name.

mod literal;
mod lookups;
mod package;
mod tokens;
mod view;

use schemars::JsonSchema;

use super::target::{CodeTarget, Form, GeneratedFile, OptionsOf, Render, Target, file, print};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::{CloseCode, Registry};
use crate::spec::fields;
use view::{Source, View};

pub(super) const TARGET: Target = Target {
    name: "rust",
    title: "Rust",
    about: "The Rust crate or file.",
    extension: "rs",
    has_package: true,
    heads: &["// ", "# ", "<!-- "],
    options: OptionsOf::new::<Rust>(),
    code: Some(CodeTarget {
        constant: Name::upper_camel,
        qualified: |variant| format!("CloseCode::{variant}"),
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_uppercase())
                && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        },
        example: "IsSomething",
        taken: &["ALL", "OWN", "Self", "Unnamed"],
    }),
};

/// The options of the Rust output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Rust {
    /// Whether one file implements serde's traits. A package has them as a feature anyway.
    #[schemars(default)]
    serde: bool,
}

fields!(Rust { serde });

impl Render for Rust {
    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let view = &View::new(registry, notice, form, self.serde);
        let source = print(&Source { view });
        match form {
            Form::File => vec![file("", source)],
            Form::Package => vec![
                file("Cargo.toml", package::manifest(registry, notice)),
                file("README.md", package::readme(registry, notice)),
                file("src/lib.rs", source),
            ],
        }
    }
}

/// The variant for a code.
fn variant(code: &CloseCode) -> String {
    TARGET.constant(code).unwrap_or_default()
}
