//! The whole way of a spec: text → spec → registry and outputs → files, in memory.

use std::mem;

use crate::diagnostics::{Problem, Source};
use crate::files::{FileSet, Inputs, Notice};
use crate::lint;
use crate::registry::Registry;
use crate::spec;
use crate::targets::{self, Output, Unrendered};

/// The command that regenerates the outputs of a spec that names no other.
const COMMAND: &str = "close-codes generate";

/// What a spec is called that the command finds without its path.
const FOUND: &str = "close-codes.json";

/// A sound spec: its codes, and where its outputs go.
#[derive(Debug)]
pub struct Project {
    /// The codes.
    #[doc(hidden)]
    pub registry: Registry,
    /// The outputs.
    pub(crate) outputs: Vec<Output>,
    /// The first comment of each output.
    pub(crate) notice: Notice,
    /// Where templates of the user's own are read from.
    pub(crate) inputs: Inputs,
}

impl Project {
    /// Reads the spec in `source`.
    ///
    /// # Errors
    ///
    /// Every problem of the spec.
    pub fn read(source: &Source) -> Result<Self, Vec<Problem>> {
        let (mut spec, mut problems) = spec::parse(source);
        let outputs = mem::take(&mut spec.outputs);
        let command = spec.command.clone();
        let mut registry = problems.take(Registry::from_spec(spec));
        let outputs = problems.take(targets::outputs(&outputs));
        if let Some(registry) = &mut registry {
            let outputs = outputs.as_deref().unwrap_or_default();
            registry.types = targets::types(outputs);
            registry.packages = targets::packages(outputs);
            problems.add(targets::clashes(registry, outputs));
            problems.add(targets::range_clashes(registry, outputs));
            problems.add(targets::package_problems(registry, outputs));
            problems.add(targets::unknown_languages(registry));
            problems.add(lint::unknown_rules(registry));
        }
        let command = command.unwrap_or_else(|| command_for(&source.label));
        match (registry, outputs, problems.into_vec()) {
            (Some(registry), Some(outputs), problems) if problems.is_empty() => Ok(Self {
                registry,
                outputs,
                notice: Notice::new(&source.label, &command),
                inputs: Inputs::default(),
            }),
            (_, _, problems) => Err(problems),
        }
    }

    /// Renders all outputs, in memory.
    ///
    /// # Errors
    ///
    /// Every output whose template fails.
    pub fn render(&self) -> Result<FileSet, Vec<Unrendered>> {
        let mut files = FileSet::new(self.notice.clone());
        let mut failed = Vec::new();
        let paths = self.outputs.iter().map(|output| output.path.as_str());
        let inputs = self.inputs.without(paths);
        for output in &self.outputs {
            match output.render(&self.registry, &self.notice, &inputs) {
                Ok(rendered) => {
                    for file in rendered {
                        files.add(&format!("{}{}", output.path, file.path), file.text);
                    }
                }
                Err(unrendered) => failed.push(*unrendered),
            }
        }
        if failed.is_empty() {
            Ok(files)
        } else {
            Err(failed)
        }
    }
}

/// The command for the spec at `path`, to be run in the folder that the outputs are relative to.
fn command_for(path: &str) -> String {
    if path.rsplit('/').next() == Some(FOUND) {
        return COMMAND.to_owned();
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-');
    if path.chars().all(is_word) {
        format!("{COMMAND} --spec {path}")
    } else {
        // Nothing in single quotes means anything to a shell.
        format!("{COMMAND} --spec '{}'", path.replace('\'', "'\\''"))
    }
}
