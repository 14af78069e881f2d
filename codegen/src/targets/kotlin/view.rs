//! What the Kotlin template prints: final identifiers, literals, and prose in lines.

use std::rc::Rc;

use askama::Template;

use super::super::comment::{self, Vocabulary, of_code};
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::{RangeView, range_views};
use super::super::type_name::CLOSE_CODE;
use super::TARGET;
use super::lines::{Row, choice, declaration, deprecated, kdoc, pattern, words};
use super::literal::{double, string};
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::After;
use crate::text::{Word, upper_snake};

/// How long a line of a doc comment's text gets.
const WIDTH: usize = 100;

#[derive(Template)]
#[template(path = "kotlin/CloseCode.kt", escape = "none")]
pub(super) struct Source<'a> {
    pub(super) view: &'a View<'a>,
}

/// Everything that the template prints.
pub(super) struct View<'a> {
    package: Option<&'a str>,
    type_name: &'a str,
    notice: [String; 2],
    max_reason_bytes: usize,
    vocabulary: Vocabulary,
    codes: Vec<Rc<CodeView>>,
    own: Vec<Rc<CodeView>>,
    ranges: Vec<RangeView>,
    names: Vec<Row>,
    summaries: Vec<Row>,
    reasons: Vec<Row>,
    labels: Vec<Row>,
    sent_by: Vec<Row>,
    sendable: Vec<Row>,
    sendable_doc: Vec<String>,
    browser: Vec<Row>,
    browser_doc: Vec<String>,
    reconnect: Vec<Row>,
    after: Vec<Row>,
    backoff: Vec<Row>,
    otherwise: OtherwiseView,
}

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    doc: Vec<String>,
    /// The number and the summary alone.
    short_doc: Vec<String>,
    deprecated: Option<String>,
    declaration: String,
}

/// The answers for a number that is in no lookup.
struct OtherwiseView {
    reconnect: String,
    after: String,
    backoff: String,
}

impl<'a> View<'a> {
    pub(super) fn new(
        registry: &Registry,
        notice: &Notice,
        package: Option<&'a str>,
        type_name: Option<&'a str>,
    ) -> Self {
        let type_name = type_name.unwrap_or(CLOSE_CODE);
        let named: Vec<&CloseCode> = registry.named().collect();
        let view = |code: &&CloseCode| Rc::new(code_view(code, type_name));
        let codes: Vec<Rc<CodeView>> = named.iter().map(view).collect();
        let own = named.iter().zip(&codes).filter(|(code, _)| code.is_own);
        let texts = |text: fn(&CloseCode) -> Option<&str>| -> Vec<Row> {
            let texts = named.iter().filter_map(|code| Some((code, text(code)?)));
            texts
                .map(|(code, text)| row(code.number, code.number, string(text)))
                .collect()
        };
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        let labels = lookup::labels(registry).into_iter();
        Self {
            package,
            type_name,
            notice: notice.lines(),
            max_reason_bytes: MAX_REASON_BYTES,
            vocabulary: Vocabulary::new(),
            own: own.map(|(_, view)| Rc::clone(view)).collect(),
            ranges: range_views(registry, &TARGET, WIDTH),
            names: texts(|code| Some(code.name.as_str())),
            summaries: texts(|code| Some(&code.summary)),
            reasons: texts(|code| code.reason.as_deref()),
            labels: labels
                .map(|run| row(run.from, run.to, string(run.value)))
                .collect(),
            sent_by: rows(lookup::sent_by(registry), |word| {
                constant("SentBy", word.as_str())
            }),
            sendable_doc: comment::lines(&comment::sendable(&sendable), WIDTH),
            sendable: truths(sendable),
            browser_doc: comment::lines(
                &format!(
                    "Whether a browser's `close()` accepts the code: {}.",
                    in_a_sentence(&browser)
                ),
                WIDTH,
            ),
            browser: truths(browser),
            reconnect: rows(lookup::reconnect(registry), |word| {
                constant("Reconnect", word.as_str())
            }),
            after: rows(lookup::after(registry), after),
            backoff: rows(lookup::backoff(registry), backoff),
            otherwise: OtherwiseView {
                reconnect: constant("Reconnect", otherwise.reconnect.as_str()),
                after: after(otherwise.after),
                backoff: backoff(otherwise.backoff),
            },
            codes,
        }
    }
}

fn code_view(code: &CloseCode, type_name: &str) -> CodeView {
    let constant = TARGET.constant(code).unwrap_or_default();
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        doc: of_code(code, WIDTH),
        short_doc: comment::of_text(&format!("{}: {}", code.number, code.summary), WIDTH),
        deprecated: code
            .deprecated
            .as_deref()
            .map(string)
            .as_deref()
            .map(deprecated),
        declaration: declaration(&constant, type_name, code.number),
        constant,
    }
}

fn row(from: u16, to: u16, value: String) -> Row {
    Row {
        pattern: pattern(from, to),
        value,
    }
}

fn rows<T>(lookup: Lookup<'_, T>, value: impl Fn(T) -> String) -> Vec<Row> {
    let Lookup { codes, runs } = lookup.map(value);
    let codes = codes
        .into_iter()
        .map(|(code, value)| row(code.number, code.number, value));
    let runs = runs
        .into_iter()
        .map(|Run { from, to, value }| row(from, to, value));
    codes.chain(runs).collect()
}

fn truths(runs: Vec<(u16, u16)>) -> Vec<Row> {
    let runs = runs.into_iter();
    runs.map(|(from, to)| row(from, to, "true".to_owned()))
        .collect()
}

/// The constant for a word: `After.NEW_CREDENTIALS`.
fn constant(of: &str, word: &str) -> String {
    format!("{of}.{}", upper_snake(word))
}

fn after(after: Option<After>) -> String {
    after.map_or_else(
        || "null".to_owned(),
        |after| constant("After", after.as_str()),
    )
}

fn backoff(Backoff { from, to, cap }: Backoff) -> String {
    let [from, to, cap] = [from, to, cap].map(double);
    format!("Backoff(from = {from}, to = {to}, cap = {cap})")
}
