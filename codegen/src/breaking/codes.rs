//! The codes of an older registry beside those of a newer one: names, numbers, senders, advice, reasons, retired codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Pointer, Problem};
use crate::name::Name;
use crate::registry::{CloseCode, Registry};
use crate::spec::{Kind, SentBy};
use crate::text::Word;

use super::Breaks::{Behaviour, Source, Wire};
use super::advice_change;

pub(super) fn codes(old: &Registry, new: &Registry) -> Vec<Problem> {
    let by_name: ByName<'_> = new.named().map(|code| (&code.name, code)).collect();
    let retired: BTreeSet<u16> = new.retired.iter().map(|retired| retired.number).collect();
    let mut problems = Vec::new();
    let mut dropped: Vec<&CloseCode> = Vec::new();
    for was in old.named() {
        let moved = by_name.get(&was.name);
        match (new.answer(was.number).named(), moved) {
            (Some(is), _) if is.name == was.name => problems.extend(changed(was, is)),
            (_, Some(moved)) if was.is_own || !moved.is_own => {
                problems.push(renumbered(was, moved));
            }
            (_, Some(winner)) => problems.push(lost(was, winner)),
            (Some(is), None) if is.is_own != was.is_own => problems.push(redefined(was, is)),
            (Some(is), None) => problems.push(renamed(was, is)),
            (None, None) if was.place.is_none() => dropped.push(was),
            (None, None) => problems.push(gone(was, retired.contains(&was.number))),
        }
    }
    problems.extend(no_longer_inherited(&dropped));
    problems.extend(reused(old, new, &by_name));
    problems.extend(freed(old, new));
    problems.extend(added(old, new));
    problems
}

/// The codes of the newer registry.
type ByName<'a> = BTreeMap<&'a Name, &'a CloseCode>;

/// The same number and name.
fn changed(was: &CloseCode, is: &CloseCode) -> Vec<Problem> {
    let mut problems = Vec::new();
    let number = was.number;
    if was.kind == Kind::Usable && is.kind != Kind::Usable {
        let message = format!("{number} `{}` is no longer sent", was.name);
        let help = "keep it usable, or retire the code and use a new one";
        problems.push(Wire.problem(&place(is, "kind"), "sender-narrowed", &message, help));
    } else if narrows(was.sent_by, is.sent_by) {
        let (was_by, is_by) = (was.sent_by.as_str(), is.sent_by.as_str());
        let message = format!(
            "{number} `{}` was sent by {was_by} and is now sent by {is_by}",
            was.name
        );
        let help = "peers that still send it break the new rule: widen it again, or use a new code";
        problems.push(Wire.problem(&place(is, "sent_by"), "sender-narrowed", &message, help));
    }
    if let Some(difference) = advice_change(&was.statement.advice, &is.statement.advice) {
        let message = format!("the advice for {number} `{}` {difference}", was.name);
        let at = place(is, "reconnect");
        problems.push(Behaviour.problem(&at, "advice-changed", &message, super::STALE_ADVICE));
    }
    if was.reason != is.reason {
        let [was_reason, is_reason] = [was, is].map(|code| match &code.reason {
            Some(reason) => format!("\"{reason}\""),
            None => "none".to_owned(),
        });
        let message = format!(
            "the reason of {number} `{}` was {was_reason}, now {is_reason}",
            was.name
        );
        let help =
            "clients that recognize the code by its reason know only that of their own version";
        problems.push(Behaviour.problem(&place(is, "reason"), "reason-changed", &message, help));
    }
    problems
}

/// The spec gives an inherited number a meaning of its own, or no longer does.
fn redefined(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!(
        "{} meant `{}` and now means `{}`",
        was.number, was.name, is.name
    );
    let help = "peers still use the number in its old sense: choose a number that was never used";
    Wire.problem(&place(is, "code"), "redefined", &message, help)
}

/// The number has another name now, and the name no number.
fn renamed(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!("{} `{}` is now called `{}`", was.number, was.name, is.name);
    let help = "code that uses the old name does not compile: keep the name, or mention it in the release notes";
    Source.problem(&place(is, "name"), "renamed", &message, help)
}

/// The number has no name any more, and the name no number.
fn gone(was: &CloseCode, retired: bool) -> Problem {
    let help = if retired {
        "code that uses the name does not compile: mark a code as `deprecated` for a release before you retire it"
    } else {
        "list it in `retired`, so that the number does not get another meaning"
    };
    let message = format!("{} `{}` is removed", was.number, was.name);
    let at = Pointer::root().key(if retired { "retired" } else { "codes" });
    Source.problem(&at, "removed", &message, help)
}

