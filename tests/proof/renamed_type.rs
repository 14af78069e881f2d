//! A spec that chooses the name of the type → outputs, readmes and documentation that all use that name.

use serde_json::json;
use tests::languages::languages;
use tests::render;

#[test]
fn every_output_follows_the_type() {
    let mut outputs = json!({ "markdown": "codes.md", "html": "codes.html", "json": "codes.json" });
    for language in languages() {
        let path = format!("{}/{}", language.name(), language.path(true, "ChatCode"));
        outputs[language.name()] = json!({ "path": path, "type": "ChatCode" });
    }
    let spec = json!({
        "name": "chat",
        "codes": [{ "code": 4001, "name": "full", "summary": "The room is full.", "reason": "full" }],
        "ranges": [{ "from": 4100, "to": 4199, "name": "overloaded", "summary": "No shard is free." }],
        "outputs": outputs,
    });
    let files = render(&spec.to_string());
    for (path, text) in files.iter() {
        for of_the_default in [
            " CloseCode::",
            "`CloseCode::",
            "CloseCode.Full",
            "CloseCode.FULL",
            " CloseCode.Re",
            "(CloseCode",
            "`CloseCode` is",
            "{ CloseCode",
        ] {
            assert!(!text.contains(of_the_default), "{path}:\n{text}");
        }
    }
    for path in [
        "rust/package/README.md",
        "codes.md",
        "codes.html",
        "codes.json",
    ] {
        let text = files.get(path).expect("the file");
        assert!(text.contains("ChatCode::Full"), "{path}:\n{text}");
    }
    for path in ["codes.md", "codes.html", "codes.json"] {
        let text = files.get(path).expect("the file");
        assert!(text.contains("ChatCode.Full"), "{path}:\n{text}");
    }
    for (path, of_the_range) in [
        (
            "rust/package/README.md",
            ["ChatCode::OVERLOADED", "code.is_overloaded()"],
        ),
        (
            "swift/package/README.md",
            ["ChatCode.Ranges.overloaded", "code.isOverloaded"],
        ),
        (
            "typescript/package/README.md",
            ["OVERLOADED", "isOverloaded(code)"],
        ),
    ] {
        let readme = files.get(path).expect("the readme");
        let line = format!(
            "\n- 4100-4199: {}\n",
            of_the_range.map(|code| format!("`{code}`")).join(", ")
        );
        assert!(readme.contains(&line), "{path}:\n{readme}");
    }
}
