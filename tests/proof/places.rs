//! Two outputs at one place are refused, however their paths are spelled; what stands in a path reaches no terminal and no
//! annotation unescaped.

use std::fs;

use serde_json::json;
use tests::program::run;
use tests::{read, write};

use crate::ownership::{files, repository, set_outputs};

#[test]
fn one_place_has_one_output() {
    let repository = repository(&json!({}));
    let path = repository.path();
    let this = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    for (first, second) in [
        ("gen/".to_owned(), format!("../{this}/gen/")),
        ("gen/".to_owned(), format!("../{this}/GEN/")),
        (format!("../{this}/gen/sub/"), "gen/".to_owned()),
    ] {
        set_outputs(path, &json!({ "rust": first, "typescript": second }));
        let ended = run(path, &["generate"]);
        assert_eq!(ended.status, 2, "{first} {second}");
        assert!(
            ended.stderr.contains("error[output-path]"),
            "{}",
            ended.stderr
        );
    }
    set_outputs(
        path,
        &json!({ "typescript": "gen/", "json": format!("../{this}/gen/package.json") }),
    );
    assert_eq!(run(path, &["generate"]).status, 2);
    assert_eq!(files(path).len(), 1, "only the spec");
}

#[cfg(unix)]
#[test]
fn a_link_is_no_other_place() {
    let repository = repository(&json!({}));
    let path = repository.path();
    fs::create_dir(path.join("real")).expect("a folder");
    std::os::unix::fs::symlink("real", path.join("linked")).expect("a link");
    set_outputs(
        path,
        &json!({ "json": "real/a.json", "schema": "linked/a.json" }),
    );
    let ended = run(path, &["generate", "--allow-outside"]);
    assert_eq!(ended.status, 2);
    assert!(
        ended.stderr.contains("is the same place as"),
        "{}",
        ended.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_folder_with_a_command_in_its_name_prints_none() {
    let home = repository(&json!({}));
    let folder = home.path().join("sub\n::error file=x::pwned\n\u{1b}[31m");
    write(
        &folder.join("close-codes.json"),
        &read(&home.path().join("close-codes.json")),
    );
    let spec = folder.join("close-codes.json");
    let missing = folder.join("none.json");
    for (spec, verb) in [
        (&spec, "check"),
        (&missing, "check"),
        (&spec, "lint"),
        (&spec, "generate"),
    ] {
        for format in ["human", "github", "json"] {
            let spec = spec.to_str().expect("UTF-8");
            let ended = run(home.path(), &[verb, "--spec", spec, "--format", format]);
            let printed = format!("{}{}", ended.stdout, ended.stderr);
            assert!(!printed.contains("\n::error file=x"), "{format}: {printed}");
            assert!(!printed.contains('\u{1b}'), "{format}: {printed}");
        }
    }
}

/// GitHub takes a path for one from the top of the repository, whatever folder a step runs in, and `%` begins an escape.
#[test]
fn annotations_have_the_path_from_the_top_of_the_repository() {
    let home = repository(&json!({}));
    let folder = home.path().join("app");
    write(
        &folder.join("close-codes.json"),
        "{ \"name\": \"50%\", \"codes\": [] }",
    );
    for arguments in [&[][..], &["--spec", "close-codes.json"]] {
        let ended = run(
            &folder,
            &[&["check", "--format", "github"], arguments].concat(),
        );
        let printed = format!("{}{}", ended.stdout, ended.stderr);
        assert!(
            printed.contains("file=app/close-codes.json,"),
            "{arguments:?}: {printed}"
        );
        assert!(printed.contains("`50%25` is not"), "{printed}");
    }
}

/// A spec is data: a terminal must not obey what a summary says.
#[test]
fn a_text_of_a_spec_is_printed_without_control_characters() {
    let home = repository(&json!({}));
    let text = "\u{1b}]0;pwned\u{7}\u{1b}[31mred \u{0} \u{202e}";
    let code = json!({ "code": 4001, "name": "a-b", "summary": text, "details": text, "because": text, "reconnect": "never" });
    let spec = json!({ "name": "chat", "codes": [code], "outputs": { "markdown": "c.md" } });
    write(&home.path().join("close-codes.json"), &spec.to_string());
    assert_eq!(run(home.path(), &["generate"]).status, 0);
    write(
        &home.path().join("c.md"),
        &read(&home.path().join("c.md")).replace("Reconnect", text),
    );
    for arguments in [
        &["explain", "4001"][..],
        &["explain", "4001", "--format", "json"],
        &["list"],
        &["list", "--format", "json"],
        &["lint"],
        &["check"],
    ] {
        let ended = run(home.path(), arguments);
        let is_control = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        let printed = format!("{}{}", ended.stdout, ended.stderr);
        assert!(!printed.contains(is_control), "{arguments:?}: {printed:?}");
    }
}

/// The command that `check` prints is copied into a shell, whatever a spec is called.
#[test]
#[cfg(unix)]
fn the_command_for_a_spec_runs_nothing_of_its_name() {
    let home = repository(&json!({}));
    let name = "it's $(touch made) `touch made`.json";
    let spec = json!({ "name": "chat", "codes": [], "outputs": { "json": "codes.json" } });
    write(&home.path().join(name), &spec.to_string());
    let ended = run(home.path(), &["check", "--spec", name, "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ended.stdout).expect("JSON");
    let command = report["command"].as_str().expect("a command");
    let arguments = command.strip_prefix("close-codes").expect("the program");
    let shell = std::process::Command::new("sh")
        .current_dir(home.path())
        .args([
            "-c",
            &format!("{}{arguments}", tests::program::path().display()),
        ])
        .output()
        .expect("a shell");
    assert!(shell.status.success(), "{shell:?}");
    assert!(home.path().join("codes.json").exists());
    assert!(!home.path().join("made").exists(), "{command}");
}

#[test]
fn failures_are_json_where_that_is_asked_for() {
    let home = repository(&json!({}));
    for (arguments, rule) in [
        (
            &["check", "--spec", "none.json", "--format", "json"][..],
            "io",
        ),
        (&["generate", "--format", "json"], "usage"),
        (&["explain", "70000", "--format", "json"], "usage"),
        (&["generat", "--format=json"], "usage"),
        (&["lint", "--colour", "--format", "json"], "usage"),
    ] {
        let ended = run(home.path(), arguments);
        assert_eq!(
            (ended.status, ended.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        let printed: serde_json::Value = serde_json::from_str(&ended.stderr).expect("JSON");
        assert_eq!(printed[0]["rule"], rule, "{arguments:?}");
        assert_eq!(printed[0]["level"], "error");
        assert!(printed[0]["message"].is_string());
    }
}
