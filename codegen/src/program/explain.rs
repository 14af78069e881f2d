//! `explain`: what one number or name means, who sends it, and what to do next.

use std::io::{self, Write};

use anstyle::Style;
use close_codes_cli::identifiers::{called, identified};
use close_codes_cli::implementations::{deviations, is_measured};
use close_codes_cli::problem::nearest;
use close_codes_cli::prose::wrap;
use close_codes_cli::registry::{Answer, CloseCode, Reference, Registry};
use close_codes_cli::resolved::{ResolvedCode, ResolvedNumber, constants};
use close_codes_cli::spec::Kind;

use super::Outcome;
use super::arguments::{Common, ExplainOptions, Format};
use super::failure::Failure;
use super::list::write_json;
use super::project::Opened;

const HEADING: Style = Style::new().bold();
const LABEL: Style = Style::new().dimmed();

/// How long a line of text gets.
const WIDTH: usize = 78;

pub fn run(common: &Common, options: &ExplainOptions) -> Result<Outcome, Failure> {
    let Opened { project, .. } = Opened::open_or_standard(common)?;
    let registry = &project.registry;
    let answer = registry.answer(number(registry, &options.code)?);
    let mut out = anstream::stdout().lock();
    match (common.format, answer.code) {
        (Format::Human | Format::Github, _) => write_answer(&mut out, &answer)?,
        (Format::Json, Some(code)) => write_json(&mut out, &ResolvedCode::new(registry, code))?,
        (Format::Json, None) => write_json(&mut out, &ResolvedNumber::new(&answer))?,
    }
    Ok(Outcome::Good)
}

/// The number that is meant by `text`: the number itself, or a name.
fn number(registry: &Registry, text: &str) -> Result<u16, Failure> {
    if let Some(code) = registry.find(text) {
        return Ok(code.number);
    }
    if let Some(number) = identified(text) {
        return Ok(number);
    }
    text.parse().map_err(|_| {
        let why = if text.parse::<f64>().is_ok() {
            format!("{text} is no close code")
        } else {
            format!("no close code is named {text}")
        };
        let names = registry.entries().map(|code| code.name.as_str());
        let help = match nearest(&text.to_lowercase(), names) {
            Some(meant) => format!("did you mean {meant}?"),
            None => "give a whole number from 0 to 65535, or one of the names that `list` shows"
                .to_owned(),
        };
        Failure::Usage(why, help)
    })
}

fn write_answer(out: &mut impl Write, answer: &Answer<'_>) -> io::Result<()> {
    let number = answer.number;
    let (title, summary, details, doubt) = match (answer.code, answer.range) {
        (Some(code), _) => (
            code.name.as_str(),
            Some(&code.summary),
            &code.details,
            &code.doubt,
        ),
        (None, Some(range)) => (
            "no name",
            Some(&range.summary),
            &range.details,
            &range.doubt,
        ),
        (None, None) => ("no name", None, &None, &None),
    };
    writeln!(out, "{HEADING}{number} {title}{HEADING:#}")?;
    for text in [summary, details.as_ref()].into_iter().flatten() {
        writeln!(out)?;
        write_text(out, text)?;
    }
    writeln!(out)?;
    write_facts(out, answer)?;
    if let Some(doubt) = doubt {
        writeln!(out)?;
        write_text(out, &format!("Not certain: {doubt}"))?;
    }
    let references = match (answer.code, answer.range) {
        (Some(code), _) => &code.references[..],
        (None, Some(range)) => &range.references[..],
        (None, None) => &[],
    };
    write_references(out, references)
}

fn write_facts(out: &mut impl Write, answer: &Answer<'_>) -> io::Result<()> {
    let yes_no = |yes| if yes { "yes" } else { "no" };
    let range = match answer.range {
        Some(range) => format!("{} ({}-{})", range.name, range.from, range.to),
        None => answer.code_range().as_str().to_owned(),
    };
    fact(out, "range", &range)?;
    if let Some(kind) = answer.code.map(|code| code.kind).and_then(kind_phrase) {
        fact(out, "kind", kind)?;
    }
    fact(out, "sent by", answer.sent_by().as_str())?;
    fact(out, "in a Close frame", yes_no(answer.is_sendable()))?;
    fact(out, "browser close()", yes_no(answer.is_browser_sendable()))?;
    let statement = answer.statement();
    fact(out, "reconnect", &statement.advice.phrase())?;
    if let Some(because) = &statement.because {
        let ours = if statement.advised_by.is_empty() {
            "our advice: "
        } else {
            ""
        };
        fact(out, "", &format!("{ours}{because}"))?;
    }
    for reference in &statement.advised_by {
        fact(out, "advised by", &reference.title)?;
    }
    if let Some(reason) = answer.code.and_then(|code| code.reason.as_ref()) {
        fact(out, "default reason", reason)?;
    }
    if let Some(code) = answer.named() {
        fact(out, "constants", &constant_list(code))?;
    }
    for (identifier, names) in called(answer.number) {
        fact(
            out,
            "called elsewhere",
            &format!("{identifier} ({})", names.join(", ")),
        )?;
    }
    for (deviation, names) in deviations(answer.number, answer.is_sendable(), &[]) {
        let label = if is_measured(answer.number) {
            "measured"
        } else {
            "measured around"
        };
        fact(out, label, &format!("{deviation} {}", names.join(", ")))?;
    }
    Ok(())
}

fn kind_phrase(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Usable => None,
        Kind::Local => Some("local: reported to the application, never sent"),
        Kind::Reserved => Some("reserved: not to be used"),
    }
}

fn constant_list(code: &CloseCode) -> String {
    let constants = constants(code).into_iter();
    let constants = constants.map(|(language, constant)| format!("{constant} ({language})"));
    constants.collect::<Vec<_>>().join(", ")
}

/// One labelled line; a long value goes on below itself.
fn fact(out: &mut impl Write, label: &str, value: &str) -> io::Result<()> {
    let indent = 20;
    for (index, line) in wrap(value, WIDTH - indent).iter().enumerate() {
        let label = if index == 0 { label } else { "" };
        writeln!(out, "  {LABEL}{label:<0$}{LABEL:#}{line}", indent - 2)?;
    }
    Ok(())
}

fn write_text(out: &mut impl Write, text: &str) -> io::Result<()> {
    for line in wrap(text, WIDTH) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn write_references(out: &mut impl Write, references: &[Reference]) -> io::Result<()> {
    if references.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    for reference in references {
        writeln!(out, "{}\n  {}", reference.title, reference.url)?;
    }
    Ok(())
}
