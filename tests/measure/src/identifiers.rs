//! `spec/identifiers.json`: the names that an implementation's package reports for codes are compared with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::Result;
use crate::endpoints::Endpoint;

const PATH: &str = "spec/identifiers.json";

#[derive(Deserialize)]
struct File {
    implementations: Vec<Implementation>,
}

#[derive(Deserialize)]
struct Implementation {
    name: String,
    identifiers: BTreeMap<String, String>,
}

/// Compares the names that `endpoint` reported with those of the entry that it refers to.
pub fn check(endpoint: &Endpoint, reported: Option<&BTreeMap<String, String>>) -> Result<()> {
    match (&endpoint.identifiers, reported) {
        (None, None) => Ok(()),
        (None, Some(_)) => {
            Err("it reports names of codes, but its endpoint.json has no `identifiers`".to_owned())
        }
        (Some(entry), None) => Err(format!(
            "its endpoint.json has `identifiers` {entry:?}, but it reports no names of codes"
        )),
        (Some(entry), Some(reported)) => compare(entry, &known(entry)?, reported),
    }
}

fn known(entry: &str) -> Result<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(PATH);
    let text = fs::read_to_string(path).map_err(|error| format!("{PATH}: {error}"))?;
    let file: File = serde_json::from_str(&text).map_err(|error| format!("{PATH}: {error}"))?;
    let mut all = file.implementations.into_iter();
    all.find(|implementation| implementation.name == entry)
        .map(|implementation| implementation.identifiers)
        .ok_or_else(|| format!("{PATH} has no entry {entry:?}, which endpoint.json refers to"))
}

fn compare(
    entry: &str,
    known: &BTreeMap<String, String>,
    reported: &BTreeMap<String, String>,
) -> Result<()> {
    let mut numbers: Vec<&String> = known.keys().chain(reported.keys()).collect();
    numbers.sort();
    match numbers
        .iter()
        .find(|number| known.get(**number) != reported.get(**number))
    {
        None => Ok(()),
        Some(number) => Err(format!(
            "it calls {number} {}, but the entry {entry:?} of {PATH} has {}",
            shown(reported.get(*number)),
            shown(known.get(*number))
        )),
    }
}

fn shown(name: Option<&String>) -> &str {
    name.map_or("nothing", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_shown() {
        let names = |names: &[(&str, &str)]| {
            let owned = names
                .iter()
                .map(|(number, name)| ((*number).to_owned(), (*name).to_owned()));
            owned.collect::<BTreeMap<_, _>>()
        };
        let known = names(&[("1000", "OK"), ("1001", "AWAY")]);
        assert_eq!(compare("x", &known, &known), Ok(()));
        assert_eq!(
            compare("x", &known, &names(&[("1000", "OK"), ("1002", "ERROR")])),
            Err(
                "it calls 1001 nothing, but the entry \"x\" of spec/identifiers.json has AWAY"
                    .to_owned()
            )
        );
    }
}
