//! Random sound specs, as hostile as JSON lets them be.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat;

use close_codes_cli::Source;
use close_codes_cli::diagnostics::report::{Format, report};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use serde_json::{Map, Value, json};
use tests::languages::{CLOSE_CODE, documents, languages};

use super::entries::{adjustment, advice, code, object, ranges};
use super::runner;
use super::texts::{cut, name, number, text};

/// The rules that random names and numbers may break: whatever breaks one is taken out.
const UNIQUENESS: &[&str] = &["duplicate-name", "name-collision"];

/// A place for every target: of each language the package or the one file, as `are_packages` has it.
pub fn outputs(are_packages: impl IntoIterator<Item = bool>) -> Value {
    let documents = documents().into_iter();
    let documents = documents.map(|(name, extension)| (name, format!("docs/{name}.{extension}")));
    let code = languages().into_iter().zip(are_packages);
    let code = code.map(|(language, is_package)| {
        let name = language.name();
        (
            name,
            format!("{name}/{}", language.path(is_package, CLOSE_CODE)),
        )
    });
    let places = documents.chain(code);
    let places: Map<_, _> = places
        .map(|(name, path)| (name.to_owned(), json!(path)))
        .collect();
    places.into()
}

/// Either form of every language, mostly the package, whose parts are more; and any of the options that some have.
fn random_outputs() -> impl Strategy<Value = Value> {
    let access = select(&["public", "internal", "package"][..]);
    let type_names = [
        "CloseCode",
        "ChatCloseCode",
        "Code",
        "URLCode",
        "ApplicationGatewayCloseCode",
    ];
    let type_names = vec(select(type_names.to_vec()), languages().len());
    let options = (access, type_names, any::<bool>(), any::<bool>());
    let are_packages = vec(proptest::bool::weighted(0.7), languages().len());
    (are_packages, options).prop_map(|(are_packages, options)| {
        let (access, type_names, foundation, serde) = options;
        let mut outputs = outputs(repeat(false));
        let forms = are_packages.into_iter().zip(type_names);
        for (language, (is_package, type_name)) in languages().into_iter().zip(forms) {
            let name = language.name();
            let path = format!("{name}/{}", language.path(is_package, type_name));
            outputs[name] = json!({ "path": path, "type": type_name });
        }
        outputs["rust"]["serde"] = json!(serde);
        let is_file = outputs["swift"]["path"]
            .as_str()
            .is_some_and(|path| !path.ends_with('/'));
        if is_file {
            outputs["swift"]["access"] = json!(access);
        }
        outputs["swift"]["foundation"] = json!(foundation);
        outputs
    })
}

/// The first `count` random specs.
pub fn random_specs(count: usize) -> Vec<Value> {
    let mut runner = runner(1);
    let spec = |_| spec().new_tree(&mut runner).expect("a spec").current();
    (0..count).map(spec).collect()
}

/// A spec that is sound.
pub fn spec() -> impl Strategy<Value = Value> {
    let head = (name(), of(text()), of(text()), of(text()), any::<bool>());
    let retired = vec((number(), name()), 0..3);
    let codes = (vec(code(), 0..12), vec(adjustment(), 0..4));
    let parts = (
        head,
        codes,
        ranges(),
        of(advice()),
        retired,
        random_outputs(),
        (text(), text()),
    );
    parts.prop_map(
        |(head, (own, adjusted), ranges, otherwise, retired, outputs, document)| {
            let (name, title, summary, command, extends) = head;
            let adjusted = adjusted.into_iter().filter(|_| extends);
            let by_number: BTreeMap<u64, Value> = own
                .into_iter()
                .chain(adjusted)
                .map(|entry| (entry["code"].as_u64().expect("a number"), entry))
                .collect();
            let cited = by_number.values().chain(&ranges).any(cites);
            let document =
                json!([{ "id": "cited", "title": cut(&document.0, 150), "url": format!("https://example.com/{}", cut(&document.1.replace('#', ""), 300)) }]);
            let retired = retired
                .into_iter()
                .map(|(code, name)| json!({ "code": code, "name": name }));
            let spec = object(&[
                ("name", Some(name.into())),
                ("title", title.map(Into::into)),
                ("summary", summary.map(Into::into)),
                ("command", command.map(Into::into)),
                ("extends", extends.then(|| "standard".into())),
                ("codes", Some(by_number.into_values().collect())),
                ("ranges", Some(ranges.into())),
                ("otherwise", otherwise),
                ("retired", Some(retired.collect())),
                ("documents", cited.then_some(document)),
                ("outputs", Some(outputs)),
            ]);
            without_clashes(spec)
        },
    )
}

/// Whether an entry, or one of its causes, has a reference.
fn cites(entry: &Value) -> bool {
    let causes = entry.get("causes").and_then(Value::as_array);
    let mut parts = causes.into_iter().flatten().chain([entry]);
    parts.any(|part| part.get("reference").is_some())
}

/// The spec without the entries that clash with others.
pub fn without_clashes(mut spec: Value) -> Value {
    loop {
        let source = Source::new("close-codes.json", &spec.to_string());
        let Err(problems) = close_codes_cli::Project::read(&source) else {
            return spec;
        };
        assert!(!problems.is_empty(), "refused without a reason: {spec}");
        let entries: BTreeSet<(String, usize)> = problems
            .iter()
            .map(|problem| {
                let is_clash = UNIQUENESS.contains(&problem.rule);
                assert!(is_clash, "{}", report(&source, &problems, Format::Human));
                let pointer = problem.pointer().expect("a clash has a place").as_str();
                let mut parts = pointer.split('/').skip(1);
                let list = parts.next().expect("a clash is in a list").to_owned();
                let index = parts.next().expect("a clash is in an entry");
                (list, index.parse().expect("an index"))
            })
            .collect();
        for (list, index) in entries.into_iter().rev() {
            spec[list].as_array_mut().expect("a list").remove(index);
        }
        let lists = ["codes", "ranges"].map(|list| spec[list].as_array());
        if !lists.into_iter().flatten().flatten().any(cites) {
            spec.as_object_mut()
                .expect("a spec")
                .shift_remove("documents");
        }
    }
}
