//! Each package as its registry gets it: with its licence, the same bytes each time, and without a complaint of the registry's own
//! checks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::json;
use tests::languages::{Language, languages};
use tests::{read, render, root, spec_text, toolchain};

use crate::languages::{in_every_language, outputs, parsed};

/// What lies beside the generated files of a package.
const LICENSES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The package of the standard codes in a language, if that has packages, by path.
fn package(language: Language) -> BTreeMap<String, String> {
    let folder = format!("generated/{}/", language.name());
    let files = render(&spec_text());
    let files = files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix(&folder)?;
        Some((format!("package/{path}"), text.to_owned()))
    });
    with_texts(files.collect(), &folder)
}

/// The same, and the texts that people write beside it.
fn with_texts(mut files: BTreeMap<String, String>, folder: &str) -> BTreeMap<String, String> {
    for name in LICENSES {
        let text = read(&root().join(folder).join(name));
        files.insert(format!("package/{name}"), text);
    }
    let changes = read(&root().join("CHANGELOG.md"));
    files.insert("package/CHANGELOG.md".to_owned(), changes);
    files
}

/// The languages that have packages.
fn has_package(language: Language) -> bool {
    language.path(true, "") == "package/"
}

/// Runs `package` of a language, if it has that, and `publishable`: what that printed.
fn publishable(language: Language, outputs: &Path) -> String {
    if language.script("package").is_some() {
        toolchain::run(&mut language.call("package", outputs));
    }
    toolchain::run(&mut language.call("publishable", outputs))
}

#[test]
fn every_language_with_packages_publishes_them() {
    for language in languages() {
        let script = language.script("publishable");
        assert_eq!(script.is_some(), has_package(language), "{language:?}");
    }
}

#[test]
fn every_package_has_the_licence() {
    for language in languages().into_iter().filter(|one| has_package(*one)) {
        for name in LICENSES {
            let copy = root().join("generated").join(language.name()).join(name);
            assert_eq!(read(&copy), read(&root().join(name)), "{}", copy.display());
        }
    }
}

/// Of a spec without the standard codes, which the readme must not take for granted.
#[test]
fn readmes_use_constants_that_there_are() {
    let spec = parsed(&read(&root().join("tests/cases/own-codes-alone.json")));
    for language in languages().into_iter().filter(|one| has_package(*one)) {
        let files = language.render(&spec);
        let readme = &files["package/README.md"];
        let sources = files
            .iter()
            .filter(|(path, _)| !path.ends_with("README.md"));
        let sources: String = sources.map(|(_, text)| text.as_str()).collect();
        for before in ["CloseCode.", "CloseCode::", "(."] {
            for rest in readme.split(before).skip(1) {
                let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
                let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
                let word = &rest[..end];
                assert!(sources.contains(word), "{language:?}: {before}{word}");
            }
        }
    }
}

/// With what the spec of this project gives: no address is known yet.
#[test]
fn packages_are_publishable() {
    in_every_language(|language| {
        if !has_package(language) {
            return;
        }
        let outputs = outputs(language, "publishable/standard", &package(language));
        let printed = publishable(language, &outputs);
        let mut held: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for line in printed.lines() {
            let (artifact, path) = line.split_once('\t').expect("an artifact and a path");
            let name = path.rsplit('/').next().unwrap_or(path);
            held.entry(artifact).or_default().insert(name);
        }
        assert!(!held.is_empty(), "{language:?} publishes something");
        for (artifact, names) in &held {
            for license in LICENSES {
                assert!(names.contains(license), "{artifact} lacks {license}");
            }
        }
        let has_changes = |names: &BTreeSet<&str>| names.contains("CHANGELOG.md");
        assert!(held.values().any(has_changes), "{held:?}");
    });
}

