//! Rules for the names of codes: each once, in every case, and an own name wins over that of a registered code.

use std::collections::BTreeMap;

use super::Check;
use crate::diagnostics::{Pointer, Problem};
use crate::name::Name;
use crate::protocol::CodeRange;
use crate::registry::{CloseCode, Range, Retired};

/// The codes that a spec names itself, by the constants of their names.
type OwnNames<'a> = BTreeMap<String, &'a CloseCode>;

/// Everything with a name that a spec has itself.
pub(super) struct Named<'a> {
    pub(super) codes: &'a [CloseCode],
    pub(super) ranges: &'a [Range],
    pub(super) retired: &'a [Retired],
}

impl Check {
    /// Reports the names that two codes would have, and gives back the numbers of the inherited codes that lose theirs.
    ///
    /// A registered code belongs to whoever came first and means nothing by itself, so an own name takes its place. The
    /// protocol's own codes are sent by every library, so their names stay, even where the spec redefines their numbers.
    pub(super) fn names(&mut self, named: &Named<'_>) -> Vec<u16> {
        let own = self.own_names(named.codes);
        let inherited = self.base.into_iter();
        let inherited = inherited.flat_map(|base| base.registry.entries());
        let mut lost = Vec::new();
        for code in inherited {
            let winner = own.get(&code.name.upper_camel());
            let Some(winner) = winner.filter(|own| own.number != code.number) else {
                continue;
            };
            if is_protocols(code.number) {
                self.name_of_the_protocol(winner, code, named);
                continue;
            }
            lost.push(code.number);
            let mut listed = named.codes.iter();
            let adjusted = listed.find(|listed| listed.number == code.number && !listed.is_own);
            if let Some(adjusted) = adjusted {
                self.adjusted_without_a_name(adjusted, winner);
            }
        }
        lost
    }

    fn own_names<'a>(&mut self, codes: &'a [CloseCode]) -> OwnNames<'a> {
        let mut names = OwnNames::new();
        for code in codes.iter().filter(|code| code.is_own) {
            let constant = code.name.upper_camel();
            match names.get(&constant) {
                Some(other) if other.name == code.name => self.duplicate_name(code, other),
                Some(other) => self.same_constant(code, other, &constant),
                None => {
                    names.insert(constant, code);
                }
            }
        }
        names
    }

    fn duplicate_name(&mut self, code: &CloseCode, other: &CloseCode) {
        let message = format!("the name `{}` is taken: {} has it", code.name, other.number);
        let help = "give each code a name of its own";
        self.name_problem(code, "duplicate-name", message, help);
    }

    /// Two names of which only the hyphens differ, beside a digit.
    fn same_constant(&mut self, code: &CloseCode, other: &CloseCode, constant: &str) {
        let (name, other_name, number) = (&code.name, &other.name, other.number);
        let message = format!(
            "`{name}` and `{other_name}`, which {number} has, are both `{constant}` in code"
        );
        let help = "give each code a name that differs in more than hyphens";
        self.name_problem(code, "name-collision", message, help);
    }

    fn name_of_the_protocol(&mut self, own: &CloseCode, holder: &CloseCode, named: &Named<'_>) {
        let (name, number) = (&holder.name, holder.number);
        let message =
            format!("the name `{name}` is taken: the standard codes have it for {number}");
        let free = self.free_name(&own.name, named);
        let example = free.as_ref();
        let example = example.map_or(String::new(), |free| format!(", such as `{free}`"));
        let help = format!("names of the codes 0-2999 stay theirs: use another one{example}");
        let problem = Problem::at(place(own), "duplicate-name", message, help);
        self.problems.push(match free {
            Some(free) => problem.suggesting(format!("\"{free}\"")),
            None => problem,
        });
    }

    fn adjusted_without_a_name(&mut self, adjusted: &CloseCode, winner: &CloseCode) {
        let (number, name) = (adjusted.number, &adjusted.name);
        let message = format!(
            "{number} has no name left: `{name}` is the name of {}",
            winner.number
        );
        let help = "give it a `name` and a `summary` of its own, or remove the entry: \
                    the number then has the answer of its range";
        self.name_problem(adjusted, "duplicate-name", message, help);
    }

    fn name_problem(&mut self, code: &CloseCode, rule: &'static str, message: String, help: &str) {
        self.problems
            .push(Problem::at(place(code), rule, message, help));
    }

    /// A name like `wanted` that meets nothing of the spec, and nothing that it inherits.
    fn free_name(&self, wanted: &Name, named: &Named<'_>) -> Option<Name> {
        let inherited = self.base.into_iter();
        let inherited = inherited.flat_map(|base| base.registry.entries());
        let codes: Vec<&CloseCode> = inherited.chain(named.codes).collect();
        let is_free = |name: &Name| {
            let constants = [name.upper_camel(), name.lower_camel()];
            let meets_a_code =
                |code: &&CloseCode| constants.iter().any(|text| code.is_spelled(text));
            !codes.iter().any(meets_a_code)
                && named.ranges.iter().all(|range| range.name != *name)
                && named.retired.iter().all(|retired| retired.name != *name)
        };
        let plain = format!("app-{wanted}");
        let numbered = (2..=99).map(|count| format!("app-{wanted}-{count}"));
        let candidates = std::iter::once(plain).chain(numbered);
        let mut legal = candidates.filter_map(|name| Name::new(&name).ok());
        legal.find(is_free)
    }
}

/// Whether the protocol itself defines the number, or Apple's enum does.
fn is_protocols(number: u16) -> bool {
    matches!(
        CodeRange::of(number),
        CodeRange::Unused | CodeRange::Protocol
    )
}

/// The place of the name in the entry of a code that the spec lists.
fn place(code: &CloseCode) -> Pointer {
    code.place.clone().unwrap_or_default().key("name")
}
