//! `spec/identifiers.json`, which is built in: the names of close codes in implementations.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;
use serde_json::value::RawValue;

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
    #[serde(borrow)]
    identifiers: &'a RawValue,
    #[serde(skip)]
    read: OnceLock<BTreeMap<u16, &'a str>>,
}

/// The identifiers of the implementation of that name, by number.
///
/// # Panics
///
/// If the built-in file has no implementation of that name.
pub(crate) fn identifiers_of(name: &str) -> &'static BTreeMap<u16, &'static str> {
    let found = IMPLEMENTATIONS
        .iter()
        .find(|implementation| implementation.name == name);
    found.expect("a listed implementation").identifiers()
}

/// Every number with its identifier and the implementation that calls it so.
pub(crate) fn all_identifiers() -> impl Iterator<Item = (u16, &'static str, &'static str)> {
    IMPLEMENTATIONS.iter().flat_map(|implementation| {
        let identifiers = implementation.identifiers().iter();
        identifiers.map(|(number, identifier)| (*number, *identifier, implementation.name))
    })
}

impl Implementation<'static> {
    /// The identifiers, by number. They are read when the first output asks: most ask for one implementation or none.
    fn identifiers(&self) -> &BTreeMap<u16, &'static str> {
        let read = || serde_json::from_str(self.identifiers.get());
        self.read
            .get_or_init(|| read().expect("the built-in identifiers have a text for each number"))
    }

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
        if let Some(identifier) = implementation.identifiers().get(&number) {
            identifiers.put(*identifier, implementation.library().to_owned());
        }
    }
    identifiers.into_vec()
}