/// Codes that the older spec inherited: they have one cause.
fn no_longer_inherited(dropped: &[&CloseCode]) -> Option<Problem> {
    let names: Vec<String> = dropped
        .iter()
        .map(|code| format!("{} `{}`", code.number, code.name))
        .collect();
    let message = match names.as_slice() {
        [] => return None,
        [name] => format!("{name} is no longer inherited"),
        names => format!(
            "{} codes are no longer inherited: {}",
            names.len(),
            names.join(", ")
        ),
    };
    let help = "code that uses these names does not compile: inherit them with `\"extends\": \"standard\"`, \
                and leave their numbers out of `ranges`";
    Some(Source.problem(&Pointer::root().key("extends"), "removed", &message, help))
}

fn renumbered(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!("`{}` was {} and is now {}", was.name, was.number, is.number);
    let help = format!("peers still send {}: keep the number", was.number);
    Wire.problem(&place(is, "code"), "renumbered", &message, &help)
        .suggesting(was.number.to_string())
}

/// A code of the spec's own has the name of an inherited one.
fn lost(was: &CloseCode, winner: &CloseCode) -> Problem {
    let message = format!(
        "the inherited name `{}` was {} and is now {}",
        was.name, was.number, winner.number
    );
    let help = format!(
        "code that uses the name still compiles and means {}: choose another name if {} is in use",
        winner.number, was.number
    );
    Wire.problem(&place(winner, "name"), "renumbered", &message, &help)
}

/// Numbers and names that were retired and mean something now.
fn reused<'a>(
    old: &'a Registry,
    new: &'a Registry,
    by_name: &'a ByName<'a>,
) -> impl Iterator<Item = Problem> + 'a {
    old.retired.iter().flat_map(|retired| {
        let by_number = new.answer(retired.number).named();
        let by_name = by_name.get(&retired.name).copied();
        let by_name = by_name.filter(|code| code.number != retired.number);
        let mut again: Vec<&CloseCode> = by_number.into_iter().chain(by_name).collect();
        again.sort_by_key(|code| code.number);
        let again = again.into_iter().filter(|code| code.place.is_some());
        again.map(|code| {
            let was = format!("{} `{}`", retired.number, retired.name);
            let message = format!("{was} was retired and is used again");
            let help =
                "peers may still use the old code: choose a number and a name that were never used";
            let field = if code.number == retired.number {
                "code"
            } else {
                "name"
            };
            Wire.problem(&place(code, field), "retired-reused", &message, help)
        })
    })
}

pub(super) fn narrows(was: SentBy, is: SentBy) -> bool {
    was != is && is != SentBy::Either
}

/// Codes of the spec's own that the older one did not have.
fn added<'a>(old: &'a Registry, new: &'a Registry) -> impl Iterator<Item = Problem> + 'a {
    let known: BTreeSet<&Name> = old.named().map(|code| &code.name).collect();
    let is_known = move |code: &&CloseCode| {
        known.contains(&code.name) || old.answer(code.number).named().is_some()
    };
    let added = new.own().filter(move |code| !is_known(code));
    added.map(|code| {
        let message = format!("{} `{}` is new", code.number, code.name);
        let help = "a `match` or `switch` over all own codes needs another arm: mention it in the release notes";
        Source.problem(&place(code, "code"), "code-added", &message, help)
    })
}

/// Codes that are no longer listed as retired, and not used either.
fn freed<'a>(old: &'a Registry, new: &'a Registry) -> impl Iterator<Item = Problem> + 'a {
    let is_free = |number| {
        new.retired.iter().all(|retired| retired.number != number)
            && new
                .answer(number)
                .named()
                .is_none_or(|code| code.place.is_none())
    };
    let freed = old
        .retired
        .iter()
        .filter(move |retired| is_free(retired.number));
    freed.map(|retired| {
        let message = format!(
            "{} `{}` is no longer listed as retired",
            retired.number, retired.name
        );
        let help =
            "keep it in `retired`: without it nothing warns before the number gets another meaning";
        Wire.problem(
            &Pointer::root().key("retired"),
            "retired-dropped",
            &message,
            help,
        )
    })
}

/// The field of a code's entry, or `extends` for an inherited code.
pub(super) fn place(code: &CloseCode, field: &str) -> Pointer {
    match &code.place {
        Some(place) => place.key(field),
        None => Pointer::root().key("extends"),
    }
}
