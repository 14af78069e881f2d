//! [`Registry`] → a Python package with its types, or one Python module.

mod identifier;
mod lines;
mod literal;
mod manifest;
mod view;

use schemars::JsonSchema;

use super::target::{
    Beside, CodeTarget, Form, GeneratedFile, OptionsOf, RangeTarget, Render, Target, file, print,
};
use super::type_name::{self, MAX_TYPE_BYTES};
use crate::diagnostics::{Pointer, Problem};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::spec::fields;
use view::{Manifest, Marker, Module, Readme, View};

pub(super) const TARGET: Target = Target {
    name: "python",
    title: "Python",
    about: "The Python package or module.",
    extension: "py",
    folder: Some("a whole package"),
    heads: &["# ", "<!-- "],
    options: OptionsOf::new::<Python>(),
    code: Some(CodeTarget {
        constant: Name::upper_snake,
        qualified: |type_name, member| format!("{type_name}.{member}"),
        snippet: |answer| {
            if answer.is_sendable() {
                ["await socket.close(", ")"]
            } else {
                ["code == ", ""]
            }
        },
        package: None,
        is_identifier: identifier::is_constant,
        example: "IS_SOMETHING",
        // What an enum has already is in lower case.
        taken: &[],
        taken_types: identifier::TAKEN_TYPES,
        range: RangeTarget {
            constant: Name::upper_snake,
            qualified: |_, constant| constant.to_owned(),
            beside: Beside::Types,
            predicate: |name| format!("is_{}", name.snake()),
            taken: identifier::TAKEN_BY_RANGES,
        },
    }),
};

/// The options of the Python output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Python {
    /// The name of the enum; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
}

fields!(Python { type_name = "type" });

impl Render for Python {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        type_name::problems(self.type_name.as_deref(), &TARGET, at)
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn refuses_package(&self, name: &Name) -> Option<String> {
        identifier::refused_module(&identifier::module(name))
    }

    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let view = &View::new(registry, notice, self.type_name.as_deref());
        let module = print(&Module { view });
        if form == Form::File {
            return vec![file("", module)];
        }
        let source = |name: &str| format!("src/{}/{name}", view.package.module);
        vec![
            file("pyproject.toml", print(&Manifest { view })),
            file("README.md", print(&Readme { view })),
            file(source("__init__.py"), module),
            file(source("py.typed"), print(&Marker { view })),
        ]
    }
}
