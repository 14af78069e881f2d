//! [`Registry`] → the resolved registry as JSON, for whoever has no output of their own.

use serde::Serialize;

use super::{GeneratedFile, Target, file, plain};
use crate::notice::Notice;
use crate::output::Output;
use crate::prose::visible_json;
use crate::registry::Registry;
use crate::resolved::ResolvedRegistry;

pub(super) const TARGET: Target = Target {
    name: "json",
    title: "JSON",
    extension: "json",
    has_package: false,
    output: |outputs| plain(outputs.json.as_ref()),
    code: None,
    render,
};

/// JSON has no comments: the notice is its first value.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$comment")]
    notice: String,
    #[serde(flatten)]
    registry: ResolvedRegistry<'a>,
}

fn render(registry: &Registry, notice: &Notice, _output: &Output) -> Vec<GeneratedFile> {
    let document = Document {
        notice: notice.line(),
        registry: ResolvedRegistry::new(registry),
    };
    let text = serde_json::to_string_pretty(&document)
        .unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"));
    vec![file("", visible_json(&text))]
}
