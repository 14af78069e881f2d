//! `spec/close-codes.json` and `spec/identifiers.json` → what the project has of IANA's list.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Result;
use crate::ranges::NumberRange;

/// The entry of `spec/identifiers.json` with the meanings as IANA words them.
const MEANINGS: &str = "IANA registry";

/// What the project has of the list.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Its codes, by number.
    pub(super) codes: BTreeMap<u16, Code>,
    /// Its ranges.
    pub(super) ranges: Vec<NumberRange>,
}

/// What it has of a code.
#[derive(Debug, Default, Clone)]
pub(super) struct Code {
    /// The name in the registry of the project.
    pub(super) name: String,
    /// Whether its `reference` has IANA's registry.
    pub(super) is_listed: bool,
    /// The URLs of its references.
    pub(super) urls: Vec<String>,
    /// The meaning as IANA words it.
    pub(super) meaning: Option<String>,
}

#[derive(Deserialize)]
struct Spec {
    registry: Snapshot,
    codes: Vec<Entry>,
    ranges: Vec<NumberRange>,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Snapshot {
    document: String,
}

#[derive(Deserialize)]
struct Entry {
    code: u16,
    name: String,
    reference: Vec<String>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    url: String,
}

#[derive(Deserialize)]
struct Identifiers {
    implementations: Vec<Names>,
}

#[derive(Deserialize)]
struct Names {
    name: String,
    identifiers: BTreeMap<u16, String>,
}

impl Known {
    /// Reads both files in `folder`.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let spec: Spec = parsed(&folder.join("close-codes.json"))?;
        let identifiers: Identifiers = parsed(&folder.join("identifiers.json"))?;
        let mut all = identifiers.implementations.into_iter();
        let meanings = all.find(|names| names.name == MEANINGS).ok_or_else(|| {
            format!("spec/identifiers.json has no entry {MEANINGS:?} with IANA's meanings")
        })?;
        let code = |entry: &Entry| Code {
            name: entry.name.clone(),
            is_listed: entry.ids().any(|id| id == spec.registry.document),
            urls: spec
                .documents
                .iter()
                .filter(|document| entry.ids().any(|id| id == document.id))
                .map(|document| document.url.clone())
                .collect(),
            meaning: meanings.identifiers.get(&entry.code).cloned(),
        };
        let codes = spec.codes.iter().map(|entry| (entry.code, code(entry)));
        Ok(Self {
            codes: codes.collect(),
            ranges: spec.ranges,
        })
    }
}

impl Entry {
    /// The documents of its references, without the anchors.
    fn ids(&self) -> impl Iterator<Item = &str> {
        let references = self.reference.iter();
        references.filter_map(|reference| reference.split('#').next())
    }
}

fn parsed<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let file = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))
}
