//! Where the outputs of a spec go, checked: the paths of `outputs` → [`Output`]s.

use crate::name::MAX_NAME_BYTES;
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::spec::{Access, OutputsSpec};
use crate::target::{TARGETS, Target};

/// One output of a spec.
#[derive(Debug)]
pub struct Output {
    /// What it is in.
    pub target: &'static Target,
    /// The file, or the package's folder with a `/` at its end, relative to the project's folder.
    pub path: String,
    /// Whether the path is a folder or a file.
    pub form: Form,
    /// What the spec chose for it.
    pub options: Options,
}

/// What a spec can choose for an output; a target looks at those that it knows.
#[derive(Debug, Clone)]
pub struct Options {
    /// The name of the type.
    pub type_name: String,
    /// Who may use a Swift declaration.
    pub access: Access,
    /// Whether Foundation's types are extended.
    pub foundation: bool,
    /// Whether one Rust file implements serde's traits.
    pub serde: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            type_name: "CloseCode".to_owned(),
            access: Access::Public,
            foundation: true,
            serde: false,
        }
    }
}

/// What an output consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A folder with a manifest, sources and a readme.
    Package,
    /// One file that needs nothing beside it.
    File,
}

/// Checks the paths in `spec`.
///
/// # Errors
///
/// Every path that leaves the project, is no path, or meets another one.
pub fn outputs(spec: &OutputsSpec) -> Result<Vec<Output>, Vec<Problem>> {
    let mut outputs: Vec<Output> = Vec::new();
    let mut problems = Vec::new();
    for target in TARGETS {
        let Some((path, options)) = (target.output)(spec) else {
            continue;
        };
        let at = Pointer::root().key("outputs").key(target.name);
        let form = if path.ends_with('/') {
            Form::Package
        } else {
            Form::File
        };
        if !is_type_name(&options.type_name) {
            let message = format!("`{}` cannot be the name of the type", options.type_name);
            let help = "write a word in upper camel case that the language does not use itself, \
                        for example `ChatCloseCode`";
            problems.push(Problem::at(&at.key("type"), "type-name", message, help));
        }
        if let Some((message, help)) = wrong(path, form, target) {
            problems.push(Problem::at(&at, "output-path", message, help));
            continue;
        }
        if let Some(other) = outputs.iter().find(|other| meet(&other.path, path)) {
            let message = format!("`{path}` meets `{}`, which is another output", other.path);
            let help = "give each output a place of its own";
            problems.push(Problem::at(&at, "output-path", message, help));
        }
        outputs.push(Output {
            target,
            path: path.to_owned(),
            form,
            options,
        });
    }
    if problems.is_empty() {
        Ok(outputs)
    } else {
        Err(problems)
    }
}

/// Types of the standard libraries whose name a struct beside them must not have.
const TAKEN_TYPES: &[&str] = &[
    "Any",
    "AnyObject",
    "Array",
    "Bool",
    "Codable",
    "Comparable",
    "Data",
    "Decodable",
    "Decoder",
    "Double",
    "Encodable",
    "Encoder",
    "Equatable",
    "Error",
    "Foundation",
    "Hashable",
    "Hasher",
    "Int",
    "LocalizedError",
    "Optional",
    "Protocol",
    "Range",
    "RawRepresentable",
    "Result",
    "Self",
    "Sendable",
    "String",
    "Task",
    "TimeInterval",
    "Type",
    "URLSession",
    "URLSessionWebSocketTask",
    "UTF8",
    "WebSocketCloseCode",
];

fn is_type_name(name: &str) -> bool {
    name.len() <= MAX_NAME_BYTES
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !TAKEN_TYPES.contains(&name)
}

fn wrong(path: &str, form: Form, target: &Target) -> Option<(String, String)> {
    if path.starts_with('/') || path.contains(['\\', ':']) {
        let message = format!("`{path}` is not a path in the repository");
        let help = "write a relative path with `/`".to_owned();
        return Some((message, help));
    }
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let inner = parts.iter().skip_while(|part| **part == "..");
    if inner.clone().count() == 0 || inner.clone().any(|part| ["", ".", ".."].contains(part)) {
        let message = format!("`{path}` is no plain path");
        let help = "write the folders and the file, joined by single `/`".to_owned();
        return Some((message, help));
    }
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    if form == Form::File && extension != Some(target.extension) {
        let message = format!("`{path}` is no `.{}` file", target.extension);
        let help = if target.has_package {
            format!(
                "end the path in `.{}`, or in `/` for a whole package",
                target.extension
            )
        } else {
            format!("end the path in `.{}`", target.extension)
        };
        return Some((message, help));
    }
    if form == Form::Package && !target.has_package {
        let message = format!("there is no {} package", target.title);
        return Some((message, format!("end the path in `.{}`", target.extension)));
    }
    None
}

/// Whether two paths are one, or one lies inside the other.
fn meet(a: &str, b: &str) -> bool {
    let inside = |inner: &str, outer: &str| outer.ends_with('/') && inner.starts_with(outer);
    a == b || inside(a, b) || inside(b, a)
}
