//! Specs with thousands of problems, and those of which something is printed again and again.

use serde_json::{Map, Value, json};

fn all_outputs() -> Value {
    json!({
        "rust": "rust/", "swift": "swift/", "typescript": "web/", "java": "java/", "markdown": "codes.md", "html": "codes.html",
        "json": "codes.json", "schema": "codes.schema.json",
    })
}

/// Short codes, and some of their fields.
pub fn codes(count: u16, fields: impl Fn(u16) -> Value) -> Value {
    let codes = (0..count).map(|index| {
        let mut code = json!({ "code": 3000 + index, "name": format!("a{index}"), "summary": "s" });
        if let (Value::Object(code), Value::Object(fields)) = (&mut code, fields(index)) {
            code.extend(fields);
        }
        code
    });
    codes.collect()
}

pub fn spec(fields: Value) -> Value {
    let mut spec = json!({ "name": "x", "outputs": all_outputs() });
    if let (Value::Object(spec), Value::Object(fields)) = (&mut spec, fields) {
        spec.extend(fields);
    }
    spec
}

/// Sound specs of which something is printed again and again, or longer than it was written.
pub fn amplifying() -> Vec<(String, Value)> {
    let long = |index: u16, text: &str| {
        if index == 0 {
            json!({ "summary": text })
        } else {
            json!({})
        }
    };
    let cited = json!({ "reference": vec!["d"; 8], "advised_by": vec!["d"; 8] });
    let cause = json!({ "summary": "s", "check": "c", "fix": "f", "reference": vec!["d"; 8] });
    let explained = json!({ "causes": vec![cause; 8] });
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
            "causes".to_owned(),
            spec(json!({ "codes": codes(200, |_| explained.clone()), "documents": document })),
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

/// What would be too much if it were sound.
pub fn excessive() -> Vec<(String, Value)> {
    let long = "s".repeat(100_000);
    let summary = |index| json!({ "summary": if index == 0 { &long } else { "s" } });
    let document = |title: &str, url: &str| json!([{ "id": "d", "title": title, "url": url }]);
    let cited = |count| codes(1000, |_| json!({ "reference": vec!["d"; count] }));
    let url = format!("https://a.b/{long}");
    let specs = [
        ("summary", json!({ "codes": codes(1000, summary) })),
        (
            "title",
            json!({ "codes": cited(1), "documents": document(&long, "https://a.b") }),
        ),
        (
            "url",
            json!({ "codes": cited(1), "documents": document("t", &url) }),
        ),
        (
            "references",
            json!({ "codes": cited(1000), "documents": document(&long[..150], &url[..400]) }),
        ),
    ];
    let named = |(name, fields): (&str, _)| (format!("excessive {name}"), spec(fields));
    specs.into_iter().map(named).collect()
}

/// Specs with thousands of problems, each with how many.
pub fn wrong() -> Vec<(&'static str, Value, usize)> {
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
                "codes": codes(2000, |_| json!({ "reconnect": "never" })), "endpoints": vec!["foundation-linux"; 2000],
            })),
            // One for each number of IANA's range, and one for what the endpoint does as a sender and as a receiver.
            1002,
        ),
    ]
}
