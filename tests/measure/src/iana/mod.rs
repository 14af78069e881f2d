//! The CSV file of IANA's WebSocket Close Code Number Registry → what `spec/close-codes.json` lacks, has changed or has too much.

mod differences;
mod known;
mod list;

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use known::Known;

pub use differences::Differences;

/// Where IANA offers the file.
const SITE: &str = "https://www.iana.org/assignments/websocket/";

/// Compares the file `list` with the registry and the meanings in the folder `spec`.
pub fn compare(list: &Path, spec: &Path) -> Result<Differences> {
    let file = list.display();
    let bytes = fs::read(list).map_err(|error| format!("{file}: {error}"))?;
    let rows = list::read(&bytes).map_err(|error| format!("{file}: {error}"))?;
    Ok(Differences::between(&rows, &Known::read(spec)?))
}

/// The folder of the project's registry.
#[must_use]
pub fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec")
}
