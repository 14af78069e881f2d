//! [`Registry`] → the resolved registry as JSON, for languages without an output of their own.

mod cause;
mod read;
mod view;

use schemars::JsonSchema;
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
    has_package: false,
    heads: &["{\n  \"$comment\": \""],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The JSON output has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

/// JSON has no comments: the notice is its first value.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$comment")]
    notice: String,
    #[serde(flatten)]
    registry: ResolvedRegistry<'a>,
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
