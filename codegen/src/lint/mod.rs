//! [`Registry`] → warnings: what is allowed in a spec, but unwise.

mod rules;

use crate::diagnostics::Problem;
use crate::registry::{CloseCode, Registry};

pub use rules::RULES;

/// One lint rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id, which `allow` names.
    pub id: &'static str,
    /// What it finds, as one sentence.
    pub about: &'static str,
    /// The finding for a code that the spec lists, if there is one.
    check: fn(&Subject<'_>) -> Option<Problem>,
}

/// The code that a rule checks, and what is around it.
struct Subject<'a> {
    registry: &'a Registry,
    code: &'a CloseCode,
    rule: &'static str,
}

/// Every finding that no code allows, in the order of the rules.
#[must_use]
pub fn lint(registry: &Registry) -> Vec<Problem> {
    let mut problems = Vec::new();
    for rule in RULES {
        for code in registry.entries().filter(|code| code.place.is_some()) {
            let subject = Subject {
                registry,
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

/// The rules in `allow` that do not exist.
pub(crate) fn unknown_rules(registry: &Registry) -> Vec<Problem> {
    let mut problems = Vec::new();
    for code in registry.entries() {
        let Some(place) = code.place.as_ref().map(|place| place.key("allow")) else {
            continue;
        };
        let ids = || RULES.iter().map(|rule| rule.id);
        for rule in code
            .allow
            .keys()
            .filter(|rule| !ids().any(|id| id == *rule))
        {
            let message = format!("there is no lint rule `{rule}`");
            let help = "`close-codes lint --rules` lists them";
            let problem = Problem::at_key(&place.key(rule), "unknown-rule", message, help);
            problems.push(problem.with_nearest(rule, ids()));
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
        Registry::standard().answer(self.code.number).code
    }

    /// The lowest number for private use that is free and was never used.
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

    /// A finding about the number, with a free one to use instead.
    fn number_finding(&self, message: String) -> Problem {
        let Some(free) = self.free_number() else {
            return self.finding("code", message, "use a number from 4000 to 4999");
        };
        let help =
            format!("use a number from 4000 to 4999, which are for private use, such as {free}");
        self.finding("code", message, help)
            .suggesting(free.to_string())
    }

    fn unused_allow(&self) -> Option<Problem> {
        let place = self.code.place.as_ref()?.key("allow").key(self.rule);
        let message = format!("`{}` finds nothing here", self.rule);
        let help = "remove the rule from `allow`";
        Some(Problem::at_key(&place, "unused-allow", message, help).warning())
    }
}
