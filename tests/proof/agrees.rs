//! Every language gives the same answers for all 65536 numbers, and the same delays.

use std::path::PathBuf;
use std::process::Command;

use close_codes::CloseCode;
use tests::vectors::{columns, delays, or_dash, vectors, yes};
use tests::{project, root, scratch, spec_text, toolchain, write};

/// The vector file of the canonical spec, and its text.
fn vector_file() -> (PathBuf, String) {
    let text = vectors(&project(&spec_text()).registry);
    let path = scratch("vectors").join(format!("{:?}.tsv", std::thread::current().id()));
    write(&path, &text);
    (path, text)
}

/// The first line that differs says more than a megabyte of both.
pub fn assert_agrees(language: &str, answers: &str, vectors: &str) {
    for (answer, vector) in answers.lines().zip(vectors.lines()) {
        assert_eq!(
            answer, vector,
            "{language} answers otherwise than the registry"
        );
    }
    assert_eq!(
        answers.lines().count(),
        vectors.lines().count(),
        "{language} leaves lines out"
    );
}

#[test]
fn rust_agrees() {
    let (_, vectors) = vector_file();
    let answers: Vec<String> = (0..=u16::MAX).map(CloseCode::from).map(line).collect();
    let answers = format!("{}{}\n", tests::vectors::heading(), answers.join("\n"));
    assert_agrees("Rust", &answers, &vectors);
}

fn line(code: CloseCode) -> String {
    columns(&[
        code.as_u16().to_string(),
        yes(code.is_named()),
        yes(code.is_own()),
        or_dash(code.name()),
        or_dash(code.summary()),
        code.label().to_owned(),
        code.code_range().to_string(),
        code.sent_by().to_string(),
        yes(code.is_sendable()),
        or_dash(code.wire_code()),
        yes(code.is_browser_sendable()),
        code.reconnect().to_string(),
        or_dash(code.after()),
        or_dash(code.reason()),
        delays(|attempt, random| Some(code.retry_after(attempt, random)?.as_secs_f64())),
    ])
}

#[test]
fn swift_agrees() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    let (path, vectors) = vector_file();
    for mode in ["5", "6"] {
        let package = scratch("swift-agreement");
        tests::copy(&root().join("generated/swift"), &package.join("CloseCodes"));
        tests::copy(
            &root().join("tests/swift/agreement"),
            &package.join("agreement"),
        );
        let answers = toolchain::run(
            Command::new("swift")
                .current_dir(package.join("agreement"))
                .args(["run", "--quiet", "--scratch-path"])
                .arg(package.join(format!("build-{mode}")))
                .args(["-Xswiftc", "-swift-version", "-Xswiftc", mode, "Agreement"])
                .arg(&path),
        );
        assert_agrees("Swift", &answers, &vectors);
    }
}

#[test]
fn typescript_agrees() {
    if !toolchain::has(&["node"]) {
        return;
    }
    let (path, vectors) = vector_file();
    let answers = toolchain::run(
        Command::new("node")
            .arg(root().join("tests/typescript/agreement.mjs"))
            .arg(root().join("generated/typescript"))
            .arg(&path),
    );
    assert_agrees("TypeScript", &answers, &vectors);
}
