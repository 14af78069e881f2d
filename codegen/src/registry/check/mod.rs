//! [`Spec`] → [`Registry`]: every rule that makes a spec sound. What breaks one is collected as a [`Problem`].

mod advice;
mod causes;
mod codes;
mod forms;
mod lists;
mod names;
mod package;
mod ranges;
mod references;
mod text;

use std::collections::BTreeMap;
use std::mem;
use std::sync::OnceLock;

use super::sendable::{Sendable, is_standard};
use super::standard::Base;
use super::{Registry, Snapshot, Statement};
use crate::diagnostics::{At, Problem};
use crate::spec::{Extends, MAX_LINE, MAX_NOTE, SnapshotSpec, Spec};
use names::Named;
use references::References;

/// Collects problems while the parts of a registry are made.
struct Check {
    problems: Vec<Problem>,
    references: References,
    base: Option<&'static Base>,
    /// The standard codes, unless this spec defines them.
    standard: Option<&'static Base>,
    sendable: Sendable,
}

pub(super) fn registry(mut spec: Spec) -> Result<Registry, Vec<Problem>> {
    let mut problems = Vec::new();
    let base = spec.extends.map(|Extends::Standard| Base::standard());
    let inherited = base.map_or(&[][..], |base| &base.registry.documents);
    let references = References::new(mem::take(&mut spec.documents), inherited, &mut problems);
    let mut check = Check {
        problems,
        references,
        base,
        standard: (!is_standard(&spec)).then(Base::standard),
        sendable: Sendable::for_spec(&spec),
    };
    let registry = check.registry(spec);
    check.references.report_uncited(&mut check.problems);
    match registry {
        Some(registry) if check.problems.is_empty() => Ok(registry),
        _ => Err(check.problems),
    }
}

impl Check {
    fn registry(&mut self, spec: Spec) -> Option<Registry> {
        let root = At::Root;
        let name = self.name(&root.key("name"), spec.name);
        let title = self.text(&root.key("title"), spec.title, MAX_LINE);
        let summary = self.text(&root.key("summary"), spec.summary, MAX_LINE);
        self.text(&root.key("command"), spec.command, MAX_LINE);
        let package = self.package(spec.package, name.as_ref());
        let snapshot = spec.registry.and_then(|spec| self.snapshot(spec));
        let ranges = self.ranges(spec.ranges);
        let listed = self.listed(spec.codes);
        let otherwise = spec.otherwise.map(|spec| self.otherwise(spec));
        let retired = self.retired(spec.retired);
        let lost = self.names(&Named {
            codes: &listed,
            ranges: &ranges,
            retired: &retired,
        });
        let codes = self.codes(listed, &ranges, &lost);
        let endpoints = self.endpoints(&spec.endpoints);
        let clients = self.clients(&spec.clients);
        let base = self.base.map(|base| &base.registry);
        let name = name?;
        Some(Registry {
            title: title.unwrap_or_else(|| format!("Close codes of {name}")),
            name,
            summary,
            package: package?,
            snapshot: snapshot.or_else(|| base?.snapshot.clone()),
            documents: self.references.documents(),
            retired,
            endpoints,
            clients,
            types: BTreeMap::new(),
            packages: BTreeMap::new(),
            codes,
            sendable: self.sendable.clone(),
            edges: OnceLock::new(),
            ranges: self.with_inherited(ranges, otherwise.as_ref()),
            otherwise: otherwise
                .or_else(|| Some(base?.otherwise.clone()))
                .unwrap_or(Statement::DEFAULT),
        })
    }

    fn snapshot(&mut self, spec: SnapshotSpec) -> Option<Snapshot> {
        let at = At::Root.key("registry");
        let document = self.required(&at.key("document"), spec.document, MAX_LINE);
        let date = self.date(&at.key("snapshot"), spec.snapshot);
        let doubt = self.text(&at.key("doubt"), spec.doubt, MAX_NOTE);
        Some(Snapshot {
            registry: self.reference(&at.key("document"), &document?)?,
            date: date?,
            doubt,
        })
    }
}
