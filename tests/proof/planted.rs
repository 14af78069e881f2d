//! Files, links and folders planted at random in and around the outputs, and other projects among them: whatever they quote,
//! and whatever a record lists, every one of them stays as it was. `CLOSE_CODES_RUNS` plants more often.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};

use close_codes_cli::files::Temporary;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::json;
use tests::program::run;
use tests::{read, write};

use crate::interrupted::runs;
use crate::ownership::{NOTICE, set_outputs};

/// Folders with outputs, around them, and those of git.
const FOLDERS: &[&str] = &[
    "",
    "crate/",
    "crate/src/",
    "crate/src/deep/",
    "web/",
    "docs/",
    "app/src/",
    "target/",
    ".git/",
    ".git/hooks/",
    "crate/.git/",
];

/// Names that no output has, but that resemble those of outputs, temporary files and records.
const NAMES: &[&str] = &[
    "notes.md",
    "x.rs",
    "lib.rs.orig",
    ".hidden",
    ".gitattributes",
    "a.json",
    ".close-codes-AbCdEf",
    ".close-codes-notes.md",
    ".close-codes-0123456789abcdef-AbCdEfGh.tmp",
    "c.outputs",
];

/// Places of outputs, where something else can be before the first run.
const OUTPUTS: &[&str] = &["crate/src/lib.rs", "web/c.ts", "docs/c.md", "c.json"];

const HEADS: &[&str] = &[
    "",
    "// ",
    "# ",
    "<!-- ",
    "{\n  \"$comment\": \"",
    "mine\n",
    " ",
];

const BODIES: &[&str] = &[NOTICE, "@generated", "by hand", ""];

/// What is planted at a path.
#[derive(Debug, Clone)]
enum Plant {
    File(String),
    Link(&'static str),
    Folder,
}

fn plant() -> impl Strategy<Value = Plant> {
    let text = (select(HEADS), select(BODIES)).prop_map(|(head, body)| format!("{head}{body}\n"));
    prop_oneof![
        6 => text.prop_map(Plant::File),
        1 => select(&["notes.md", "nowhere", ".", "../c.json", "../../outside"][..]).prop_map(Plant::Link),
        1 => Just(Plant::Folder),
    ]
}

/// Something beside the outputs.
fn beside() -> impl Strategy<Value = (String, Plant)> {
    let path = (select(FOLDERS), select(NAMES));
    (path, plant()).prop_map(|((folder, name), plant)| (format!("{folder}{name}"), plant))
}

/// Something in the place of an output, which does not begin with the notice.
fn instead() -> impl Strategy<Value = (String, Plant)> {
    let quoting = Just(Plant::File(format!("Mine. {NOTICE}\n")));
    let plant = prop_oneof![quoting, Just(Plant::Link("notes.md")), Just(Plant::Folder)];
    (select(OUTPUTS).prop_map(str::to_owned), plant)
}

/// What there is below a folder: enough to notice that it was written, replaced, or given another mode.
type Entries = BTreeMap<PathBuf, (u64, u32, Option<(i64, i64)>, Vec<u8>)>;

fn entries(folder: &Path) -> Entries {
    let mut found = Entries::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let metadata = path.symlink_metadata().expect("an entry");
        let modified = (metadata.mtime(), metadata.mtime_nsec());
        let (modified, bytes) = if metadata.is_dir() {
            found.extend(entries(&path));
            // An output beside what is planted changes the time of their folder.
            (None, Vec::new())
        } else if metadata.is_symlink() {
            let target = fs::read_link(&path).expect("a link");
            (Some(modified), target.into_os_string().into_encoded_bytes())
        } else {
            (Some(modified), fs::read(&path).expect("a file"))
        };
        found.insert(path, (metadata.ino(), metadata.mode(), modified, bytes));
    }
    found
}

/// Plants what there is room for; returns the paths.
fn put(folder: &Path, plants: &[(String, Plant)]) -> Vec<String> {
    let mut paths = Vec::new();
    for (path, plant) in plants {
        let at = folder.join(path);
        if at.symlink_metadata().is_ok() {
            continue;
        }
        fs::create_dir_all(at.parent().expect("a folder")).expect("a folder");
        match plant {
            Plant::File(text) => write(&at, text),
            Plant::Link(target) => symlink(target, &at).expect("a link"),
            Plant::Folder => fs::create_dir(&at).expect("a folder"),
        }
        paths.push(path.clone());
    }
    paths
}

