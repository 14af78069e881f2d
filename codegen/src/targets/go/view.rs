//! What the Go templates print: final identifiers, literals, and prose in lines.

use askama::Template;

use super::super::comment;
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::range_views;
use super::doc::{WIDTH, of_constant, of_ends};
use super::lines::{Case, Cases, any, cases, condition, run_cases};
use super::literal::string;
use super::own::Own;
use super::words::{WordsType, word_constant, word_types};
use super::{HEAD, TARGET};
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::After;

#[derive(Template)]
#[template(path = "go/closecode.go", escape = "none")]
pub(super) struct Source<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "go/go.mod", escape = "none")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "go/README.md", escape = "none")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View<'a>,
}

/// Everything that a template prints.
pub(super) struct View<'a> {
    head: String,
    notice: [String; 2],
    package: &'a str,
    module: String,
    /// The path in an import, behind the name where that differs from the last part of the path.
    import: String,
    /// Whether nobody can publish under the path of the module.
    is_example: bool,
    type_name: &'a str,
    max_reason_bytes: usize,
    words: Vec<WordsType>,
    codes: Vec<CodeView>,
    own: Own,
    ranges: Vec<GoRange>,
    labels: Vec<Case>,
    sent_by: Cases,
    sendable: String,
    sendable_doc: Vec<String>,
    browser: String,
    browser_doc: Vec<String>,
    reconnect: Cases,
    after: Cases,
    backoff: Cases,
    reasons: Vec<(String, String)>,
    otherwise: OtherwiseView,
}

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    doc: Vec<String>,
    summary: String,
}

/// A named range.
struct GoRange {
    from: u16,
    to: u16,
    constant: String,
    doc: Vec<String>,
    predicate: String,
    predicate_doc: Vec<String>,
    condition: String,
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
        package: &'a str,
        module: String,
    ) -> Self {
        let named: Vec<&CloseCode> = registry.named().collect();
        let codes: Vec<CodeView> = named.iter().map(|code| code_view(code)).collect();
        let own: Vec<&CloseCode> = registry.own().collect();
        let reasons = named
            .iter()
            .filter_map(|code| Some((constant(code), string(code.reason.as_deref()?))));
        let labels = lookup::labels(registry).into_iter();
        let labels = labels.map(|Run { from, to, value }| Run {
            from,
            to,
            value: string(value),
        });
        let constant_of = |number| {
            let code = named.iter().find(|code| code.number == number);
            code.map(|code| constant(code)).unwrap_or_default()
        };
        let words = |lookup: Lookup<'a, String>| cases(lookup, constant_of);
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        Self {
            head: notice.head(HEAD),
            notice: notice.lines(),
            package,
            import: import(package, &module),
            is_example: module.starts_with("example.com/"),
            module,
            type_name,
            max_reason_bytes: MAX_REASON_BYTES,
            words: word_types(),
            own: Own::new(&own, codes.len(), type_name),
            ranges: go_ranges(registry),
            labels: run_cases(labels.collect()),
            sent_by: words(lookup::sent_by(registry).map(|word| word_constant("SentBy", word))),
            sendable: any(&sendable),
            sendable_doc: reports("IsSendable", &comment::sendable(&sendable)),
            browser: any(&browser),
            browser_doc: reports(
                "IsBrowserSendable",
                &format!(
                    "Whether the close() of a browser accepts the code: {}.",
                    in_a_sentence(&browser)
                ),
            ),
            reconnect: words(
                lookup::reconnect(registry).map(|word| word_constant("Reconnect", word)),
            ),
            after: words(lookup::after(registry).map(after)),
            backoff: words(lookup::backoff(registry).map(backoff)),
            reasons: reasons.collect(),
            otherwise: OtherwiseView {
                reconnect: word_constant("Reconnect", otherwise.reconnect),
                after: after(otherwise.after),
                backoff: backoff(otherwise.backoff),
            },
            codes,
        }
    }
}

pub(super) fn constant(code: &CloseCode) -> String {
    TARGET.constant(code).unwrap_or_default()
}

fn code_view(code: &CloseCode) -> CodeView {
    let constant = constant(code);
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        doc: of_constant(&constant, code),
        constant,
        summary: string(&code.summary),
    }
}

/// The named ranges, whose comments begin with the name of what they are about.
fn go_ranges(registry: &Registry) -> Vec<GoRange> {
    let views = range_views(registry, &TARGET, WIDTH);
    let ranges = registry.named_ranges().zip(views);
    let ranges = ranges.map(|(range, view)| GoRange {
        doc: of_ends(&view.constant, range),
        predicate_doc: reports(&view.predicate, &view.predicate_doc.concat()),
        constant: view.constant,
        predicate: view.predicate,
        from: view.from,
        to: view.to,
        condition: condition((view.from, view.to)),
    });
    ranges.collect()
}

/// The lines on a function that answers yes or no: `IsNamed reports whether …`.
fn reports(function: &str, about: &str) -> Vec<String> {
    let whether = about.trim_start().trim_start_matches("Whether");
    comment::lines(&format!("{function} reports whether{whether}"), WIDTH)
}

fn after(after: Option<After>) -> String {
    after.map_or_else(
        || "\"\", false".to_owned(),
        |after| format!("{}, true", word_constant("After", after)),
    )
}

fn backoff(Backoff { from, to, cap }: Backoff) -> String {
    format!("backoff{{from: {from}, to: {to}, cap: {cap}}}")
}

/// What an import of the package says: its name is needed where it is not the last part of the path.
fn import(package: &str, module: &str) -> String {
    if module.rsplit('/').next() == Some(package) {
        format!("\"{module}\"")
    } else {
        format!("{package} \"{module}\"")
    }
}
