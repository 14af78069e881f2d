//! Markdown text → lines of a given width. Comment marks and escapes are the targets' own.

/// Wraps every paragraph of `text` to lines of at most `width` characters where its words allow it; an empty line
/// stands between two paragraphs.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text
        .split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
    {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrap_paragraph(paragraph, width));
    }
    lines
}

fn wrap_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// `text` without characters that nobody sees but white space: comments have no escapes for them.
#[must_use]
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_whitespace() || !is_hidden(*c))
        .collect()
}

/// Whether `c` changes the direction in which the characters around it are shown.
#[must_use]
pub fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` on one line, with single spaces and without what nobody sees.
#[must_use]
pub fn one_line(text: &str) -> String {
    let visible = visible(text);
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}

/// A paragraph of Markdown with a backslash before each of `special` that stands neither in a code span nor behind a
/// backslash already, and before each backquote that no other one answers.
#[must_use]
pub fn escape_markdown(paragraph: &str, special: &[char]) -> String {
    let mut escaped = String::new();
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

/// The length of the code span at the start of `text`. Three backquotes are none: at the start of a line they would
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
#[must_use]
pub fn escape_start(line: &str) -> String {
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

/// JSON with escapes for the characters that nobody sees; it has them in strings alone.
#[must_use]
pub fn visible_json(json: &str) -> String {
    let mut visible = String::new();
    for c in json.chars() {
        if c == '\n' || !is_hidden(c) {
            visible.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                visible.extend(["\\u", &format!("{unit:04x}")]);
            }
        }
    }
    visible
}

/// Whether an editor does not show `c`, or lets it change how other characters are shown.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    let is_format = matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    );
    c.is_control() || is_format
}
