//! The sound registry: which is all that targets see. Names and paths of outputs are checked later, with the targets.

mod advice;
mod answer;
mod check;
mod entry;
mod sendable;
mod standard;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

pub use advice::{Advice, Backoff};
pub use answer::Answer;
pub use entry::{
    Cause, CloseCode, Document, Package, Range, Reference, Retired, Snapshot, Statement,
};
pub(crate) use sendable::Sendable;
pub use standard::STANDARD;

use crate::diagnostics::Problem;
use crate::implementations::{ClientLibrary, Implementation};
use crate::name::Name;
use crate::protocol;
use crate::spec::{Kind, Spec};

/// Every close code of a spec, and an answer for every number.
#[derive(Debug)]
pub struct Registry {
    /// The registry's name.
    pub name: Name,
    /// The heading of the documentation.
    pub title: String,
    /// One sentence on what the registry is.
    pub summary: Option<String>,
    /// The fields of the manifests of generated packages.
    pub package: Package,
    /// The public registry that the spec follows.
    pub snapshot: Option<Snapshot>,
    /// The documents that the spec cites.
    pub documents: Vec<Arc<Document>>,
    /// The advice for numbers without an entry or a range.
    pub otherwise: Statement,
    /// Codes that are no longer used, by number.
    pub retired: Vec<Retired>,
    /// The measured implementations that the application's peers use.
    pub endpoints: Vec<&'static Implementation>,
    /// The measured client libraries that connect to the application.
    pub clients: Vec<&'static ClientLibrary>,
    /// What the outputs call the type of the codes, by target, where the spec chooses a name.
    pub types: BTreeMap<&'static str, String>,
    /// What they call the package that source imports, by target, where the spec chooses a name.
    pub packages: BTreeMap<&'static str, String>,
    codes: BTreeMap<u16, CloseCode>,
    ranges: Vec<Range>,
    sendable: Sendable,
    edges: OnceLock<BTreeSet<u16>>,
}

impl Registry {
    /// Checks `spec` and fills in every default.
    ///
    /// # Errors
    ///
    /// Every rule that the spec breaks.
    pub(crate) fn from_spec(spec: Spec) -> Result<Self, Vec<Problem>> {
        check::registry(spec)
    }

    /// A registry of these parts, which the reader of an output checked: each number has one entry, and the ranges are sorted and
    /// do not overlap, the spec's own before those that it inherits. Which numbers without an entry may be sent is what the
    /// standard codes say.
    pub(crate) fn from_parts(
        name: Name,
        codes: Vec<CloseCode>,
        ranges: Vec<Range>,
        otherwise: Statement,
    ) -> Self {
        let codes = codes.into_iter().map(|code| (code.number, code));
        Self {
            title: name.to_string(),
            summary: None,
            package: Package {
                name: name.clone(),
                version: String::new(),
                license: None,
                repository: None,
                homepage: None,
                authors: Vec::new(),
            },
            name,
            snapshot: None,
            documents: Vec::new(),
            otherwise,
            retired: Vec::new(),
            endpoints: Vec::new(),
            clients: Vec::new(),
            types: BTreeMap::new(),
            packages: BTreeMap::new(),
            codes: codes.collect(),
            ranges,
            sendable: Self::standard().sendable().clone(),
            edges: OnceLock::new(),
        }
    }

    /// Every entry, the reserved ones too, by number.
    pub fn entries(&self) -> impl Iterator<Item = &CloseCode> {
        self.codes.values()
    }

    /// The codes that have a constant, by number.
    pub fn named(&self) -> impl Iterator<Item = &CloseCode> {
        self.entries().filter(|code| code.kind != Kind::Reserved)
    }

    /// The codes that have a constant and that the spec names itself, by number.
    pub fn own(&self) -> impl Iterator<Item = &CloseCode> {
        self.named().filter(|code| code.is_own)
    }

    /// The ranges, by number; those of the spec itself come before those that it inherits.
    #[must_use]
    pub fn ranges(&self) -> &[Range] {
        &self.ranges
    }

    /// The ranges that have a constant and a predicate, by number.
    pub fn named_ranges(&self) -> impl Iterator<Item = &Range> {
        self.ranges.iter().filter(|range| range.is_named())
    }

    /// The numbers that may be sent in a Close frame, whatever the spec itself uses.
    pub(crate) fn sendable(&self) -> &Sendable {
        &self.sendable
    }

    /// The entry that `text` names in any language's spelling.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&CloseCode> {
        self.entries().find(|code| code.is_spelled(text))
    }

    /// The answer for any number.
    #[must_use]
    pub fn answer(&self, number: u16) -> Answer<'_> {
        Answer {
            code: self.codes.get(&number),
            ..self.answer_of_range(number)
        }
    }

    /// The name that a number without one had.
    pub(crate) fn retired_name(&self, answer: &Answer<'_>) -> Option<&Name> {
        let mut retired = self.retired.iter().filter(|_| answer.code.is_none());
        let retired = retired.find(|retired| retired.number == answer.number)?;
        Some(&retired.name)
    }

    /// Every number at which an answer may change.
    pub(crate) fn edges(&self) -> &BTreeSet<u16> {
        self.edges.get_or_init(|| {
            let mut edges = BTreeSet::from([0]);
            edges.extend(protocol::EDGES);
            edges.extend(self.sendable.edges());
            let codes = self.codes.keys().map(|number| (*number, *number));
            let ranges = self.ranges.iter().map(|range| (range.from, range.to));
            for (from, to) in codes.chain(ranges) {
                edges.insert(from);
                edges.extend(to.checked_add(1));
            }
            edges
        })
    }

    /// The answer that `number` would have without an entry of its own.
    fn answer_of_range(&self, number: u16) -> Answer<'_> {
        // The spec's own ranges, then those that it inherits: neither overlap among themselves.
        let own = self.ranges.partition_point(|range| range.is_own);
        let (own, inherited) = self.ranges.split_at(own);
        Answer {
            number,
            code: None,
            range: holding(own, number).or_else(|| holding(inherited, number)),
            otherwise: &self.otherwise,
            sendable: &self.sendable,
        }
    }
}

/// The one of `ranges`, which are sorted, that contains `number`.
fn holding(ranges: &[Range], number: u16) -> Option<&Range> {
    let next = ranges.partition_point(|range| range.to < number);
    ranges.get(next).filter(|range| range.from <= number)
}
