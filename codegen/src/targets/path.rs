//! Rules for the path of an output: relative, normalized, usable on every platform, and of the target's kind.

use super::target::{Form, Target};
use crate::files::is_normalized;

/// Names that Windows reserves for devices, whatever follows behind a dot.
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "conin$", "conout$"];

/// What is wrong with `path`, and help.
pub(super) fn problem(path: &str, form: Form, target: &Target) -> Option<(String, String)> {
    shape(path)
        .or_else(|| comment(path))
        .or_else(|| kind(path, form, target))
}

fn comment(path: &str) -> Option<(String, String)> {
    let help = "use another name: in the list of what was generated, such a line is a comment";
    let message = || format!("`{path}` begins with `#`");
    path.starts_with('#').then(|| (message(), help.to_owned()))
}

/// What is wrong with the path of a file that a target reads, in the folder that messages call `folder`, and help.
pub(super) fn input_problem(path: &str, folder: &str) -> Option<(String, String)> {
    shape(path).or_else(|| {
        let is_outside = path.starts_with("../");
        let help = format!("put it into {folder}, or into a folder in that");
        is_outside.then(|| (format!("`{path}` is outside {folder}"), help))
    })
}

/// What is wrong with `path` of one file, and help, where a language wants another name.
pub(super) fn other_name(path: &str, name: &str) -> Option<(String, String)> {
    let is_named = path.rsplit('/').next() == Some(name);
    let message = || format!("`{path}` is not named `{name}`");
    let help = "name the file after its type, or set `type` to the name of the file";
    (!is_named).then(|| (message(), help.to_owned()))
}

fn shape(path: &str) -> Option<(String, String)> {
    let problem = |message: String, help: &str| Some((message, help.to_owned()));
    if path.starts_with('/') || path.contains(['\\', ':']) {
        let help = "write a path relative to the spec's folder, with `/` between its parts";
        return problem(format!("`{path}` is not a relative path"), help);
    }
    if let Some(character) = path.chars().find(|c| !is_portable(*c)) {
        let (path, character) = (path.escape_debug(), character.escape_debug());
        let message = format!("`{path}` has the character `{character}`");
        return problem(
            message,
            "use a path without characters that some platform forbids",
        );
    }
    if !is_normalized(path) {
        let help =
            "write the folders and the file, joined by single `/`, with `..` only at the start";
        return problem(format!("`{path}` is not a normalized path"), help);
    }
    let parts = path.trim_end_matches('/').split('/');
    for part in parts.skip_while(|part| *part == "..") {
        if part.eq_ignore_ascii_case(".git") {
            return problem(
                format!("`{path}` is inside `.git`"),
                "use a path outside of it",
            );
        }
        if part.ends_with(['.', ' ']) || part.starts_with(' ') {
            let help =
                "use parts without a space at either end or a dot at the end: Windows drops them";
            return problem(
                format!("`{part}` in `{path}` begins or ends in a space or a dot"),
                help,
            );
        }
        if is_reserved(part) {
            let help = "use another name: Windows reserves this one for a device";
            return problem(format!("`{part}` in `{path}` is a reserved name"), help);
        }
    }
    None
}

fn is_portable(c: char) -> bool {
    !crate::text::is_hidden(c) && !matches!(c, '<' | '>' | '"' | '|' | '?' | '*')
}

/// Whether Windows reserves the name for a device.
pub(super) fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    let stem = stem.to_ascii_lowercase();
    let is_port = |prefix: &str| {
        let number = stem.strip_prefix(prefix);
        number.is_some_and(|number| {
            matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9")
        })
    };
    RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt")
}

fn kind(path: &str, form: Form, target: &Target) -> Option<(String, String)> {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    let expected = target.extension;
    match form {
        Form::Folder if target.folder.is_none() => {
            let message = format!("{} is always one file", target.title);
            let help = if expected.is_empty() {
                "write the path of a file".to_owned()
            } else {
                format!("end the path in `.{expected}`")
            };
            Some((message, help))
        }
        Form::File if !expected.is_empty() && extension != Some(expected) => {
            let message = format!("`{path}` does not end in `.{expected}`");
            let help = match target.folder {
                Some(whole) => format!("end the path in `.{expected}`, or in `/` for {whole}"),
                None => format!("end the path in `.{expected}`"),
            };
            Some((message, help))
        }
        Form::Folder | Form::File => None,
    }
}

/// Whether two paths are equal, or one is inside the other, where capitals make no difference.
pub(super) fn overlap(a: &str, b: &str) -> bool {
    let folder = |path: &str| format!("{}/", path.trim_end_matches('/').to_lowercase());
    let (a, b) = (folder(a), folder(b));
    a.starts_with(&b) || b.starts_with(&a)
}
