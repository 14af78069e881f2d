//! Why a verb failed, as text for standard error.

use std::io;
use std::path::PathBuf;

use crate::diagnostics::Problem;
use crate::diagnostics::Source;
use crate::diagnostics::report::refusal;
use crate::files::FileError;
use anstyle::{AnsiColor, Style};

use super::arguments::Format;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

pub enum Failure {
    /// The spec breaks rules.
    BadSpec(Box<Source>, Vec<Problem>),
    /// A file cannot be read, written or found.
    File(PathBuf, io::Error),
    /// The arguments cannot be used: why, and help.
    Usage(String, String),
    /// The reader of our output is gone.
    BrokenPipe,
}

impl Failure {
    /// Prints the failure to standard error.
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
