//! [`Registry`] → a Swift package: a struct that holds any number, and the extension of Foundation's types.

mod identifier;
mod literal;
mod view;

use super::{CodeTarget, GeneratedFile, Target, file, print};
use crate::notice::Notice;
use crate::output::{Form, Options, Output};
use crate::registry::Registry;
use view::{Foundation, Manifest, Readme, Struct, View};

pub(super) const TARGET: Target = Target {
    name: "swift",
    title: "Swift",
    extension: "swift",
    has_package: true,
    output: |outputs| {
        let swift = outputs.swift.as_ref()?;
        let mut options = Options {
            access: swift.access,
            foundation: swift.foundation,
            ..Options::default()
        };
        options.type_name = swift.type_name.clone().unwrap_or(options.type_name);
        Some((&swift.path, options))
    },
    code: Some(CodeTarget {
        qualified: |code| format!(".{}", identifier::escaped(code)),
        constant: identifier::constant,
        fixed: |names| names.swift.as_deref(),
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_lowercase())
                && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        },
        taken: identifier::TAKEN,
    }),
    render,
};

fn render(registry: &Registry, notice: &Notice, output: &Output) -> Vec<GeneratedFile> {
    let view = &View::new(registry, notice, &output.options);
    let close_code = print(&Struct { view });
    let foundation = output
        .options
        .foundation
        .then(|| print(&Foundation { view }));
    if output.form == Form::File {
        let text = match foundation {
            Some(foundation) => one_file(&close_code, &foundation),
            None => close_code,
        };
        return vec![file("", text)];
    }
    let source = |name: &str| format!("Sources/{}/{name}.swift", view.module);
    let mut files = vec![
        file("Package.swift", print(&Manifest { view })),
        file("README.md", print(&Readme { view })),
        file(source(&view.type_name), close_code),
    ];
    files.extend(foundation.map(|text| {
        let name = format!("URLSessionWebSocketTask+{}", view.type_name);
        file(source(&name), text)
    }));
    files
}

/// The struct, then the extension, under the imports of the extension, which are those of the struct and more.
fn one_file(close_code: &str, foundation: &str) -> String {
    let imports_end = "#endif\n";
    let (head, extension) = foundation
        .split_once(imports_end)
        .unwrap_or(("", foundation));
    let (_, body) = close_code
        .split_once("import Foundation\n")
        .unwrap_or(("", close_code));
    format!(
        "{head}{imports_end}{}\n{}",
        body.trim_end(),
        extension.trim_end()
    )
}
