//! Text → Java string literals, in pieces that fit on a line.

use crate::text::is_hidden;

/// A string literal in pieces of at most `width` UTF-16 units, quotes included, which a program joins by `+`. A piece ends
/// before a space where there is one.
pub(super) fn pieces(text: &str, width: usize) -> Vec<String> {
    let width = width - 2;
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut taken = 0;
    for word in words(text) {
        let length = word.iter().map(|part| units(part)).sum::<usize>();
        if taken > 0 && taken + length > width {
            pieces.push(std::mem::take(&mut piece));
            taken = 0;
        }
        for part in word {
            if taken + units(&part) > width {
                pieces.push(std::mem::take(&mut piece));
                taken = 0;
            }
            taken += units(&part);
            piece.push_str(&part);
        }
    }
    pieces.push(piece);
    pieces.iter().map(|piece| format!("\"{piece}\"")).collect()
}

/// The words, each with the space before it, as characters or their escapes.
fn words(text: &str) -> Vec<Vec<String>> {
    let mut words = vec![Vec::new()];
    for c in text.chars() {
        if c == ' ' {
            words.push(Vec::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(escaped(c));
        }
    }
    words
}

/// A character as a literal has it. Java replaces `\u000a` before it looks for the ends of lines.
fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        _ if is_hidden(c) => {
            let mut escapes = String::new();
            for unit in c.encode_utf16(&mut [0; 2]) {
                escapes.extend(["\\u", &format!("{unit:04x}")]);
            }
            escapes
        }
        _ => c.to_string(),
    }
}

/// The length of text as google-java-format counts it.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
