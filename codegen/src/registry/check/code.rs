//! Rules for one code: a whole entry, or the fields in which an inherited one is adjusted.

use std::collections::BTreeMap;

use super::Check;
use crate::lint::RULES;
use crate::pointer::Pointer;
use crate::problem::{Place, Problem, nearest};
use crate::registry::CloseCode;
use crate::spec::{CodeSpec, Kind, NamesSpec, SentBy};
use crate::wire;

impl Check<'_> {
    /// An entry without a name adjusts the inherited code of its number; any other stands for itself.
    pub(super) fn code(&mut self, at: &Pointer, spec: &CodeSpec) -> Option<CloseCode> {
        let inherited = self.base.as_ref().zip(spec.code);
        let inherited = inherited.and_then(|(base, number)| base.codes.get(&number).cloned());
        match inherited {
            Some(inherited) if spec.name.is_none() => self.adjusted(at, spec, inherited),
            _ => self.whole(at, spec),
        }
    }

    fn whole(&mut self, at: &Pointer, spec: &CodeSpec) -> Option<CloseCode> {
        if spec.code.is_none() {
            self.missing(&at.key("code"));
        }
        let name = self.name(&at.key("name"), spec.name.as_deref());
        let summary = self.required(&at.key("summary"), spec.summary.as_deref());
        let kind = spec.kind.unwrap_or_default();
        let details = self.text(&at.key("details"), spec.details.as_deref());
        let reason = self.reason(at, spec, kind);
        let deprecated = self.text(&at.key("deprecated"), spec.deprecated.as_deref());
        let statement = self.statement(at, spec.into());
        let doubt = self.text(&at.key("doubt"), spec.doubt.as_deref());
        let references = self.references(&at.key("reference"), &spec.reference);
        let allow = self.allow(at, spec);
        let number = spec.code?;
        self.kind_fits(at, number, kind, spec.sent_by);
        Some(CloseCode {
            number,
            is_own: true,
            place: Some(at.clone()),
            name: name?,
            summary: summary?,
            details,
            kind,
            sent_by: spec.sent_by.unwrap_or(match kind {
                Kind::Usable => SentBy::Either,
                Kind::Local | Kind::Reserved => SentBy::Nobody,
            }),
            statement: statement?,
            reason,
            deprecated,
            names: spec.names.clone(),
            doubt,
            references,
            allow,
        })
    }

    /// The lint rules that the code may break: rules that there are, each with a reason.
    fn allow(&mut self, at: &Pointer, spec: &CodeSpec) -> BTreeMap<String, String> {
        let at = at.key("allow");
        for (rule, because) in &spec.allow {
            self.text(&at.key(rule), Some(because));
            if !RULES.iter().any(|known| known.id == rule) {
                let message = format!("there is no lint rule `{rule}`");
                let meant = nearest(rule, RULES.iter().map(|known| known.id));
                let help = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "`close-codes lint --rules` lists them".to_owned(),
                };
                let problem = Problem::at(&at.key(rule), "unknown-rule", message, help);
                self.problems.push(Problem {
                    place: Place::Key(at.key(rule)),
                    suggestion: meant.map(|meant| format!("\"{meant}\"")),
                    ..problem
                });
            }
        }
        spec.allow.clone()
    }

    /// The inherited code with the fields that `spec` has. Its advice goes as a whole: new words for `reconnect` would
    /// stand beside old reasons.
    fn adjusted(
        &mut self,
        at: &Pointer,
        spec: &CodeSpec,
        inherited: CloseCode,
    ) -> Option<CloseCode> {
        let kind = spec.kind.unwrap_or(inherited.kind);
        self.kind_fits(at, inherited.number, kind, spec.sent_by);
        let mut statement = inherited.statement;
        if spec.reconnect.is_some() {
            statement = self.statement(at, spec.into())?;
        } else if spec.after.is_some() || spec.because.is_some() || !spec.advised_by.is_empty() {
            let message = "the advice is changed in part";
            let help = "say `reconnect` as well: `after`, `because` and `advised_by` belong to it";
            self.problems
                .push(Problem::at(at, "advice-in-part", message, help));
        }
        let summary = self.text(&at.key("summary"), spec.summary.as_deref());
        let details = self.text(&at.key("details"), spec.details.as_deref());
        let reason = self.reason(at, spec, kind);
        let deprecated = self.text(&at.key("deprecated"), spec.deprecated.as_deref());
        let doubt = self.text(&at.key("doubt"), spec.doubt.as_deref());
        let references = self.references(&at.key("reference"), &spec.reference);
        let allow = self.allow(at, spec);
        Some(CloseCode {
            is_own: false,
            place: Some(at.clone()),
            summary: summary.unwrap_or(inherited.summary),
            details: details.or(inherited.details),
            kind,
            sent_by: spec.sent_by.unwrap_or(inherited.sent_by),
            statement,
            reason: reason.or(inherited.reason),
            deprecated: deprecated.or(inherited.deprecated),
            names: if spec.names == NamesSpec::default() {
                inherited.names
            } else {
                spec.names.clone()
            },
            doubt: doubt.or(inherited.doubt),
            references: if references.is_empty() {
                inherited.references
            } else {
                references
            },
            number: inherited.number,
            name: inherited.name,
            allow,
        })
    }

    /// What nobody may send must not be called usable, and the other way round.
    fn kind_fits(&mut self, at: &Pointer, number: u16, kind: Kind, sent_by: Option<SentBy>) {
        if kind == Kind::Usable && !wire::is_sendable(number) {
            let message =
                format!("{number} must not stand in a Close frame, so it cannot be `usable`");
            let help = "add `\"kind\": \"local\"`, or take a number of 4000-4999";
            self.problems
                .push(Problem::at(&at.key("code"), "kind", message, help));
        }
        let nobody = sent_by == Some(SentBy::Nobody);
        if sent_by.is_some() && nobody != (kind != Kind::Usable) {
            let message = format!(
                "a code that is `{}` is not sent by such a side",
                kind.as_str()
            );
            let help = "leave `sent_by` out, or make it fit `kind`: local and reserved codes are sent by `nobody`";
            self.problems
                .push(Problem::at(&at.key("sent_by"), "kind", message, help));
        }
    }
}
