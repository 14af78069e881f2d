//! The list of targets → the parts of the schema that depend on it: `outputs`, and the `names` of a code.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::super::TARGETS;
use super::super::target::Target;

/// An object with a member for each target.
pub(super) fn outputs(generator: &mut SchemaGenerator) -> Schema {
    let members: Map<String, Value> = TARGETS
        .iter()
        .map(|target| (target.name.to_owned(), output(target, generator)))
        .collect();
    json_schema!({ "type": "object", "properties": members, "additionalProperties": false })
}

/// A path, or an object with the path and the target's options.
fn output(target: &Target, generator: &mut SchemaGenerator) -> Value {
    let path = if target.has_package {
        "The file, or the folder of the package with a `/` at its end."
    } else {
        "The file."
    };
    let path = json!({ "description": path, "type": "string" });
    let mut options = (target.options.schema)(generator).to_value();
    let mut properties = Map::from_iter([("path".to_owned(), path.clone())]);
    let own = options.get_mut("properties").and_then(Value::as_object_mut);
    properties.extend(own.map(std::mem::take).unwrap_or_default());
    options["properties"] = properties.into();
    options["required"] = json!(["path"]);
    json!({ "description": target.about, "oneOf": [path, options] })
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
