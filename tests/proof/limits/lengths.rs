//! The longest of every kind of text, name and list is allowed, and a longer one is refused.

use close_codes_cli::{Project, Source};
use serde_json::{Value, json};

/// What is bounded, its bound, and a spec that has as many of it.
type Bound = (&'static str, usize, fn(usize) -> Value);

fn text(length: usize) -> String {
    "x".repeat(length)
}

fn with_code(fields: &Value) -> Value {
    let mut code = json!({ "code": 4000, "name": "closed", "summary": "It is closed." });
    let (code_fields, more) = (code.as_object_mut(), fields.as_object());
    code_fields
        .expect("an object")
        .extend(more.expect("an object").clone());
    json!({ "name": "chat", "extends": "standard", "codes": [code] })
}

fn with_output(outputs: &Value) -> Value {
    json!({ "name": "chat", "codes": [], "outputs": outputs })
}

fn with_document(title: &str, url: &str) -> Value {
    let mut spec = with_code(&json!({ "reference": ["a"] }));
    spec["documents"] = json!([{ "id": "a", "title": title, "url": url }]);
    spec
}

const BOUNDS: [Bound; 20] = [
    ("name", 60, |length| {
        with_code(&json!({ "name": text(length) }))
    }),
    ("constant", 60, |length| {
        with_code(&json!({ "names": { "swift": text(length) } }))
    }),
    ("summary", 1000, |length| {
        with_code(&json!({ "summary": text(length) }))
    }),
    ("details", 20_000, |length| {
        with_code(&json!({ "details": text(length) }))
    }),
    ("doubt", 5000, |length| {
        with_code(&json!({ "doubt": text(length) }))
    }),
    ("reason", 123, |length| {
        with_code(&json!({ "reason": text(length) }))
    }),
    ("causes", 8, |count| {
        let cause = json!({ "summary": "a", "check": "b", "fix": "c" });
        with_code(&json!({ "causes": vec![cause; count] }))
    }),
    ("references", 8, |count| {
        let references: Vec<_> = (0..count)
            .map(|index| format!("rfc6455#section-{index}"))
            .collect();
        with_code(&json!({ "reference": references }))
    }),
    ("title of a document", 150, |length| {
        with_document(&text(length), "https://example.com/")
    }),
    ("URL of a document", 400, |length| {
        let host = "https://example.com/";
        with_document("A", &format!("{host}{}", text(length - host.len())))
    }),
    ("authors", 8, |count| {
        let package = json!({ "authors": vec!["A"; count] });
        json!({ "name": "chat", "codes": [], "package": package })
    }),
    ("repository", 400, |length| {
        let host = "https://example.com/";
        let url = format!("{host}{}", text(length - host.len()));
        json!({ "name": "chat", "codes": [], "package": { "repository": url } })
    }),
    ("type", 32, |length| {
        let name = format!("X{}", text(length - 1));
        with_output(&json!({ "rust": { "path": "a.rs", "type": name } }))
    }),
    ("package of Kotlin", 200, |length| {
        with_output(&json!({ "kotlin": { "path": "CloseCode.kt", "package": text(length) } }))
    }),
    ("package of Java", 200, |length| {
        with_output(&json!({ "java": { "path": "java/", "package": text(length) } }))
    }),
    ("package of Go", 60, |length| {
        with_output(&json!({ "go": { "path": "go/", "package": text(length) } }))
    }),
    ("module of Go", 200, |length| {
        with_output(&json!({ "go": { "path": "go/", "module": text(length) } }))
    }),
    ("name on JSR", 80, |length| {
        let name = format!("@a/{}", text(length - 3));
        with_output(&json!({ "typescript": { "path": "ts/", "jsr": name } }))
    }),
    ("license", 1000, |length| {
        // Spaces mean nothing in an expression.
        let license = format!("MIT{}OR ISC", " ".repeat(length - 9));
        json!({ "name": "chat", "codes": [], "package": { "license": license } })
    }),
    ("delay in seconds", 24 * 24 * 60 * 60, |seconds| {
        let bounds = json!({ "from_seconds": 0, "to_seconds": seconds, "cap_seconds": seconds });
        with_code(&json!({ "reconnect": { "backoff": bounds } }))
    }),
];

#[test]
fn the_longest_is_allowed_and_a_longer_one_refused() {
    for (what, max, spec) in BOUNDS {
        let read = |length| {
            let text = spec(length).to_string();
            Project::read(&Source::new("close-codes.json", &text))
        };
        if let Err(problems) = read(max) {
            panic!("{what} of {max}: {problems:?}");
        }
        let problems = read(max + 1).expect_err(what);
        assert_eq!(problems.len(), 1, "{what}: {problems:?}");
    }
}
