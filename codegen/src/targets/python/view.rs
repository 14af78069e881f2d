//! What the Python templates print: final identifiers, literals, and prose in lines.

use std::cmp::Reverse;

use askama::Template;

use super::super::comment::{self, Vocabulary, WordView, of_code};
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::{RangeView, range_views};
use super::super::type_name::CLOSE_CODE;
use super::TARGET;
use super::lines::{DOC_WIDTH, doc, docstring, range_constant, ranges, runs};
use super::literal::{dict, string, value};
use super::manifest::PackageView;
use crate::files::Notice;
use crate::protocol::{CodeRange, MAX_REASON_BYTES};
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::{After, Kind};
use crate::text::{Word, upper_snake};

#[derive(Template)]
#[template(path = "python/close_codes.py", escape = "none")]
pub(super) struct Module<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "python/pyproject.toml", escape = "none")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "python/py.typed", escape = "none")]
pub(super) struct Marker<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "python/README.md", escape = "none")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View,
}

/// Everything that a template prints.
pub(super) struct View {
    pub(super) type_name: String,
    notice: [String; 2],
    pub(super) package: PackageView,
    max_reason_bytes: usize,
    vocabulary: Vocabulary,
    codes: Vec<CodeView>,
    /// The constant of a code that a server may send, for the readme.
    example: Option<String>,
    /// The constants of the own ones.
    pub(super) own: Vec<String>,
    names: String,
    summaries: String,
    reasons: String,
    labels: Option<String>,
    code_ranges: String,
    sendable: String,
    sendable_words: String,
    browser: String,
    browser_words: String,
    sent_by: LookupView,
    ranges: Vec<RangeView>,
    reconnect: LookupView,
    after: LookupView,
    backoff: LookupView,
    otherwise: OtherwiseView,
}

/// One named code.
struct CodeView {
    number: u16,
    constant: String,
    doc: String,
}

/// A dict of named codes, and a tuple of the runs of other numbers if there are any.
struct LookupView {
    codes: String,
    runs: Option<String>,
}

/// The answers for a number that is in no lookup.
struct OtherwiseView {
    reconnect: String,
    after: String,
    backoff: String,
}

impl View {
    pub(super) fn new(registry: &Registry, notice: &Notice, type_name: Option<&str>) -> Self {
        let named: Vec<&CloseCode> = registry.named().collect();
        let own = named.iter().filter(|code| code.is_own);
        let summaries = named
            .iter()
            .map(|code| (code.number, value(code.number, &code.summary)));
        let reasons = named
            .iter()
            .filter_map(|code| Some((code.number, value(code.number, code.reason.as_deref()?))));
        let labels = lookup::labels(registry).into_iter().map(|run| Run {
            from: run.from,
            to: run.to,
            value: string(run.value),
        });
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        Self {
            type_name: type_name.unwrap_or(CLOSE_CODE).to_owned(),
            notice: notice.lines(),
            package: PackageView::new(registry),
            max_reason_bytes: MAX_REASON_BYTES,
            vocabulary: Vocabulary::new(),
            codes: named.iter().map(|code| code_view(code)).collect(),
            example: example(&named),
            own: own.map(|code| constant(code)).collect(),
            names: dict(
                named
                    .iter()
                    .map(|code| (code.number, string(code.name.as_str()))),
            ),
            summaries: dict(summaries),
            reasons: dict(reasons),
            labels: runs_if_any("_LABELS", &labels.collect::<Vec<_>>()),
            code_ranges: code_ranges(),
            sendable_words: in_a_sentence(&sendable),
            sendable: ranges(&sendable),
            browser_words: in_a_sentence(&browser),
            browser: ranges(&browser),
            sent_by: lookup_view("_SENT_BY_RUNS", lookup::sent_by(registry), |word| {
                member("SentBy", word.as_str())
            }),
            ranges: range_views(registry, &TARGET, DOC_WIDTH),
            reconnect: lookup_view("_RECONNECT_RUNS", lookup::reconnect(registry), |word| {
                member("Reconnect", word.as_str())
            }),
            after: lookup_view("_AFTER_RUNS", lookup::after(registry), after),
            backoff: lookup_view("_BACKOFF_RUNS", lookup::backoff(registry), backoff),
            otherwise: OtherwiseView {
                reconnect: member("Reconnect", otherwise.reconnect.as_str()),
                after: after(otherwise.after),
                backoff: backoff(otherwise.backoff),
            },
        }
    }
}

impl View {
    fn sendable_doc(&self) -> String {
        let numbers = &self.sendable_words;
        let text = format!(
            "Whether the code may be sent in a Close frame.\n\nThese may: {numbers}. {}",
            comment::SENDABLE
        );
        doc(&text, 4)
    }

    fn browser_doc(&self) -> String {
        let numbers = &self.browser_words;
        doc(
            &format!(
                "Whether the `close()` of a browser accepts the code.\n\nIt accepts {numbers}."
            ),
            4,
        )
    }
}

fn constant(code: &CloseCode) -> String {
    TARGET.constant(code).unwrap_or_default()
}

fn example(named: &[&CloseCode]) -> Option<String> {
    let usable = named.iter().filter(|code| code.kind == Kind::Usable);
    let example = usable.max_by_key(|code| (code.reason.is_some(), Reverse(code.number)));
    example.map(|code| constant(code))
}

fn code_view(code: &CloseCode) -> CodeView {
    let mut lines = of_code(code, DOC_WIDTH);
    if let Some(instead) = &code.deprecated {
        lines.push(String::new());
        lines.extend(comment::of_text(
            &format!("Deprecated: {instead}"),
            DOC_WIDTH,
        ));
    }
    CodeView {
        number: code.number,
        constant: constant(code),
        doc: docstring(&lines, 4),
    }
}

fn lookup_view<T>(
    constant: &str,
    lookup: Lookup<'_, T>,
    value: impl Fn(T) -> String,
) -> LookupView {
    let Lookup { codes, runs } = lookup.map(value);
    LookupView {
        codes: dict(codes.into_iter().map(|(code, value)| (code.number, value))),
        runs: runs_if_any(constant, &runs),
    }
}

fn runs_if_any(constant: &str, found: &[Run<String>]) -> Option<String> {
    (!found.is_empty()).then(|| runs(constant, found))
}

/// The code ranges but for the last, which has no end.
fn code_ranges() -> String {
    let bounded = CodeRange::ALL
        .iter()
        .filter(|range| range.bounds().1 < u16::MAX);
    let run = |range: &CodeRange| {
        let (from, to) = range.bounds();
        let value = member("CodeRange", range.as_str());
        Run { from, to, value }
    };
    runs("_CODE_RANGES", &bounded.map(run).collect::<Vec<_>>())
}

/// The member of a word in its enum: `After.NEW_CREDENTIALS`.
fn member(type_name: &str, word: &str) -> String {
    format!("{type_name}.{}", upper_snake(word))
}

/// The declaration of a word's member, with its meaning.
fn word_member(word: &WordView) -> String {
    let WordView {
        spelling, meaning, ..
    } = word;
    let constant = upper_snake(spelling);
    format!("{constant} = {}\n    {}", string(spelling), doc(meaning, 4))
}

fn after(after: Option<After>) -> String {
    after.map_or_else(
        || "None".to_owned(),
        |after| member("After", after.as_str()),
    )
}

/// Seconds, which are what `asyncio.sleep` takes.
fn backoff(Backoff { from, to, cap }: Backoff) -> String {
    format!("_Backoff({from}, {to}, {cap})")
}
