//! [`Spec`] → [`Registry`]: every rule that makes a spec sound. What breaks one is collected as a [`Problem`].

mod advice;
mod code;
mod references;
mod text;

use std::collections::BTreeMap;

use super::{CloseCode, Package, Range, Registry, Retired, Snapshot, Statement};
use crate::implementations::{Implementation, implementations};
use crate::name::Name;
use crate::pointer::Pointer;
use crate::problem::{Problem, nearest};
use crate::spec::{
    CodeSpec, Extends, PackageSpec, RangeSpec, RetiredSpec, SentBy, SnapshotSpec, Spec,
};
use crate::wire;
use references::References;

/// Collects problems while the parts of a registry are made.
struct Check<'a> {
    problems: Vec<Problem>,
    references: References<'a>,
    base: Option<Registry>,
}

pub(super) fn registry(spec: &Spec) -> Result<Registry, Vec<Problem>> {
    let mut problems = Vec::new();
    let base = spec.extends.map(|Extends::Standard| Registry::standard());
    let inherited = base.as_ref().map(|base| base.documents.clone());
    let references = References::new(
        &spec.documents,
        inherited.unwrap_or_default(),
        &mut problems,
    );
    let mut check = Check {
        problems,
        references,
        base,
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
        let ranges = self.ranges(&spec.ranges);
        let codes = self.codes(&spec.codes, &ranges);
        let own_otherwise = match &spec.otherwise {
            Some(otherwise) => Some(self.statement(&root.key("otherwise"), otherwise.into())?),
            None => None,
        };
        let retired = self.retired(&spec.retired);
        let endpoints = self.endpoints(&spec.endpoints);
        let ranges = self.with_inherited(ranges, own_otherwise.as_ref());
        let inherited = self.base.as_ref().map(|base| base.otherwise.clone());
        let otherwise = own_otherwise.or(inherited);
        let name = name?;
        Some(Registry {
            title: title.unwrap_or_else(|| format!("Close codes of {name}")),
            name,
            summary,
            package: package?,
            snapshot: snapshot.or(self.base.as_ref().and_then(|base| base.snapshot.clone())),
            documents: self.references.documents(),
            otherwise: otherwise.unwrap_or_else(Statement::default_advice),
            retired,
            endpoints,
            codes,
            ranges,
        })
    }

    fn package(&mut self, spec: Option<&PackageSpec>, registry: Option<&Name>) -> Option<Package> {
        let at = Pointer::root().key("package");
        let name = match spec.and_then(|spec| spec.name.as_deref()) {
            Some(name) => self.name(&at.key("name"), Some(name)),
            // A long name stands for itself.
            None => Name::new(&format!("{}-close-codes", registry?))
                .ok()
                .or_else(|| registry.cloned()),
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

    /// The spec's codes over those that it inherits and that none of its ranges covers.
    fn codes(&mut self, specs: &[CodeSpec], ranges: &[Range]) -> BTreeMap<u16, CloseCode> {
        let mut codes = BTreeMap::new();
        let mut names: BTreeMap<Name, u16> = BTreeMap::new();
        for (index, spec) in specs.iter().enumerate() {
            let at = Pointer::root().key("codes").index(index);
            let Some(code) = self.code(&at, spec) else {
                continue;
            };
            if codes.contains_key(&code.number) {
                let message = format!("{} has an entry already", code.number);
                let help = "merge the two entries, or give this one another number";
                let problem = Problem::at(&at.key("code"), "duplicate-code", message, help);
                self.problems.push(problem);
            }
            if let Some(number) = names.get(&code.name) {
                let message = format!("the name `{}` is taken: {number} has it", code.name);
                let help = "give each code a name of its own";
                let problem = Problem::at(&at.key("name"), "duplicate-name", message, help);
                self.problems.push(problem);
            }
            names.entry(code.name.clone()).or_insert(code.number);
            codes.entry(code.number).or_insert(code);
        }
        let covered = |number| super::holding(ranges, number).is_some();
        let inherited = self.base.iter().flat_map(Registry::entries);
        for code in inherited.filter(|code| !covered(code.number)) {
            if let Some(number) = names.get(&code.name)
                && *number != code.number
            {
                let own = specs.iter().position(|spec| spec.code == Some(*number));
                let at = Pointer::root().key("codes").index(own.unwrap_or_default());
                let message = format!(
                    "the name `{}` is taken: {} inherits it",
                    code.name, code.number
                );
                let help = "give each code a name of its own";
                let problem = Problem::at(&at.key("name"), "duplicate-name", message, help);
                self.problems.push(problem);
            }
            codes.entry(code.number).or_insert_with(|| CloseCode {
                is_own: false,
                place: None,
                ..code.clone()
            });
        }
        codes
    }

    fn retired(&mut self, specs: &[RetiredSpec]) -> Vec<Retired> {
        let mut retired: Vec<Retired> = Vec::new();
        for (index, spec) in specs.iter().enumerate() {
            let at = Pointer::root().key("retired").index(index);
            if spec.code.is_none() {
                self.missing(&at.key("code"));
            }
            let name = self.name(&at.key("name"), spec.name.as_deref());
            if let (Some(number), Some(name)) = (spec.code, name) {
                retired.push(Retired { number, name });
            }
        }
        retired.sort_by_key(|retired| retired.number);
        retired
    }

    /// The measured implementations of these names, in each role that they have.
    fn endpoints(&mut self, names: &[String]) -> Vec<&'static Implementation> {
        let mut endpoints = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let measured = implementations().iter().filter(|known| known.name == *name);
            let before = endpoints.len();
            endpoints.extend(measured);
            if endpoints.len() == before {
                let at = Pointer::root().key("endpoints").index(index);
                let known = implementations().iter().map(|known| known.name.as_str());
                let meant = nearest(name, known.clone());
                let help = meant.map_or_else(
                    || {
                        let mut known: Vec<&str> = known.collect();
                        known.dedup();
                        format!("measured are {}", known.join(", "))
                    },
                    |meant| format!("did you mean `{meant}`?"),
                );
                let message = format!("no implementation `{name}` was measured");
                let problem = Problem::at(&at, "unknown-endpoint", message, help);
                self.problems.push(Problem {
                    suggestion: meant.map(|meant| format!("\"{meant}\"")),
                    ..problem
                });
            }
        }
        endpoints
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

    /// The spec's ranges, then those that it inherits, which are asked after them: one that lies within a range of the
    /// spec is never asked. Inherited ranges cover all numbers, so the spec's own `otherwise` takes the place of their
    /// advice: else it would never be heard.
    fn with_inherited(&self, mut ranges: Vec<Range>, otherwise: Option<&Statement>) -> Vec<Range> {
        let is_asked = |inherited: &&Range| {
            let covers = |own: &Range| own.from <= inherited.from && inherited.to <= own.to;
            !ranges.iter().any(covers)
        };
        let all = self.base.iter().flat_map(|base| &base.ranges);
        let inherited: Vec<Range> = all.filter(is_asked).cloned().collect();
        ranges.extend(inherited.into_iter().map(|range| Range {
            is_own: false,
            statement: otherwise.unwrap_or(&range.statement).clone(),
            ..range
        }));
        ranges
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
            is_own: true,
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
