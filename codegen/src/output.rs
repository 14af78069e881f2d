//! Where the outputs of a spec go, checked: the paths of `outputs` → [`Output`]s.

use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::spec::OutputsSpec;
use crate::target::{TARGETS, Target};

/// One output of a spec.
#[derive(Debug, Clone, Copy)]
pub struct Output<'a> {
    /// What it is in.
    pub target: &'static Target,
    /// The file, or the package's folder with a `/` at its end, relative to the project's folder.
    pub path: &'a str,
    /// Whether the path is a folder or a file.
    pub form: Form,
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
pub fn outputs(spec: &OutputsSpec) -> Result<Vec<Output<'_>>, Vec<Problem>> {
    let mut outputs: Vec<Output> = Vec::new();
    let mut problems = Vec::new();
    for target in TARGETS {
        let Some(path) = (target.path)(spec) else {
            continue;
        };
        let at = Pointer::root().key("outputs").key(target.name);
        let form = if path.ends_with('/') {
            Form::Package
        } else {
            Form::File
        };
        if let Some((message, help)) = wrong(path, form, target) {
            problems.push(Problem::at(&at, "output-path", message, help));
            continue;
        }
        if let Some(other) = outputs.iter().find(|other| meet(other.path, path)) {
            let message = format!("`{path}` meets `{}`, which is another output", other.path);
            let help = "give each output a place of its own";
            problems.push(Problem::at(&at, "output-path", message, help));
        }
        outputs.push(Output { target, path, form });
    }
    if problems.is_empty() {
        Ok(outputs)
    } else {
        Err(problems)
    }
}

fn wrong(path: &str, form: Form, target: &Target) -> Option<(String, String)> {
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let leaves = parts.contains(&"..") || path.starts_with('/') || path.contains(['\\', ':']);
    if leaves {
        let message = format!("`{path}` is not a path inside the project");
        return Some((
            message,
            "write a relative path with `/` and without `..`".to_owned(),
        ));
    }
    if parts.iter().any(|part| part.is_empty() || *part == ".") {
        let message = format!("`{path}` is no plain path");
        return Some((
            message,
            "write the folders and the file, joined by single `/`".to_owned(),
        ));
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
