//! The JSON Schema of specs: it explains every field, and agrees with the parser on what a spec is.

use std::fs;
use std::process::Command;

use close_codes_cli::Project;
use close_codes_cli::Source;
use serde_json::{Value, json};
use tests::{read, root, scratch, spec_text, toolchain, write};

use crate::typescript::has_packages;

const FILE: &str = "spec/close-codes.schema.json";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn the_file_is_the_schema_behind_a_notice() {
    let mut file = parsed(&read(&root().join(FILE)));
    let notice = file
        .as_object_mut()
        .expect("an object")
        .shift_remove("$comment");
    assert!(notice.is_some());
    assert_eq!(file, parsed(&close_codes_cli::schema()));
    assert_eq!(file.get("$id"), None);
    let spec = parsed(&spec_text());
    let found = spec["$schema"]
        .as_str()
        .and_then(|path| path.strip_prefix("./"));
    assert_eq!(
        found,
        FILE.strip_prefix("spec/"),
        "where editors look for it"
    );
}

/// Fields, types and words: whatever an editor can offer.
#[test]
fn everything_is_described() {
    fn look(schema: &Value, at: &str, undescribed: &mut Vec<String>) {
        let is_word = schema.get("const").is_some();
        let is_described = |schema: &Value| {
            schema["description"]
                .as_str()
                .is_some_and(|text| !text.contains('\n'))
        };
        if is_word && !is_described(schema) {
            undescribed.push(at.to_owned());
        }
        for group in ["properties", "definitions"] {
            for (name, inner) in schema[group].as_object().into_iter().flatten() {
                let at = format!("{at}/{name}");
                if !is_described(inner) {
                    undescribed.push(at.clone());
                }
                look(inner, &at, undescribed);
            }
        }
        for group in ["allOf", "anyOf", "oneOf"] {
            for inner in schema[group].as_array().into_iter().flatten() {
                look(inner, &format!("{at}/{group}"), undescribed);
            }
        }
    }
    let mut undescribed = Vec::new();
    look(&parsed(&close_codes_cli::schema()), "", &mut undescribed);
    assert_eq!(undescribed, [""; 0]);
}

/// Everything that a spec of one's own may say.
fn full_spec() -> Value {
    let backoff =
        json!({ "backoff": { "from_seconds": 0, "to_seconds": 2.5, "cap_seconds": 2_073_600 } });
    json!({
        "$schema": "anything", "name": "chat", "title": "Chat", "summary": "Chat.", "command": "make",
        "package": {
            "name": "chat-v2", "version": "1.0.0", "license": "MIT", "repository": "https://example.com/chat.git",
            "homepage": "https://example.com", "authors": ["Chat"],
        },
        "registry": { "document": "wiki", "snapshot": "2026-01-01", "doubt": "Not much." },
        "extends": "standard",
        "codes": [
            { "code": 1001, "reconnect": "never" },
            {
                "code": 4001, "name": "kicked", "summary": "Kicked.", "details": "Out.", "kind": "usable",
                "sent_by": "server", "reconnect": backoff, "after": "user-action", "because": "It is so.",
                "advised_by": ["wiki#a"], "reason": "x".repeat(123), "deprecated": "Use 4002.",
                "names": { "rust": "Kick", "swift": "kick", "typescript": "Kick", "kotlin": "KICK", "java": "KICK", "go": "Kick" },
                "allow": {}, "doubt": "None.", "reference": ["wiki"],
                "causes": [{ "when": "Now.", "seen": "Out.", "summary": "Rude.", "check": "Ask.", "fix": "Be kind.", "doubt": "None.", "reference": ["wiki#b"] }],
            },
        ],
        "ranges": [{
            "from": 4100, "to": 4199, "name": "app", "summary": "App.", "details": "App.", "sent_by": "client",
            "reconnect": "immediately", "after": "other-server", "because": "It is so.", "advised_by": ["wiki"],
            "doubt": "None.", "reference": ["wiki"],
            "causes": [{ "summary": "Rude.", "check": "Ask.", "fix": "Be kind." }],
        }],
        "otherwise": { "reconnect": "backoff", "after": "new-session", "because": "It is so." },
        "retired": [{ "code": 4900, "name": "gone" }],
        "endpoints": ["ws", "chromium"],
        "clients": ["partysocket"],
        "documents": [{ "id": "wiki", "title": "Wiki", "url": "http://example.com" }],
        "outputs": {
            "rust": { "path": "a.rs", "type": "ChatCode", "serde": true },
            "swift": { "path": "a.swift", "type": "ChatCode", "access": "internal", "foundation": false },
            "typescript": { "path": "a.ts", "type": "ChatCode", "jsr": "@chat/codes" },
            "kotlin": { "path": "a.kt", "type": "ChatCode", "package": "com.example.chat_v2" },
            "java": { "path": "ChatCode.java", "type": "ChatCode", "package": "com.example.chat_v2", "jakarta": true }, "markdown": "a.md", "html": { "path": "a.html" }, "json": "a.json",
            "go": { "path": "a.go", "type": "ChatCode", "package": "chat", "module": "example.com/chat" },
            "schema": ["a.schema.json", { "path": "b.schema.json", "of": "json" }],
            "template": [{ "path": "a/Makefile", "template": "a/x.j2" }],
        },
    })
}

