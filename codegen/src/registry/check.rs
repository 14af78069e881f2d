//! [`Spec`] → [`Registry`]: every rule that makes a spec sound. What breaks one is collected as a [`Problem`].

mod advice;
mod references;
mod text;

use std::collections::BTreeMap;

use super::{CloseCode, Package, Range, Registry, Snapshot, Statement};
use crate::name::Name;
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::spec::{CodeSpec, Kind, PackageSpec, RangeSpec, SentBy, SnapshotSpec, Spec};
use crate::wire;
use references::References;

/// Names whose constant would be a keyword that cannot be escaped, or meet a member of a generated type.
const TAKEN_NAMES: &[&str] = &[
    "all-cases",
    "all-own",
    "fit-reason",
    "max-reason-bytes",
    "none",
    "self",
    "unnamed",
];

/// Collects problems while the parts of a registry are made.
struct Check<'a> {
    problems: Vec<Problem>,
    references: References<'a>,
}

pub(super) fn registry(spec: &Spec) -> Result<Registry, Vec<Problem>> {
    let mut problems = Vec::new();
    let references = References::new(&spec.documents, &mut problems);
    let mut check = Check {
        problems,
        references,
    };
    let registry = check.parts(spec);
    check.references.report_uncited(&mut check.problems);
    match registry {
        Some(registry) if check.problems.is_empty() => Ok(registry),
        _ => Err(check.problems),
    }
}

