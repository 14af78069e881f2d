//! Why a verb failed, as text for standard error.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use serde_json::json;

use super::arguments::Format;
use super::output::{print_error, shown_line};
use crate::diagnostics::report::{annotation, refusal, refusals};
use crate::diagnostics::{Problem, Source};
use crate::files::FileError;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

pub enum Failure {
    /// The spec breaks rules.
    BadSpec(Box<Source>, Vec<Problem>),
    /// Texts that outputs are rendered from are wrong.
    Unrendered(Vec<(Source, Vec<Problem>)>),
    /// A file cannot be read, written or found.
    File(PathBuf, io::Error),
    /// The arguments cannot be used: why, and help.
    Usage(String, String),
}

impl Failure {
    /// Prints the failure to standard error.
    pub fn print(&self, format: Format) {
        print_error(&self.text(format));
    }

    fn text(&self, format: Format) -> String {
        let (rule, message, help) = match self {
            Self::BadSpec(source, problems) => return refusal(source, problems, format.into()),
            Self::Unrendered(refused) => return refusals(refused, format.into()),
            Self::File(path, error) => ("io", format!("{}: {error}", path.display()), None),
            Self::Usage(why, help) => ("usage", why.clone(), Some(help)),
        };
        match format {
            Format::Json => {
                let item =
                    json!([{ "level": "error", "rule": rule, "message": message, "help": help }]);
                format!("{item:#}\n")
            }
            Format::Github => {
                let help = help.map(|help| format!("; {help}")).unwrap_or_default();
                annotation("error", &[("title", rule)], &format!("{message}{help}"))
            }
            Format::Human => {
                let help = help.map(|help| format!("help: {}\n", shown_line(help)));
                let help = help.unwrap_or_default();
                format!("{ERROR}error{ERROR:#}: {}\n{help}", shown_line(&message))
            }
        }
    }
}

impl From<FileError> for Failure {
    fn from(failed: FileError) -> Self {
        Self::File(failed.path, failed.error)
    }
}

/// An error of standard output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::File(PathBuf::from("standard output"), error)
    }
}

/// Prints why the arguments cannot be parsed, or the help that they ask for.
pub fn print_misuse(error: &clap::Error) -> ExitCode {
    match asked_format() {
        Some(format) if format != Format::Human && error.use_stderr() => {
            let why = error.render().to_string();
            let (why, _) = why.split_once("\n\n").unwrap_or((&why, ""));
            let why = why.trim_start_matches("error: ").to_owned();
            let help = "`close-codes --help` lists the arguments".to_owned();
            Failure::Usage(why, help).print(format);
        }
        _ => {
            // Where this cannot be printed, there is nowhere to report it.
            let _ = error.print();
        }
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

/// The format that arguments ask for which cannot be parsed.
fn asked_format() -> Option<Format> {
    let arguments: Vec<String> = std::env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let after = |at: usize| arguments.get(at + 1).map(String::as_str);
    let value = arguments
        .iter()
        .enumerate()
        .find_map(|(at, argument)| match argument.as_str() {
            "--format" => after(at),
            argument => argument.strip_prefix("--format="),
        });
    Format::from_str(value?, false).ok()
}
