//! Arguments → a verb → exit status: 0 good, 1 findings, 2 a bad spec, bad usage or an I/O error.

mod arguments;
mod check;
mod diff;
mod explain;
mod failure;
mod generate;
mod list;
mod project;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};
use failure::Failure;

/// How a verb that could do its work ended.
pub enum Outcome {
    /// Nothing to complain of.
    Good,
    /// Something was found that a person should look at.
    Findings,
}

pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let verb = arguments.verb.unwrap_or_default();
    let outcome = match verb {
        Verb::Generate(options) => generate::run(&arguments.common, &options),
        Verb::Check => check::run(&arguments.common),
        Verb::List(options) => list::run(&arguments.common, &options),
        Verb::Explain(options) => explain::run(&arguments.common, &options),
    };
    match outcome {
        Ok(Outcome::Good) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprint!("{failure}");
            ExitCode::from(2)
        }
    }
}
