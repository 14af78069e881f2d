//! The types of [`crate::spec`] → their JSON Schema, so that editors know the fields of a spec and what they mean.

mod layout;
mod simple;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::notice::Notice;
use crate::spec::Spec;
use simple::simple;

/// The JSON Schema of specs.
#[must_use]
pub fn schema() -> String {
    schema_with(None)
}

/// The JSON Schema of specs; JSON has no comments, so a notice is its first value.
pub(crate) fn schema_with(notice: Option<&Notice>) -> String {
    let generator = SchemaSettings::draft07()
        .with_transform(simple)
        .into_generator();
    let schema = generator.into_root_schema_for::<Spec>().to_value();
    let notice = notice.map(|notice| ("$comment".to_owned(), notice.line().into()));
    let parts = schema.as_object().cloned().unwrap_or_default();
    let document: Map<String, Value> = notice.into_iter().chain(parts).collect();
    layout::print(&Value::Object(document))
}
