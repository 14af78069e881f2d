//! The rule `endpoint`: codes and ranges that an implementation in use loses or changes, as one finding for each thing that it does.

use super::{Around, Subject};
use crate::diagnostics::{Pointer, Problem};
use crate::implementations::{Implementation, Role, basis};
use crate::registry::CloseCode;
use crate::spec::SentBy;

/// What an endpoint does with codes: sends or receives them in another way than the standards have it.
struct Loss<'a> {
    endpoint: &'a Implementation,
    is_sender: bool,
    deviation: String,
    /// The numbers, as runs from the first to the last, and who sends them.
    runs: Vec<(u16, u16, SentBy)>,
    has_range: bool,
}

/// The finding for one code, which is not printed but grouped with those of other codes.
pub(super) fn endpoint(subject: &Subject<'_>) -> Option<Problem> {
    let losses = of_code(subject.around, subject.code);
    losses.first().map(|loss| loss.finding(subject.around))
}

/// The findings for `codes` and for the spec's own ranges.
pub(super) fn together(around: &Around<'_>, codes: &[&CloseCode]) -> Vec<Problem> {
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
                known.runs.extend(loss.runs);
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
    of_numbers(around, (code.number, code.number), code.sent_by)
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
        let mut runs: Vec<(u16, u16)> = Vec::new();
        for number in bare {
            match runs
                .last_mut()
                .filter(|(_, to)| to.checked_add(1) == Some(number))
            {
                Some((_, to)) => *to = number,
                None => runs.push((number, number)),
            }
        }
        let losses = runs
            .into_iter()
            .flat_map(|run| of_numbers(around, run, range.sent_by));
        losses
            .map(|loss| Loss {
                has_range: true,
                ..loss
            })
            .collect::<Vec<_>>()
    })
}

/// What the endpoints do with the numbers from the first to the last, which `sent_by` sends.
fn of_numbers<'a>(
    around: &Around<'a>,
    (from, to): (u16, u16),
    sent_by: SentBy,
) -> impl Iterator<Item = Loss<'a>> {
    let mut losses: Vec<Loss<'a>> = Vec::new();
    for endpoint in &around.registry.endpoints {
        let first = losses.len();
        for number in from..=to {
            for (is_sender, deviation) in deviations(endpoint, number, sent_by) {
                let run = (number, number, sent_by);
                let known = losses[first..].iter_mut();
                let known =
                    known.filter(|loss| loss.is_sender == is_sender && loss.deviation == deviation);
                match known.last() {
                    Some(loss) => loss.add(run),
                    None => losses.push(Loss {
                        endpoint,
                        is_sender,
                        deviation,
                        runs: vec![run],
                        has_range: false,
                    }),
                }
            }
        }
    }
    losses.into_iter()
}

/// How the endpoint sends and receives a number otherwise than the standards have it.
fn deviations(
    endpoint: &Implementation,
    number: u16,
    sent_by: SentBy,
) -> impl Iterator<Item = (bool, String)> {
    let sent = endpoint.sending_deviation(number, sent_by);
    let received = endpoint.receiving_deviation(number, sent_by);
    let sent = sent.map(|deviation| (true, deviation));
    sent.into_iter()
        .chain(received.map(|deviation| (false, deviation)))
}

impl Loss<'_> {
    fn add(&mut self, run: (u16, u16, SentBy)) {
        match self
            .runs
            .last_mut()
            .filter(|(_, to, _)| to.checked_add(1) == Some(run.0))
        {
            Some((_, to, _)) => *to = run.1,
            None => self.runs.push(run),
        }
    }

    fn finding(&self, around: &Around<'_>) -> Problem {
        let runs = merged(&self.runs);
        let verb = match runs.as_slice() {
            [(from, to)] if from == to => "is",
            _ => "are",
        };
        let numbers: Vec<String> = runs.iter().map(|(from, to)| shown(*from, *to)).collect();
        let is_measured = |number: u16| basis(number) == "measured";
        let all_measured = self
            .runs
            .iter()
            .all(|(from, to, _)| is_measured(*from) && is_measured(*to));
        let basis = if all_measured {
            "measured"
        } else {
            "measured for these or neighbouring codes"
        };
        let message = format!(
            "{} {verb} {} by {} ({basis})",
            numbers.join(", "),
            self.deviation,
            self.endpoint
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
            if self
                .runs
                .iter()
                .any(|(_, _, sent_by)| *sent_by == SentBy::Either)
            {
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
        let is_free = |number: &u16| {
            let answer = around.registry.answer(*number);
            let is_own = answer.range.is_some_and(|range| range.is_own);
            let is_taken =
                answer.code.is_some() || is_own || around.retired_by_number.contains_key(number);
            !is_taken
                && deviations(self.endpoint, *number, SentBy::Either)
                    .next()
                    .is_none()
        };
        (4000..=4999).find(is_free)
    }
}

fn shown(from: u16, to: u16) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}-{to}")
    }
}

/// The runs in order, those next to each other as one.
fn merged(runs: &[(u16, u16, SentBy)]) -> Vec<(u16, u16)> {
    let mut sorted: Vec<(u16, u16)> = runs.iter().map(|(from, to, _)| (*from, *to)).collect();
    sorted.sort_unstable();
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for (from, to) in sorted {
        match merged
            .last_mut()
            .filter(|(_, end)| end.checked_add(1) == Some(from))
        {
            Some((_, end)) => *end = to,
            None => merged.push((from, to)),
        }
    }
    merged
}
