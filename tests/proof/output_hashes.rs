//! Many specs → the hashes of their outputs, which `tests/cases/output-hashes.txt` records: no output changes unnoticed.
//!
//! `SNAPSHOTS=overwrite` records what they are now.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::iter::repeat;
use std::path::Path;

use sha2::{Digest, Sha256};
use snapbox::{Assert, Data};
use tests::{render, root};

use crate::any_spec::specs::{outputs, random_specs};
use crate::languages::specs::by_folder;

/// How many random specs there are.
const RANDOM: usize = 50;

/// How many bytes of a hash are recorded.
const BYTES: usize = 8;

#[test]
fn no_output_changes_unnoticed() {
    let mut hashes: BTreeMap<(String, String), Sha256> = BTreeMap::new();
    let random = random_specs(RANDOM).into_iter();
    let specs = by_folder().into_iter();
    for (folder, mut spec) in specs.chain(random.map(|spec| ("random".to_owned(), spec))) {
        let kind = folder.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
        if spec.get("outputs").is_none() {
            spec["outputs"] = outputs(repeat(true));
        }
        for (path, text) in render(&spec.to_string()).iter() {
            let key = (kind.to_owned(), extension(path));
            let hash = hashes.entry(key).or_default();
            hash.update(format!("{path}\n{text}"));
        }
    }
    let mut lines = String::new();
    for ((kind, extension), hash) in hashes {
        write!(lines, "{kind} {extension} ").expect("a string grows");
        for byte in &hash.finalize()[..BYTES] {
            write!(lines, "{byte:02x}").expect("a string grows");
        }
        lines.push('\n');
    }
    let recorded = Data::read_from(&root().join("tests/cases/output-hashes.txt"), None);
    Assert::new().action_env("SNAPSHOTS").eq(lines, recorded);
}

/// What tells files of one target from those of another.
fn extension(path: &str) -> String {
    let path = Path::new(path);
    let extension = path.extension().or(path.file_name());
    extension.unwrap_or_default().to_string_lossy().into_owned()
}
