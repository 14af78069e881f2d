//! `spec/identifiers.json`, which is built in: what implementations call close codes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::implementations::Groups;

const IDENTIFIERS: &str = include_str!("../../spec/identifiers.json");

static IMPLEMENTATIONS: LazyLock<Vec<Implementation>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(IDENTIFIERS).expect("the built-in identifiers are JSON");
    file.implementations
});

#[derive(Deserialize)]
struct File {
    implementations: Vec<Implementation>,
}

#[derive(Deserialize)]
struct Implementation {
    name: String,
    identifiers: BTreeMap<u16, String>,
}

/// What the implementation of that name calls its codes.
///
/// # Panics
///
/// If the built-in file has no implementation of that name.
#[must_use]
pub(crate) fn identifiers_of(name: &str) -> &'static BTreeMap<u16, String> {
    let found = IMPLEMENTATIONS
        .iter()
        .find(|implementation| implementation.name == name);
    &found.expect("a listed implementation").identifiers
}

/// The number that some implementation calls `text`.
#[must_use]
pub fn identified(text: &str) -> Option<u16> {
    let mut all = IMPLEMENTATIONS
        .iter()
        .flat_map(|implementation| &implementation.identifiers);
    let found = all.find(|(_, identifier)| identifier.as_str() == text);
    found.map(|(number, _)| *number)
}

/// What implementations call a number: the identifier, and who has it.
#[must_use]
pub fn called(number: u16) -> Vec<(String, Vec<String>)> {
    let mut called = Groups::new();
    for implementation in IMPLEMENTATIONS.iter() {
        if let Some(identifier) = implementation.identifiers.get(&number) {
            called.put(identifier.clone(), implementation.name.clone());
        }
    }
    called.0
}
