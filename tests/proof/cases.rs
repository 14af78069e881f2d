//! The folders of `tests/cases` → the program runs on the spec in each and prints what the file beside it says.
//!
//! `SNAPSHOTS=overwrite` writes what it prints to these files.

use std::fs;
use std::path::{Path, PathBuf};

use snapbox::{Assert, Data};
use tests::program::run;
use tests::root;

/// One kind of cases: a folder of folders.
pub(crate) struct Kind {
    /// The folder.
    name: &'static str,
    arguments: &'static [&'static str],
    /// The file with the expected text, named for the stream that it is expected on.
    file: &'static str,
    /// The exit status that belongs to a text.
    status: fn(&str) -> i32,
}

pub(crate) const REFUSES: Kind = Kind {
    name: "refuses",
    arguments: &["check"],
    file: "stderr.txt",
    status: |_| 2,
};

pub(crate) const LINTS: Kind = Kind {
    name: "lints",
    arguments: &["lint"],
    file: "stdout.txt",
    status: |stdout| i32::from(!stdout.is_empty()),
};

pub(crate) const BREAKS: Kind = Kind {
    name: "breaks",
    arguments: &["breaking", "--against", "old.json"],
    file: "stdout.txt",
    status: |stdout| i32::from(stdout != "nothing breaks\n"),
};

#[test]
fn refuses() {
    REFUSES.assert_all();
}

#[test]
fn lints() {
    LINTS.assert_all();
}

#[test]
fn breaks() {
    BREAKS.assert_all();
}

impl Kind {
    /// The folders of the cases, in order.
    fn cases(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(root().join("tests/cases").join(self.name));
        let entries = entries.expect("a folder of cases");
        let mut cases: Vec<PathBuf> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        cases.sort();
        cases
    }

    /// The files with the expected texts.
    pub(crate) fn expected(&self) -> Vec<PathBuf> {
        let cases = self.cases().into_iter();
        cases.map(|case| case.join(self.file)).collect()
    }

    /// Runs every case, then names all that failed.
    fn assert_all(&self) {
        let cases = self.cases();
        let failures: Vec<String> = cases
            .iter()
            .filter_map(|case| self.compare(case).err())
            .collect();
        assert!(
            failures.is_empty(),
            "{} of {} cases failed:\n{}",
            failures.len(),
            cases.len(),
            failures.join("\n")
        );
    }

    fn compare(&self, case: &Path) -> Result<(), String> {
        let name = case.display();
        // Without it, the program would take the spec of a folder above.
        if !case.join("close-codes.json").is_file() {
            return Err(format!("{name}: there is no close-codes.json"));
        }
        let ended = run(case, self.arguments);
        let (text, other) = match self.file {
            "stderr.txt" => (ended.stderr, ended.stdout),
            _ => (ended.stdout, ended.stderr),
        };
        if !other.is_empty() || ended.status != (self.status)(&text) {
            return Err(format!(
                "{name}: exit status {}\n{text}{other}",
                ended.status
            ));
        }
        let expected = Data::read_from(&case.join(self.file), None);
        Assert::new()
            .action_env("SNAPSHOTS")
            // A backslash in a spec does not separate folders.
            .normalize_paths(false)
            .try_eq(None, text.into(), expected)
            .map_err(|error| error.to_string())
    }
}
