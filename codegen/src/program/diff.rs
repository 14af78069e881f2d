//! [`Drift`] → a coloured unified diff from what is on disk to what the spec yields.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use codegen::sync::{Drift, DriftKind};
use similar::{ChangeTag, TextDiff};

const HEADER: Style = Style::new().bold();
const HUNK: Style = AnsiColor::Cyan.on_default();
const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// How many unchanged lines stand around a change.
const CONTEXT: usize = 3;

pub fn write_drift(out: &mut impl Write, drift: &Drift) -> io::Result<()> {
    let path = &drift.path;
    match &drift.kind {
        DriftKind::Missing { text } => {
            let lines = text.lines().count();
            writeln!(out, "{HEADER}missing: {path}{HEADER:#} ({lines} lines)\n")
        }
        DriftKind::Orphan { in_package: true } => {
            writeln!(
                out,
                "{HEADER}orphan: {path}{HEADER:#} (made from this spec, not made any more)\n"
            )
        }
        DriftKind::Orphan { in_package: false } => writeln!(
            out,
            "{HEADER}orphan: {path}{HEADER:#} (made from this spec, not made any more: delete it)\n"
        ),
        DriftKind::Stale { .. } if drift.is_crlf_only() => writeln!(
            out,
            "{HEADER}line endings: {path}{HEADER:#} (CRLF where LF belongs: let .gitattributes say `eol=lf`)\n"
        ),
        DriftKind::Stale {
            found,
            text,
            marked,
        } => {
            let remark = if *marked {
                ""
            } else {
                " (close-codes did not make this file)"
            };
            writeln!(out, "{HEADER}stale: {path}{HEADER:#}{remark}")?;
            write_diff(out, path, found, text)?;
            writeln!(out)
        }
    }
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
