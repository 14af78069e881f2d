//! A thousand codes in one spec: every language compiles them and answers as the registry does, and what is written
//! grows no faster than the codes.

use std::process::Command;

use serde_json::{Value, json};
use tests::vectors::vectors;
use tests::{project, render, root, toolchain, write};

use super::{file, fresh};
use crate::agrees::assert_agrees;
use crate::rust::{cargo, crate_at};
use crate::swift::swift;
use crate::typescript::has_packages;

/// A spec of `count` codes from 4000 on, each as long as any other, whatever their number.
fn many(count: u16) -> Value {
    let reconnects = [
        json!("never"),
        json!("immediately"),
        json!("backoff"),
        json!({ "backoff": { "from_seconds": 1, "to_seconds": 5, "cap_seconds": 50 } }),
    ];
    let codes = (0..count)
        .zip(reconnects.iter().cycle())
        .map(|(index, reconnect)| {
            let side = ["client", "server", "either"][usize::from(index % 3)];
            json!({
                "code": 4000 + index,
                "name": format!("code-n{index:03}"),
                "summary": format!("The code with the number {index:03} of them all."),
                "details": "It says as much as any other code does.",
                "reconnect": reconnect,
                "sent_by": side,
                "reason": format!("reason {index:03}"),
            })
        });
    json!({
        "name": "many",
        "codes": codes.collect::<Value>(),
        "outputs": {
            "rust": "close_code.rs",
            "swift": "CloseCode.swift",
            "typescript": "web/",
            "markdown": "docs.md",
            "json": "codes.json",
        },
    })
}

#[test]
fn what_is_written_grows_like_the_codes() {
    let sizes = |count: u16| -> Vec<usize> {
        let files = render(&many(count).to_string());
        files.iter().map(|(_, text)| text.len()).collect()
    };
    let [none, hundred, thousand] = [0, 100, 1000].map(sizes);
    for ((none, hundred), thousand) in none.iter().zip(hundred).zip(thousand) {
        // Neighbours share rows in the smallest, and nothing else differs.
        assert!(
            thousand - none <= 11 * (hundred - none),
            "{none} {hundred} {thousand}"
        );
    }
}

#[test]
fn rust_compiles_a_thousand() {
    let files = render(&many(1000).to_string());
    let main = "#![deny(warnings)]\nmod close_code;\nfn main() {\n    for code in close_code::CloseCode::ALL {\n        \
        assert_eq!(close_code::CloseCode::from_u16(code.as_u16()), *code);\n    }\n}\n";
    let folder = crate_at("thousand", "", main);
    write(&folder.join("src/close_code.rs"), file(&files, ".rs"));
    cargo(&folder, &["run", "--quiet"]);
}

#[test]
fn swift_compiles_a_thousand() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = fresh("thousand-swift");
    let files = render(&many(1000).to_string());
    write(&folder.join("CloseCode.swift"), file(&files, ".swift"));
    let arguments = [
        "-emit-sil",
        "-o",
        "sil",
        "-parse-as-library",
        "-warnings-as-errors",
        "CloseCode.swift",
    ];
    swift("swiftc", &folder, &arguments);
}

#[test]
fn typescript_compiles_a_thousand_and_agrees() {
    if !toolchain::has(&["node"]) || !has_packages() {
        return;
    }
    let folder = fresh("thousand-typescript");
    let project = project(&many(1000).to_string());
    for (path, text) in project.render().iter() {
        write(&folder.join(path), text);
    }
    let vectors = vectors(&project.registry);
    write(&folder.join("vectors.tsv"), &vectors);
    let node = |script: &str| {
        let mut node = Command::new("node");
        node.arg(root().join("tests/typescript").join(script))
            .arg(folder.join("web"));
        node
    };
    toolchain::run(&mut node("emitted.mjs"));
    let answers = toolchain::run(node("agreement.mjs").arg(folder.join("vectors.tsv")));
    assert_agrees("TypeScript", &answers, &vectors);
}
