//! The fields of an entry: a code, a range, the advice for everything else.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::cause::CauseSpec;
use super::conditions::nothing_after_never;
use super::fields;
use super::limits::{MAX_CAUSES, MAX_DETAILS, MAX_LINE, MAX_NOTE, MAX_REFERENCES};
use super::reconnect::ReconnectSpec;
use super::words::{After, Kind, SentBy};
use crate::name::{MAX_NAME_BYTES, NAME_PATTERN};
use crate::protocol::MAX_REASON_BYTES;

/// One close code.
#[derive(Debug, Default, Clone, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["code"]))]
#[schemars(extend("allOf" = [nothing_after_never()]))]
pub struct CodeSpec {
    /// The number, 0 to 65535.
    pub code: Option<u16>,
    /// The name, in kebab-case.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// One sentence for logs and documentation.
    #[schemars(length(max = MAX_LINE))]
    pub summary: Option<String>,
    /// Markdown for documentation.
    #[schemars(length(max = MAX_DETAILS))]
    pub details: Option<String>,
    /// Whether the code may be used, is only reported locally, or is reserved; `usable` by default.
    pub kind: Option<Kind>,
    /// Who sends it.
    pub sent_by: Option<SentBy>,
    /// What a client that received the code should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// The reason for the advice.
    #[schemars(length(max = MAX_NOTE))]
    pub because: Option<String>,
    /// References to the source of the advice; without any it is the spec author's own.
    #[schemars(default, length(max = MAX_REFERENCES))]
    pub advised_by: Vec<String>,
    /// The default reason text of a Close frame with this code, at most 123 bytes of UTF-8.
    #[schemars(length(max = MAX_REASON_BYTES))]
    pub reason: Option<String>,
    /// What to use instead of the code.
    #[schemars(length(max = MAX_LINE))]
    pub deprecated: Option<String>,
    /// Constants that do not follow from the name, by language.
    #[schemars(default)]
    pub names: BTreeMap<String, String>,
    /// Lint rules that the code may break, each with a reason.
    #[schemars(default)]
    pub allow: BTreeMap<String, String>,
    /// What typically lies behind it, the most common cause first.
    #[schemars(default, length(max = MAX_CAUSES))]
    pub causes: Vec<CauseSpec>,
    /// What is uncertain about this entry.
    #[schemars(length(max = MAX_NOTE))]
    pub doubt: Option<String>,
    /// References to what defines the code.
    #[schemars(default, length(max = MAX_REFERENCES))]
    pub reference: Vec<String>,
}

fields!(CodeSpec over {
    code, name, summary, details, kind, sent_by, reconnect, after, because, advised_by, reason, deprecated, names, allow,
    causes, doubt, reference,
});

impl CodeSpec {
    /// Whether it changes the advice without `reconnect`, to which the other fields of the advice belong.
    pub(crate) fn advises_in_part(&self) -> bool {
        let in_part = self.after.is_some() || self.because.is_some() || !self.advised_by.is_empty();
        self.reconnect.is_none() && in_part
    }

    /// These fields over those of an inherited entry.
    ///
    /// Advice is replaced as a whole, since its reasons would not fit new words, and so are sender and kind. What is
    /// not sent has no reason. A lint rule is allowed by this entry alone.
    pub(crate) fn adjusting(self, inherited: &Self) -> Self {
        let mut base = Self {
            allow: BTreeMap::new(),
            ..inherited.clone()
        };
        if self.reconnect.is_some() {
            base.after = None;
            base.because = None;
            base.advised_by = Vec::new();
        }
        if let Some(kind) = self.kind {
            base.sent_by = None;
            base.reason = base.reason.filter(|_| kind == Kind::Usable);
        }
        self.over(base)
    }
}

/// The meaning of a range of numbers.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("required" = ["from", "to", "name", "summary"]))]
#[schemars(extend("allOf" = [nothing_after_never()]))]
pub struct RangeSpec {
    /// The first number.
    pub from: Option<u16>,
    /// The last number.
    pub to: Option<u16>,
    /// The name, in kebab-case; the label of every number here that has no name.
    #[schemars(regex(pattern = NAME_PATTERN), length(max = MAX_NAME_BYTES))]
    pub name: Option<String>,
    /// One sentence for documentation.
    #[schemars(length(max = MAX_LINE))]
    pub summary: Option<String>,
    /// Markdown for documentation.
    #[schemars(length(max = MAX_DETAILS))]
    pub details: Option<String>,
    /// Who sends these numbers.
    pub sent_by: Option<SentBy>,
    /// What a client that received one of them should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// The reason for the advice.
    #[schemars(length(max = MAX_NOTE))]
    pub because: Option<String>,
    /// References to the source of the advice.
    #[schemars(default, length(max = MAX_REFERENCES))]
    pub advised_by: Vec<String>,
    /// What typically lies behind it, the most common cause first.
    #[schemars(default, length(max = MAX_CAUSES))]
    pub causes: Vec<CauseSpec>,
    /// What is uncertain about this entry.
    #[schemars(length(max = MAX_NOTE))]
    pub doubt: Option<String>,
    /// References to what defines the range.
    #[schemars(default, length(max = MAX_REFERENCES))]
    pub reference: Vec<String>,
}

fields!(RangeSpec {
    from,
    to,
    name,
    summary,
    details,
    sent_by,
    reconnect,
    after,
    because,
    advised_by,
    causes,
    doubt,
    reference,
});

/// Advice for numbers without an entry or a range.
#[derive(Debug, Default, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[schemars(extend("allOf" = [nothing_after_never()]))]
pub struct AdviceSpec {
    /// What a client that received such a number should do about the connection.
    pub reconnect: Option<ReconnectSpec>,
    /// What must happen before it reconnects.
    pub after: Option<After>,
    /// The reason for the advice.
    #[schemars(length(max = MAX_NOTE))]
    pub because: Option<String>,
}

fields!(AdviceSpec {
    reconnect,
    after,
    because
});