fn sound_specs() -> Vec<Value> {
    let mut specs = vec![parsed(&spec_text()), full_spec(), json!({ "name": "chat" })];
    let examples = fs::read_dir(root().join("spec/examples"))
        .into_iter()
        .flatten();
    let examples = examples.map(|entry| entry.expect("an example").path());
    specs.extend(
        examples
            .filter(|path| path.extension().is_some_and(|found| found == "json"))
            .map(|path| parsed(&read(&path))),
    );
    specs
}

/// The full spec with another value in one place, or one more.
fn broken_specs() -> Vec<Value> {
    let changes = [
        ("/codes/1/sumary", json!("Kicked.")),
        ("/codes/1/summary", json!(5)),
        ("/codes/1/summary", json!(null)),
        ("/codes/1/kind", json!(null)),
        ("/codes/1/code", json!(70000)),
        ("/codes/1/code", json!(999)),
        ("/codes/1/code", json!(5000)),
        ("/codes/1/code", json!(1006)),
        ("/codes/1/allow", json!({ "no-such-rule": "It is so." })),
        ("/codes/1/reconnect", json!("never")),
        ("/ranges/0/reconnect", json!("never")),
        ("/otherwise/reconnect", json!("never")),
        ("/endpoints", json!(["no such implementation"])),
        ("/clients", json!(["no such library"])),
        ("/outputs/rust/path", json!("/a.rs")),
        ("/outputs/json", json!("/a.json")),
        ("/outputs/json", json!("a/")),
        ("/outputs/markdown", json!("a.html")),
        ("/outputs/swift/path", json!("C:\\a.swift")),
        ("/codes/1/code", json!(-1)),
        ("/codes/1/code", json!("4001")),
        ("/codes/1/kind", json!("used")),
        ("/codes/1/after", json!("new_session")),
        ("/codes/1/name", json!("Kicked")),
        ("/codes/1/name", json!("kicked--out")),
        ("/codes/1/name", json!("a".repeat(61))),
        ("/codes/1/reason", json!("x".repeat(124))),
        ("/codes/1/reference", json!("wiki")),
        ("/codes/1/causes", json!("Rude.")),
        (
            "/codes/1/causes",
            json!([{ "summary": "Rude.", "check": "Ask." }]),
        ),
        ("/codes/1/causes/0/fix", json!(5)),
        ("/codes/1/causes/0/reason", json!("It is so.")),
        ("/ranges/0/causes/0/summary", json!("s".repeat(1001))),
        ("/codes/1/names", json!(["Kick", "kick", "Kick"])),
        ("/codes/1/reconnect", json!("perhaps")),
        ("/codes/1/reconnect/backoff", json!([0, 2, 5])),
        ("/codes/1/reconnect/backoff/to_seconds", json!(0)),
        ("/codes/1/reconnect/backoff/cap_seconds", json!(31_536_001)),
        ("/codes/1/reconnect/backoff/every_seconds", json!(1)),
        (
            "/codes/1",
            json!({ "name": "kicked", "summary": "Kicked." }),
        ),
        ("/codes/1", json!([4001, "kicked"])),
        (
            "/ranges/0",
            json!({ "from": 4100, "name": "app", "summary": "App." }),
        ),
        ("/retired/0", json!([4900, "gone"])),
        ("/retired/0", json!({ "name": "gone" })),
        ("/documents/0/url", json!("javascript:alert(1)")),
        ("/documents/0", json!({ "id": "wiki", "title": "Wiki" })),
        ("/extends", json!("nothing")),
        ("/outputs/rust", json!(true)),
        ("/outputs/rust", json!(null)),
        ("/outputs/swift/type", json!("chatCode")),
        ("/outputs/swift/path", json!(null)),
        ("/outputs/kotlin/package", json!("com.example.chat-v2")),
        ("/outputs/java/package", json!("com.example.chat-v2")),
        ("/outputs/go/package", json!("chat-codes")),
        ("/outputs/go/module", json!("https://example.com")),
        ("/outputs/cobol", json!("a.txt")),
        ("/outputs/schema/1/of", json!("xml")),
        ("/outputs/schema/0", json!(["a.schema.json"])),
        ("/outputs/template", json!("a.h")),
        ("/outputs/template/0/path", json!("a/")),
        ("/outputs/template/0/template", json!(null)),
        ("/outputs/template/0/template", json!("/a.j2")),
        ("/name", json!("chat_codes")),
        ("/package/repository", json!("http://example.com/chat.git")),
        ("/package/homepage", json!("example.com")),
        ("/package/authors", json!("Chat")),
        ("/package/authors", json!(vec!["Chat"; 9])),
        ("/outputs/typescript/jsr", json!("close-codes")),
    ];
    let broken = changes.into_iter().map(|(place, value)| {
        let mut spec = full_spec();
        let (around, key) = place.rsplit_once('/').expect("a pointer");
        match spec.pointer_mut(around).expect("a place") {
            Value::Array(array) => array[key.parse::<usize>().expect("an index")] = value,
            object => object[key] = value,
        }
        spec
    });
    let without_base = json!({ "name": "chat", "codes": [{ "code": 1001, "reconnect": "never" }] });
    broken.chain([without_base, json!({}), json!([])]).collect()
}

