//! The filters of close-codes for templates: spellings of names, comments, and literals.

use std::io::{self, Write};

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use minijinja::value::{Kwargs, Value};
use minijinja::{Environment, Error, ErrorKind, State};

use crate::text::{is_hidden, one_line, visible_json, wrap};

/// Adds each of them.
pub(super) fn add(environment: &mut Environment<'_>) {
    for (name, spelled) in TEXTS {
        let filter = |state: &State<'_, '_>, text: &str| {
            charge(state, text.len())?;
            Ok::<_, Error>(spelled(text))
        };
        environment.add_filter(*name, filter);
    }
    environment.add_filter("comment", comment);
    environment.add_filter("json", json);
}

/// A name, and what makes one text of another.
type TextFilter = (&'static str, fn(&str) -> String);

const TEXTS: &[TextFilter] = &[
    ("camel", |text| text.to_lower_camel_case()),
    ("upper_camel", |text| text.to_upper_camel_case()),
    ("snake", |text| text.to_snake_case()),
    ("upper_snake", |text| text.to_shouty_snake_case()),
    ("kebab", |text| text.to_kebab_case()),
    ("one_line", one_line),
    ("c_string", c_string),
    ("elixir_string", elixir_string),
];

/// Pays for work on so many bytes, before it is done.
fn charge(state: &State<'_, '_>, bytes: usize) -> Result<(), Error> {
    state.consume_fuel(bytes as u64 / 16)
}

/// Each line of `text` behind `mark`, wrapped where there is a `width`. Nothing in it ends the comment, or continues it on the next
/// line as `\\` and `??/` at the end do in C.
#[expect(clippy::needless_pass_by_value, reason = "the engine passes it")]
fn comment(
    state: &State<'_, '_>,
    text: &str,
    mark: &str,
    options: Kwargs,
) -> Result<String, Error> {
    let width: Option<usize> = options.get("width")?;
    options.assert_all_used()?;
    charge(state, (text.len() + 1).saturating_mul(mark.len() + 1))?;
    let lines = text.split('\n').map(one_line).flat_map(|line| match width {
        Some(width) if !line.is_empty() => {
            wrap(&line, width.saturating_sub(mark.chars().count()).max(1))
        }
        _ => vec![line],
    });
    let lines = lines.map(|line| {
        let line = line.replace("*/", "* /").replace("-->", "-- >");
        let continues = line.ends_with('\\') || line.ends_with("??/");
        let end = if continues { "." } else { "" };
        format!("{mark}{line}{end}").trim_end().to_owned()
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// A value as JSON on one line.
fn json(state: &State<'_, '_>, value: &Value) -> Result<String, Error> {
    let mut json = Charged {
        state,
        text: Vec::new(),
    };
    serde_json::to_writer(&mut json, value).map_err(|error| {
        if error.is_io() {
            ErrorKind::OutOfFuel.into()
        } else {
            let why = format!("the value cannot be written as JSON: {error}");
            Error::new(ErrorKind::BadSerialization, why)
        }
    })?;
    Ok(visible_json(&String::from_utf8_lossy(&json.text)))
}

/// A text that is paid for while it is written: a small value can be very long in JSON.
struct Charged<'a, 'template, 'env> {
    state: &'a State<'template, 'env>,
    text: Vec<u8>,
}

impl Write for Charged<'_, '_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        charge(self.state, 16 + bytes.len()).map_err(io::Error::other)?;
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A string literal of C, in UTF-8.
fn c_string(text: &str) -> String {
    quoted(text, |c, literal| match c {
        // `??/` would be a backslash to some compilers.
        '?' => literal.push_str("\\?"),
        // It would end the text.
        '\0' => literal.push(char::REPLACEMENT_CHARACTER),
        _ if is_hidden(c) => {
            let mut buffer = [0; 4];
            let bytes = c.encode_utf8(&mut buffer).bytes();
            literal.extend(bytes.map(|byte| format!("\\{byte:03o}")));
        }
        _ => literal.push(c),
    })
}

/// A string literal of Elixir.
fn elixir_string(text: &str) -> String {
    quoted(text, |c, literal| match c {
        // `#{` would begin an expression.
        '#' => literal.push_str("\\#"),
        _ if is_hidden(c) => literal.extend(["\\u{", &format!("{:04X}", u32::from(c)), "}"]),
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
