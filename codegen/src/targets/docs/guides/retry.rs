//! "Which do I retry?": the codes and ranges that a client can get, grouped by what it then does.

use std::cmp::Ordering;

use super::super::fact::Inline;
use super::super::table::{Cell, Table, cell, listed};
use super::{Guide, to_code, to_range};
use crate::registry::{Advice, Backoff, Registry};
use crate::runs::{in_words, runs};
use crate::spec::{Kind, Reconnect, SentBy};
use crate::text::phrase;

/// More codes than this become runs of numbers.
const MOST_LINKS: usize = 40;

struct Group {
    advice: Advice,
    codes: Vec<(u16, Inline)>,
    ranges: Vec<Inline>,
}

pub(super) fn guide(registry: &Registry) -> Guide {
    let mut groups: Vec<Group> = Vec::new();
    let mut group = |advice: Advice| {
        let known = groups.iter().position(|group| group.advice == advice);
        known.unwrap_or_else(|| {
            groups.push(Group {
                advice,
                codes: Vec::new(),
                ranges: Vec::new(),
            });
            groups.len() - 1
        })
    };
    // First all places, then what stands there.
    let codes = registry.entries();
    let codes: Vec<_> = codes
        .filter(|code| code.kind != Kind::Reserved && code.sent_by != SentBy::Client)
        .map(|code| (group(code.statement.advice), code))
        .collect();
    let ranges = registry.ranges().iter();
    let ranges: Vec<_> = ranges
        .filter(|range| range.sent_by != SentBy::Client)
        .map(|range| (group(range.statement.advice), range))
        .collect();
    let otherwise = group(registry.otherwise.advice);
    for (index, code) in codes {
        groups[index].codes.push((code.number, to_code(code)));
    }
    for (index, range) in ranges {
        groups[index].ranges.push(to_range(range));
    }
    if has_rest(registry) {
        let rest = "every other number".to_owned();
        groups[otherwise].ranges.push(Inline::Text(rest));
    }
    groups.retain(|group| !group.codes.is_empty() || !group.ranges.is_empty());
    groups.sort_by(|one, other| order(&one.advice, &other.advice));
    Guide {
        id: "which-do-i-retry",
        question: "Which do I retry?",
        text: "For a client that received the code, on a connection that was meant to stay up. Your own close is never followed by a \
            new connection. A range is for the numbers in it that have no \
            row of their own. Start to count attempts anew only after a connection has lasted.",
        table: Table {
            id: "advice",
            caption: "Advice on reconnecting",
            head: vec!["Reconnect", "Delay", "First", "Codes"],
            rows: groups.into_iter().map(row).collect(),
        },
    }
}

/// Whether there are numbers without an entry or a range.
fn has_rest(registry: &Registry) -> bool {
    registry.edges().iter().any(|number| {
        let answer = registry.answer(*number);
        answer.code.is_none() && answer.range.is_none()
    })
}

fn row(group: Group) -> Vec<Cell> {
    let Backoff { from, to, cap } = group.advice.backoff;
    let (reconnect, delay) = match group.advice.reconnect {
        Reconnect::Never => ("no", "-".to_owned()),
        Reconnect::Immediately => ("at once", "none, then growing".to_owned()),
        Reconnect::Backoff => (
            "after a delay",
            format!("{from} to {to} s, doubling up to {cap} s"),
        ),
    };
    let first = group.advice.after.map_or("-".to_owned(), phrase);
    let codes: Vec<Inline> = if group.codes.len() > MOST_LINKS {
        let numbers = group.codes.into_iter().map(|(number, _)| number);
        vec![Inline::Text(in_words(&runs(numbers)))]
    } else {
        group.codes.into_iter().map(|(_, link)| link).collect()
    };
    let codes = listed(codes.into_iter().chain(group.ranges));
    vec![cell(reconnect), cell(delay), cell(first), codes]
}

/// Those that must not be retried come first, then those that need something, then by the delay.
fn order(one: &Advice, other: &Advice) -> Ordering {
    let rank = |advice: &Advice| match (advice.reconnect, advice.after) {
        (Reconnect::Never, _) => 0,
        (_, Some(_)) => 1,
        (Reconnect::Immediately, None) => 2,
        (Reconnect::Backoff, None) => 3,
    };
    let delays = |advice: &Advice| {
        let Backoff { from, to, cap } = advice.backoff;
        [from, to, cap]
    };
    let by_delay = || delays(one).partial_cmp(&delays(other));
    let by_rank = rank(one).cmp(&rank(other));
    by_rank.then_with(|| by_delay().unwrap_or(Ordering::Equal))
}
