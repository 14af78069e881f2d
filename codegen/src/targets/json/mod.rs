//! [`Registry`] → the resolved registry as JSON, for languages without an output of their own.

mod read;
mod resolve;
mod view;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::fields;
use crate::text::visible_json;
pub(crate) use read::{is_output, read_output};
pub(crate) use view::{ResolvedCode, ResolvedNumber, ResolvedRange, ResolvedRegistry};

pub(super) const TARGET: Target = Target {
    name: "json",
    title: "JSON",
    about: "The resolved registry, as JSON.",
    extension: "json",
    folder: None,
    heads: &["{\n  \"$comment\": \""],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The JSON output has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

/// A registry of close codes, every default filled in. `null` is for what is not there.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "close-codes registry")]
struct Document<'a> {
    /// The notice, since JSON has no comments: what it was generated from, and how.
    #[serde(rename = "$comment")]
    notice: String,
    #[serde(flatten)]
    registry: ResolvedRegistry<'a>,
}

/// The JSON Schema of the output.
pub(super) fn schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<Document<'_>>()
}

impl Render for Options {
    fn render(&self, registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        let document = Document {
            notice: notice.line(),
            registry: ResolvedRegistry::new(registry),
        };
        let text = serde_json::to_string_pretty(&document)
            .unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"));
        vec![file("", visible_json(&text))]
    }
}
