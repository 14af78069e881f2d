//! [`Registry`] → a Swift package: a struct that holds any number, and the extension of Foundation's types.

mod access;
mod foundation;
mod identifier;
mod literal;
mod module;
mod view;

use schemars::JsonSchema;

use super::target::{
    Beside, CodeTarget, Form, GeneratedFile, OptionsOf, RangeTarget, Render, Target, file, print,
};
use super::type_name::{self, CLOSE_CODE, MAX_TYPE_BYTES};
use crate::diagnostics::{Pointer, Problem};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::spec::fields;
use crate::text::Word;
use access::Access;
use view::{Foundation, Manifest, Readme, Struct, View};

pub(super) const TARGET: Target = Target {
    name: "swift",
    title: "Swift",
    about: "The Swift package or file.",
    extension: "swift",
    folder: Some("a whole package"),
    heads: &["// ", "// swift-tools-version: 5.9\n// ", "<!-- "],
    options: OptionsOf::new::<Swift>(),
    code: Some(CodeTarget {
        constant: Name::lower_camel,
        qualified: |_, constant| format!(".{}", identifier::escaped(constant)),
        snippet: |answer| {
            if answer.is_sendable() {
                ["try task.close(", ")"]
            } else {
                ["code == ", ""]
            }
        },
        package: None,
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_lowercase())
                && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        },
        example: "isSomething",
        taken: identifier::TAKEN,
        taken_types: identifier::TAKEN_TYPES,
        range: RangeTarget {
            constant: Name::lower_camel,
            qualified: |type_name, constant| {
                format!("{type_name}.Ranges.{}", identifier::escaped(constant))
            },
            // A type of their own holds them, so that none can meet the constant of a code.
            beside: Beside::Nothing,
            predicate: |name| format!("is{}", name.upper_camel()),
            taken: identifier::TAKEN_BY_RANGES,
        },
    }),
};

/// The options of the Swift output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Swift {
    /// The name of the struct; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
    /// Who may use it; `public` by default, and in a package always.
    access: Option<Access>,
    /// Whether Foundation's types are extended, which one file of an app can do; `true` by default.
    foundation: Option<bool>,
}

fields!(Swift { type_name = "type", access, foundation });

impl Render for Swift {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        type_name::problems(self.type_name.as_deref(), &TARGET, at)
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn refuses_package(&self, name: &Name) -> Option<String> {
        module::refused(&module::module(name))
    }

    fn path_problem(&self, _path: &str, form: Form) -> Option<(String, String)> {
        let access = self.access.unwrap_or_default();
        if form == Form::File || access == Access::Public {
            return None;
        }
        let message = format!(
            "nothing can use a package whose type is `{}`",
            access.as_str()
        );
        let help = "leave `access` out, or use the path of one file";
        Some((message, help.to_owned()))
    }

    fn offers(&self, _: &Registry, _: Form) -> Vec<String> {
        let mut offers = self.access.unwrap_or_default().offers().to_vec();
        if self.foundation.unwrap_or(true) {
            offers.push("the extension of Foundation's types");
        }
        offers.into_iter().map(str::to_owned).collect()
    }

    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let type_name = self.type_name.as_deref().unwrap_or(CLOSE_CODE);
        let view = &View::new(registry, notice, type_name, self.access.unwrap_or_default());
        let close_code = print(&Struct { view });
        let has_foundation = self.foundation.unwrap_or(true);
        let foundation = has_foundation.then(|| print(&Foundation { view }));
        if form == Form::File {
            let text = match foundation {
                Some(foundation) => one_file(&close_code, &foundation),
                None => close_code,
            };
            return vec![file("", text)];
        }
        let readme = Readme {
            view,
            has_foundation,
        };
        let source = |name: &str| format!("Sources/{}/{name}.swift", view.module);
        let mut files = vec![
            file("Package.swift", print(&Manifest { view })),
            file("README.md", print(&readme)),
            file(source(type_name), close_code),
        ];
        files.extend(foundation.map(|text| {
            let name = format!("URLSessionWebSocketTask+{type_name}");
            file(source(&name), text)
        }));
        files
    }
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
