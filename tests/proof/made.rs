//! Parts of documents that are made from lists of the program: between `<!-- begin NAME … -->` and `<!-- end NAME -->`.
//! `SNAPSHOTS=overwrite` writes them anew.

use std::env;

use close_codes_cli::targets::TARGETS;
use serde_json::{Map, Value};
use tests::{read, root, write};

/// Compares the part `name` of `document` with `text`, or writes it.
fn assert_made(document: &str, name: &str, text: &str) {
    let path = root().join(document);
    let found = read(&path);
    let begin = found
        .find(&format!("<!-- begin {name}"))
        .expect("the begin");
    let from = begin + found[begin..].find("-->\n").expect("a comment") + "-->\n".len();
    let to = found
        .find(&format!("<!-- end {name} -->"))
        .expect("the end");
    if env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite") {
        write(
            &path,
            &format!("{}\n{text}\n{}", &found[..from], &found[to..]),
        );
        return;
    }
    let made = format!("\n{text}\n");
    assert_eq!(
        &found[from..to],
        made,
        "{document}: run with SNAPSHOTS=overwrite"
    );
}

/// A Markdown table with columns as wide as their widest cell, as prettier formats it.
fn table(rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..rows[0].len())
        .map(|column| {
            let cells = rows.iter().map(|row| row[column].chars().count());
            cells.max().unwrap_or_default()
        })
        .collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths);
        let padded = cells.map(|(cell, width)| format!(" {cell:<width$} |"));
        format!("|{}\n", padded.collect::<String>())
    };
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let (head, body) = rows.split_first().expect("a head");
    let body: String = body.iter().map(|row| line(row)).collect();
    format!("{}{}{body}", line(head), line(&rule))
}

fn members<'a>(value: &'a Value, at: &str) -> &'a Map<String, Value> {
    let found = value.pointer(at).and_then(Value::as_object);
    found.unwrap_or_else(|| panic!("no {at} in {value}"))
}

fn description(value: &Value) -> String {
    value["description"]
        .as_str()
        .expect("a description")
        .to_owned()
}

/// Every output of the schema with its options, which is every target of the generator.
#[test]
fn the_table_of_outputs_is_the_list_of_targets() {
    let schema: Value = serde_json::from_str(&close_codes_cli::schema()).expect("JSON");
    let mut rows = vec![
        ["Output", "What it is", "Options"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for (name, output) in members(&schema, "/properties/outputs/properties") {
        let one = output.pointer("/oneOf/0/$ref").and_then(Value::as_str);
        let one = one.and_then(|one| schema.pointer(one.trim_start_matches('#')));
        let choices = one.and_then(|one| one["oneOf"].as_array());
        let with_options = choices.and_then(|choices| choices.last());
        let with_options = with_options.expect("the options of an output");
        let options = members(with_options, "/properties").iter();
        let options: Vec<String> = options
            .filter(|(option, _)| *option != "path")
            .map(|(option, value)| format!("`{option}`: {}", description(value)))
            .collect();
        let options = if options.is_empty() {
            "none".to_owned()
        } else {
            options.join(" ")
        };
        rows.push(vec![format!("`{name}`"), description(output), options]);
    }
    assert_made("docs/own-codes.md", "outputs", &table(&rows));
}

/// What can precede the notice, as a template writes it.
#[test]
fn the_list_of_heads_is_that_of_the_program() {
    let mut targets = TARGETS.iter();
    let template = targets.find(|target| target.name == "template");
    let heads = template.expect("the target").heads.iter();
    let heads = heads.map(|head| format!("{}\n", Value::from(*head)));
    let heads = format!("```text\n{}```\n", heads.collect::<String>());
    assert_made("docs/templates.md", "heads", &heads);
}

/// Every field of the values with its type and description. Whoever changes one sees it here, and in the changelog tells others.
#[test]
fn the_table_of_values_is_the_schema_of_the_json_output() {
    let schema = read(&root().join("generated/docs/close-codes.schema.json"));
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let mut rows = vec![["Value", "Type", "What it is"].map(str::to_owned).to_vec()];
    add_fields(&schema, &schema, "", &mut rows);
    assert!(rows.len() > 50, "{rows:?}");
    assert_made("docs/templates.md", "values", &table(&rows));
}

/// Adds the fields of an object, and those of the objects in it.
fn add_fields(schema: &Value, object: &Value, before: &str, rows: &mut Vec<Vec<String>>) {
    for (name, field) in members(object, "/properties") {
        // The comment of JSON, in whose place a template has `notice`.
        if name == "$comment" {
            continue;
        }
        let (inner, suffix) = resolved(schema, field);
        let path = format!("{before}{name}");
        let what = description(field);
        rows.push(vec![
            format!("`{path}{suffix}`"),
            type_of(schema, field),
            what,
        ]);
        if inner.get("properties").is_some() {
            add_fields(schema, inner, &format!("{path}{suffix}."), rows);
        }
    }
}

/// What a field is, or the elements of the list that it is.
fn resolved<'a>(schema: &'a Value, field: &'a Value) -> (&'a Value, &'static str) {
    if let Some(reference) = field["$ref"].as_str() {
        let target = schema.pointer(reference.trim_start_matches('#'));
        return (target.expect("a definition"), "");
    }
    if let Some(items) = field.get("items") {
        return (resolved(schema, items).0, "[]");
    }
    let choice = field.pointer("/allOf/0").or(field.pointer("/anyOf/0"));
    choice.map_or((field, ""), |choice| resolved(schema, choice))
}

fn type_of(schema: &Value, field: &Value) -> String {
    let (inner, suffix) = resolved(schema, field);
    let is_null = |value: &Value| value == "null" || value["type"] == "null";
    let types = field["type"].as_array().or(field["anyOf"].as_array());
    let or_null = types.is_some_and(|types| types.iter().any(is_null));
    let name = if suffix == "[]" {
        "list".to_owned()
    } else if let Some(words) = inner["oneOf"].as_array() {
        let words = words.iter().filter_map(|word| word["const"].as_str());
        words
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ")
    } else {
        let name = inner["type"].as_str().or(inner["type"][0].as_str());
        name.expect("a type").to_owned()
    };
    if or_null {
        format!("{name} or null")
    } else {
        name
    }
}
