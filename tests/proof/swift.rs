//! The Swift outputs with every option, on both shapes of Foundation's enum, and the examples of the readme.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::any_spec::specs::without_clashes;
use crate::any_spec::worst::worst_specs;
use crate::documented::code_blocks;
use tests::{copy, read, render, root, scratch, spec_with_outputs, toolchain, write};

/// Puts the generated package, its one-file form and the stand-in for Apple's enum in one folder.
fn sources(name: &str) -> PathBuf {
    let folder = scratch(name);
    copy(&root().join("generated/swift"), &folder.join("CloseCodes"));
    copy(
        &root().join("tests/languages/swift/shapes"),
        &folder.join("shapes"),
    );
    copy(
        &root().join("generated/swift/Sources/CloseCodes"),
        &folder.join("shapes/Sources/CloseCodes"),
    );
    let files = render(&spec_with_outputs(json!({ "swift": "CloseCode.swift" })));
    let drop_in = files.get("CloseCode.swift").expect("the file");
    write(&folder.join("drop-in/CloseCode.swift"), drop_in);
    folder
}

fn swift(tool: &str, folder: &Path, arguments: &[&str]) -> String {
    toolchain::run(Command::new(tool).current_dir(folder).args(arguments))
}

/// Has `swiftc` make no code, but find all that it would find on the way.
pub(crate) const CHECKING: [&str; 3] = ["-emit-sil", "-o", "sil"];

/// A call of `swiftc` at its strictest in a language mode, on files that are one module.
pub(crate) fn strict_swiftc(folder: &Path, mode: &str) -> Command {
    let mut command = Command::new("swiftc");
    command.current_dir(folder).args([
        "-parse-as-library",
        "-wmo",
        "-strict-concurrency=complete",
        "-warnings-as-errors",
        "-swift-version",
        mode,
    ]);
    command
}

/// Holds the files of one module against `strict_swiftc`.
fn check(folder: &Path, mode: &str, options: &[&str], files: &[&str]) {
    toolchain::run(
        strict_swiftc(folder, mode)
            .args(CHECKING)
            .args(options)
            .args(files),
    );
}

/// Specs whose outputs share a module: only one extends Foundation's types, and each has a type of its own.
#[test]
fn every_option_compiles() {
    if !toolchain::has(&["swift", "swiftc"]) {
        return;
    }
    let folder = scratch("swift-options");
    let [names, long, ..] = &worst_specs()[..] else {
        panic!("there are no worst specs");
    };
    let outputs = [
        ("Default.swift", long, json!({})),
        (
            "Internal.swift",
            names,
            json!({ "type": "Internal", "access": "internal", "foundation": false }),
        ),
        (
            "Package.swift",
            names,
            json!({ "type": "URLCode", "access": "package", "foundation": false }),
        ),
    ];
    for (file, spec, mut output) in outputs.clone() {
        let mut spec = spec.clone();
        output["path"] = file.into();
        spec["outputs"] = json!({ "swift": output });
        let files = render(&spec.to_string());
        write(&folder.join(file), files.get(file).expect("the file"));
    }
    let files = outputs.map(|(file, ..)| file);
    for mode in ["5", "6"] {
        check(&folder, mode, &["-package-name", "app"], &files);
    }
    check_starter();
    swift(
        "swift",
        &folder,
        &["format", "lint", "--strict", "--recursive", "."],
    );
}

/// Constants are in the scope of all that the file calls without a type in front.
#[test]
fn codes_may_have_the_names_of_what_the_file_calls() {
    if !toolchain::has(&["swift", "swiftc"]) {
        return;
    }
    let folder = scratch("swift-called");
    let outputs = json!({ "swift": "CloseCode.swift" });
    let file = render(&spec_with_outputs(outputs.clone()));
    let names = called(file.get("CloseCode.swift").expect("the file"));
    assert!(names.contains("min") && names.contains("fatal-error"));
    let codes = names.iter().zip(4000..);
    let codes =
        codes.map(|(name, number)| json!({ "code": number, "name": name, "summary": "Called." }));
    let spec = json!({ "name": "called", "codes": codes.collect::<Vec<_>>(), "outputs": outputs });
    let files = render(&without_clashes(spec).to_string());
    let text = files.get("CloseCode.swift").expect("the file");
    write(&folder.join("CloseCode.swift"), text);
    check(&folder, "6", &[], &["CloseCode.swift"]);
}

