//! The filters of close-codes for templates: spellings of names, comments, and literals.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind, State};

use crate::text::{is_hidden, one_line, visible_json, wrap};

/// Adds each of them.
pub(super) fn add(environment: &mut Environment<'_>) {
    environment.add_filter("camel", |text: &str| text.to_lower_camel_case());
    environment.add_filter("upper_camel", |text: &str| text.to_upper_camel_case());
    environment.add_filter("snake", |text: &str| text.to_snake_case());
    environment.add_filter("upper_snake", |text: &str| text.to_shouty_snake_case());
    environment.add_filter("kebab", |text: &str| text.to_kebab_case());
    environment.add_filter("one_line", one_line);
    environment.add_filter("comment", comment);
    environment.add_filter("json", json);
    environment.add_filter("c_string", c_string);
    environment.add_filter("elixir_string", elixir_string);
}

/// Each line of `text` behind `mark`, wrapped where there is a `width`. Nothing in it ends the comment, or continues it on the next
/// line as `\\` and `??/` at the end do in C.
fn comment(text: &str, mark: &str, options: Kwargs) -> Result<String, Error> {
    let width: Option<usize> = options.get("width")?;
    options.assert_all_used()?;
    let lines = text.split('\n').map(one_line).flat_map(|line| match width {
        Some(width) if !line.is_empty() => {
            wrap(&line, width.saturating_sub(mark.chars().count()).max(1))
        }
        _ => vec![line],
    });
    let lines = lines.map(|line| {
        let line = line.replace("*/", "* /").replace("-->", "-- >");
        let line = line.replace("??/", "?? /");
        let end = if line.ends_with('\\') { "." } else { "" };
        format!("{mark}{line}{end}").trim_end().to_owned()
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// A value as JSON on one line.
fn json(state: &State<'_, '_>, value: &Value) -> Result<String, Error> {
    let json = serde_json::to_string(value);
    let json = json.map_err(|error| {
        let why = "the value cannot be written as JSON";
        Error::new(ErrorKind::BadSerialization, why).with_source(error)
    })?;
    state.consume_fuel(json.len() as u64 / 16)?;
    Ok(visible_json(&json))
}

/// A string literal of C, in UTF-8.
fn c_string(text: &str) -> String {
    quoted(text, |c, literal| match c {
        // `??/` would be a backslash to some compilers.
        '?' => literal.push_str("\\?"),
        _ if is_hidden(c) => {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                literal.push_str(&format!("\\{byte:03o}"));
            }
        }
        _ => literal.push(c),
    })
}

/// A string literal of Elixir.
fn elixir_string(text: &str) -> String {
    quoted(text, |c, literal| match c {
        // `#{` would begin an expression.
        '#' => literal.push_str("\\#"),
        _ if is_hidden(c) => literal.push_str(&format!("\\u{{{:04X}}}", u32::from(c))),
        _ => literal.push(c),
    })
}

/// A literal in double quotes, with the escapes that most languages share; `other` adds every other character.
fn quoted(text: &str, other: impl Fn(char, &mut String)) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            _ => other(c, &mut literal),
        }
    }
    literal.push('"');
    literal
}
