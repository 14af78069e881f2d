//! What is committed is what the spec yields, whatever the order, the folder or the machine's language.

use std::fs;
use std::path::Path;

use close_codes_cli::files::drift;
use close_codes_cli::registry::Registry;
use serde_json::Value;
use tests::program::close_codes;
use tests::{SPEC, read, render, root, spec_text, toolchain, write};

#[test]
fn nothing_drifts() {
    let files = render(&spec_text());
    let drifts: Vec<String> = drift(&root(), &files)
        .expect("the outputs can be read")
        .into_iter()
        .map(|drift| drift.path)
        .collect();
    assert!(
        drifts.is_empty(),
        "run `cargo run -p codegen`: {drifts:?} differ"
    );
}

#[test]
fn order_does_not_matter() {
    let mut shuffled: Value = serde_json::from_str(&spec_text()).expect("the spec is JSON");
    for list in ["codes", "ranges", "documents"] {
        shuffled[list].as_array_mut().expect("a list").reverse();
    }
    reverse_keys(&mut shuffled);
    let shuffled = render(&shuffled.to_string());
    let ordered = render(&spec_text());
    for (path, text) in ordered.iter() {
        assert_eq!(shuffled.get(path), Some(text), "{path}");
    }
}

fn reverse_keys(value: &mut Value) {
    match value {
        Value::Object(object) => {
            let reversed = std::mem::take(object).into_iter().rev();
            *object = reversed
                .map(|(key, mut value)| {
                    reverse_keys(&mut value);
                    (key, value)
                })
                .collect();
        }
        Value::Array(array) => array.iter_mut().for_each(reverse_keys),
        _ => {}
    }
}

#[test]
fn folder_and_locale_do_not_matter() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let deep = home.path().join("a b/ü");
    write(&deep.join(SPEC), &spec_text());
    let generate = |locale: &str| {
        toolchain::run(close_codes(&deep.join("spec"), &["generate"]).envs([
            ("LC_ALL", locale),
            ("LANG", locale),
            ("TZ", "Asia/Tokyo"),
        ]))
    };
    let files = render(&spec_text());
    // The record of what was generated is one more.
    let count = files.len() + 1;
    let named = Registry::standard().named().count();
    let reserved = Registry::standard().entries().count() - named;
    let codes = format!("{named} close codes and {reserved} reserved");
    let first = format!("{codes}, {count} files, {count} changed\n");
    assert_eq!(generate("tr_TR.UTF-8"), first);
    let times = modified(&deep, &files);
    for (path, text) in files.iter() {
        assert_eq!(read(&deep.join(path)), text, "{path}");
    }
    let second = format!("{codes}, {count} files, 0 changed\n");
    assert_eq!(generate("C"), second);
    assert_eq!(
        modified(&deep, &files),
        times,
        "equal files keep their time stamp"
    );
}

fn modified(folder: &Path, files: &close_codes_cli::FileSet) -> Vec<std::time::SystemTime> {
    files
        .iter()
        .map(|(path, _)| {
            let metadata = fs::metadata(folder.join(path)).expect("a file that was written");
            metadata.modified().expect("a file system with time stamps")
        })
        .collect()
}
