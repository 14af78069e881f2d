//! [`Registry`] → a Rust crate, or one Rust file that works in any module: an enum with a variant for each name.

mod example;
mod expression;
mod literal;
mod lookups;
mod package;
mod tokens;
mod view;

use schemars::JsonSchema;

use super::target::{
    Beside, CodeTarget, Form, GeneratedFile, OptionsOf, RangeTarget, Render, Target, file, print,
};
use super::type_name::{self, MAX_TYPE_BYTES};
use crate::diagnostics::{Pointer, Problem};
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
    folder: Some("a whole package"),
    heads: &["// ", "# ", "<!-- "],
    options: OptionsOf::new::<Rust>(),
    code: Some(CodeTarget {
        constant: Name::upper_camel,
        qualified: |type_name, variant| format!("{type_name}::{variant}"),
        snippet: |answer| {
            if answer.is_sendable() {
                ["socket.close(", ".wire_code());"]
            } else {
                ["code == ", ""]
            }
        },
        package: None,
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_uppercase())
                && identifier.bytes().all(|byte| byte.is_ascii_alphanumeric())
        },
        example: "IsSomething",
        taken: &["ALL", "OWN", "Self", "Unnamed"],
        taken_types: TAKEN_TYPES,
        range: RangeTarget {
            constant: Name::upper_snake,
            qualified: |type_name, constant| format!("{type_name}::{constant}"),
            beside: Beside::Codes,
            predicate: |name| format!("is_{}", name.snake()),
            taken: &[
                "ALL",
                "MAX_REASON_BYTES",
                "OWN",
                "is_browser_sendable",
                "is_named",
                "is_own",
                "is_sendable",
            ],
        },
    }),
};

/// Types, traits and variants that the file names.
const TAKEN_TYPES: &[&str] = &[
    "Clone",
    "Copy",
    "D",
    "Debug",
    "Default",
    "Duration",
    "E",
    "Eq",
    "Err",
    "From",
    "FromStr",
    "Hash",
    "None",
    "Ok",
    "Option",
    "Ord",
    "ParseWordError",
    "PartialEq",
    "PartialOrd",
    "Result",
    "S",
    "Self",
    "Some",
    "T",
    "UnnamedCode",
    "WordVisitor",
];

/// The options of the Rust output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Rust {
    /// The name of the enum; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
    /// Whether one file implements serde's traits. A package has them as a feature anyway.
    #[schemars(default)]
    serde: bool,
}

fields!(Rust { type_name = "type", serde });

impl Render for Rust {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        type_name::problems(self.type_name.as_deref(), &TARGET, at)
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn refuses_package(&self, name: &Name) -> Option<String> {
        package::refused(name)
    }

    fn offers(&self, _: &Registry, form: Form) -> Vec<String> {
        // A package has them as a feature.
        let has_serde = self.serde || form == Form::Folder;
        let serde = has_serde.then(|| "serde's traits".to_owned());
        serde.into_iter().collect()
    }

    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let view = &View::new(registry, notice, form, self);
        let source = print(&Source { view });
        match form {
            Form::File => vec![file("", source)],
            Form::Folder => vec![
                file("Cargo.toml", package::manifest(registry, notice)),
                file("README.md", package::readme(registry, notice, view)),
                file("src/lib.rs", source),
            ],
        }
    }
}

/// The variant for a code.
fn variant(code: &CloseCode) -> String {
    TARGET.constant(code).unwrap_or_default()
}
