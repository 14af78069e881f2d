//! [`Registry`] → warnings: what is allowed in a spec, but unwise.

mod client;
mod endpoint;
mod rules;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostics::Problem;
use crate::name::Name;
use crate::registry::{CloseCode, Registry, Retired};
use crate::text::excerpt;

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
    /// The findings for all codes with a finding together, where several have one cause.
    together: Option<Together>,
}

/// What makes findings of all codes that a rule finds something in.
type Together = fn(&Around<'_>, &[&CloseCode]) -> Vec<Problem>;

/// The code that a rule checks, and what is around it.
struct Subject<'a> {
    around: &'a Around<'a>,
    code: &'a CloseCode,
    rule: &'static str,
}

/// What rules look up in a registry, so that no rule searches it again for each code.
struct Around<'a> {
    registry: &'a Registry,
    /// The lowest number for private use that is free and was never used.
    free_number: Option<u16>,
    retired_by_number: BTreeMap<u16, &'a Retired>,
    retired_by_name: BTreeMap<&'a Name, &'a Retired>,
    /// The first two codes with each default reason.
    reasons: BTreeMap<&'a str, Vec<&'a CloseCode>>,
}

impl<'a> Around<'a> {
    fn new(registry: &'a Registry) -> Self {
        let mut retired_by_number = BTreeMap::new();
        let mut retired_by_name = BTreeMap::new();
        for retired in &registry.retired {
            retired_by_number.entry(retired.number).or_insert(retired);
            retired_by_name.entry(&retired.name).or_insert(retired);
        }
        let mut reasons: BTreeMap<&str, Vec<&CloseCode>> = BTreeMap::new();
        for code in registry.named() {
            let codes = code.reason.as_deref().map(|reason| reasons.entry(reason));
            if let Some(codes) = codes.map(Entry::or_default)
                && codes.len() < 2
            {
                codes.push(code);
            }
        }
        let mut around = Self {
            registry,
            free_number: None,
            retired_by_number,
            retired_by_name,
            reasons,
        };
        around.free_number = (4000..=4999).find(|number| around.is_free(*number));
        around
    }

    /// Whether a number for private use has no entry, and never had one.
    fn is_free(&self, number: u16) -> bool {
        let answer = self.registry.answer(number);
        !self.retired_by_number.contains_key(&number)
            && answer.code.is_none()
            && answer.range.is_none_or(|range| !range.is_own)
    }
}

/// Every finding that no code allows, in the order of the rules.
#[must_use]
pub fn lint(registry: &Registry) -> Vec<Problem> {
    let around = Around::new(registry);
    let mut problems = Vec::new();
    for rule in RULES {
        let mut grouped = Vec::new();
        for code in registry.entries().filter(|code| code.place.is_some()) {
            let subject = Subject {
                around: &around,
                code,
                rule: rule.id,
            };
            let found = (rule.check)(&subject);
            let allowed = code.allow.contains_key(rule.id);
            match (found, allowed) {
                (Some(_), false) if rule.together.is_some() => grouped.push(code),
                (Some(found), false) => problems.push(found.warning()),
                (None, true) => problems.extend(subject.unused_allow()),
                _ => {}
            }
        }
        let together = rule.together.map(|together| together(&around, &grouped));
        problems.extend(together.into_iter().flatten());
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
            let message = format!("there is no lint rule `{}`", excerpt(rule));
            let help = "`close-codes lint --rules` lists them";
            let problem = Problem::at_key(place.key(rule), "unknown-rule", message, help);
            problems.push(problem.with_nearest(rule, ids()));
        }
    }
    problems
}

impl Subject<'_> {
    /// A finding about the field `field` of the code.
    fn finding(&self, field: &str, message: String, help: impl Into<String>) -> Problem {
        let place = self.code.place.clone().unwrap_or_default();
        Problem::at(place.key(field), self.rule, message, help)
    }

    /// The standard's code of the same number.
    fn standard_code(&self) -> Option<&CloseCode> {
        Registry::standard().answer(self.code.number).code
    }

    /// A finding about the number, with a free one to use instead.
    fn number_finding(&self, message: String) -> Problem {
        let Some(free) = self.around.free_number else {
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
