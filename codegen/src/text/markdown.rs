//! Markdown of a spec → the same Markdown without what could become markup of the text around it.

use super::one_line;

/// The paragraphs of `text`, each on one line.
pub(crate) fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    text.split("\n\n")
        .map(one_line)
        .filter(|paragraph| !paragraph.is_empty())
}

/// A paragraph with a backslash before each of `special` that is neither in a code span nor behind a backslash already,
/// and before each backquote without a counterpart.
pub(crate) fn escape_markdown(paragraph: &str, special: &[char]) -> String {
    let mut escaped = String::with_capacity(paragraph.len());
    let mut rest = paragraph;
    while let Some(c) = rest.chars().next() {
        let is_escape = c == '\\' && rest[1..].starts_with(|c: char| c.is_ascii_punctuation());
        let length = if is_escape {
            2
        } else if let Some(length) = code_span(rest) {
            length
        } else {
            if c == '`' || special.contains(&c) {
                escaped.push('\\');
            }
            c.len_utf8()
        };
        let (taken, left) = rest.split_at(length);
        escaped.push_str(taken);
        rest = left;
    }
    escaped
}

/// The length of the code span at the start of `text`. Three backquotes are not one: at the start of a line they would
/// be a fence.
fn code_span(text: &str) -> Option<usize> {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let marks = run(text);
    if !(1..=2).contains(&marks) {
        return None;
    }
    let mut end = marks;
    while let Some(distance) = text[end..].find('`') {
        let closing = run(&text[end + distance..]);
        end += distance + closing;
        if closing == marks {
            return Some(end);
        }
    }
    None
}

/// A line of Markdown that begins neither a list nor a heading nor a quotation.
pub(crate) fn escape_start(line: &str) -> String {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - after_number.len();
    let begins_block = line.starts_with(['#', '>', '-', '+', '=']) || line.starts_with("* ");
    let begins_item = after_number.starts_with(". ") || after_number.starts_with(") ");
    if begins_block || number > 0 && begins_item {
        format!("{}\\{after_number}", &line[..number])
    } else {
        line.to_owned()
    }
}
