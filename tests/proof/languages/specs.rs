//! The specs whose outputs every language checks, by the folder that the outputs go to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};
use tests::languages::languages;
use tests::{read, root, spec_text};

use crate::any_spec::specs::random_specs;
use crate::any_spec::thousand::many;
use crate::any_spec::worst::worst_specs;

/// How many random specs there are.
const RANDOM: usize = 8;

pub fn by_folder() -> BTreeMap<String, Value> {
    let mut starter = parsed(&read(&root().join("templates/starter/close-codes.json")));
    starter["name"] = json!("starter");
    let mut specs = BTreeMap::from([
        ("standard".to_owned(), parsed(&spec_text())),
        ("starter".to_owned(), starter),
        (
            "alone".to_owned(),
            parsed(&read(&root().join("tests/cases/own-codes-alone.json"))),
        ),
        ("thousand".to_owned(), many(1000)),
        (
            "lengths".to_owned(),
            lengths("lengths", &codes_of_every_length()),
        ),
    ]);
    specs.extend(examples());
    specs.extend(numbered("random", random_specs(RANDOM)));
    specs.extend(numbered("worst", worst_specs()));
    // So that their packages can be built together.
    let names: BTreeSet<&str> = specs
        .values()
        .filter_map(|spec| spec["name"].as_str())
        .collect();
    assert_eq!(names.len(), specs.len(), "two specs have one name");
    specs.extend(short());
    specs.extend(types());
    specs
}

/// The value of a JSON text.
pub fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn numbered(kind: &str, specs: Vec<Value>) -> impl Iterator<Item = (String, Value)> {
    let specs = specs.into_iter().enumerate();
    specs.map(move |(index, spec)| (format!("{kind}-{index}"), spec))
}

/// The examples in `spec/examples`.
fn examples() -> Vec<(String, Value)> {
    let files = fs::read_dir(root().join("spec/examples")).expect("the folder of examples");
    let example = |path: &std::path::Path| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        (name.into_owned(), parsed(&read(path)))
    };
    files
        .map(|entry| example(&entry.expect("an entry").path()))
        .collect()
}

/// Names and texts of every length, so that every line is on either side of a formatter's limit once.
fn codes_of_every_length() -> Vec<Value> {
    let code = |length: usize| {
        let first = length / 2 + 1;
        json!({
            "code": 4000 + length,
            "name": "n".repeat(length),
            "summary": format!("{} {}.", "w".repeat(first), "é".repeat(length + 31 - first)),
            "reason": "r".repeat(length + 63),
            "deprecated": "d".repeat(length + 20),
            "reconnect": if length.is_multiple_of(2) { "never" } else { "immediately" },
        })
    };
    (1..=60).map(code).collect()
}

fn lengths(name: &str, codes: &[Value]) -> Value {
    json!({ "name": name, "codes": codes })
}

/// One, two or three of these codes at a time, and with a single one a range with a name as long. Only the lengths of lines
/// differ: they need not be compiled.
fn short() -> impl Iterator<Item = (String, Value)> {
    let codes = codes_of_every_length();
    let chunks = [1, 2, 3].into_iter().flat_map(|size| codes.chunks(size));
    let spec = |codes: &[Value]| {
        let mut spec = lengths("short", codes);
        if let [code] = codes {
            let name = code["name"].as_str().expect("a name").replace('n', "r");
            spec["ranges"] = json!([
                { "from": 4100, "to": 4199, "name": name, "summary": "A range.", "reconnect": "never" }
            ]);
        }
        spec
    };
    numbered("short", chunks.map(spec).collect())
}

/// The longest name that a type may have.
const LONGEST_TYPE: &str = "TheApplicationGatewayClosingCode";

/// A type with a name of each length, so that every line with it is on either side of a formatter's limit once.
fn types() -> impl Iterator<Item = (String, Value)> {
    let spec = |length: usize| {
        let outputs = languages().into_iter().map(|language| {
            let output = json!({ "path": language.path(false, &LONGEST_TYPE[..length]), "type": &LONGEST_TYPE[..length] });
            (language.name().to_owned(), output)
        });
        let outputs: serde_json::Map<String, Value> = outputs.collect();
        json!({
            "name": "short",
            "extends": "standard",
            "codes": [{ "code": 4001, "name": "full", "summary": "The room is full." }],
            "ranges": [{ "from": 4100, "to": 4199, "name": "shard", "summary": "A shard." }],
            "outputs": outputs,
        })
    };
    numbered("short-type", (2..=LONGEST_TYPE.len()).map(spec).collect())
}
