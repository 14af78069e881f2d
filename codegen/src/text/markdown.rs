//! Text and the parts of prose → Markdown that shows them, and nothing else, whoever renders it.

use std::borrow::Cow;

use super::blocks::{Block, Span, Tone, address};
use super::hidden::one_line;
use super::wrap::wrap_line;

/// Where Markdown is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// On a page, where links are links.
    Page,
    /// In a comment of a program, where nothing of a spec is a link, the tag of a tool or the end of the comment.
    Comment,
}

/// Text of which no character means anything, but at the start of a line: see [`escape_start`].
pub(crate) fn escape(text: &str, place: Place) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut end = 0;
    let bytes = text.bytes().enumerate();
    for (at, _) in bytes.filter(|(_, byte)| is_mark(*byte)) {
        let (before, mark, after) = (&text[..at], &text[at..=at], &text[at + 1..]);
        escaped.push_str(&text[end..at]);
        match mark {
            // TypeScript pairs backquotes before it looks at escapes, and finds no tags between two.
            "`" if place == Place::Comment => escaped.push_str("&#96;"),
            // TypeDoc takes its backslash away and then makes a link.
            "/" if place == Place::Comment && after.starts_with('/') => escaped.push_str("&#47;"),
            _ if is_special(mark, before, after, place) => escaped.extend(["\\", mark]),
            _ => escaped.push_str(mark),
        }
        end = at + 1;
    }
    escaped.push_str(&text[end..]);
    escaped
}

/// Whether a character, which is one byte, means something in some place.
fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'\\'
            | b'`'
            | b'*'
            | b'_'
            | b'['
            | b']'
            | b'<'
            | b'>'
            | b'|'
            | b'&'
            | b'~'
            | b'/'
            | b':'
            | b'#'
            | b'$'
            | b'@'
            | b'.'
    )
}

/// Whether a mark means something between what is before and after it.
fn is_special(mark: &str, before: &str, after: &str, place: Place) -> bool {
    match mark {
        // Many renderers make a link of any address, TypeDoc even of `example.com`.
        "/" if after.starts_with('/') => true,
        "/" => place == Place::Comment && before.ends_with('*'),
        ":" => place == Place::Comment && ends_in_mailto(before),
        "." => {
            let is_inside =
                before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphabetic);
            place == Place::Comment && is_inside
        }
        "#" | "$" => place == Place::Page,
        "@" => place == Place::Comment,
        _ => true,
    }
}

fn ends_in_mailto(text: &str) -> bool {
    let scheme = "mailto";
    let start = text.len().checked_sub(scheme.len());
    let end = start.and_then(|start| text.get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(scheme))
}

/// What code in a comment cannot have: tools differ in how they read longer marks, TypeScript finds tags in code, and the
/// last two would end some comments, or begin one inside of them.
const NOT_IN_COMMENTS: [&str; 5] = ["`", " @", "{@", "*/", "/*"];

/// Paragraphs and items as a comment has them: the words of each, behind the mark of an item.
pub(crate) fn in_comments(blocks: &[Block]) -> Vec<Words> {
    let mut paragraphs = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(spans) => {
                paragraphs.push(words_of(Words::default(), spans, Place::Comment));
            }
            // A list could be read as that of parameters.
            Block::List { start, items } => {
                for (index, spans) in (0..).zip(items) {
                    let mut words = Words::default();
                    words.whole(
                        &start.map_or("•".to_owned(), |start| format!("{}.", start + index)),
                    );
                    words.end();
                    paragraphs.push(words_of(words, spans, Place::Comment));
                }
            }
        }
    }
    paragraphs
}

/// The words of a paragraph behind others. Code is one word, so that no line of a comment begins inside of it.
fn words_of(mut words: Words, spans: &[Span], place: Place) -> Words {
    for span in printable(spans, place) {
        match &*span {
            Span::Text { text, tone } => {
                let mark = match tone {
                    Tone::Emphasis => "_",
                    Tone::Strong => "**",
                    Tone::Plain => "",
                };
                if text.starts_with(' ') {
                    words.end();
                }
                words.whole(mark);
                words.text(&escape(text.trim(), place));
                words.whole(mark);
                if text.ends_with(' ') {
                    words.end();
                }
            }
            Span::Code(text) if place == Place::Page => words.whole(&code(text)),
            Span::Code(text) => words.whole(&format!("`{text}`")),
            Span::Link { text, url } => words.whole(&link(text, url)),
        }
    }
    words.end();
    words
}

/// The same words on one line.
pub(crate) fn line_of(spans: &[Span], place: Place) -> String {
    words_of(Words::default(), spans, place).line
}

