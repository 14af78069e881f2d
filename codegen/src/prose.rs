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
    );
    c.is_control() || is_format
}
