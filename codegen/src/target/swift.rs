//! [`Registry`] → a Swift package: a struct that holds any number, and the extension of Foundation's types.

mod identifier;
mod literal;
mod view;

use super::{GeneratedFile, Target, file, print};
use crate::notice::Notice;
use crate::output::Form;
use crate::registry::Registry;
use view::{Foundation, Manifest, Readme, Struct, View};

pub(super) const TARGET: Target = Target {
    name: "swift",
    title: "Swift",
    extension: "swift",
    has_package: true,
    path: |outputs| outputs.swift.as_deref(),
    constant: Some(|name| format!("CloseCode.{}", identifier::constant(name))),
    render,
};

fn render(registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
    let view = &View::new(registry, notice);
    let close_code = print(&Struct { view });
    let foundation = print(&Foundation { view });
    match form {
        Form::File => vec![file("", one_file(&close_code, &foundation))],
        Form::Package => vec![
            file("Package.swift", print(&Manifest { view })),
            file("README.md", print(&Readme { view })),
            file(
                format!("Sources/{}/CloseCode.swift", view.module),
                close_code,
            ),
            file(
                format!(
                    "Sources/{}/URLSessionWebSocketTask+CloseCode.swift",
                    view.module
                ),
                foundation,
            ),
        ],
    }
}

/// The struct, then the extension, under the imports of the extension, which are those of the struct and more.
fn one_file(close_code: &str, foundation: &str) -> String {
    let (head, extension) = foundation.split_once("\n/// ").unwrap_or((foundation, ""));
    let (_, body) = close_code
        .split_once("import Foundation\n")
        .unwrap_or(("", close_code));
    format!(
        "{}\n{}\n\n/// {extension}",
        head.trim_end(),
        body.trim_end()
    )
}
