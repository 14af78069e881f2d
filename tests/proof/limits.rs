//! No input is expensive: reports have a bound, and outputs grow like the spec that they are made from.

use close_codes_cli::Project;
use close_codes_cli::Source;
use close_codes_cli::diagnostics::Problem;
use close_codes_cli::diagnostics::report::{Format, report};
use close_codes_cli::lint::lint;
use serde_json::{Map, Value, json};
use tests::render;

/// How much longer than its spec an output gets, at most.
const MAX_RATIO: usize = 80;

/// How long an output gets that hardly depends on the spec.
const MAX_BASE: usize = 200_000;

/// How many problems a report lists.
const LISTED: usize = 50;

fn all_outputs() -> Value {
    json!({
        "rust": "rust/", "swift": "swift/", "typescript": "web/", "markdown": "codes.md", "html": "codes.html",
        "json": "codes.json", "schema": "codes.schema.json",
    })
}

/// Short codes, and some of their fields.
fn codes(count: u16, fields: impl Fn(u16) -> Value) -> Value {
    let codes = (0..count).map(|index| {
        let mut code = json!({ "code": 3000 + index, "name": format!("a{index}"), "summary": "s" });
        if let (Value::Object(code), Value::Object(fields)) = (&mut code, fields(index)) {
            code.extend(fields);
        }
        code
    });
    codes.collect()
}

fn spec(fields: Value) -> Value {
    let mut spec = json!({ "name": "x", "outputs": all_outputs() });
    if let (Value::Object(spec), Value::Object(fields)) = (&mut spec, fields) {
        spec.extend(fields);
    }
    spec
}

/// Sound specs of which something is printed again and again, or longer than it was written.
fn amplifying() -> Vec<(String, Value)> {
    let long = |index: u16, text: &str| {
        if index == 0 {
            json!({ "summary": text })
        } else {
            json!({})
        }
    };
    let cited = json!({ "reference": vec!["d"; 8], "advised_by": vec!["d"; 8] });
    let document = json!([{
        "id": "d", "title": "t".repeat(150), "url": format!("https://a.b/{}", "u".repeat(388)),
    }]);
    let ranges = (4000..5000_u16).map(|number| {
        json!({ "from": number, "to": number, "name": format!("r{number}"), "summary": "s" })
    });
    let mut specs = vec![
        (
            "codes".to_owned(),
            spec(json!({ "codes": codes(2000, |_| json!({})) })),
        ),
        (
            "one long summary".to_owned(),
            spec(json!({ "codes": codes(1000, |index| long(index, &"s".repeat(1000))) })),
        ),
        (
            "one wide summary".to_owned(),
            spec(json!({ "codes": codes(1000, |index| long(index, &"名".repeat(1000))) })),
        ),
        (
            "citations".to_owned(),
            spec(json!({ "codes": codes(1000, |_| cited.clone()), "documents": document })),
        ),
        (
            "ranges".to_owned(),
            spec(json!({ "ranges": ranges.collect::<Value>() })),
        ),
        (
            "otherwise".to_owned(),
            spec(json!({
                "extends": "standard", "command": "c".repeat(1000), "title": "t".repeat(1000),
                "otherwise": { "reconnect": "never", "because": "b".repeat(5000) },
            })),
        ),
    ];
    for piece in [
        "a\n\n",
        "- a\n",
        "1. a\n",
        "`a` ",
        "_a_ ",
        "**a** ",
        "<http://a> ",
        "[a](http://b) ",
        "[a] ",
        "* ",
        "*",
        "\\*",
        "<",
        "&",
        "&lt;",
        "\"",
        "//",
        "`",
        "@",
        "\u{ad}x",
        "\ta",
        "# a\n",
        "> a\n",
        "~~~\n\na\n~~~\n",
        "|",
        "a",
        "a ",
        "![a](b)",
        "<b>",
        "[a][b]",
    ] {
        let repeated = piece.repeat(20_000 / piece.chars().count());
        let defined = format!(
            "{}\n\n[b]: http://{}",
            piece.repeat(9_000 / piece.chars().count()),
            "b".repeat(9_000)
        );
        let texts = json!({ "details": repeated, "because": &repeated[..repeated.floor_char_boundary(5000)] });
        specs.push((
            format!("details of {piece:?}"),
            spec(json!({ "codes": codes(3, |_| texts.clone()) })),
        ));
        specs.push((
            format!("{piece:?} and a definition"),
            spec(json!({ "codes": codes(3, |_| json!({ "details": defined })) })),
        ));
    }
    specs
}

