//! What the Swift templates print: final identifiers, literals, and prose in lines.

use std::rc::Rc;

use askama::Template;

use super::super::comment::{self, Vocabulary, WordView, of_code};
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::{RangeView, range_views};
use super::super::type_name::CLOSE_CODE;
use super::TARGET;
use super::access::Access;
use super::foundation::is_lacking;
use super::identifier::escaped;
use super::literal::string;
use super::module::module;
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::{After, Kind};
use crate::text::{Word, lower_camel};

/// How long a line of a doc comment's text gets.
const WIDTH: usize = 90;
/// How long a line gets.
const LINE_WIDTH: usize = 100;
/// How long the name of a constant on one line gets.
const CONSTANT_WIDTH: usize = 45;
/// How long a summary behind `return` on one line gets.
const SUMMARY_WIDTH: usize = 85;

#[derive(Template)]
#[template(path = "swift/CloseCode.swift", escape = "none")]
pub(super) struct Struct<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(
    path = "swift/URLSessionWebSocketTask+CloseCode.swift",
    escape = "none"
)]
pub(super) struct Foundation<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "swift/Package.swift", escape = "none")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "swift/README.md", escape = "none")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View<'a>,
    /// Whether the package extends Foundation's types.
    pub(super) has_foundation: bool,
}

/// Everything that a template prints.
pub(super) struct View<'a> {
    pub(super) module: String,
    type_name: &'a str,
    /// The type under a name that also works inside extensions of Foundation's types.
    outer_name: &'a str,
    /// The modifier before a declaration, such as `public `.
    access: &'static str,
    notice: [String; 2],
    max_reason_bytes: usize,
    vocabulary: Vocabulary,
    codes: Vec<Rc<CodeView>>,
    /// The own ones, when they are not all.
    own: Option<Vec<Rc<CodeView>>>,
    /// Those that Foundation has no constant for.
    lacking: Vec<Rc<CodeView>>,
    /// The first of them that may be sent.
    example: Option<Rc<CodeView>>,
    repeats_type: bool,
    ranges: Vec<RangeView>,
    /// Whether the constant of a range ends in the name of the type that holds them.
    repeats_ranges: bool,
    labels: Vec<Run<&'a str>>,
    sent_by: Lookup<'a, String>,
    sendable: Vec<String>,
    sendable_doc: Vec<String>,
    browser: Vec<String>,
    browser_doc: Vec<String>,
    reconnect: Lookup<'a, String>,
    after: Lookup<'a, String>,
    backoff: Lookup<'a, String>,
    reasons: Vec<(u16, String)>,
    otherwise: OtherwiseView,
}

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    is_short: bool,
    deprecated: Option<String>,
    doc: Vec<String>,
    summary: String,
    summary_is_short: bool,
}

/// The answers for a number that is in no lookup.
struct OtherwiseView {
    reconnect: String,
    after: String,
    backoff: String,
}

