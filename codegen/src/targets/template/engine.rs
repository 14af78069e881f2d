//! A template and its context → text. It reads only what is in its own folder, and time, memory and output are limited.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, escape_formatter};

use super::super::path::input_problem;
use super::super::target::Unrendered;
use super::context::Context;
use super::{failure, filters};
use crate::files::Inputs;

/// How many steps a template can take. One step pays for an instruction, or for 64 bytes of text: so memory is limited as well.
const MAX_STEPS: u64 = 4_000_000;

/// How deep macros, loops and includes can be in each other; one include counts as several.
const MAX_DEPTH: usize = 100;

/// How long a rendered text can be, in bytes.
const MAX_OUTPUT: usize = 16 << 20;

/// The text that the template at `path` renders.
pub(super) fn render(
    inputs: &Inputs,
    path: &str,
    template: &str,
    context: &Context<'_>,
) -> Result<String, Unrendered> {
    let (folder, name) = match path.rsplit_once('/') {
        Some((folder, name)) => (format!("{folder}/"), name),
        None => (String::new(), path),
    };
    let mut output = Limited::default();
    let mut environment = environment(inputs.clone(), folder.clone(), output.is_full.clone());
    let rendered = environment
        .add_template_owned(name.to_owned(), template.to_owned())
        .and_then(|()| environment.get_template(name))
        .and_then(|template| {
            let context = Value::from(Serde(context));
            template.render_captured_to(context, &mut output).map(drop)
        })
        .and_then(|()| refuse_full(&output.is_full));
    match rendered {
        Ok(()) => Ok(String::from_utf8_lossy(&output.text).into_owned()),
        Err(error) => Err(failure::of(&error, &folder, path, template)),
    }
}

fn environment(inputs: Inputs, folder: String, is_full: Arc<AtomicBool>) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(MAX_STEPS));
    environment.set_recursion_limit(MAX_DEPTH);
    // An error then knows the text that it is in.
    environment.set_debug(true);
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    environment.set_syntax(syntax.build().expect("the usual delimiters"));
    environment.set_formatter(move |output, state, value| {
        refuse_full(&is_full)?;
        if value.is_none() {
            let why = "this is null, which is not printed: test it with `is none`, or print it with `| json`";
            return Err(Error::new(ErrorKind::InvalidOperation, why));
        }
        escape_formatter(output, state, value)
    });
    environment.set_loader(move |name| {
        let refused = |why: String| Error::new(ErrorKind::BadInclude, why);
        if let Some((message, _)) = input_problem(name, "the template's folder") {
            return Err(refused(message));
        }
        let text = inputs.read(&format!("{folder}{name}"));
        text.map_err(|why| refused(format!("`{name}` {why}")))
    });
    // It prints what is not the same in every run.
    environment.remove_global("debug");
    filters::add(&mut environment);
    environment
}

fn refuse_full(is_full: &AtomicBool) -> Result<(), Error> {
    if is_full.load(Ordering::Relaxed) {
        return Err(ErrorKind::WriteFailure.into());
    }
    Ok(())
}

/// A text up to the limit. What is longer is dropped and noted, since the engine forgets where an error of the writer was.
#[derive(Default)]
struct Limited {
    text: Vec<u8>,
    is_full: Arc<AtomicBool>,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.text.len() + bytes.len() > MAX_OUTPUT {
            self.is_full.store(true, Ordering::Relaxed);
        } else {
            self.text.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
