//! The drawing of the numbers on the HTML page, which needs no colour and no style, and the trees of causes.

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
    let links = drawing.split("<a ").skip(1);
    let links = links.map(|link| {
        let (link, _) = link.split_once("</a>").expect("an end");
        let (_, link) = link.split_once("href=\"#").expect("an address");
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

/// Codes from 4000 on.
fn own_codes(count: u16) -> Vec<Value> {
    (4000..4000 + count)
        .map(|code| json!({ "code": code, "name": format!("code-{code}"), "summary": "A code." }))
        .collect()
}

/// The range, too, has its place among the 40.
#[test]
fn up_to_forty_codes_have_cells() {
    for (count, is_counted) in [(39, false), (40, true)] {
        let drawing = number_space(&spec_of(&own_codes(count)));
        let found = links(&drawing);
        let names = found
            .iter()
            .filter(|(to, _)| to.ends_with("-code-4038"))
            .count();
        assert_eq!(names, usize::from(!is_counted), "{count}");
    }
}

#[test]
fn a_thousand_codes_are_counted() {
    let drawing = number_space(&spec_of(&own_codes(1000)));
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

/// The beginning of a tree.
const TREE: &str = "<ul class=\"tree\"";

/// A page of a spec with one code that has these causes.
fn with_causes(causes: &Value) -> [String; 2] {
    let spec = json!({
        "name": "chat",
        "codes": [{ "code": 4001, "name": "kicked", "summary": "Kicked.", "causes": causes }],
        "outputs": { "html": "codes.html", "markdown": "codes.md" },
    });
    let files = render(&spec.to_string());
    ["codes.html", "codes.md"].map(|path| files.get(path).expect("a page").to_owned())
}

fn cause(when: Option<&str>, summary: &str) -> Value {
    let mut cause = json!({ "seen": format!("Seen `{summary}`"), "summary": summary, "check": "Look.", "fix": "Mend." });
    if let Some(when) = when {
        cause["when"] = when.into();
    }
    cause
}

#[test]
fn causes_with_the_same_beginning_are_one_branch() {
    let causes = json!([
        cause(Some("At once."), "A"),
        cause(None, "B"),
        cause(Some("Later, <b>."), "C"),
        cause(Some("At once."), "D"),
    ]);
    let [page, markdown] = with_causes(&causes);
    let tree = "\nWhat do you see?\n
- At once.
  - Seen `A` → cause 1: A
  - Seen `D` → cause 4: D
- Later, \\<b\\>.
  - Seen `C` → cause 3: C
- None of these.
  - Seen `B` → cause 2: B
\nWhat typically lies behind it:\n";
    assert!(markdown.contains(tree), "{markdown}");
    let (_, tree) = page.split_once(TREE).expect("a tree");
    let (tree, _) = tree.split_once("<ol").expect("its end");
    let places = [
        "<li><p>At once.</p>",
        "<li><p>Seen <code>A</code> <a href=\"#4001.1\">1. A</a></p>",
        "<li><p>Seen <code>D</code> <a href=\"#4001.4\">4. D</a></p>",
        "<li><p>Later, &#60;b&#62;.</p>",
        "<a href=\"#4001.3\">3. C</a>",
        "<li><p>None of these.</p>",
        "<a href=\"#4001.2\">2. B</a>",
    ];
    let places = places.map(|shown| tree.find(shown).expect(shown));
    assert!(places.is_sorted(), "{tree}");
}

#[test]
fn causes_that_have_nothing_in_common_are_no_tree() {
    let causes = [
        json!([cause(None, "A"), cause(None, "B")]),
        json!([cause(Some("At once."), "A"), cause(Some("At once."), "B")]),
    ];
    for causes in causes {
        let [page, markdown] = with_causes(&causes);
        assert!(!page.contains(TREE), "{causes}");
        assert!(!markdown.contains("What do you see?"), "{causes}");
    }
}