/// The spans, of which those become plain text that cannot stand as what they are. What then meets is one span, so that
/// it is escaped as one.
fn printable(spans: &[Span], place: Place) -> Vec<Cow<'_, Span>> {
    let mut printable: Vec<Cow<'_, Span>> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let text = match span {
            Span::Text { text, tone } => {
                let around = [index.checked_sub(1), Some(index + 1)]
                    .map(|index| index.and_then(|index| spans.get(index)));
                (*tone != Tone::Plain && !is_delimited(text, around)).then(|| text.clone())
            }
            Span::Code(text) => {
                let is_text = NOT_IN_COMMENTS.iter().any(|part| text.contains(part));
                (place == Place::Comment && is_text).then(|| text.clone())
            }
            Span::Link { .. } if place == Place::Page => None,
            Span::Link { text, url } if address(text) == *url => Some(text.clone()),
            Span::Link { text, url } => Some(format!("{text} ({url})")),
        };
        let tone = Tone::Plain;
        let span = text.map_or(Cow::Borrowed(span), |text| {
            Cow::Owned(Span::Text { text, tone })
        });
        if let Some(more) = span.plain_text()
            && let Some(last) = printable.last_mut()
            && last.plain_text().is_some()
            && let Span::Text { text, .. } = last.to_mut()
        {
            text.push_str(more);
        } else {
            printable.push(span);
        }
    }
    printable
}

/// Whether every renderer takes marks around the text for emphasis: letters or digits inside, spaces or punctuation
/// outside.
fn is_delimited(text: &str, [before, after]: [Option<&Span>; 2]) -> bool {
    let core = text.trim();
    let is_outside = |c: Option<char>| c.is_none_or(|c| " .,;:!?()".contains(c));
    let text_of = |span: Option<&Span>| match span {
        Some(Span::Text { text, .. }) => text.clone(),
        Some(_) => "`".to_owned(),
        None => String::new(),
    };
    core.starts_with(char::is_alphanumeric)
        && core.ends_with(char::is_alphanumeric)
        && (text.starts_with(' ') || is_outside(text_of(before).chars().last()))
        && (text.ends_with(' ') || is_outside(text_of(after).chars().next()))
}

/// Words on one line, with single spaces between them, of which the last one can grow.
#[derive(Debug, Default, Clone)]
pub(crate) struct Words {
    line: String,
    /// Where the line has spaces inside of words.
    inner_spaces: Vec<usize>,
    /// Whether what is appended begins a new word.
    has_ended: bool,
}

impl Words {
    /// The words of plain text in a comment.
    pub(crate) fn in_comment(text: &str) -> Self {
        Self {
            line: escape(&one_line(text), Place::Comment),
            ..Self::default()
        }
    }

    /// The same behind others, which are their own Markdown.
    pub(crate) fn behind(&self, first: &str) -> Self {
        let start = first.len() + 1;
        Self {
            line: [first, " ", &self.line].concat(),
            inner_spaces: self.inner_spaces.iter().map(|at| start + at).collect(),
            has_ended: self.has_ended,
        }
    }

    /// Lines of at most `width` characters where the words allow it. No word is broken.
    pub(crate) fn wrap(&self, width: usize) -> impl Iterator<Item = &str> {
        let is_end = |at: usize| self.inner_spaces.binary_search(&at).is_err();
        wrap_line(&self.line, is_end, width)
    }

    /// Appends text with single spaces, each of which begins a new word.
    fn text(&mut self, text: &str) {
        if self.has_ended && !self.line.is_empty() && !text.is_empty() {
            self.line.push(' ');
        }
        self.has_ended &= text.is_empty();
        self.line.push_str(text);
    }

    /// Appends text to the last word, whatever spaces it has.
    fn whole(&mut self, text: &str) {
        self.text(text);
        let start = self.line.len() - text.len();
        let spaces = text.match_indices(' ');
        self.inner_spaces.extend(spaces.map(|(at, _)| start + at));
    }

    /// Ends the last word.
    fn end(&mut self) {
        self.has_ended = true;
    }
}

/// A link. What could end it in its address is percent-encoded.
pub(crate) fn link(text: &str, url: &str) -> String {
    ["[", &escape(text, Place::Page), "](", &address(url), ")"].concat()
}

/// Code on one line, in marks that it does not have itself.
pub(crate) fn code(text: &str) -> String {
    if !text.contains('`') {
        return ["`", text, "`"].concat();
    }
    let runs = text.split(|c| c != '`').map(str::len);
    let marks = "`".repeat(runs.max().unwrap_or_default() + 1);
    format!("{marks} {text} {marks}")
}

/// A line of Markdown that begins neither a list nor a heading nor a quotation.
pub(crate) fn escape_start(line: &str) -> Cow<'_, str> {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - after_number.len();
    let begins_block = line.starts_with(['#', '>', '-', '+', '=', ':']) || line.starts_with("* ");
    let after_sign = after_number.strip_prefix(['.', ')']);
    let begins_item = after_sign.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if begins_block || number > 0 && begins_item {
        Cow::Owned(format!("{}\\{after_number}", &line[..number]))
    } else {
        Cow::Borrowed(line)
    }
}
