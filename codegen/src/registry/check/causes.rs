//! Rules for causes: each says what it is, how to find it out and what to do, and there are not too many.

use super::Check;
use crate::diagnostics::At;
use crate::registry::Cause;
use crate::spec::{CauseSpec, MAX_CAUSES, MAX_LINE, MAX_NOTE};

impl Check {
    /// The causes of the code or the range at `at`.
    pub(super) fn causes(&mut self, at: &At<'_>, specs: Vec<CauseSpec>) -> Vec<Cause> {
        let at = at.key("causes");
        let help = format!("keep the {MAX_CAUSES} most common ones at most");
        self.at_most(MAX_CAUSES, specs.len(), &at, help);
        let specs = specs.into_iter().take(MAX_CAUSES).enumerate();
        specs
            .filter_map(|(index, spec)| self.cause(&at.index(index), spec))
            .collect()
    }

    fn cause(&mut self, at: &At<'_>, spec: CauseSpec) -> Option<Cause> {
        let when = self.text(&at.key("when"), spec.when, MAX_LINE);
        let seen = self.text(&at.key("seen"), spec.seen, MAX_LINE);
        let summary = self.required(&at.key("summary"), spec.summary, MAX_LINE);
        let check = self.required(&at.key("check"), spec.check, MAX_LINE);
        let fix = self.required(&at.key("fix"), spec.fix, MAX_LINE);
        let doubt = self.text(&at.key("doubt"), spec.doubt, MAX_NOTE);
        let references = self.references(&at.key("reference"), &spec.reference);
        Some(Cause {
            when,
            seen,
            summary: summary?,
            check: check?,
            fix: fix?,
            doubt,
            references,
        })
    }
}
