//! `spec/implementations.json`: what was measured of each implementation, in the order of the list of endpoints.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cases::NUMBERS;
use crate::endpoints::ENDPOINTS;
use crate::protocol::Role;
use crate::rows::{OddReceived, Received, Row, Sent, Span};
use crate::{Outcome, layout};

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// How the file came to be.
    pub about: String,
    /// The numbers that were measured. A row speaks of those in its range, and of no other.
    pub numbers: Vec<Span>,
    /// One entry an implementation and role.
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
    /// The measured side.
    pub role: Role,
    /// Whether it was measured: always.
    pub measured: bool,
    /// Its names for codes, by number.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub identifiers: BTreeMap<String, String>,
    /// What became of each number that it was asked to send.
    pub sends: Vec<Row<Sent>>,
    /// What became of a close without a code.
    pub sends_no_code: Sent,
    /// What became of each number that it received.
    pub receives: Vec<Row<Received>>,
    /// What became of ends that have no number.
    pub receives_odd: OddReceived,
}

const ABOUT: &str = "Measured by `cargo run -p wire`; do not edit. See tests/wire/README.md.";

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
    pub fn read(path: &Path) -> Outcome<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Only what the harness would measure in the same way today: nothing else may be claimed.
    #[must_use]
    pub fn without_the_unmeasurable(mut self) -> Self {
        if self.numbers != NUMBERS {
            self.implementations.clear();
        }
        let listed = |entry: &Entry| {
            ENDPOINTS
                .iter()
                .any(|endpoint| endpoint.name == entry.name && endpoint.roles.contains(&entry.role))
        };
        self.implementations.retain(listed);
        let implementations = self.implementations;
        Self {
            implementations,
            ..Self::default()
        }
    }

    /// Writes the file, unless it says the same already.
    pub fn write(&self, path: &Path) -> Outcome<()> {
        let text = self.text()?;
        if fs::read_to_string(path).is_ok_and(|found| found == text) {
            return Ok(());
        }
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The bytes of the file.
    pub fn text(&self) -> Outcome<String> {
        let value = serde_json::to_value(self).map_err(|error| error.to_string())?;
        Ok(layout::lay_out(&value))
    }

    /// The entry of an implementation in a role.
    #[must_use]
    pub fn find(&self, name: &str, role: Role) -> Option<&Entry> {
        let matches = |entry: &&Entry| entry.name == name && entry.role == role;
        self.implementations.iter().find(matches)
    }

    /// Takes over `entry`. The others keep their places in the order of the list.
    pub fn put(&mut self, entry: Entry) {
        let old = |other: &Entry| other.name == entry.name && other.role == entry.role;
        self.implementations.retain(|other| !old(other));
        self.implementations.push(entry);
        self.implementations.sort_by_key(|entry| {
            let place = ENDPOINTS
                .iter()
                .position(|endpoint| endpoint.name == entry.name);
            (place.unwrap_or(usize::MAX), entry.role.as_str())
        });
    }
}

/// Where the file lies in the project.
#[must_use]
pub fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/implementations.json")
}
