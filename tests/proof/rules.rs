//! `docs/rules.md` beside the cases and the program: every id has a case, and there are no other ids.

use std::collections::BTreeSet;

use tests::program::run;
use tests::{read, root};

use crate::cases::{BREAKS, Kind, LINTS, REFUSES};

#[test]
fn every_id_has_a_case() {
    for (kind, section, name) in [
        (REFUSES, "Errors", "refuses"),
        (LINTS, "Warnings", "lints"),
        (BREAKS, "Breaking changes", "breaks"),
    ] {
        let (documented, shown) = (documented(section), shown(&kind));
        assert!(!documented.is_empty(), "{section} of docs/rules.md");
        let without: Vec<_> = documented.difference(&shown).collect();
        assert!(without.is_empty(), "tests/cases/{name} lacks {without:?}");
        let unknown: Vec<_> = shown.difference(&documented).collect();
        assert!(
            unknown.is_empty(),
            "{section} of docs/rules.md lacks {unknown:?}"
        );
    }
}

/// What is nearest to what a rule warns of is sound.
#[test]
fn every_warning_has_a_case_without_it() {
    for id in documented("Warnings") {
        let case = format!("tests/cases/lints/{id}-quiet/stdout.txt");
        assert_eq!(read(&root().join(&case)), "", "{case}");
    }
}

/// A section begins with what `lint --rules` prints of its rule.
#[test]
fn every_rule_has_a_section() {
    let page = read(&root().join("docs/rules.md"));
    let listed = run(&root(), &["lint", "--rules"]).stdout;
    for line in listed.lines() {
        let (id, about) = line.split_once("  ").expect("an id and what it is about");
        let section = format!("\n### {id}\n\n{}\n", about.trim_start());
        assert!(page.contains(&section), "docs/rules.md lacks {section}");
    }
    // `unused-allow` is the one that cannot be allowed.
    assert_eq!(listed.lines().count() + 1, documented("Warnings").len());
}

/// The ids in one section of the page: its headings, and the first column of its table.
fn documented(section: &str) -> BTreeSet<String> {
    let page = read(&root().join("docs/rules.md"));
    let heading = format!("{section}\n");
    let text = page
        .split("\n## ")
        .find(|text| text.starts_with(&heading))
        .expect("a section of docs/rules.md");
    let headings = text.lines().filter_map(|line| line.strip_prefix("### "));
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let listed = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    headings.chain(listed).map(str::to_owned).collect()
}

/// The ids in the expected texts, as `unknown-field` in `error[unknown-field]: ...`.
fn shown(kind: &Kind) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for path in kind.expected() {
        for line in read(&path).lines() {
            let id = ["error[", "warning["]
                .into_iter()
                .find_map(|level| line.strip_prefix(level))
                .and_then(|rest| rest.split_once("]: "));
            ids.extend(id.map(|(id, _)| id.to_owned()));
        }
    }
    ids
}
