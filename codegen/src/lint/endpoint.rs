//! The rule `endpoint`: codes and ranges that an implementation in use loses or changes, as one finding for each thing that it does.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Around, Subject};
use crate::diagnostics::{Pointer, Problem};
use crate::implementations::{Implementation, Role, basis};
use crate::registry::CloseCode;
use crate::runs::{in_words, runs};
use crate::spec::SentBy;

/// What an endpoint does with codes: sends or receives them in another way than the standards have it.
struct Loss<'a> {
    endpoint: &'a Implementation,
    is_sender: bool,
    deviation: Cow<'static, str>,
    numbers: BTreeSet<u16>,
    /// Whether both sides may send one of them.
    is_by_either: bool,
    has_range: bool,
}

/// The finding for one code, which is not printed but grouped with those of other codes.
pub(super) fn endpoint(subject: &Subject<'_>) -> Option<Problem> {
    let losses = of_code(subject.around, subject.code);
    losses.first().map(|loss| loss.finding(subject.around))
}

/// The findings for `codes` and for the spec's own ranges.
pub(super) fn together(around: &Around<'_>, codes: &[&CloseCode]) -> Vec<Problem> {
    if around.registry.endpoints.is_empty() {
        return Vec::new();
    }
    let mut losses: Vec<Loss<'_>> = Vec::new();
    let of_codes = codes.iter().flat_map(|code| of_code(around, code));
    for loss in of_codes.chain(of_ranges(around)) {
        let is_same = |known: &&mut Loss<'_>| {
            std::ptr::eq(known.endpoint, loss.endpoint)
                && known.is_sender == loss.is_sender
                && known.deviation == loss.deviation
        };
        match losses.iter_mut().find(is_same) {
            Some(known) => {
                known.numbers.extend(loss.numbers);
                known.is_by_either |= loss.is_by_either;
                known.has_range |= loss.has_range;
            }
            None => losses.push(loss),
        }
    }
    losses.iter().map(|loss| loss.finding(around)).collect()
}

/// What the endpoints do with a code of the spec's own. Where its `reason` is its own, it identifies the code to a receiver that
/// loses the number.
fn of_code<'a>(around: &Around<'a>, code: &CloseCode) -> Vec<Loss<'a>> {
    if !code.is_own || !around.registry.answer(code.number).is_sendable() {
        return Vec::new();
    }
    let reason = code.reason.as_deref();
    let has_own_reason = reason.is_some_and(|reason| around.reasons[reason].len() == 1);
    of_number(around, code.number, code.sent_by)
        .filter(|loss| loss.is_sender || !has_own_reason)
        .collect()
}

/// What the endpoints do with the numbers of the spec's own ranges that have no entry.
fn of_ranges<'a>(around: &Around<'a>) -> impl Iterator<Item = Loss<'a>> {
    let registry = around.registry;
    let ranges = registry.ranges().iter().filter(|range| range.is_own);
    ranges.flat_map(move |range| {
        let numbers = range.from..=range.to;
        let bare = numbers.filter(|number| {
            let answer = registry.answer(*number);
            answer.code.is_none() && answer.is_sendable()
        });
        let losses = bare.flat_map(|number| of_number(around, number, range.sent_by));
        losses.map(|loss| Loss {
            has_range: true,
            ..loss
        })
    })
}

/// What the endpoints do with a number that `sent_by` sends.
fn of_number<'a>(
    around: &Around<'a>,
    number: u16,
    sent_by: SentBy,
) -> impl Iterator<Item = Loss<'a>> {
    let endpoints = around.registry.endpoints.iter();
    endpoints.flat_map(move |endpoint| {
        deviations(endpoint, number, sent_by).map(move |(is_sender, deviation)| Loss {
            endpoint,
            is_sender,
            deviation,
            numbers: BTreeSet::from([number]),
            is_by_either: sent_by == SentBy::Either,
            has_range: false,
        })
    })
}

/// How the endpoint sends and receives a number otherwise than the standards have it.
fn deviations(
    endpoint: &Implementation,
    number: u16,
    sent_by: SentBy,
) -> impl Iterator<Item = (bool, Cow<'static, str>)> {
    let sent = endpoint.sending_deviation(number, sent_by);
    let received = endpoint.receiving_deviation(number, sent_by);
    let sent = sent.map(|deviation| (true, deviation));
    sent.into_iter()
        .chain(received.map(|deviation| (false, deviation)))
}

impl Loss<'_> {
    fn finding(&self, around: &Around<'_>) -> Problem {
        let runs = runs(self.numbers.iter().copied());
        let verb = match runs.as_slice() {
            [(from, to)] if from == to => "is",
            _ => "are",
        };
        let numbers = in_words(&runs);
        let ends = runs.iter().flat_map(|(from, to)| [*from, *to]);
        let all_measured = ends.map(basis).all(|basis| basis == "measured");
        let basis = if all_measured {
            "measured"
        } else {
            "measured for these or neighbouring codes"
        };
        let message = format!(
            "{} {verb} {} by {} ({basis})",
            numbers, self.deviation, self.endpoint
        );
        let at = Pointer::root().key("endpoints");
        Problem::at(&at, "endpoint", message, self.help(around)).warning()
    }

    fn help(&self, around: &Around<'_>) -> String {
        let mut ways = Vec::new();
        if self.is_sender {
            let other = match self.endpoint.role {
                Role::Client => SentBy::Server,
                Role::Server => SentBy::Client,
            };
            if self.is_by_either {
                let other = crate::text::Word::as_str(other);
                ways.push(format!(
                    "let only the other side send it, with `\"sent_by\": \"{other}\"`"
                ));
            }
        } else {
            if self.has_range {
                ways.push("give each number of the range that is in use an entry".to_owned());
            }
            ways.push("give each code a `reason` of its own, which identifies it where the number is lost".to_owned());
        }
        if let Some(number) = self.better_number(around) {
            ways.push(format!("use numbers such as {number}"));
        }
        ways.push("`allow` the rule in a code, with a reason".to_owned());
        ways.join("; ")
    }

    /// A free number that the endpoint neither loses nor changes.
    fn better_number(&self, around: &Around<'_>) -> Option<u16> {
        let is_better = |number: &u16| {
            let mut deviations = deviations(self.endpoint, *number, SentBy::Either);
            around.is_free(*number) && deviations.next().is_none()
        };
        (4000..=4999).find(is_better)
    }
}
