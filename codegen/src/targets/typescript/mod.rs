//! [`Registry`] → a TypeScript package with its JavaScript and declarations, or one TypeScript file.

mod common_js;
mod jsr;
mod lines;
mod literal;
mod view;
mod words;

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
use common_js::common_js;
use jsr::{JSR_PATTERN, MAX_JSR_BYTES};
use view::{Declarations, JavaScript, Jsr, Manifest, Readme, TypeScript, View};

pub(super) const TARGET: Target = Target {
    name: "typescript",
    title: "TypeScript",
    about: "The TypeScript package or file.",
    extension: "ts",
    folder: Some("a whole package"),
    heads: &["// ", "{\n  \"//\": \"", "<!-- "],
    options: OptionsOf::new::<TypeScriptOptions>(),
    code: Some(CodeTarget {
        constant: Name::upper_camel,
        qualified: |type_name, key| format!("{type_name}.{key}"),
        snippet: |answer| {
            if answer.is_browser_sendable() {
                ["closeSocket(socket, ", ");"]
            } else if answer.is_sendable() {
                ["socket.close(", ");"]
            } else {
                ["code === ", ""]
            }
        },
        package: None,
        is_identifier: |identifier| {
            identifier.starts_with(|c: char| c.is_ascii_alphabetic())
                && identifier
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        },
        example: "IsSomething",
        taken: &[],
        taken_types: TAKEN_TYPES,
        range: RangeTarget {
            constant: Name::upper_snake,
            qualified: |_, constant| constant.to_owned(),
            beside: Beside::Types,
            predicate: |name| format!("is{}", name.upper_camel()),
            taken: TAKEN_BY_RANGES,
        },
    }),
};

/// Constants and functions of the module that the constant or the predicate of a range could meet.
const TAKEN_BY_RANGES: &[&str] = &[
    "AFTER",
    "BACKOFF",
    "CLOSE_CODES",
    "MAX_REASON_BYTES",
    "NAMES",
    "OWN_CLOSE_CODES",
    "REASONS",
    "RECONNECT",
    "SENT_BY",
    "SUMMARIES",
    "isBetween",
    "isBrowserSendable",
    "isNamed",
    "isOwn",
    "isSendable",
];

/// What the file declares beside the type, its type parameters, and the globals that it uses.
const TAKEN_TYPES: &[&str] = &[
    "AFTER",
    "BACKOFF",
    "Backoff",
    "BrowserCodes",
    "BrowserNumber",
    "C",
    "CodeNamed",
    "Codes",
    "Exclude",
    "Infinity",
    "Math",
    "N",
    "NAMES",
    "NaN",
    "Names",
    "Number",
    "Object",
    "OwnCodes",
    "REASONS",
    "RECONNECT",
    "RangeError",
    "Readonly",
    "Record",
    "Refused",
    "SUMMARIES",
    "SendableCodes",
    "SendableNumber",
    "String",
    "T",
    "TypeError",
];

/// The options of the TypeScript output.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct TypeScriptOptions {
    /// The name of the constants and of their type; `CloseCode` by default.
    #[schemars(rename = "type", regex(pattern = "^[A-Z][A-Za-z0-9]*$"), length(max = MAX_TYPE_BYTES))]
    type_name: Option<String>,
    /// The name of the package on JSR, `@SCOPE/NAME`; without one it is not for JSR.
    #[schemars(regex(pattern = JSR_PATTERN), length(max = MAX_JSR_BYTES))]
    jsr: Option<String>,
}

fields!(TypeScriptOptions { type_name = "type", jsr });

impl Render for TypeScriptOptions {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        let mut problems = type_name::problems(self.type_name.as_deref(), &TARGET, at);
        problems.extend(jsr::problem(self.jsr.as_deref(), at));
        problems
    }

    fn type_name(&self) -> Option<&str> {
        self.type_name.as_deref()
    }

    fn offers(&self, _: &Registry, form: Form) -> Vec<String> {
        let jsr = self.jsr.as_ref().filter(|_| form == Form::Folder);
        let jsr = jsr.map(|name| format!("the package `{name}` on JSR"));
        jsr.into_iter().collect()
    }

    fn render(&self, registry: &Registry, notice: &Notice, form: Form) -> Vec<GeneratedFile> {
        let view = &View::new(registry, notice, self.type_name.as_deref());
        match form {
            Form::File => vec![file("", print(&TypeScript { view }))],
            Form::Folder => {
                let module = print(&JavaScript { view });
                let declarations = print(&Declarations { view });
                let mut files = vec![
                    file("package.json", print(&Manifest { view })),
                    file("README.md", print(&Readme { view })),
                    file("src/index.ts", print(&TypeScript { view })),
                    file("dist/index.cjs", common_js(&module)),
                    file("dist/index.js", module),
                    file("dist/index.d.cts", declarations.clone()),
                    file("dist/index.d.ts", declarations),
                ];
                files.extend(
                    self.jsr
                        .as_deref()
                        .map(|name| file("jsr.json", print(&Jsr { view, name }))),
                );
                files
            }
        }
    }
}
