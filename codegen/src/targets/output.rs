//! The `outputs` of a spec → [`Output`]s: each key is a target, each path is sound, and no two overlap.

use serde_json::Map;
use serde_json_borrow::Value;

use super::TARGETS;
use super::not_one::NotOne;
use super::path;
use super::target::{Form, GeneratedFile, Render, Target, Unrendered};
use crate::diagnostics::{At, Pointer, Problem, Problems};
use crate::files::{Inputs, Notice};
use crate::registry::Registry;
use crate::spec::{Object, Read, expect};

/// One output of a spec.
#[derive(Debug)]
pub struct Output {
    /// What it is rendered as.
    pub target: &'static Target,
    /// The file, or the folder with a `/` at its end, relative to the project's folder.
    pub path: String,
    /// Whether the path is a folder or a file.
    pub form: Form,
    /// What the spec chose for it.
    pub options: Box<dyn Render>,
    /// Its place in the spec; the root for one that no spec has.
    pub(crate) at: Pointer,
}

impl Output {
    /// One Rust file at `path`, as [`Output::file`] makes it.
    pub(crate) fn rust_file(outputs: Vec<Self>, path: String) -> Result<Self, NotOne> {
        Self::file(&super::rust::TARGET, outputs, path)
    }

    /// One file at `path`, with the options of the output of this target among `outputs`; where there is none, with the default
    /// options of a target that has some.
    pub(crate) fn file(
        target: &'static Target,
        outputs: Vec<Self>,
        path: String,
    ) -> Result<Self, NotOne> {
        let mut of_target: Vec<Self> = outputs
            .into_iter()
            .filter(|output| output.target.name == target.name)
            .collect();
        let not_one = NotOne {
            target: target.name,
            outputs: of_target.len(),
        };
        let (options, at) = match of_target.pop() {
            None => (target.options.defaults.ok_or(not_one)?(), Pointer::root()),
            Some(only) if of_target.is_empty() => (only.options, only.at),
            Some(_) => return Err(not_one),
        };
        Ok(Self {
            target,
            path,
            form: Form::File,
            options,
            at,
        })
    }

    /// The files of the output.
    ///
    /// # Errors
    ///
    /// When a template of the user's own fails.
    pub(crate) fn render(
        &self,
        registry: &Registry,
        notice: &Notice,
        inputs: &Inputs,
    ) -> Result<Vec<GeneratedFile>, Box<Unrendered>> {
        let notice = notice.at(&self.path);
        self.options
            .render_from(inputs, &self.at, registry, &notice, self.form)
    }
}

/// Checks the `outputs` of a spec.
///
/// # Errors
///
/// Every unknown target or option, and every path that is not usable or overlaps another one.
pub(crate) fn outputs(spec: &Map<String, serde_json::Value>) -> Result<Vec<Output>, Vec<Problem>> {
    let root = Pointer::root().key("outputs");
    let mut problems = Problems::default();
    for name in spec.keys() {
        if !TARGETS.iter().any(|target| target.name == name) {
            problems.add([unknown_target(&root.key(name), name)]);
        }
    }
    let mut outputs: Vec<Output> = Vec::new();
    for target in TARGETS {
        let at = root.key(target.name);
        for (at, value) in each(spec.get(target.name), at) {
            let Some(output) = output(target, &value, at, &mut problems) else {
                continue;
            };
            if let Some(other) = outputs
                .iter()
                .find(|other| path::overlap(&other.path, &output.path))
            {
                let message = format!("`{}` overlaps the output `{}`", output.path, other.path);
                let help = "give each output a place of its own";
                problems.add([Problem::at(&output.at, "output-path", message, help)]);
            }
            outputs.push(output);
        }
    }
    let problems = problems.into_vec();
    if problems.is_empty() {
        Ok(outputs)
    } else {
        Err(problems)
    }
}

/// The outputs of one target: a list of them, or only one.
fn each(value: Option<&serde_json::Value>, at: Pointer) -> Vec<(Pointer, Value<'_>)> {
    match value {
        None => Vec::new(),
        Some(serde_json::Value::Array(values)) => {
            let values = values.iter().enumerate();
            values
                .map(|(index, one)| (at.index(index), one.into()))
                .collect()
        }
        Some(one) => vec![(at, one.into())],
    }
}

fn unknown_target(at: &Pointer, name: &str) -> Problem {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    let message = format!("there is no output `{name}`");
    let help = format!("outputs: {}", names.join(", "));
    Problem::at_key(at, "unknown-field", message, help).with_nearest(name, names)
}

/// A path, or an object with the path and options.
fn output(
    target: &'static Target,
    value: &Value<'_>,
    at: Pointer,
    problems: &mut Problems,
) -> Option<Output> {
    let here = At::Here(&at);
    let (path, options) = match target.options.defaults {
        Some(defaults) if !value.is_object() => {
            let expected = "a path, or an object with `path` and options";
            expect(value.as_str(), expected, value, &here, problems)?;
            (String::read(value, &here, problems)?, defaults())
        }
        _ => with_options(target, value, &at, problems)?,
    };
    let form = if path.ends_with('/') {
        Form::Folder
    } else {
        Form::File
    };
    let of_language = || options.path_problem(&path, form);
    if let Some((message, help)) = path::problem(&path, form, target).or_else(of_language) {
        problems.add([Problem::at(&at, "output-path", message, help)]);
        return None;
    }
    Some(Output {
        target,
        path,
        form,
        options,
        at,
    })
}

fn with_options(
    target: &Target,
    value: &Value<'_>,
    at: &Pointer,
    problems: &mut Problems,
) -> Option<(String, Box<dyn Render>)> {
    let fields = [&["path"], target.options.fields].concat();
    let expected = format!("an object with `{}`", fields.join("`, `"));
    let here = At::Here(at);
    expect(value.as_object(), &expected, value, &here, problems)?;
    let object = Object::read(value, &here, &fields, problems)?;
    let path: Option<String> = object.field("path", problems);
    let options = (target.options.read)(&object, problems);
    problems.add(options.problems(at));
    if path.is_none() {
        let help = target
            .folder
            .map_or("add `path`: the file".to_owned(), |whole| {
                format!("add `path`: the file, or a folder for {whole}")
            });
        let message = "`path` is missing";
        problems.add([Problem::at(at.key("path"), "missing-field", message, help)]);
    }
    Some((path?, options))
}
