//! Parts of documents that are made from lists of the program: between `<!-- begin NAME … -->` and `<!-- end NAME -->`.
//! `SNAPSHOTS=overwrite` writes them anew.

use std::env;

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
