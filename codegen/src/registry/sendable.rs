//! Which numbers may be sent in a Close frame, which follows from the registry of the protocol's own codes.

use std::collections::BTreeSet;

use super::Registry;
use crate::protocol::CodeRange;
use crate::spec::{Extends, Kind, Spec};
use crate::text::Word;

/// The numbers that a Close frame may have: the protocol's codes that are for use, and all of 3000-4999.
///
/// RFC 6455 section 5.5.1 allows the codes that section 7.4 defines. From 1000 to 2999 those are the codes of the protocol
/// and what IANA registered since, from 3000 to 4999 it leaves the definition to libraries and applications.
#[derive(Debug, Clone)]
pub(crate) struct Sendable {
    protocol: BTreeSet<u16>,
}

impl Sendable {
    /// What `spec` can use: only the registry of the protocol's own codes defines them, and has a name for itself.
    pub(super) fn for_spec(spec: &Spec) -> Self {
        if !is_standard(spec) {
            return Registry::standard().sendable().clone();
        }
        let usable = spec.codes.iter().filter(|code| match code.kind {
            None | Some(Kind::Usable) => true,
            Some(Kind::Local | Kind::Reserved) => false,
        });
        let numbers = usable.filter_map(|code| code.code);
        let in_range = |number: &u16| CodeRange::of(*number) == CodeRange::Protocol;
        Self {
            protocol: numbers.filter(in_range).collect(),
        }
    }

    /// Whether `number` may be sent.
    pub(crate) fn contains(&self, number: u16) -> bool {
        match CodeRange::of(number) {
            CodeRange::Protocol => self.protocol.contains(&number),
            CodeRange::Registered | CodeRange::Private => true,
            CodeRange::Unused | CodeRange::OutOfRange => false,
        }
    }

    /// The numbers from which on this may change, beside the bounds of code ranges.
    pub(super) fn edges(&self) -> impl Iterator<Item = u16> {
        self.protocol
            .iter()
            .flat_map(|number| [*number, number + 1])
    }
}

/// Whether `spec` is the registry of the protocol's own codes, by its name.
pub(super) fn is_standard(spec: &Spec) -> bool {
    spec.name.as_deref() == Some(Extends::Standard.as_str()) && spec.extends.is_none()
}
