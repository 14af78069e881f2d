//! `spec/clients.json`: what was measured of each client library.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cases::{ATTEMPTS, NUMBERS};
use super::folder::Client;
use super::outcomes::{Dials, Told};
use crate::Result;
use crate::file;
use crate::ranges::{NumberRange, Ranged};

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// How the file was made.
    pub about: String,
    /// The numbers that were measured. The ranges of an entry claim something about these numbers only.
    pub numbers: Vec<NumberRange>,
    /// How many connections were opened and closed with each number, one after another.
    pub attempts: usize,
    /// One entry for each library.
    pub clients: Vec<Entry>,
}

/// What was measured of a library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Its programming language.
    pub language: String,
    /// The measured version.
    pub version: String,
    /// How it is used.
    pub setup: String,
    /// Where its source has what was measured.
    pub source: String,
    /// What the measurements do not show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What follows connections that were opened and then closed with each number and a reason.
    pub closed: Vec<Ranged<Dials>>,
    /// Whether it dials again after a close without a reason, if that makes a difference.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_reason: Vec<Ranged<Told>>,
    /// What follows a connection that was lost when the server refuses all others.
    pub refused: Dials,
    /// What the hook can change, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hook: Option<Hook>,
}

/// What decides in the library's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hook {
    /// How it is written.
    pub code: String,
    /// Whether it gets the close code.
    pub knows_code: bool,
    /// Whether the library dials again if the hook refuses.
    pub never: Vec<Ranged<Told>>,
    /// Whether the library dials again if the hook wants it.
    pub again: Vec<Ranged<Told>>,
}

const ABOUT: &str =
    "Measured by `cargo run -p measure -- clients`; do not edit. See tests/measure/README.md.";

impl Default for Data {
    fn default() -> Self {
        Self {
            about: ABOUT.to_owned(),
            numbers: NUMBERS.to_vec(),
            attempts: ATTEMPTS,
            clients: Vec::new(),
        }
    }
}

impl Data {
    /// Reads the file, which need not exist.
    pub fn read(path: &Path) -> Result<Self> {
        file::read(path)
    }

    /// Removes every entry that the harness could not measure today, so that the file claims nothing else.
    #[must_use]
    pub fn keep_measurable(self, clients: &[Client]) -> Self {
        let mut entries = self.clients;
        entries.retain(|entry| {
            (self.numbers.as_slice(), self.attempts) == (NUMBERS, ATTEMPTS)
                && clients.iter().any(|client| client.name == entry.name)
        });
        Self {
            clients: entries,
            ..Self::default()
        }
    }

    /// Replaces or adds an entry. Entries are in the order of their languages and names.
    pub fn put(&mut self, entry: Entry) {
        self.clients.retain(|old| old.name != entry.name);
        self.clients.push(entry);
        self.clients
            .sort_by(|a, b| (&a.language, &a.name).cmp(&(&b.language, &b.name)));
    }

    /// The entry of a library.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.clients.iter().find(|entry| entry.name == name)
    }

    /// Writes the file if its text changes.
    pub fn write(&self, path: &Path) -> Result<()> {
        file::write(path, self)
    }

    /// The bytes of the file.
    pub fn text(&self) -> Result<String> {
        file::text(self)
    }
}

/// Where the file is in the project.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/clients.json")
}
