//! A spec beside a crate's manifest → one Rust file in cargo's `OUT_DIR`: the whole work of a build script.
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

use crate::Project;
use crate::notice::Notice;
use crate::output::{Form, Output};
use crate::report::{Format, refusal};
use crate::source::Source;
use crate::sync::{self, FileError};
use crate::target::TARGETS;

/// What remakes the file, as its first comment says.
const COMMAND: &str = "cargo build";

/// Why there is no file.
///
/// The text is what the program `close-codes` says of the same spec.
pub struct Error(String);

/// Makes `OUT_DIR/NAME.rs` from the spec `NAME.json`, a path from the crate's folder, and lets cargo do so again when
/// the spec changes.
///
/// Of the spec's `outputs` it takes only what they choose for Rust, such as `serde`; the paths are left alone.
///
/// # Errors
///
/// When the spec is unsound, when a file cannot be read or written, and when it is not cargo that runs this.
pub fn generate(spec: impl AsRef<Path>) -> Result<(), Error> {
    let spec = spec.as_ref();
    let manifest_dir = folder("CARGO_MANIFEST_DIR")?;
    let out_dir = folder("OUT_DIR")?;
    println!("cargo::rerun-if-changed={}", spec.display());
    let path = manifest_dir.join(spec);
    let text = fs::read_to_string(&path).map_err(|error| FileError { path, error })?;
    let project = project(spec, &text)?;
    let files = project.render();
    // A file that says the same already keeps its time, so that nothing is compiled for nothing.
    let drifts = sync::drift(&out_dir, &files)?;
    sync::apply(&out_dir, &drifts)?;
    Ok(())
}

/// What the spec says, with one output.
fn project(spec: &Path, text: &str) -> Result<Project, Error> {
    let label = spec.to_string_lossy().replace('\\', "/");
    let source = Source::new(label, text);
    let mut project = Project::read(&source)
        .map_err(|problems| Error::new(&refusal(&source, &problems, Format::Human)))?;
    let is_rust = |output: &Output| output.target.name == "rust";
    let chosen = project.outputs.into_iter().find(is_rust);
    let target = TARGETS.iter().find(|target| target.name == "rust");
    let name = spec.with_extension("rs");
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    project.outputs = vec![Output {
        target: target.expect("Rust is a target"),
        path: name.into_owned(),
        form: Form::File,
        options: chosen.map(|output| output.options).unwrap_or_default(),
    }];
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
