//! A cause of the spec → its sentence, and facts as an entry has them: what is seen, what to check, what to do, the source.

use super::fact::{Fact, Part, links, text};
use crate::name::Name;
use crate::registry;

/// What may lie behind a code.
pub(crate) struct Cause {
    /// One sentence.
    pub(crate) summary: String,
    /// Everything else.
    pub(crate) facts: Vec<Fact>,
}

impl From<&registry::Cause> for Cause {
    fn from(cause: &registry::Cause) -> Self {
        let seen = cause.seen.as_ref();
        let mut facts: Vec<Fact> = seen.map(|seen| text("Seen", seen)).into_iter().collect();
        let when = cause.when.as_ref().map(|when| Fact {
            part: Part::Branch,
            ..text("When", when)
        });
        facts.splice(0..0, when);
        facts.push(text("Check", &cause.check));
        facts.push(text("Fix", &cause.fix));
        let doubt = cause.doubt.as_ref();
        facts.extend(doubt.map(|doubt| text("Doubt", doubt)));
        facts.push(if cause.references.is_empty() {
            Fact {
                part: Part::Sources,
                ..text("Source", "our own experience")
            }
        } else {
            links("Source", &cause.references)
        });
        let summary = cause.summary.clone();
        Self { summary, facts }
    }
}

impl Cause {
    /// What lies behind a number that once was the code `name`, and is not used any more.
    pub(super) fn of_retired(name: &Name) -> Self {
        let summary = format!("A peer uses a spec from before `{name}` was retired.");
        let facts = vec![
            text("Check", "Look at the version of the peer."),
            text(
                "Fix",
                "Update the peer. Give neither the number nor the name to another code: older peers would take it for this one.",
            ),
        ];
        Self { summary, facts }
    }
}
