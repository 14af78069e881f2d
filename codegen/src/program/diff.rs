//! [`Drift`] → a coloured unified diff from what is on disk to what the spec yields.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use close_codes_cli::sync::{Drift, DriftKind};
use similar::{ChangeTag, TextDiff};

const HEADER: Style = Style::new().bold();
const HUNK: Style = AnsiColor::Cyan.on_default();
const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// How many unchanged lines stand around a change.
const CONTEXT: usize = 3;

pub fn write_drift(out: &mut impl Write, drift: &Drift) -> io::Result<()> {
    let (path, word) = (&drift.path, drift.word());
    let remark = match &drift.kind {
        DriftKind::Missing { text } => format!("({} lines)", text.lines().count()),
        DriftKind::Orphan { in_package: true } => {
            "(made from this spec, not made any more)".to_owned()
        }
        DriftKind::Orphan { in_package: false } => {
            "(made from this spec, not made any more: delete it)".to_owned()
        }
        DriftKind::Stale { .. } if drift.is_crlf_only() => {
            "(CRLF where LF belongs: let .gitattributes say `eol=lf`)".to_owned()
        }
        DriftKind::Stale { marked: false, .. } => "(close-codes did not make this file)".to_owned(),
        DriftKind::Stale { .. } => String::new(),
    };
    let line = format!("{HEADER}{word}: {path}{HEADER:#} {remark}");
    writeln!(out, "{}", line.trim_end())?;
    if let DriftKind::Stale { found, text, .. } = &drift.kind
        && !drift.is_crlf_only()
    {
        write_diff(out, path, found, text)?;
    }
    writeln!(out)
}

/// The same in one line, for GitHub to show.
pub fn write_annotation(
    out: &mut impl Write,
    path: &str,
    drift: &Drift,
    command: &str,
) -> io::Result<()> {
    let word = drift.word();
    writeln!(
        out,
        "::error file={path},title={word}::not what the spec yields; run `{command}`"
    )
}

fn write_diff(out: &mut impl Write, path: &str, found: &str, text: &str) -> io::Result<()> {
    let diff = TextDiff::from_lines(found, text);
    writeln!(out, "{OLD}--- {path} (on disk){OLD:#}")?;
    writeln!(out, "{NEW}+++ {path} (from the spec){NEW:#}")?;
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        writeln!(out, "{HUNK}{}{HUNK:#}", hunk.header())?;
        for change in hunk.iter_changes() {
            let style = match change.tag() {
                ChangeTag::Delete => OLD,
                ChangeTag::Insert => NEW,
                ChangeTag::Equal => Style::new(),
            };
            let line = change.to_string_lossy();
            let line = line.trim_end_matches('\n');
            writeln!(out, "{style}{}{line}{style:#}", change.tag())?;
            if change.missing_newline() {
                writeln!(out, "\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}
