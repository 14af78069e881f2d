//! The JavaScript module → the same for `require`: what it exports is collected at the end.

/// How many lines the notice has.
const NOTICE_LINES: usize = 2;

/// The `CommonJS` form of `module`, whose exports are declarations that begin a line.
pub(super) fn common_js(module: &str) -> String {
    let mut text = String::with_capacity(module.len());
    let mut exported = Vec::new();
    for (number, line) in module.lines().enumerate() {
        if number == NOTICE_LINES {
            text.push_str("\"use strict\";\n");
        }
        let declaration = line.strip_prefix("export ");
        exported.extend(declaration.and_then(name));
        text.push_str(declaration.unwrap_or(line));
        text.push('\n');
    }
    text.push_str("module.exports = {\n");
    for name in exported {
        text.push_str("  ");
        text.push_str(name);
        text.push_str(",\n");
    }
    text.push_str("};\n");
    text
}

/// The name in a declaration such as `function isNamed(code) {`.
fn name(declaration: &str) -> Option<&str> {
    let (_, rest) = declaration.split_once(' ')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"_$".contains(c));
    Some(&rest[..end.unwrap_or(rest.len())])
}
