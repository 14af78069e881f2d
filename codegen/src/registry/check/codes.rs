//! Rules for codes: an entry without a name is laid over the inherited one of its number, then each is checked once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::Check;
use super::advice::AdviceFields;
use crate::diagnostics::{At, Problem};
use crate::protocol::{RELAYED_TO_CLIENT, RELAYED_TO_SERVER};
use crate::registry::{CloseCode, Range, holding};
use crate::spec::{CodeSpec, Kind, MAX_DETAILS, MAX_LINE, MAX_NOTE, SentBy};
use crate::text::{Prose, Word, phrase};

/// Every entry, by number.
type Codes = BTreeMap<u16, CloseCode>;

impl Check {
    /// The entries of the spec itself, in its order.
    pub(super) fn listed(&mut self, specs: Vec<CodeSpec>) -> Vec<CloseCode> {
        let mut numbers = BTreeSet::new();
        let mut listed = Vec::new();
        let list = At::Root.key("codes");
        for (index, spec) in specs.into_iter().enumerate() {
            let at = list.index(index);
            let number = spec.code;
            listed.extend(self.code(&at, spec));
            if let Some(number) = number.filter(|number| !numbers.insert(*number)) {
                let message = format!("{number} has an entry already");
                let help = "merge the two entries, or give this one another number";
                let problem = Problem::at(&at.key("code"), "duplicate-code", message, help);
                self.problems.push(problem);
            }
        }
        listed
    }

    /// The spec's entries over those that it inherits, that none of its ranges covers, and that keep their names.
    pub(super) fn codes(&self, listed: Vec<CloseCode>, ranges: &[Range], lost: &[u16]) -> Codes {
        let inherited = self.base.into_iter();
        let inherited = inherited.flat_map(|base| base.registry.entries());
        let kept = inherited
            .filter(|code| holding(ranges, code.number).is_none() && !lost.contains(&code.number));
        let kept = kept.map(|code| CloseCode {
            is_own: false,
            place: None,
            ..code.clone()
        });
        let codes = kept.chain(listed);
        codes.map(|code| (code.number, code)).collect()
    }

    /// An entry without a name adjusts the inherited code of its number; any other is complete in itself.
    fn code(&mut self, at: &At<'_>, spec: CodeSpec) -> Option<CloseCode> {
        let base = self.base.filter(|_| spec.name.is_none());
        let inherited = base.zip(spec.code);
        let inherited = inherited.and_then(|(base, number)| base.codes.get(&number));
        match inherited {
            Some(inherited) => {
                if spec.advises_in_part() {
                    let message = "the advice is changed without `reconnect`";
                    let help = "add `reconnect`: `after`, `because` and `advised_by` belong to it";
                    self.problems
                        .push(Problem::at(at, "advice-in-part", message, help));
                }
                let code = self.checked(at, spec.adjusting(inherited))?;
                Some(CloseCode {
                    is_own: false,
                    ..code
                })
            }
            _ if self.adjusts_nothing(at, &spec) => None,
            _ => self.checked(at, spec),
        }
    }

    /// Reports an entry that reads as if it adjusted a standard code, in a spec that does not inherit any.
    fn adjusts_nothing(&mut self, at: &At<'_>, spec: &CodeSpec) -> bool {
        let is_complete = spec.name.is_some() || spec.summary.is_some();
        if self.base.is_some() || is_complete {
            return false;
        }
        let Some(standard) = spec.code.and_then(|number| self.standard_code(number)) else {
            return false;
        };
        let (number, name) = (standard.code.unwrap_or_default(), standard.name.as_deref());
        let message =
            format!("there is no {number} to adjust: this spec does not extend the standard codes");
        let help = format!(
            "add `\"extends\": \"standard\"` to adjust {number} `{}`; a code of your own needs `name` and `summary`",
            name.unwrap_or_default()
        );
        self.problems
            .push(Problem::at(&at.key("name"), "missing-field", message, help));
        true
    }

