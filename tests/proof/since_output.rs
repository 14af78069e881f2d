//! `breaking` against a JSON output: what its spec means to a newer generator, with other standard codes.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use tests::{program, read};

/// Inherits, adjusts an inherited code, redefines one, and has own codes, a range over a part of an inherited one, and names.
const SPEC: &str = r#"{
  "name": "chat",
  "extends": "standard",
  "codes": [
    { "code": 1012, "reconnect": "immediately", "because": "Ours restarts at once." },
    { "code": 3000, "name": "signed-out", "summary": "The session ended.", "reconnect": "never" },
    { "code": 4001, "name": "kicked", "summary": "Out.", "reason": "kicked", "names": { "swift": "out" } },
    { "code": 4002, "name": "busy", "summary": "Too many.", "reconnect": { "backoff": { "from_seconds": 0.1, "to_seconds": 7, "cap_seconds": 90 } } }
  ],
  "ranges": [{ "from": 4100, "to": 4199, "name": "game", "summary": "Of the game.", "reconnect": "never" }],
  "retired": [{ "code": 4009, "name": "gone" }],
  "outputs": { "json": "codes.json", "typescript": "codes.ts" }
}
"#;

/// A folder with the spec and its outputs, of which `old.json` is the JSON one.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "close-codes.json", SPEC);
    assert_eq!(program::run(folder.path(), &["--quiet"]).status, 0);
    let output = folder.path().join("codes.json");
    fs::rename(output, folder.path().join("old.json")).expect("the JSON output");
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a file");
}

/// Changes `old.json`, or the spec.
fn replace(folder: &Path, name: &str, from: &str, to: &str) {
    let text = read(&folder.join(name));
    assert!(text.contains(from), "{name} has {from}");
    write(folder, name, &text.replacen(from, to, 1));
}

/// What `breaking` finds: the ids, and all that it prints.
fn found(folder: &Path) -> (Vec<String>, String) {
    let ended = program::run(folder, &["breaking", "--against", "old.json"]);
    assert_eq!(ended.stderr, "");
    let errors = ended
        .stdout
        .lines()
        .filter_map(|line| line.strip_prefix("error["));
    let ids = errors.map(|error| error.split(']').next().unwrap_or_default().to_owned());
    (ids.collect(), ended.stdout)
}

#[test]
fn nothing_breaks_since_an_output_of_the_same_spec() {
    let project = project();
    assert_eq!(
        found(project.path()),
        (Vec::new(), "nothing breaks\n".to_owned())
    );
    // However it is laid out.
    let text = read(&project.path().join("old.json"));
    write(
        project.path(),
        "old.json",
        &text.replace('\n', "\r\n\t").replace("\": ", "\" : "),
    );
    assert_eq!(
        found(project.path()),
        (Vec::new(), "nothing breaks\n".to_owned())
    );
}

/// As it is when the generator is newer, and the spec the same.
#[test]
fn other_standard_advice_is_found() {
    let project = project();
    let folder = project.path();
    let text = read(&folder.join("old.json"));
    let (before, of_1001) = text.split_once("\"code\": 1001,").expect("1001");
    let of_1001 = of_1001.replacen(
        "\"reconnect\": \"backoff\"",
        "\"reconnect\": \"immediately\"",
        1,
    );
    write(
        folder,
        "old.json",
        &format!("{before}\"code\": 1001,{of_1001}"),
    );
    let (ids, printed) = found(folder);
    assert_eq!(ids, ["advice-changed"], "{printed}");
    assert!(
        printed.contains("1001 `going-away` was \"immediately"),
        "{printed}"
    );
}

#[test]
fn a_standard_code_with_another_name_is_renamed() {
    let project = project();
    replace(project.path(), "old.json", "\"going-away\"", "\"leaving\"");
    let (ids, printed) = found(project.path());
    assert_eq!(ids, ["renamed"], "{printed}");
}

#[test]
fn a_new_standard_code_is_newly_inherited() {
    let project = project();
    let path = project.path().join("old.json");
    let mut old: Value = serde_json::from_str(&read(&path)).expect("JSON");
    let codes = old["codes"].as_array_mut().expect("codes");
    codes.retain(|code| code["code"] != 1013);
    write(project.path(), "old.json", &old.to_string());
    let (ids, printed) = found(project.path());
    assert_eq!(ids, ["code-added", "advice-changed"], "{printed}");
    let message = "1013 `try-again-later` is newly inherited";
    assert!(printed.contains(message), "{printed}");
    assert!(printed.contains("the advice for 1013 was"), "{printed}");
}

