//! The lists of targets, of lint rules and of measured implementations → the parts of the schema that depend on them.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::super::TARGETS;
use super::super::target::Target;
use crate::implementations::{clients as measured_clients, implementations};
use crate::lint::RULES;

/// An object with a member for each target: an output, or a list of them.
pub(super) fn outputs() -> Schema {
    let members: Map<String, Value> = TARGETS
        .iter()
        .map(|target| {
            let one = json!({ "$ref": format!("#/definitions/{}", definition(target)) });
            let list = json!({ "type": "array", "items": one });
            let member = json!({ "description": target.about, "oneOf": [one, list] });
            (target.name.to_owned(), member)
        })
        .collect();
    json_schema!({ "type": "object", "properties": members, "additionalProperties": false })
}

/// What one output of each target is: definitions of the schema.
pub(super) fn definitions(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let outputs = TARGETS.iter();
    let outputs = outputs.map(|target| (definition(target), output(target, generator)));
    outputs.collect()
}

fn definition(target: &Target) -> String {
    format!("{}-output", target.name)
}

/// A path, or an object with the path and the target's options.
fn output(target: &Target, generator: &mut SchemaGenerator) -> Value {
    let path = match target.folder {
        Some(whole) => format!("The file, or a folder for {whole}, with a `/` at its end."),
        None => "The file.".to_owned(),
    };
    let path = json!({ "description": path, "type": "string", "pattern": path_pattern(target) });
    let mut options = (target.options.schema)(generator).to_value();
    let mut properties = Map::from_iter([("path".to_owned(), path.clone())]);
    let own = options.get_mut("properties").and_then(Value::as_object_mut);
    properties.extend(own.map(std::mem::take).unwrap_or_default());
    options["properties"] = properties.into();
    let required = options.get_mut("required").and_then(Value::as_array_mut);
    let mut required = required.map(std::mem::take).unwrap_or_default();
    required.insert(0, "path".into());
    options["required"] = required.into();
    let choices = if target.options.are_optional() {
        vec![path, options]
    } else {
        vec![options]
    };
    json!({ "description": target.about, "oneOf": choices })
}

/// A relative path that ends as those of the target do; the parser checks the rest.
fn path_pattern(target: &Target) -> String {
    if target.extension.is_empty() {
        return r"^[^/\\:]([^\\:]*[^/\\:])?$".to_owned();
    }
    let file = format!(r"^([^/\\:][^\\:]*)?\.{}$", target.extension);
    if target.folder.is_some() {
        format!(r"{file}|^[^/\\:][^\\:]*/$")
    } else {
        file
    }
}

/// The lint rules that a code can allow, each with a reason.
pub(super) fn allow() -> Schema {
    let members: Map<String, Value> = RULES
        .iter()
        .map(|rule| {
            let member = json!({ "description": rule.about, "type": "string" });
            (rule.id.to_owned(), member)
        })
        .collect();
    json_schema!({ "type": "object", "properties": members, "additionalProperties": false })
}

/// Names of measured implementations.
pub(super) fn endpoints() -> Schema {
    let mut names: Vec<&str> = Vec::new();
    for implementation in implementations() {
        if !names.contains(&implementation.name.as_str()) {
            names.push(&implementation.name);
        }
    }
    json_schema!({ "type": "array", "items": { "type": "string", "enum": names } })
}

/// Names of measured client libraries.
pub(super) fn clients() -> Schema {
    let names: Vec<&str> = measured_clients()
        .iter()
        .map(|client| client.name.as_str())
        .collect();
    json_schema!({ "type": "array", "items": { "type": "string", "enum": names } })
}

/// An object with a constant for each language.
pub(super) fn names() -> Schema {
    let languages = TARGETS.iter().filter(|target| target.code.is_some());
    let members: Map<String, Value> = languages
        .map(|target| {
            let description = format!("The constant in {}.", target.title);
            let member = json!({ "description": description, "type": "string" });
            (target.name.to_owned(), member)
        })
        .collect();
    json_schema!({ "type": "object", "properties": members, "additionalProperties": false })
}
