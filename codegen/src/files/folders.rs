//! The folders of a spec: what the paths of its outputs are relative to, and what they must not lead out of.

use std::io;
use std::path::PathBuf;

use super::{FileError, record};

/// Where the outputs of a spec go.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The folder that their paths are relative to.
    pub project: PathBuf,
    /// The repository, outside of which nothing is written or removed.
    pub repository: PathBuf,
    /// The path of the spec from the folder of the project.
    pub spec: String,
}

impl Folders {
    /// The path of the record of what the spec generated, from the folder of the project.
    #[must_use]
    pub fn record(&self) -> String {
        record::path(&self.spec)
    }

    /// An error of the file at `path`.
    pub(super) fn failed(&self, path: &str, error: io::Error) -> FileError {
        FileError {
            path: self.project.join(path),
            error,
        }
    }
}
