//! Lines of code, broken where ktlint breaks them.

use super::super::comment::WordsView;
use crate::text::upper_snake;

/// The longest line that ktlint allows, in UTF-16 units.
const LINE_WIDTH: usize = 140;

/// A condition of a `when` and its value.
pub(super) struct Row {
    pub(super) pattern: String,
    pub(super) value: String,
}

/// The value of the row that fits the number, else `otherwise`. One line that is too long puts the values of all in
/// braces.
pub(super) fn choice(rows: &[Row], otherwise: &str, indent: usize) -> String {
    let margin = " ".repeat(indent);
    if rows.is_empty() {
        return format!("{margin}{otherwise}");
    }
    let row = |pattern: &str, value: &str| format!("{margin}    {pattern} -> {value}");
    let mut lines: Vec<String> = rows
        .iter()
        .map(|Row { pattern, value }| row(pattern, value))
        .collect();
    lines.push(row("else", otherwise));
    let mut separator = "\n";
    if lines.iter().any(|line| !fits(line)) {
        let block = |pattern: &str, value: &str| {
            format!("{margin}    {pattern} -> {{\n{margin}        {value}\n{margin}    }}")
        };
        lines = rows
            .iter()
            .map(|Row { pattern, value }| block(pattern, value))
            .collect();
        lines.push(block("else", otherwise));
        separator = "\n\n";
    }
    format!(
        "{margin}when (number) {{\n{}\n{margin}}}",
        lines.join(separator)
    )
}

/// The pattern of a run of numbers: `1000`, `in 3000..4999`.
pub(super) fn pattern(from: u16, to: u16) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("in {from}..{to}")
    }
}

/// A comment: on one line where it fits.
pub(super) fn kdoc(lines: &[String], indent: usize) -> String {
    let margin = " ".repeat(indent);
    if let [line] = lines {
        let line = format!("{margin}/**{line} */");
        if fits(&line) {
            return line;
        }
    }
    let lines = lines.iter().map(|line| format!("{margin} *{line}\n"));
    format!("{margin}/**\n{}{margin} */", lines.collect::<String>())
}

/// The constant of a code.
pub(super) fn declaration(constant: &str, type_name: &str, number: u16) -> String {
    let margin = " ".repeat(8);
    let head = format!("{margin}public val {constant}: {type_name} =");
    let value = format!("{type_name}({number})");
    let line = format!("{head} {value}");
    if fits(&line) {
        line
    } else {
        format!("{head}\n{margin}    {value}")
    }
}

/// The annotation of a deprecated constant.
pub(super) fn deprecated(message: &str) -> String {
    let margin = " ".repeat(8);
    let line = format!("{margin}@Deprecated({message})");
    if fits(&line) {
        line
    } else {
        format!("{margin}@Deprecated(\n{margin}    {message},\n{margin})")
    }
}

/// The constants of an enum of words.
pub(super) fn words(set: &WordsView) -> String {
    let words = set.words.iter().map(|word| {
        let doc = kdoc(&[format!(" {}", word.meaning)], 8);
        let constant = upper_snake(word.spelling);
        format!("{doc}\n        {constant}(\"{}\"),", word.spelling)
    });
    words.collect::<Vec<_>>().join("\n\n")
}

fn fits(line: &str) -> bool {
    line.encode_utf16().count() <= LINE_WIDTH
}