/// Other projects, whose specs have the same name: inside of a package, and in the folder of an output.
fn put_projects(folder: &Path) {
    for (path, outputs) in [
        ("crate/examples/app", json!({ "rust": "src/codes.rs" })),
        (
            "docs",
            json!({ "json": "codes.json", "markdown": "own/c.md" }),
        ),
    ] {
        let path = folder.join(path);
        fs::create_dir_all(&path).expect("a folder");
        set_outputs(&path, &outputs);
        assert_eq!(run(&path, &["generate"]).status, 0);
    }
}

/// Every verb that could touch a file, but for `--overwrite`, which is asked to.
fn run_all(folder: &Path) {
    for arguments in [
        &["check"][..],
        &["generate"],
        &["generate", "--dry-run", "--prune"],
        &["generate", "--prune"],
        &["generate", "--prune", "--allow-outside"],
        &["check", "--allow-outside", "--format", "json"],
    ] {
        let ended = run(folder, arguments);
        assert!(ended.status < 3, "{arguments:?}: {}", ended.stderr);
    }
}

/// Lists files in the record as if they were generated.
fn list(record: &Path, paths: &[String]) {
    let Ok(text) = fs::read_to_string(record) else {
        return;
    };
    write(record, &format!("{text}{}\n", paths.join("\n")));
}

fn assert_unchanged(home: &Path, before: &Entries) {
    let after = entries(home);
    for (path, entry) in before {
        assert_eq!(after.get(path), Some(entry), "{}", path.display());
    }
}

fn check(beside: &[(String, Plant)], instead: Option<(String, Plant)>) {
    let home = tempfile::tempdir().expect("a temporary folder");
    let path = home.path().join("repository");
    let outside = format!("// {NOTICE}\n");
    write(&home.path().join("outside/a.rs"), &outside);
    write(&path.join(".git/own.rs"), &outside);
    put_projects(&path);
    let plants: Vec<_> = instead.into_iter().chain(beside.to_vec()).collect();
    let planted = put(&path, &plants);
    let before = entries(home.path());

    let wide = json!({ "rust": "crate/", "typescript": "web/c.ts", "markdown": "docs/c.md", "json": "c.json" });
    // What begins with the notice and is listed is generated, by all that can be known.
    let mut listed: Vec<String> = planted;
    listed.retain(|file| {
        let text = fs::read_to_string(path.join(file)).unwrap_or_default();
        !HEADS
            .iter()
            .any(|head| text.starts_with(&format!("{head}{NOTICE}")))
    });
    let absolute = home.path().join("outside/a.rs").display().to_string();
    let others = [
        "../outside/a.rs",
        &absolute,
        ".git/own.rs",
        "crate/examples/app/src/codes.rs",
        "docs/own/c.md",
        "",
        ".",
    ];
    listed.extend(others.map(str::to_owned));
    for outputs in [wide, json!({ "json": "c.json" }), json!({})] {
        set_outputs(&path, &outputs);
        run_all(&path);
        list(&path.join("close-codes.outputs"), &listed);
        run_all(&path);
        assert_unchanged(home.path(), &before);
    }
}

#[test]
fn what_is_planted_stays() {
    let mut runner = TestRunner::new(Config {
        cases: runs(16),
        rng_seed: RngSeed::Fixed(4001),
        failure_persistence: None,
        ..Config::default()
    });
    let plants = (
        vec(beside(), 1..12),
        prop::option::weighted(0.25, instead()),
    );
    let result = runner.run(&plants, |(beside, instead)| {
        check(&beside, instead);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// The very names of this spec's temporary files, but for a character or for what they are.
#[test]
fn what_only_resembles_a_temporary_file_stays() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let path = home.path().canonicalize().expect("a folder");
    set_outputs(&path, &json!({ "rust": "src/a.rs" }));
    let temporary = format!("{:?}", Temporary::of(&path.join("close-codes.json")));
    let prefix = temporary.split('"').nth(1).expect("what names begin with");
    let names = [
        "AbCdEfG.tmp",
        "AbCdEfGhI.tmp",
        "AbCd-fGh.tmp",
        "AbCdEfGh",
        "AbCdEfGh.tmp2",
    ];
    for folder in [path.clone(), path.join("src")] {
        for name in names {
            write(&folder.join(format!("{prefix}{name}")), "Mine.\n");
        }
        let own = folder.join(format!("{prefix}AAAAAAAA.tmp"));
        fs::create_dir(own).expect("a folder");
        let own = folder.join(format!("{prefix}BBBBBBBB.tmp"));
        symlink("nowhere", own).expect("a link");
    }
    let before: Entries = entries(&path);
    let left = path.join(format!("src/{prefix}0aZAbCdE.tmp"));
    write(&left, "The rest of a killed run.\n");
    run_all(&path);
    assert_unchanged(&path, &before);
    assert!(!left.exists(), "the rest of a killed run is removed");
    assert!(read(&path.join("src/a.rs")).contains(NOTICE));
}
