//! The specs that fuzzing begins with and has kept → nothing panics, as `tests/fuzz` finds out with many more.

use std::fs;

use tests::{fuzzed, root};

/// Does `work` for each kept input of a target.
fn each_kept(target: &str, work: fn(&[u8])) {
    let folder = root().join("tests/fuzz/corpus").join(target);
    let entries = fs::read_dir(folder).expect("the folder of the target");
    let mut count = 0;
    for entry in entries {
        work(&fs::read(entry.expect("an entry").path()).expect("a file"));
        count += 1;
    }
    assert!(count > 0, "nothing is kept for {target}");
}

#[test]
fn kept_specs_are_reported_or_rendered() {
    each_kept("outputs", fuzzed::outputs);
}

#[test]
fn kept_pairs_of_specs_are_compared() {
    each_kept("breaking", fuzzed::breaking);
}
