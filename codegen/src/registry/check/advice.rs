//! Rules for advice: bounds that make sense, and nothing to do first where there is nothing to do.

use super::{Check, Statement};
use crate::advice::{Advice, Backoff, Reconnect};
use crate::pointer::Pointer;
use crate::problem::Problem;
use crate::spec::{
    AdviceSpec, After, BackoffSpec, CodeSpec, MAX_SECONDS, RangeSpec, ReconnectSpec,
};

/// The fields of an entry that are about advice.
#[derive(Clone, Copy)]
pub(super) struct AdviceFields<'a> {
    reconnect: Option<ReconnectSpec>,
    after: Option<After>,
    because: Option<&'a str>,
    advised_by: &'a [String],
}

impl<'a> From<&'a CodeSpec> for AdviceFields<'a> {
    fn from(spec: &'a CodeSpec) -> Self {
        Self {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because.as_deref(),
            advised_by: &spec.advised_by,
        }
    }
}

impl<'a> From<&'a RangeSpec> for AdviceFields<'a> {
    fn from(spec: &'a RangeSpec) -> Self {
        Self {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because.as_deref(),
            advised_by: &spec.advised_by,
        }
    }
}

impl<'a> From<&'a AdviceSpec> for AdviceFields<'a> {
    fn from(spec: &'a AdviceSpec) -> Self {
        Self {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because.as_deref(),
            advised_by: &[],
        }
    }
}

impl Check<'_> {
    /// The advice of the entry at `at`; what gives none takes the default.
    pub(super) fn statement(
        &mut self,
        at: &Pointer,
        fields: AdviceFields<'_>,
    ) -> Option<Statement> {
        let because = self.text(&at.key("because"), fields.because);
        let advised_by = self.references(&at.key("advised_by"), fields.advised_by);
        let reconnect = match fields.reconnect {
            None => Statement::default_advice().advice.reconnect,
            Some(ReconnectSpec::Never) => Reconnect::Never,
            Some(ReconnectSpec::Immediately) => Reconnect::Immediately,
            Some(ReconnectSpec::Backoff(None)) => Reconnect::Backoff(Backoff::DEFAULT),
            Some(ReconnectSpec::Backoff(Some(bounds))) => {
                Reconnect::Backoff(self.bounds(&at.key("reconnect").key("backoff"), bounds)?)
            }
        };
        if reconnect == Reconnect::Never && fields.after.is_some() {
            let message = "nothing can come before a reconnect that never comes";
            let help = "leave `after` out, or let `reconnect` be `backoff` or `immediately`";
            self.problems
                .push(Problem::at(&at.key("after"), "after-never", message, help));
        }
        Some(Statement {
            is_stated: fields.reconnect.is_some(),
            advice: Advice {
                reconnect,
                after: fields.after,
            },
            because,
            advised_by,
        })
    }

    fn bounds(&mut self, at: &Pointer, bounds: BackoffSpec) -> Option<Backoff> {
        let BackoffSpec {
            from_seconds: from,
            to_seconds: to,
            cap_seconds: cap,
        } = bounds;
        let wrong = if from < 0.0 {
            Some(("from_seconds", "a delay cannot be negative"))
        } else if to <= 0.0 || to < from {
            Some((
                "to_seconds",
                "the window must end after 0 and not before it begins",
            ))
        } else if cap < to {
            Some((
                "cap_seconds",
                "the cap is shorter than the first delay may be",
            ))
        } else if cap > f64::from(MAX_SECONDS) {
            Some(("cap_seconds", "the cap is longer than a year"))
        } else {
            let fields = [
                ("from_seconds", from),
                ("to_seconds", to),
                ("cap_seconds", cap),
            ];
            let is_exact = |seconds: f64| {
                ((seconds * 1000.0).round() / 1000.0)
                    .total_cmp(&seconds)
                    .is_eq()
            };
            let inexact = fields.into_iter().find(|(_, seconds)| !is_exact(*seconds));
            inexact.map(|(field, _)| (field, "a delay is a whole number of milliseconds"))
        };
        if let Some((field, message)) = wrong {
            let help =
                "let 0 <= from_seconds <= to_seconds <= cap_seconds, and to_seconds be more than 0";
            self.problems
                .push(Problem::at(&at.key(field), "backoff-bounds", message, help));
            return None;
        }
        Some(Backoff { from, to, cap })
    }
}
