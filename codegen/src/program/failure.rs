//! Why a verb could not do its work, as text for standard error.

use std::fmt;
use std::io;
use std::path::PathBuf;

use anstyle::{AnsiColor, Style};
use codegen::problem::Problem;
use codegen::report::report;
use codegen::source::Source;
use codegen::sync::FileError;

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

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadSpec(source, problems) => {
                write!(f, "{}", report(source, problems))?;
                let count = problems.len();
                let noun = if count == 1 { "problem" } else { "problems" };
                writeln!(
                    f,
                    "{ERROR}error{ERROR:#}: {} has {count} {noun}; nothing was written",
                    source.path
                )
            }
            Self::File(path, error) => {
                writeln!(f, "{ERROR}error{ERROR:#}: {}: {error}", path.display())
            }
            Self::Usage(why, help) => {
                writeln!(f, "{ERROR}error{ERROR:#}: {why}\nhelp: {help}")
            }
            Self::BrokenPipe => Ok(()),
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
