//! The languages that have code targets, each with a folder of scripts in `tests/languages`, whose README says what they do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;

use close_codes_cli::registry::Registry;
use close_codes_cli::targets::{TARGETS, Target};
use serde_json::{Value, json};

use crate::{read, render, root, toolchain};

/// The type's name when a spec chooses none.
pub const CLOSE_CODE: &str = "CloseCode";

/// A language that the generator makes code in.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    target: &'static Target,
}

/// Every language, in the order of the targets.
#[must_use]
pub fn languages() -> Vec<Language> {
    let targets = TARGETS.iter().filter(|target| target.code.is_some());
    targets.map(|target| Language { target }).collect()
}

/// The names of the folders in `tests/languages`.
#[must_use]
pub fn folders() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("tests/languages")).expect("the folder of languages");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let folders = paths.filter(|path| path.is_dir());
    let name = |path: PathBuf| Some(path.file_name()?.to_str()?.to_owned());
    folders.filter_map(name).collect()
}

/// What is no code, and for which a path is enough: the key in `outputs` and the extension of its files.
#[must_use]
pub fn documents() -> Vec<(&'static str, &'static str)> {
    let targets = TARGETS.iter().filter(|target| target.code.is_none());
    targets
        .filter(|target| target.options.are_optional())
        .map(|target| (target.name, target.extension))
        .collect()
}

impl Language {
    /// The language that `outputs` calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let mut languages = languages().into_iter();
        languages
            .find(|language| language.name() == name)
            .unwrap_or_else(|| panic!("there is no language {name}"))
    }

    /// Its key in `outputs`, and the name of its folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.target.name
    }

    /// Its folder in `tests/languages`.
    #[must_use]
    pub fn folder(self) -> PathBuf {
        root().join("tests/languages").join(self.name())
    }

    /// Where its scripts look for the package, or for the one file, which has the name of the type.
    #[must_use]
    pub fn path(self, is_package: bool, type_name: &str) -> String {
        if is_package && self.target.folder.is_some() {
            "package/".to_owned()
        } else {
            format!("file/{type_name}.{}", self.target.extension)
        }
    }

    /// Whether a spec can fix `identifier` as the name of a constant.
    #[must_use]
    pub fn is_identifier(self, identifier: &str) -> bool {
        let code = self.target.code.as_ref();
        code.is_some_and(|code| (code.is_identifier)(identifier))
    }

    /// The outputs of `spec` in every form that the language has, by path, under the name that it gives to the type.
    #[must_use]
    pub fn render(self, spec: &Value) -> BTreeMap<String, String> {
        let type_name = spec.pointer(&format!("/outputs/{}/type", self.name()));
        let type_name = type_name.and_then(Value::as_str).unwrap_or(CLOSE_CODE);
        let path = |is_package| self.path(is_package, type_name);
        let paths = BTreeSet::from([true, false].map(path));
        let mut rendered = BTreeMap::new();
        for path in paths {
            let mut spec = spec.clone();
            spec["outputs"] = json!({ self.name(): { "path": path, "type": type_name } });
            let files = render(&spec.to_string());
            let files = files.iter();
            rendered.extend(files.map(|(path, text)| (path.to_owned(), text.to_owned())));
        }
        rendered
    }

    /// What its code has for the named ranges, for programs that call it: a line each of name, constant and predicate.
    #[must_use]
    pub fn ranges(self, registry: &Registry) -> String {
        let code = self.target.code.as_ref().expect("a language has code");
        let lines = registry.named_ranges().map(|range| {
            let constant = (code.range.constant)(&range.name);
            let constant = (code.range.qualified)(CLOSE_CODE, &constant);
            let predicate = (code.range.predicate)(&range.name);
            format!("{} {constant} {predicate}\n", range.name)
        });
        lines.collect()
    }

    /// Whether its tools are installed and its own packages are there. If not, a line says what is missing.
    #[must_use]
    pub fn is_ready(self) -> bool {
        let needs = read(&self.folder().join("needs"));
        let needs: Vec<&str> = needs.lines().collect();
        if !toolchain::has(&needs) {
            return false;
        }
        let missing = self.prepare();
        if let Some(missing) = &missing {
            toolchain::skip(missing);
        }
        missing.is_none()
    }

    /// Runs the script `prepare`, once for all tests, if there is one: what it said when it failed.
    fn prepare(self) -> Option<String> {
        static PREPARED: Mutex<BTreeMap<&str, Option<String>>> = Mutex::new(BTreeMap::new());
        let path = self.script("prepare")?;
        let mut prepared = PREPARED.lock().expect("no script panics");
        let missing = prepared.entry(self.name()).or_insert_with(|| {
            let Output { status, stderr, .. } = Command::new(&path)
                .output()
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let said = String::from_utf8_lossy(&stderr).trim().to_owned();
            (!status.success()).then_some(said)
        });
        missing.clone()
    }

    /// The path of a script in its folder, if it is there.
    #[must_use]
    pub fn script(self, name: &str) -> Option<PathBuf> {
        Some(self.folder().join(name)).filter(|path| path.is_file())
    }

    /// A call of a script with `outputs`, and a folder beside it in which it builds.
    #[must_use]
    pub fn call(self, script: &str, outputs: &Path) -> Command {
        let path = self.folder().join(script);
        let mut command = Command::new(path);
        command.arg(outputs).arg(outputs.with_file_name("build"));
        command
    }
}
