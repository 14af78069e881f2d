//! The types of [`crate::spec`] and the options of all targets → the JSON Schema of specs, from which editors know the
//! fields; it is the same whatever the registry.

mod outputs;
mod simple;
mod usable;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::{Spec, fields};
use simple::simple;
use usable::usable_is_sendable;

pub(super) const TARGET: Target = Target {
    name: "schema",
    title: "JSON Schema",
    about: "The JSON Schema of specs, for editors.",
    extension: "json",
    has_package: false,
    heads: &["{\n  \"$comment\": \""],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The JSON Schema has no options.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {}

fields!(Options {});

impl Render for Options {
    fn render(&self, _registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        vec![file("", schema_with(Some(notice)))]
    }
}

/// The JSON Schema of specs, as editors take it.
#[must_use]
pub fn schema() -> String {
    schema_with(None)
}

/// JSON has no comments, so a notice is its first value.
fn schema_with(notice: Option<&Notice>) -> String {
    let mut generator = SchemaSettings::draft07()
        .with_transform(simple)
        .into_generator();
    let mut outputs = outputs::outputs(&mut generator);
    simple(&mut outputs);
    let mut schema = generator.into_root_schema_for::<Spec>();
    for (place, part) in [
        ("/properties/outputs", outputs),
        ("/definitions/CodeSpec/properties/names", outputs::names()),
        ("/definitions/CodeSpec/properties/allow", outputs::allow()),
        ("/properties/endpoints", outputs::endpoints()),
    ] {
        let place = schema.pointer_mut(place).and_then(Value::as_object_mut);
        let place = place.expect("the schema of a spec has this place");
        let description = place.remove("description");
        *place = description
            .map(|text| ("description".to_owned(), text))
            .into_iter()
            .collect();
        place.extend(part.to_value().as_object().cloned().unwrap_or_default());
    }
    let rules = schema.pointer_mut("/definitions/CodeSpec/allOf");
    let rules = rules.and_then(Value::as_array_mut);
    rules
        .expect("the schema of a code has rules")
        .push(usable_is_sendable());
    let notice = notice.map(|notice| ("$comment".to_owned(), notice.line().into()));
    let parts = schema.as_object().cloned().unwrap_or_default();
    let document: Map<String, Value> = notice.into_iter().chain(parts).collect();
    let text = serde_json::to_string_pretty(&document);
    format!(
        "{}\n",
        text.unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"))
    )
}
