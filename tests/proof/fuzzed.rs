//! The inputs that fuzzing has kept → nothing panics, as `tests/fuzz` finds out with many more.

use std::fs;

use tests::{fuzzed, root};

/// Between two inputs in a file: no text has it.
const SEPARATOR: u8 = 0xff;

/// Does `work` for each kept input of a target.
fn each_kept(target: &str, work: fn(&[u8])) {
    let path = root().join("tests/fuzz/kept").join(target);
    let kept = fs::read(path).expect("the inputs of the target");
    assert!(kept.contains(&SEPARATOR), "nothing is kept for {target}");
    kept.split(|byte| *byte == SEPARATOR).for_each(work);
}

#[test]
fn kept_specs_are_reported_or_rendered() {
    each_kept("outputs", fuzzed::outputs);
}

#[test]
fn kept_pairs_of_specs_are_compared() {
    each_kept("breaking", fuzzed::breaking);
}