/// With everything that a spec can give, nothing at all is missing.
#[test]
fn packages_with_addresses_are_publishable() {
    let mut spec = parsed(&spec_text());
    let given = [
        (
            "repository",
            json!("https://github.com/example/close-codes.git"),
        ),
        ("homepage", json!("https://example.com/close-codes?a&b")),
        (
            "authors",
            json!(["The \"<close-codes>\" authors", "Ada & Bob"]),
        ),
        ("license", json!("(MIT OR Apache-2.0) AND LicenseRef-Own")),
    ];
    for (field, value) in given {
        spec["package"][field] = value;
    }
    in_every_language(|language| {
        if !has_package(language) {
            return;
        }
        let folder = format!("generated/{}/", language.name());
        let files = with_texts(language.render(&spec), &folder);
        publishable(
            language,
            &outputs(language, "publishable/addresses", &files),
        );
    });
}

/// Neither the folder nor the time zone counts, nor when the files were written.
#[test]
fn packages_are_the_same_bytes_each_time() {
    in_every_language(|language| {
        if language.script("package").is_none() {
            return;
        }
        let files = package(language);
        let builds = [
            ("one", "UTC", 1_000_000_000),
            ("other", "Asia/Tokyo", 1_600_000_000),
        ];
        let [one, other] = builds.map(|(name, zone, seconds)| {
            let outputs = outputs(language, &format!("package/{name}"), &files);
            for path in files.keys() {
                let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
                let file = File::options().append(true).open(outputs.join(path));
                let set = file.and_then(|file| file.set_modified(time));
                set.expect("the time can be set");
            }
            let mut package: Command = language.call("package", &outputs);
            toolchain::run(package.env("TZ", zone));
            bytes(&outputs.with_file_name("build/dist"))
        });
        assert!(!one.is_empty(), "{language:?} builds something");
        assert_eq!(
            one.keys().collect::<Vec<_>>(),
            other.keys().collect::<Vec<_>>()
        );
        for (path, bytes) in &one {
            assert!(other.get(path) == Some(bytes), "{} differs", path.display());
        }
    });
}

/// The files of a folder, by name.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).expect("a folder");
    let file = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        let bytes = fs::read(&path).expect("a file");
        (path.file_name().expect("a name").into(), bytes)
    };
    files.map(file).collect()
}

/// The manifest at the root of the repository, which a URL leads to.
#[test]
fn swift_package_is_at_the_root() {
    let (root_manifest, generated) = (
        read(&root().join("Package.swift")),
        read(&root().join("generated/swift/Package.swift")),
    );
    let body = |text: &str| {
        text.split_once("let package")
            .expect("a package")
            .1
            .to_owned()
    };
    let elsewhere = r#", path: "generated/swift/Sources/CloseCodes""#;
    assert_eq!(
        body(&root_manifest).replace(elsewhere, ""),
        body(&generated)
    );
    let swift = Language::named("swift");
    if !swift.is_ready() {
        return;
    }
    let outputs = outputs(swift, "publishable/root", &package(swift));
    let mut call = swift.call("publishable", &outputs);
    toolchain::run(call.env("PACKAGE", root()));
}

/// Python's package managers know three stages before a release, and other words only behind a `+`.
#[test]
fn python_has_each_version_in_its_own_form() {
    for (version, expected) in [
        ("1.2.3", "1.2.3"),
        ("1.2.3-rc.1", "1.2.3-rc.1"),
        ("1.2.3-beta", "1.2.3-beta"),
        ("1.2.3-alpha.0+build.5", "1.2.3-alpha.0+build.5"),
        ("1.2.3-rc.one", "1.2.3.dev0+rc.one"),
        ("1.2.3-rc.1.2", "1.2.3.dev0+rc.1.2"),
        ("1.2.3-canary.4", "1.2.3.dev0+canary.4"),
        ("1.2.3-canary-4+build", "1.2.3.dev0+canary.4.build"),
        ("1.2.3+build", "1.2.3+build"),
    ] {
        let spec = json!({
            "name": "chat", "codes": [], "package": { "version": version }, "outputs": { "python": "package/" },
        });
        let files = render(&spec.to_string());
        let project = files
            .get("package/pyproject.toml")
            .expect("the project file");
        let line = project.lines().find(|line| line.starts_with("version = "));
        assert_eq!(
            line,
            Some(&*format!("version = \"{expected}\"")),
            "{version}"
        );
    }
}
