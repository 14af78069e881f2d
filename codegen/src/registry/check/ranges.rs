//! Rules for ranges: each has bounds in order and a name, and no two of a file overlap.

use std::sync::OnceLock;

use super::Check;
use super::advice::AdviceFields;
use crate::diagnostics::{At, Problem};
use crate::registry::{Range, Statement};
use crate::spec::{AdviceSpec, MAX_DETAILS, MAX_LINE, MAX_NOTE, RangeSpec, SentBy};
use crate::text::Prose;

impl Check {
    pub(super) fn ranges(&mut self, specs: Vec<RangeSpec>) -> Vec<Range> {
        let list = At::Root.key("ranges");
        let mut ranges: Vec<(At<'_>, Range)> = Vec::new();
        for (index, spec) in specs.into_iter().enumerate() {
            let at = list.index(index);
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
                let help = "put every number into one range at most";
                self.problems
                    .push(Problem::at(&at.key("from"), "overlap", message, help));
            }
        }
        ranges.into_iter().map(|(_, range)| range).collect()
    }

    /// The spec's ranges, then the inherited ones that do not lie within one of them.
    ///
    /// Inherited ranges cover all numbers, so the spec's own `otherwise` replaces their advice: they would shadow it.
    pub(super) fn with_inherited(
        &self,
        mut ranges: Vec<Range>,
        otherwise: Option<&Statement>,
    ) -> Vec<Range> {
        let is_visible = |inherited: &&Range| {
            let covers = |own: &Range| own.from <= inherited.from && inherited.to <= own.to;
            !ranges.iter().any(covers)
        };
        let all = self
            .base
            .into_iter()
            .flat_map(|base| base.registry.ranges());
        let inherited: Vec<Range> = all.filter(is_visible).cloned().collect();
        ranges.extend(inherited.into_iter().map(|range| Range {
            is_own: false,
            place: None,
            statement: otherwise.unwrap_or(&range.statement).clone(),
            comment: OnceLock::new(),
            ..range
        }));
        ranges
    }

    /// The advice for every other number.
    pub(super) fn otherwise(&mut self, spec: AdviceSpec) -> Statement {
        let fields = AdviceFields {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because,
            advised_by: &[],
        };
        let statement = self.statement(&At::Root.key("otherwise"), fields);
        statement.unwrap_or(Statement::DEFAULT)
    }

    fn range(&mut self, at: &At<'_>, spec: RangeSpec) -> Option<Range> {
        for (field, number) in [("from", spec.from), ("to", spec.to)] {
            if number.is_none() {
                self.missing(&at.key(field));
            }
        }
        let name = self.name(&at.key("name"), spec.name);
        let summary = self.required(&at.key("summary"), spec.summary, MAX_LINE);
        let details = self.text(&at.key("details"), spec.details, MAX_DETAILS);
        let advice = AdviceFields {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because,
            advised_by: &spec.advised_by,
        };
        let statement = self.statement(at, advice);
        let causes = self.causes(at, spec.causes);
        let doubt = self.text(&at.key("doubt"), spec.doubt, MAX_NOTE);
        let references = self.references(&at.key("reference"), &spec.reference);
        let (from, to) = (spec.from?, spec.to?);
        if from > to {
            let message = format!("the range ends at {to}, before its start at {from}");
            let help = "swap the two";
            self.problems
                .push(Problem::at(&at.key("to"), "empty-range", message, help));
        }
        Some(Range {
            is_own: true,
            place: Some(at.pointer()),
            from,
            to,
            name: name?,
            summary: summary?,
            details: details.map(Prose::new),
            sent_by: spec.sent_by.unwrap_or(if self.sendable.contains(from) {
                SentBy::Either
            } else {
                SentBy::Nobody
            }),
            statement: statement?,
            causes: causes.into(),
            doubt,
            references,
            comment: OnceLock::new(),
        })
    }
}
