//! A template and its context → text. It reads only what is in its own folder, and time, memory and output are limited.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, escape_formatter};

use super::super::path::input_problem;
use super::super::target::Unrendered;
use super::context::Context;
use super::limits::{self, Fullness, Limited};
use super::{failure, filters};
use crate::diagnostics::Problem;
use crate::files::Inputs;

/// The text that the template at `path` renders.
pub(super) fn render(
    inputs: &Inputs,
    path: &str,
    template: &str,
    context: &Context<'_>,
) -> Result<String, Box<Unrendered>> {
    let context = serde_json::to_value(context)
        .unwrap_or_else(|error| panic!("made values that cannot be serialized: {error}"));
    let (inputs, owned) = (inputs.clone(), (path.to_owned(), template.to_owned()));
    let rendered = limits::in_time(limits::MAX_TIME, move || {
        run(inputs, &owned.0, &owned.1, &context)
    });
    rendered.unwrap_or_else(|message| {
        let first = template.find('\n').unwrap_or(template.len());
        let problem = Problem::in_bytes(0..first, "template-limit", message, failure::LOOP_HELP);
        Err(failure::in_template(path, template, problem))
    })
}

fn run(
    inputs: Inputs,
    path: &str,
    template: &str,
    context: &serde_json::Value,
) -> Result<String, Box<Unrendered>> {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), path),
    };
    let mut output = Limited::default();
    let mut environment = environment(inputs, folder.clone(), output.fullness());
    let rendered = environment
        .add_template_owned(name.to_owned(), template.to_owned())
        .and_then(|()| environment.get_template(name))
        .and_then(|template| {
            let context = Value::from(Serde(context));
            template.render_captured_to(context, &mut output).map(drop)
        })
        .and_then(|()| output.fullness().refuse());
    match rendered {
        Ok(()) => Ok(output.into_text()),
        Err(error) => Err(failure::of(&error, &folder, path, template)),
    }
}

fn environment(inputs: Inputs, folder: String, fullness: Fullness) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(limits::MAX_STEPS));
    environment.set_recursion_limit(limits::MAX_DEPTH);
    // An error then knows the text that it is in.
    environment.set_debug(true);
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    environment.set_syntax(syntax.build().expect("the usual delimiters"));
    environment.set_formatter(move |output, state, value| {
        fullness.refuse()?;
        match value.kind() {
            ValueKind::String | ValueKind::Number | ValueKind::Bool | ValueKind::Undefined => {
                escape_formatter(output, state, value)
            }
            kind => {
                let why = format!("{kind} is not printed: select a part of it, or use `| json`");
                Err(Error::new(ErrorKind::InvalidOperation, why))
            }
        }
    });
    environment.set_loader(move |name| {
        let refused = |why: String| Error::new(ErrorKind::BadInclude, why);
        if let Some((message, _)) = input_problem(name, "the template's folder") {
            return Err(refused(message));
        }
        let text = inputs.read(&format!("{folder}{name}"));
        text.map_err(|why| refused(format!("`{name}` {why}")))
    });
    // What loops build up with it can contain itself; what that prints is not the same in every run.
    environment.remove_global("namespace");
    environment.remove_global("debug");
    filters::add(&mut environment);
    environment
}
