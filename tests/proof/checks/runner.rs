//! `action.yml` → its steps, run one after the other as GitHub runs them: the inputs and contexts that they name, the
//! variables of the runner, and bash with its options.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tests::{root, toolchain, write};

use super::yaml;

/// A step of the action.
pub(crate) struct Step {
    id: Option<String>,
    condition: Option<String>,
    folder: String,
    env: BTreeMap<String, String>,
    pub(crate) run: Option<String>,
    uses: Option<String>,
}

impl Step {
    /// The steps of the action.
    pub(crate) fn all() -> Vec<Self> {
        let action = yaml("action.yml");
        let steps = action["runs"]["steps"].as_array().expect("steps");
        steps.iter().map(Self::of).collect()
    }

    fn of(step: &Value) -> Self {
        let text = |key: &str| step[key].as_str().map(str::to_owned);
        let run = text("run");
        assert!(run.is_none() || step["shell"] == "bash", "{step}");
        let env = step["env"].as_object().into_iter().flatten();
        let env = env.map(|(key, value)| (key.clone(), value.as_str().expect("a text").to_owned()));
        Self {
            id: text("id"),
            condition: text("if"),
            folder: text("working-directory").unwrap_or_default(),
            env: env.collect(),
            run,
            uses: text("uses"),
        }
    }
}

/// A job of GitHub, with the repository of the caller checked out.
pub(crate) struct Job {
    workspace: PathBuf,
    temporary: PathBuf,
    base: String,
    /// The values of expressions, such as `inputs.spec`.
    values: BTreeMap<String, String>,
}

impl Job {
    /// A job for a push, with the defaults of the action.
    pub(crate) fn of(workspace: &Path, temporary: &Path) -> Self {
        let action = yaml("action.yml");
        let inputs = action["inputs"].as_object().expect("inputs");
        let default = |(name, input): (&String, &Value)| {
            let default = input["default"].as_str().expect("a default, as a text");
            (format!("inputs.{name}"), default.to_owned())
        };
        let mut values: BTreeMap<String, String> = inputs.iter().map(default).collect();
        values.insert("runner.temp".to_owned(), temporary.display().to_string());
        Self {
            workspace: workspace.to_owned(),
            temporary: temporary.to_owned(),
            base: String::new(),
            values,
        }
    }

    /// The same for a pull request to the branch `base`.
    pub(crate) fn to(mut self, base: &str) -> Self {
        base.clone_into(&mut self.base);
        self
    }

    /// The same with an input, which has to be one of the action.
    pub(crate) fn with(mut self, input: &str, value: &str) -> Self {
        let replaced = self
            .values
            .insert(format!("inputs.{input}"), value.to_owned());
        assert!(replaced.is_some(), "the action has no input {input}");
        self
    }

    /// Runs the steps until one fails: its status, and what all have printed.
    pub(crate) fn run(mut self) -> (i32, String) {
        let mut printed = String::new();
        for step in Step::all() {
            if !self.holds(step.condition.as_deref()) {
                continue;
            }
            let Some(script) = &step.run else {
                self.cache(&step);
                continue;
            };
            // GitHub replaces expressions in scripts, too, which is how texts get into them.
            let script = self.filled(script);
            let (status, text) = self.script(&step, &script);
            printed.push_str(&text);
            if status != 0 {
                return (status, printed);
            }
        }
        (0, printed)
    }

    /// `A == 'B' && C != 'D'`.
    fn holds(&self, condition: Option<&str>) -> bool {
        let parts = condition.into_iter().flat_map(|all| all.split(" && "));
        let mut compared = parts.map(|part| {
            let (name, wanted, value) = match (part.split_once(" == "), part.split_once(" != ")) {
                (Some((name, value)), _) => (name, true, value),
                (_, Some((name, value))) => (name, false, value),
                _ => panic!("a condition that is not known here: {part}"),
            };
            (self.value(name) == value.trim_matches('\'')) == wanted
        });
        compared.all(|holds| holds)
    }

    fn value(&self, name: &str) -> &str {
        // A step that was skipped has no outputs.
        let skipped = name.starts_with("steps.").then_some("");
        let value = self.values.get(name).map(String::as_str).or(skipped);
        value.unwrap_or_else(|| panic!("an expression that is not known here: {name}"))
    }

    /// A text of the action whose expressions are replaced by their values.
    fn filled(&self, text: &str) -> String {
        let mut parts = text.split("${{");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once("}}").expect("the end of an expression");
            filled.push_str(self.value(name.trim()));
            filled.push_str(rest);
        }
        filled
    }

    /// The step that restores the program finds it if an earlier job of the same folder has compiled it.
    fn cache(&mut self, step: &Step) {
        let uses = step.uses.as_deref().unwrap_or_default();
        assert!(uses.starts_with("actions/cache@"), "{uses}");
        let is_hit = self.temporary.join("close-codes").is_dir().to_string();
        let id = step.id.as_deref().expect("an id");
        self.values
            .insert(format!("steps.{id}.outputs.cache-hit"), is_hit);
    }

    fn script(&mut self, step: &Step, script: &str) -> (i32, String) {
        let folder = self.workspace.join(self.filled(&step.folder));
        let (file, output) = (
            self.temporary.join("script.sh"),
            self.temporary.join("output"),
        );
        write(&file, script);
        write(&output, "");
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-e", "-o", "pipefail"])
            .arg(file);
        bash.current_dir(&folder)
            .env("GITHUB_ACTION_PATH", root())
            .env("GITHUB_WORKSPACE", &self.workspace)
            .env("GITHUB_OUTPUT", &output)
            .env("GITHUB_BASE_REF", &self.base)
            .env("RUNNER_TEMP", &self.temporary)
            .env("RUNNER_OS", "Linux")
            .env("RUNNER_ARCH", "X64")
            .env("NO_COLOR", "1")
            .envs(super::QUICK_RELEASE);
        for (key, value) in &step.env {
            bash.env(key, self.filled(value));
        }
        let ended = bash.output().expect("bash can be started");
        if let Some(id) = &step.id {
            let text = fs::read_to_string(&output).expect("the outputs of the step");
            for (key, value) in text.lines().filter_map(|line| line.split_once('=')) {
                self.values
                    .insert(format!("steps.{id}.outputs.{key}"), value.to_owned());
            }
        }
        let printed = [ended.stdout, ended.stderr].concat();
        let status = ended.status.code().expect("the script ends by itself");
        (status, String::from_utf8_lossy(&printed).into_owned())
    }
}

/// Whether bash is there to run steps.
pub(crate) fn has_bash() -> bool {
    toolchain::has(&["bash", "git"])
}

/// The paths of the annotations with this title.
pub(crate) fn annotated<'a>(printed: &'a str, title: &str) -> Vec<&'a str> {
    let title = format!("title={title}::");
    let lines = printed.lines().filter(|line| line.contains(&title));
    lines
        .filter_map(|line| line.split_once("file=")?.1.split([',', ':']).next())
        .collect()
}
