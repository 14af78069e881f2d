//! Some random specs and the worst ones, in the hands of the real compilers, formatters and linters.

use std::path::Path;
use std::process::Command;

use proptest::strategy::{Strategy, ValueTree};
use serde_json::{Value, json};
use tests::{render, root, toolchain, write};

use super::{fresh, runner, specs, worst};
use crate::rust::{assert_formatted, cargo, crate_at};
use crate::swift::{build_stand_in, check, shapes, sources, swift};
use crate::typescript::has_packages;

/// How many random specs there are.
const RANDOM: usize = 8;

/// The outputs of a spec that chooses nothing.
pub fn outputs() -> Value {
    json!({
        "rust": "close_code.rs",
        "swift": { "path": "CloseCode.swift", "type": "ChatCloseCode" },
        "typescript": "web/",
        "markdown": "docs.md",
        "json": "codes.json",
    })
}

fn all_specs() -> Vec<Value> {
    let mut runner = runner(1);
    let random = (0..RANDOM).map(|_| {
        specs::spec()
            .new_tree(&mut runner)
            .expect("a spec")
            .current()
    });
    random.chain(worst()).collect()
}

/// The one file that `spec` yields for one output.
fn one(spec: &Value, language: &str, output: &Value) -> String {
    let mut spec = spec.clone();
    spec["outputs"] = json!({ language: output });
    let files = render(&spec.to_string());
    let mut texts = files.iter().map(|(_, text)| text.to_owned());
    texts.next().expect("one file")
}

#[test]
fn rust_is_content() {
    let texts: Vec<String> = all_specs()
        .iter()
        .map(|spec| one(spec, "rust", &json!("close_code.rs")))
        .collect();
    let modules: Vec<String> = (0..texts.len())
        .map(|index| format!("mod spec_{index};"))
        .collect();
    let modules = modules.join("\n");
    let main = format!("#![deny(warnings)]\n//! A stranger.\n{modules}\nfn main() {{}}\n");
    let folder = crate_at("any-spec", "", &main);
    for (index, text) in texts.iter().enumerate() {
        write(&folder.join(format!("src/spec_{index}.rs")), text);
    }
    cargo(&folder, &["build", "--quiet"]);
    if toolchain::has("rust_is_content", &["rustfmt"]) {
        for (index, text) in texts.iter().enumerate() {
            assert_formatted(&format!("any_spec_{index}.rs"), text);
        }
    }
}

#[test]
fn swift_is_content() {
    if !toolchain::has("swift_is_content", &["swift", "swiftc"]) {
        return;
    }
    let folder = sources("any-spec-swift");
    build_stand_in(&folder);
    let drop_ins = fresh("any-spec-swift/drop-ins");
    for (index, spec) in all_specs().iter().enumerate() {
        let access = ["public", "internal"][index % 2];
        let output = json!({ "path": "C.swift", "type": "ChatCloseCode", "access": access });
        let name = format!("drop-ins/Spec{index}.swift");
        write(&folder.join(&name), &one(spec, "swift", &output));
        // Every random spec in one mode on one shape, the worst in all.
        let all = index >= RANDOM;
        for (at, shape) in shapes().iter().enumerate() {
            for (mode_at, mode) in ["5", "6"].iter().enumerate() {
                if all || (at == index % 2 && mode_at == index / 2 % 2) {
                    check(&folder, mode, shape, &[&name]);
                }
            }
        }
    }
    two_in_one_module(&folder);
    let arguments = ["format", "lint", "--strict", "--recursive", "."];
    swift("swift", &drop_ins, &arguments);
}

/// The default type with Foundation's, and another type without.
fn two_in_one_module(folder: &Path) {
    let specs = worst();
    let first = one(&specs[1], "swift", &json!("C.swift"));
    let other = json!({ "path": "C.swift", "type": "ChatCloseCode", "foundation": false });
    write(&folder.join("drop-ins/Default.swift"), &first);
    write(
        &folder.join("drop-ins/Other.swift"),
        &one(&specs[0], "swift", &other),
    );
    let files = ["drop-ins/Default.swift", "drop-ins/Other.swift"];
    check(folder, "6", &[], &files);
}

#[test]
fn typescript_is_content() {
    if !toolchain::has("typescript_is_content", &["node"]) || !has_packages("typescript_is_content")
    {
        return;
    }
    let folder = fresh("any-spec-typescript");
    // Without any constant the linter finds types that hold no value, and cannot be content.
    let has_constants = |spec: &&Value| spec["name"] != "reserved";
    for (index, spec) in all_specs().iter().filter(has_constants).enumerate() {
        let mut spec = spec.clone();
        spec["outputs"] = json!({ "typescript": "web/" });
        for (path, text) in render(&spec.to_string()).iter() {
            let path = path.replace("web/", &format!("spec-{index}/"));
            write(&folder.join(path), text);
        }
    }
    for script in ["emitted.mjs", "formatted.mjs"] {
        let script = root().join("tests/typescript").join(script);
        toolchain::run(Command::new("node").arg(script).arg(&folder));
    }
}
