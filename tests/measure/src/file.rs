//! A JSON file of measurements ↔ its value.

use std::fs;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Result;

/// Reads the file, which need not exist.
pub(crate) fn read<T: DeserializeOwned + Default>(path: &Path) -> Result<T> {
    if !path.exists() {
        return Ok(T::default());
    }
    let fail = |error: String| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| fail(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| fail(error.to_string()))
}

/// Writes the file if its text changes.
pub(crate) fn write<T: Serialize>(path: &Path, data: &T) -> Result<()> {
    let text = text(data)?;
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The bytes of the file.
pub(crate) fn text<T: Serialize>(data: &T) -> Result<String> {
    let value = serde_json::to_value(data).map_err(|error| error.to_string())?;
    Ok(lines(&value, "") + "\n")
}

/// JSON with one line for each value that contains nothing but plain values and lists of them, so that a difference shows one
/// outcome a line.
fn lines(value: &Value, indent: &str) -> String {
    let is_plain = |value: &Value| !value.is_array() && !value.is_object();
    let is_nested = |value: &Value| match value {
        Value::Array(values) => !values.iter().all(is_plain),
        value => value.is_object(),
    };
    let inner = format!("{indent}  ");
    let (open, values, close): (_, Vec<String>, _) = match value {
        Value::Array(values) if values.iter().any(is_nested) => {
            let values = values.iter().map(|value| lines(value, &inner));
            ("[", values.collect(), "]")
        }
        Value::Object(fields) if fields.values().any(is_nested) => {
            let fields = fields.iter().map(|(key, value)| {
                format!("{}: {}", Value::from(key.as_str()), lines(value, &inner))
            });
            ("{", fields.collect(), "}")
        }
        flat => return flat.to_string(),
    };
    let separator = format!(",\n{inner}");
    format!(
        "{open}\n{inner}{}\n{indent}{close}",
        values.join(&separator)
    )
}
