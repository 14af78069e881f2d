//! The JavaScript module → the same for `require`: what it exports is collected at the end.

use super::literal::LINE_WIDTH;

/// How many lines the notice has.
const NOTICE_LINES: usize = 2;

/// The `CommonJS` form of `module`, whose exports are declarations that begin a line.
pub(super) fn common_js(module: &str) -> String {
    let mut text = String::with_capacity(module.len());
    let mut exported = Vec::new();
    let mut lines = module.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if number == NOTICE_LINES {
            text.push_str("\"use strict\";\n");
        }
        let declaration = line.strip_prefix("export ");
        exported.extend(declaration.and_then(name));
        let declaration = declaration.unwrap_or(line);
        if declaration.starts_with("function ") && declaration.ends_with('(') {
            let mut head = vec![declaration];
            for (_, line) in lines.by_ref() {
                head.push(line);
                if line.starts_with(')') {
                    break;
                }
            }
            push_head(&mut text, &head);
        } else {
            text.push_str(declaration);
            text.push('\n');
        }
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

/// The head of a function with a line for each parameter: on one line where it fits, as it is shorter without `export`.
fn push_head(text: &mut String, head: &[&str]) {
    let [start, parameters @ .., end] = head else {
        return;
    };
    let parameters: Vec<&str> = parameters
        .iter()
        .map(|line| line.trim_matches([' ', ',']))
        .collect();
    let joined = format!("{start}{}{end}", parameters.join(", "));
    let lines = if joined.len() <= LINE_WIDTH {
        joined
    } else {
        head.join("\n")
    };
    text.push_str(&lines);
    text.push('\n');
}

/// The name in a declaration such as `function isNamed(code) {`.
fn name(declaration: &str) -> Option<&str> {
    let (_, rest) = declaration.split_once(' ')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"_$".contains(c));
    Some(&rest[..end.unwrap_or(rest.len())])
}
