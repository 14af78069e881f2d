//! What the TypeScript templates print: final identifiers, literals, and prose in lines.

use std::rc::Rc;

use askama::Template;

use super::super::comment::{self, Vocabulary, of_code};
use super::super::lookup::{self, Lookup, Run};
use super::super::ranges::{RangeView, range_views};
use super::super::type_name::CLOSE_CODE;
use super::TARGET;
use super::lines::{condition, function, statement};
use super::literal::{COMMENT_WIDTH, object, string};
use super::words::{WordType, word_types};
use crate::files::Notice;
use crate::protocol::{CodeRange, MAX_REASON_BYTES};
use crate::registry::{Backoff, CloseCode, Registry};
use crate::runs::in_a_sentence;
use crate::spec::After;
use crate::text::{Word, visible_json};

#[derive(Template)]
#[template(path = "typescript/index.ts", escape = "none")]
pub(super) struct TypeScript<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/index.js", escape = "none")]
pub(super) struct JavaScript<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/index.d.ts", escape = "none")]
pub(super) struct Declarations<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/package.json", escape = "none")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/jsr.json", escape = "none")]
pub(super) struct Jsr<'a> {
    pub(super) view: &'a View,
    pub(super) name: &'a str,
}

#[derive(Template)]
#[template(path = "typescript/README.md", escape = "none")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View,
}

/// Everything that a template prints.
pub(super) struct View {
    pub(super) type_name: String,
    notice: [String; 2],
    notice_line: String,
    pub(super) package: PackageView,
    max_reason_bytes: usize,
    words: Vec<WordType>,
    codes: Vec<Rc<CodeView>>,
    ranges: Vec<RangeView>,
    own: Vec<Rc<CodeView>>,
    sendable: Vec<Rc<CodeView>>,
    browser: Vec<Rc<CodeView>>,
    summaries: String,
    reasons: String,
    code_ranges: Vec<String>,
    sent_by: LookupView,
    reconnect: LookupView,
    after: LookupView,
    backoff: LookupView,
    labels: Vec<String>,
    sendable_numbers: Vec<String>,
    sendable_doc: Vec<String>,
    browser_numbers: Vec<String>,
    browser_doc: Vec<String>,
    browser_words: String,
    otherwise: OtherwiseView,
}

/// The fields of the manifest.
pub(super) struct PackageView {
    pub(super) name: String,
    version: String,
    description: String,
    license: Option<String>,
    author: Option<String>,
    contributors: Vec<String>,
    repository: Option<String>,
    homepage: Option<String>,
}

/// What marks a deprecated constant for editors.
const TAG: &str = "@deprecated ";

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    doc: Vec<String>,
}

/// An object of named codes, and the statements that answer for runs of numbers.
struct LookupView {
    object: String,
    runs: Vec<String>,
}

/// The answers for a number that is in no lookup.
struct OtherwiseView {
    reconnect: &'static str,
    after: String,
    backoff: String,
}

