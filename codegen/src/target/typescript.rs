//! [`Registry`] → a TypeScript package with its JavaScript and declarations, or one TypeScript file.

mod literal;
mod view;

use super::{GeneratedFile, Target, file, print};
use crate::notice::Notice;
use crate::output::Form;
use crate::registry::Registry;
use view::{Declarations, JavaScript, Manifest, Readme, TypeScript, View};

pub(super) const TARGET: Target = Target {
    name: "typescript",
    title: "TypeScript",
    extension: "ts",
    has_package: true,
    path: |outputs| outputs.typescript.as_deref(),
    constant: Some(|name| format!("CloseCode.{}", name.upper_camel())),
    render,
};

fn render(registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
    let view = View::new(registry, notice);
    let view = &view;
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
