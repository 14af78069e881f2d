//! What the doc comments of every language have in common: the lines for a constant, and the meanings of words.

use crate::protocol::CodeRange;
use crate::registry::{CloseCode, Range, Statement};
use crate::runs::in_a_sentence;
use crate::spec::{After, Reconnect, SentBy};
use crate::text::{Prose, Word, Words, escape_start, in_comments, phrase, upper_camel, wrap};

/// The lines of the comment for a code's constant, each with the space behind the comment mark. They are Markdown, for
/// the documentation tools of all languages, which keeps the texts of the spec as text.
pub(super) fn of_code(code: &CloseCode, width: usize) -> Vec<String> {
    of_entry(&format!("{}:", code.number), paragraphs_of(code), width)
}

/// The same for a language whose comments begin with the name of what they are about.
pub(super) fn of_code_as(constant: &str, code: &CloseCode, width: usize) -> Vec<String> {
    let first = format!("{constant} is {}:", code.number);
    of_entry(&first, paragraphs_of(code), width)
}

fn paragraphs_of(code: &CloseCode) -> &[Words] {
    let comment = || paragraphs(&code.summary, code.details.as_ref(), &code.statement);
    code.comment.get_or_init(comment)
}

/// The same for the constant of a range.
pub(super) fn of_range(range: &Range, width: usize) -> Vec<String> {
    let first = format!("{}-{}:", range.from, range.to);
    of_entry(&first, paragraphs_of_range(range), width)
}

/// The same for a language whose comments begin with the name of what they are about.
pub(super) fn of_range_as(constant: &str, range: &Range, width: usize) -> Vec<String> {
    let first = format!("{constant} is {}-{}:", range.from, range.to);
    of_entry(&first, paragraphs_of_range(range), width)
}

fn paragraphs_of_range(range: &Range) -> &[Words] {
    let comment = || paragraphs(&range.summary, range.details.as_ref(), &range.statement);
    range.comment.get_or_init(comment)
}

/// The lines of the comment for a range's predicate.
pub(super) fn of_predicate(range: &Range, width: usize) -> Vec<String> {
    let Range { from, to, name, .. } = range;
    let text = format!(
        "Whether the number is in the range `{name}`, {from}-{to}, with or without a name of its own."
    );
    lines(&text, width)
}

/// What the comments of all languages have: the summary, the details, the advice.
fn paragraphs(summary: &str, details: Option<&Prose>, statement: &Statement) -> Vec<Words> {
    let advice = ["Reconnect: ", &statement.advice.phrase(), "."].concat();
    let mut paragraphs = vec![Words::in_comment(summary)];
    paragraphs.extend(details.map_or_else(Vec::new, |details| in_comments(details.blocks())));
    paragraphs.push(Words::in_comment(&advice));
    paragraphs
}

/// The lines of the paragraphs, of which the first one begins with `first`.
fn of_entry(first: &str, paragraphs: &[Words], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut first = Some(first);
    for words in paragraphs {
        if let Some(first) = first.take() {
            lines.extend(words.behind(first).wrap(width).map(spaced));
        } else {
            lines.push(String::new());
            lines.extend(words.wrap(width).map(spaced));
        }
    }
    lines
}

/// The lines of plain text.
pub(super) fn of_text(text: &str, width: usize) -> Vec<String> {
    let words = Words::in_comment(text);
    words.wrap(width).map(spaced).collect()
}

fn spaced(line: &str) -> String {
    [" ", &escape_start(line)].concat()
}

/// The lines of a comment that is the generator's own.
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

/// Why only some numbers may be sent in a Close frame.
pub(super) const SENDABLE: &str = "RFC 6455 allows only defined codes there (section 5.5.1): those of the protocol, which section \
    7.4 and IANA's registry list, and 3000-4999, which libraries and applications define.";

/// The sentences on what may be sent in a Close frame, of which `numbers` are the runs.
pub(super) fn sendable(numbers: &[(u16, u16)]) -> String {
    let numbers = in_a_sentence(numbers);
    format!("Whether the code may be sent in a Close frame: {numbers}.\n\n{SENDABLE}")
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
        constant: upper_camel(word.as_str()),
        meaning: meaning(*word),
    });
    WordsView {
        about: W::ABOUT,
        words: words.collect(),
    }
}
