//! [`Registry`] → a TypeScript package with its JavaScript and declarations, or one TypeScript file.

mod literal;
mod view;
mod words;

use schemars::JsonSchema;

use super::target::{CodeTarget, Form, GeneratedFile, OptionsOf, Render, Target, file, print};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::spec::fields;
use view::{Declarations, JavaScript, Manifest, Readme, TypeScript, View};

pub(super) const TARGET: Target = Target {
    name: "typescript",
    title: "TypeScript",
    about: "The TypeScript package or file.",
    extension: "ts",
    has_package: true,
    heads: &["// ", "{\n  \"//\": \"", "<!-- "],
    options: OptionsOf::new::<Options>(),
    code: Some(CodeTarget {
        constant: Name::upper_camel,
        qualified: |key| format!("CloseCode.{key}"),
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_alphabetic())
                && identifier
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        },
        example: "IsSomething",
        taken: &[],
    }),
};

/// The TypeScript output has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

impl Render for Options {
    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let view = &View::new(registry, notice);
        match form {
            Form::File => vec![file("", print(&TypeScript { view }))],
            Form::Package => vec![
                file("package.json", print(&Manifest { view })),
                file("README.md", print(&Readme { view })),
                file("src/index.ts", print(&TypeScript { view })),
                file("dist/index.js", print(&JavaScript { view })),
                file("dist/index.d.ts", print(&Declarations { view })),
            ],
        }
    }
}
