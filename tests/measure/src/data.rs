//! `spec/implementations.json`: what was measured of each implementation.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::cases::NUMBERS;
use crate::endpoints::Endpoint;
use crate::file;
use crate::messages::Role;
use crate::outcomes::{OddReceived, Received, Sent};
use crate::ranges::{NumberRange, Ranged};

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// How the file was made.
    pub about: String,
    /// The numbers that were measured. The ranges of an entry claim something about these numbers only.
    pub numbers: Vec<NumberRange>,
    /// One entry for each implementation and role.
    pub implementations: Vec<Entry>,
}

/// What was measured of an implementation in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Its programming language.
    pub language: String,
    /// The measured version.
    pub version: String,
    /// The measured role.
    pub role: Role,
    /// Where its source has what was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the measurements do not show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The outcome of sending each number.
    pub sends: Vec<Ranged<Sent>>,
    /// The outcome of closing without a code.
    pub sends_no_code: Sent,
    /// The outcome of receiving each number.
    pub receives: Vec<Ranged<Received>>,
    /// The outcomes of the ends that carry no valid code and reason.
    pub receives_odd: OddReceived,
}

const ABOUT: &str = "Measured by `cargo run -p measure`; do not edit. See tests/measure/README.md.";

impl Default for Data {
    fn default() -> Self {
        Self {
            about: ABOUT.to_owned(),
            numbers: NUMBERS.to_vec(),
            implementations: Vec::new(),
        }
    }
}

impl Data {
    /// Reads the file, which need not exist.
    pub fn read(path: &Path) -> Result<Self> {
        file::read(path)
    }

    /// Removes every entry that the harness could not measure in the same way today, so that the file claims nothing
    /// else.
    #[must_use]
    pub fn keep_measurable(self, endpoints: &[Endpoint]) -> Self {
        let is_measurable = |entry: &Entry| {
            endpoints
                .iter()
                .any(|endpoint| endpoint.name == entry.name && endpoint.roles.contains(&entry.role))
        };
        let mut implementations = self.implementations;
        implementations.retain(|entry| self.numbers == NUMBERS && is_measurable(entry));
        Self {
            implementations,
            ..Self::default()
        }
    }

    /// Writes the file if its text changes.
    pub fn write(&self, path: &Path) -> Result<()> {
        file::write(path, self)
    }

    /// The bytes of the file.
    pub fn text(&self) -> Result<String> {
        file::text(self)
    }

    /// The entry of an implementation in a role.
    #[must_use]
    pub fn find(&self, name: &str, role: Role) -> Option<&Entry> {
        let matches = |entry: &&Entry| entry.name == name && entry.role == role;
        self.implementations.iter().find(matches)
    }

    /// Replaces or adds an entry. Entries are in the order of their languages, names and roles.
    pub fn put(&mut self, entry: Entry) {
        let entries = &mut self.implementations;
        entries.retain(|old| (&old.name, old.role) != (&entry.name, entry.role));
        entries.push(entry);
        entries.sort_by(|a, b| (&a.language, &a.name, a.role).cmp(&(&b.language, &b.name, b.role)));
    }
}

/// Where the file is in the project.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/implementations.json")
}
