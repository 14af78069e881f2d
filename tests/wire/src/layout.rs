//! JSON → text as Prettier leaves it: what fits on a line and holds no object stands on one.

use serde_json::Value;

const WIDTH: usize = 80;

/// The text of `value`, with a line feed at its end.
#[must_use]
pub fn lay_out(value: &Value) -> String {
    let mut text = String::new();
    put(&mut text, value, 0, 0);
    text.push('\n');
    text
}

/// Adds `value` at `indent`. `before` columns of its first line are taken by its key, and one may follow for a comma.
fn put(text: &mut String, value: &Value, indent: usize, before: usize) {
    if let Some(line) = line(value)
        && indent + before + line.chars().count() < WIDTH
    {
        text.push_str(&line);
        return;
    }
    match value {
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(key, value)| (format!("{}: ", quoted(key)), value));
            put_all(text, "{", fields, "}", indent);
        }
        Value::Array(values) => {
            let values = values.iter().map(|value| (String::new(), value));
            put_all(text, "[", values, "]", indent);
        }
        other => text.push_str(&other.to_string()),
    }
}

fn put_all<'value>(
    text: &mut String,
    open: &str,
    values: impl Iterator<Item = (String, &'value Value)>,
    close: &str,
    indent: usize,
) {
    text.push_str(open);
    let inner = indent + 2;
    for (place, (key, value)) in values.enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(inner));
        text.push_str(&key);
        put(text, value, inner, key.chars().count());
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push_str(close);
}

/// `value` on one line, if Prettier may leave it there.
fn line(value: &Value) -> Option<String> {
    match value {
        Value::Object(fields) if fields.is_empty() => Some("{}".to_owned()),
        Value::Object(fields) => {
            let flat = fields
                .values()
                .all(|value| !value.is_object() && !value.is_array());
            let fields: Vec<_> = fields
                .iter()
                .map(|(key, value)| format!("{}: {value}", quoted(key)))
                .collect();
            flat.then(|| format!("{{ {} }}", fields.join(", ")))
        }
        // Prettier breaks a list of two objects, and joins a list of one that fits.
        Value::Array(values) if values.len() < 2 => {
            let values: Option<Vec<String>> = values.iter().map(line).collect();
            Some(format!("[{}]", values?.concat()))
        }
        Value::Array(_) => None,
        other => Some(other.to_string()),
    }
}

fn quoted(key: &str) -> String {
    Value::from(key).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_objects_stand_on_a_line() {
        let long = "x".repeat(60);
        let value = serde_json::json!({ "rows": [{ "from": 1 }, { "text": long }], "one": [{ "a": null }], "no": {} });
        let text = lay_out(&value);
        let expected = format!(
            "{{\n  \"rows\": [\n    {{ \"from\": 1 }},\n    {{ \"text\": \"{long}\" }}\n  ],\n  \
             \"one\": [{{ \"a\": null }}],\n  \"no\": {{}}\n}}\n"
        );
        assert_eq!(text, expected);
    }
}
