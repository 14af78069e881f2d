//! What the page on templates says of their text: heads and filters; and of the values: the schema.

use std::fs;
use std::process::Command;

use close_codes_cli::targets::TARGETS;
use serde_json::{Value, json};
use tests::program::run;
use tests::{read, root, scratch, toolchain, write};

use super::{NOTICE, with_template};
use crate::typescript::has_packages;

/// Behind every mark that the page on templates lists, whole and by itself.
#[test]
fn every_listed_head_proves_whose_the_file_is() {
    let mut targets = TARGETS.iter();
    let target = targets.find(|target| target.name == "template");
    for head in target.expect("the target").heads {
        let (_, mark) = head.rsplit_once('\n').unwrap_or(("", head));
        let between = if head.ends_with('"') {
            " ".to_owned()
        } else {
            format!("\n{mark}")
        };
        let notice = format!("{{{{ notice | lines | join({}) }}}}", Value::from(between));
        let folder = with_template(&format!("{head}{notice}\n{{{{ codes | length }}}}"));
        for template in [None, Some(format!("{head}{notice}\nmore"))] {
            if let Some(template) = template {
                fs::write(folder.path().join("codes.j2"), template).expect("a template");
            }
            let ended = run(folder.path(), &["generate"]);
            assert_eq!(ended.status, 0, "{head:?}: {}", ended.stderr);
        }
        assert!(read(&folder.path().join("codes.txt")).ends_with("\nmore\n"));
        let half = format!("{head}{{{{ notice | lines | first }}}}\n");
        fs::write(folder.path().join("codes.j2"), half).expect("a template");
        assert_eq!(run(folder.path(), &["generate"]).status, 2, "{head:?}");
    }
}

/// What the page on templates says of each filter.
#[test]
fn filters_make_what_their_page_says() {
    let name = |filter: &str| format!("{{{{ codes[0].name | {filter} }}}}\n");
    let spellings = ["camel", "upper_camel", "snake", "upper_snake", "kebab"];
    let rest = r#"{{ "a\n  b" | one_line }}
{{ "one two three\n\n*/ --> \\" | comment("// ", width=11) }}
{{ "ends ??/" | comment("// ") }}
{{ ["\"", none, 1.5, true] | json }}
{{ "\\ \" ??/ \n é" | c_string }}
{{ "\\ \" #{x} \n é" | elixir_string }}"#;
    let template = format!("{NOTICE}{}{rest}", spellings.map(name).concat());
    let folder = with_template(&template);
    let ended = run(folder.path(), &["generate"]);
    assert_eq!(ended.status, 0, "{}", ended.stderr);
    let text = read(&folder.path().join("codes.txt"));
    let lines: Vec<&str> = text.lines().skip(2).collect();
    let expected = r#"aB
AB
a_b
A_B
a-b
a b
// one two
// three
//
// * / -- > \.
// ends ??/.
["\"",null,1.5,true]
"\\ \" \?\?/ \n é"
"\\ \" \#{x} \n é""#;
    assert_eq!(lines, expected.lines().collect::<Vec<_>>());
}

/// With the JSON output of every example.
/// What means something in a literal, and what an editor would not show.
#[test]
fn literals_escape_what_ends_or_hides_text() {
    for (filter, literal) in [
        ("c_string", r#""a\?\"\\\n�\342\200\256#{x} é""#),
        ("elixir_string", r#""a?\"\\\n\u{0000}\u{202E}\#{x} é""#),
    ] {
        let text = r#""a?\"\\\n\u0000\u202e#{x} é""#;
        let folder = with_template(&format!("{NOTICE}{{{{ {text} | {filter} }}}}\n"));
        let ended = run(folder.path(), &["generate"]);
        assert_eq!(ended.status, 0, "{}", ended.stderr);
        let made = read(&folder.path().join("codes.txt"));
        assert_eq!(made.lines().last(), Some(literal));
    }
}

/// A filter takes as many steps as its text is long, so that no loop over filters takes forever.
#[test]
fn long_texts_cost_steps() {
    let long = format!("\"{}\"", "x".repeat(100_000));
    for (filter, value) in [("one_line", long.as_str()), ("json", "range(5000)")] {
        for (count, status) in [(1, 0), (1_000, 2)] {
            let folder = with_template(&format!(
                "{NOTICE}{{% set of = {value} %}}{{% for n in range({count}) %}}{{% set made = of | {filter} %}}{{% endfor %}}\n"
            ));
            let ended = run(folder.path(), &["generate"]);
            assert_eq!(ended.status, status, "{filter}: {}", ended.stderr);
            let is_limit = ended.stderr.contains("template-limit");
            assert_eq!(is_limit, status == 2, "{filter}: {}", ended.stderr);
        }
    }
}

#[test]
fn the_schema_of_the_json_output_is_true() {
    if !has_packages() {
        return;
    }
    let mut values = vec![read(&root().join("generated/docs/close-codes.json"))];
    for name in ["chat", "discord-gateway", "graphql-transport-ws"] {
        let spec = read(&root().join(format!("spec/examples/{name}.json")));
        let mut spec: Value = serde_json::from_str(&spec).expect("JSON");
        spec["outputs"] = json!({ "json": "codes.json" });
        let files = tests::render(&spec.to_string());
        values.push(files.get("codes.json").expect("the output").to_owned());
    }
    let values: Vec<Value> = values
        .iter()
        .map(|text| serde_json::from_str(text).expect("JSON"))
        .collect();
    let mut without = values[0].clone();
    without["codes"][0]
        .as_object_mut()
        .expect("a code")
        .remove("after");
    let count = values.len();
    let path = scratch("template").join("values.json");
    write(&path, &json!([values, vec![without]].concat()).to_string());
    let script = root().join("tests/languages/typescript/valid.mjs");
    let schema = root().join("generated/docs/close-codes.schema.json");
    let told = toolchain::run(Command::new("node").args([script, schema, path]));
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told[..count], vec!["valid"; count]);
    assert!(
        told[count].contains("required property 'after'"),
        "{told:?}"
    );
}
