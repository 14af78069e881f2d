//! [`Registry`] → a TypeScript package with its JavaScript and declarations, or one TypeScript file.

mod literal;
mod view;

use super::{CodeTarget, GeneratedFile, Target, file, print};
use crate::notice::Notice;
use crate::output::{Form, Options, Output};
use crate::registry::{CloseCode, Registry};
use view::{Declarations, JavaScript, Manifest, Readme, TypeScript, View};

pub(super) const TARGET: Target = Target {
    name: "typescript",
    title: "TypeScript",
    extension: "ts",
    has_package: true,
    output: |outputs| Some((&outputs.typescript.as_ref()?.path, Options::default())),
    code: Some(CodeTarget {
        qualified: |code| format!("CloseCode.{}", constant(code)),
        constant,
        fixed: |names| names.typescript.as_deref(),
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_alphabetic())
                && identifier
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        },
        taken: &[],
    }),
    render,
};

/// The key of a code.
fn constant(code: &CloseCode) -> String {
    let fixed = code.names.typescript.clone();
    fixed.unwrap_or_else(|| code.name.upper_camel())
}

fn render(registry: &Registry, notice: &Notice, output: &Output) -> Vec<GeneratedFile> {
    let view = View::new(registry, notice);
    let view = &view;
    match output.form {
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