impl<'a> View<'a> {
    pub(super) fn new(
        registry: &'a Registry,
        notice: &Notice,
        type_name: &'a str,
        access: Access,
    ) -> Self {
        let named: Vec<&CloseCode> = registry.named().collect();
        let codes: Vec<Rc<CodeView>> = named.iter().map(|code| Rc::new(code_view(code))).collect();
        let filtered = |holds: fn(&CloseCode) -> bool| -> Vec<Rc<CodeView>> {
            let pairs = named.iter().zip(&codes).filter(|(code, _)| holds(code));
            pairs.map(|(_, view)| Rc::clone(view)).collect()
        };
        let own = filtered(|code| code.is_own);
        let reasons = named
            .iter()
            .filter_map(|code| Some((code.number, string(code.reason.as_deref()?))));
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        Self {
            module: module(&registry.package.name),
            type_name,
            outer_name: if type_name == CLOSE_CODE {
                "WebSocketCloseCode"
            } else {
                type_name
            },
            access: access.modifier(),
            notice: notice.lines(),
            max_reason_bytes: MAX_REASON_BYTES,
            vocabulary: Vocabulary::new(),
            own: (own.len() < codes.len()).then_some(own),
            example: named
                .iter()
                .zip(&codes)
                .find(|(code, view)| code.kind == Kind::Usable && is_lacking(code, &view.constant))
                .map(|(_, view)| Rc::clone(view)),
            lacking: filtered(|code| is_lacking(code, &constant(code))),
            repeats_type: named.iter().any(|code| repeats_type(code, type_name)),
            ranges: range_views(registry, &TARGET, WIDTH),
            repeats_ranges: registry
                .named_ranges()
                .any(|range| range.name.lower_camel().ends_with("Ranges")),
            labels: lookup::labels(registry),
            sent_by: lookup::sent_by(registry).map(|sent_by| case(sent_by.as_str())),
            sendable_doc: comment::lines(&comment::sendable(&sendable), WIDTH),
            sendable: sendable.into_iter().map(pattern).collect(),
            browser_doc: comment::lines(
                &format!(
                    "Whether a browser's `close()` accepts the code: {}.",
                    in_a_sentence(&browser)
                ),
                WIDTH,
            ),
            browser: browser.into_iter().map(pattern).collect(),
            reconnect: lookup::reconnect(registry).map(|word| case(word.as_str())),
            after: lookup::after(registry).map(after),
            backoff: lookup::backoff(registry).map(backoff),
            reasons: reasons.collect(),
            otherwise: OtherwiseView {
                reconnect: case(otherwise.reconnect.as_str()),
                after: after(otherwise.after),
                backoff: backoff(otherwise.backoff),
            },
            codes,
        }
    }
}

/// Whether the constant ends in the name of the type, which swift-format takes for a mistake. It ignores a prefix of
/// capitals: for `URLCode` it looks for `Code`.
fn repeats_type(code: &CloseCode, type_name: &str) -> bool {
    let constant = constant(code);
    let rest = type_name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let prefix = (type_name.len() - rest.len()).saturating_sub(1);
    ["CloseCode", type_name, &type_name[prefix..]]
        .iter()
        .any(|name| constant.ends_with(name))
}

fn constant(code: &CloseCode) -> String {
    TARGET.constant(code).unwrap_or_default()
}

fn code_view(code: &CloseCode) -> CodeView {
    let (constant, summary) = (escaped(&constant(code)), string(&code.summary));
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        is_short: constant.len() <= CONSTANT_WIDTH,
        deprecated: code.deprecated.as_deref().map(string),
        constant,
        doc: of_code(code, WIDTH),
        summary_is_short: summary.chars().count() <= SUMMARY_WIDTH,
        summary,
    }
}

/// The message of an attribute at `indent`, on a line of its own where swift-format puts it there.
fn message(literal: &str, indent: usize) -> String {
    if indent + "message: ".len() + literal.chars().count() <= LINE_WIDTH {
        format!("message: {literal}")
    } else {
        format!("message:\n{:indent$}  {literal}", "")
    }
}

/// The pattern of a run of numbers: `1000`, `3000...4999`.
fn pattern((from, to): (u16, u16)) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}...{to}")
    }
}

/// The case for a word: `.newCredentials`.
fn case(word: &str) -> String {
    format!(".{}", lower_camel(word))
}

fn after(after: Option<After>) -> String {
    after.map_or_else(|| "nil".to_owned(), |after| case(after.as_str()))
}

fn backoff(backoff: Backoff) -> String {
    if backoff == Backoff::DEFAULT {
        return ".standard".to_owned();
    }
    let Backoff { from, to, cap } = backoff;
    format!("Backoff(from: {from}, to: {to}, cap: {cap})")
}

/// The declaration of a word's case, with its raw value where that is not the case itself.
fn word_case(word: &WordView) -> String {
    let case = lower_camel(word.spelling);
    if case == word.spelling {
        format!("case {}", escaped(&case))
    } else {
        format!("case {} = \"{}\"", escaped(&case), word.spelling)
    }
}
