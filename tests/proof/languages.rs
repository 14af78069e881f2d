//! Every language answers alike, and its own compilers, formatters and linters find nothing in what is generated.
//!
//! A language is a folder of `tests/languages`: nothing here names one.

mod api;
pub mod specs;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::thread;

use serde_json::{Value, json};
use tests::languages::{Language, folders, languages};
use tests::vectors::vectors;
use tests::{mirror, project, scratch, toolchain, write};

use crate::any_spec::thousand::many;
use crate::sendable::standard_of_tomorrow;
pub(crate) use specs::parsed;

/// Outputs by the folder that they go to.
type Rendered = BTreeMap<String, BTreeMap<String, String>>;

/// Runs `test` in every language whose tools are here, at the same time, and fails if it failed in any.
pub(crate) fn in_every_language(test: impl Fn(Language) + Sync) {
    let test = &test;
    let name = thread::current().name().unwrap_or("a test").to_owned();
    let failed: Vec<&str> = thread::scope(|scope| {
        let start = |language: Language| {
            let name = format!("{name} ({})", language.name());
            let run = move || {
                if language.is_ready() {
                    test(language);
                }
            };
            let thread = thread::Builder::new().name(name).spawn_scoped(scope, run);
            (language.name(), thread.expect("a thread can be started"))
        };
        let threads: Vec<_> = languages().into_iter().map(start).collect();
        let failed = threads
            .into_iter()
            .filter_map(|(name, thread)| thread.join().is_err().then_some(name));
        failed.collect()
    });
    assert!(failed.is_empty(), "failed in {failed:?}, as told above");
}

/// Writes what `script` of a language is about, and gives back the folder.
pub(crate) fn outputs(
    language: Language,
    script: &str,
    files: &BTreeMap<String, String>,
) -> PathBuf {
    let folder = scratch(&format!("languages/{}/{script}", language.name()));
    let outputs = folder.join("outputs");
    mirror(&outputs, files);
    std::fs::create_dir_all(folder.join("build")).expect("a scratch folder");
    outputs
}

/// Runs a script of a language on the outputs of many specs.
fn run_on_many(language: Language, script: &str, rendered: &Rendered) {
    let files = rendered.iter().flat_map(|(spec, files)| {
        let files = files.iter();
        files.map(move |(path, text)| (format!("{spec}/{path}"), text.clone()))
    });
    let outputs = outputs(language, script, &files.collect());
    toolchain::run(&mut language.call(script, &outputs));
}

#[test]
fn every_language_has_a_folder_and_every_folder_a_language() {
    let languages = languages().into_iter();
    let names = languages.map(|language| language.name().to_owned());
    assert_eq!(folders(), names.collect());
}

/// All 65536 numbers, and the same delays.
#[test]
fn every_language_agrees() {
    let standard = parsed(&tests::spec_text());
    let mut thousand = many(1000);
    // The programs of all languages know the package by its name.
    thousand["package"] = standard["package"].clone();
    thousand["ranges"] = ranges();
    let tomorrow = standard_of_tomorrow();
    for (name, spec) in [
        ("standard", standard),
        ("thousand", thousand),
        ("tomorrow", tomorrow),
    ] {
        let registry = project(&spec.to_string()).registry;
        let vectors = vectors(&registry);
        let path = scratch("languages").join(format!("{name}.tsv"));
        write(&path, &vectors);
        in_every_language(|language| {
            let mut files = language.render(&spec);
            files.insert("ranges".to_owned(), language.ranges(&registry));
            let outputs = outputs(language, &format!("agree/{name}"), &files);
            let vector_file = File::open(&path).expect("the vectors were written");
            let answers = toolchain::run(language.call("agree", &outputs).stdin(vector_file));
            assert_agrees(&answers, &vectors);
        });
    }
}

/// Ranges at both ends of all numbers, of one number, side by side, around named codes, and with words of languages as names.
fn ranges() -> Value {
    let ranges = [
        (0, 9, "default"),
        (3000, 3000, "in"),
        (3001, 3999, "http-2"),
        (4990, 5001, "last-of-all"),
        (60000, 65535, "self"),
    ];
    let ranges = ranges.map(|(from, to, name)| {
        json!({ "from": from, "to": to, "name": name, "summary": "A range.", "reconnect": "never" })
    });
    ranges.into_iter().collect()
}

/// The first line that differs says more than a megabyte of both.
fn assert_agrees(answers: &str, vectors: &str) {
    for (answer, vector) in answers.lines().zip(vectors.lines()) {
        assert_eq!(answer, vector, "it answers otherwise than the registry");
    }
    assert_eq!(
        answers.lines().count(),
        vectors.lines().count(),
        "it leaves lines out"
    );
}

#[test]
fn every_language_accepts_its_outputs() {
    let specs = specs::by_folder();
    in_every_language(|language| {
        let specs = specs.iter();
        let rendered = specs.map(|(folder, spec)| (folder.clone(), language.render(spec)));
        run_on_many(language, "check", &rendered.collect());
    });
}

/// Lets every language that can do so without compiling read the outputs of many specs, `rendered` by language.
pub fn parse(rendered: impl Fn(Language) -> Rendered + Sync) {
    in_every_language(|language| {
        for script in ["parse", "comments"] {
            if language.script(script).is_some() {
                run_on_many(language, script, &rendered(language));
            }
        }
    });
}
