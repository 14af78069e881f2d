//! Markdown of the spec → paragraphs of text and code. The template escapes both.

use crate::prose::one_line;

/// A part of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Code(String),
}

/// The paragraphs of `text`, each on one line.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<Piece>> {
    text.split("\n\n")
        .map(one_line)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| pieces(&paragraph))
        .collect()
}

/// Pairs backquotes as `CommonMark` does: a run of n opens, the next run of exactly n closes; a run that nothing closes
/// is text.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let (before, from) = rest.split_at(at);
        let (fence, after) = from.split_at(run(from));
        plain.push_str(before);
        rest = if let Some(end) = closing(after, fence.len()) {
            push_text(&mut pieces, &mut plain);
            pieces.push(Piece::Code(unpadded(&after[..end]).to_owned()));
            &after[end + fence.len()..]
        } else {
            plain.push_str(fence);
            after
        };
    }
    plain.push_str(rest);
    push_text(&mut pieces, &mut plain);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &mut String) {
    if !text.is_empty() {
        pieces.push(Piece::Text(std::mem::take(text)));
    }
}

/// How many backquotes `text` begins with.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where the next run of exactly `length` backquotes begins.
fn closing(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(next) = text[at..].find('`') {
        let start = at + next;
        let found = run(&text[start..]);
        if found == length {
            return Some(start);
        }
        at = start + found;
    }
    None
}

/// Code without the space on either side that keeps its own backquotes from the fence.
fn unpadded(code: &str) -> &str {
    let inner = code
        .strip_prefix(' ')
        .and_then(|code| code.strip_suffix(' '));
    inner
        .filter(|inner| !inner.trim().is_empty())
        .unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn backquotes_pair_as_in_markdown() {
        let text = |text: &str| Piece::Text(text.to_owned());
        let code = |code: &str| Piece::Code(code.to_owned());
        assert_eq!(pieces("a `b` c"), [text("a "), code("b"), text(" c")]);
        assert_eq!(pieces("a `b c"), [text("a `b c")]);
        assert_eq!(pieces("`` a`b `` `x"), [code("a`b"), text(" `x")]);
        assert_eq!(pieces("`<b>`"), [code("<b>")]);
        assert_eq!(pieces("``a`"), [text("``a`")]);
        assert_eq!(pieces("é`ü`"), [text("é"), code("ü")]);
        assert_eq!(pieces(""), []);
    }
}
