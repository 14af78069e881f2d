//! The codes of an older registry beside those of a newer one: names, numbers, constants, retired codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Pointer, Problem};
use crate::name::Name;
use crate::registry::{CloseCode, Registry, Retired};

use super::Breaks::{Source, Wire};
use super::number::{changed, sender_narrowed};

pub(super) fn codes(old: &Registry, new: &Registry) -> Vec<Problem> {
    let known = by_name(old);
    let by_name = by_name(new);
    let retired: BTreeSet<u16> = new.retired.iter().map(|retired| retired.number).collect();
    let mut problems = Vec::new();
    for was in old.named() {
        let answer = new.answer(was.number);
        match (answer.named(), by_name.get(&was.name)) {
            (Some(is), _) if is.name == was.name => {
                problems.extend(changed(was, is));
                problems.extend((was.is_own && !is.is_own).then(|| disowned(was, is)));
            }
            (is, Some(moved)) => {
                problems.push(if was.is_own || !moved.is_own {
                    renumbered(was, moved)
                } else {
                    lost(was, moved)
                });
                // One that had a name before is renumbered itself.
                let newcomer = is.filter(|is| !known.contains_key(&is.name));
                problems.extend(newcomer.map(|is| redefined(was, is)));
            }
            (Some(is), None) if is.is_own != was.is_own => problems.push(redefined(was, is)),
            (Some(is), None) => {
                problems.push(renamed(was, is));
                problems.extend(changed(was, is));
            }
            (None, None) => match answer.code {
                Some(is) => {
                    problems.extend(sender_narrowed(was, is));
                    problems.push(reserved(was, is));
                }
                None if was.is_own => problems.push(gone(was, retired.contains(&was.number))),
                // `inherited` has it.
                None => {}
            },
        }
    }
    problems.extend(reused(old, new, &by_name));
    problems.extend(freed(old, new, &by_name));
    problems.extend(added(old, new, &by_name));
    problems
}

/// The codes of a registry that have a constant.
type ByName<'a> = BTreeMap<&'a Name, &'a CloseCode>;

fn by_name(registry: &Registry) -> ByName<'_> {
    registry.named().map(|code| (&code.name, code)).collect()
}

/// The spec gives an inherited number a meaning of its own, or no longer does, or another code has the number of a moved one.
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

/// The spec does not list the code itself any more, and inherits it.
fn disowned(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!("{} `{}` is no own code any more", was.number, was.name);
    let help = "a `match` or `switch` over all own codes does not compile: mention it in the release notes";
    Source.problem(&place(is, "code"), "removed", &message, help)
}

/// The number is kept, for nobody to use.
fn reserved(was: &CloseCode, is: &CloseCode) -> Problem {
    let message = format!("{} `{}` has no constant any more", was.number, was.name);
    let help = "code that uses the name does not compile: mark a code as `deprecated` for a release before you reserve it";
    Source.problem(&place(is, "kind"), "removed", &message, help)
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
        let is_new = |code: &&CloseCode| {
            let was = old.answer(code.number).named();
            code.place.is_some() && was.is_none_or(|was| was.name != code.name)
        };
        let again = again.into_iter().filter(is_new);
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

/// Codes of the spec's own that the older one did not have, unless they are what one of its codes is now called.
fn added<'a>(
    old: &'a Registry,
    new: &'a Registry,
    by_name: &'a ByName<'a>,
) -> impl Iterator<Item = Problem> + 'a {
    let known: BTreeSet<&Name> = old.own().map(|code| &code.name).collect();
    let is_called_anew = |code: &CloseCode| {
        let was = old.answer(code.number).named();
        was.is_some_and(|was| !by_name.contains_key(&was.name))
    };
    let added = new
        .own()
        .filter(move |code| !known.contains(&code.name) && !is_called_anew(code));
    added.map(|code| {
        let was = old.answer(code.number).named();
        let is_known = was.is_some_and(|was| was.name == code.name);
        let how = if is_known { "an own code now" } else { "new" };
        let message = format!("{} `{}` is {how}", code.number, code.name);
        let help = "a `match` or `switch` over all own codes needs another arm: mention it in the release notes";
        Source.problem(&place(code, "code"), "code-added", &message, help)
    })
}

/// Retired codes of which the number or the name is no longer listed, and not used either.
fn freed<'a>(
    old: &'a Registry,
    new: &'a Registry,
    by_name: &'a ByName<'a>,
) -> impl Iterator<Item = Problem> + 'a {
    let is_used = |code: Option<&CloseCode>| code.is_some_and(|code| code.place.is_some());
    let is_listed = |is_it: &dyn Fn(&Retired) -> bool| new.retired.iter().any(is_it);
    let is_free = move |was: &&Retired| {
        let has_number = is_listed(&|is| is.number == was.number);
        let has_name =
            is_listed(&|is| is.name == was.name) || is_used(by_name.get(&was.name).copied());
        let is_again = is_used(new.answer(was.number).named());
        !(is_again || has_number && has_name)
    };
    let freed = old.retired.iter().filter(is_free);
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