impl Check<'_> {
    fn parts(&mut self, spec: &Spec) -> Option<Registry> {
        let root = Pointer::root();
        let name = self.name(&root.key("name"), spec.name.as_deref());
        let title = self.text(&root.key("title"), spec.title.as_deref());
        let summary = self.text(&root.key("summary"), spec.summary.as_deref());
        self.text(&root.key("command"), spec.command.as_deref());
        let package = self.package(spec.package.as_ref(), name.as_ref());
        let snapshot = spec
            .registry
            .as_ref()
            .and_then(|snapshot| self.snapshot(snapshot));
        let codes = self.codes(&spec.codes);
        let ranges = self.ranges(&spec.ranges);
        let otherwise = match &spec.otherwise {
            Some(otherwise) => self.statement(&root.key("otherwise"), otherwise.into())?,
            None => Statement::default_advice(),
        };
        let name = name?;
        Some(Registry {
            title: title.unwrap_or_else(|| format!("Close codes of {name}")),
            name,
            summary,
            package: package?,
            snapshot,
            documents: self.references.documents(),
            otherwise,
            codes,
            ranges,
        })
    }

    fn package(&mut self, spec: Option<&PackageSpec>, registry: Option<&Name>) -> Option<Package> {
        let at = Pointer::root().key("package");
        let name = match spec.and_then(|spec| spec.name.as_deref()) {
            Some(name) => self.name(&at.key("name"), Some(name)),
            None => Name::new(&format!("{}-close-codes", registry?)).ok(),
        };
        let version = spec.and_then(|spec| spec.version.as_deref());
        let license = spec.and_then(|spec| spec.license.as_deref());
        let version = self.text(&at.key("version"), version);
        let license = self.text(&at.key("license"), license);
        Some(Package {
            name: name?,
            version: version.unwrap_or_else(|| "0.1.0".to_owned()),
            license,
        })
    }

    fn snapshot(&mut self, spec: &SnapshotSpec) -> Option<Snapshot> {
        let at = Pointer::root().key("registry");
        let document = self.required(&at.key("document"), spec.document.as_deref());
        let date = self.required(&at.key("snapshot"), spec.snapshot.as_deref());
        let doubt = self.text(&at.key("doubt"), spec.doubt.as_deref());
        Some(Snapshot {
            registry: self.reference(&at.key("document"), &document?)?,
            date: date?,
            doubt,
        })
    }

    fn codes(&mut self, specs: &[CodeSpec]) -> BTreeMap<u16, CloseCode> {
        let mut codes = BTreeMap::new();
        let mut names: BTreeMap<Name, u16> = BTreeMap::new();
        for (index, spec) in specs.iter().enumerate() {
            let at = Pointer::root().key("codes").index(index);
            let Some(code) = self.code(&at, spec) else {
                continue;
            };
            if let Some(number) = names.get(&code.name) {
                let message = format!("the name `{}` is taken: {number} has it", code.name);
                let help = "give each code a name of its own";
                self.problems.push(Problem::at(
                    &at.key("name"),
                    "duplicate-name",
                    message,
                    help,
                ));
            }
            if codes.contains_key(&code.number) {
                let message = format!("{} has an entry already", code.number);
                let help = "merge the two entries, or give this one another number";
                self.problems.push(Problem::at(
                    &at.key("code"),
                    "duplicate-code",
                    message,
                    help,
                ));
            }
            names.entry(code.name.clone()).or_insert(code.number);
            codes.entry(code.number).or_insert(code);
        }
        codes
    }

    fn code(&mut self, at: &Pointer, spec: &CodeSpec) -> Option<CloseCode> {
        if spec.code.is_none() {
            self.missing(&at.key("code"));
        }
        let name = self.name(&at.key("name"), spec.name.as_deref());
        let summary = self.required(&at.key("summary"), spec.summary.as_deref());
        let details = self.text(&at.key("details"), spec.details.as_deref());
        let reason = self.reason(at, spec);
        let statement = self.statement(at, spec.into());
        let doubt = self.text(&at.key("doubt"), spec.doubt.as_deref());
        let references = self.references(&at.key("reference"), &spec.reference);
        let number = spec.code?;
        self.kind_fits(at, number, spec);
        Some(CloseCode {
            number,
            name: name?,
            summary: summary?,
            details,
            kind: spec.kind,
            sent_by: spec.sent_by.unwrap_or(match spec.kind {
                Kind::Usable => SentBy::Either,
                Kind::Local | Kind::Reserved => SentBy::Nobody,
            }),
            statement: statement?,
            reason,
            doubt,
            references,
        })
    }

    /// What nobody may send must not be called usable, and the other way round.
    fn kind_fits(&mut self, at: &Pointer, number: u16, spec: &CodeSpec) {
        if spec.kind == Kind::Usable && !wire::is_sendable(number) {
            let message =
                format!("{number} must not stand in a Close frame, so it cannot be `usable`");
            let help = "add `\"kind\": \"local\"`, or take a number of 4000-4999";
            self.problems
                .push(Problem::at(&at.key("code"), "kind", message, help));
        }
        let nobody = spec
            .sent_by
            .is_some_and(|sent_by| sent_by == SentBy::Nobody);
        if spec.sent_by.is_some() && nobody != (spec.kind != Kind::Usable) {
            let message = format!(
                "a code that is `{}` is not sent by such a side",
                spec.kind.as_str()
            );
            let help = "leave `sent_by` out, or make it fit `kind`: local and reserved codes are sent by `nobody`";
            self.problems
                .push(Problem::at(&at.key("sent_by"), "kind", message, help));
        }
    }

    fn ranges(&mut self, specs: &[RangeSpec]) -> Vec<Range> {
        let mut ranges: Vec<(Pointer, Range)> = Vec::new();
        for (index, spec) in specs.iter().enumerate() {
            let at = Pointer::root().key("ranges").index(index);
            if let Some(range) = self.range(&at, spec) {
                ranges.push((at, range));
            }
        }
        ranges.sort_by_key(|(_, range)| range.from);
        for pair in ranges.windows(2) {
            let [(_, before), (at, range)] = pair else {
                continue;
            };
            if range.from <= before.to {
                let message = format!(
                    "{}-{} overlaps `{}`, which is {}-{}",
                    range.from, range.to, before.name, before.from, before.to
                );
                let help = "let every number lie in one range at most";
                self.problems
                    .push(Problem::at(&at.key("from"), "overlap", message, help));
            }
        }
        ranges.into_iter().map(|(_, range)| range).collect()
    }

    fn range(&mut self, at: &Pointer, spec: &RangeSpec) -> Option<Range> {
        for (field, number) in [("from", spec.from), ("to", spec.to)] {
            if number.is_none() {
                self.missing(&at.key(field));
            }
        }
        let name = self.name(&at.key("name"), spec.name.as_deref());
        let summary = self.required(&at.key("summary"), spec.summary.as_deref());
        let details = self.text(&at.key("details"), spec.details.as_deref());
        let statement = self.statement(at, spec.into());
        let doubt = self.text(&at.key("doubt"), spec.doubt.as_deref());
        let references = self.references(&at.key("reference"), &spec.reference);
        let (from, to) = (spec.from?, spec.to?);
        if from > to {
            let message = format!("the range ends at {to}, before it begins at {from}");
            self.problems.push(Problem::at(
                &at.key("to"),
                "empty-range",
                message,
                "swap the two",
            ));
        }
        Some(Range {
            from,
            to,
            name: name?,
            summary: summary?,
            details,
            sent_by: spec.sent_by.unwrap_or(if wire::is_sendable(from) {
                SentBy::Either
            } else {
                SentBy::Nobody
            }),
            statement: statement?,
            doubt,
            references,
        })
    }
}
