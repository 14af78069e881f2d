//! Characters that an editor does not show: where text cannot escape them, they are left out.

/// Whether an editor does not show `c`, or lets it change how other characters are shown.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
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

/// Whether `c` changes the direction in which the characters around it are shown.
#[must_use]
pub fn is_bidirectional_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` without hidden characters except white space: comments have no escapes for them.
#[must_use]
pub fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_whitespace() || !is_hidden(*c))
        .collect()
}

/// `text` on one line, with single spaces and without hidden characters.
#[must_use]
pub fn one_line(text: &str) -> String {
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

/// JSON with escapes for hidden characters; it has them in strings alone.
#[must_use]
pub fn visible_json(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
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
