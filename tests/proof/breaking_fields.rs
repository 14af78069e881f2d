//! The tables of `docs/rules.md` on what a change of each field breaks, beside what `breaking` finds: every change that they
//! list is made, both ways where it has two, and no field is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use tests::{program, read, root};

/// A field and a change of it.
type Row = (String, String);

/// The rows of the table of `section`, each with what the change breaks.
fn documented(section: &str) -> BTreeMap<Row, BTreeSet<String>> {
    let page = read(&root().join("docs/rules.md"));
    let (_, text) = page
        .split_once("\n## What a change of a field breaks\n")
        .expect("the section of the tables");
    let (_, text) = text
        .split_once(&format!("\n### {section}\n"))
        .expect("a heading");
    let lines = text.lines().take_while(|line| !line.starts_with('#'));
    let rows = lines.filter(|line| line.starts_with("| `"));
    let mut found = BTreeMap::new();
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, fields, change, breaks, _] = cells[..] else {
            panic!("{row}");
        };
        for field in spans(fields) {
            found.insert((field, change.to_owned()), spans(breaks).collect());
        }
    }
    assert!(!found.is_empty(), "{section} has a table");
    found
}

/// The parts of a cell that are code.
fn spans(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// What `breaking` says that the way from one spec to another breaks.
fn broken(folder: &Path, old: &Value, new: &Value) -> BTreeSet<String> {
    for (name, spec) in [("old.json", old), ("close-codes.json", new)] {
        fs::write(folder.join(name), spec.to_string()).expect("a file");
    }
    let arguments = ["breaking", "--against", "old.json", "--format", "json"];
    let ended = program::run(folder, &arguments);
    assert_eq!(ended.stderr, "", "{new}");
    let changes: Value = serde_json::from_str(&ended.stdout).expect("JSON");
    let changes = changes.as_array().expect("changes").iter();
    let breaks = changes.map(|change| change["breaks"].as_str().expect("a level"));
    breaks.map(str::to_owned).collect()
}

/// A spec with the values at some pointers, which `null` removes.
fn changed(spec: &Value, values: &Value) -> Value {
    let mut spec = spec.clone();
    for (pointer, value) in values.as_object().expect("pointers") {
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match spec.pointer_mut(parent) {
            Some(Value::Object(members)) if value.is_null() => drop(members.remove(key)),
            Some(Value::Object(members)) => drop(members.insert(key.to_owned(), value.clone())),
            Some(Value::Array(elements)) => elements.push(value.clone()),
            _ => panic!("{pointer} is not in the spec"),
        }
    }
    spec
}

/// The fields in a place of the schema.
fn fields(schema: &Value, place: &str) -> BTreeSet<String> {
    let members = schema.pointer(&format!("{place}/properties"));
    let members = members.and_then(Value::as_object).expect("an object");
    members.keys().cloned().collect()
}

/// The options of all outputs.
fn options(schema: &Value) -> BTreeSet<String> {
    let definitions = schema["definitions"].as_object().expect("definitions");
    let outputs = definitions
        .iter()
        .filter(|(name, _)| name.ends_with("-output"))
        .map(|(_, output)| output);
    let forms = outputs.flat_map(|output| match output["oneOf"].as_array() {
        Some(forms) => forms.iter().collect(),
        None => vec![output],
    });
    let objects = forms.filter(|form| form["type"] == "object");
    let mut options: BTreeSet<String> = objects.flat_map(|form| fields(form, "")).collect();
    assert!(options.remove("path"), "every output has a path");
    options
}

#[test]
fn the_tables_tell_what_each_change_breaks() {
    let text = read(&root().join("tests/cases/breaking-fields.json"));
    let cases: Value = serde_json::from_str(&text).expect("JSON");
    let base = &cases["base"];
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (section, changes) in cases["changes"].as_object().expect("sections") {
        let mut found = BTreeMap::new();
        for change in changes.as_array().expect("changes") {
            let from = match &change["from"] {
                Value::Null => base.clone(),
                values => changed(base, values),
            };
            let other = changed(base, &change["set"]);
            for (key, old, new) in [("change", &from, &other), ("back", &other, &from)] {
                let Some(name) = change[key].as_str() else {
                    continue;
                };
                let breaks = broken(folder.path(), old, new);
                for field in change["fields"].as_array().expect("fields") {
                    let field = field.as_str().expect("a field").to_owned();
                    let row = (field, name.to_owned());
                    let before = found.insert(row, breaks.clone());
                    // A row for two changes is true of both.
                    assert!(before.is_none_or(|before| before == breaks), "{change}");
                }
            }
        }
        assert_eq!(documented(section), found, "{section}");
    }
}

#[test]
fn the_tables_name_every_field() {
    let schema: Value = serde_json::from_str(&close_codes_cli::schema()).expect("JSON");
    let known = |section: &str| -> BTreeSet<String> {
        let rows = documented(section).into_keys();
        rows.map(|(field, _)| field).collect()
    };
    assert_eq!(known("A code"), fields(&schema, "/definitions/CodeSpec"));
    assert_eq!(known("A range"), fields(&schema, "/definitions/RangeSpec"));
    // The entries have tables of their own.
    let mut file = fields(&schema, "");
    file.retain(|field| field != "codes" && field != "ranges");
    assert_eq!(known("The file"), file);
    assert_eq!(known("An output"), options(&schema));
}