#[test]
fn outputs_are_not_much_longer_than_their_spec() {
    for (name, spec) in amplifying() {
        let text = spec.to_string();
        for (path, output) in render(&text).iter() {
            let max = MAX_BASE + MAX_RATIO * text.len();
            assert!(
                output.len() <= max,
                "{name}: {} bytes of {path} from {}",
                output.len(),
                text.len()
            );
        }
    }
}

/// The problems of a spec that is not sound, or else what lint finds.
fn problems(source: &Source) -> Vec<Problem> {
    match Project::read(source) {
        Ok(project) => lint(&project.registry),
        Err(problems) => problems,
    }
}

/// Specs with thousands of problems, each with how many.
fn wrong() -> Vec<(&'static str, Value, usize)> {
    let unknown: Map<String, Value> = (0..8000)
        .map(|index| (format!("f{index}"), json!(1)))
        .collect();
    let mut deep = spec(json!({}));
    deep["k".repeat(100_000)] = json!(unknown);
    let equal = codes(10_000, |_| json!({ "code": 4001 }));
    let names = codes(2000, |_| json!({ "name": "same" }));
    let cited = codes(
        1000,
        |index| json!({ "reference": vec![format!("doc{index}"); 8] }),
    );
    let documents = (0..1000)
        .map(|index| json!({ "id": format!("doc-{index}"), "title": "t", "url": "https://a.b" }));
    let retired =
        (3000..5000).map(|number| json!({ "code": number, "name": format!("r{number}") }));
    let mut fields = spec(json!({}));
    fields.as_object_mut().expect("an object").extend(unknown);
    vec![
        ("equal codes", spec(json!({ "codes": equal })), 9999),
        ("equal names", spec(json!({ "codes": names })), 1999),
        ("unknown fields", fields, 8000),
        ("a long key", deep, 1),
        (
            "unknown documents",
            spec(json!({ "codes": cited, "documents": documents.collect::<Value>() })),
            9000,
        ),
        (
            "equal reasons",
            spec(
                json!({ "codes": codes(2000, |_| json!({ "reason": "r", "reconnect": "never" })) }),
            ),
            3000,
        ),
        (
            "retired codes",
            spec(json!({
                "codes": codes(2000, |_| json!({ "reconnect": "never" })), "retired": retired.collect::<Value>(),
            })),
            3000,
        ),
        (
            "endpoints",
            spec(json!({
                "codes": codes(2000, |_| json!({ "reconnect": "never" })), "endpoints": vec!["foundation"; 2000],
            })),
            3000,
        ),
    ]
}

/// How many problems a report lists, how many it counts, and its longest line is as long as what is around a problem.
#[test]
fn reports_list_the_first_problems_and_count_the_rest() {
    for (name, spec, count) in wrong() {
        for text in [spec.to_string(), format!("{spec:#}")] {
            let source = Source::new("close-codes.json", &text);
            let problems = problems(&source);
            assert_eq!(problems.len(), count, "{name}");
            let [human, json, github] = [Format::Human, Format::Json, Format::Github]
                .map(|format| report(&source, &problems, format));
            for report in [&human, &json, &github] {
                assert!(report.len() < 250_000, "{name}: {} bytes", report.len());
            }
            let json: Vec<Value> = serde_json::from_str(&json).expect("JSON");
            let omitted = count.saturating_sub(LISTED);
            assert_eq!(json.len(), count.min(LISTED + 1), "{name}");
            assert_eq!(github.lines().count(), json.len(), "{name}");
            let last = json.last().expect("a problem");
            if omitted > 0 {
                assert_eq!(
                    (&last["rule"], &last["omitted"]),
                    (&json!("more-problems"), &json!(omitted))
                );
                let thousands =
                    format!("and {},{:03} more problems", omitted / 1000, omitted % 1000);
                assert!(
                    human.contains(&thousands) && github.contains(&thousands),
                    "{name}: {thousands}"
                );
            }
        }
    }
}

/// A report of a spec on one line shows what is around a problem, and where it is.
#[test]
fn a_long_line_is_shown_in_part() {
    let mut spec = spec(json!({ "codes": codes(2000, |_| json!({})) }));
    spec["codes"][1999]["sumary"] = json!("x");
    let text = spec.to_string();
    let source = Source::new("close-codes.json", &text);
    let report = report(&source, &problems(&source), Format::Human);
    let column = text.find("\"sumary\"").expect("the field") + 1;
    assert!(
        report.contains(&format!("at close-codes.json:1:{column}")),
        "{report}"
    );
    assert!(
        report.contains("sumary") && report.len() < 10_000,
        "{report}"
    );
}
