//! Folders → endpoints: which folders count, and the message for a bad `endpoint.json`.

use std::fs;
use std::path::Path;

use measure::endpoints::{self, Endpoint, list};
use measure::messages::Role;
use measure::subjects::select;
use tempfile::TempDir;

const SOUND: &str = r#"{
  "language": "C",
  "roles": ["server", "client"],
  "needs": [],
  "prepare": "",
  "run": "./run"
}"#;

/// A folder with these files, below a folder each.
fn root(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().expect("there is room");
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }
    root
}

/// The message about files, without the path of the folder that they are in.
fn failure(files: &[(&str, &str)]) -> String {
    let root = root(files);
    let error = list(root.path()).expect_err("an unsound folder is reported");
    error.replace(&format!("{}/", root.path().display()), "")
}

#[test]
fn a_folder_with_an_endpoint_json_is_an_endpoint() {
    let other = SOUND.replace("\"C\"", "\"Ada\"");
    let root = root(&[
        ("one/endpoint.json", SOUND),
        ("workspace/two/endpoint.json", SOUND),
        ("workspace/shared/lib.c", ""),
        ("zero/endpoint.json", &other),
    ]);
    let found = list(root.path()).unwrap();
    let names: Vec<&str> = found
        .iter()
        .map(|endpoint| endpoint.name.as_str())
        .collect();
    assert_eq!(names, ["zero", "one", "two"], "by language, then by name");
    assert_eq!(found[2].folder, root.path().join("workspace/two"));
    assert_eq!(found[2].roles, [Role::Client, Role::Server]);
    let chosen = select(found.clone(), &["two".to_owned()]).unwrap();
    assert_eq!(chosen, found[2..]);
    let unknown = select(found, &["three".to_owned()]).unwrap_err();
    assert_eq!(
        unknown,
        "no endpoint is named three; `--list` shows all names"
    );
}

#[test]
fn a_bad_endpoint_json_is_named() {
    let message = |text: &str| failure(&[("bad/endpoint.json", text)]);
    assert_eq!(
        message(&SOUND.replace("\"language\"", "\"tongue\"")),
        "bad/endpoint.json: unknown field `tongue`, expected one of `language`, `roles`, `needs`, `prepare`, `run`, \
         `identifiers`, `answer_varies`, `source`, `note` at line 2 column 10"
    );
    assert_eq!(
        message("{}"),
        "bad/endpoint.json: missing field `language` at line 1 column 2"
    );
    let roles = SOUND.replace(r#""server", "client""#, "");
    assert_eq!(message(&roles), "bad/endpoint.json: `roles` is empty");
    let run = SOUND.replace("./run", "");
    assert_eq!(message(&run), "bad/endpoint.json: `run` is empty");
}

#[test]
fn a_folder_without_an_endpoint_json_is_an_error() {
    let files = [("good/endpoint.json", SOUND), ("half/main.c", "")];
    assert_eq!(
        failure(&files),
        "half: neither it nor a sub-folder has an endpoint.json"
    );
    let files = [("a/x/endpoint.json", SOUND), ("b/x/endpoint.json", SOUND)];
    assert_eq!(failure(&files), "b/x: a/x has the same name");
}

#[test]
fn every_endpoint_of_the_project_is_sound() {
    let found = list(&endpoints::folder()).unwrap();
    assert!(!found.is_empty());
    for endpoint in found {
        let is_there = |command: &str| is_there(&endpoint, command);
        assert!(is_there(&endpoint.prepare), "{endpoint:?}");
    }
}

/// Whether a command that is a path, and is not built first, is there.
fn is_there(endpoint: &Endpoint, command: &str) -> bool {
    let program = command.split(' ').next().unwrap_or_default();
    !program.starts_with("./") || Path::new(&endpoint.folder).join(program).is_file()
}
