//! `spec/identifiers.json`, which is built in: the names of close codes in implementations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::groups::Groups;

const IDENTIFIERS: &str = include_str!("../../../spec/identifiers.json");

static IMPLEMENTATIONS: LazyLock<Vec<Implementation<'static>>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(IDENTIFIERS).expect("the built-in identifiers are JSON");
    file.implementations
});

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    implementations: Vec<Implementation<'a>>,
}

#[derive(Deserialize)]
struct Implementation<'a> {
    /// Its library, and behind a space the type that has the identifiers.
    name: &'a str,
    /// By number.
    #[serde(borrow)]
    identifiers: BTreeMap<u16, &'a str>,
}

/// Every number with its identifier and the implementation that calls it so.
pub(crate) fn all_identifiers() -> impl Iterator<Item = (u16, &'static str, &'static str)> {
    IMPLEMENTATIONS.iter().flat_map(|implementation| {
        let identifiers = implementation.identifiers.iter();
        identifiers.map(|(number, identifier)| (*number, *identifier, implementation.name))
    })
}

impl Implementation<'static> {
    /// The library, of which some have a second name in parentheses.
    fn library(&self) -> &'static str {
        let mut spaces = self.name.match_indices(' ').map(|(at, _)| at);
        let end = spaces.find(|at| !self.name[at + 1..].starts_with('('));
        end.map_or(self.name, |end| &self.name[..end])
    }
}

/// An identifier, and the libraries that use it.
pub(crate) type Identifier = (&'static str, Vec<String>);

/// The identifiers of a number.
pub(crate) fn identifiers(number: u16) -> Vec<Identifier> {
    let mut identifiers = Groups::default();
    for implementation in IMPLEMENTATIONS.iter() {
        if let Some(identifier) = implementation.identifiers.get(&number) {
            identifiers.put(*identifier, implementation.library().to_owned());
        }
    }
    identifiers.into_vec()
}
