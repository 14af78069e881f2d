//! What the Java templates print: final identifiers, literals, comments, and lines of code.

use askama::Template;

use super::super::comment::{self, Vocabulary, WordView, of_code, of_text};
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::{RangeView, range_views};
use super::super::type_name::CLOSE_CODE;
use super::TARGET;
use super::javadoc::javadoc;
use super::lines::{constant, is_in, list, signature, text_case};
use super::module::ModuleView;
use crate::files::Notice;
use crate::protocol::MAX_REASON_BYTES;
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::After;
use crate::text::{Word, upper_snake};

/// How long the lines of Markdown get, of which Javadoc is made.
const UNBROKEN: usize = usize::MAX;

#[derive(Template)]
#[template(path = "java/CloseCode.java", escape = "none")]
pub(super) struct Source<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "java/pom.xml", escape = "none")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View<'a>,
}

#[derive(Template)]
#[template(path = "java/README.md", escape = "none")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View<'a>,
}

/// Everything that a template prints.
pub(super) struct View<'a> {
    notice: [String; 2],
    module: ModuleView,
    package: Option<String>,
    type_name: &'a str,
    /// The first line of the record.
    header: String,
    is_jakarta: bool,
    max_reason_bytes: usize,
    vocabulary: Vocabulary,
    codes: Vec<CodeView>,
    all: String,
    own: Vec<OwnView>,
    ranges: Vec<ConstantView>,
    predicates: Vec<RangeView>,
    labels: Vec<Run<&'a str>>,
    sent_by: LookupView,
    sendable: String,
    sendable_doc: Vec<String>,
    browser: String,
    browser_doc: Vec<String>,
    reconnect: LookupView,
    after: LookupView,
    backoff: LookupView,
    summaries: Vec<String>,
    reasons: Vec<String>,
}

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    doc: Vec<String>,
    declaration: String,
}

/// The constant of a named range.
struct ConstantView {
    doc: Vec<String>,
    declaration: String,
}

/// One of the spec's own codes, as a constant of the enum.
struct OwnView {
    number: u16,
    constant: String,
    doc: Vec<String>,
    is_deprecated: bool,
}

/// What a switch over the number gives back: for named codes, for runs of numbers, and else.
struct LookupView {
    codes: Vec<(u16, String)>,
    runs: Vec<Run<String>>,
    otherwise: String,
}

impl<'a> View<'a> {
    pub(super) fn new(
        registry: &'a Registry,
        notice: &Notice,
        type_name: &'a str,
        package: Option<String>,
        is_jakarta: bool,
    ) -> Self {
        let named: Vec<&CloseCode> = registry.named().collect();
        let codes: Vec<CodeView> = named
            .iter()
            .map(|code| code_view(code, type_name))
            .collect();
        let constants: Vec<&str> = codes.iter().map(|code| code.constant.as_str()).collect();
        let own = registry.own();
        let summaries = named
            .iter()
            .map(|code| text_case(code.number, &code.summary));
        let reasons = named
            .iter()
            .filter_map(|code| Some(text_case(code.number, code.reason.as_deref()?)));
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        let ranges = range_views(registry, &TARGET, UNBROKEN);
        Self {
            notice: notice.lines(),
            module: ModuleView::new(registry),
            package,
            header: header(type_name, is_jakarta),
            is_jakarta,
            max_reason_bytes: MAX_REASON_BYTES,
            vocabulary: Vocabulary::new(),
            all: list(&constants),
            own: own.map(own_view).collect(),
            ranges: ranges.iter().map(constant_view).collect(),
            predicates: ranges,
            labels: lookup::labels(registry),
            sent_by: lookup_view(
                lookup::sent_by(registry).map(|word| word_of("SentBy", word)),
                "isSendable() ? SentBy.EITHER : SentBy.NOBODY".to_owned(),
            ),
            sendable_doc: doc(&comment::sendable(&sendable)),
            sendable: is_in(&sendable),
            browser_doc: doc(&format!(
                "Whether a browser's `close()` accepts the code: {}.",
                in_a_sentence(&browser)
            )),
            browser: is_in(&browser),
            reconnect: lookup_view(
                lookup::reconnect(registry).map(|word| word_of("Reconnect", word)),
                word_of("Reconnect", otherwise.reconnect),
            ),
            after: lookup_view(lookup::after(registry).map(after), after(otherwise.after)),
            backoff: lookup_view(
                lookup::backoff(registry).map(backoff),
                backoff(otherwise.backoff),
            ),
            summaries: summaries.collect(),
            reasons: reasons.collect(),
            type_name,
            codes,
        }
    }

    /// The package of a module.
    fn package(&self) -> &str {
        self.package.as_deref().unwrap_or_default()
    }

    /// A line of the template with the record's name, broken where it is too long.
    fn line(&self, line: &str) -> String {
        signature(&line.replace(CLOSE_CODE, self.type_name))
    }
}

fn header(type_name: &str, is_jakarta: bool) -> String {
    let jakarta = if is_jakarta {
        ", CloseReason.CloseCode"
    } else {
        ""
    };
    let interfaces = format!("Comparable<{type_name}>{jakarta}");
    signature(&format!(
        "public record {type_name}(int number) implements {interfaces} {{"
    ))
}

fn code_view(code: &CloseCode, type_name: &str) -> CodeView {
    let name = TARGET.constant(code).unwrap_or_default();
    let number = code.number.to_string();
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        doc: javadoc(&of_code(code, UNBROKEN), instead(code).as_deref(), 2),
        declaration: constant(type_name, &name, &number, code.deprecated.is_some()),
        constant: name,
    }
}

fn own_view(code: &CloseCode) -> OwnView {
    let text = of_text(&format!("{}: {}", code.number, code.summary), UNBROKEN);
    OwnView {
        number: code.number,
        constant: TARGET.constant(code).unwrap_or_default(),
        doc: javadoc(&text, instead(code).as_deref(), 4),
        is_deprecated: code.deprecated.is_some(),
    }
}

/// What to use instead of a deprecated code.
fn instead(code: &CloseCode) -> Option<Vec<String>> {
    let text = code.deprecated.as_deref()?;
    Some(of_text(text, UNBROKEN))
}

fn constant_view(range: &RangeView) -> ConstantView {
    let ends = format!("{}, {}", range.from, range.to);
    ConstantView {
        doc: javadoc(&range.doc, None, 2),
        declaration: constant("Range", &range.constant, &ends, false),
    }
}

fn lookup_view(lookup: Lookup<'_, String>, otherwise: String) -> LookupView {
    let codes = lookup.codes.into_iter();
    LookupView {
        codes: codes.map(|(code, value)| (code.number, value)).collect(),
        runs: lookup.runs,
        otherwise,
    }
}

/// The comment of a method: sentences of the generator's own.
fn doc(text: &str) -> Vec<String> {
    javadoc(&comment::lines(text, UNBROKEN), None, 2)
}

/// The constant for a word: `NEW_CREDENTIALS`.
fn constant_of(word: &WordView) -> String {
    upper_snake(word.spelling)
}

/// The constant for a word, behind its type: `After.NEW_CREDENTIALS`.
fn word_of(type_name: &str, word: impl Word) -> String {
    format!("{type_name}.{}", upper_snake(word.as_str()))
}

fn after(after: Option<After>) -> String {
    after.map_or_else(
        || "Optional.empty()".to_owned(),
        |after| format!("Optional.of({})", word_of("After", after)),
    )
}

fn backoff(Backoff { from, to, cap }: Backoff) -> String {
    format!("new Backoff({from}, {to}, {cap})")
}
