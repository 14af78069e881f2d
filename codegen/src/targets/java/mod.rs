//! [`Registry`] → a Maven module, or one Java file: a record that holds any number, and an enum of the spec's own codes.

mod identifier;
mod javadoc;
mod lines;
mod literal;
mod module;
mod view;

use schemars::JsonSchema;

use super::package_name::{self, MAX_BYTES, PATTERN};
use super::path;
use super::target::{
    Beside, CodeTarget, Form, GeneratedFile, OptionsOf, RangeTarget, Render, Target, file, print,
};
use super::type_name::{self, CLOSE_CODE, MAX_TYPE_BYTES};
use crate::diagnostics::{Pointer, Problem};
use crate::files::Notice;
use crate::name::Name;
use crate::registry::Registry;
use crate::spec::fields;
use view::{Manifest, Readme, Source, View};

pub(super) const TARGET: Target = Target {
    name: "java",
    title: "Java",
    about: "The Maven module or Java file.",
    extension: "java",
    folder: Some("a whole package"),
    heads: &["/*\n * ", MANIFEST_HEAD, "<!-- "],
    options: OptionsOf::new::<Java>(),
    code: Some(CodeTarget {
        constant: Name::upper_snake,
        qualified: |type_name, constant| format!("{type_name}.{constant}"),
        snippet: |answer| {
            if answer.is_sendable() {
                ["socket.close(", ".number());"]
            } else {
                ["code.equals(", ")"]
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

/// What precedes the notice in the manifest: a command may contain `--`, which no comment of XML can.
const MANIFEST_HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?notice ";

/// The longest line that google-java-format allows, in UTF-16 units.
const LINE_WIDTH: usize = 100;

/// The options of the Java output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Java {
    /// The package, such as `com.example.chat`; by default a file has none, and a module has its own name.
    #[schemars(regex(pattern = PATTERN), length(max = MAX_BYTES))]
    package: Option<String>,
    /// The name of the record, and of its file; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
    /// Whether the codes implement `CloseReason.CloseCode` of Jakarta WebSocket; `false` by default.
    jakarta: Option<bool>,
}

fields!(Java { package, type_name = "type", jakarta });

impl Render for Java {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        let package = package_name::problem(self.package.as_deref(), &identifier::RESERVED, at);
        let type_name = type_name::problems(self.type_name.as_deref(), &TARGET, at);
        package.into_iter().chain(type_name).collect()
    }

    fn path_problem(&self, path: &str, form: Form) -> Option<(String, String)> {
        let name = || format!("{}.java", self.record());
        (form == Form::File).then(|| path::other_name(path, &name()))?
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn offers(&self, registry: &Registry, form: Form) -> Vec<String> {
        let package = package_name::offer(self.package_of(registry, form).as_deref());
        let jakarta = self.jakarta.unwrap_or_default();
        let jakarta = jakarta.then(|| "codes for Jakarta's `CloseReason`".to_owned());
        [package].into_iter().chain(jakarta).collect()
    }

    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let package = self.package_of(registry, form);
        let is_jakarta = self.jakarta.unwrap_or_default();
        let view = &View::new(registry, notice, self.record(), package, is_jakarta);
        let source = print(&Source { view });
        if form == Form::File {
            return vec![file("", source)];
        }
        let folder = self.module_package(registry).replace('.', "/");
        let path = format!("src/main/java/{folder}/{}.java", self.record());
        vec![
            file("pom.xml", print(&Manifest { view })),
            file("README.md", print(&Readme { view })),
            file(path, source),
        ]
    }
}

impl Java {
    /// The name of the record.
    fn record(&self) -> &str {
        self.type_name.as_deref().unwrap_or(CLOSE_CODE)
    }

    /// The package of the record, if it is in one.
    fn package_of(&self, registry: &Registry, form: Form) -> Option<String> {
        match form {
            Form::File => self.package.clone(),
            Form::Folder => Some(self.module_package(registry)),
        }
    }

    /// The package of a module: what is in none cannot be imported.
    fn module_package(&self, registry: &Registry) -> String {
        let package = self.package.clone();
        package.unwrap_or_else(|| identifier::package(&registry.package.name))
    }
}