    fn checked(&mut self, at: &At<'_>, spec: CodeSpec) -> Option<CloseCode> {
        if spec.code.is_none() {
            self.missing(&at.key("code"));
        }
        let name = self.name(&at.key("name"), spec.name);
        let summary = self.required(&at.key("summary"), spec.summary, MAX_LINE);
        let kind = spec.kind.unwrap_or_default();
        let details = self.text(&at.key("details"), spec.details, MAX_DETAILS);
        let reason = self.reason(&at.key("reason"), spec.reason, kind);
        let deprecated = self.text(&at.key("deprecated"), spec.deprecated, MAX_LINE);
        let advice = AdviceFields {
            reconnect: spec.reconnect,
            after: spec.after,
            because: spec.because,
            advised_by: &spec.advised_by,
        };
        let statement = self.statement(at, advice);
        let causes = self.causes(at, spec.causes);
        let doubt = self.text(&at.key("doubt"), spec.doubt, MAX_NOTE);
        let references = self.references(&at.key("reference"), &spec.reference);
        for (rule, because) in &spec.allow {
            self.has_text(&at.key("allow").key(rule), because, MAX_NOTE);
        }
        let number = spec.code?;
        self.kind_fits(at, number, kind, spec.sent_by);
        Some(CloseCode {
            number,
            is_own: true,
            place: Some(at.pointer()),
            name: name?,
            summary: summary?,
            details: details.map(Prose::new),
            kind,
            sent_by: spec.sent_by.unwrap_or(match kind {
                Kind::Usable => SentBy::Either,
                Kind::Local | Kind::Reserved => SentBy::Nobody,
            }),
            statement: statement?,
            reason,
            deprecated,
            names: spec.names,
            causes: causes.into(),
            doubt,
            references,
            allow: spec.allow,
            comment: OnceLock::new(),
        })
    }

    /// The entry of the standard codes, unless these are what is being checked.
    fn standard_code(&self, number: u16) -> Option<&'static CodeSpec> {
        self.standard?.codes.get(&number)
    }

    /// What to do about a usable code with a number that must not be sent.
    fn instead_of_usable(&self, number: u16) -> String {
        let local = "`\"kind\": \"local\"` is for what is only reported, never sent";
        let Some(standard) = self.standard_code(number) else {
            return format!("use a number from 4000 to 4999; {local}");
        };
        let name = standard.name.as_deref().unwrap_or_default();
        if self.base.is_some() {
            return format!(
                "remove this entry: `extends` brings {number} as `{name}`; \
                 without `name` and `summary` it adjusts that code"
            );
        }
        format!(
            "`\"extends\": \"standard\"` brings {number} as `{name}`: add that, and remove this entry"
        )
    }

    /// What nobody may send is not usable, and the other way round.
    fn kind_fits(&mut self, at: &At<'_>, number: u16, kind: Kind, sent_by: Option<SentBy>) {
        if kind == Kind::Usable && !self.sendable.contains(number) {
            let message =
                format!("{number} must not be sent in a Close frame, so it cannot be `usable`");
            self.problems.push(Problem::at(
                &at.key("code"),
                "kind",
                message,
                self.instead_of_usable(number),
            ));
        }
        if kind != Kind::Usable && [RELAYED_TO_CLIENT, RELAYED_TO_SERVER].contains(&number) {
            let message = format!(
                "{number} has to be `usable`: a relay sends it instead of codes that must not be sent"
            );
            self.problems.push(Problem::at(
                &at.key("kind"),
                "kind",
                message,
                "remove `kind`",
            ));
        }
        let nobody = sent_by == Some(SentBy::Nobody);
        if let Some(sent_by) = sent_by.filter(|_| nobody == (kind == Kind::Usable)) {
            let (sent_by, kind_word) = (sent_by.as_str(), kind.as_str());
            let message = format!("`sent_by: {sent_by}` conflicts with `kind: {kind_word}`");
            let help = format!(
                "remove `sent_by`, or change `kind`: {kind_word} means \"{}\"",
                phrase(kind)
            );
            self.problems
                .push(Problem::at(&at.key("sent_by"), "kind", message, help));
        }
    }
}
