//! Text → Python literals, as Ruff formats them.

use unicode_width::UnicodeWidthStr;

use super::lines::LINE_WIDTH;
use crate::text::is_hidden;

/// What stands around a part of a string on a line of its own: the indentation.
const PART_INDENT: usize = 8;

/// A string literal, in the quotes that need fewer escapes.
pub(super) fn string(text: &str) -> String {
    let count = |quote| text.chars().filter(|c| *c == quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    let mut literal = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => literal.push_str("\\n"),
            '\\' => literal.push_str("\\\\"),
            _ if c == quote => literal.extend(['\\', c]),
            _ if is_hidden(c) => literal.push_str(&escape(c)),
            _ => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

/// The shortest escape of a character by its number that Python has.
fn escape(c: char) -> String {
    match u32::from(c) {
        number @ ..=0xff => format!("\\x{number:02x}"),
        number @ ..=0xffff => format!("\\u{number:04x}"),
        number => format!("\\U{number:08x}"),
    }
}

/// A dict with an entry for each number; `{}` when there is none.
pub(super) fn dict(entries: impl IntoIterator<Item = (u16, String)>) -> String {
    let entries = entries.into_iter();
    let lines: Vec<String> = entries
        .map(|(number, value)| format!("    {number}: {value},\n"))
        .collect();
    if lines.is_empty() {
        "{}".to_owned()
    } else {
        format!("{{\n{}}}", lines.concat())
    }
}

/// A string as the value of `number` in a dict: in parentheses, and in parts, where it is too long for the line.
pub(super) fn value(number: u16, text: &str) -> String {
    let literal = string(text);
    let around = format!("    {number}: ,").len();
    if around + literal.width() <= LINE_WIDTH {
        return literal;
    }
    let lines = parts(text).into_iter();
    let lines = lines.map(|part| format!("{:PART_INDENT$}{}\n", "", string(&part)));
    format!("(\n{}    )", lines.collect::<Vec<_>>().concat())
}

/// `text` in parts whose literals fit on a line, each as long as it can be: cut behind a space, or within a longer word.
fn parts(text: &str) -> Vec<String> {
    let fits = |part: &str| PART_INDENT + string(part).width() <= LINE_WIDTH;
    let mut parts = vec![String::new()];
    let mut add = |piece: &str| {
        let last = parts
            .last_mut()
            .filter(|last| fits(&format!("{last}{piece}")));
        match last {
            Some(last) => last.push_str(piece),
            None => parts.push(piece.to_owned()),
        }
    };
    for word in text.split_inclusive(' ') {
        if fits(word) {
            add(word);
        } else {
            word.chars().for_each(|c| add(c.encode_utf8(&mut [0; 4])));
        }
    }
    parts
}
