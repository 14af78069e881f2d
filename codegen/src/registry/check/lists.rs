//! Rules for the short lists of a spec: retired codes, and the implementations and libraries that its peers use.

use std::collections::BTreeSet;

use super::Check;
use crate::diagnostics::{At, Problem};
use crate::implementations::{ClientLibrary, Implementation, clients, implementations};
use crate::registry::Retired;
use crate::spec::RetiredSpec;
use crate::text::excerpt;

impl Check {
    /// Reports a list of `length` entries if these are more than `max`.
    pub(super) fn at_most(&mut self, max: usize, length: usize, at: &At<'_>, help: String) {
        if length > max {
            let message = format!("`{}` has {length} entries", at.last());
            self.problems
                .push(Problem::at(at, "list-too-long", message, help));
        }
    }

    pub(super) fn retired(&mut self, specs: Vec<RetiredSpec>) -> Vec<Retired> {
        let list = At::Root.key("retired");
        let mut numbers = BTreeSet::new();
        let mut retired: Vec<Retired> = Vec::new();
        for (index, spec) in specs.into_iter().enumerate() {
            let at = list.index(index);
            if spec.code.is_none() {
                self.missing(&at.key("code"));
            }
            let name = self.name(&at.key("name"), spec.name);
            if let Some(number) = spec.code.filter(|number| !numbers.insert(*number)) {
                let message = format!("{number} is listed as retired already");
                let help = "remove one of the two entries, or give this one another number";
                let problem = Problem::at(&at.key("code"), "duplicate-code", message, help);
                self.problems.push(problem);
            }
            if let (Some(number), Some(name)) = (spec.code, name) {
                retired.push(Retired { number, name });
            }
        }
        retired.sort_by_key(|retired| retired.number);
        retired
    }

    /// The measured implementations of these names, in each role that they have.
    pub(super) fn endpoints(&mut self, names: &[String]) -> Vec<&'static Implementation> {
        let list = At::Root.key("endpoints");
        let mut endpoints = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let measured = implementations().iter().filter(|known| known.name == *name);
            let mut is_known = false;
            for implementation in measured {
                is_known = true;
                // Named twice, it still behaves once, and takes no more work.
                let is_other = |named: &&Implementation| !std::ptr::eq(*named, implementation);
                if endpoints.iter().all(is_other) {
                    endpoints.push(implementation);
                }
            }
            if !is_known {
                self.problems
                    .push(unknown_endpoint(&list.index(index), name));
            }
        }
        endpoints
    }

    /// The measured client libraries of these names.
    pub(super) fn clients(&mut self, names: &[String]) -> Vec<&'static ClientLibrary> {
        let list = At::Root.key("clients");
        let mut found: Vec<&ClientLibrary> = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match clients().iter().find(|known| known.name == *name) {
                // Named twice, it still behaves once, and takes no more work.
                Some(_) if found.iter().any(|known| known.name == *name) => {}
                Some(client) => found.push(client),
                None => self.problems.push(unknown_client(&list.index(index), name)),
            }
        }
        found
    }
}

fn unknown_client(at: &At<'_>, name: &str) -> Problem {
    let known = clients().iter().map(|known| known.name.as_str());
    let known: Vec<&str> = known.collect();
    let message = format!("the client library `{}` was not measured", excerpt(name));
    let help = format!("measured: {}", known.join(", "));
    Problem::at(at, "unknown-client", message, help).with_nearest(name, known)
}

fn unknown_endpoint(at: &At<'_>, name: &str) -> Problem {
    let mut known: Vec<&str> = implementations()
        .iter()
        .map(|known| known.name.as_str())
        .collect();
    known.dedup();
    let message = format!("the implementation `{}` was not measured", excerpt(name));
    let help = format!("measured: {}", known.join(", "));
    Problem::at(at, "unknown-endpoint", message, help).with_nearest(name, known)
}
