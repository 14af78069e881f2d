//! [`Registry`] → one Kotlin file: a value class that holds any number, and an enum of the spec's own codes.

mod identifier;
mod lines;
mod literal;
mod view;

use schemars::JsonSchema;

use super::package_name;
use super::target::{
    Beside, CodeTarget, Form, GeneratedFile, OptionsOf, RangeTarget, Render, Target, file, print,
};
use super::type_name::{self, MAX_TYPE_BYTES};
use crate::diagnostics::{Pointer, Problem};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::spec::fields;
use view::{Source, View};

pub(super) const TARGET: Target = Target {
    name: "kotlin",
    title: "Kotlin",
    about: "The Kotlin file.",
    extension: "kt",
    folder: None,
    heads: &["// "],
    options: OptionsOf::new::<Kotlin>(),
    code: Some(CodeTarget {
        constant: Name::upper_snake,
        qualified: |type_name, constant| format!("{type_name}.{constant}"),
        snippet: |answer| {
            if answer.is_sendable() {
                ["socket.close(", ".number, null)"]
            } else {
                ["code == ", ""]
            }
        },
        package: None,
        is_identifier: identifier::is_constant,
        example: "IS_SOMETHING",
        taken: identifier::TAKEN,
        taken_types: identifier::TAKEN_TYPES,
        range: RangeTarget {
            constant: Name::upper_snake,
            qualified: |type_name, constant| format!("{type_name}.{constant}"),
            beside: Beside::Codes,
            predicate: |name| format!("is{}", name.upper_camel()),
            taken: identifier::TAKEN_BY_RANGES,
        },
    }),
};

/// The options of the Kotlin output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Kotlin {
    /// The package that the file belongs to, such as `com.example.chat`; none by default.
    #[schemars(regex(pattern = package_name::PATTERN), length(max = package_name::MAX_BYTES))]
    package: Option<String>,
    /// The name of the class; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
}

fields!(Kotlin { package, type_name = "type" });

impl Render for Kotlin {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        let package = package_name::problem(self.package.as_deref(), &identifier::RESERVED, at);
        let type_name = type_name::problems(self.type_name.as_deref(), &TARGET, at);
        package.into_iter().chain(type_name).collect()
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn offers(&self, _: &Registry, _: Form) -> Vec<String> {
        vec![package_name::offer(self.package.as_deref())]
    }

    fn render(&self, registry: &Registry, notice: &Notice, _: Form) -> Vec<GeneratedFile> {
        let (package, type_name) = (self.package.as_deref(), self.type_name.as_deref());
        let view = &View::new(registry, notice, package, type_name);
        vec![file("", print(&Source { view }))]
    }
}
