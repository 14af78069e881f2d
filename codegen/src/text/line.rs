//! A text of one line → its parts: code between backquotes, and text.

use super::blocks::{Span, Tone};
use super::hidden::one_line;

/// The parts of `text`. Nothing but a run of backquotes, up to the next run of as many, means anything.
pub(crate) fn line(text: &str) -> Vec<Span> {
    let text = one_line(text);
    let mut spans = Vec::new();
    let mut plain = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find('`') {
        let (before, marked) = rest.split_at(start);
        let after = marked.trim_start_matches('`');
        let marks = &marked[..marked.len() - after.len()];
        plain.push_str(before);
        if let Some((code, behind)) = code(after, marks) {
            push(&mut spans, std::mem::take(&mut plain));
            spans.push(Span::Code(code.to_owned()));
            rest = behind;
        } else {
            plain.push_str(marks);
            rest = after;
        }
    }
    plain.push_str(rest);
    push(&mut spans, plain);
    spans
}

/// The code at the start of `text`, up to `marks`, and what follows them.
fn code<'a>(text: &'a str, marks: &str) -> Option<(&'a str, &'a str)> {
    let ends = text.match_indices(marks);
    let is_run = |at: usize| {
        let around = [
            text[..at].chars().next_back(),
            text[at + marks.len()..].chars().next(),
        ];
        !around.contains(&Some('`'))
    };
    let (end, _) = ends.into_iter().find(|(at, _)| is_run(*at))?;
    let code = text[..end].trim();
    (!code.is_empty()).then_some((code, &text[end + marks.len()..]))
}

fn push(spans: &mut Vec<Span>, text: String) {
    if !text.is_empty() {
        let tone = Tone::Plain;
        spans.push(Span::Text { text, tone });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let spans = line(text).into_iter().map(|span| match span {
            Span::Code(code) => format!("[{code}]"),
            Span::Text { text, .. } | Span::Link { text, .. } => text,
        });
        spans.collect()
    }

    #[test]
    fn code_is_between_equal_runs_of_backquotes() {
        assert_eq!(shown("a `b` c"), "a [b] c");
        assert_eq!(shown("`` a`b `` `c`"), "[a`b] [c]");
        assert_eq!(shown("`a``b`"), "[a``b]");
    }

    #[test]
    fn all_else_is_text() {
        for text in [
            "",
            "a",
            "a ` b",
            "``",
            "` `",
            "``a`",
            "*a* _b_ <i> [c](d) 1. e",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
