//! Characters that an editor does not show: where text cannot escape them, they are left out.

use std::borrow::Cow;
use std::ops::RangeInclusive;

/// The characters that Unicode calls `Default_Ignorable_Code_Point`, which are not shown even where a font lacks them: soft
/// hyphen, joiners, direction controls, fillers of Hangul, variation selectors, tags, and what is reserved for more. From
/// `DerivedCoreProperties.txt` of Unicode 17.0.0.
const IGNORABLE: &[RangeInclusive<char>] = &[
    '\u{ad}'..='\u{ad}',
    '\u{34f}'..='\u{34f}',
    '\u{61c}'..='\u{61c}',
    '\u{115f}'..='\u{1160}',
    '\u{17b4}'..='\u{17b5}',
    '\u{180b}'..='\u{180f}',
    '\u{200b}'..='\u{200f}',
    '\u{202a}'..='\u{202e}',
    '\u{2060}'..='\u{206f}',
    '\u{3164}'..='\u{3164}',
    '\u{fe00}'..='\u{fe0f}',
    '\u{feff}'..='\u{feff}',
    '\u{ffa0}'..='\u{ffa0}',
    '\u{fff0}'..='\u{fff8}',
    '\u{1bca0}'..='\u{1bca3}',
    '\u{1d173}'..='\u{1d17a}',
    '\u{e0000}'..='\u{e0fff}',
];

/// Other characters that are not shown: separators of lines and paragraphs, and marks of annotations between lines.
const OTHERS: &[RangeInclusive<char>] = &['\u{2028}'..='\u{2029}', '\u{fff9}'..='\u{fffb}'];

/// Whether an editor does not show `c`, or lets it change how other characters are shown.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let mut ranges = IGNORABLE.iter().chain(OTHERS);
    c.is_control() || ranges.any(|range| range.contains(&c))
}

/// Whether `c` changes the direction in which the characters around it are shown.
#[must_use]
pub fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `text` has nothing but what an ASCII keyboard types on one line, as most texts do: none of it is hidden.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether nothing of `text` is to be seen.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c))
}

/// `text` without hidden characters except white space: comments have no escapes for them.
#[must_use]
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let is_visible = |c: &char| c.is_whitespace() || !is_hidden(*c);
    Cow::Owned(text.chars().filter(is_visible).collect())
}

/// `text` on one line, with single spaces and without hidden characters.
#[must_use]
pub fn one_line(text: &str) -> String {
    if is_plain(text) && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ") {
        return text.to_owned();
    }
    let visible = visible(text);
    let mut line = String::with_capacity(visible.len());
    for word in visible.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// `text` on one line, with escapes for hidden characters, for where a terminal would obey them.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// How long a text that a message quotes gets, in characters.
const MAX_EXCERPT: usize = 100;

/// As much of `text` as a message can quote.
#[must_use]
pub fn excerpt(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MAX_EXCERPT) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// JSON with escapes for hidden characters; it has them in strings alone.
#[must_use]
pub fn visible_json(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    for line in json.split_inclusive('\n') {
        if is_plain(line.trim_end_matches('\n')) {
            visible.push_str(line);
            continue;
        }
        for c in line.chars() {
            if c == '\n' || !is_hidden(c) {
                visible.push(c);
                continue;
            }
            for unit in c.encode_utf16(&mut [0; 2]) {
                visible.extend(["\\u", &format!("{unit:04x}")]);
            }
        }
    }
    visible
}
