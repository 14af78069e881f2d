//! A spec beside a crate's manifest → one Rust file in cargo's `OUT_DIR`, for build scripts.
//!
//! `build.rs`:
//!
//! ```no_run
//! fn main() -> Result<(), close_codes_cli::build_script::Error> {
//!     close_codes_cli::build_script::generate("close-codes.json")
//! }
//! ```
//!
//! The file is named like the spec, and any module can include it:
//!
//! ```ignore
//! mod close_code {
//!     include!(concat!(env!("OUT_DIR"), "/close-codes.rs"));
//! }
//! ```

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostics::Source;
use crate::diagnostics::report::{Format, refusal};
use crate::files::{self, FileError, Notice, Temporary};
use crate::project::Project;
use crate::targets::Output;

/// What regenerates the file, in its first comment.
const COMMAND: &str = "cargo build";

/// Why the file could not be generated.
///
/// The text is what the program `close-codes` prints for the same spec.
pub struct Error(String);

/// Generates `OUT_DIR/NAME.rs` from the spec `NAME.json`, a path from the crate's folder, and makes cargo do so again when
/// the spec changes.
///
/// Of the spec's `outputs` it uses only the options for Rust, such as `serde`, and not the paths.
///
/// # Errors
///
/// When the spec is unsound or has several outputs `rust`, when a file cannot be read or written, and when this is not run by cargo.
pub fn generate(spec: impl AsRef<Path>) -> Result<(), Error> {
    let spec = spec.as_ref();
    let manifest_dir = folder("CARGO_MANIFEST_DIR")?;
    let out_dir = folder("OUT_DIR")?;
    println!("cargo::rerun-if-changed={}", spec.display());
    let path = manifest_dir.join(spec);
    let text = fs::read_to_string(&path).map_err(|error| FileError {
        path: path.clone(),
        error,
    })?;
    let project = project(spec, &text)?;
    let files = project.render().map_err(|failed| {
        let messages = failed.iter().map(|failed| failed.problem.message.as_str());
        Error::new(&format!(
            "error: {}\n",
            messages.collect::<Vec<_>>().join(", ")
        ))
    })?;
    // An equal file is not rewritten, so that cargo does not rebuild what includes it.
    let drifts = files::drift(&out_dir, &files)?;
    files::apply(&out_dir, &drifts, &Temporary::of(&path))?;
    Ok(())
}

/// The spec with one output.
fn project(spec: &Path, text: &str) -> Result<Project, Error> {
    let label = spec.to_string_lossy().replace('\\', "/");
    let source = Source::new(label, text);
    let mut project = Project::read(&source)
        .map_err(|problems| Error::new(&refusal(&source, &problems, Format::Human)))?;
    let name = spec.with_extension("rs");
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    let output = Output::rust_file(project.outputs, name.into_owned()).map_err(|not_one| {
        let [message, help] = not_one.message_and_help();
        Error::new(&format!("error: {message}\nhelp: {help}\n"))
    })?;
    project.outputs = vec![output];
    project.notice = Notice::new(&source.label, COMMAND);
    Ok(project)
}

/// The folder that cargo names to build scripts.
fn folder(variable: &str) -> Result<PathBuf, Error> {
    env::var_os(variable).map(PathBuf::from).ok_or_else(|| {
        Error::new(&format!(
            "error: there is no {variable}\nhelp: call this from a build script, which cargo runs\n"
        ))
    })
}

impl Error {
    /// Cargo keeps what build scripts print, so there is no terminal to colour it for.
    fn new(text: &str) -> Self {
        Self(anstream::adapter::strip_str(text).to_string())
    }
}

impl From<FileError> for Error {
    fn from(failed: FileError) -> Self {
        let FileError { path, error } = failed;
        Self(format!("error: {}: {error}\n", path.display()))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a `main` that returns the error prints behind `Error: `: the text as people read it, from a new line on.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Error {}
