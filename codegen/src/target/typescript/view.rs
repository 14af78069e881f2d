//! What the TypeScript templates print: final identifiers, literals, and prose in lines.

use askama::Template;

use super::super::table::{NumberRow, Table};
use super::constant;
use super::literal::{comment, object, string};
use crate::advice::Backoff;
use crate::notice::Notice;
use crate::prose::{visible_json, wrap};
use crate::registry::{CloseCode, Registry, Row};
use crate::spec::After;
use crate::target::on_the_wire;

/// How long a line of a doc comment's text gets.
const WIDTH: usize = 74;
/// How long prettier lets a line get.
const LINE_WIDTH: usize = 80;

#[derive(Template)]
#[template(path = "typescript/index.ts")]
pub(super) struct TypeScript<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/index.js")]
pub(super) struct JavaScript<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/index.d.ts")]
pub(super) struct Declarations<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/package.json")]
pub(super) struct Manifest<'a> {
    pub(super) view: &'a View,
}

#[derive(Template)]
#[template(path = "typescript/README.md")]
pub(super) struct Readme<'a> {
    pub(super) view: &'a View,
}

/// Everything that a template prints.
pub(super) struct View {
    notice: [String; 2],
    notice_line: String,
    package: PackageView,
    codes: Vec<CodeView>,
    own: Vec<CodeView>,
    sendable: Vec<CodeView>,
    browser: Vec<CodeView>,
    summaries: String,
    reasons: String,
    sent_by: Lookup,
    reconnect: Lookup,
    after: Lookup,
    backoff: Lookup,
    labels: Vec<String>,
    sendable_numbers: Vec<String>,
    browser_numbers: Vec<String>,
    otherwise: OtherwiseView,
}

/// What the manifest says.
struct PackageView {
    name: String,
    version: String,
    description: String,
    license: Option<String>,
}

/// One named code.
struct CodeView {
    number: u16,
    name: String,
    constant: String,
    doc: Vec<String>,
}

/// An object of named codes, and the rows that a function asks after it.
struct Lookup {
    object: String,
    numbers: Vec<String>,
}

/// What is said of a number that no row is about.
struct OtherwiseView {
    reconnect: &'static str,
    after: String,
    backoff: String,
}

impl View {
    pub(super) fn new(registry: &Registry, notice: &Notice) -> Self {
        let codes = |holds: &dyn Fn(&CloseCode) -> bool| {
            let codes = registry.named().filter(|code| holds(code));
            codes.map(code_view).collect::<Vec<_>>()
        };
        let is_sendable = |code: &CloseCode| registry.answer(code.number).is_sendable();
        let is_browser_sendable =
            |code: &CloseCode| registry.answer(code.number).is_browser_sendable();
        let reasons = registry
            .named()
            .filter_map(|code| Some((code.number, string(code.reason.as_deref()?))));
        let summaries = registry
            .named()
            .map(|code| (code.number, string(&code.summary)));
        let otherwise = &registry.otherwise.advice;
        Self {
            notice: notice.lines(),
            notice_line: string_of_json(&notice.line()),
            package: package_view(registry),
            codes: codes(&|_| true),
            own: codes(&|code| code.is_own),
            sendable: codes(&is_sendable),
            browser: codes(&is_browser_sendable),
            summaries: object(summaries),
            reasons: object(reasons),
            sent_by: lookup(registry.sent_by_rows(), |sent_by| string(sent_by.as_str())),
            reconnect: lookup(registry.reconnect_rows(), string),
            after: lookup(registry.after_rows(), after),
            backoff: lookup(registry.backoff_rows(), backoff),
            labels: lookup(registry.label_rows(), string).numbers,
            sendable_numbers: registry.sendable().into_iter().map(condition).collect(),
            browser_numbers: registry
                .browser_sendable()
                .into_iter()
                .map(condition)
                .collect(),
            otherwise: OtherwiseView {
                reconnect: otherwise.reconnect.as_str(),
                after: after(otherwise.after),
                backoff: backoff(otherwise.reconnect.backoff()),
            },
        }
    }
}

impl View {
    /// The import of `names` from the package, broken where prettier breaks it.
    fn import(&self, names: &str) -> String {
        let package = &self.package.name;
        let line = format!("import {{ {names} }} from \"{package}\";");
        if line.len() <= LINE_WIDTH {
            return line;
        }
        let names = names.replace(", ", ",\n  ");
        format!("import {{\n  {names},\n}} from \"{package}\";")
    }
}

fn package_view(registry: &Registry) -> PackageView {
    let description = registry.summary.as_ref().unwrap_or(&registry.title);
    PackageView {
        name: registry.package.name.to_string(),
        version: string_of_json(&registry.package.version),
        description: string_of_json(description),
        license: registry.package.license.as_deref().map(string_of_json),
    }
}

fn code_view(code: &CloseCode) -> CodeView {
    let mut paragraphs = vec![format!("{}: {}", code.number, comment(&code.summary))];
    paragraphs.extend(code.details.as_deref().map(comment));
    paragraphs.push(format!("Reconnect: {}.", code.statement.advice.phrase()));
    paragraphs.extend(on_the_wire(code, &["JavaScript"]));
    let deprecated = code.deprecated.as_deref().map(comment);
    paragraphs.extend(deprecated.map(|instead| format!("@deprecated {instead}")));
    let spaced = |line: String| {
        if line.is_empty() {
            line
        } else {
            format!(" {line}")
        }
    };
    CodeView {
        number: code.number,
        name: code.name.to_string(),
        constant: constant(code),
        doc: wrap(&paragraphs.join("\n\n"), WIDTH)
            .into_iter()
            .map(spaced)
            .collect(),
    }
}

fn lookup<T>(rows: Vec<Row<'_, T>>, value: impl Fn(T) -> String) -> Lookup {
    let table = Table::new(rows, value);
    Lookup {
        object: object(table.codes),
        numbers: table.numbers.iter().map(statement).collect(),
    }
}

/// The statement that answers for a run of numbers, broken where prettier breaks it.
fn statement(NumberRow { from, to, value }: &NumberRow) -> String {
    let condition = format!("if (isBetween(code, {from}, {to}))");
    if condition.len() + value.len() + "   return ;".len() <= LINE_WIDTH {
        format!("{condition} return {value};")
    } else {
        format!("{condition}\n    return {value};")
    }
}

/// The condition of a run of numbers: `code === 1000`, `isBetween(code, 3000, 4999)`.
fn condition((from, to): (u16, u16)) -> String {
    if from == to {
        format!("code === {from}")
    } else {
        format!("isBetween(code, {from}, {to})")
    }
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
