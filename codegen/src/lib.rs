//! WebSocket close codes: one JSON file of them becomes a Rust crate, a Swift package, a TypeScript package and
//! documentation.
//!
//! Text → [`source::Source`] → [`spec::Spec`] → [`registry::Registry`] → per target a view → text →
//! [`file_set::FileSet`] → [`sync::drift`] → written or reported.

pub mod advice;
pub mod breaking;
pub mod build_script;
pub mod file_set;
pub mod identifiers;
pub mod implementations;
pub mod lint;
pub mod name;
pub mod notice;
pub mod output;
pub mod parse;
pub mod pointer;
pub mod problem;
pub mod prose;
pub mod registry;
pub mod report;
pub mod resolved;
mod schema;
pub mod source;
pub mod spec;
pub mod sync;
pub mod target;
pub mod vocabulary;
pub mod wire;

use file_set::FileSet;
use notice::Notice;
use output::{Form, Output};
use pointer::Pointer;
use problem::Problem;
use registry::Registry;
pub use schema::schema;
use source::Source;

/// The spec of the standard codes, which is built in.
pub const STANDARD: &str = include_str!("../../spec/close-codes.json");

/// The command that remakes the outputs of a spec that names no other.
const COMMAND: &str = "close-codes generate";

/// A sound spec: what it says, and where its outputs go.
#[derive(Debug)]
pub struct Project {
    /// The codes.
    pub registry: Registry,
    /// The outputs.
    pub outputs: Vec<Output>,
    /// What the first comment of each output says.
    pub notice: Notice,
}

impl Project {
    /// Reads the spec in `source`.
    ///
    /// # Errors
    ///
    /// Every problem of the spec.
    pub fn read(source: &Source) -> Result<Self, Vec<Problem>> {
        let parsed = parse::parse(source);
        let mut problems = parsed.problems;
        let mut keep = |found: Vec<Problem>| {
            let follows = |problem: &Problem| {
                let known = |pointer| {
                    parsed
                        .explained
                        .iter()
                        .any(|known| Pointer::is_within(pointer, known))
                };
                problem.pointer().is_some_and(known)
            };
            problems.extend(found.into_iter().filter(|problem| !follows(problem)));
        };
        let registry = Registry::from_spec(&parsed.spec).map_err(&mut keep).ok();
        if let Some(registry) = &registry {
            keep(target::clashes(registry));
        }
        let outputs = output::outputs(&parsed.spec.outputs)
            .map_err(&mut keep)
            .ok();
        let (Some(registry), Some(outputs), true) = (registry, outputs, problems.is_empty()) else {
            return Err(problems);
        };
        let command = parsed.spec.command.as_deref().unwrap_or(COMMAND);
        let notice = Notice::new(&source.label, command);
        Ok(Self {
            registry,
            outputs,
            notice,
        })
    }

    /// Renders all outputs, in memory.
    #[must_use]
    pub fn render(&self) -> FileSet {
        let mut files = FileSet::new(self.notice.clone());
        for output in &self.outputs {
            for file in (output.target.render)(&self.registry, &self.notice, output) {
                files.add(&format!("{}{}", output.path, file.path), &file.text);
            }
            if output.form == Form::Package {
                files.add_package(output.path.clone());
            }
        }
        files
    }
}
