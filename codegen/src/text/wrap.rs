//! Paragraphs → lines of a given width.

use std::mem;

/// The bytes that most lines have room in, so that they seldom grow.
const ROOM: usize = 128;

/// Wraps every paragraph of `text` to lines of at most `width` characters where its words allow it, with an empty line
/// between two paragraphs.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let paragraphs = text.split("\n\n");
    for paragraph in paragraphs.filter(|paragraph| !paragraph.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrap_words(paragraph.split_whitespace(), width));
    }
    lines
}

/// Lines of at most `width` characters where the words allow it. No word is broken, though it may contain spaces.
pub(crate) fn wrap_words<'a>(
    words: impl IntoIterator<Item = &'a str>,
    width: usize,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::with_capacity(ROOM);
    let mut taken = 0;
    for word in words {
        let length = word.chars().count();
        if taken > 0 && taken + 1 + length > width {
            lines.push(mem::replace(&mut line, String::with_capacity(ROOM)));
            taken = 0;
        }
        if taken > 0 {
            line.push(' ');
            taken += 1;
        } else {
            line.clear();
        }
        line.push_str(word);
        taken += length;
    }
    if taken > 0 {
        lines.push(line);
    }
    lines
}
