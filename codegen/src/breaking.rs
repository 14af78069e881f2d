//! An older [`Registry`] and a newer one → what breaks peers that know the older one, or source that was written for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Pointer, Problem};
use crate::name::Name;
use crate::registry::{Advice, CloseCode, Registry};
use crate::spec::{Kind, SentBy};
use crate::text::Word;

/// Every breaking change, by number. Each problem's rule is the kind of change, and its message begins with what breaks.
#[must_use]
pub fn breaking(old: &Registry, new: &Registry) -> Vec<Problem> {
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
            (Some(is), None) => problems.push(renamed(was, is)),
            (None, None) if was.place.is_none() => dropped.push(was),
            (None, None) => problems.push(gone(was, retired.contains(&was.number))),
        }
    }
    problems.extend(no_longer_inherited(&dropped));
    problems.extend(reused(old, new, &by_name));
    problems
}

/// The codes of the newer registry.
type ByName<'a> = BTreeMap<&'a Name, &'a CloseCode>;

/// The same number and name.
fn changed(was: &CloseCode, is: &CloseCode) -> Vec<Problem> {
    let mut problems = Vec::new();
    let number = was.number;
    if was.kind == Kind::Usable && is.kind != Kind::Usable {
        let message = format!("breaks peers: {number} `{}` is no longer sent", was.name);
        let help = "keep it usable, or retire the code and use a new one";
        problems.push(Problem::at(
            &place(is, "kind"),
            "sender-narrowed",
            message,
            help,
        ));
    } else if narrows(was.sent_by, is.sent_by) {
        let (was_by, is_by) = (was.sent_by.as_str(), is.sent_by.as_str());
        let message = format!(
            "breaks peers: {number} `{}` was sent by {was_by} and is now sent by {is_by}",
            was.name
        );
        let help = "peers that still send it break the new rule: widen it again, or use a new code";
        problems.push(Problem::at(
            &place(is, "sent_by"),
            "sender-narrowed",
            message,
            help,
        ));
    }
    if let Some(difference) = advice_change(&was.statement.advice, &is.statement.advice) {
        let message = format!(
            "breaks peers: the advice for {number} `{}` {difference}",
            was.name
        );
        let help = "clients that are already deployed still follow the old advice: mention it in the release notes";
        problems.push(Problem::at(
            &place(is, "reconnect"),
            "advice-changed",
            message,
            help,
        ));
    }
    problems
}

/// The number has another name now, and the name no number.
fn renamed(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!(
        "breaks source: {} `{}` is now called `{}`",
        was.number, was.name, is.name
    );
    let help = "code that uses the old name does not compile: keep the name, or mention it in the release notes";
    Problem::at(&place(is, "name"), "renamed", message, help)
}

/// The number has no name any more, and the name no number.
fn gone(was: &CloseCode, retired: bool) -> Problem {
    let help = if retired {
        "code that uses the name does not compile: mark a code as `deprecated` for a release before you retire it"
    } else {
        "list it in `retired`, so that the number does not get another meaning"
    };
    let message = format!("breaks source: {} `{}` is removed", was.number, was.name);
    let at = Pointer::root().key(if retired { "retired" } else { "codes" });
    Problem::at(&at, "removed", message, help)
}

/// Codes that the older spec inherited: they have one cause.
fn no_longer_inherited(dropped: &[&CloseCode]) -> Option<Problem> {
    let names: Vec<String> = dropped
        .iter()
        .map(|code| format!("{} `{}`", code.number, code.name))
        .collect();
    let message = match names.as_slice() {
        [] => return None,
        [name] => format!("breaks source: {name} is no longer inherited"),
        names => format!(
            "breaks source: {} codes are no longer inherited: {}",
            names.len(),
            names.join(", ")
        ),
    };
    let help = "code that uses these names does not compile: inherit them with `\"extends\": \"standard\"`, \
                and leave their numbers out of `ranges`";
    let at = Pointer::root().key("extends");
    Some(Problem::at(&at, "removed", message, help))
}

fn renumbered(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!(
        "breaks peers: `{}` was {} and is now {}",
        was.name, was.number, is.number
    );
    let help = format!("peers still send {}: keep the number", was.number);
    Problem::at(&place(is, "code"), "renumbered", message, help).suggesting(was.number.to_string())
}

/// A code of the spec's own has the name of an inherited one.
fn lost(was: &CloseCode, winner: &CloseCode) -> Problem {
    let message = format!(
        "breaks peers: the inherited name `{}` was {} and is now {}",
        was.name, was.number, winner.number
    );
    let help = format!(
        "code that uses the name still compiles and means {}: choose another name if {} is in use",
        winner.number, was.number
    );
    Problem::at(&place(winner, "name"), "renumbered", message, help)
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
            let message = format!("breaks peers: {was} was retired and is used again");
            let help =
                "peers may still use the old code: choose a number and a name that were never used";
            let field = if code.number == retired.number {
                "code"
            } else {
                "name"
            };
            Problem::at(&place(code, field), "retired-reused", message, help)
        })
    })
}

fn narrows(was: SentBy, is: SentBy) -> bool {
    was != is && is != SentBy::Either
}

/// How advice differs, as the rest of a sentence.
fn advice_change(was: &Advice, is: &Advice) -> Option<String> {
    (was != is).then(|| format!("was \"{}\", now \"{}\"", was.phrase(), is.phrase()))
}

/// The field of a code's entry, or `extends` for an inherited code.
fn place(code: &CloseCode, field: &str) -> Pointer {
    match &code.place {
        Some(place) => place.key(field),
        None => Pointer::root().key("extends"),
    }
}
