//! [`Registry`] → warnings: what a spec may say, but should not.

mod rules;

use crate::problem::{Place, Problem};
use crate::registry::{CloseCode, Registry};

pub use rules::RULES;

/// One lint rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which `allow` names.
    pub id: &'static str,
    /// What it finds, as one sentence.
    pub about: &'static str,
    /// What it has to say of a code that the spec lists.
    check: fn(&Subject<'_>) -> Option<Problem>,
}

/// What a rule looks at.
struct Subject<'a> {
    registry: &'a Registry,
    standard: &'a Registry,
    code: &'a CloseCode,
    rule: &'static str,
}

/// Every finding that no code allows, in the order of the rules.
///
/// The registry of the standard codes is not held against itself.
#[must_use]
pub fn lint(registry: &Registry) -> Vec<Problem> {
    let standard = Registry::standard();
    let mut problems = Vec::new();
    for rule in RULES {
        for code in registry.entries().filter(|code| code.place.is_some()) {
            let subject = Subject {
                registry,
                standard: &standard,
                code,
                rule: rule.id,
            };
            let found = (rule.check)(&subject);
            let allowed = code.allow.contains_key(rule.id);
            match (found, allowed) {
                (Some(found), false) => problems.push(found.warning()),
                (None, true) => problems.extend(subject.unused_allow()),
                _ => {}
            }
        }
    }
    problems
}

impl Subject<'_> {
    /// A finding about the field `field` of the code.
    fn finding(&self, field: &str, message: String, help: impl Into<String>) -> Problem {
        let place = self.code.place.clone().unwrap_or_default();
        Problem::at(&place.key(field), self.rule, message, help)
    }

    /// The standard's code of the same number.
    fn standard_code(&self) -> Option<&CloseCode> {
        self.standard.answer(self.code.number).code
    }

    /// The lowest number for private use that nothing has or had.
    fn free_number(&self) -> Option<u16> {
        (4000..=4999).find(|number| {
            let retired = self
                .registry
                .retired
                .iter()
                .any(|retired| retired.number == *number);
            let answer = self.registry.answer(*number);
            !retired && answer.code.is_none() && answer.range.is_none_or(|range| !range.is_own)
        })
    }

    /// A finding about the number, with a free one to take.
    fn number_finding(&self, message: String) -> Problem {
        let Some(free) = self.free_number() else {
            return self.finding("code", message, "take a number of 4000-4999");
        };
        let help = format!("take a number of 4000-4999 for private use, such as {free}");
        self.finding("code", message, help)
            .suggesting(free.to_string())
    }

    fn unused_allow(&self) -> Option<Problem> {
        let place = self.code.place.as_ref()?.key("allow").key(self.rule);
        let message = format!("`{}` has nothing to say of this code", self.rule);
        let help = "take the rule out of `allow`";
        let problem = Problem::at(&place, "unused-allow", message, help).warning();
        Some(Problem {
            place: Place::Key(place),
            ..problem
        })
    }
}
