//! The types of [`crate::spec`] and the options of all targets → the JSON Schema of specs, from which editors know the
//! fields; or the types of the JSON output → its JSON Schema. They are the same whatever the registry.

mod of;
mod outputs;
mod simple;
mod usable;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};

use super::json;
use super::target::{Form, GeneratedFile, OptionsOf, Render, Target, file};
use crate::files::Notice;
use crate::registry::Registry;
use crate::spec::{Spec, fields};
use of::Of;
use simple::{simple, tidy};
use usable::usable_is_sendable;

pub(super) const TARGET: Target = Target {
    name: "schema",
    title: "JSON Schema",
    about: "The JSON Schema of specs, for editors, or of JSON outputs.",
    extension: "json",
    folder: None,
    heads: &["{\n  \"$comment\": \""],
    options: OptionsOf::new::<Options>(),
    code: None,
};

/// The options of the JSON Schema.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Options {
    /// What it is the schema of; `spec` by default.
    of: Option<Of>,
}

fields!(Options { of });

impl Render for Options {
    fn render(&self, _registry: &Registry, notice: &Notice, _form: Form) -> Vec<GeneratedFile> {
        let schema = match self.of.unwrap_or_default() {
            Of::Spec => of_specs(),
            // Which fields are always there.
            Of::Json => json::schema(settings(tidy).for_serialize().into_generator()),
        };
        vec![file("", printed(&schema, Some(notice)))]
    }
}

/// The JSON Schema of specs, as editors take it.
#[must_use]
pub fn schema() -> String {
    printed(&of_specs(), None)
}

fn settings(transform: fn(&mut Schema)) -> SchemaSettings {
    SchemaSettings::draft07().with_transform(transform)
}

fn of_specs() -> Schema {
    let mut generator = settings(simple).into_generator();
    let definitions = outputs::definitions(&mut generator);
    let mut schema = generator.into_root_schema_for::<Spec>();
    for (place, part) in [
        ("/properties/outputs", outputs::outputs()),
        ("/definitions/CodeSpec/properties/names", outputs::names()),
        ("/definitions/CodeSpec/properties/allow", outputs::allow()),
        ("/properties/endpoints", outputs::endpoints()),
        ("/properties/clients", outputs::clients()),
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
    let known = schema
        .pointer_mut("/definitions")
        .and_then(Value::as_object_mut);
    let known = known.expect("the schema of a spec has definitions");
    known.extend(definitions.into_iter().map(|(name, output)| {
        let mut output = output.try_into().expect("a schema is an object");
        simple(&mut output);
        (name, output.to_value())
    }));
    let rules = schema.pointer_mut("/definitions/CodeSpec/allOf");
    let rules = rules.and_then(Value::as_array_mut);
    rules
        .expect("the schema of a code has rules")
        .push(usable_is_sendable());
    schema
}

/// JSON has no comments, so a notice is its first value.
fn printed(schema: &Schema, notice: Option<&Notice>) -> String {
    let notice = notice.map(|notice| ("$comment".to_owned(), notice.line().into()));
    let parts = schema.as_object().cloned().unwrap_or_default();
    let document: Map<String, Value> = notice.into_iter().chain(parts).collect();
    let text = serde_json::to_string_pretty(&document);
    format!(
        "{}\n",
        text.unwrap_or_else(|error| panic!("made JSON that cannot be written: {error}"))
    )
}