/// The names of codes whose constants are the words in front of a `(` in `swift`.
fn called(swift: &str) -> BTreeSet<String> {
    let calls = swift.match_indices('(').map(|(end, _)| {
        let word = swift[..end].rsplit(|c: char| !c.is_ascii_alphanumeric());
        word.into_iter().next().unwrap_or_default()
    });
    let kebab = |word: &str| {
        let letters = word.chars().map(|c| match c {
            'A'..='Z' => format!("-{}", c.to_ascii_lowercase()),
            _ => c.to_string(),
        });
        letters.collect()
    };
    let calls = calls.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    calls.map(kebab).collect()
}

/// The file of `init`, which chooses options of its own.
fn check_starter() {
    let folder = scratch("swift-options/starter");
    let files = render(&read(&root().join("templates/starter/close-codes.json")));
    let text = files.get("ios/ChatCloseCode.swift").expect("the file");
    write(&folder.join("ChatCloseCode.swift"), text);
    check(&folder, "6", &[], &["ChatCloseCode.swift"]);
}

/// Foundation's own enum: open on Apple's platforms, closed elsewhere.
#[test]
fn every_member_answers_on_the_real_foundation() {
    if !toolchain::has(&["swift"]) {
        return;
    }
    let shapes = sources("swift-real").join("shapes");
    let arguments = [
        "run",
        "--quiet",
        "--scratch-path",
        "../build-real",
        "Shapes",
    ];
    let printed = toolchain::run(
        Command::new("swift")
            .current_dir(shapes)
            .args(arguments)
            .env("FOUNDATION", "real"),
    );
    let shape = if cfg!(target_os = "macos") {
        "open"
    } else {
        "closed"
    };
    assert!(printed.starts_with(&format!("{shape} enum: ")), "{printed}");
}

#[test]
fn every_member_answers_on_an_open_enum() {
    if cfg!(target_os = "macos") || !toolchain::has(&["swift"]) {
        return;
    }
    let shapes = sources("swift-open").join("shapes");
    let arguments = [
        "run",
        "--quiet",
        "--scratch-path",
        "../build-open",
        "Shapes",
    ];
    let printed = swift("swift", &shapes, &arguments);
    assert!(printed.starts_with("open enum: "), "{printed}");
}

/// A constant that the platform's enum cannot represent is a message of the compiler, not a trap.
#[test]
fn a_closed_enum_says_why_a_constant_is_missing() {
    if cfg!(target_os = "macos") || !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = sources("swift-closed");
    let main = "import FoundationNetworking\n\
        let task = URLSessionWebSocketTask.CloseCode.serviceRestart\n";
    write(&folder.join("main.swift"), main);
    let output = Command::new("swiftc")
        .current_dir(&folder)
        .args(["-typecheck", "drop-in/CloseCode.swift", "main.swift"])
        .output()
        .expect("swiftc can be started");
    let message = "'serviceRestart' is unavailable: Foundation's enum cannot represent 1012 on this platform; \
        close(_:reason:) throws for it, too";
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && stderr.contains(message),
        "{stderr}"
    );
}

/// The examples of the readme, with what they leave to the application.
#[test]
fn the_examples_compile() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = sources("swift-examples");
    let readme = read(&root().join("generated/swift/README.md"));
    let examples = code_blocks(&readme, "swift");
    let [receiving, closing] = &examples[..] else {
        panic!("the readme has {} examples", examples.len());
    };
    let receiving = receiving.replace("import CloseCodes\n", "");
    let imports = "#if canImport(FoundationNetworking)\n  import FoundationNetworking\n#endif\n";
    let rest = format!(
        "func signIn() async throws {{}}\nfunc close(_ task: URLSessionWebSocketTask) throws {{\n{closing}\n}}\n"
    );
    write(
        &folder.join("Examples.swift"),
        &format!("{imports}{receiving}\n{rest}"),
    );
    let files = ["drop-in/CloseCode.swift", "Examples.swift"];
    check(&folder, "6", &[], &files);
}

/// The example of a package that leaves Foundation's types alone.
#[test]
fn the_example_without_foundation_compiles() {
    if !toolchain::has(&["swiftc"]) {
        return;
    }
    let folder = scratch("swift-without-foundation");
    let outputs = json!({ "swift": { "path": "swift/", "type": "Closing", "foundation": false } });
    let files = render(&spec_with_outputs(outputs));
    let file = |path: &str| files.get(&format!("swift/{path}")).expect("a file");
    let readme = file("README.md");
    assert!(!readme.contains("URLSession"), "{readme}");
    let examples = code_blocks(readme, "swift");
    let [example] = &examples[..] else {
        panic!("the readme has {} examples", examples.len());
    };
    let (_, example) = example.split_once('\n').expect("an import");
    write(&folder.join("Example.swift"), example);
    write(
        &folder.join("Closing.swift"),
        file("Sources/CloseCodes/Closing.swift"),
    );
    check(&folder, "6", &[], &["Closing.swift", "Example.swift"]);
}
