//! Paragraphs → lines of a given width.

use std::{iter, mem};

/// Wraps every paragraph of `text` to lines of at most `width` characters where its words allow it, with an empty line
/// between two paragraphs.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let paragraphs = text.split("\n\n");
    for paragraph in paragraphs.filter(|paragraph| !paragraph.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        let line = words.join(" ");
        lines.extend(wrap_line(&line, |_| true, width).map(str::to_owned));
    }
    lines
}

/// The parts of `line`, which has single spaces, that have at most `width` characters where the words allow it. A space
/// ends a word if `is_end` is true of its place.
pub(crate) fn wrap_line(
    line: &str,
    is_end: impl Fn(usize) -> bool,
    width: usize,
) -> impl Iterator<Item = &str> {
    let spaces = line.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let mut ends = spaces
        .map(|(at, _)| at)
        .filter(move |at| is_end(*at))
        .chain([line.len()]);
    let (mut start, mut end, mut taken) = (0, 0, 0);
    iter::from_fn(move || {
        for next in ends.by_ref() {
            let length = line[end..next].chars().count();
            if taken > 0 && taken + length > width {
                // The word that does not fit begins the next part, without the space before it.
                let part = &line[mem::replace(&mut start, end + 1)..mem::replace(&mut end, next)];
                taken = length - 1;
                return Some(part);
            }
            taken += length;
            end = next;
        }
        let last = &line[mem::replace(&mut start, line.len())..];
        (!last.is_empty()).then_some(last)
    })
}
