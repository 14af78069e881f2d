//! The JSON Schema of specs as a file, for editors; it is the same whatever the registry says.

use super::{GeneratedFile, Target, file, plain};
use crate::notice::Notice;
use crate::output::Output;
use crate::registry::Registry;
use crate::schema::schema_with;

pub(super) const TARGET: Target = Target {
    name: "schema",
    title: "JSON Schema",
    extension: "json",
    has_package: false,
    output: |outputs| plain(outputs.schema.as_ref()),
    code: None,
    render,
};

fn render(_registry: &Registry, notice: &Notice, _output: &Output) -> Vec<GeneratedFile> {
    vec![file("", schema_with(Some(notice)))]
}
