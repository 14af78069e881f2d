//! The recipes of `docs/recipes`: each is in sync with its spec, and the tool that reads its output understands it, for many specs.
//!
//! A recipe is a folder there and in `tests/recipes`: nothing here names one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use close_codes_cli::registry::Registry;
use close_codes_cli::spec::Kind;
use close_codes_cli::text::Word;
use serde_json::Value;
use tests::program::run;
use tests::{project, read, root, scratch, spec_text, toolchain, write};

use crate::any_spec::specs::random_specs;
use crate::any_spec::thousand::many;
use crate::any_spec::worst::worst_specs;

const RECIPES: &str = "docs/recipes";
const CHECKS: &str = "tests/recipes";

/// The names of the folders in `place`.
fn folders(place: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(place)).expect("a folder of the project");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let folders = paths.filter(|path| path.is_dir());
    let name = |path: PathBuf| path.file_name()?.to_str().map(str::to_owned);
    let mut names: Vec<String> = folders.filter_map(name).collect();
    names.sort();
    names
}

#[test]
fn every_recipe_has_a_check() {
    let recipes = folders(RECIPES);
    assert!(!recipes.is_empty());
    assert_eq!(recipes, folders(CHECKS));
}

/// The committed text is what the template makes.
#[test]
fn every_recipe_is_in_sync() {
    for recipe in folders(RECIPES) {
        let ended = run(&root().join(RECIPES).join(&recipe), &["check"]);
        assert_eq!(
            ended.status, 0,
            "{recipe}: {}{}",
            ended.stdout, ended.stderr
        );
    }
}

#[test]
fn every_recipe_passes_its_tool() {
    for recipe in folders(RECIPES) {
        if is_ready(&recipe) {
            check(&recipe);
        }
    }
}

/// Whether its tools are installed and its own packages are there. If not, a line says what is missing.
fn is_ready(recipe: &str) -> bool {
    let folder = root().join(CHECKS).join(recipe);
    let needs = read(&folder.join("needs"));
    let needs: Vec<&str> = needs.lines().collect();
    if !toolchain::has(&needs) {
        return false;
    }
    let prepare = folder.join("prepare");
    if !prepare.is_file() {
        return true;
    }
    let prepared = Command::new(prepare).output().expect("a script");
    if !prepared.status.success() {
        toolchain::skip(String::from_utf8_lossy(&prepared.stderr).trim());
    }
    prepared.status.success()
}

fn check(recipe: &str) {
    let source = root().join(RECIPES).join(recipe);
    let own: Value = serde_json::from_str(&read(&source.join("close-codes.json"))).expect("JSON");
    let scratch = scratch(&format!("recipes/{recipe}"));
    let (outputs, build) = (scratch.join("outputs"), scratch.join("build"));
    for folder in [&outputs, &build] {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).expect("a scratch folder");
    }
    for (name, mut spec) in specs(&own) {
        spec["outputs"] = own["outputs"].clone();
        generate(&source, &outputs.join(name), &spec);
    }
    let script = root().join(CHECKS).join(recipe).join("check");
    toolchain::run(Command::new(script).args([outputs, build]));
}

fn specs(own: &Value) -> BTreeMap<String, Value> {
    let standard = serde_json::from_str(&spec_text()).expect("JSON");
    let mut specs = BTreeMap::from([
        ("own".to_owned(), own.clone()),
        ("standard".to_owned(), standard),
        ("thousand".to_owned(), many(1000)),
    ]);
    let hostile = worst_specs().into_iter().chain(random_specs(4));
    let hostile = hostile.enumerate();
    specs.extend(hostile.map(|(index, spec)| (format!("hostile-{index}"), spec)));
    specs
}

/// The output for one spec, and what the registry answers.
fn generate(recipe: &Path, folder: &Path, spec: &Value) {
    for entry in fs::read_dir(recipe).expect("the recipe") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "j2") {
            let name = path.file_name().expect("a name");
            write(&folder.join(name), &read(&path));
        }
    }
    let text = spec.to_string();
    write(&folder.join("close-codes.json"), &text);
    let ended = run(folder, &["generate"]);
    assert_eq!(ended.status, 0, "{}", ended.stderr);
    write(&folder.join("answers"), &answers(&project(&text).registry));
}

/// As `tests/recipes/README.md` describes them.
fn answers(registry: &Registry) -> String {
    let lines = (0..=u16::MAX).map(|number| {
        let answer = registry.answer(number);
        let named = answer.named();
        let advice = answer.statement().advice;
        let columns = [
            if named.is_some_and(|code| code.is_own && code.kind == Kind::Usable) {
                "own"
            } else {
                "inherited"
            },
            &number.to_string(),
            named.map_or("-", |code| code.name.as_str()),
            if answer.is_sendable() { "yes" } else { "no" },
            advice.reconnect.as_str(),
            advice.after.map_or("-", Word::as_str),
            &named.map_or("-", |code| &code.summary).replace('\n', " "),
        ];
        columns.join("\t") + "\n"
    });
    lines.collect()
}
