//! Answers of a registry → the shortest lookups that give them: by named code, then by run of numbers, then a default.

use crate::protocol::CodeRange;
use crate::registry::{Advice, Answer, Backoff, CloseCode, Registry};
use crate::spec::{After, Reconnect, SentBy};
use crate::text::Word;

/// What differs from the default.
pub(super) struct Lookup<'a, T> {
    /// Named codes, by number.
    pub(super) codes: Vec<(&'a CloseCode, T)>,
    /// Runs of numbers without a name; a named code among them is looked up before.
    pub(super) runs: Vec<Run<T>>,
}

/// Numbers from the first to the last that have the same value.
pub(super) struct Run<T> {
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) value: T,
}

impl<'a, T> Lookup<'a, T> {
    /// The same with each value in a target's language.
    pub(super) fn map<U>(self, value: impl Fn(T) -> U) -> Lookup<'a, U> {
        let codes = self.codes.into_iter();
        let runs = self.runs.into_iter();
        Lookup {
            codes: codes
                .map(|(code, of_code)| (code, value(of_code)))
                .collect(),
            runs: runs
                .map(|run| Run {
                    from: run.from,
                    to: run.to,
                    value: value(run.value),
                })
                .collect(),
        }
    }
}

/// Who sends a code. The default is either side for what may be sent, and nobody for the rest.
pub(super) fn sent_by(registry: &Registry) -> Lookup<'_, SentBy> {
    lookup(registry, Answer::sent_by, |answer| {
        if answer.is_sendable() {
            SentBy::Either
        } else {
            SentBy::Nobody
        }
    })
}

/// Whether to reconnect. The default is that of `otherwise`, as for the next two.
pub(super) fn reconnect(registry: &Registry) -> Lookup<'_, Reconnect> {
    advice(registry, |advice| advice.reconnect)
}

/// What must happen first.
pub(super) fn after(registry: &Registry) -> Lookup<'_, Option<After>> {
    advice(registry, |advice| advice.after)
}

/// The bounds of delays.
pub(super) fn backoff(registry: &Registry) -> Lookup<'_, Backoff> {
    advice(registry, |advice| advice.backoff)
}

fn advice<T: PartialEq>(registry: &Registry, value: impl Fn(&Advice) -> T) -> Lookup<'_, T> {
    let of_answer = |answer: &Answer<'_>| value(&answer.statement().advice);
    lookup(registry, of_answer, |_| value(&registry.otherwise.advice))
}

/// The labels of numbers without a name. The default is the name of the code range.
pub(super) fn labels(registry: &Registry) -> Vec<Run<&str>> {
    lookup(registry, Answer::label, |answer| {
        CodeRange::of(answer.number).as_str()
    })
    .runs
}

fn lookup<'a, T: PartialEq>(
    registry: &'a Registry,
    value: impl Fn(&Answer<'a>) -> T,
    default: impl Fn(&Answer<'a>) -> T,
) -> Lookup<'a, T> {
    let differing = |answer: &Answer<'a>| {
        let differing = || Some(value(answer)).filter(|value| *value != default(answer));
        answer.named().is_none().then(differing)
    };
    let runs: Vec<Run<T>> = runs(registry, differing)
        .into_iter()
        .filter_map(|Run { from, to, value }| {
            Some(Run {
                from,
                to,
                value: value?,
            })
        })
        .collect();
    let codes = registry.named().filter_map(|code| {
        let answer = registry.answer(code.number);
        let own = value(&answer);
        let next = runs.partition_point(|run| run.to < code.number);
        let differs = match runs.get(next) {
            Some(run) if run.from <= code.number => own != run.value,
            _ => own != default(&answer),
        };
        differs.then_some((code, own))
    });
    Lookup {
        codes: codes.collect(),
        runs,
    }
}

/// Whether a number may be sent in a Close frame, for all numbers.
pub(super) fn is_sendable(registry: &Registry) -> Vec<Run<bool>> {
    runs(registry, |answer| Some(answer.is_sendable()))
}

/// The numbers that may be sent in a Close frame, as runs from first to last.
pub(super) fn sendable(registry: &Registry) -> Vec<(u16, u16)> {
    holding(registry, Answer::is_sendable)
}

/// The numbers that a script in a browser may close with, as runs from first to last.
pub(super) fn browser_sendable(registry: &Registry) -> Vec<(u16, u16)> {
    holding(registry, Answer::is_browser_sendable)
}

fn holding<'a>(registry: &'a Registry, question: impl Fn(&Answer<'a>) -> bool) -> Vec<(u16, u16)> {
    let runs = runs(registry, |answer| Some(question(answer))).into_iter();
    let runs = runs.filter(|run| run.value);
    runs.map(|run| (run.from, run.to)).collect()
}

/// All numbers in as few runs of one `value` as there are; numbers without one join the run before.
fn runs<'a, T: PartialEq>(
    registry: &'a Registry,
    value: impl Fn(&Answer<'a>) -> Option<T>,
) -> Vec<Run<T>> {
    let mut runs: Vec<Run<T>> = Vec::new();
    for from in registry.edges().iter().copied() {
        let Some(value) = value(&registry.answer(from)) else {
            continue;
        };
        if runs.last().is_none_or(|last| last.value != value) {
            if let Some(last) = runs.last_mut() {
                last.to = from - 1;
            }
            runs.push(Run {
                from,
                to: u16::MAX,
                value,
            });
        }
    }
    runs
}
