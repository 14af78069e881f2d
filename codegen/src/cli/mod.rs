//! Arguments → a verb → exit status: 0 good, 1 findings, 2 a bad spec, bad usage or an I/O error.

mod arguments;
mod breaking;
mod check;
mod diff;
mod explain;
mod failure;
mod generate;
mod init;
mod lint;
mod list;
mod spec_file;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};
use failure::Failure;

/// `1 file`, `2 files`.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// How a verb that did its work ended.
enum Outcome {
    /// Nothing was found.
    Good,
    /// Something was found.
    Findings,
}

/// Runs the program with the arguments of this process.
#[doc(hidden)]
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let verb = arguments.verb.unwrap_or_default();
    let outcome = match verb {
        Verb::Generate(options) => generate::run(&arguments.common, &options),
        Verb::Check => check::run(&arguments.common),
        Verb::Breaking(options) => breaking::run(&arguments.common, &options),
        Verb::Init => init::run(&arguments.common),
        Verb::Schema => {
            anstream::print!("{}", crate::targets::schema());
            Ok(Outcome::Good)
        }
        Verb::Completions(options) => {
            arguments::print_completions(options.shell);
            Ok(Outcome::Good)
        }
        Verb::Lint(options) => lint::run(&arguments.common, &options),
        Verb::List => list::run(&arguments.common),
        Verb::Explain(options) => explain::run(&arguments.common, &options),
    };
    match outcome {
        Ok(Outcome::Good) | Err(Failure::BrokenPipe) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            failure.print(arguments.common.format);
            ExitCode::from(2)
        }
    }
}
