//! Rules for advice: bounds in order, and `after` only where a reconnect follows.

use super::{Check, Statement};
use crate::diagnostics::{At, Problem};
use crate::registry::{Advice, Backoff};
use crate::spec::{After, BackoffSpec, MAX_NOTE, MAX_SECONDS, Reconnect, ReconnectSpec};

/// The fields of an entry that are about advice.
pub(super) struct AdviceFields<'a> {
    pub(super) reconnect: Option<ReconnectSpec>,
    pub(super) after: Option<After>,
    pub(super) because: Option<String>,
    pub(super) advised_by: &'a [String],
}

impl Check {
    /// The advice of the entry at `at`; the default where there is none.
    pub(super) fn statement(&mut self, at: &At<'_>, fields: AdviceFields<'_>) -> Option<Statement> {
        let because = self.text(&at.key("because"), fields.because, MAX_NOTE);
        let advised_by = self.references(&at.key("advised_by"), fields.advised_by);
        let spec = fields.reconnect;
        let reconnect = spec.map_or(Advice::DEFAULT.reconnect, |spec| spec.word);
        let backoff = match spec.and_then(|spec| spec.bounds) {
            Some(bounds) => self.bounds(&at.key("reconnect").key("backoff"), bounds)?,
            None => Backoff::DEFAULT,
        };
        if reconnect == Reconnect::Never && fields.after.is_some() {
            let message = "`after` has no effect when `reconnect` is `never`";
            let help = "remove `after`, or set `reconnect` to `backoff` or `immediately`";
            self.problems
                .push(Problem::at(&at.key("after"), "after-never", message, help));
        }
        Some(Statement {
            is_stated: fields.reconnect.is_some(),
            advice: Advice {
                reconnect,
                backoff,
                after: fields.after,
            },
            because,
            advised_by,
        })
    }

    fn bounds(&mut self, at: &At<'_>, bounds: BackoffSpec) -> Option<Backoff> {
        let fields = [
            ("from_seconds", bounds.from),
            ("to_seconds", bounds.to),
            ("cap_seconds", bounds.cap),
        ];
        for (field, _) in fields.iter().filter(|(_, seconds)| seconds.is_none()) {
            self.missing(&at.key(field));
        }
        let (from, to, cap) = (bounds.from?, bounds.to?, bounds.cap?);
        let wrong = if from < 0.0 {
            Some(("from_seconds", "a delay cannot be negative"))
        } else if to <= 0.0 || to < from {
            Some((
                "to_seconds",
                "the window must end after 0, and not before its start",
            ))
        } else if cap < to {
            Some(("cap_seconds", "the cap is below `to_seconds`"))
        } else if cap > f64::from(MAX_SECONDS) {
            Some((
                "cap_seconds",
                "the cap is longer than 24 days, about the longest that a timer can wait",
            ))
        } else {
            let is_exact = |seconds: f64| {
                ((seconds * 1000.0).round() / 1000.0)
                    .total_cmp(&seconds)
                    .is_eq()
            };
            let inexact = fields
                .into_iter()
                .find(|(_, seconds)| seconds.is_some_and(|seconds| !is_exact(seconds)));
            inexact.map(|(field, _)| (field, "a delay must be a whole number of milliseconds"))
        };
        if let Some((field, message)) = wrong {
            let help =
                "keep 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds above 0";
            self.problems
                .push(Problem::at(&at.key(field), "backoff-bounds", message, help));
            return None;
        }
        Some(Backoff { from, to, cap })
    }
}