impl View {
    pub(super) fn new(registry: &Registry, notice: &Notice, type_name: Option<&str>) -> Self {
        let named: Vec<&CloseCode> = registry.named().collect();
        let codes: Vec<Rc<CodeView>> = named.iter().map(|code| Rc::new(code_view(code))).collect();
        let filtered = |holds: &dyn Fn(&CloseCode) -> bool| -> Vec<Rc<CodeView>> {
            let pairs = named.iter().zip(&codes).filter(|(code, _)| holds(code));
            pairs.map(|(_, view)| Rc::clone(view)).collect()
        };
        let reasons = named
            .iter()
            .filter_map(|code| Some((code.number, string(code.reason.as_deref()?))));
        let summaries = named
            .iter()
            .map(|code| (code.number, string(&code.summary)));
        let sendable = lookup::sendable(registry);
        let browser = lookup::browser_sendable(registry);
        let otherwise = &registry.otherwise.advice;
        let label = |run: Run<&str>| statement(&run, &string(run.value));
        Self {
            type_name: type_name.unwrap_or(CLOSE_CODE).to_owned(),
            notice: notice.lines(),
            notice_line: string_of_json(&notice.line()),
            package: package_view(registry),
            max_reason_bytes: MAX_REASON_BYTES,
            words: word_types(&Vocabulary::new()),
            ranges: range_views(registry, &TARGET, COMMENT_WIDTH),
            own: filtered(&|code| code.is_own),
            sendable: filtered(&|code| registry.answer(code.number).is_sendable()),
            browser: filtered(&|code| registry.answer(code.number).is_browser_sendable()),
            summaries: object(summaries),
            reasons: object(reasons),
            code_ranges: CodeRange::ALL
                .iter()
                .copied()
                .filter_map(code_range)
                .collect(),
            sent_by: lookup_view(lookup::sent_by(registry), |word| string(word.as_str())),
            reconnect: lookup_view(lookup::reconnect(registry), |word| string(word.as_str())),
            after: lookup_view(lookup::after(registry), after),
            backoff: lookup_view(lookup::backoff(registry), backoff),
            labels: lookup::labels(registry).into_iter().map(label).collect(),
            sendable_doc: comment::lines(
                &format!("{} It need not have a name.", comment::sendable(&sendable)),
                COMMENT_WIDTH,
            ),
            sendable_numbers: sendable.into_iter().map(condition).collect(),
            browser_doc: comment::lines(
                &format!(
                    "Whether the `close()` of a browser accepts the code: {}. It throws for any other.",
                    in_a_sentence(&browser)
                ),
                COMMENT_WIDTH,
            ),
            browser_words: in_a_sentence(&browser),
            browser_numbers: browser.into_iter().map(condition).collect(),
            otherwise: OtherwiseView {
                reconnect: otherwise.reconnect.as_str(),
                after: after(otherwise.after),
                backoff: backoff(otherwise.backoff),
            },
            codes,
        }
    }

    /// What the readme writes for `number`: its constant, if it has one that leaves the line in one piece.
    pub(super) fn constant(&self, number: u16) -> String {
        let fits = |code: &&Rc<CodeView>| code.constant.len() <= "AbnormalClosure".len();
        let code = self.codes.iter().find(|code| code.number == number);
        let code = code.filter(fits);
        code.map_or_else(
            || number.to_string(),
            |code| format!("{}.{}", self.type_name, code.constant),
        )
    }
}

fn package_view(registry: &Registry) -> PackageView {
    let package = &registry.package;
    let mut authors = package.authors.iter().map(|author| string_of_json(author));
    let git = |url: &String| string_of_json(&format!("git+{url}"));
    let description = registry.summary.as_ref().unwrap_or(&registry.title);
    PackageView {
        name: package.name.to_string(),
        version: string_of_json(&package.version),
        description: string_of_json(description),
        license: package.license.as_deref().map(string_of_json),
        author: authors.next(),
        contributors: authors.collect(),
        repository: package.repository.as_ref().map(git),
        homepage: package.homepage.as_deref().map(string_of_json),
    }
}

fn code_view(code: &CloseCode) -> CodeView {
    let mut doc = of_code(code, COMMENT_WIDTH);
    if let Some(instead) = &code.deprecated {
        doc.push(String::new());
        let mut lines = comment::of_text(instead, COMMENT_WIDTH - TAG.len()).into_iter();
        doc.extend(
            lines
                .next()
                .map(|line| format!(" {TAG}{}", line.trim_start())),
        );
        doc.extend(lines);
    }
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        constant: TARGET.constant(code).unwrap_or_default(),
        doc,
    }
}

fn lookup_view<T>(lookup: Lookup<'_, T>, value: impl Fn(T) -> String) -> LookupView {
    let Lookup { codes, runs } = lookup.map(value);
    LookupView {
        object: object(codes.into_iter().map(|(code, value)| (code.number, value))),
        runs: runs.iter().map(|run| statement(run, &run.value)).collect(),
    }
}

/// The statement that answers for a code range; the last one needs none.
fn code_range(range: CodeRange) -> Option<String> {
    let (from, to) = range.bounds();
    let run = Run {
        from,
        to,
        value: (),
    };
    (to < u16::MAX).then(|| statement(&run, &string(range.as_str())))
}

fn after(after: Option<After>) -> String {
    after.map_or_else(|| "undefined".to_owned(), |after| string(after.as_str()))
}

/// Milliseconds, which are what `setTimeout` takes.
fn backoff(Backoff { from, to, cap }: Backoff) -> String {
    let [from, to, cap] = [from, to, cap].map(|seconds| (seconds * 1000.0).round());
    format!("{{ from: {from}, to: {to}, cap: {cap} }}")
}

fn string_of_json(text: &str) -> String {
    visible_json(&serde_json::Value::from(text).to_string())
}
