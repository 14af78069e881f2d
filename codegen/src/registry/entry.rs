//! The parts of a registry: codes, ranges, advice with its grounds, references.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::Advice;
use crate::diagnostics::Pointer;
use crate::name::Name;
use crate::protocol::CodeRange;
use crate::spec::{Kind, SentBy};
use crate::text::{Prose, Word, Words};

/// One close code.
#[derive(Debug, Clone)]
pub struct CloseCode {
    /// The number.
    pub number: u16,
    /// Whether the spec names it itself, and does not inherit it.
    pub is_own: bool,
    /// The place of its entry in the spec; `None` for a code that is inherited as it is.
    pub place: Option<Pointer>,
    /// The name.
    pub name: Name,
    /// One sentence for logs and documentation.
    pub summary: String,
    /// Markdown for documentation.
    pub details: Option<Prose>,
    /// Whether it may be used.
    pub kind: Kind,
    /// Who sends it.
    pub sent_by: SentBy,
    /// What a client that received it should do.
    pub statement: Statement,
    /// The default reason text.
    pub reason: Option<String>,
    /// What to use instead.
    pub deprecated: Option<String>,
    /// Constants that do not follow from the name, by language.
    pub names: BTreeMap<String, String>,
    /// What typically lies behind it, the most common cause first. Those that inherit the entry share them.
    pub causes: Arc<[Cause]>,
    /// What is uncertain about it.
    pub doubt: Option<String>,
    /// What defines it.
    pub references: Vec<Reference>,
    /// The lint rules that it may break, each with the reason why.
    pub allow: BTreeMap<String, String>,
    /// The paragraphs of its comment, which the first output makes for all.
    pub(crate) comment: OnceLock<Vec<Words>>,
}

/// A range of numbers with one meaning.
#[derive(Debug, Clone)]
pub struct Range {
    /// Whether the spec has it itself, and does not inherit it.
    pub is_own: bool,
    /// The place of its entry in the spec; `None` for a range that is inherited.
    pub place: Option<Pointer>,
    /// The first number.
    pub from: u16,
    /// The last number.
    pub to: u16,
    /// The name: the label of the numbers in it that have none.
    pub name: Name,
    /// One sentence for documentation.
    pub summary: String,
    /// Markdown for documentation.
    pub details: Option<Prose>,
    /// Who sends these numbers.
    pub sent_by: SentBy,
    /// What a client that received one of them should do.
    pub statement: Statement,
    /// What typically lies behind it, the most common cause first. Those that inherit the entry share them.
    pub causes: Arc<[Cause]>,
    /// What is uncertain about it.
    pub doubt: Option<String>,
    /// What defines it.
    pub references: Vec<Reference>,
    /// The paragraphs of its comment, which the first output makes for all.
    pub(crate) comment: OnceLock<Vec<Words>>,
}

/// What may lie behind a code.
#[derive(Debug, Clone)]
pub struct Cause {
    /// What one notices first, which causes of one branch have in common.
    pub when: Option<String>,
    /// What a log or a program shows when it is this cause.
    pub seen: Option<String>,
    /// The cause.
    pub summary: String,
    /// What tells whether it is this cause.
    pub check: String,
    /// What to do about it.
    pub fix: String,
    /// What is uncertain about it.
    pub doubt: Option<String>,
    /// The source; empty when it is the spec author's own experience.
    pub references: Vec<Reference>,
}

/// Advice with its grounds.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Whether the spec gives the advice; otherwise it is the default.
    pub is_stated: bool,
    /// The advice.
    pub advice: Advice,
    /// Why.
    pub because: Option<String>,
    /// The source of the advice; empty when it is the spec author's own.
    pub advised_by: Vec<Reference>,
}

/// The fields of the manifests of generated packages.
#[derive(Debug)]
pub struct Package {
    /// The name.
    pub name: Name,
    /// The version.
    pub version: String,
    /// The licence, as an SPDX expression.
    pub license: Option<String>,
    /// The https URL of the repository.
    pub repository: Option<String>,
    /// The https URL of the page about the packages.
    pub homepage: Option<String>,
    /// The names of those who publish the packages.
    pub authors: Vec<String>,
}

/// A code that is no longer used.
#[derive(Debug)]
pub struct Retired {
    /// The number that it had.
    pub number: u16,
    /// The name that it had.
    pub name: Name,
}

/// A dated look at a public registry.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Where the registry is.
    pub registry: Reference,
    /// The date, as `YYYY-MM-DD`.
    pub date: String,
    /// What is uncertain about it.
    pub doubt: Option<String>,
}

/// A document that the spec cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name in references.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its URL.
    pub url: String,
}

/// A document, or a place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The document.
    pub document: Arc<Document>,
    /// The place: `section-7.4.1`.
    pub anchor: Option<String>,
}

impl CloseCode {
    /// Whether `text` is the name in any language's spelling: `GoingAway`, `going_away`, `GOING_AWAY`.
    #[must_use]
    pub fn is_spelled(&self, text: &str) -> bool {
        self.name.is_spelled(text) || self.names.values().any(|name| name == text)
    }
}

impl Range {
    /// Whether outputs have a constant with its ends, and a predicate.
    ///
    /// Those that the standard codes have, and other specs inherit, are the code ranges, which every output tells anyway.
    #[must_use]
    pub fn is_named(&self) -> bool {
        let is_this = |range: &CodeRange| {
            range.bounds() == (self.from, self.to) && range.as_str() == self.name.as_str()
        };
        self.is_own && !CodeRange::ALL.iter().any(is_this)
    }
}

impl Reference {
    /// Its title: `RFC 6455, The WebSocket Protocol, section 7.4.1`.
    #[must_use]
    pub fn title(&self) -> String {
        let anchor = self.anchor.as_deref();
        match anchor.and_then(|anchor| anchor.strip_prefix("section-")) {
            Some(section) => format!("{}, section {section}", self.document.title),
            None => self.document.title.clone(),
        }
    }

    /// Its URL.
    #[must_use]
    pub fn url(&self) -> String {
        match &self.anchor {
            Some(anchor) => format!("{}#{anchor}", self.document.url),
            None => self.document.url.clone(),
        }
    }
}

impl Statement {
    /// The default advice, for where a spec gives none.
    pub(super) const DEFAULT: Self = Self {
        is_stated: false,
        advice: Advice::DEFAULT,
        because: None,
        advised_by: Vec::new(),
    };
}
