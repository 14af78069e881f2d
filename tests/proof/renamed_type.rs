//! A spec that chooses the name of the type → outputs, readmes and documentation that all use that name.

use serde_json::json;
use tests::render;

#[test]
fn every_output_follows_the_type() {
    let options = |path: &str| json!({ "path": path, "type": "ChatCode" });
    let spec = json!({
        "name": "chat",
        "codes": [{ "code": 4001, "name": "full", "summary": "The room is full.", "reason": "full" }],
        "outputs": {
            "rust": options("rust/"), "swift": options("swift/"), "typescript": options("web/"),
            "markdown": "codes.md", "html": "codes.html", "json": "codes.json",
        },
    });
    let files = render(&spec.to_string());
    for (path, text) in files.iter() {
        for of_the_default in [
            " CloseCode::",
            "`CloseCode::",
            "CloseCode.Full",
            "{ CloseCode",
        ] {
            assert!(!text.contains(of_the_default), "{path}:\n{text}");
        }
    }
    for path in ["rust/README.md", "codes.md", "codes.html", "codes.json"] {
        let text = files.get(path).expect("the file");
        assert!(text.contains("ChatCode::Full"), "{path}:\n{text}");
    }
    for path in ["codes.md", "codes.html", "codes.json"] {
        let text = files.get(path).expect("the file");
        assert!(text.contains("ChatCode.Full"), "{path}:\n{text}");
    }
}
