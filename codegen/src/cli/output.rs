//! Text → standard output and standard error. No reader, no disk and no character of a spec can do harm there.

use std::io::{self, Write};

use crate::text::{is_hidden, visible_json};

/// Prints `text`. A reader that has gone away has read enough.
pub fn print(text: impl AsRef<[u8]>) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Prints `text` to standard error. Where that fails, there is nowhere to report it.
pub fn print_error(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes `value` as indented JSON, with escapes for what a terminal would not show but obey.
pub fn write_json(out: &mut impl Write, value: &impl serde::Serialize) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    writeln!(out, "{}", visible_json(&text))
}

/// [`shown`] on one line, for names and paths.
pub fn shown_line(text: &str) -> String {
    shown(text).replace('\n', "\\n")
}

/// `text` with escapes for what a terminal would not show but obey.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) && c != '\n' && c != '\t' {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}
