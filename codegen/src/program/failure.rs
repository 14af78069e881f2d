//! Why a verb could not do its work, as text for standard error.

use std::io;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use close_codes_cli::problem::Problem;
use close_codes_cli::report::refusal;
use close_codes_cli::source::Source;
use close_codes_cli::sync::FileError;

use super::arguments::Format;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

pub enum Failure {
    /// The spec breaks rules.
    BadSpec(Box<Source>, Vec<Problem>),
    /// A file cannot be read, written or found.
    File(PathBuf, io::Error),
    /// What was asked for cannot be done: why, and the way out.
    Usage(String, String),
    /// Whoever read our output has gone.
    BrokenPipe,
}

impl Failure {
    /// Says on standard error what happened.
    pub fn print(&self, format: Format) {
        match self {
            Self::BadSpec(source, problems) => {
                anstream::eprint!("{}", refusal(source, problems, format.into()));
            }
            Self::File(path, error) => {
                anstream::eprintln!("{ERROR}error{ERROR:#}: {}: {error}", path.display());
            }
            Self::Usage(why, help) => {
                anstream::eprintln!("{ERROR}error{ERROR:#}: {why}\nhelp: {help}");
            }
            Self::BrokenPipe => {}
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
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::File(PathBuf::from("standard output"), error)
        }
    }
}
