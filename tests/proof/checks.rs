//! What plugs into the places where teams run checks: the action of GitHub, the hooks of pre-commit, and the files of CI
//! systems in `docs/snippets`. Their own linters find nothing in them, and their scripts are run.

mod action;
mod elsewhere;
mod pre_commit;
mod runner;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use saphyr::{LoadableYamlNode, Yaml};
use serde_json::{Map, Value, json};
use tests::{read, root, scratch, toolchain, write};

/// Whether the tools of `tests/checks` are there, or why not. They are prepared once.
static PREPARED: LazyLock<Result<(), String>> = LazyLock::new(|| {
    let prepared = Command::new(root().join("tests/checks/prepare")).output();
    let prepared = prepared.expect("a script");
    if prepared.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&prepared.stderr).trim().to_owned())
    }
});

/// What lets cargo build a release without taking long over it.
const QUICK_RELEASE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

fn is_ready() -> bool {
    let needs = read(&root().join("tests/checks/needs"));
    if !toolchain::has(&needs.lines().collect::<Vec<_>>()) {
        return false;
    }
    if let Err(why) = &*PREPARED {
        toolchain::skip(why);
    }
    PREPARED.is_ok()
}

/// A tool of `tests/checks`, in the project's folder.
fn tool(name: &str) -> Command {
    let mut command = Command::new(root().join("tests/checks/.venv/bin").join(name));
    command.current_dir(root());
    command
}

/// A file of YAML, as JSON.
fn yaml(path: &str) -> Value {
    let text = read(&root().join(path));
    let documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    as_json(&documents[0])
}

fn as_json(yaml: &Yaml) -> Value {
    if let Some(entries) = yaml.as_mapping() {
        let entries = entries.iter();
        let entry = |(key, value): (&Yaml, &Yaml)| {
            (key.as_str().expect("a text").to_owned(), as_json(value))
        };
        return Value::Object(entries.map(entry).collect::<Map<_, _>>());
    }
    if let Some(items) = yaml.as_sequence() {
        return items.iter().map(as_json).collect();
    }
    let truth = yaml.as_bool().map(Value::from);
    let number = || yaml.as_integer().map(Value::from);
    let text = || yaml.as_str().map(Value::from);
    truth.or_else(number).or_else(text).unwrap_or_default()
}

#[test]
fn workflows_pass_actionlint() {
    if !is_ready() {
        return;
    }
    let workflows = root().join(".github/workflows");
    let workflows = fs::read_dir(workflows).expect("a folder of the project");
    let mut paths: Vec<PathBuf> = workflows
        .map(|entry| entry.expect("an entry").path())
        .collect();
    for snippet in ["github.yml", "github-action.yml"] {
        paths.push(root().join("docs/snippets").join(snippet));
    }
    toolchain::run(tool("actionlint").args(paths));
}

/// actionlint reads workflows only, so the steps of the action become those of one. It has shellcheck check the scripts.
#[test]
fn the_action_passes_actionlint() {
    if !is_ready() {
        return;
    }
    let action = yaml("action.yml");
    let mut inputs = action["inputs"].clone();
    for input in inputs.as_object_mut().expect("inputs").values_mut() {
        input["type"] = json!("string");
    }
    let job = json!({ "runs-on": "ubuntu-latest", "steps": action["runs"]["steps"] });
    let workflow =
        json!({ "on": { "workflow_call": { "inputs": inputs } }, "jobs": { "action": job } });
    let path = scratch("checks").join("action.yml");
    write(&path, &workflow.to_string());
    toolchain::run(tool("actionlint").arg(&path));
}

/// No input or name of a branch is part of a script: zizmor fails for each that is, and the schema for any unknown key.
#[test]
fn the_action_passes_zizmor_and_its_schema() {
    if !is_ready() {
        return;
    }
    let audit = [
        "--offline",
        "--config",
        "tests/checks/zizmor.yml",
        "action.yml",
    ];
    toolchain::run(tool("zizmor").args(audit));
    for script in runner::Step::all()
        .iter()
        .filter_map(|step| step.run.as_ref())
    {
        assert!(!script.contains("${{"), "{script}");
    }
    for (schema, path) in [
        ("vendor.github-actions", "action.yml"),
        ("vendor.gitlab-ci", "docs/snippets/ci/gitlab-ci.yml"),
    ] {
        toolchain::run(tool("check-jsonschema").args(["--builtin-schema", schema, path]));
    }
}
