//! What the Swift templates print: final identifiers, literals, and prose in lines.

use askama::Template;
use heck::ToLowerCamelCase;

use super::super::table::{NumberRow, Table};
use super::identifier::{constant, escaped};
use super::literal::string;
use crate::advice::Backoff;
use crate::identifiers::identifiers_of;
use crate::notice::Notice;
use crate::output::Options;
use crate::prose::{visible, wrap};
use crate::registry::{CloseCode, Registry};
use crate::spec::{Access, After};
use crate::target::on_the_wire;

/// How long a line of a doc comment's text gets.
const WIDTH: usize = 90;
/// How long a line gets.
const LINE_WIDTH: usize = 100;
/// How long the name of a constant on one line gets.
const CONSTANT_WIDTH: usize = 45;
/// How long a summary behind `return` on one line gets.
const SUMMARY_WIDTH: usize = 85;

/// What `spec/identifiers.json` calls Foundation's own enum.
const FOUNDATION: &str = "URLSessionWebSocketTask.CloseCode";

#[derive(Template)]
#[template(path = "swift/CloseCode.swift")]
pub(super) struct Struct<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "swift/URLSessionWebSocketTask+CloseCode.swift")]
pub(super) struct Foundation<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "swift/Package.swift")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "swift/README.md")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View,
}

/// Everything that a template prints.
pub(super) struct View {
    pub(super) module: String,
    pub(super) type_name: String,
    /// The type under a name that also works inside extensions of Foundation's types.
    outer_name: String,
    /// `public ` and the like, to stand before a declaration.
    access: &'static str,
    notice: [String; 2],
    codes: Vec<CodeView>,
    /// The own ones, when they are not all.
    own: Option<Vec<CodeView>>,
    lacking: Vec<CodeView>,
    repeats_type: bool,
    labels: Vec<NumberRow>,
    sent_by: Table,
    sendable: Vec<String>,
    browser: Vec<String>,
    reconnect: Table,
    after: Table,
    backoff: Table,
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

/// What is said of a number that no row is about.
struct OtherwiseView {
    reconnect: String,
    after: String,
    backoff: String,
}

impl View {
    pub(super) fn new(registry: &Registry, notice: &Notice, options: &Options) -> Self {
        let is_default = options.type_name == Options::default().type_name;
        let all_own = registry.named().all(|code| code.is_own);
        let reasons = registry
            .named()
            .filter_map(|code| Some((code.number, string(code.reason.as_deref()?))));
        let otherwise = &registry.otherwise.advice;
        Self {
            module: registry.package.name.upper_camel(),
            type_name: options.type_name.clone(),
            outer_name: if is_default {
                "WebSocketCloseCode".to_owned()
            } else {
                options.type_name.clone()
            },
            access: match options.access {
                Access::Public => "public ",
                Access::Package => "package ",
                Access::Internal => "",
            },
            own: (!all_own).then(|| registry.own().map(code_view).collect()),
            notice: notice.lines(),
            codes: registry.named().map(code_view).collect(),
            lacking: registry
                .named()
                .filter(|code| is_lacking(code))
                .map(code_view)
                .collect(),
            repeats_type: registry
                .named()
                .any(|code| repeats_type(code, &options.type_name)),
            labels: Table::new(registry.label_rows(), string).numbers,
            sent_by: Table::new(registry.sent_by_rows(), |sent_by| case(sent_by.as_str())),
            sendable: registry.sendable().into_iter().map(pattern).collect(),
            browser: registry
                .browser_sendable()
                .into_iter()
                .map(pattern)
                .collect(),
            reconnect: Table::new(registry.reconnect_rows(), case),
            after: Table::new(registry.after_rows(), after),
            backoff: Table::new(registry.backoff_rows(), backoff),
            reasons: reasons.collect(),
            otherwise: OtherwiseView {
                reconnect: case(otherwise.reconnect.as_str()),
                after: after(otherwise.after),
                backoff: backoff(otherwise.reconnect.backoff()),
            },
        }
    }
}

/// Whether the constant ends in the name of the type, which swift-format takes for a slip. It leaves out a prefix of
/// capitals: of `URLCode` it looks for `Code`.
fn repeats_type(code: &CloseCode, type_name: &str) -> bool {
    let constant = constant(code);
    let rest = type_name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let prefix = (type_name.len() - rest.len()).saturating_sub(1);
    ["CloseCode", type_name, &type_name[prefix..]]
        .iter()
        .any(|name| constant.ends_with(name))
}

/// Whether Foundation has neither the number nor the word, so that a constant can be added.
fn is_lacking(code: &CloseCode) -> bool {
    let word = constant(code);
    identifiers_of(FOUNDATION)
        .iter()
        .all(|(number, name)| *number != code.number && *name != word)
}

fn code_view(code: &CloseCode) -> CodeView {
    let mut paragraphs = vec![format!("{}: {}", code.number, visible(&code.summary))];
    paragraphs.extend(code.details.as_deref().map(visible));
    paragraphs.push(format!("Reconnect: {}.", code.statement.advice.phrase()));
    paragraphs.extend(on_the_wire(code, &["Swift"]));
    let spaced = |line: String| {
        if line.is_empty() {
            line
        } else {
            format!(" {line}")
        }
    };
    let (constant, summary) = (escaped(code), string(&code.summary));
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        is_short: constant.len() <= CONSTANT_WIDTH,
        deprecated: code.deprecated.as_deref().map(string),
        constant,
        doc: wrap(&paragraphs.join("\n\n"), WIDTH)
            .into_iter()
            .map(spaced)
            .collect(),
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
    format!(".{}", word.to_lower_camel_case())
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
