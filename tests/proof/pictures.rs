//! The drawings of the HTML page: everything is in them, once, with its sign, and they need no colour and no style.

use serde_json::{Value, json};
use tests::{project, render};

const STANDARD: &str =
    r#"{ "name": "chat", "extends": "standard", "outputs": { "html": "codes.html" } }"#;

/// The drawing of the numbers on the page of a spec.
fn number_space(spec: &str) -> String {
    let files = render(spec);
    let page = files.get("codes.html").expect("a page");
    let start = page
        .find("<title id=\"number-space-title\">")
        .expect("a drawing");
    let start = page[..start].rfind("<svg").expect("its start");
    let (drawing, _) = page[start..].split_once("</svg>").expect("its end");
    drawing.to_owned()
}

/// The links of a drawing: where each leads, and what is in it.
fn links(drawing: &str) -> Vec<(&str, &str)> {
    let links = drawing.split("<a href=\"#").skip(1);
    let links = links.map(|link| {
        let link = link.split("</a>").next().unwrap_or_default();
        link.split_once("\">").expect("an address")
    });
    links.collect()
}

fn spec_of(codes: &[Value]) -> String {
    let spec = json!({
        "name": "chat",
        "extends": "standard",
        "codes": codes,
        "ranges": [{ "from": 4700, "to": 4799, "name": "overloaded", "summary": "No room.", "sent_by": "server" }],
        "outputs": { "html": "codes.html" },
    });
    spec.to_string()
}

#[test]
fn every_code_has_a_place_and_signs() {
    let spec = spec_of(&[
        json!({ "code": 4001, "name": "kicked", "summary": "Kicked.", "sent_by": "server" }),
    ]);
    let drawing = number_space(&spec);
    let links = links(&drawing);
    let registry = project(&spec).registry;
    for code in registry.entries() {
        let id = format!("{}-{}", code.number, code.name);
        let found: Vec<_> = links.iter().filter(|(to, _)| *to == id).collect();
        assert_eq!(found.len(), 1, "{id}");
        let (_, shown) = found[0];
        let answer = registry.answer(code.number);
        assert_eq!(
            !answer.is_sendable(),
            shown.contains("stroke-dasharray"),
            "{id}"
        );
        let is_by_browser = answer.is_browser_sendable() && code.number != 4001;
        assert_eq!(
            is_by_browser,
            shown.contains("stroke-width=\"2.5\""),
            "{id}"
        );
    }
    assert!(links.iter().any(|(to, _)| *to == "4700-4799-overloaded"));
    for forbidden in ["style=", "url(", "<script", "color:"] {
        assert!(!drawing.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn a_thousand_codes_are_counted() {
    let codes: Vec<Value> = (4000..5000)
        .map(|code| json!({ "code": code, "name": format!("code-{code}"), "summary": "A code." }))
        .collect();
    let drawing = number_space(&spec_of(&codes));
    let links = links(&drawing);
    let own: Vec<_> = links.iter().filter(|(to, _)| to.starts_with('4')).collect();
    assert_eq!(own.len(), 10);
    // The range, too, has its place among the codes.
    let count = |shown: &str| -> usize {
        let (_, title) = shown.split_once(": ").expect("a count");
        let digits = title.split(' ').next().expect("a number");
        digits.parse().expect("a number")
    };
    let all: usize = own.iter().map(|(_, shown)| count(shown)).sum();
    assert_eq!(all, 1001);
    assert!(drawing.len() < number_space(STANDARD).len() + 10_000);
}
