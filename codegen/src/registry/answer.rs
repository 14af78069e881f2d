//! The answer for one number: its code's, else its range's, else that of `otherwise`.

use super::sendable::Sendable;
use super::{Cause, CloseCode, Range, Statement};
use crate::protocol::{self, CodeRange};
use crate::spec::{Kind, SentBy};
use crate::text::Word;

/// Everything that is known of one number.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The number.
    pub number: u16,
    /// Its entry.
    pub code: Option<&'a CloseCode>,
    /// The spec's range around it.
    pub range: Option<&'a Range>,
    pub(super) otherwise: &'a Statement,
    pub(super) sendable: &'a Sendable,
}

impl<'a> Answer<'a> {
    /// The entry, if the number has a constant.
    #[must_use]
    pub fn named(&self) -> Option<&'a CloseCode> {
        self.code.filter(|code| code.kind != Kind::Reserved)
    }

    /// A short word for logs and metrics: the name, else the name of the spec's range, else the code range.
    #[must_use]
    pub fn label(&self) -> &'a str {
        match (self.named(), self.range) {
            (Some(code), _) => code.name.as_str(),
            (None, Some(range)) => range.name.as_str(),
            (None, None) => self.code_range().as_str(),
        }
    }

    /// The range that RFC 6455 puts the number in.
    #[must_use]
    pub fn code_range(&self) -> CodeRange {
        CodeRange::of(self.number)
    }

    /// Who sends it.
    #[must_use]
    pub fn sent_by(&self) -> SentBy {
        match (self.code, self.range) {
            (Some(code), _) => code.sent_by,
            (None, Some(range)) => range.sent_by,
            (None, None) if self.sendable.contains(self.number) => SentBy::Either,
            (None, None) => SentBy::Nobody,
        }
    }

    /// Whether it may be sent in a Close frame.
    #[must_use]
    pub fn is_sendable(&self) -> bool {
        self.sendable.contains(self.number) && self.kind() == Kind::Usable
    }

    /// Whether a script in a browser may close with it.
    #[must_use]
    pub fn is_browser_sendable(&self) -> bool {
        protocol::is_browser_sendable(self.number) && self.is_sendable()
    }

    /// What a client that received it should do.
    #[must_use]
    pub fn statement(&self) -> &'a Statement {
        match (self.code, self.range) {
            (Some(code), _) => &code.statement,
            (None, Some(range)) => &range.statement,
            (None, None) => self.otherwise,
        }
    }

    /// What typically lies behind it.
    #[must_use]
    pub fn causes(&self) -> &'a [Cause] {
        match (self.code, self.range) {
            (Some(code), _) => &code.causes,
            (None, Some(range)) => &range.causes,
            (None, None) => &[],
        }
    }

    fn kind(&self) -> Kind {
        self.code.map_or(Kind::Usable, |code| code.kind)
    }
}