/// What the parser has against a spec.
fn refusal(spec: &Value) -> Option<String> {
    let source = Source::new("close-codes.json", &spec.to_string());
    let problems = Project::read(&source).err()?;
    Some(close_codes_cli::diagnostics::report::report(
        &source,
        &problems,
        close_codes_cli::diagnostics::report::Format::Human,
    ))
}

#[test]
fn the_parser_knows_sound_specs_from_broken_ones() {
    for spec in sound_specs() {
        assert_eq!(refusal(&spec), None);
    }
    for spec in broken_specs() {
        assert!(refusal(&spec).is_some(), "accepted: {spec:#}");
    }
}

#[test]
fn the_schema_agrees_with_the_parser() {
    if !has_packages() {
        return;
    }
    let specs: Vec<Value> = sound_specs().into_iter().chain(broken_specs()).collect();
    let path = scratch("schema").join("specs.json");
    write(&path, &Value::from(specs.clone()).to_string());
    let script = root().join("tests/languages/typescript/valid.mjs");
    let said = toolchain::run(Command::new("node").args([script, root().join(FILE), path]));
    assert_eq!(said.lines().count(), specs.len(), "{said}");
    for (spec, said) in specs.iter().zip(said.lines()) {
        assert_eq!(said == "valid", refusal(spec).is_none(), "{said}: {spec:#}");
    }
}
