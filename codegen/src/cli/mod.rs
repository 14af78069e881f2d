//! Arguments → a verb → exit status: 0 good, 1 findings, 2 a bad spec, bad usage or an I/O error.

mod against;
mod arguments;
mod asked;
mod breaking;
mod changes;
mod check;
mod diff;
mod examples;
mod explain;
mod failure;
mod generate;
mod init;
mod lint;
mod list;
mod numbers;
mod output;
mod refusals;
mod shared_places;
mod spec_file;
mod spec_place;
mod stdout;
mod summary;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};

/// Prints an answer that is neither good nor bad.
fn print(text: impl AsRef<[u8]>) -> Result<Outcome, failure::Failure> {
    output::print(text)?;
    Ok(Outcome::Good)
}

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
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return failure::print_misuse(&error),
    };
    let verb = arguments.verb.unwrap_or_default();
    let outcome = match verb {
        Verb::Generate(options) => match options.stdout {
            Some(target) => stdout::run(&arguments.common, target),
            None => generate::run(&arguments.common, &options),
        },
        Verb::Check(options) => check::run(&arguments.common, &options),
        Verb::Breaking(options) => breaking::run(&arguments.common, &options),
        Verb::Init => init::run(&arguments.common),
        Verb::Schema => print(crate::targets::schema()),
        Verb::Completions(options) => {
            let script = arguments::completions(options.shell);
            print(script)
        }
        Verb::Lint(options) => lint::run(&arguments.common, &options),
        Verb::List => list::run(&arguments.common),
        Verb::Explain(options) => explain::run(&arguments.common, &options),
    };
    match outcome {
        Ok(Outcome::Good) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            failure.print(arguments.common.format);
            ExitCode::from(2)
        }
    }
}
