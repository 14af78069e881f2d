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
        "outputs": outputs,
    });
    let files = render(&spec.to_string());
    for (path, text) in files.iter() {
        for of_the_default in [
            " CloseCode::",
            "`CloseCode::",
            "CloseCode.Full",
            "CloseCode.FULL",
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
}
