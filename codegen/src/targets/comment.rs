//! What the doc comments of every language have in common: the lines for a constant, and the meanings of words.

use heck::ToUpperCamelCase;

use crate::protocol::CodeRange;
use crate::registry::CloseCode;
use crate::spec::{After, Reconnect, SentBy};
use crate::text::{Word, phrase, wrap};

/// The lines of the comment for a code's constant, each with the space behind the comment mark. `escape` is the
/// language's own.
pub(super) fn of_code(
    code: &CloseCode,
    width: usize,
    escape: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut paragraphs = vec![format!("{}: {}", code.number, escape(&code.summary))];
    paragraphs.extend(code.details.as_deref().map(escape));
    paragraphs.push(format!("Reconnect: {}.", code.statement.advice.phrase()));
    lines(&paragraphs.join("\n\n"), width)
}

/// The lines of any comment.
pub(super) fn lines(text: &str, width: usize) -> Vec<String> {
    let lines = wrap(text, width).into_iter();
    lines
        .map(|line| {
            if line.is_empty() {
                line
            } else {
                format!(" {line}")
            }
        })
        .collect()
}

/// The sets of words that every language has.
pub(super) struct Vocabulary {
    pub(super) code_range: WordsView,
    pub(super) sent_by: WordsView,
    pub(super) reconnect: WordsView,
    pub(super) after: WordsView,
}

/// A set of words as a template prints it.
pub(super) struct WordsView {
    pub(super) about: &'static str,
    pub(super) words: Vec<WordView>,
}

/// A word as a template prints it.
pub(super) struct WordView {
    pub(super) spelling: &'static str,
    /// `OutOfRange`.
    pub(super) constant: String,
    pub(super) meaning: String,
}

impl Vocabulary {
    pub(super) fn new() -> Self {
        Self {
            code_range: words(|range: CodeRange| {
                let purpose = phrase(range);
                match range.bounds() {
                    (from, u16::MAX) => format!("{from} and above: {purpose}."),
                    (from, to) => format!("{from}-{to}: {purpose}."),
                }
            }),
            sent_by: words(|word: SentBy| word.meaning().to_owned()),
            reconnect: words(|word: Reconnect| word.meaning().to_owned()),
            after: words(|word: After| word.meaning().to_owned()),
        }
    }
}

fn words<W: Word>(meaning: impl Fn(W) -> String) -> WordsView {
    let words = W::ALL.iter().map(|word| WordView {
        spelling: word.as_str(),
        constant: word.as_str().to_upper_camel_case(),
        meaning: meaning(*word),
    });
    WordsView {
        about: W::ABOUT,
        words: words.collect(),
    }
}