#[test]
fn changes_of_the_spec_are_found() {
    let changes = [
        ("\"code\": 4001", "\"code\": 4003", "renumbered"),
        ("\"name\": \"kicked\"", "\"name\": \"banned\"", "renamed"),
        (
            "\"reason\": \"kicked\"",
            "\"reason\": \"banned\"",
            "reason-changed",
        ),
        (
            "\"summary\": \"Out.\"",
            "\"summary\": \"Out.\", \"sent_by\": \"server\"",
            "sender-narrowed",
        ),
        ("\"to_seconds\": 7", "\"to_seconds\": 8", "advice-changed"),
        ("\"to\": 4199", "\"to\": 4198", "range-changed"),
        ("\"name\": \"game\"", "\"name\": \"games\"", "renamed"),
    ];
    for (from, to, id) in changes {
        let project = project();
        replace(project.path(), "close-codes.json", from, to);
        let (ids, printed) = found(project.path());
        assert!(ids.iter().any(|found| found == id), "{to}: {printed}");
        assert!(ids.len() <= 2, "{to}: {printed}");
    }
}

/// An output does not tell of them.
#[test]
fn constants_and_outputs_are_not_compared() {
    let project = project();
    let folder = project.path();
    replace(folder, "close-codes.json", "\"out\"", "\"thrownOut\"");
    replace(
        folder,
        "close-codes.json",
        ", \"typescript\": \"codes.ts\"",
        "",
    );
    assert_eq!(found(folder).1, "nothing breaks\n");
}

#[test]
fn what_is_no_output_any_more_is_refused_at_its_place() {
    let damages = [
        (
            "\"own\": true,",
            "",
            "error[missing-field]: `own` is missing",
        ),
        (
            "\"kind\": \"usable\"",
            "\"kind\": \"usual\"",
            "error[unknown-word]: unknown word `usual`",
        ),
        (
            "\"codes\": [",
            "\"codez\": [",
            "error[missing-field]: `codes` is missing",
        ),
        (
            "\"code\": 1001",
            "\"code\": -1",
            "error[number-out-of-range]: -1 is out of range",
        ),
        (
            "\"codes\": [",
            "\"codes\": [\n<<<<<<< HEAD",
            "error[syntax]: this is not JSON",
        ),
        (
            "\"name\": \"kicked\"",
            "\"name\": \"kicked out\"",
            "error[name]: `kicked out` is not",
        ),
        ("\"to_seconds\": 7", "\"to_seconds\": null", "error["),
        (
            "\"reason\": \"kicked\"",
            "\"reason\": 5",
            "error[wrong-type]",
        ),
        (
            "\"code\": 4002",
            "\"code\": 4001",
            "error[duplicate-code]: 4001 has an entry already",
        ),
        (
            "\"to\": 4199",
            "\"to\": 1",
            "error[empty-range]: the range ends at 1, before its start at 4100",
        ),
        (
            "\"to\": 2999",
            "\"to\": 3000",
            "error[overlap]: 3000-3999 overlaps `protocol`, which is 1000-3000",
        ),
    ];
    for (from, to, error) in damages {
        let project = project();
        replace(project.path(), "old.json", from, to);
        let ended = program::run(project.path(), &["breaking", "--against", "old.json"]);
        assert_eq!(ended.status, 2, "{to}: {}", ended.stdout);
        let printed = ended.stderr;
        assert!(printed.starts_with(error), "{to}: {printed}");
        assert!(printed.contains("--> old.json:"), "{to}: {printed}");
        assert!(
            printed.ends_with("\nerror: old.json has 1 problem\n"),
            "{to}: {printed}"
        );
    }
}

/// It is taken for a spec, which has other fields.
#[test]
fn without_the_notice_it_is_no_output() {
    let project = project();
    replace(
        project.path(),
        "old.json",
        "@generated by close-codes",
        "Written by hand",
    );
    let ended = program::run(project.path(), &["breaking", "--against", "old.json"]);
    assert_eq!(ended.status, 2, "{}", ended.stdout);
    let error = "error[unknown-field]: unknown field `$comment`";
    assert!(ended.stderr.starts_with(error), "{}", ended.stderr);
}
