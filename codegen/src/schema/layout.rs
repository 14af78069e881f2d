//! JSON → text as prettier leaves it: an array of plain values stands on one line where it fits.

use serde_json::{Map, Value};

const WIDTH: usize = 80;

/// `value` over as many lines as it needs.
pub(super) fn print(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value, "", 0);
    text
}

/// `before` is how much of the line is taken when `value` begins.
fn write(text: &mut String, value: &Value, indent: &str, before: usize) {
    match value {
        Value::Object(object) if !object.is_empty() => write_object(text, object, indent),
        Value::Array(array) if !fits(value, before) => {
            let deeper = format!("{indent}  ");
            text.push('[');
            for (index, element) in array.iter().enumerate() {
                next(text, index, &deeper);
                write(text, element, &deeper, deeper.len());
            }
            text.extend(["\n", indent, "]"]);
        }
        _ => text.push_str(&on_one_line(value)),
    }
}

fn write_object(text: &mut String, object: &Map<String, Value>, indent: &str) {
    let deeper = format!("{indent}  ");
    text.push('{');
    for (index, (key, value)) in object.iter().enumerate() {
        next(text, index, &deeper);
        let key = format!("{}: ", Value::from(key.as_str()));
        text.push_str(&key);
        write(text, value, &deeper, deeper.len() + key.chars().count());
    }
    text.extend(["\n", indent, "}"]);
}

/// Begins the line of the next part.
fn next(text: &mut String, index: usize, indent: &str) {
    text.extend([if index == 0 { "\n" } else { ",\n" }, indent]);
}

/// Whether an array holds only plain values that fit on the line, with a comma behind them.
fn fits(array: &Value, before: usize) -> bool {
    let mut elements = array.as_array().into_iter().flatten();
    let is_plain = elements.all(|value| !value.is_object() && !value.is_array());
    is_plain && before + on_one_line(array).chars().count() < WIDTH
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Array(array) => {
            let elements: Vec<String> = array.iter().map(Value::to_string).collect();
            format!("[{}]", elements.join(", "))
        }
        _ => value.to_string(),
    }
}
