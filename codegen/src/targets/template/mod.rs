//! [`Registry`] → one file, through a template of the user's own that is read while the output is rendered.

mod context;
mod engine;
mod failure;
mod filters;
mod heads;
mod limits;

use schemars::JsonSchema;

use super::path::input_problem;
use super::target::{Form, GeneratedFile, OptionsOf, Render, Target, Unrendered, file};
use crate::diagnostics::{Pointer, Problem};
use crate::files::{Inputs, Notice};
use crate::registry::Registry;
use crate::spec::fields;
use crate::text::escaped;
use context::Context;

pub(super) const TARGET: Target = Target {
    name: "template",
    title: "Template",
    about: "A file that a template of your own renders.",
    extension: "",
    folder: None,
    heads: heads::HEADS,
    options: OptionsOf::required::<Template>(),
    code: None,
};

/// The options of the output of a template.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Template {
    /// The template, a file below the folder that paths are relative to, in the language of Jinja.
    #[schemars(required, regex(pattern = r"^[^/\\:]([^\\:]*[^/\\:])?$"))]
    template: Option<String>,
}

fields!(Template { template });

impl Render for Template {
    fn problems(&self, at: &Pointer) -> Vec<Problem> {
        let at = at.key("template");
        let Some(template) = &self.template else {
            let help = "add `template`: the file that is the template";
            let message = "`template` is missing";
            return vec![Problem::at(&at, "missing-field", message, help)];
        };
        let problem = input_problem(template, "the folder that paths are relative to");
        let problem =
            problem.map(|(message, help)| Problem::at(&at, "template-file", message, help));
        problem.into_iter().collect()
    }

    fn render_from(
        &self,
        inputs: &Inputs,
        at: &Pointer,
        registry: &Registry,
        notice: &Notice,
        _form: Form,
    ) -> Result<Vec<GeneratedFile>, Box<Unrendered>> {
        let path = self.template.as_deref().unwrap_or_default();
        let text = inputs
            .read(path)
            .and_then(|text| text.ok_or_else(|| "does not exist".to_owned()));
        let text = text.map_err(|why| {
            let message = format!("the template `{}` {why}", escaped(path));
            let help = "name a template that is a regular file of this project";
            Box::new(Unrendered {
                source: None,
                problem: Problem::at(at.key("template"), "template-file", message, help),
            })
        })?;
        let context = Context::new(registry, notice);
        let rendered = engine::render(inputs, path, &text, &context)?;
        heads::check(&rendered, notice, path, &text)?;
        Ok(vec![file("", rendered)])
    }
}
